"""Blocks that repeat others of the same article: teasers, pull quotes, captions shown twice."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from summarize.text.page.prose import GRAM, SHORTEST
from summarize.text.page.telling import telling
from summarize.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.text.page.blocks import Block

# Tried on the seeds and on Multi-News (2026-11).
# Words: longer sentences that come back are background, not a page's own.
_SLOGAN = 12
_EASY = 2_000_000  # characters to look through
_CUT = 2  # words: what may differ at the end of a teaser that is cut short

_ALIKE, _STILL = 5, 45  # words: that what a picture is called has of its caption, or has at most
_VERB = pattern(
    r"\b(?:is|are|has|have|will|would|can|could|may|might|must|should|do|does|need|says?)\b"
    r"|[’'](?:s|re|ve|ll) "
)

# Lines that were dropped for how they look; what they are becomes clearer when they are repeated.
_LINES = frozenset({"title", "caption", "section heading", "section name", "page foot"})


def mark_repeats(page: Sequence[Block]) -> None:
    """Give blocks of one article that repeat others a reason and the block they repeat.

    Of two equal blocks the one in running text stays, of a block and others that together
    contain its words, the others; a block that a caption contains is a caption.
    """
    _mark_twice([block for block in page if block.reason is None])
    _mark_equal(page)
    _mark_contained([block for block in page if block.reason in {None, "caption"}])
    _mark_beside(page)


def _mark_twice(page: Sequence[Block]) -> None:
    """Mark what a picture is called and what stands under it, where these are the same words.

    So pages have it that show the words kept for whom the picture is not shown. A credit may stand
    between the two.
    """
    for one, other in pairwise(page):
        alike = one.reason is None and one.words == other.words and one.bare == other.bare
        still = alike and _is_still(one)
        if still and not _VERB.search(one.text):
            one.reason = other.reason = "caption"


def _mark_beside(page: Sequence[Block]) -> None:
    """Mark what a picture is called beside its caption, which begins with the same words."""
    for one, other in pairwise(page):
        for block, beside in ((one, other), (other, one)):
            if beside.reason != "caption" or block.reason is not None:
                continue
            alike = block.bare.split()[:_ALIKE] == beside.bare.split()[:_ALIKE]
            if alike and _is_still(block):
                block.reason = "caption"


def _is_still(block: Block) -> bool:
    """Whether a block is a sentence or two that tell of nothing that has happened."""
    return block.english and _ALIKE <= block.words <= _STILL and not telling(block.text)


def _mark_equal(page: Sequence[Block]) -> None:
    groups: dict[str, list[int]] = defaultdict(list)
    for number, block in enumerate(page):
        if block.words >= SHORTEST and (block.reason is None or block.reason in _LINES):
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
    """Mark the blocks whose words all stand in other blocks, the longest first."""
    if all(block.apart for block in page) or not may_be_contained(page):
        return
    grams = [block.grams for block in page]
    known: set[int] = set()
    shared: set[int] = set()
    for some in map(set, grams):
        shared |= some & known
        known |= some
    holders: dict[int, list[int]] = defaultdict(list)  # of each shared gram, the first block last
    for number in range(len(page) - 1, -1, -1):
        for gram in shared.intersection(grams[number]):
            holders[gram].append(number)
    alive = {gram: len(numbers) for gram, numbers in holders.items()}
    # The longest first: a teaser made of several paragraphs goes, not the paragraphs.
    for number in sorted(range(len(page)), key=lambda n: (-len(grams[n]), n)):
        block, own = page[number], grams[number]
        if (
            block.reason is None
            and own
            and _is_covered(block, [alive.get(gram, 1) > 1 for gram in own])
        ):
            holder = holders[own[0]]
            while holder[-1] == number or page[holder[-1]].because is not None:
                holder.pop()
            for gram in shared.intersection(own):
                alive[gram] -= 1
            _mark(block, page[holder[-1]])


def may_be_contained(page: Sequence[Block]) -> bool:
    """Tell whether the first gram of any block, in words, may be in another block too.

    Of a page so large that to look for each would take longer than to compare all, it may.
    """
    texts = [f" {block.bare} " for block in page if block.bare.count(" ") >= SHORTEST - 1]
    whole = "\n".join(texts)
    if len(texts) * len(whole) > _EASY:
        return True
    firsts = (" ".join(text.split(" ", GRAM + 1)[: GRAM + 1]) + " " for text in texts)
    return any(whole.count(first) > 1 for first in firsts)


def _is_covered(block: Block, shared: Sequence[bool]) -> bool:
    """Whether every word is in a gram that others have, but for the end of a teaser cut short.

    Where two sentences meet no gram need be shared. One word of difference in a sentence is news.
    """
    if not (shared[0] and (shared[-1] or _is_cut(block))):
        return False
    gap = 0
    for known in shared[: -_CUT if _is_cut(block) else None]:
        gap = 0 if known else gap + 1
        if gap >= GRAM:
            return False
    return True


def _is_cut(block: Block) -> bool:
    return not block.ended or block.text.endswith(("...", "…"))


def _mark(block: Block, original: Block) -> None:
    kind = original.reason or ("paragraph" if original.running else "line")
    block.reason, block.because = f"repeated {kind}", original


def mark_across(outlets: Sequence[str | None], pages: Sequence[Sequence[Block]]) -> None:
    """Drop short sentences that one outlet shows in three articles, each time among others.

    Two articles may well share a sentence of background, and copies of a story share all.
    """
    places: dict[tuple[str, str], list[Block]] = defaultdict(list)
    company: dict[tuple[str, str], list[set[str]]] = defaultdict(list)
    shown: dict[tuple[str, str], set[int]] = defaultdict(set)
    for article, (outlet, page) in enumerate(zip(outlets, pages, strict=True)):
        kept = [block for block in page if block.reason is None]
        if outlet and sum(block.words > _SLOGAN for block in kept) > 1:
            for number, block in enumerate(kept):
                if block.words <= _SLOGAN:
                    key = (outlet, block.bare)
                    places[key].append(block)
                    shown[key].add(article)
                    around = kept[max(0, number - 1) : number] + kept[number + 1 : number + 2]
                    company[key].append({other.bare for other in around})
    for key, sets in company.items():
        if len(shown[key]) > 2 and sum(map(len, sets)) == len(set().union(*sets)):
            for block in places[key]:
                block.reason = "repeated line"
