"""scope: what a brief is to tell of all that its articles do: an aspect, what is new, some days."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from summarize.barred import Barred
from summarize.errors import NothingToSummarizeError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarize.records import Disagreement, Encoder, Story
    from summarize.settings import Settings


@dataclass(frozen=True, slots=True)
class Scope:
    """What a brief is to tell.

    `barred` are the statements that it is not to, `parts` what the others gain in rank, `told` what
    the brief says of that itself. `knowing` signs what its reader is said to know, `note` is
    what the reader should know of what he asked.
    """

    barred: Barred = field(default_factory=Barred)
    parts: Mapping[str, Sequence[float]] = field(default_factory=dict)
    told: Mapping[str, Any] = field(default_factory=dict)
    knowing: str = ""
    note: str = ""


def scope(story: Story, settings: Settings, encoder: Encoder) -> Scope:
    """Return what a brief of a story is to tell by the settings.

    Raises:
        NothingToSummarizeError: nothing in the articles is about the focus.
        SourceError: what is known cannot be read.
    """
    barred, knowing, note = Barred(), "", ""
    parts: dict[str, Sequence[float]] = {}
    told: dict[str, Any] = {**_days(settings)}
    if settings.focus:
        from summarize.asked.focus import aside, near, worth
        from summarize.asked.misspelled import noted

        nearness = near(settings.focus, story, encoder)
        note = noted(settings.focus, story)
        barred = aside(settings.focus, nearness, note)
        parts = {"focus": worth(nearness)}
        told = {"focus": settings.focus} | told
        if len(barred.refusals) == len(nearness):
            raise NothingToSummarizeError(barred.excuse)
    if settings.known:
        from summarize.asked.earlier import earlier
        from summarize.asked.fresh import fresh
        from summarize.asked.known import known

        before = earlier(settings.known)
        excuse = _nothing_new(settings.focus, before.since)
        new = known(before, story, encoder, barred.refusals)
        barred = Barred({**barred.refusals, **new}, excuse)
        parts |= fresh(before.since, story)
        told["new_since"] = before.since
        knowing = before.knowing
    if settings.timeline:
        told["timeline"] = True
    return Scope(barred, parts, told, knowing, note)


def concerned(
    disagreements: Sequence[Disagreement], barred: Barred, story: Story
) -> tuple[Disagreement, ...]:
    """Return the disagreements of which a side is a statement that is not barred."""
    spans = [story.sentence(number).span for number in barred.refusals]
    return tuple(
        point
        for point in disagreements
        if not all(
            any(side.span.article == span.article and side.span.end == span.end for span in spans)
            for side in point.sides
        )
    )


def _days(settings: Settings) -> Mapping[str, str]:
    given = {"since": settings.since, "until": settings.until}
    return {name: day for name, day in given.items() if day}


def _nothing_new(focus: str | None, since: str | None) -> str:
    about = f" about “{focus}”" if focus else ""
    day = f" since {since}" if since else ""
    return f"Nothing{about} in the articles is new{day}; what is known states all of it."
