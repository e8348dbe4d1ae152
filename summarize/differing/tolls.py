"""Tolls: how many one event killed, hurt or left missing, as one voice after the other tells it.

A toll rises: "at least 27 dead" on Thursday may be "45 dead" on Friday, and both were true when
they were told. But a brief that tells only the first must say what the others tell. So here, unlike
with other numbers, what another day's article tells counts, and hedges leave nothing open.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from summarize.text.patterns import pattern
from summarize.text.values.fates import GROWS, PEOPLE, is_open, is_total, years
from summarize.text.values.names import places
from summarize.text.values.numerals import amount, numerals
from summarize.text.values.value import agree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summarize.differing.points import Point, Points
    from summarize.text.values.value import Value

# Cosine with the sentence of some other voice's toll. Read on the development sets and ECB+,
# 2026-11: beyond are other events.
NEAR = 0.35
# The day of such a sentence is that of the count, not of the event.
_COUNTS = pattern(
    r"\b(?:toll|as of|by|climb\w*|confirm\w*|count\w*|now|raised?|record\w*|ris(?:en|es|ing)|rose"
    r"|so far|updat\w*)\b",
    re.IGNORECASE,
)
_LONG = 180  # days; of articles further apart the one looks back on another event
_ROUND = 0.05  # share of a number by which "nearly 300" is none but 296


def toll(points: Points, members: Sequence[Point]) -> list[Point]:
    """Return the points of a slot that give the event's toll, one a number, the earliest first.

    That is the largest number of people that each voice tells, of one event and of no other time.
    Nothing is returned where all voices tell the same.
    """
    most: dict[str, Point] = {}
    for point in sorted(_candidates(points, members), key=points.place):
        known = most.get(point.voice)
        if known is None or _number(point) > _number(known):
            most[point.voice] = point
    told: dict[float, list[Point]] = defaultdict(list)
    event = _event(points, [*most.values()])
    for point in [*event, *_smaller(points, members, event)]:
        told[_number(point)].append(point)
    for number in _other_day(points, members, told):
        told.pop(number, None)
    for number in [*_parts(members, told), *_rounded(told), *_narrower(told)]:
        told.pop(number, None)
    if len(told) < 2:
        return []
    first = {number: min(map(_day, own)) for number, own in told.items()}
    return [_foremost(points, told[number]) for number in sorted(told, key=lambda n: (first[n], n))]


def rising(told: Sequence[Point]) -> bool:
    """Return whether each of some points gives a larger number than one of an earlier day."""
    days = [_day(point) for point in told]
    numbers = list(map(_number, told))
    later = all(one < other < math.inf for one, other in pairwise(days))
    return later and numbers == sorted(numbers)


def of_all(point: Point) -> bool:
    """Return whether a number counts people, more than one and no part of them: three soldiers."""
    low, high = point.value.ranges[0]
    return (low if high == math.inf else high) > 1 and point.value.of <= PEOPLE


def _candidates(points: Points, members: Sequence[Point]) -> Iterator[Point]:
    """Give the points that tell of several people at once, and of no year gone by."""
    now = {str(day.year) for day in points.published if day}
    for point in members:
        if not of_all(point):
            continue
        listed = "respectively" in point.text  # "killed 102 and 21 people respectively"
        if years(point.text) <= now and not listed and not is_open(point.text[: point.value.start]):
            yield point


def _event(points: Points, own: Sequence[Point]) -> list[Point]:
    """Return the largest group of points that hang together, each like another one in it.

    Of groups as large it is the one told earliest in its articles.
    """
    groups: list[list[Point]] = []
    for point in own:
        akin = [group for group in groups if any(_alike(points, point, one) for one in group)]
        groups = [group for group in groups if group not in akin]
        groups.append([point, *chain.from_iterable(akin)])

    def worth(group: Sequence[Point]) -> tuple[int, int]:
        return len(group), -_position(points, _foremost(points, group))

    return max(groups, key=worth, default=[])


def _smaller(points: Points, members: Sequence[Point], event: Sequence[Point]) -> Iterator[Point]:
    """Give of each voice whose largest number is another event's the largest of this event."""
    most: dict[str, Point] = {}
    voices = {point.voice for point in event}
    for point in sorted(_candidates(points, members), key=points.place):
        if point.voice in voices or not any(_alike(points, point, one) for one in event):
            continue
        known = most.get(point.voice)
        if known is None or _number(point) > _number(known):
            most[point.voice] = point
    if len(voices) > 1:
        yield from most.values()


