"""Values: what a sentence says of a point, in a form in which two sentences can be compared."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

_FAR = 4  # times; reports of one thing seldom differ more (read on ECB+, 2026-11)
_SPELLING = 0.7  # likeness of two spellings of one name: Sergei and Sergey, Kyiv and Kiev no longer


@dataclass(frozen=True, slots=True)
class Value:
    """Characters `start` to `end` of a sentence, and all that they may mean.

    Only values of one `slot` compare: a day with a day, missiles with missiles, a Hwasong with a
    Hwasong. `ranges` are closed intervals of what the words leave open: "at least 12" is 12 to
    infinity, "Wednesday" the Wednesday before publication or the one after. A name has no ranges
    but its words in lower case. `of` are stems that narrow what is meant: Tomahawk missiles.
    """

    kind: str
    slot: str
    start: int
    end: int
    ranges: tuple[tuple[float, float], ...] = ()
    name: tuple[str, ...] = ()
    of: frozenset[str] = frozenset()


def agree(one: Value, other: Value) -> bool:
    """Return whether two values of one slot can both be true."""
    if one.name or other.name:
        return alike(one.name, other.name)
    return any(
        low <= other_high and other_low <= high
        for low, high in one.ranges
        for other_low, other_high in other.ranges
    )


def alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether two names share a word, as it stands or in another spelling."""
    return any(first == second or _spelled(first, second) for first in one for second in other)


@lru_cache(maxsize=1 << 14)  # a story asks for the same few names over and over
def _spelled(one: str, other: str) -> bool:
    """Return whether two words may be two spellings of one name."""
    matcher = SequenceMatcher(None, one, other)
    # The quick ratios are never below the ratio.
    return (
        matcher.real_quick_ratio() >= _SPELLING
        and matcher.quick_ratio() >= _SPELLING
        and matcher.ratio() >= _SPELLING
    )


def far(one: Value, other: Value) -> bool:
    """Return whether two numbers are too far from one another to be told of one thing."""
    if one.kind != "number" or not one.ranges or not other.ranges:
        return False
    small, large = sorted((one.ranges[0], other.ranges[0]))
    return large[0] > _FAR * max(small[1], small[0])


def total(value: Value, others: list[Value]) -> bool:
    """Return whether a number may be the total of which another sentence lists parts."""
    if value.kind != "number" or not value.ranges:
        return False
    lows = {other.ranges[0] for other in others}
    return len(lows) > 1 and value.ranges[0][1] > max(high for _, high in lows)
