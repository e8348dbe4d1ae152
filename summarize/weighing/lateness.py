"""Lateness: on which days a story was told, and how late in it each statement first was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.text.values.absolute import published

if TYPE_CHECKING:
    from datetime import date

    from summarize.records import Story, Voice

LONG = 30  # days after which a story counts as one that has run for long


def lateness(story: Story) -> list[float]:
    """Return how late in the story each statement's voice spoke first, 0 to at most 1.

    That it is the voice's first day, and not the article's, keeps a late copy from counting. What
    is undated counts as from the middle.
    """
    first = {voice.id: first_day(voice, story) for voice in story.voices}
    days = days_told(story)
    late = dict.fromkeys(first, 0.0)
    if len(days) > 1:
        ran = min(1.0, (days[-1] - days[0]).days / LONG)
        place = {day: ran * number / (len(days) - 1) for number, day in enumerate(days)}
        late = {voice: place[day] if day else ran / 2 for voice, day in first.items()}
    voice_of = story.voice_of
    statements = range(len(story.embedded.statements))
    return [late[voice_of[story.sentence(number).span.article]] for number in statements]


def days_told(story: Story) -> list[date]:
    """Return the days on which voices first spoke, in their order; copies add none."""
    return sorted({day for voice in story.voices if (day := first_day(voice, story))})


def first_day(voice: Voice, story: Story) -> date | None:
    """Return the day of a voice's first article, None if none of them is dated."""
    days = (published(story.articles[number].date) for number in voice.articles)
    return min((day for day in days if day), default=None)
