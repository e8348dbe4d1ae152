"""Pages as they are opened: a text's blocks, and apart from them what is glued to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarize.text.page.blocks import Block, blocks
from summarize.text.page.extracted import opens_story
from summarize.text.page.glued import may_open, trims
from summarize.text.page.prose import is_english
from summarize.text.page.repeats import may_be_contained

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Why blocks are furniture that are looked through for repeats of others; None for no reason.
_COMPARED = frozenset({None, "caption"})
_PICTURE = re.compile(
    r"photo|image|picture|source|credit|file|getty|via|courtesy|[/,:]", re.IGNORECASE
)


def opened(page: tuple[str, bool]) -> list[Block]:
    """Return the blocks of a text, `expanded`; whether it is extracted is told beside it.

    What will be asked of each block is known, and goes with the page where it is sent elsewhere.
    """
    text, extracted = page
    found = expanded(blocks(text, english=is_english(text)), extracted=extracted)
    compared = [b for b in found if b.reason is None and b.furniture in _COMPARED]
    repeats = not extracted and may_be_contained(compared)
    for block in compared:
        block.apart = not repeats and not extracted
        _ = block.grams if repeats else None
    return found


def expanded(page: Sequence[Block], *, extracted: bool) -> list[Block]:
    """Return the blocks of a page with what is glued to them cut off, each part a block.

    A sentence that only a credit follows is a caption.
    """
    return list(_divided(page, extracted=extracted))


def _divided(page: Sequence[Block], *, extracted: bool) -> Iterator[Block]:
    for block, opening in zip(page, opens_story(page), strict=True):
        places = opening or not extracted
        done = block.whole or block.reason or block.furniture
        cuts = [] if done else list(trims(block.text, places=places, opening=opening))
        if not cuts:
            settled = places and (opening or not may_open(block.text))
            block.whole = block.whole or (settled and not done)
            yield block
            continue
        position = 0
        parts: list[Block | None] = []
        for start, end, reason in cuts:
            parts += [block.part(position, start), block.part(start, end, reason)]
            position = end
        parts.append(block.part(position, len(block.text)))
        whole = [part for part in parts if part is not None]
        if whole[-1].reason == "photo credit" and _is_caption(block, whole[-1].text):
            yield Block(block.start, block.end, block.text, block.english, "caption")
        else:
            yield from whole


def _is_caption(block: Block, credit: str) -> bool:
    """Whether a credit is a picture's: of a picture, an archive, or more than an agency's name.

    So is one after words that are cut off, as a gallery cuts them.
    """
    told = block.text.removesuffix(credit).rstrip()
    pictured = _PICTURE.search(credit) is not None or told.endswith(("...", "…"))
    return block.words <= 80 and pictured
