"""Spans: dates that stand for several days, "3 to 5 May" and "May 3-5"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summarize.text.patterns import pattern

if TYPE_CHECKING:
    from summarize.text.values.value import Value

_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_TO = r"(?:\s?[–-]\s?|\s(?:and|or|through|till|to|until)\s)"
_BEFORE = pattern(rf"(?<![\w.,:/$€£-]){_DAY}{_TO}$")
# "May 3-5", and not "May 3 to 5 people".
_AFTER = pattern(
    rf"{_TO}{_DAY}(?![\w%–-])(?=[.,;:)]|$|\s(?:19|20)\d\d\b|\s(?:and|as|at|by|for|from|in|inside|near|on|that"
    r"|under|when|where|which|while|with)\b)"
)
_LEAD = 16  # characters before a date in which the first day of several stands


def spanned(text: str, value: Value) -> Value:
    """Return a date as all the days that it stands for: those from the first to the last."""
    words = text[value.start : value.end]
    if words[:1].isdigit():
        before = text[max(0, value.start - _LEAD) : value.start]
        match = _BEFORE.search(before)
        number = _first(words)
        if not match or int(match["day"]) >= number:
            return value
        back = number - int(match["day"])
        start = value.start - len(match.group())
        return replace(value, start=start, ranges=tuple((a - back, b) for a, b in value.ranges))
    match = _AFTER.match(text, value.end)
    number = _last(words)
    if not match or not number or int(match["day"]) <= number:
        return value
    on = int(match["day"]) - number
    return replace(
        value,
        end=value.end + match.end() - match.start(),
        ranges=tuple((a, b + on) for a, b in value.ranges),
    )


def _first(words: str) -> int:
    """Return the number with which a date begins."""
    return int("".join(sign for sign in words[:2] if sign.isdigit()))


def _last(words: str) -> int:
    """Return the number with which a date without a year ends, 0 where it ends otherwise."""
    digits = words.rsplit(maxsplit=1)[-1].rstrip("stndrh")
    return int(digits) if digits.isdigit() and len(digits) < 3 else 0
