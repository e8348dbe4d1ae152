"""Pages of nothing but furniture: what is kept of one, so that no article with words is empty."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from summarize.text.page.blocks import Block
from summarize.text.page.captions import is_caption
from summarize.text.page.pages import expanded
from summarize.text.page.prose import is_english

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Judge = Callable[[list[Block]], object]

_GLUE = frozenset({"dateline", "date line", "photo credit", "syndication notice"})
_FEW = re.compile(r"[^!?]{3,200}?[a-z\d]{2}[.!?](?=\s+[A-Z])")  # the first sentence


def rescued(page: Sequence[Block], judge: Judge, *, extracted: bool) -> list[Block]:
    """Return a page of which what looks most like sentences is kept where otherwise nothing was.

    `judge` gives their reasons to the blocks of a page.
    """
    if not page or any(block.reason is None for block in page):
        return list(page)
    page = list(page)
    whole = [block for block in page if block.reason not in _GLUE]
    # Not the reasons decide, which depend on what stood around, but the block's own words.
    candidates = [block for block in whole if not _is_sure(block)]
    if whole and not candidates:  # nothing but a gallery, or a notice: the less of it, the better
        named = [block for block in page if any(map(str.isalpha, block.bare))] or whole
        candidates = [_least(page, min(named, key=lambda block: block.words))]
    candidates = candidates or page
    kept, rest = _narrowed(candidates, judge, extracted=extracted)
    ends = [block.end for block in candidates]
    for block in rest:
        if block.reason is None:
            first = candidates[bisect_left(ends, block.end)]
            block.reason, block.because = first.reason, first.because
    others = {*page}.difference(candidates)
    return sorted([*others, *kept, *rest], key=lambda block: block.start)


def _narrowed(
    chosen: Sequence[Block], judge: Judge, *, extracted: bool
) -> tuple[list[Block], list[Block]]:
    """Return which parts of blocks would all stay or all go if they were alone, and the others.

    The longest are looked at, since what is alone may be cut otherwise than it was among others.
    """
    rest: list[Block] = []
    while True:
        parts = _parts(chosen, extracted=extracted)
        left = [block for block in parts if block.reason is None]
        longest = max(left, key=lambda block: block.words)
        likely = [block for block in left if 2 * block.words >= longest.words]
        distinct = list({block.bare: block for block in reversed(likely)}.values())[::-1]
        again = _parts(distinct, extracted=extracted)
        judge(again)
        alike = len({block.reason is None for block in again}) == 1
        chosen = distinct if alike else [longest]
        rest += {*parts}.difference(chosen)
        if len(chosen) == len(left):
            return left, rest


def _parts(chosen: Sequence[Block], *, extracted: bool) -> list[Block]:
    """Return blocks anew without their reasons, and apart from them what is glued to them.

    If nothing else is left of any, they stay whole.
    """
    english = is_english("\n".join(block.text for block in chosen))
    bare = [Block(block.start, block.end, block.text, english) for block in chosen]
    parts = expanded(bare, extracted=extracted)
    return parts if any(part.reason is None for part in parts) else bare


def _least(page: list[Block], block: Block) -> Block:
    """Return what is kept of a block of furniture, in its place: a beginning that is furniture too.

    So a bar of signs or a wall of notices on one line leaves but its first words.
    """
    end = _FEW.match(block.text)
    first = block.part(0, end.end()) if end else None
    if not first or first.furniture is None:
        return block
    why = block.furniture or block.reason
    rest = block.part(first.end - block.start, len(block.text), why)
    number = page.index(block)
    page[number : number + 1] = [first, *([rest] if rest else [])]
    return first


def _is_sure(block: Block) -> bool:
    """Whether a block's own words alone tell that it is furniture, or what a picture shows."""
    if block.furniture is not None or (block.english and is_caption(block.text)):
        return True
    alone = Block(block.start, block.end, block.text, block.english)
    return all(part.reason is not None for part in expanded([alone], extracted=False))
