"""select: the statements that together cover most, within the length.

The objective is the weight of the concepts covered plus each statement's own worth, under a budget,
and never two statements that say the same. What was not picked has a reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize import counted
from summarize.barred import Barred
from summarize.errors import NothingToSummarizeError, nothing_left
from summarize.records import Refusal, Selection
from summarize.text.complete import is_complete
from summarize.weighing.budget import costs_and_budget, too_short
from summarize.weighing.carried import uncarried
from summarize.weighing.pack import Problem
from summarize.weighing.readable import readable
from summarize.weighing.reasons import reasons
from summarize.weighing.rivals import Rivals

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarize.records import Ranked, Story
    from summarize.settings import Settings
    from summarize.weighing.concepts import Concepts
    from summarize.weighing.evidence import Evidence

NONE = Barred()
_LONG = 40  # characters
_SHOWN = 80  # characters
_PREFERRED = 40  # words; where sentences are counted, the longest would win otherwise
_TOO_LONG = f"has more than {_PREFERRED} words, where sentences are counted"


def select(
    ranked: Sequence[Ranked],
    known: Concepts,
    evidence: Evidence,
    settings: Settings,
    barred: Barred = NONE,
) -> Selection:
    """Return the picked statements, none of them barred, and why each other was not.

    Raises:
        NothingToSummarizeError: all are barred, or none fits the length; says which would do.
    """
    import numpy as np

    story = evidence.story
    texts = [story.sentence(number).text for number in range(len(ranked))]
    why = reasons(story, len(texts))
    costs, budget = costs_and_budget(texts, settings)
    queue = _queue(texts, why, story, settings, barred)
    free = [number for number in queue if number not in barred.refusals]
    if not free:
        raise NothingToSummarizeError(_excuse(texts, ranked, why, barred))
    lone = uncarried(free, evidence, settings.min_voices)
    queue = [number for number in queue if number not in lone]
    if (least := min(costs[number] for number in free if number not in lone)) > budget:
        raise NothingToSummarizeError(too_short(least, sum(costs), settings))
    rivals = Rivals(story, queue)
    problem = Problem(
        weights=known.weights,
        rows=[known.rows[number] for number in queue],
        worth=np.array([ranked[number].worth for number in queue]),
        costs=np.array([costs[number] for number in queue], dtype=np.int64),
        allowed=np.array([number not in barred.refusals for number in queue]),
        budget=budget,
        clash=rivals.of,
    )
    chosen, taken_back = readable(problem, queue, ranked, evidence)
    # A sentence of one word has no concepts, and may still be all there is.
    chosen = chosen or [int(np.flatnonzero(problem.allowed & (problem.costs <= budget))[0])]
    aside = set(why).difference(queue)
    refused = {n: Refusal("select", why[n] or lone.get(n, _TOO_LONG)) for n in aside}
    for item in set(range(len(queue))) - set(chosen):
        refused[queue[item]] = _beaten(item, chosen, queue, rivals)
    refused |= {queue[item]: Refusal("select", reason) for item, reason in taken_back.items()}
    return Selection(tuple(queue[item] for item in chosen), refused | {**barred.refusals})


def _excuse(
    texts: Sequence[str],
    ranked: Sequence[Ranked],
    why: Mapping[int, str | None],
    barred: Barred,
) -> str:
    """Return what is told where nothing can be picked, or only what cannot stand in a brief."""
    asked = [n for n in why if n not in barred.refusals and why[n]]
    if not (asked and barred.about):
        return barred.excuse
    best = min(asked, key=lambda number: (-ranked[number].worth, texts[number]))
    told = f"{texts[best][:_SHOWN]}…" if len(texts[best]) > _SHOWN else texts[best]
    return (
        f"No sentence about “{barred.about}” can stand in a brief, as “{told}” ({why[best]}); "
        "leave out --focus, or see what there is with summarize explain."
    )


def _queue(
    texts: Sequence[str],
    why: Mapping[int, str | None],
    story: Story,
    settings: Settings,
    barred: Barred,
) -> list[int]:
    """Return the candidates, in an order that does not depend on that of the articles."""
    # Where nothing can stand alone, the best of what there is still beats nothing: sentences that
    # lean on others, and where a language ends none with a full stop, what is long enough.
    allowed = (
        [number for number, reason in why.items() if reason is None]
        or [number for number, text in enumerate(texts) if is_complete(text)]
        or [number for number, text in enumerate(texts) if len(text) >= _LONG]
    )
    if not allowed:
        raise nothing_left(story.articles)
    if settings.length[0] == "sentences":
        short = [n for n in allowed if counted.span(texts[n]) <= _PREFERRED]
        # Long ones are better than nothing, and than what nobody asked for.
        allowed = allowed if set(short) <= barred.refusals.keys() else short

    def key(number: int) -> tuple[str, str, int]:
        path = story.articles[story.sentence(number).span.article].path
        return texts[number], path, number

    return sorted(allowed, key=key)


def _beaten(item: int, chosen: Sequence[int], queue: Sequence[int], rivals: Rivals) -> Refusal:
    """Return why a candidate was not picked: a pick says the same, or others cover more."""
    for pick in chosen:
        if rivals.of(pick)[item]:
            return Refusal("cluster", "says the same as a picked sentence", queue[pick])
    return Refusal("select", "others cover more in the length")
