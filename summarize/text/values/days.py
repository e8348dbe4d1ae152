"""Days in running text: weekdays, dates and "yesterday", resolved against the day of publication.

`dates` reads lines that date a whole text; here are the days that sentences tell of. The day on
which somebody said something is the reporter's, not the event's, and is left out.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from summarize.text.calendar import BEGINNINGS, WEEKDAYS
from summarize.text.narrow import may_have, small
from summarize.text.predicates import clause, verbs
from summarize.text.values.absolute import written
from summarize.text.values.relative import around as both_sides
from summarize.text.values.relative import beside_today
from summarize.text.values.spans import spanned
from summarize.text.values.value import Value

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WEEKDAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b(?!['’]s?\s+(?:said|told))")
# "Late on Sunday", "Sunday night", "shortly before dawn on Monday", "at midnight on Monday".
_BESIDE = 30  # characters beside a day that tell whether it is its night
_LATE = re.compile(r"\blate\s(?:on\s)?$|\b(?:night|overnight)\s(?:of|from)\s$", re.IGNORECASE)
_LATE_AFTER = re.compile(r"\s(?:late\s)?night\b")
_EARLY = re.compile(
    r"\b(?:early(?:\son)?|before dawn(?:\son)?|dawn|after midnight(?:\son)?|(?:early|small) hours"
    r"(?:\sof|\son)|overnight(?:\sinto|\sto)?)\s$",
    re.IGNORECASE,
)
_EARLY_AFTER = re.compile(r"\s(?:before dawn|(?:shortly |just )?after midnight)\b")
_MIDNIGHT = re.compile(r"\b(?:around|at|by) midnight\s(?:on\s)?$", re.IGNORECASE)
_MIDNIGHT_AFTER = re.compile(r"\s(?:at|around) midnight\b")
_NEAR = re.compile(
    r"\b(?:today|(?<!before )yesterday|tonight|(?<!after )tomorrow|last night)\b", re.IGNORECASE
)
_OFFSETS = {
    "today": (-1, 0),
    "tonight": (-1, 0),
    "yesterday": (-2, -1),
    "last night": (-2, -1),
    "tomorrow": (0, 1),
}
_MONTH = (  # in running text, where a full stop behind a whole name ends its sentence
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DATE = re.compile(
    rf"\b(?P<date>{_MONTH}\s(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
    rf"|(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH})"
    r"(?!\d)(?P<year>,?\s(?:(?:19|20)\d\d|(?:of\s)?(?P<which>last|this|next)\syear))?\b"
)
# Without these there is no date.
_DIGIT = re.compile(r"\d")
_MONTHS = re.compile(BEGINNINGS)
# Verbs after which a day tells when something was said: "said late on Thursday", "told AFP Friday".
_SAYING = re.compile(
    r"\b(?:said|says|told|tells|tweet(?:ed|s)?|wrote|announced|reported"
    r"|reports(?!\s(?:earnings|results))|statement|(?<!would )(?<!will )(?<!to )interview"
    r"|according to|added|briefing|posted|published|news conference|press conference|remarks"
    r"|acknowledged|confirmed|quoted)\b[^,;.]{0,30}$",
    re.IGNORECASE,
)
_SAID_AFTER = re.compile(
    r"^(?:[,\s]*(?:[\w’'.-]+\s){0,4}?(?:said|told|announced|tweeted|wrote|reported)\b)"
)
_ATTRIBUTE = re.compile(r"(?:\b(?:a|an|her|his|its|our|the|their|this)|['’]s)\s$", re.IGNORECASE)
_JOINING = re.compile(r"\s(?:after|although|as|because|before|but|since|though|until|when|while)\b")
_WEEKS = re.compile(
    r"\b(?:last|next|every|each|past|previous|following|on)\s?$|\b(?:Black|Good|Ash|Palm|Easter"
    r"|Super|Cyber|Bloody|Fat|Shrove|Giving)\s$",
)


def days(
    text: str,
    published: date | None,
    around: Sequence[date],
    *,
    saying: bool = False,
    beside: bool = False,
) -> tuple[Value, ...]:
    """Return the days that a sentence tells of; with `saying`, also those on which it was said.

    `around` are the days on which the story's dated articles were published; against these days
    an article without a date is read. With `beside`, "last Friday" and "two days ago" are told as
    well: writers differ on what they mean by them, so that they are not to be compared; and a date
    without a year is that before publication or the one after.
    """
    anchors = [published] if published else list(around)
    found = [*_weekdays(text, anchors), *_dates(text, anchors, either=beside)]
    found += [_value("day", match, [day]) for match, day in written(text)]
    if published:
        found += list(_relative(text, published))
    if beside:
        own = [_value("day", *told) for told in beside_today(text, published)] if published else []
        found = [one for one in found if not _covered(text, one, own)] + own
    there = [spanned(text, value) for value in found if value.ranges]
    told = [value for value in there if saying or not _of_saying(text, value)]
    return tuple(sorted(told, key=lambda value: value.start))


def crowded(text: str, value: Value) -> bool:
    """Return whether it is not sure what a day is the day of.

    The clause has another one, the day is a part of a name ("the Sunday, May 12, regatta"), or
    what happens then is not read as a verb ("leaves office Friday because he lied").
    """
    low, high = clause(text, value.start, value.end)
    if _ATTRIBUTE.search(text[: value.start]) or (
        _JOINING.match(text, value.end) and not verbs(text[low : value.start])
    ):
        return True
    rest = f"{text[low : value.start]} {text[value.end : high]}"
    return any(pattern.search(rest) for pattern in (_WEEKDAY, _NEAR, _DATE))


def _weekdays(text: str, anchors: Sequence[date]) -> Iterator[Value]:
    """Give the weekdays of a text as the days they may be.

    That is the last such day before each anchor, or it itself, and a week later; without anchors it
    is a mere weekday.
    """
    if "day" not in text:
        return
    for match in _WEEKDAY.finditer(text):
        before = text[: match.start()]
        lead = _WEEKS.search(before)
        if lead and lead.group().strip() != "on":
            continue
        number = WEEKDAYS.index(match.group())
        night = _night(before[-_BESIDE:], text[match.end() : match.end() + _BESIDE])
        if not anchors:
            yield _value("weekday", match, [number])
            continue
        options = set()
        for anchor in anchors:
            last = anchor.toordinal() - (anchor.weekday() - number) % 7
            options |= {last, last + 7}
        yield _value("day", match, sorted(options), night)


def _night(before: str, after: str) -> tuple[float, float]:
    """Return how far a day reaches back or on: late on Sunday is early on Monday to some."""
    midnight = _MIDNIGHT.search(before) or _MIDNIGHT_AFTER.match(after)
    early = midnight or _EARLY.search(before) or _EARLY_AFTER.match(after)
    late = midnight or _LATE.search(before) or _LATE_AFTER.match(after)
    return -0.5 if early else 0.0, 0.5 if late else 0.0


def _dates(text: str, anchors: Sequence[date], *, either: bool) -> Iterator[Value]:
    """Give the dates of a text as the days they may be.

    One without a year is the nearest to each anchor, or with `either` that on each side of it;
    without anchors it is a mere date.
    """
    if not (_MONTHS.search(text) and _DIGIT.search(text)):
        return
    from dateutil.parser import parse

    for match in _DATE.finditer(text):
        words = match.group().replace(" of ", " ")
        try:
            if match["year"] and not match["which"]:
                yield _value("day", match, [parse(words).toordinal()])
                continue
            that = parse(f"{match['date'].replace(' of ', ' ')} 2000").date()
            if match["which"]:
                step = {"last": -1, "this": 0, "next": 1}[match["which"]]
                same = {date(day.year + step, that.month, that.day) for day in anchors}
                yield _value("day", match, sorted(day.toordinal() for day in same))
            elif anchors:
                sides = [both_sides(day, that.month, that.day) for day in anchors]
                near = [
                    min(side, key=lambda one: (abs(one - day.toordinal()), one))
                    for side, day in zip(sides, anchors, strict=True)
                    if side
                ]
                options = chain.from_iterable(sides) if either else near
                yield _value("day", match, sorted({*options}))
            else:
                yield _value("date", match, [that.toordinal()])
        except (ValueError, OverflowError):
            continue


def _relative(text: str, published: date) -> Iterator[Value]:
    for match in _NEAR.finditer(text) if may_have(text, _OFFSETS) else ():
        steps = _OFFSETS[small(match.group())]
        yield _value("day", match, [published.toordinal() + step for step in steps])


def _covered(text: str, value: Value, others: Sequence[Value]) -> bool:
    """Return whether a weekday is told more exactly by others, or by the date behind it."""
    named = _WEEKDAY.match(text, value.start)
    dated = named and _DATE.match(text, value.end + text.startswith(", ", value.end) + 1)
    return bool(dated) or any(one.start <= value.start < one.end for one in others)


def _value(
    slot: str,
    match: re.Match[str],
    options: Sequence[int],
    night: tuple[float, float] = (0.0, 0.0),
) -> Value:
    """Return a value that is one of these; none of them where the calendar has no such day.

    Each reaches as far back and on as its `night` does.
    """
    known = [one for one in options if slot != "day" or 0 < one <= date.max.toordinal()]
    ranges = tuple((option + night[0], option + night[1]) for option in known)
    return Value("day", slot, match.start(), match.end(), ranges)


def _of_saying(text: str, value: Value) -> bool:
    before, after = text[: value.start], text[value.end :]
    if _SAYING.search(before):
        return True
    return bool(_SAID_AFTER.match(after)) and not verbs(before)


_PERIOD = re.compile(
    r"\b(?:(?P<year>(?:19|20)\d\d)(?!\s?[a-z]*s\b)|(?P<which>last|next|this|previous|past|coming)\s"
    r"(?P<unit>year|month|week|quarter|season|decade|summer|fall|autumn|winter|spring)"
    r"|(?:(?:first|second|third|fourth|final|last)[\s-](?:quarter|half)|full[\s-]year"
    r"|(?:first|opening|second)\s(?:weekend|week|day)|since\s(?:its|the|their)\s[a-z]+)"
    r"|(?P<counted>\d+(?:\.\d+)?(?:%|\s(?:percent|per cent))\sof\s(?:[a-z]+\s){1,3}?(?:counted"
    r"|reporting|tallied))"
    r"|(?P<clock>\d{1,2}\s?:\s?\d\d(?=\s?[ap]\b))"
    r"|(?:in|of|since|by|until|during|last|next|from|through)\s(?P<month>January|February|March|April"
    r"|May|June|July|August|September|October|November|December)"
    r"|(?P<bare>January|February|March|April|June|July|August|September|October|November|December)"
    r"(?=\s[a-z])|(?:start|beginning) of the year|year to date|year-to-date|so far this year)\b"
)

_WITHIN = re.compile(r"^(?:in|of|during)\s")


def periods(text: str) -> frozenset[str]:
    """Return the years, months, "next week"s and clock times of a sentence."""
    return frozenset(
        (match["bare"] or _WITHIN.sub("", match.group())).lower()
        for match in _PERIOD.finditer(text)
    )
