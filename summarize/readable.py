"""Readability: a packed brief in which no sentence repeats another or hangs in the air.

Packing knows what sentences cover, not how they read together. So what does not go with the others
is taken back, the weakest first, and the room is packed anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.fitness import leans_on
from summarize.pack import Problem, pack
from summarize.text.disputes import accuses, denies

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.evidence import Evidence
    from summarize.records import Ranked

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
_LEDE = (
    40  # words of the lede that count, so that the longest sentence is not the lede for its length
)
_HELD = 1e6  # worth that keeps the lede in the brief while others are taken back
# Cosine of an accusation and what denies it: the same matter.
SAME_MATTER = 0.5


def readable(
    problem: Problem, queue: Sequence[int], ranked: Sequence[Ranked], evidence: Evidence
) -> tuple[list[int], dict[int, str]]:
    """Return the items chosen, and those taken back because of the others, with the reasons."""
    scarce = int(problem.costs.sum()) < SCARCE * problem.budget
    taken_back: dict[int, str] = {}
    chosen = pack(problem)
    if len(chosen) < 2:
        return chosen, taken_back
    words = [len(evidence.story.sentence(number).text.split()) for number in queue]
    lede = max(chosen, key=lambda i: (ranked[queue[i]].score * min(_LEDE, words[i]), -i))
    problem.worth[lede] += _HELD
    while True:
        faults = {
            item: reason
            for item in chosen
            if item != lede and (reason := _fault(item, lede, chosen, (queue, evidence, scarce)))
        }
        if not faults:
            return _with_denials(chosen, problem, queue, evidence), taken_back
        least = min(faults, key=lambda item: (ranked[queue[item]].score, item))
        problem.allowed[least] = False
        taken_back[least] = faults[least]
        chosen = pack(problem)


def _fault(
    item: int, lede: int, chosen: Sequence[int], known: tuple[Sequence[int], Evidence, bool]
) -> str | None:
    """Return why a chosen item does not go with the others, or None if it does."""
    queue, evidence, scarce = known
    story = evidence.story
    titles = sorted({article.title for article in story.articles if article.title})
    others = [queue[other] for other in chosen if other != item]
    texts = [story.sentence(other).text for other in others]
    noun = leans_on(story.sentence(queue[item]).text, texts, titles)
    if noun:
        return f"leans on a sentence that is not in the brief: “the {noun}”"
    if evidence.repeated(queue[item], others, REPEATED_SCARCE if scarce else REPEATED) or (
        not scarce and evidence.repeated(queue[item], [queue[lede]], REPEATED_LEDE)
    ):
        return "says nothing that picked sentences do not say"
    return None


def _with_denials(
    chosen: Sequence[int], problem: Problem, queue: Sequence[int], evidence: Evidence
) -> list[int]:
    """Return the chosen items and, where there is room, the denials of what they accuse."""
    texts = [evidence.story.sentence(number).text for number in queue]
    result = list(chosen)
    accused = [item for item in chosen if accuses(texts[item]) and not denies(texts[item])]
    denials = [item for item, text in enumerate(texts) if denies(text)] if accused else []
    for item in accused:
        room = problem.budget - sum(int(problem.costs[other]) for other in result)
        cosines = evidence.cosines(queue[item], [queue[other] for other in denials])
        near = {o: c for o, c in zip(denials, cosines.tolist(), strict=True) if c >= SAME_MATTER}
        answers = [
            other
            for other in near
            if problem.allowed[other]
            and problem.costs[other] <= room
            and not any(problem.clash(one)[other] for one in result if one != item)
        ]
        if answers and not any(one in near for one in result):
            result.append(max(answers, key=lambda other: (near[other], -other)))
    return result
