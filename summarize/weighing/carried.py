"""Carried: what enough independent voices state, counted as in a brief's citations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.errors import NothingToSummarizeError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.weighing.evidence import Evidence


def uncarried(candidates: Sequence[int], evidence: Evidence, least: int) -> dict[int, str]:
    """Return the candidates that fewer than `least` voices carry, each with the reason.

    Raises:
        NothingToSummarizeError: that would be all of them; says how many voices the best has.
    """
    if least <= 1:
        return {}
    voice_of = evidence.story.voice_of
    if least > len(evidence.story.voices):
        raise NothingToSummarizeError(_too_few(evidence, least))
    carried = {
        number: len({voice_of[article] for article in evidence.supporters(number)})
        for number in candidates
    }
    most = max(carried.values(), default=0)
    if most < least:
        have = "each sentence has only one" if most <= 1 else f"the best one has {most}"
        advice = "leave the option out" if most <= 1 else f"give --min-voices {most}"
        raise NothingToSummarizeError(
            f"No sentence is carried by {least} independent sources, {have}; {advice}."
        )
    return {
        number: f"{count} of the {least} independent sources asked for "
        + ("carries it" if count == 1 else "carry it")
        for number, count in carried.items()
        if count < least
    }


def _too_few(evidence: Evidence, least: int) -> str:
    articles, voices = len(evidence.story.articles), len(evidence.story.voices)
    if voices == 1:
        return (
            f"--min-voices {least} asks for several independent sources, and "
            + ("all the articles are one." if articles > 1 else "there is one article.")
            + " Leave the option out, or add articles."
        )
    return (
        f"--min-voices {least} asks for more independent sources than the {voices} that the "
        f"articles are; give --min-voices {voices} or less, or add articles."
    )
