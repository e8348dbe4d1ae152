"""Readability: a packed brief in which no sentence repeats another or hangs in the air.

Packing knows what sentences cover, not how they read together. So what does not go with the others
is taken back, the weakest first, and the room is packed anew.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from summarize import counted
from summarize.text.clauses import retells
from summarize.text.values.accusations import denies
from summarize.weighing.denials import with_denials
from summarize.weighing.fitness import leans_on
from summarize.weighing.outdone import REASON, Outdone
from summarize.weighing.pack import Problem, filled_up, pack, value
from summarize.weighing.retold import Draft, Retold
from summarize.weighing.strangers import Strangers
from summarize.weighing.unnamed import Nameless

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarize.records import Ranked
    from summarize.weighing.evidence import Evidence

# A sentence repeats another if the share of its content that the other states and their cosine
# come to the first of these, or two others together state the second. Between 1.3 and 1.2 AllSides
# loses 0.2 points of ROUGE-2 and gains briefs that do not say a thing twice; with 1.1 Multi-News
# loses 0.7. The lede is what articles retell most, so nearness to it counts more (MultiLing loses
# 0.5). Where candidates come to less than SCARCE times the length, the brief takes most of them,
# and a sentence that adds a little is better than none: AllSides gains 0.4 at 150 words. 2026-11.
REPEATED = (1.2, 0.8)
REPEATED_LEDE = (1.04, 0.8)
REPEATED_SCARCE = (1.5, 0.95)
SCARCE = 2
# Words of the lede that count, so that the longest sentence is not the lede for its length.
_LEDE = 40
# By how much the brief without the first one's lede must be the better one. What repeats a lede is
# taken back, so a long lede that tells two things can cost more than it brings. Worth 0.15 points
# of ROUGE-2 on Multi-News and 0.2 on AllSides at 66 words, nothing elsewhere, 2026-11.
BETTER = 0.01
# Share of the length below which sentences are added that by themselves bring less than nothing:
# who asks for 250 words of five short articles wants what there is. ROUGE is the same, 2026-11.
ENOUGH = 0.8
# Share of the objective that it may cost to give an event's toll once.
ONE_TOLL = 0.3
_LEANS = "leans on a sentence that is not in the brief"
_HELD = 1e6  # worth that keeps the lede in the brief while others are taken back


def readable(
    problem: Problem, queue: Sequence[int], ranked: Sequence[Ranked], evidence: Evidence
) -> Draft:
    """Return the items chosen, and those taken back because of the others, with the reasons.

    It is packed twice, the second time without the lede of the first, and the better brief counts;
    what it tells twice is mended.
    """
    scarce = int(problem.costs.sum()) < SCARCE * problem.budget
    asked = Nameless(queue, evidence.story), Outdone(queue, evidence)
    items = _Items(queue, ranked, evidence, scarce, *asked)
    draft = _packed(problem, items)
    if len(draft.chosen) < 2:
        return _filled(draft, problem, items) if draft.chosen else draft
    others = replace(problem, allowed=problem.allowed.copy())
    others.allowed[items.lede(draft.chosen)] = False
    again = _packed(others, items)
    if value(problem, again.chosen) > (1 + BETTER) * value(problem, draft.chosen):
        draft = again
    lede = items.lede(draft.chosen)
    retold = Retold(problem, lede, queue, evidence, lambda anew: _packed(anew, items))
    draft = _told_once(retold.mended(draft), problem, items)
    filled = partial(_refilled, problem=problem, items=items)
    strangers = Strangers(problem, queue, evidence.story, items.goes, filled)
    return _filled(strangers.introduced(draft, items.weakest(draft.chosen)), problem, items)


def _told_once(draft: Draft, problem: Problem, items: _Items) -> Draft:
    """Take back tolls that another pick outdoes, and give the room that they leave to others.

    All else stays, since it was packed together, and so do denials and what would cost too much.
    """
    least = (1 - ONE_TOLL) * value(problem, draft.chosen)
    for lesser in items.outdone.among(draft.chosen):
        rest = [item for item in draft.chosen if item != lesser]
        tried = _refilled(Draft(rest, draft.taken_back | {lesser: REASON}), problem, items)
        if value(problem, tried.chosen) >= least and not denies(items.text(lesser)):
            draft = tried
    return draft


def _refilled(draft: Draft, problem: Problem, items: _Items) -> Draft:
    """Give the room that is left to what adds anything."""

    def adds(item: int, others: Sequence[int]) -> bool:
        more = value(problem, [*others, item]) > value(problem, others)
        return more and items.goes(draft, item, others)

    return draft._replace(chosen=filled_up(problem, draft.chosen, problem.budget, adds))


def _filled(draft: Draft, problem: Problem, items: _Items) -> Draft:
    """Add what goes with the rest until ENOUGH of the length is used, though it tells little."""
    least, goes = math.ceil(ENOUGH * problem.budget), partial(items.goes, draft)
    return draft._replace(chosen=filled_up(problem, draft.chosen, least, goes))


def _packed(problem: Problem, items: _Items) -> Draft:
    """Pack a brief around its lede, and take back what does not go with the rest."""
    held = replace(problem, worth=problem.worth.copy(), allowed=problem.allowed.copy())
    packing = _Packing(held, items)
    chosen = packing.spoken()
    if len(chosen) < 2:
        return Draft(chosen, packing.taken_back)
    lede = items.lede(chosen)
    held.worth[lede] += _HELD
    chosen = packing.without_faults(chosen, lede)
    # What leaned on a sentence that had not been picked yet may lean on it now.
    explained = [
        item
        for item, reason in packing.taken_back.items()
        if reason.startswith(_LEANS) and items.fault(item, lede, [*chosen, item]) is None
    ]
    if explained:
        held.allowed[explained] = True
        again = packing.without_faults(packing.spoken(), lede)
        if value(problem, again) > value(problem, chosen):
            chosen = again
    taken_back = {item: why for item, why in packing.taken_back.items() if item not in chosen}
    chosen = with_denials(chosen, held, items.queue, items.evidence, items.nameless)
    return Draft(chosen, taken_back)


class _Items(NamedTuple):
    """What is known of a problem's items: the statement of each, its rank, who states it too."""

    queue: Sequence[int]
    ranked: Sequence[Ranked]  # by statement
    evidence: Evidence
    scarce: bool  # whether there is little text for the length
    nameless: Nameless
    outdone: Outdone

    def text(self, item: int) -> str:
        return self.evidence.story.sentence(self.queue[item]).text

    def score(self, item: int) -> float:
        return self.ranked[self.queue[item]].score

    def lede(self, chosen: Sequence[int]) -> int:
        """Return the item that tells the event: high in rank, and not for its length alone."""

        def weight(item: int) -> tuple[float, int]:
            return self.score(item) * min(_LEDE, counted.words(self.text(item))), -item

        return max(chosen, key=weight)

    def weakest(self, chosen: Sequence[int]) -> list[int]:
        """Return chosen items from the lowest in rank on, the lede last."""
        lede = self.lede(chosen)
        return sorted(chosen, key=lambda item: (item == lede, self.score(item), item))

    def goes(self, draft: Draft, item: int, others: Sequence[int]) -> bool:
        """Return whether an item that was not taken back goes with others."""
        text = self.text(item)
        return not (
            item in draft.taken_back
            or self.fault(item, self.lede(draft.chosen), [*others, item])
            or self.nameless.among([item])
            or self.outdone.among([*others, item])
            or any(retells(text, self.text(other)) for other in others)
        )

    def fault(self, item: int, lede: int, chosen: Sequence[int]) -> str | None:
        """Return why a chosen item does not go with the others, or None if it does."""
        queue, evidence = self.queue, self.evidence
        titles = {article.title for article in evidence.story.articles if article.title}
        others = [other for other in chosen if other != item]
        noun = leans_on(self.text(item), map(self.text, others), titles)
        if noun:
            return f"{_LEANS}: “the {noun}”"
        limits = REPEATED_SCARCE if self.scarce else REPEATED
        if evidence.repeated(queue[item], [queue[other] for other in others], limits) or (
            not self.scarce and evidence.repeated(queue[item], [queue[lede]], REPEATED_LEDE)
        ):
            return "says nothing that picked sentences do not say"
        return None


