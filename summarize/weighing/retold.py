"""Retelling: where two sentences of a brief tell one thing in a clause, it is packed anew.

Packing pays for what is new in a sentence and does not mind the rest, so a long sentence can come
in for its main clause and tell in another what the reader knows. What made it worth its room may be
told by a sentence near it in meaning, which exchanges of one for one do not reach: each of these is
tried in its place, and so is a brief without both.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from summarize.text.clauses import retells
from summarize.weighing.pack import value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from summarize.weighing.evidence import Evidence
    from summarize.weighing.pack import Problem

REASON = "tells again in a clause what a picked sentence tells"
# Sentences nearest in meaning that are tried in place of one that retells, and how near they are:
# the cosine from which two sentences are of one matter.
STAND_INS = 5
NEAR = 0.5
# Briefs whose objective differs by less are worth the same; the one that repeats itself least is
# taken. To ask that of all briefs costs up to half a point of ROUGE-2; here nothing. 2026-11.
SAME_WORTH = 0.01
# Share of the objective that telling no clause twice may cost: where there is little text, what
# else the sentence tells is worth more. It never cost more in briefs of the development sets;
# 2026-11.
MOST_LOST = 0.2
_HELD = (1e6, 1e5)  # worth that keeps the lede, and the sentence that is tried, in the brief


class Draft(NamedTuple):
    """A brief while it is packed: the items chosen, and why others were taken back for them."""

    chosen: list[int]
    taken_back: dict[int, str]


class _Attempt(NamedTuple):
    """A draft made without some items, and around another; what it is worth."""

    draft: Draft
    worth: float
    banned: tuple[int, ...]
    stand_in: int | None


@dataclass(frozen=True, slots=True)
class Retold:
    """A problem with its lede, the statements of its items, and how it is packed."""

    problem: Problem
    lede: int
    queue: Sequence[int]
    evidence: Evidence
    packed: Callable[[Problem], Draft]

    def mended(self, draft: Draft) -> Draft:
        """Return the draft, or if a clause is told twice in it, the best in which none is.

        If there is none such that is worth nearly as much, it stays as it is.
        """
        again = self._retelling(draft.chosen) - {self.lede}
        if not again:
            return draft
        found = self._attempts(
            ((item,), stand_in)
            for item in sorted(again)
            for stand_in in (None, *self._stand_ins(item, draft.chosen))
        )
        best = max(found, key=lambda one: one.worth, default=None)
        if best is None or best.worth < (1 - MOST_LOST) * value(self.problem, draft.chosen):
            return draft
        found += self._attempts(
            ((*best.banned, item), best.stand_in)
            for item in best.draft.chosen
            if item not in (self.lede, best.stand_in)
        )
        limit = (1 - SAME_WORTH) * max(one.worth for one in found)
        equal = [one for one in found if one.worth >= limit]
        calm = min(equal, key=lambda one: (self._overlap(one.draft.chosen), -one.worth)).draft
        reasons = {item: REASON for item in again if item not in calm.chosen}
        return Draft(calm.chosen, calm.taken_back | reasons)

    def _attempts(self, asked: Iterable[tuple[tuple[int, ...], int | None]]) -> list[_Attempt]:
        """Return the drafts without some items and with another that tell no clause twice."""
        found = []
        for banned, stand_in in asked:
            problem = replace(
                self.problem, worth=self.problem.worth.copy(), allowed=self.problem.allowed.copy()
            )
            problem.allowed[list(banned)] = False
            for item, held in zip((self.lede, stand_in), _HELD, strict=True):
                if item is not None:
                    problem.worth[item] += held
            draft = self.packed(problem)
            if not self._retelling(draft.chosen):
                worth = value(self.problem, draft.chosen)
                found.append(_Attempt(draft, worth, banned, stand_in))
        return found

    def _retelling(self, chosen: Sequence[int]) -> set[int]:
        """Return the chosen items of which a clause is told by another's."""
        story = self.evidence.story
        texts = [story.sentence(self.queue[item]).text for item in chosen]
        return {
            item
            for place, one in enumerate(texts)
            for before, other in enumerate(texts[:place])
            if retells(one, other)
            for item in (chosen[place], chosen[before])
        }

    def _stand_ins(self, item: int, chosen: Sequence[int]) -> list[int]:
        """Return the items that may stand in for one: nearest in meaning, and not chosen."""
        import numpy as np

        cosines = self.evidence.cosines(self.queue[item], self.queue)
        cosines[~self.problem.allowed] = 0
        cosines[chosen] = 0
        nearest = np.argsort(-cosines, kind="stable")[:STAND_INS]
        return [other for other in nearest.tolist() if cosines[other] >= NEAR]

    def _overlap(self, chosen: Sequence[int]) -> float:
        return self.evidence.overlap([self.queue[item] for item in sorted(chosen)])
