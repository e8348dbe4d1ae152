"""select: the statements that together cover most, within the length.

The objective is the weight of the concepts covered plus each statement's own worth, under a budget,
and never two statements that say the same. What was not picked has a reason.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from summarize import counted
from summarize.answers import remembering
from summarize.barred import Barred
from summarize.errors import NothingToSummarizeError, nothing_left
from summarize.records import Refusal, Selection
from summarize.text.complete import is_complete
from summarize.text.typography import plain
from summarize.weighing.carried import uncarried
from summarize.weighing.fitness import unfit_at
from summarize.weighing.off_topic import off_topic
from summarize.weighing.pack import Problem
from summarize.weighing.readable import readable
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
_STRAY = "its article tells of something else than all others"
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
    reasons = _reasons(texts, story)
    costs, budget = _costs(texts, settings)
    queue = _queue(texts, reasons, story, settings, barred)
    free = [number for number in queue if number not in barred.refusals]
    if not free:
        raise NothingToSummarizeError(_excuse(texts, ranked, reasons, barred))
    lone = uncarried(free, evidence, settings.min_voices)
    queue = [number for number in queue if number not in lone]
    if (least := min(costs[number] for number in free if number not in lone)) > budget:
        raise NothingToSummarizeError(_too_short(least, sum(costs), settings))
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
    aside = set(reasons).difference(queue)
    refused = {n: Refusal("select", reasons[n] or lone.get(n, _TOO_LONG)) for n in aside}
    for item in set(range(len(queue))) - set(chosen):
        refused[queue[item]] = _beaten(item, chosen, queue, rivals)
    refused |= {queue[item]: Refusal("select", reason) for item, reason in taken_back.items()}
    return Selection(tuple(queue[item] for item in chosen), refused | {**barred.refusals})


def _reasons(texts: Sequence[str], story: Story) -> Mapping[int, str | None]:
    """Return why each statement cannot stand in any brief, None if it can."""
    spans = [story.sentence(number).span for number in range(len(texts))]

    def find() -> list[str | None]:
        whole = [plain(article.text) for article in story.articles]
        return [unfit_at(whole[at.article], at) for at in spans]

    found = remembering(story).answers.ask("unfit", find)
    reasons = dict(enumerate(found))
    if apart := off_topic(story):
        astray = (n for n, span in enumerate(spans) if span.article in apart)
        reasons |= {number: _STRAY for number in astray if reasons[number] is None}
    return reasons


def _excuse(
    texts: Sequence[str],
    ranked: Sequence[Ranked],
    reasons: Mapping[int, str | None],
    barred: Barred,
) -> str:
    """Return what is told where nothing can be picked, or only what cannot stand in a brief."""
    asked = [n for n in reasons if n not in barred.refusals and reasons[n]]
    if not (asked and barred.about):
        return barred.excuse
    best = min(asked, key=lambda number: (-ranked[number].worth, texts[number]))
    told = f"{texts[best][:_SHOWN]}…" if len(texts[best]) > _SHOWN else texts[best]
    return (
        f"No sentence about “{barred.about}” can stand in a brief, as “{told}” ({reasons[best]}); "
        "leave out --focus, or see what there is with summarize explain."
    )


def _queue(
    texts: Sequence[str],
    reasons: Mapping[int, str | None],
    story: Story,
    settings: Settings,
    barred: Barred,
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
        raise nothing_left(story.articles)
    if settings.length[0] == "sentences":
        short = [n for n in allowed if counted.span(texts[n]) <= _PREFERRED]
        # Long ones are better than nothing, and than what nobody asked for.
        allowed = allowed if set(short) <= barred.refusals.keys() else short

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
    words = [max(1, counted.words(text)) for text in texts]
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