@dataclass
class _Packing:
    """A problem that is packed again and again, fewer and fewer of its items being allowed."""

    problem: Problem
    items: _Items
    taken_back: dict[int, str] = field(default_factory=dict)  # each with the reason

    def spoken(self) -> list[int]:
        """Pack, and anew without what is told of nobody but a "he", if anything else is left."""
        chosen = pack(self.problem)
        while nameless := self.items.nameless.among(chosen):
            anew = self._without(self.items.nameless.everywhere()) or self._without(nameless)
            if not anew:
                return chosen
            chosen = anew
        return chosen

    def _without(self, nameless: Mapping[int, str]) -> list[int]:
        """Pack without some items, and take them back if anything is left."""
        out = [item for item in nameless if self.problem.allowed[item]]
        if not out:
            return []
        self.problem.allowed[out] = False
        chosen = pack(self.problem)
        if chosen:
            self.taken_back |= {item: nameless[item] for item in out}
        else:
            self.problem.allowed[out] = True
        return chosen

    def without_faults(self, chosen: list[int], lede: int) -> list[int]:
        """Take back what does not go with the rest, the weakest first, and pack till all does."""
        while True:
            # No other fault is looked for than that of the weakest that has one.
            weakest = sorted(chosen, key=lambda item: (self.items.score(item), item))
            for item in weakest:
                if item != lede and (reason := self.items.fault(item, lede, chosen)):
                    break
            else:
                return chosen
            self.problem.allowed[item] = False
            self.taken_back[item] = reason
            chosen = self.spoken()
