"""Particulars: years, months, hours, ranks, fractions and currencies, with what each is said of.

Two sentences that share all other words may still differ in these: the bridge opens in 2027 or in
2029, a third or a quarter of the voters stayed at home, the fourth or the fifth boat sank. English
only.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from summarize.text.calendar import MONTHS
from summarize.text.narrow import may_have
from summarize.text.patterns import pattern
from summarize.text.predicates import predicate
from summarize.text.terms import FUNCTION_WORDS
from summarize.text.terms import english_stem as stem
from summarize.text.values.numerals import amount, numerals
from summarize.text.values.value import Value

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MONTH = rf"(?:{'|'.join(MONTHS)})"
_LEAD = r"\b(?P<lead>in|by|since|until|till|before|after|from|through|at)\s"
_YEAR = pattern(
    rf"{_LEAD}(?:(?:the\s)?(?:early|late|mid|end|start|beginning|spring|summer|autumn|fall|winter"
    rf"|{_MONTH})[\s-](?:of\s)?)?(?P<year>(?:19|20)\d\d)(?![\w-]|[.,:]\d)(?!\s[A-Z])",
    re.IGNORECASE,
)
_YEARS = pattern(r"(?<![\d.,$€£¥])(?:19|20)\d\d(?![\d%]|[.,]\d)")
_OF_YEAR = pattern(
    rf"{_LEAD}(?:early\s|late\s|mid-)?(?P<month>{_MONTH})(?!\s\d|['’\w])(?!\s(?-i:[A-Z]))",
    re.IGNORECASE,
)
_NAMED = pattern(rf"\b{_MONTH}\b")
_CLOCK = pattern(
    r"\b(?P<lead>at|by|until|before|after|from)\s(?:about\s|around\s|just\s)?(?:(?P<hour>\d{1,2})"
    r"(?:[:.](?P<minute>\d\d))?(?:\s?(?P<half>[ap])\.?m\b|(?<=[:.]\d\d)(?!\d))"
    r"|(?P<named>noon|midday|midnight)\b)",
    re.IGNORECASE,
)
_HALF = 12  # hours
_OPEN = "?"  # which half of the day
ZONE = pattern(r"\b(?:GMT|UTC|[ECMPB][SD]T|CES?T|IST|ET|PT|[Ll]ocal time|[Ee]astern|[Pp]acific)\b")
_SPOKEN = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
)
_RANKED = (*_SPOKEN, *"0123456789")
_RANK = pattern(
    rf"\b(?:(?P<word>{'|'.join(_SPOKEN)})|(?P<figure>\d{{1,2}})(?:st|nd|rd|th))"
    r"(?:-|\s)(?:(?:consecutive|straight|successive)\s)?(?P<of>[a-z]{3,})",
    re.IGNORECASE,
)
_FRACTION = pattern(
    r"\b(?:(?P<count>a|an|one|two|three|four)[\s-](?P<part>thirds?|quarters?|fourths?|fifths?|tenths?)"
    r"|(?P<half>half))\sof\s(?:(?:the|its|their|his|her|all|those|these|our|[\w-]+['’]s?)\s)*(?P<of>[a-z]{3,})",
    re.IGNORECASE,
)
_PARTS = {"third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "tenth": 10}
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_MONEY = {
    "$": "$",
    "€": "€",
    "£": "£",
    "¥": "¥",
    "dollar": "$",
    "euro": "€",
    "pound": "£",
    "yen": "¥",
}
_MONEY_BEHIND = pattern(r"\s?(?:(?:US|Australian|Canadian|American)\s)?(dollar|euro|pound|yen)")
_CENTURIES = ("19", "20")
_SMALL = tuple(map(str.lower, MONTHS))
_SHARES = ("third", "quarter", "fourth", "fifth", "tenth", "half")


def times(text: str) -> tuple[Value, ...]:
    """Return the years and months in which, by which or since when a sentence tells something."""
    found = []
    for match in _YEAR.finditer(text) if may_have(text, _CENTURIES) else ():
        year = float(match["year"])
        found.append(Value("day", "year", *match.span("year"), ((year, year),)))
    for match in _OF_YEAR.finditer(text) if may_have(text, _SMALL) else ():
        month = float(_SMALL.index(match["month"].lower()))
        found.append(Value("day", "month", *match.span("month"), ((month, month),)))
    return tuple(found)


class Particular(NamedTuple):
    """What a sentence gives, and of what: two of one slot that are not equal differ."""

    slot: str
    value: str


def differ(claim: str, told: Sequence[str]) -> bool:
    """Return whether sentences give another year, rank, share or currency than a claim does.

    What they do not give at all they leave open, and of several they need give but one.
    """
    own = particulars(claim)
    if not own:
        return False
    given = set(chain.from_iterable(map(particulars, told)))
    both = {slot for slot, _ in own} & {slot for slot, _ in given}
    alike = {one.slot for one in own if any(_same(one, other) for other in given)}
    apart = [one for one in own if one.slot in both - alike]
    return any(not any(_gives(text, one) for text in told) for one in apart)


def _same(one: Particular, other: Particular) -> bool:
    """Return whether two are equal, or one hour leaves open in which half of the day it is."""
    if one == other or one.slot != other.slot or not one.slot.startswith("hour "):
        return one == other
    (hour, half), (other_hour, other_half) = (it.value.split() for it in (one, other))
    return hour == other_hour and _OPEN in (half, other_half)


def _gives(text: str, one: Particular) -> bool:
    """Return whether a text has a value somewhere, whatever it says it of."""
    kind = one.slot.split()[0]
    if kind == "year":
        return one.value in _YEARS.findall(text)
    if kind == "month":
        return one.value in map(str.lower, _NAMED.findall(text))
    return False


@lru_cache(maxsize=1 << 14)
def particulars(text: str) -> frozenset[Particular]:
    """Return what a sentence gives of its particulars."""
    return frozenset(chain(_times(text), _ranks(text), _fractions(text), _money(text)))


def _times(text: str) -> Iterator[Particular]:
    """Give the years, months and hours of a text with the preposition and the verb they go with."""
    for kind, form, value, signs in _TIMES:
        for match in form.finditer(text) if may_have(text, signs) else ():
            if kind == "hour" and ZONE.search(text):
                break  # it may be the same hour elsewhere
            for verb in predicate(text, *match.span()):
                yield Particular(f"{kind} {match['lead'].lower()} {verb}", value(match))


def _year(match: re.Match[str]) -> str:
    return match["year"]


def _month(match: re.Match[str]) -> str:
    return match["month"].lower()


def _hour(match: re.Match[str]) -> str:
    """Return the minute and the half of the day, which may be open: "17:30" is "5:30 p"."""
    if match["named"]:
        return "0:0 a" if match["named"].lower() == "midnight" else "0:0 p"
    hour = int(match["hour"])
    half = (match["half"] or "").lower() or ("a" if hour == 0 else "p" if hour > _HALF else _OPEN)
    return f"{hour % _HALF}:{int(match['minute'] or 0)} {half}"


_TIMES = (
    ("year", _YEAR, _year, _CENTURIES),
    ("month", _OF_YEAR, _month, _SMALL),
    ("hour", _CLOCK, _hour, (*"0123456789", "noon", "midday", "midnight")),
)


def _ranks(text: str) -> Iterator[Particular]:
    for match in _RANK.finditer(text) if may_have(text, _RANKED) else ():
        word, noun = (match["word"] or "").lower(), match["of"].lower()
        if noun not in FUNCTION_WORDS:
            number = _SPOKEN.index(word) + 1 if word else int(match["figure"])
            yield Particular(f"rank {stem(noun)}", str(number))


def _fractions(text: str) -> Iterator[Particular]:
    for match in _FRACTION.finditer(text) if may_have(text, _SHARES) else ():
        if match["half"]:
            share = 1 / 2
        else:
            share = _COUNTS[match["count"].lower()] / _PARTS[match["part"].lower().rstrip("s")]
        yield Particular(f"share {stem(match['of'].lower())}", f"{share:.3f}")


def _money(text: str) -> Iterator[Particular]:
    """Give the amounts of a text in figures, which are the slots, with their currencies."""
    for match in numerals(text) if may_have(text, _MONEY) else ():
        behind = _MONEY_BEHIND.match(text, match.end())
        sign = match["sign"][-1] if match["sign"] else behind and behind[1]
        if sign:
            yield Particular(f"amount {amount(match['number'], match['scale']):g}", _MONEY[sign])
