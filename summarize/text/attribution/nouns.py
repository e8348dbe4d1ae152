"""Nouns: whether words name anybody, or only tell a time or what is done. English only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarize.text.attribution.clues import is_little
from summarize.text.predicates import is_past

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.text.attribution.clues import Token

OWNING = ("’s", "'s")  # which is sorted with "is"
_ALONE = frozenset("some many most several others those that".split())  # name somebody alone
_MONTH = re.compile(
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?$"
)
_DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
_TIME = frozenset(
    "late early last earlier later shortly soon overnight again ahead here there today".split()
)

_PERIODS = frozenset(
    "week month year day morning afternoon evening night weekend time moment decade hour".split()
)

_LEADS = frozenset("early earlier late later last this next that".split())  # before these
_LEADING = 3  # tokens of a time in front

# and what stands before a noun and is nobody alone.
_ADVERBS = frozenset(
    """always never often ever yet perhaps maybe however instead still first further local other
    looks""".split()
)
_NOBODY = frozenset("nobody none nothing neither".split())
# What finds something out, and does not only happen: the jury found that,
_FINDS = frozenset(
    "jury court panel tribunal inquiry probe audit inquest autopsy trial watchdog test".split()
)
_AGED = ("-old", "-olds", "ers")  # the 45-year-old, the 76ers
_SHORT = 5  # letters of a word in -ing that is hardly a verb: thing


def is_time(token: Token) -> bool:
    """Return whether a token tells a time and nobody: "late", "Wednesday", "2023"."""
    word = token.text
    named = len(word) > 1 and word.isupper()  # TODAY is a programme
    return word[0].isdigit() or (word.lower() in _TIME and not named) or bool(_DAY.match(word))


def is_period(token: Token) -> bool:
    """Return whether a token tells when, by itself or counted: "Monday", "week", "years"."""
    word = token.text
    return (
        is_time(token) or is_month(token) or word in _PERIODS or word.removesuffix("s") in _PERIODS
    )


def _is_done(tokens: Sequence[Token], kinds: Sequence[str]) -> bool:
    """Tell whether tokens begin with what is done, or a thing: "led some", "something a clerk"."""
    word = tokens[0].text
    verb = word.islower() and (is_past(word) or (word.endswith("ing") and len(word) > _SHORT))
    return verb and len(tokens) > 1 and kinds[1] in ("det", "his", "he", "him", "it", "number")


def behind_time(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return the token behind a time that a range begins with: "Early last year lawmakers"."""
    at = first
    if first + 1 < last and _DAY.match(tokens[first].text) and tokens[first + 1].text[0].isupper():
        return first + 1  # on Monday Ines Roe said
    while at < min(last - 1, first + _LEADING):
        if tokens[at].text.lower() in _PERIODS:
            return at + 1 if tokens[at + 1].text[0].isalnum() else first  # last year’s report
        if tokens[at].text.lower() not in _LEADS:
            break
        at += 1
    return first


def before_time(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return the end of a range before a day it ends with: "Ines Roe Monday", "a judge on Friday".

    Not where that tells when something was done: "a report released Monday".
    """
    end = before_date(tokens, first, last)
    if end < last:
        return end
    while end > first + 1 and is_period(tokens[end - 1]) and tokens[end - 1].text[0].isalpha():
        end -= 1
    named = any(_DAY.match(token.text) for token in tokens[end:last])
    if tokens[end - 1].text == "on" and end > first + 1:
        end -= 1
        set_off = tokens[end - 1].text == "," and end > first + 2
        end -= set_off  # Ines Marten, on Friday
        named = named and (set_off or tokens[end - 1].text.islower())  # not: the Mail on Sunday
    done = any(token.text.islower() and is_past(token.text) for token in tokens[first:end])
    return end if named and not done and tokens[end - 1].text[0].isalnum() else last


def before_date(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return the end of a range before the date that it ends with: "Ines Roe on Oct. 4"."""
    at = last - 1
    if at - first < 2 or not tokens[at].text.isdigit():
        return last
    at -= 1
    at -= tokens[at].text == "."
    dated = is_month(tokens[at]) and at - 1 > first and tokens[at - 1].text == "on"
    done = any(token.text.islower() and is_past(token.text) for token in tokens[first:at])
    return at - 1 if dated and not done else last


def is_event(tokens: Sequence[Token], kinds: Sequence[str], first: int, last: int) -> bool:
    """Return whether a source only happened: what "the arrest of Kim" shows is nobody's word."""
    head = next((at - 1 for at in range(first + 1, last) if kinds[at] == "prep"), last - 1)
    one = bool({"det", "his"}.intersection(kinds[max(0, first - 1) : head]))
    word = tokens[head].text
    return one and word.islower() and kinds[head] in ("word", "-ing", "-ed") and word not in _FINDS


def is_one(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """Return whether a range of tokens is one of several, as "one clerk" is, and no pronoun."""
    return tokens[begin].text == "one" and end > begin + 1


def is_month(token: Token) -> bool:
    """Return whether a token is the name of a month, perhaps short."""
    return bool(_MONTH.match(token.text))


def is_somebody(tokens: Sequence[Token], kinds: Sequence[str]) -> bool:
    """Return whether tokens name anybody: not "a", "000", "late Monday", "nobody"."""
    if _is_done(tokens, kinds) or all(token.text.lower() in _ADVERBS for token in tokens):
        return False
    if tokens[0].text.lower() in _NOBODY or [t.text.lower() for t in tokens[:2]] == ["no", "one"]:
        return False
    dated = any(token.text[0].isdigit() for token in tokens)
    for token, sort in zip(tokens, kinds, strict=True):
        word = token.text
        if word[0].isdigit() and word.endswith(_AGED):
            return True
        if not word[0].isalpha() or is_time(token) or (dated and is_month(token)):
            continue
        if sort in ("he", "it", "him", "his") or word.lower() in _ALONE:
            return True
        if (
            not is_little(word)
            and not (word.islower() and word.endswith("ly"))
            and word != "Please"
        ):
            return True
    return False
