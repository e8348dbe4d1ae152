"""Distinct: the signs by which two points are of two things, times or mouths after all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarize.differing.manner import otherwise_told
from summarize.differing.referents import of_another
from summarize.differing.results import otherwise_ended
from summarize.differing.rules import rule
from summarize.text.calendar import MONTHS, WEEKDAYS
from summarize.text.terms import negates, stem
from summarize.text.values.fates import is_total
from summarize.text.values.names import is_wide
from summarize.text.values.polarity import accuser, until_now
from summarize.text.values.quantities import FATES
from summarize.text.values.value import agree, far
from summarize.words import Terms, by_start, forms, is_state, terms

if TYPE_CHECKING:
    from summarize.differing.points import Point, Points
    from summarize.text.values.value import Value

# Read on MEANTIME and ECB+, whose stories hold several events, 2026-11.
FRESH = 10  # days; reports, and the days told in them, that lie further apart are of two events
OF_A_DAY = (
    "number",
    "fate",
    "polarity",
    "year",
    "vote",
    "score",
    "outcome",
)  # what another day's article only updates
_NAME = re.compile(r"[A-ZÀ-Þ][^\W\d_]+")
_POLL = re.compile(
    r"\b(?:polled|surveyed|(?:poll|survey)(?:\s[a-z]+){0,4})\sby\s(?:the\s)?(?P<by>[A-Z][\w’'-]+)"
    r"|\b(?P<of>[A-Z][\w’'-]+)\s(?:poll|survey)\b"
)
_CALENDAR = frozenset(map(stem, map(str.lower, (*WEEKDAYS, *MONTHS))))
COMMON = 0.3  # cover of the common words of an accusation by a denial, and the other way round


def distinct(points: Points, one: Point, other: Point) -> bool:
    """Return whether two points of one slot need not agree, because they are not of one thing."""
    return (
        far(one.value, other.value)
        or _other_time(points, one, other)
        or _other_numbers(points, one, other)
        or _other_names(points, one, other)
        or _other_reach(one, other)
        or _other_owner(one, other)
        or _other_poll(one, other)
        or otherwise_told(points, one, other)
        or otherwise_ended(points, one, other)
        or of_another(points, one, other)
        or _other_kind(points, one, other)
        or _other_kind(points, other, one)
        or (rule(one.value) == "designation" and _listed(points, one, other))
        or (rule(one.value) == "dispute" and _one_mouth(points, one, other))
    )


def _other_time(points: Points, one: Point, other: Point) -> bool:
    """Numbers change, and what has not happened may: articles of other days update them."""
    kind = rule(one.value)
    dates = {day for day in (one.published, other.published) if day}
    if dates and (max(dates) - min(dates)).days > FRESH:
        return True
    if kind == "day":
        spans = [abs(a - b) for a, _ in one.value.ranges for b, _ in other.value.ranges]
        return min(spans) > FRESH
    if kind in OF_A_DAY and len(dates) > 1:
        return True
    if kind in ("polarity", "dispute", "month", "year"):
        return kind == "polarity" and _may_follow(points, one, other)
    (days, periods), (others, other_periods) = (
        points.times[point.statement] for point in (one, other)
    )
    if kind == "hour":  # a time of day is a period, and here what is compared
        periods, other_periods = (
            frozenset(p for p in own if ":" not in p) for own in (periods, other_periods)
        )
    if periods and other_periods and not periods & other_periods:
        return True
    return bool(days and others) and not any(
        first.slot == second.slot and agree(first, second) for first in days for second in others
    )


def _may_follow(points: Points, one: Point, other: Point) -> bool:
    """Return whether what has not been done in one article may be done in a later one."""
    known = one.published and other.published
    sides = () if known else (one, other)
    return any(until_now(points.texts[side.statement], side.value) for side in sides)


def _other_numbers(points: Points, one: Point, other: Point) -> bool:
    """Two sentences that differ in other numbers as well tell of two things.

    What befell people is apart from that: two reports may well differ in the dead and the hurt.
    """
    kind = rule(one.value)
    if kind == "fate" or (kind != "outcome" and one.value.kind not in ("number", "day")):
        return False
    mine: dict[str, list[Value]] = {}
    yours: dict[str, list[Value]] = {}
    for point, slots in ((one, mine), (other, yours)):
        for value in points.counted[point.statement]:
            if value.slot != one.value.slot and value.slot not in FATES:
                slots.setdefault(value.slot, []).append(value)
    return any(
        not any(agree(a, b) for a in mine[slot] for b in yours[slot])
        for slot in mine.keys() & yours.keys()
    )


def _other_names(points: Points, one: Point, other: Point) -> bool:
    """Two clauses that each name somebody whom the other's sentence does not know."""
    if rule(one.value) in ("polarity", "dispute", "designation", "fate"):
        return False
    named = []
    for said, whole in ((one.said, other.whole), (other.said, one.whole)):
        words = frozenset((*said.fixed, *said.common)) - _CALENDAR
        names = sorted(words & points.fixed)
        starts = by_start(sorted({*whole.fixed, *whole.common}))
        named.append(bool(names) and not any(forms(name, starts) for name in names))
    return all(named)


