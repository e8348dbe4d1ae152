"""select: the statements that together cover most, within the length.

The objective is the weight of the concepts covered plus each statement's own worth, under a budget,
and never two statements that say the same. What was not picked has a reason.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from summarize.errors import NothingToSummarizeError
from summarize.fitness import leans_on, unfit
from summarize.pack import Problem, pack
from summarize.records import Refusal, Selection
from summarize.rivals import Rivals
from summarize.text.openers import is_complete

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarize.concepts import Concepts
    from summarize.evidence import Evidence
    from summarize.records import Ranked, Story
    from summarize.settings import Settings

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
_LONG = 40  # characters
_PREFERRED = 40  # words; where sentences are counted, the longest would win otherwise


def select(
    ranked: Sequence[Ranked], known: Concepts, evidence: Evidence, settings: Settings
) -> Selection:
    """Return the picked statements and why each other was not.

    Raises:
        NothingToSummarizeError: no sentence fits the length; says which length would do.
    """
    import numpy as np

    story = evidence.story
    texts = [story.sentence(number).text for number in range(len(ranked))]
    reasons = {number: unfit(text) for number, text in enumerate(texts)}
    costs, budget = _costs(texts, settings)
    queue = _queue(texts, reasons, story, settings)
    least = min(costs[number] for number in queue)
    if least > budget:
        raise NothingToSummarizeError(_too_short(least, sum(costs), settings))
    rivals = Rivals(story, queue)
    problem = Problem(
        weights=known.weights,
        rows=[known.rows[number] for number in queue],
        worth=np.array([ranked[number].worth for number in queue]),
        costs=np.array([costs[number] for number in queue], dtype=np.int64),
        allowed=np.ones(len(queue), dtype=bool),
        budget=budget,
        clash=rivals.of,
    )
    chosen, taken_back = _readable(problem, queue, ranked, evidence)
    if not chosen:  # a sentence of one word has no concepts, and may still be all there is
        chosen = [next(i for i, number in enumerate(queue) if costs[number] <= budget)]
    refused = {n: Refusal("select", reason) for n, reason in reasons.items() if reason}
    for item in set(range(len(queue))) - set(chosen):
        refused[queue[item]] = _beaten(item, chosen, queue, rivals)
    for item, reason in taken_back.items():
        refused[queue[item]] = Refusal("select", reason)
    return Selection(tuple(queue[item] for item in chosen), refused)


def _readable(
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
            return chosen, taken_back
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


def _queue(
    texts: Sequence[str], reasons: Mapping[int, str | None], story: Story, settings: Settings
) -> list[int]:
    """Return the candidates, in an order that does not depend on that of the articles."""
    # Where nothing can stand alone, the best of what there is still beats nothing: sentences that
    # lean on others, and where a language ends none with a full stop, what is long enough.
    allowed = (
        [number for number, reason in reasons.items() if reason is None]
        or [number for number, text in enumerate(texts) if is_complete(text)]
        or [number for number, text in enumerate(texts) if len(text) >= _LONG]
    )
    if not allowed:
        raise NothingToSummarizeError(
            "No sentence is left once page furniture is gone; give articles with running text."
        )
    if settings.length[0] == "sentences":
        allowed = [n for n in allowed if len(texts[n].split()) <= _PREFERRED] or allowed

    def key(number: int) -> tuple[str, str, int]:
        path = story.articles[story.sentence(number).span.article].path
        return texts[number], path, number

    return sorted(allowed, key=key)


def _costs(texts: Sequence[str], settings: Settings) -> tuple[list[int], int]:
    """Return what each text costs and the budget, in the unit of the length asked for."""
    unit, size = settings.length
    if unit == "sentences":
        return [1] * len(texts), int(size)
    if unit == "chars":
        # One more for the space between sentences, which the last does not need.
        return [len(text) + 1 for text in texts], int(size) + 1
    words = [max(1, len(text.split())) for text in texts]
    return words, math.floor(size * sum(words)) if unit == "ratio" else int(size)


def _too_short(least: int, whole: int, settings: Settings) -> str:
    unit, size = settings.length
    if unit == "chars":
        least -= 1
    if unit == "ratio":
        size_, needed = f"{size:g}", f"{math.ceil(1000 * least / whole) / 1000:g}"
    else:
        size_, needed = f"{size:g}", f"{least}"
    return (
        f"No sentence fits --{unit} {size_}: the shortest that can stand alone needs "
        f"--{unit} {needed}."
    )


def _beaten(item: int, chosen: Sequence[int], queue: Sequence[int], rivals: Rivals) -> Refusal:
    """Return why a candidate was not picked: a pick says the same, or others cover more."""
    for pick in chosen:
        if rivals.of(pick)[item]:
            return Refusal("cluster", "says the same as a picked sentence", queue[pick])
    return Refusal("select", "others cover more in the length")
