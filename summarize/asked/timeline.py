"""timeline: the day that each pick tells of, and the picks in the order of these days.

A sentence tells of the first day that it names, resolved against its article's date; a day on which
somebody only said something counts where there is no other. One that names none was news on the
day of its article.
"""

from __future__ import annotations

import math
import re
from datetime import date
from typing import TYPE_CHECKING

from summarize.asked.vague import vague
from summarize.text.calendar import MONTHS, WEEKDAYS
from summarize.text.patterns import pattern
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
_WEEK = 7
_SOON = 31  # days
# "The Jan. 6 committee", "since March 14", "a Tuesday deadline", "moved to Friday": on no such day
# it happened. "On the evening of March 14", "the 14th of March", "in a Tuesday vote": it did.
_ASIDE = re.compile(
    r"\b(?:the|(?<!\bin )(?<!\bat )(?<!\bduring )an?|since|from|to|until|till|through|by|before"
    r"|after|than|towards?|(?<!as )(?<!day )(?<!night )(?<!dawn )(?<!hours )(?<!morning )"
    r"(?<!evening )(?<!afternoon )of)\s$",
    re.IGNORECASE,
)
_SINCE = pattern(r"\bsince\s[^,;.]{0,80}$")  # "since the assault began 12 days ago"
# What ran "from Friday to Sunday" began on Friday, and what was put off "from Friday" did not.
_TO_A_DAY = pattern(rf"\s(?:to|until|till|through)\s(?:{'|'.join((*WEEKDAYS, *MONTHS))})\b")
_SHIFTED = pattern(
    r"\b(?:brought|changed|delayed|moved|postponed|pushed|put|rescheduled|shifted)\b[^,;.]{0,60}$"
)
# "An expected announcement Friday", "to prevent a shutdown on Thursday".
_EXPECTED = pattern(
    r"\b(?:expected|planned|scheduled|upcoming|looming)\s(?:[a-z]+\s){1,3}(?:on\s)?$"
    r"|\bto\s(?:avert|avoid|prevent)\s(?:[\w-]+\s){1,4}(?:on\s)?$"
)
_NAMED = pattern(rf"\b(?:{'|'.join(WEEKDAYS)}),?\s$")  # "on Thursday, April 18": one day
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)\b")


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
        ahead = _ahead(text, value)
        aside = _is_aside(text, value, coming=ahead)
        if not aside and not background(text, value.start, value.end):
            day = _resolved(text, value, published, coming=ahead)
            if day:
                return day.isoformat()
    for value in days(text, published, (), saying=True, beside=True):
        # What was said was said by then, whatever it says of the future.
        called = text[: value.start].endswith((" a ", " an "))  # "in a Tuesday statement"
        if value not in own and not called and not _is_aside(text, value, coming=False):
            day = _resolved(text, value, published, coming=False)
            if day:
                return day.isoformat()
    return published.isoformat() if published and not vague(text) else None


def _is_aside(text: str, value: Value, *, coming: bool | None) -> bool:
    """Tell whether a day only narrows something else: "the Friday meeting", "since Friday"."""
    start = _start(text, value)
    lead = _ASIDE.search(text[max(0, start - _NEAR) : start])
    if text.endswith(" ago", 0, value.end) and _SINCE.search(text[:start]):
        return True
    word = lead.group().lower().strip() if lead else ""
    if word == "from" and _spans(text, value):
        return False
    if word == "the":
        return not _ORDINAL.match(text, value.start)
    if word == "by":  # "by Friday it had burned"
        return not (coming is False and " had " in text)
    return bool(word)


def _spans(text: str, value: Value) -> bool:
    """Tell whether a day after "from" is the first of several: "from Friday to Sunday"."""
    if _SHIFTED.search(text[: _start(text, value)]):
        return False
    several = any(high - low >= 1 for low, high in value.ranges)
    return several or _TO_A_DAY.match(text, value.end) is not None


def _start(text: str, value: Value) -> int:
    """Return where a day begins, with the weekday that stands before its date."""
    named = _NAMED.search(text[max(0, value.start - _NEAR) : value.start])
    return value.start - (len(named.group()) if named else 0)


def _ahead(text: str, value: Value) -> bool | None:
    """Return whether what a sentence tells of a day is still to come; None if nothing tells."""
    words = text[value.start : value.end].lower()
    if words.startswith("next") or words.endswith("next week") or "coming" in words:
        return True
    start = _start(text, value)
    told = coming(text, start, value.end)
    if told is None:
        before = text[max(0, start - _NEAR) : start]
        if _EXPECTED.search(before):
            return True
        return True if words.startswith("this") or planned(before) else None
    return told


def _published(article: int, story: Story) -> date | None:
    """Return the day of an article, or else the first day on which its voice is known to speak."""
    voice = next(voice for voice in story.voices if article in voice.articles)
    return published(story.articles[article].date) or first_day(voice, story)


def _resolved(
    text: str, value: Value, published: date | None, *, coming: bool | None
) -> date | None:
    """Return the one day that a value means; None where it leaves that open.

    A weekday is the last one, and a date lies in the past, unless it is of what is `coming`.
    """
    options = sorted({math.ceil(low) for low, _ in value.ranges})
    if value.slot != "day" or not options:
        return None
    if len(options) == 1:
        day = date.fromordinal(options[0])
        return None if published and day > published and not coming else day
    if published is None:
        return None
    past, future, today = options[0], options[-1], published.toordinal()
    if future - past > _WEEK:
        far = text[: value.start].endswith(("on ", "On "))
        steps = _of_year(past - today, future - today, coming=coming, far=far)
        return None if steps is None else date.fromordinal(today + steps)
    if future - past == _WEEK:
        return date.fromordinal(future if coming and past < today else past)
    return date.fromordinal(future)  # "yesterday" by the calendar, not by a late edition


def _of_year(past: int, future: int, *, coming: bool | None, far: bool) -> int | None:
    """Return which is meant of a date before today and the one after, given as days from today.

    The nearer one is, unless it is `far` and the verb tells otherwise: of a day close by, a verb
    that does is sooner read wrong.
    """
    if -past <= future:
        return future if far and coming and -past > _SOON else past
    if coming or (coming is None and future <= _SOON):
        return future
    return past if far and coming is False and future > _SOON else None
