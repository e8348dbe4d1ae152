"""Results: the signs by which two outcomes, votes or scores are of two matters after all.

Another who won, another charge, another chamber, a later day: all of these leave both true.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarize.differing.rules import rule
from summarize.text.patterns import pattern
from summarize.text.terms import content, stem
from summarize.text.values.ballots import bodies
from summarize.text.values.numerals import WORD
from summarize.text.values.outcomes import MAY_FOLLOW, OF_ITS_SUBJECT

if TYPE_CHECKING:
    from summarize.differing.points import Point, Points

_COUNTED = pattern(rf"\b(?:\d|{WORD}\b)", re.IGNORECASE)
_OF = pattern(r"\sof\s(?:(?:all|an?|her|his|its|the|their)\s)*(?P<of>[a-z][\w-]{2,})")


def otherwise_ended(points: Points, one: Point, other: Point) -> bool:
    """Return whether two outcomes, votes or scores are of two matters."""
    kind = rule(one.value)
    if kind not in ("outcome", "vote", "score"):
        return False
    mine, yours = (bodies(point.text) for point in (one, other))
    if mine and yours and mine.isdisjoint(yours):
        return True
    return kind == "outcome" and (
        _may_follow(one, other) or _other_subject(points, one, other) or _other_charge(one, other)
    )


def _may_follow(one: Point, other: Point) -> bool:
    """Return whether the one may have come after the other: they are not known to be of a day."""
    known = one.published and other.published
    return not known and one.value.slot in MAY_FOLLOW


def _other_subject(points: Points, one: Point, other: Point) -> bool:
    """Return whether two that won or lost, rose or fell are not one, by the words before that."""
    if one.value.slot not in OF_ITS_SUBJECT:
        return False
    mine, yours = (_subject(point) for point in (one, other))
    if any(map(_COUNTED.search, map(_before, (one, other)))):
        return True  # two passengers survived, and four died
    named, others = mine & points.fixed, yours & points.fixed
    return named.isdisjoint(others) if named or others else mine.isdisjoint(yours)


def _subject(point: Point) -> frozenset[str]:
    return frozenset(content(_before(point)))


def _before(point: Point) -> str:
    return point.text[point.where[0] : point.value.start]


def _other_charge(one: Point, other: Point) -> bool:
    """Return whether two are each "of" something else: guilty of fraud, cleared of murder."""
    found = [_OF.search(point.text, point.value.end, point.where[1]) for point in (one, other)]
    charges = {stem(match["of"].lower()) for match in found if match}
    return all(found) and len(charges) > 1