def _other_day(
    points: Points, members: Sequence[Point], told: Mapping[float, Sequence[Point]]
) -> list[float]:
    """Return the numbers of which two are said to be of events on different days."""
    when: dict[float, list[Value]] = defaultdict(list)
    for point in members:
        days = points.times[point.statement][0]
        if len(days) == 1 and _number(point) in told and not _COUNTS.search(point.text):
            when[_number(point)] += days
    return [
        number
        for number, own in when.items()
        for other, their in when.items()
        if other != number and all(a.slot == b.slot and not agree(a, b) for a in own for b in their)
    ]


def _parts(members: Sequence[Point], told: Mapping[float, Sequence[Point]]) -> list[float]:
    """Return the numbers that are parts of another, by the sentence that tells them."""
    sums: dict[int, float] = defaultdict(float)
    for point in members:
        sums[point.statement] += _number(point)
    return [
        number
        for number, own in told.items()
        if any(sums[point.statement] in told and sums[point.statement] > number for point in own)
    ]


def _narrower(told: Mapping[float, Sequence[Point]]) -> list[float]:
    """Return the numbers of one place, if the largest is that of all and none other is."""
    wide = {number for number, own in told.items() if any(is_total(one.text) for one in own)}
    return (
        [number for number in told if number < max(told)] if wide == {max(told, default=0)} else []
    )


def _rounded(told: Mapping[float, Sequence[Point]]) -> list[float]:
    """Return the numbers that say loosely what another says as well: "nearly 300" beside 296.

    "At least 43" says something else than 42.
    """
    return [
        number
        for number, own in told.items()
        if any(
            0 < abs(number - exact) <= _ROUND * exact
            and _room(own) > _room(others)
            and (number < exact or _room(own) < math.inf)
            and all(agree(one.value, other.value) for one in own for other in others)
            for exact, others in told.items()
        )
    ]


def _room(own: Sequence[Point]) -> float:
    """Return how much the least loose of some points leaves open."""
    return min(high - low for low, high in (point.value.ranges[0] for point in own))


def _foremost(points: Points, own: Sequence[Point]) -> Point:
    """Return the point that is told earliest in its article: there a brief picks it."""
    return min(own, key=lambda point: (_position(points, point), points.place(point)))


def _position(points: Points, point: Point) -> int:
    return points.story.sentence(point.statement).position


def _alike(points: Points, one: Point, other: Point) -> bool:
    """Return whether two points are told in like sentences, and are no other order of size."""
    low, high = sorted((_number(one), _number(other)))
    dates = [day for day in (one.published, other.published) if day]
    if dates and (max(dates) - min(dates)).days > _LONG:
        return False
    near = high <= GROWS * low and points.cosine(one, other) >= NEAR
    return near and not _elsewhere(points, one, other)


def _elsewhere(points: Points, one: Point, other: Point) -> bool:
    """Return whether two points are of two places, neither of which the other's voice names."""
    named = [[place.name for place in places(point.text)] for point in (one, other)]
    return all(
        found and not any(points.names(voice, name) for name in found)
        for found, voice in zip(named, (other.voice, one.voice), strict=True)
    )


def _number(point: Point) -> float:
    """Return the number as it stands, whatever hedges it."""
    value = point.value
    match = next(iter(numerals(point.text[value.start : value.end])), None)
    return amount(match["number"], match["scale"]) if match else value.ranges[0][0]


def _day(point: Point) -> float:
    return point.published.toordinal() if point.published else math.inf
