"""Readability: a packed brief in which no sentence repeats another or hangs in the air.

Packing knows what sentences cover, not how they read together. So what does not go with the others
is taken back, the weakest first, and the room is packed anew.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from summarize import counted
from summarize.text.clauses import retells
from summarize.text.values.accusations import accuses, denies
from summarize.weighing.fitness import leans_on
from summarize.weighing.pack import Problem, filled_up, pack, value
from summarize.weighing.retold import Retold
from summarize.weighing.unnamed import speaker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.records import Ranked
    from summarize.weighing.evidence import Evidence

    _Known = tuple[Sequence[int], Sequence[Ranked], Evidence]

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
# By how much the brief without the first one's lede must be the better one. What repeats a lede is
# taken back, so a long lede that tells two things can cost more than it brings. Worth 0.15 points
# of ROUGE-2 on Multi-News and 0.2 on AllSides at 66 words, nothing elsewhere, 2026-11.
BETTER = 0.01
# Share of the length below which sentences are added that by themselves bring less than nothing:
# who asks for 250 words of five short articles wants what there is. ROUGE is the same, 2026-11.
ENOUGH = 0.8
_SPEAKER = "tells no more of its speaker than"
_LEANS = "leans on a sentence that is not in the brief"
_HELD = 1e6  # worth that keeps the lede in the brief while others are taken back
# Cosine of an accusation and what denies it: the same matter.
SAME_MATTER = 0.5


def readable(
    problem: Problem, queue: Sequence[int], ranked: Sequence[Ranked], evidence: Evidence
) -> tuple[list[int], dict[int, str]]:
    """Return the items chosen, and those taken back because of the others, with the reasons.

    It is packed twice, the second time without the lede of the first, and the better brief counts;
    what it tells twice is mended.
    """
    known = (queue, ranked, evidence)
    brief = _packed(problem, known)
    if not brief[0]:
        return brief
    if len(brief[0]) < 2:
        return _filled(*brief, problem, known)
    others = replace(problem, allowed=problem.allowed.copy())
    others.allowed[_lede(brief[0], known)] = False
    again = _packed(others, known)
    if value(problem, again[0]) > (1 + BETTER) * value(problem, brief[0]):
        brief = again
    lede = _lede(brief[0], known)
    retold = Retold(problem, lede, queue, evidence, lambda anew: _packed(anew, known))
    return _filled(*retold.mended(brief), problem, known)


def _filled(
    chosen: list[int], taken_back: dict[int, str], problem: Problem, known: _Known
) -> tuple[list[int], dict[int, str]]:
    """Add what goes with the rest until ENOUGH of the length is used, though it tells little."""
    queue, _, evidence = known
    asked = queue, evidence, _scarce(problem)
    lede = _lede(chosen, known)

    def goes(item: int, others: Sequence[int]) -> bool:
        texts = [evidence.story.sentence(queue[one]).text for one in (item, *others)]
        return not (
            item in taken_back
            or _fault(item, lede, [*others, item], asked)
            or _nameless([item], queue, evidence)
            or any(retells(texts[0], other) for other in texts[1:])
        )

    least = math.ceil(ENOUGH * problem.budget)
    return filled_up(problem, chosen, least, goes), taken_back


def _packed(problem: Problem, known: _Known) -> tuple[list[int], dict[int, str]]:
    """Pack a brief around its lede, and take back what does not go with the rest."""
    queue, _, evidence = known
    held = replace(problem, worth=problem.worth.copy(), allowed=problem.allowed.copy())
    taken_back: dict[int, str] = {}
    chosen = _spoken(held, known, taken_back)
    if len(chosen) < 2:
        return chosen, taken_back
    lede = _lede(chosen, known)
    held.worth[lede] += _HELD
    chosen = _without_faults(chosen, lede, (held, known, taken_back))
    # What leaned on a sentence that had not been picked yet may lean on it now.
    explained = [
        item
        for item, reason in taken_back.items()
        if reason.startswith(_LEANS)
        and _fault(item, lede, [*chosen, item], (queue, evidence, _scarce(problem))) is None
    ]
    if explained:
        held.allowed[explained] = True
        again = _without_faults(_spoken(held, known, taken_back), lede, (held, known, taken_back))
        if value(problem, again) > value(problem, chosen):
            chosen = again
    taken_back = {item: reason for item, reason in taken_back.items() if item not in chosen}
    return _with_denials(chosen, held, queue, evidence), taken_back


def _without_faults(
    chosen: list[int], lede: int, packing: tuple[Problem, _Known, dict[int, str]]
) -> list[int]:
    """Take back what does not go with the rest, the weakest first, and pack anew till all does."""
    held, known, taken_back = packing
    queue, ranked, evidence = known
    asked = queue, evidence, _scarce(held)
    while True:
        # No other fault is looked for than that of the weakest that has one.
        weakest = sorted(chosen, key=lambda item: (ranked[queue[item]].score, item))
        for item in weakest:
            if item != lede and (reason := _fault(item, lede, chosen, asked)):
                break
        else:
            return chosen
        held.allowed[item] = False
        taken_back[item] = reason
        chosen = _spoken(held, known, taken_back)


def _spoken(problem: Problem, known: _Known, taken_back: dict[int, str]) -> list[int]:
    """Pack, and anew without what is said by nobody but a "he", if anything else is left."""
    queue, _, evidence = known
    chosen = pack(problem)
    while nameless := _nameless(chosen, queue, evidence):
        problem.allowed[list(nameless)] = False
        anew = pack(problem)
        if not anew:
            problem.allowed[list(nameless)] = True
            return chosen
        taken_back |= nameless
        chosen = anew
    return chosen


def _nameless(items: Sequence[int], queue: Sequence[int], evidence: Evidence) -> dict[int, str]:
    """Return the items whose speaker is a pronoun that nothing explains, with that as a reason."""
    said = {item: speaker(queue[item], evidence.story) for item in items}
    return {item: f"{_SPEAKER} “{pronoun}”" for item, pronoun in said.items() if pronoun}


def _scarce(problem: Problem) -> bool:
    return int(problem.costs.sum()) < SCARCE * problem.budget


def _lede(chosen: Sequence[int], known: _Known) -> int:
    """Return the item that tells the event: high in rank, and not for its length alone."""
    queue, ranked, evidence = known

    def weight(item: int) -> tuple[float, int]:
        words = counted.words(evidence.story.sentence(queue[item]).text)
        return ranked[queue[item]].score * min(_LEDE, words), -item

    return max(chosen, key=weight)


def _fault(
    item: int, lede: int, chosen: Sequence[int], known: tuple[Sequence[int], Evidence, bool]
) -> str | None:
    """Return why a chosen item does not go with the others, or None if it does."""
    queue, evidence, scarce = known
    story = evidence.story
    titles = {article.title for article in story.articles if article.title}
    others = [queue[other] for other in chosen if other != item]
    texts = (story.sentence(other).text for other in others)
    noun = leans_on(story.sentence(queue[item]).text, texts, titles)
    if noun:
        return f"{_LEANS}: “the {noun}”"
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
            and not _nameless([other], queue, evidence)
        ]
        if answers and not any(one in near for one in result):
            result.append(max(answers, key=lambda other: (near[other], -other)))
    return result
