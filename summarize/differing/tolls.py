"""Tolls: how many one event killed, hurt or left missing, as one voice after the other tells it.

A toll rises: "at least 27 dead" on Thursday may be "45 dead" on Friday, and both were true when
they were told. But a brief that tells only the first must say what the others tell. So here, unlike
with other numbers, what another day's article tells counts, and hedges leave nothing open.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from summarize.text.values.fates import GROWS, PEOPLE, is_open, years
from summarize.text.values.names import places
from summarize.text.values.numerals import amount, numerals
from summarize.text.values.value import agree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summarize.differing.points import Point, Points

# Cosine with the sentence of some other voice's toll. Read on the development sets and ECB+,
# 2026-11: beyond are other events.
NEAR = 0.35
# Who counts the dead of the whole land tells no other toll than who counts those of one town.
_WIDE = re.compile(
    r"\b(?:across|nationwide|statewide|countrywide|worldwide|throughout|(?:in|a) total|in all"
    r"|overall|combined|so far)\b",
    re.IGNORECASE,
)
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
    for point in _event(points, [*most.values()]):
        told[_number(point)].append(point)
    for number in [*_parts(members, told), *_rounded(told), *_narrower(told)]:
        told.pop(number, None)
    if len(told) < 2:
        return []
    first = {number: min(map(_day, own)) for number, own in told.items()}
    return [_foremost(points, told[number]) for number in sorted(told, key=lambda n: (first[n], n))]


def of_all(point: Point) -> bool:
    """Return whether a number counts people, more than one and no part of them: three soldiers."""
    return point.value.ranges[0][0] > 1 and point.value.of <= PEOPLE


def _candidates(points: Points, members: Sequence[Point]) -> Iterator[Point]:
    """Give the points that tell of several people at once, and of no year gone by."""
    now = {str(day.year) for day in points.published if day}
    for point in members:
        if not of_all(point):
            continue
        if years(point.text) <= now and not is_open(point.text[: point.value.start]):
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
    wide = {number for number, own in told.items() if any(_WIDE.search(one.text) for one in own)}
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
