"""Hours: the time of day at which a sentence says that something happened, as minutes.

A time is as exact as it is told: "6 a.m." may be half an hour off, "6:15 a.m." some minutes, and
one in a time zone is none that another place's clock could be held against. English only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.text.patterns import pattern
from summarize.text.values.particulars import ZONE
from summarize.text.values.value import Value

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

SLOT = "hour"
_TIME = pattern(
    r"\b(?:(?P<hedge>about|around|approximately|roughly|nearly|almost|some\stime\s(?:around|after)"
    r"|(?:shortly|just|soon|right)\s(?:after|before))|at|exactly)"
    r"\s(?:exactly\s)?(?:(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?(?:\s?(?P<half>[ap])\.?m\b"
    r"|(?<=[:.]\d\d)(?![\d%])(?!\s(?:percent|million|billion))))"
)
_ANY = pattern(r"\d\s?[ap]\.?m\b|\d[:.]\d\d")  # found far quicker, and seldom
_DAY = 24 * 60
_EXACT, _ROUND, _ABOUT, _NEXT = 10, 30, 30, 45  # minutes by which a time may be off


def hours(text: str) -> tuple[Value, ...]:
    """Return the times of day that a sentence tells of; none of one that names a time zone."""
    found = list(_TIME.finditer(text)) if _ANY.search(text) else []
    if not found or ZONE.search(text):
        return ()
    return tuple(
        Value("day", SLOT, match.start("hour"), match.end(), tuple(_ranges(match)))
        for match in found
        if int(match["hour"]) < 24
    )


def _ranges(match: re.Match[str]) -> Iterator[tuple[float, float]]:
    """Give from when to when a time may be, on either half of the day where that is open."""
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "").lower()
    either = [hour % 12 + (12 if half == "p" else 0)] if half else [hour]
    if not half and hour in range(1, 12):
        either.append(hour + 12)
    hedge = (match["hedge"] or "").lower()
    early = late = _EXACT if match["minute"] else _ROUND
    if hedge.endswith("after"):
        early, late = 0, _NEXT
    elif hedge.endswith("before"):
        early, late = _NEXT, 0
    elif hedge:
        early = late = _ABOUT
    for one in either:
        at = 60 * one + minute
        yield float(at - early), float(min(at + late, _DAY + _NEXT))
