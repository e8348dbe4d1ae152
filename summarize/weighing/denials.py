"""Denials: what is accused in a brief is denied there too, where there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.text.values.accusations import accuses, denies

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.weighing.evidence import Evidence
    from summarize.weighing.pack import Problem
    from summarize.weighing.unnamed import Nameless

# Cosine of an accusation and what denies it: the same matter.
SAME_MATTER = 0.5


def with_denials(
    chosen: Sequence[int],
    problem: Problem,
    queue: Sequence[int],
    evidence: Evidence,
    nameless: Nameless,
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
            and not nameless.among([other])
        ]
        if answers and not any(one in near for one in result):
            result.append(max(answers, key=lambda other: (near[other], -other)))
    return result
