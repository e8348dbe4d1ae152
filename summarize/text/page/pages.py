"""Pages as they are opened: a text's blocks, and apart from them what is glued to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarize.text.page.blocks import Block, blocks, reflowed
from summarize.text.page.captions import names_a_day
from summarize.text.page.extracted import opens_story
from summarize.text.page.glued import trims
from summarize.text.page.prose import is_english
from summarize.text.page.repeats import may_be_contained

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Why blocks are furniture that are looked through for repeats of others; None for no reason.
_COMPARED = frozenset({None, "caption"})
_MOST, _LONG = 80, 120  # words of a caption; of one that names its day as agencies do
_ROUNDS = 12  # by then nothing is glued to what is left, but where somebody tries
_HEAD = 8  # lines
_SHORT, _WIDE = 5, 25  # words of a headline
_NEXT = re.compile(r"\s[“\"‘]?[A-Z\d].{40}", re.DOTALL)
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

    A sentence that only a credit follows is a caption. What is left of a block is looked at again,
    since something may be glued to that too.
    """
    found = list(page)
    for _ in range(_ROUNDS):
        known = found
        found = list(_divided(reflowed(known), extracted=extracted))
        if found == known:  # one by one the same blocks
            break
    return found


def _divided(page: Sequence[Block], *, extracted: bool) -> Iterator[Block]:
    for whole, opening in zip(page, opens_story(page), strict=True):
        block = whole
        if headline := _headline_before(block, page):
            yield headline
            block = block.part(len(headline.text), len(block.text)) or block
        places = opening or not extracted
        known = block.whole and (block.first or not opening)
        done = known or block.reason or block.furniture
        cuts = [] if done else list(trims(block.text, places=places, opening=opening))
        if not cuts:
            block.whole = block.whole or not done
            block.first = block.first or (opening and not done)
            yield block
            continue
        position = 0
        parts: list[Block | None] = []
        for start, end, reason in cuts:
            parts += [block.part(position, start), block.part(start, end, reason)]
            position = end
        parts.append(block.part(position, len(block.text)))
        told = [part for part in parts if part is not None]
        if told[-1].reason == "photo credit" and _is_caption(block, told[-1].text):
            yield Block(block.start, block.end, block.text, block.english, "caption")
        else:
            yield from told


def _headline_before(block: Block, page: Sequence[Block]) -> Block | None:
    """Return the headline of a page that a paragraph near its head begins with once more."""
    if block.reason or block.words <= _SHORT:
        return None
    for line in page[:_HEAD]:
        if line.start >= block.start:
            break
        if line.ended or not block.text.startswith(line.text):
            continue
        if _SHORT <= line.words <= _WIDE and _NEXT.match(block.text, len(line.text)):
            return block.part(0, len(line.text), "title")
    return None


def _is_caption(block: Block, credit: str) -> bool:
    """Whether a credit is a picture's: of a picture, an archive, or more than an agency's name.

    So is one after words that are cut off, as a gallery cuts them.
    """
    told = block.text.removesuffix(credit).rstrip()
    pictured = _PICTURE.search(credit) is not None or told.endswith(("...", "…"))
    most = _LONG if names_a_day(told) else _MOST
    return block.words <= most and pictured
