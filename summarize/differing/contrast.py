"""Contrast: whether two points of different voices are one point with two values.

They are if their sentences tell of the same deed, each clause is covered by the other sentence, and
their values cannot both be true, whatever hedges and rounding leave open. And neither voice may
have the other's value elsewhere: who knows both means two things.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from summarize.differing.distinct import distinct
from summarize.differing.lookup import likely
from summarize.differing.rules import rule
from summarize.text.terms import stem
from summarize.text.values.value import agree, total

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.differing.points import Point, Points


class Least(NamedTuple):
    """What a pair must reach.

    The cosine of its sentences, the cover of the clause covered worse and of the other, the
    likeness of the verbs, and the sum of the first two.
    """

    cosine: float
    worse: float
    better: float
    deed: float
    sum: float


# Read on the seeds, allsides, Multi-News, NewsWCL50 and ECB+, 2026-11 (shares: docs/design.md).
# Designations and disputes are rare enough to ask less of the words around them; what befell
# people is said by the slot itself, whatever the verb.
LEAST = {
    "designation": Least(0.6, 0.1, 0.15, 0.0, 0.85),
    "dispute": Least(0.5, 0.3, 0.45, 0.0, 0.0),
    "day": Least(0.5, 0.45, 0.6, 0.7, 1.0),
    "month": Least(0.7, 0.45, 0.6, 0.7, 1.2),
    "year": Least(0.7, 0.45, 0.6, 0.7, 1.2),
    "fate": Least(0.6, 0.35, 0.45, 0.0, 1.1),
    "number": Least(0.6, 0.25, 0.4, 0.25, 1.0),
    "name": Least(0.6, 0.45, 0.55, 0.5, 1.0),
    "place": Least(0.6, 0.45, 0.55, 0.5, 1.0),
    "polarity": Least(0.6, 0.35, 0.45, 0.0, 1.0),
    "age": Least(0.5, 0.0, 0.0, 0.0, 0.0),
    "part": Least(0.5, 0.55, 0.6, 0.5, 1.1),
    "hour": Least(0.7, 0.45, 0.5, 0.5, 1.2),
    "vote": Least(0.75, 0.5, 0.6, 0.0, 1.3),
    "score": Least(0.75, 0.6, 0.7, 0.0, 1.4),
    "outcome": Least(0.75, 0.65, 0.7, 0.0, 1.4),
}
# An explosion "tore through" a bakery, "shook" it or "happened" there, all at one time.
_BEFALLS = frozenset(
    map(
        stem,
        "happened occurred took began started broke struck hit tore ripped rocked shook exploded"
        " detonated erupted unfolded crashed went".split(),
    )
)
PLAIN = (0.75, 0.5)  # cosine and cover of sentences so alike that their verbs need not be
_FAMILY = 4  # designations of a family; a story that has more is about all of them


class Contrast:
    """The points of one slot, and which of them disagree."""

    def __init__(self, points: Points, members: Sequence[Point]) -> None:
        self._points = points
        self._members = members
        self._of: dict[int, list[Point]] = defaultdict(list)
        self._voiced: dict[str, list[Point]] = defaultdict(list)
        for point in members:
            self._of[point.statement].append(point)
            self._voiced[point.voice].append(point)

    def together(self, point: Point) -> list[Point]:
        """Return the points of this slot that a point's sentence has, itself among them."""
        return self._of[point.statement]

    def pairs(self) -> Iterator[tuple[float, Point, Point]]:
        """Give the pairs that disagree, with how sure that is."""
        values = {point.value.ranges for point in self._members}
        family = bool(values) and rule(self._members[0].value) == "designation"
        if len(self._voiced) < 2 or (family and len(values) > _FAMILY):
            return
        if len(values) == 1 and not any(point.value.name for point in self._members):
            return
        least = min((LEAST[rule(point.value)].cosine for point in self._members), default=0.0)
        for one, other in likely(self._points, self._members, least):
            # What is known of two points already goes first, what must be read of them last.
            if not self._differ(one, other) or self._named(one, other):
                continue
            near = self._near(one, other)
            if not near or distinct(self._points, one, other):
                continue
            sure = self._sure(one, other, near)
            if sure and not self._known(one, other):
                yield sure, one, other

    def _differ(self, one: Point, other: Point) -> bool:
        """Return whether the values of two points cannot both be true of one thing."""
        if one.voice == other.voice or not (one.sure and other.sure):
            return False
        mine = [point.value for point in self._of[one.statement]]
        yours = [point.value for point in self._of[other.statement]]
        if any(agree(first, second) for first in mine for second in yours):
            return False
        return not (total(one.value, yours) or total(other.value, mine))

    def _near(self, one: Point, other: Point) -> float:
        """Return the cosine of two points' sentences; 0 where it or what happens is too unlike."""
        least = LEAST[rule(one.value)]
        near = self._points.cosine(one, other)
        # Whoever "cuts 7,500 jobs" and "eliminates 9,000" is told by all the other words.
        plain = one.value.kind == "number" and near >= PLAIN[0]
        if near >= least.cosine and (plain or self._deed(one, other) >= least.deed):
            return near
        return 0.0

    def _deed(self, one: Point, other: Point) -> float:
        """Return how alike two points' verbs are; what befell at some hour is one deed."""
        verbs = {*one.verbs, *other.verbs}
        if rule(one.value) == "hour" and verbs and verbs <= _BEFALLS:
            return 1.0
        return self._points.deed(one.verbs, other.verbs)

    def _sure(self, one: Point, other: Point, near: float) -> float:
        """Return how sure it is that two points, as near as that, are one; 0 if not sure enough."""
        if not near:
            return 0.0
        least = LEAST[rule(one.value)]
        covered = self._points.covered
        parts = [(one.said, other.said)]
        if rule(one.value) == "polarity":
            parts.append((one.whole, other.whole))  # the clauses are covered, or all is
        worse, better = max(
            sorted((covered(mine, other.whole), covered(yours, one.whole))) for mine, yours in parts
        )
        enough = worse >= least.worse and better >= least.better
        enough = enough and (worse >= PLAIN[1] or self._deed(one, other) >= least.deed)
        return near + worse if enough and near + worse >= least.sum else 0.0

    def _named(self, one: Point, other: Point) -> bool:
        """Return whether a voice has the name that the other gives anywhere."""
        return any(
            point.value.name and self._points.names(voice, point.value.name)
            for point, voice in ((one, other.voice), (other, one.voice))
        )

    def _known(self, one: Point, other: Point) -> bool:
        """Return whether a voice has the other's value too, of this slot.

        A day, a yes or a no must be of the same point; and since reports of a dispute give both
        sides, only one that has the other's very words counts as knowing them.
        """
        kind = rule(one.value)
        words = self._points.words
        for point, voice in ((one, other.voice), (other, one.voice)):
            for known in self._voiced[voice]:
                if not agree(point.value, known.value):
                    continue
                if kind == "dispute":
                    same = words(point.statement) == words(known.statement)
                elif kind in ("day", "polarity", "hour", "outcome", "vote", "score"):
                    same = self._sure(point, known, self._near(point, known)) > 0
                else:
                    same = True
                if same:
                    return True
        return False
