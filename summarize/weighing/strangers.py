"""Strangers: people whom a brief calls by their surnames though nobody there tells who they are.

Packing does not know that a sentence was written for readers who had been told. So one that names
him in full is tried beside it, in the room of the weakest others.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarize.answers import remembering, who_says
from summarize.hearing import sources
from summarize.text.patterns import pattern
from summarize.text.tongues.force import in_force
from summarize.text.values.accusations import denies
from summarize.weighing.introduced import Introductions, mentions
from summarize.weighing.pack import value

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from summarize.records import Story
    from summarize.weighing.pack import Problem
    from summarize.weighing.retold import Draft

_WORD = pattern(r"\w[\w’'-]*")
# Share of the objective that introducing somebody may cost. Of 299 development stories briefs of
# four lengths change 14 times by it, 11 of them for the better by reading and one for the worse;
# ROUGE-2 stays within 0.03 points, 2026-11.
MOST_LOST = 0.1


@dataclass(frozen=True, slots=True)
class Strangers:
    """A problem with the statements of its items, what goes with others, and how room is filled."""

    problem: Problem
    queue: Sequence[int]
    story: Story
    goes: Callable[[Draft, int, Sequence[int]], bool]
    filled: Callable[[Draft], Draft]

    def introduced(self, draft: Draft, ranked: Sequence[int]) -> Draft:
        """Return a draft that names in full whom it can; `ranked` are its items, the lede last."""
        for item in () if in_force() else ranked:
            if item in draft.chosen:
                others = [one for one in ranked[:-1] if one != item and not denies(self._text(one))]
                tried = [self._beside(draft, other, others) for other in self._naming(item, draft)]
                best = max(tried, key=self._worth, default=draft)
                draft = best if self._worth(best) >= (1 - MOST_LOST) * self._worth(draft) else draft
        return draft

    def _text(self, item: int) -> str:
        return self.story.sentence(self.queue[item]).text

    def _worth(self, draft: Draft) -> float:
        return value(self.problem, draft.chosen)

    def _naming(self, item: int, draft: Draft) -> list[int]:
        """Return the items that name in full whom one calls by a surname and no other explains."""
        told = [self.queue[other] for other in draft.chosen]
        for short in self._unexplained(item, draft):
            left = [
                other for other in range(len(self.queue)) if _may_name(self._text(other), short)
            ]
            if not left or self._says(item, short):
                continue
            numbers = [self.queue[other] for other in left]
            found = Introductions([*told, *numbers], self.story).naming(short, told, numbers)
            if found:
                return [other for other in left if self.queue[other] in found]
        return []

    def _unexplained(self, item: int, draft: Draft) -> list[str]:
        """Return the surnames in an item of whom neither a title nor a chosen item tells more."""
        titles = " ".join(article.title or "" for article in self.story.articles)
        bare = [name[-1] for name, bare in mentions(self._text(item)) if bare]
        told = {
            name[-1]
            for other in draft.chosen
            for name, short in (mentions(self._text(other)) if bare else ())
            if not short
        }
        return [short for short in bare if short not in told and short not in titles]

    def _says(self, item: int, short: str) -> bool:
        """Tell whether it is he who says it, so that he is named in full beside it."""
        sentence = self.story.sentence(self.queue[item])
        answers = remembering(self.story).answers
        source = answers.ask(who_says(sentence), lambda: next(sources([sentence], self.story)))
        words = _WORD.findall(source or "")
        return len(words) > 1 and short in words

    def _beside(self, draft: Draft, item: int, others: Sequence[int]) -> Draft:
        """Return a draft with another item, the weakest of others out until it has room."""
        costs, kept = self.problem.costs, list(draft.chosen)
        room = self.problem.budget - int(costs[item])
        for other in others:
            if other in kept and sum(int(costs[one]) for one in kept) > room:
                kept.remove(other)
        clash = any(self.problem.clash(item)[other] for other in kept)
        full = sum(int(costs[one]) for one in kept) > room
        if clash or full or not self.problem.allowed[item] or not self.goes(draft, item, kept):
            return draft
        return self.filled(draft._replace(chosen=[*kept, item]))


def _may_name(text: str, short: str) -> bool:
    """Tell whether a word with a capital stands in front of a surname in a text."""
    before = text.partition(f" {short}")
    word = before[0].rpartition(" ")[2]
    return bool(before[1]) and word[:1].isupper()
