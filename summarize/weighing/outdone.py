"""Outdone: tolls that a brief does not give, for another of its sentences gives a larger one."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from summarize.text.values.absolute import published
from summarize.text.values.fates import GROWS
from summarize.text.values.tallies import tolls

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from summarize.weighing.evidence import Evidence

    Tolls = frozenset[tuple[str, float]]

# Cosine of two sentences of one event, as in `differing.tolls`.
NEAR = 0.35
REASON = "gives a toll of which a picked sentence gives a larger number"


class Outdone:
    """The items of a queue of statements that give an event's toll, each read once."""

    def __init__(self, queue: Sequence[int], evidence: Evidence) -> None:
        self._queue = queue
        self._evidence = evidence
        self._known: dict[int, Tolls] = {}

    def among(self, items: Sequence[int]) -> list[int]:
        """Return those of some items whose toll another one outdoes, which is told instead.

        Of two days both may be: it is news how a toll rose.
        """
        pairs = list(self._outdone(items))
        lesser = {out for out, _ in pairs}
        return list(dict.fromkeys(out for out, by in pairs if by not in lesser))

    def _outdone(self, items: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Give the items that are outdone, each with what outdoes it."""
        telling = [item for item in sorted(items) if self._tolls(item)]
        for one, other in combinations(telling, 2):
            most = _rivalling(self._tolls(one), self._tolls(other))
            first, second = self._day(one), self._day(other)
            apart = first and second and first != second
            if most and not apart and self._cosine(one, other) >= NEAR:
                yield (one, other) if most[0] < most[1] else (other, one)

    def _tolls(self, item: int) -> Tolls:
        if item not in self._known:
            text = self._evidence.story.sentence(self._queue[item]).text
            self._known[item] = tolls(text)
        return self._known[item]

    def _cosine(self, one: int, other: int) -> float:
        return float(self._evidence.cosines(self._queue[one], [self._queue[other]])[0])

    def _day(self, item: int) -> date | None:
        story = self._evidence.story
        return published(story.articles[story.sentence(self._queue[item]).span.article].date)


def _rivalling(one: Tolls, other: Tolls) -> tuple[float, float] | None:
    """Return the largest tolls of two sentences if they may be of one event and none is alike."""
    if one & other:
        return None
    for fate in sorted({fate for fate, _ in one} & {fate for fate, _ in other}):
        most = max(n for f, n in one if f == fate), max(n for f, n in other if f == fate)
        if max(most) <= GROWS * min(most):
            return most
    return None
