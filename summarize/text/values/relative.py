"""Relative: days told by how far they lie from the day of publication, and feasts of a fixed date.

"Last Friday", "Tuesday of next week", "two weeks ago", "the day before yesterday", "on the 5th",
"on Christmas Eve".
"""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, date
from typing import TYPE_CHECKING

from summarize.text.calendar import WEEKDAYS
from summarize.text.patterns import pattern
from summarize.text.values.numerals import ONES

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBERS = ONES[1:14]  # of days ago; what lies further back is told in weeks
_DAY = rf"(?:{'|'.join(WEEKDAYS)})"
_BESIDE = pattern(
    rf"\b(?P<lead>last|next|this|(?:this\s)?(?:past|coming))\s(?P<one>{_DAY})\b"
    rf"|\b(?P<day>{_DAY})(?:\s(?:morning|afternoon|evening|night))?\s(?:of\s)?"
    r"(?P<week>last|next|this)\sweek\b"
    rf"|(?<!than\s)(?<!about\s)\b(?P<count>{'|'.join(_NUMBERS)}|[1-9]|1\d|a)\sdays?\sago\b"
    rf"|(?<!than\s)(?<!about\s)(?<!over\s)(?<!least\s)(?<!nearly\s)(?<!almost\s)\b"
    rf"(?P<ago>a|one|two|three|[1-3])\sweeks?\sago\b(?!\s(?:on\s)?{_DAY})"
    r"|\b(?:the\s)?day\s(?P<twice>before\syesterday|after\stomorrow)\b",
    re.IGNORECASE,
)
_FEASTS = {
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new years eve": (12, 31),
    "new years day": (1, 1),
    "christmas morning": (12, 25),
    "the fourth of july": (7, 4),
    "july fourth": (7, 4),
    "valentines day": (2, 14),
    "halloween": (10, 31),
}
_FEAST = pattern(
    r"\b[Oo]n\s(?P<feast>(?:Christmas|New\sYear['’]s)\s(?:Day|Eve)|Christmas\smorning|Boxing\sDay"
    r"|the\sFourth\sof\sJuly|July\sFourth|Valentine['’]s\sDay|Halloween)\b"
    r"(?!,?\s(?:in\s|of\s)?(?:(?:19|20)\d\d|last\syear|next\syear)\b)"
)
# "On the 5th" is of this month or of one beside it. Not of a street, a floor or a day of something.
_ORDINAL = pattern(
    r"\b[Oo]n\sthe\s(?P<of>[12]\d|3[01]|[1-9])(?:st|nd|rd|th)(?=[.,;]|\s(?:after|and|as|at|before|but|by"
    r"|for|from|in(?!\s(?:a|the)\s(?:row|list|line))|when|while|with)\b|$)"
)


def beside_today(text: str, published: date) -> Iterator[tuple[re.Match[str], list[int]]]:
    """Give the days that are told by how far they are from the day of publication, as ordinals.

    "Last" and "next" are no day that is but one day off: that is "yesterday" or the mere weekday.
    A feast is that before publication or the one after.
    """
    today = published.toordinal()
    if "day" in text or "week" in text:
        for match in _BESIDE.finditer(text):
            yield match, [today + step for step in _steps(match, published.weekday())]
    for match in _ORDINAL.finditer(text):
        yield match, _of_month(published, int(match["of"]))
    for match in _FEAST.finditer(text):
        month, day = _FEASTS[re.sub("['’]", "", match["feast"].lower())]
        yield match, around(published, month, day)


def around(published: date, month: int, day: int) -> list[int]:
    """Return such a day of the calendar on or before a day and the one after, as ordinals."""
    years = range(max(MINYEAR, published.year - 1), min(MAXYEAR, published.year + 1) + 1)
    found = [made for year in years if (made := _made(year, month, day)) is not None]
    past = [one for one in found if one <= published.toordinal()]
    return [*past[-1:], *found[len(past) :][:1]]


def _of_month(published: date, day: int) -> list[int]:
    """Return such a day of a month on or before publication and the next one, as ordinals."""
    today, number = published.toordinal(), 12 * published.year + published.month - 1
    months = (divmod(number + step, 12) for step in (-1, 0, 1))
    found = [one for year, of in months if (one := _made(year, of + 1, day)) is not None]
    past = [one for one in found if one <= today]
    return [*past[-1:], *found[len(past) :][:1]]


def _made(year: int, month: int, day: int) -> int | None:
    try:
        return date(year, month, day).toordinal()
    except ValueError:  # the 29th of February
        return None


def _count(told: str) -> int:
    """Return the number that a word, figures or "a" tell."""
    word = told.lower()
    return _NUMBERS.index(word) + 1 if word in _NUMBERS else int(word.replace("a", "1"))


def _steps(match: re.Match[str], today: int) -> list[int]:
    """Return how many days from publication a day may lie, on a weekday given as a number."""
    if match["twice"]:
        return [-2 if match["twice"].lower().startswith("before") else 2]
    if match["ago"]:
        return [-7 * _count(match["ago"])]
    if match["count"]:
        return [-_count(match["count"])]
    off = WEEKDAYS.index((match["one"] or match["day"]).capitalize()) - today
    lead = (match["week"] or match["lead"]).lower().split()[-1]
    if match["week"]:
        return [off + {"last": -7, "this": 0, "next": 7}[lead]]
    back, ahead = -(-off % 7), off % 7
    return {
        "last": [back if back < -1 else back - 7],
        "past": [back or -7],
        "coming": [ahead or 7],
        "next": [ahead if ahead > 1 else ahead + 7],
    }.get(lead, [back, back + 7])
