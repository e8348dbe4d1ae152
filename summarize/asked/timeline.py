"""timeline: the day that each pick tells of, and the picks in the order of these days.

A sentence tells of the first day that it names, resolved against its article's date; a day on which
somebody only said something counts where there is no other. One that names none was news on the
day of its article.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from summarize.text.tense import background, coming
from summarize.text.values.absolute import published
from summarize.text.values.days import days
from summarize.text.values.plans import planned
from summarize.weighing.lateness import first_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.records import Story
    from summarize.text.values.value import Value

_LAST = "9999"
_NEAR = 40  # characters before a day in which a plan is a plan for that day
# "The Jan. 6 committee", "since March 14", "a Tuesday deadline": on no such day it happened.
_ASIDE = re.compile(
    r"\b(?:the|a|an|since|from|of|until|till|by|before|after|than|toward|towards)\s$", re.IGNORECASE
)


def timeline(ordered: Sequence[int], story: Story) -> tuple[tuple[int, str | None], ...]:
    """Return the statements with the day each tells of, by these days, as ordered within a day.

    A day is ISO 8601. None, at the end, are those of articles without a date, whose voice has none
    either, that tell no day in full.
    """
    told = [(statement, _day(statement, story)) for statement in ordered]
    return tuple(sorted(told, key=lambda pair: pair[1] or _LAST))


def _day(statement: int, story: Story) -> str | None:
    sentence = story.sentence(statement)
    published = _published(sentence.span.article, story)
    text = sentence.text
    own = days(text, published, (), beside=True)
    for value in own:
        if not _is_aside(text, value) and not background(text, value.start, value.end):
            day = _resolved(value, published, coming=_ahead(text, value))
            if day:
                return day.isoformat()
    for value in days(text, published, (), saying=True, beside=True):
        # What was said was said by then, whatever it says of the future.
        if value not in own and not _is_aside(text, value):
            day = _resolved(value, published, coming=False)
            if day:
                return day.isoformat()
    return published.isoformat() if published else None


def _is_aside(text: str, value: Value) -> bool:
    """Tell whether a day only narrows something else: "the Friday meeting", "since Friday"."""
    return _ASIDE.search(text[max(0, value.start - _NEAR) : value.start]) is not None


def _ahead(text: str, value: Value) -> bool:
    """Return whether what a sentence tells of a day is still to come."""
    words = text[value.start : value.end].lower()
    if words.startswith("next") or words.endswith("next week") or "coming" in words:
        return True
    told = coming(text, value.start, value.end)
    if told is None:
        before = text[max(0, value.start - _NEAR) : value.start]
        return words.startswith("this") or planned(before)
    return told


def _published(article: int, story: Story) -> date | None:
    """Return the day of an article, or else the first day on which its voice is known to speak."""
    voice = next(voice for voice in story.voices if article in voice.articles)
    return published(story.articles[article].date) or first_day(voice, story)


def _resolved(value: Value, published: date | None, *, coming: bool) -> date | None:
    """Return the one day that a value means; None where it leaves that open.

    A weekday is the last one, and a date lies in the past, unless it is of what is `coming`.
    """
    options = sorted({int(low) for low, _ in value.ranges})
    if value.slot != "day" or not options:
        return None
    if len(options) == 1:
        day = date.fromordinal(options[0])
        return None if published and day > published and not coming else day
    if published is None:
        return None
    if options[-1] - options[0] == 7:
        later = coming and options[0] < published.toordinal()
        return date.fromordinal(options[-1] if later else options[0])
    return date.fromordinal(options[-1])  # "yesterday" by the calendar, not by a late edition