def _other_reach(one: Point, other: Point) -> bool:
    """Two places of which one may lie in the other, or the dead of one: Ohio, and a town of it."""
    if rule(one.value) == "fate":
        return is_total(one.text) != is_total(other.text)
    if one.value.kind != "place":
        return False
    wide = {
        is_wide(point.value.name) or any(is_state(stem(word)) for word in point.value.name)
        for point in (one, other)
    }
    return len(wide) > 1


def _other_owner(one: Point, other: Point) -> bool:
    """Two shares that each belong to another of those whom both sentences name."""
    if one.value.slot != "%":
        return False
    mine, yours = _owner(one, other), _owner(other, one)
    return bool(mine and yours) and not forms(mine, by_start([yours]))


def _owner(point: Point, other: Point) -> str:
    """Return the last name before a point's value that the other's sentence has too, as a stem.

    It is one of the clause, or else of the sentence.
    """
    starts = by_start(sorted({*other.whole.fixed}))
    for start in (point.where[0], 0):
        names = _NAME.findall(point.text[start : point.value.start])
        known = [own for name in names if forms(own := stem(name.lower()), starts)]
        if known:
            return known[-1]
    return ""


def _other_poll(one: Point, other: Point) -> bool:
    """Two polls, of different makers, are both right: "economists polled by Reuters"."""
    makers = [_POLL.search(point.text) for point in (one, other)]
    return all(makers) and len({maker["by"] or maker["of"] for maker in makers if maker}) > 1


def _other_kind(points: Points, one: Point, other: Point) -> bool:
    """What narrows the one must be in the other: cruise missiles, Afghan soldiers.

    Of the dead a sentence need not say who they are; else it must have the words.
    """
    missing = one.value.of - other.value.of
    if one.value.slot in FATES:
        return bool(missing and other.value.of)
    return bool(missing) and not missing <= points.words(other.statement)


def _listed(points: Points, one: Point, other: Point) -> bool:
    """A sentence has the other's number in another form, or says no where the other says yes."""
    mine, yours = (points.texts[point.statement] for point in (one, other))
    own, their = (f"{point.value.ranges[0][0]:.0f}" for point in (one, other))
    known = own in re.findall(r"\d+", yours) or their in re.findall(r"\d+", mine)
    return known or negates(mine) != negates(yours)


def _one_mouth(points: Points, one: Point, other: Point) -> bool:
    """Who denies is who accuses, or nothing but names is common."""
    mine, yours = (
        terms(accuser(points.texts[point.statement], point.value)).fixed for point in (one, other)
    )
    starts = by_start(sorted(yours))
    if mine and yours and all(forms(name, starts) for name in mine):
        return True
    return any(
        points.covered(Terms((), a.said.common), Terms((), b.whole.common)) < COMMON
        for a, b in ((one, other), (other, one))
    )
