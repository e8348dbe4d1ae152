"""Quantities: a number, how exact it is meant, and what it counts.

"At least 12", "about 200" and a bare "200" leave room, and 198 is within it. What is counted is the
first plural after the number ("59 Tomahawk missiles"), a sign ("$4 million", "7 percent"), or
what befell the people ("killed 12", "12 were injured", "a death toll of 12").
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from summarize.text.calendar import BEGINNINGS
from summarize.text.narrow import last_words, may_have
from summarize.text.terms import FUNCTION_WORDS, stem
from summarize.text.values import fates
from summarize.text.values.numerals import DIGITS, WORD, amount, is_year, numerals, rounding
from summarize.text.values.value import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

# "Eight out of 14 rhinos": eight rhinos. "One in five" counts nobody.
_ALL = r"(?:the |its |their |his |her |our |about |every |all |those |these )*"
_WHOLE = re.compile(rf"(?:{DIGITS}|\b{WORD})\s(?:out of|of|in)\s{_ALL}$", re.IGNORECASE)
# What was counted when it was told is no result: "with 40 percent of ballots counted".
_COUNTED = re.compile(
    r"(?:%|\s(?:percent|per cent))\sof\s(?:[a-z]+\s){1,3}?(?:counted|reporting|tallied|in\b)"
)
_SHARE = re.compile(rf"\s(?:in|out of every)\s{_ALL}(?:{DIGITS}|{WORD})\b", re.IGNORECASE)
# "His first 17 passes" are some of them; "4, 051" was torn apart.
_SOME = re.compile(
    r"\b(?:first|last|final|next|another|other|past|previous|remaining|these|those|needed|"
    r"needs?|each)\s(?:just\s|only\s)?$|\d,\s$",
    re.IGNORECASE,
)
_HIS = re.compile(r"\s(?:out of|of) (?:his|her|their|its|our|my)\b", re.IGNORECASE)
# "45,000 euros ($51,500)" is one amount; "up from 12", "pre-war levels, when 9" are other times.
_ASIDE = re.compile(
    r"\d[^()]{0,30}\((?:about |around |roughly |or |nearly )*$"
    r"|\b(?:compared (?:with|to)|(?:up|down|rose|fell|increased?|risen|cut|raised) from|versus"
    r"|surpass\w*|exceed(?:ed|ing|s)|pre-\w+|higher than|lower than|instead of|rather than)\b"
    r"[^.;]{0,60}$",
    re.IGNORECASE,
)
# "Death of 15-year-old Ann", "a mother of two died": no count of those it befell.
_AGED = re.compile(r"\s?-\s?(?:day|month|week|year)s?\s?-\s?old\b", re.IGNORECASE)
_PARENT = re.compile(r"\b(?:grand)?(?:dad|father|mom|mother|mum|parents?)\sof\s$", re.I)
# What these have in any case, so that they are tried where they may be found.
_OF = re.compile(rf"\s(?:of|in)\s{_ALL}$", re.IGNORECASE)
_ASIDES = ("(", "compared", "from", "versus", "surpass", "exceed", "pre-", "than", "instead of")
_NEARBY = 60  # characters around a magnitude or a speed that tell of what it is
_LEAD = 6  # blanks; what tells of a number from right before it has no more than four
_PART = re.compile(rf"\s(?:out of|of)\s{_ALL}(?:(?P<whole>{DIGITS}|{WORD})\b)?", re.IGNORECASE)
_ABOUT = 0.15  # share of a number by which "about" may be off
_NEAR = 0.05  # share by which "more than 1,000" may be: 998 is no other figure
# "Between three and five", "two or three": the number before is the least.
_LEAST = re.compile(
    rf"\b(?:between\s(?P<between>{DIGITS}|{WORD})\sand|(?P<from>{DIGITS}|{WORD})\s(?:to|or))\s$",
    re.IGNORECASE,
)
_SPEED = re.compile(r"\s(?:per|an)\shour\b")
_MAGNITUDE = re.compile(r"\bmagnitude(?:\sof(?:\sat\sleast)?)?\s$", re.IGNORECASE)
_SCALE = re.compile(r"\s(?P<scale>[CF])(?:elsius|entigrade|ahrenheit)?\b")
_HEDGES = (
    (re.compile(r"\b(?:at least|no (?:fewer|less) than|minimum of)\s(?:an? )?$", re.I), ">="),
    (re.compile(r"\b(?:more than|over|above|upwards? of|exceed\w*|greater than)\s$", re.I), ">="),
    (
        re.compile(r"\b(?:up to|at most|no more than|as many as|as much as|maximum of)\s$", re.I),
        "<=",
    ),
    (re.compile(r"\b(?:less than|fewer than|under|below|within)\s$", re.I), "<="),
    (
        re.compile(
            r"\b(?:about|around|some|nearly|almost|roughly|approximately|close to|an? estimated"
            r"|estimated|circa|just (?:over|under|shy of)|approaching|near)\s(?:an? )?$|~$",
            re.I,
        ),
        "~",
    ),
)
_PLURALS = frozenset(
    "people men women children police troops personnel percent passers-by staff cattle sheep "
    "policemen policewomen servicemen gunmen congressmen lawmen firemen fishermen".split()
)
FATES = fates.FATES
_TOLD = frozenset(("confirm", "known", "report"))  # stems; of such deaths it says no more
_MEASURES = {
    **dict.fromkeys(("percent", "per", "percentage"), "%"),
    "dollars": "$",
    "euros": "€",
    "pounds": "£",
    "yen": "¥",
}
_SKIPPED = frozenset(
    "year-old month-old day-old other others more additional further another extra fewer "
    "less".split()
)
_TOKEN = re.compile(r"\s*(-?[^\W_][\w’'.-]*)")
# "Two games later" and "two days before" tell when; "killed 12 people before" does not.
_LAG = re.compile(r"^\s*(?:ago|later|earlier)\b", re.IGNORECASE)
_LAG_OF_TIME = re.compile(r"^\s*(?:before|after|since)\b", re.IGNORECASE)
_TIMES = frozenset(
    "second seconds minute minutes hour hours day days night nights week weeks weekend weekends "
    "month months year years decade decades season seasons".split()
)
_MONTHS = re.compile(rf"\b(?:{BEGINNINGS})[a-z]*\.?\s$")
_MONTH_AFTER = re.compile(rf"^\s(?:{BEGINNINGS})")


def quantities(text: str) -> tuple[Value, ...]:
    """Return the quantities of a sentence whose counted thing is known."""
    found = []
    for match in numerals(text):
        before, after = text[: match.start()], text[match.end() :]
        least = _LEAST.search(last_words(before, _LEAD))
        if least:
            before = before[: len(before) - len(least.group())]
        if is_year(match) or _is_date(before, after) or _is_aside(before, after):
            continue
        part = _PART.match(after)
        skipped = part.end() if part else 0
        unit = _unit(match, before, after[skipped:])
        if unit:
            sign, hedge = _hedge(before)
            slot, of, length = unit
            within = _range(match, sign, 0.49 if slot in ("%", "magnitud-") else 0.0)
            if least:
                low = amount(least["between"] or least["from"], match["scale"])
                within = min(within[0], low), within[1]
            end = match.end() + (skipped + length if length else 0)
            start = len(before) - len(hedge)
            ranges = (within, *_wholes(part))
            found.append(Value("number", slot, start, end, ranges, of=of))
    return tuple(found)


def _is_date(before: str, after: str) -> bool:
    return bool(_MONTHS.search(last_words(before, _LEAD)) or _MONTH_AFTER.match(after))


def _is_aside(before: str, after: str) -> bool:
    """Tell whether a number is a share, or of another amount, another time or some of many."""
    return bool(
        _SHARE.match(after)
        or _COUNTED.match(after)
        or _HIS.match(after)
        or _AGED.match(after)
        or _PARENT.search(last_words(before, _LEAD))
        or _SOME.search(last_words(before, _LEAD))
        or (_OF.search(before) and _WHOLE.search(before))
        or (may_have(before, _ASIDES) and _ASIDE.search(before))
    )


def _wholes(part: re.Match[str] | None) -> tuple[tuple[float, float], ...]:
    """Return the whole of "three of the seven bullets": who says seven may mean the same."""
    if not part or not part["whole"]:
        return ()
    whole = amount(part["whole"], None)
    return ((whole, whole),)


def _hedge(before: str) -> tuple[str, str]:
    near = last_words(before, _LEAD)
    for hedge, sign in _HEDGES:
        found = hedge.search(near)
        if found:
            return sign, found.group()
    return "", ""


def _range(match: re.Match[str], sign: str, least: float) -> tuple[float, float]:
    """Return from what to what a number may be; one without decimals leaves `least` open."""
    low = amount(match["number"], match["scale"])
    if match["upper"]:
        return low, max(low, amount(match["upper"], match["scale"]))
    if sign == ">=":
        return (1 - _NEAR) * low, math.inf
    if sign == "<=":
        return 0.0, (1 + _NEAR) * low
    about = _ABOUT * low if sign == "~" else 0.0
    room = max(about, rounding(match, low), 0.0 if "." in match["number"] else least)
    return low - room, low + room


def _unit(match: re.Match[str], before: str, after: str) -> tuple[str, frozenset[str], int] | None:
    """Return what is counted, what narrows it, and how far behind the number it is named."""
    if match["sign"] or after.startswith("%"):
        return (match["sign"] or "%")[-1], frozenset(), 0 if match["sign"] else 1
    if _MAGNITUDE.search(last_words(before, _LEAD)):
        return _measured("magnitude", before, after, 0)
    of: list[str] = []
    for word, end in _words(after):
        plain = word.lower().lstrip("-")
        if plain in ("magnitude", "degrees"):
            return _measured(plain, before, after, end)
        if plain in _MEASURES:
            return _MEASURES[plain], frozenset(), end
        if plain in _SKIPPED or plain in FUNCTION_WORDS or _lags(plain, after[end:]):
            break
        if word.startswith("-") or plain in _PLURALS or re.search(r"[^su']s$", plain):
            slot, narrowed = _counted(word, before, after[end:], of)
            return slot, narrowed, end
        of.append(stem(plain))
    fate = fates.fate(before, after)
    return (fate, frozenset(), 0) if fate else None


def _counted(word: str, before: str, after: str, of: list[str]) -> tuple[str, frozenset[str]]:
    """Return what a plural counts, or what befell those it counts, and what narrows it."""
    plain = word.lower().lstrip("-")
    told = fates.noun_fate(plain, before, after)
    if told:
        return told, frozenset(of) - _TOLD
    fate = fates.fate(before, after)
    noun = stem(plain)
    gusts = ["gust"] if _SPEED.match(after) and "gust" in before[-_NEARBY:] else []
    # A 7-yard line is not seven yards long.
    slot = fate or (f"{noun}-" if word.startswith("-") else f"{noun}s")
    return slot, frozenset([*of, *gusts, noun] if fate else [*of, *gusts])


def _lags(word: str, after: str) -> bool:
    """Tell whether a word that is counted only says how long before or after something is."""
    return bool(_LAG.match(after) or (word in _TIMES and _LAG_OF_TIME.match(after)))


def _measured(word: str, before: str, after: str, end: int) -> tuple[str, frozenset[str], int]:
    """Return what a magnitude counts, or degrees: of which scale, of an aftershock or the quake."""
    if word == "degrees":
        scale = _SCALE.match(after, end)
        return f"degrees {scale['scale'] if scale else ''}", frozenset(), end
    near = f"{before[-_NEARBY:]} {after[:_NEARBY]}"
    return "magnitud-", frozenset({"aftershock"} if "aftershock" in near else ()), end


def _words(after: str) -> Iterator[tuple[str, int]]:
    at = 0
    for _ in range(4):
        match = _TOKEN.match(after, at)
        if not match:
            return
        at = match.end()
        yield match[1].rstrip(".'’"), at - len(match[1]) + len(match[1].rstrip(".'’"))
        if match[1].endswith("."):
            return
