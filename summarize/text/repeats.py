"""Blocks that repeat others of the same article: teasers, pull quotes, captions shown twice."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.text.blocks import Block

_GRAM = 5  # words: as long as a chance repetition in one article hardly ever is
_SHARE = 0.9  # of a block's words: a teaser is cut short or loses its quotation marks
_SHORTEST = 6  # words: "He was 78." may well be said twice


# Lines that were dropped for how they look; what they are becomes clearer when they are repeated.
_LINES = frozenset({"title", "caption", "section heading", "section name", "page foot"})


def mark_repeats(page: Sequence[Block]) -> None:
    """Give blocks of one article that repeat others a reason and the block they repeat.

    Of two equal blocks the one in running text stays, of a block and others that together
    contain its words, the others; a block that a caption contains is a caption.
    """
    _mark_equal(page)
    _mark_contained([block for block in page if block.reason in {None, "caption"}])


def _mark_equal(page: Sequence[Block]) -> None:
    groups: dict[str, list[int]] = defaultdict(list)
    for number, block in enumerate(page):
        if block.words >= _SHORTEST and (block.reason is None or block.reason in _LINES):
            groups[block.bare].append(number)
    for numbers in groups.values():
        if len(numbers) > 1:
            best = max(numbers, key=lambda number: (_company(page, number), -number))
            for number in numbers:
                if number != best:
                    _mark(page[number], page[best])


def _company(page: Sequence[Block], number: int) -> int:
    """How many of a block's neighbours are running text; a block already dropped has none."""
    if page[number].reason is not None:
        return -1
    around = (*page[max(0, number - 1) : number], *page[number + 1 : number + 2])
    return sum(block.running and block.reason is None for block in around)


def _mark_contained(page: Sequence[Block]) -> None:
    grams = [_grams(block.bare) for block in page]
    holders: dict[int, set[int]] = defaultdict(set)
    for number, own in enumerate(grams):
        for gram in own:
            holders[gram].add(number)
    # The longest first: a teaser made of several paragraphs goes, not the paragraphs.
    for number in sorted(range(len(page)), key=lambda n: (-len(grams[n]), n)):
        own = grams[number]
        if page[number].reason is not None or not own:
            continue
        shared = [place for place, gram in enumerate(own) if len(holders[gram]) > 1]
        # Where two sentences meet no gram need be shared, but each word is in one that is.
        covered = {word for place in shared for word in range(place, place + _GRAM)}
        if len(covered) >= _SHARE * (len(own) + _GRAM - 1):
            original = min(n for place in shared for n in holders[own[place]] if n != number)
            for gram in own:
                holders[gram].discard(number)
            _mark(page[number], page[original])


def _grams(words: str) -> list[int]:
    split = words.split()
    if len(split) < _SHORTEST:
        return []
    # Not hash(): it differs from run to run.
    starts = range(len(split) - _GRAM + 1)
    return [crc32(" ".join(split[start : start + _GRAM]).encode()) for start in starts]


def _mark(block: Block, original: Block) -> None:
    kind = original.reason or ("paragraph" if original.running else "line")
    block.reason, block.because = f"repeated {kind}", original
