"""A day that somebody gives outright: read the same on every day, or not read at all."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from summarize.text.patterns import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

_WEEK = 7
_ISO = pattern(
    r"(?<![\w./-])(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\w/-]|\.\d)"
)
# Two days that differ in all that a text could leave open: year, month, day, weekday.
_TODAYS = (datetime(2001, 2, 3), datetime(2010, 11, 12))


def published(text: str | None) -> date | None:
    """Return the day that an article is dated, or None if what it is dated is no ISO 8601 day."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def run_over_a_week(days: Iterable[date | None]) -> bool:
    """Return whether days lie so far apart that "on Thursday" no more tells which is meant."""
    known = {day for day in days if day}
    return bool(known) and (max(known) - min(known)).days > _WEEK


def written(text: str) -> Iterator[tuple[re.Match[str], int]]:
    """Give the days that a sentence has as ISO 8601 writes them, as ordinals."""
    for match in _ISO.finditer(text):
        if (day := published(match.group())) is not None:
            yield match, day.toordinal()


def absolute(text: str) -> str | None:
    """Return the day that a text gives in full, as ISO 8601.

    None where it leaves something open: "Thursday" and "July 27" depend on today, and 03/04/2023 is
    in March to some and in April to others.
    """
    from dateutil.parser import parse

    try:
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError:
        pass
    try:
        read = {
            parse(text, default=today, dayfirst=first).date()
            for today in _TODAYS
            for first in (False, True)
        }
    except (ValueError, OverflowError):
        return None
    return read.pop().isoformat() if len(read) == 1 else None
