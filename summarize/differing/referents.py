"""Referents: words anywhere in two sentences by which they are of two persons, turns or outcomes.

A brother has the same surname, the second claim is not the first, and three counts of which
somebody was found guilty are not the four of which he was not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import product
from typing import TYPE_CHECKING

from summarize.differing.rules import rule
from summarize.text.patterns import pattern
from summarize.text.terms import stem
from summarize.text.values.outcomes import outcomes
from summarize.text.values.particulars import particulars
from summarize.text.values.value import agree, alike

if TYPE_CHECKING:
    from summarize.differing.points import Point, Points

_FULL = pattern(r"\b(?P<given>[A-ZÀ-Þ][\w’'-]+)\s(?:[A-Z]\.\s)?(?P<surname>[A-ZÀ-Þ][\w’'-]+)")
_DOER = pattern(r"(?<![\w’'])(?P<name>[A-ZÀ-Þ][\w’'-]+)\s(?:(?:[a-z]+ly|also)\s)?$")
_NAME = pattern(r"\b[A-ZÀ-Þ][^\W\d_]+(?:\s[A-ZÀ-Þ][^\W\d_]+)+")
# Who was 27 when he was sought is 29 when a jury finds him guilty.
_TRIED = pattern(
    r"\b(?:acquit\w*|appeal\w*|convict\w*|guilty|jur(?:y|ors?)|plead\w*|pled|retri\w*"
    r"|sentenc\w*|trial|verdict)\b",
    re.IGNORECASE,
)
# What a denial says that somebody is not: "denied that he was the father".
_STATE = pattern(
    r"\bdenied\sthat\s[^,.;]{1,60}?\b(?:is|was)\s(?:an?|her|his|the)\s(?P<what>[a-z]+)\b"
)
_NEAR = 60  # characters before a verb in which its doer is named
_INITIAL = 3  # signs; a shorter given name may stand for a longer one


def of_another(points: Points, one: Point, other: Point) -> bool:
    """Return whether two points are of two persons, two in a row or two outcomes."""
    return (
        _other_given(one.text, other.text)
        or _other_doer(points, one, other)
        or _other_namesake(one, other)
        or _other_state(points, one, other)
        or _other_age(one, other)
        or _other_rank(one.text, other.text)
        or _other_outcome(one, other)
    )


def _other_given(one: str, other: str) -> bool:
    """Two sentences that each give a surname with one given name, and not the same."""
    mine, yours = _given(one), _given(other)
    both = ((mine[name], yours[name]) for name in mine.keys() & yours.keys())
    return any(len(a) == len(b) == 1 and not _same(*a, *b) for a, b in both)


def _given(text: str) -> dict[str, set[str]]:
    found = defaultdict(set)
    for match in _FULL.finditer(text):
        found[match["surname"].lower()].add(match["given"].lower())
    return found


def _same(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short[:_INITIAL]) or alike((one,), (other,))


def _other_doer(points: Points, one: Point, other: Point) -> bool:
    """What two do of whom each is named right before the verb: Brandt did not, and Holm did."""
    if rule(one.value) != "polarity":
        return False
    near = (it.text[max(0, it.value.start - _NEAR) : it.value.start] for it in (one, other))
    found = [match["name"].lower() for before in near if (match := _DOER.search(before))]
    # Where a sentence begins, any word has a capital.
    named = [name for name in found if stem(name) in points.fixed]
    return len(named) > 1 and not alike((named[0],), (named[1],))


def _other_namesake(one: Point, other: Point) -> bool:
    """A yes and a no of two whose names have a word in common: South Sudan, South Kordofan."""
    if one.value.kind != "polarity":
        return False
    mine, yours = (set(_NAME.findall(it.text)) for it in (one, other))
    only = ([n for n in a if n not in b.text] for a, b in ((mine, other), (yours, one)))
    return any(
        a[-1] != b[-1] and a[:-1] == b[:-1]
        for a, b in product(*([name.split() for name in names] for names in only))
    )


def _other_state(points: Points, one: Point, other: Point) -> bool:
    """A denial of being something that who accuses does not speak of: the father."""
    if rule(one.value) != "dispute":
        return False
    found = [(_STATE.search(a.text), b) for a, b in ((one, other), (other, one))]
    return any(no and stem(no["what"]) not in points.words(it.statement) for no, it in found)


def _other_age(one: Point, other: Point) -> bool:
    """Two ages of which only one is told at a trial, where a day of the two is not known."""
    if rule(one.value) != "age" or (one.published and other.published):
        return False
    return len({bool(_TRIED.search(point.text)) for point in (one, other)}) > 1


def _other_rank(one: str, other: str) -> bool:
    """Two sentences that each tell of another one in a row of the same: the second claim."""
    mine, yours = (
        {slot: value for slot, value in particulars(text) if slot.startswith("rank ")}
        for text in (one, other)
    )
    return any(mine[slot] != yours[slot] for slot in mine.keys() & yours.keys())


def _other_outcome(one: Point, other: Point) -> bool:
    """Two figures of two outcomes: guilty on three counts, and not guilty on four."""
    if one.value.kind not in ("number", "day"):
        return False
    mine, yours = outcomes(one.text), outcomes(other.text)
    pairs = [(a, b) for a, b in product(mine, yours) if a.slot == b.slot]
    return bool(pairs) and not any(agree(a, b) for a, b in pairs)
