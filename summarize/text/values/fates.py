"""Fates: what befell people who are counted, told by the words beside their number."""

from __future__ import annotations

import re

from summarize.text.narrow import last_words, may_have
from summarize.text.patterns import pattern

_FATES = (
    (
        "dead",
        r"killed|kills?|killing|dead|died?|deaths?|dies|fatalities|lives lost|perished|slain"
        r"|(?:claim(?:ed|ing|s)|cost|costing|taken|takes|took) the lives",
    ),
    ("hurt", r"injured|injures?|injuring|injuries|wounded|wounds?|wounding|hurt"),
    ("missing", r"missing|unaccounted"),
    ("held", r"arrested|arrests?|detained|detains?|detaining|arresting"),
)
_AUXILIARY = (
    r"(?:(?:who|were|was|are|have|has|had|been|being|(?:listed|reported) as|reported(?:ly)?"
    r"|confirmed)\s){0,3}"
)
_HEDGES = (
    r"at least|more than|about|some|nearly|around|over|up to|as (?:many|much|high) as"
    r"|no (?:fewer|less) than|an? estimated|approximately|roughly|almost|close to"
)
_HEDGE = rf"(?:(?:{_HEDGES})\s)?"
_ALL = r"(?:all(?:\sof)?\s(?:the\s)?)?"  # "killing all 228 people on board"
_PATTERNS = tuple(
    (
        name,
        pattern(rf"\s(?:(?:aboard|inside|on board)\s)?{_AUXILIARY}(?:{words})\b"),
        pattern(rf"\b(?:{words})\s(?:of\s)?(?:{_HEDGE}|{_ALL})$"),
    )
    for name, words in _FATES
)
_HARMED = pattern(r"\swith\s(?:[a-z-]+\s){0,3}injuries\b")
# "Left 222 deaths" and "claimed 660 lives" count the dead; "1,500 deaths a day" count no event's.
_DEATHS = frozenset(("deaths", "fatalities"))
_CLAIMED = pattern(rf"\b(?:claim(?:s|ed|ing)?|cost(?:s|ing)?|tak(?:en?|es|ing)|took)\s{_HEDGE}$")
_RATE = pattern(r"\s(?:an?|each|every|per)\s")
_LEAD = 6  # blanks; "lives lost of more than" has five
FATES = frozenset(name for name, _ in _FATES)
TOLLS = FATES - {"held"}  # an event's
PEOPLE = frozenset(("peopl", "person", "individu"))  # stems; of others they are a part
# How many times a toll of one event may grow: beyond are other events, by reading the development
# sets and ECB+, 2026-11.
GROWS = 4
_TOLL = pattern(
    r"\b(?:death toll|death count|toll)\b(?:(?:[^,.;]{0,60},[^,.;]{1,60},)?[^,.;]{0,80}"
    r"\b(?:to|of|at|be|reached|hit|passed|exceeded|was|is)"
    r"|[^,.;]{0,120},? (?:exceeding|hitting|passing|reaching|surpassing|topping))\s"
    rf"{_HEDGE}$"
)

# What is feared or may still come, and what is an age.
_OPEN = pattern(
    r"\b(?:ag(?:e[ds]?|ing)|could|expect\w*|fear\w*|if|may|might|predict\w*|warn\w*|would)\b"
    r"[^,.;]{0,40}$"
)
# Who counts the dead of the whole land tells no other toll than who counts those of one town.
_WIDE = pattern(
    r"\b(?:across|nationwide|statewide|countrywide|worldwide|throughout|(?:in|a) total|in all"
    r"|overall|combined|so far"
    r"|in the (?:(?:whole|entire) )?(?:country|nation|region|state|province))\b",
    re.IGNORECASE,
)
_YEAR = pattern(r"\b(?:19|20)\d\d\b")
_DATED = pattern(r"\b\d{1,2}(?:,|\s[A-Z][a-z]+\.?,?)\s(?:19|20)\d\d\b")
# A number of which the counted thing is no plural.
_LONE = pattern(
    r"\b(?:one|a (?:single|lone))\s(?:[a-z-]+\s){0,2}?(?:person|man|woman|child|boy|girl|officer"
    r"|policeman|soldier|worker|passenger|student|teenager|civilian|firefighter|driver|pilot|protester"
    r"|resident|tourist|miner|sailor|fisherman)\b",
    re.IGNORECASE,
)
_ALONE = ("one", "single")  # without any of these there is none, and "lone" has the first


def lone(text: str) -> frozenset[str]:
    """Return the fates that a text tells of a single person."""
    if not may_have(text, _ALONE):
        return frozenset()
    found = (fate(text[: m.start()], text[m.end() :]) for m in _LONE.finditer(text))
    return frozenset(filter(None, found))


def fate(before: str, after: str) -> str | None:
    """Return what befell those counted, told in the words right before or right after."""
    near = last_words(before, _LEAD)
    for name, follows, leads in _PATTERNS:
        if follows.match(after) or leads.search(near):
            return name
    if _HARMED.match(after):
        return "hurt"
    if ("toll" in before or "death count" in before) and _TOLL.search(before):
        return "dead"
    return None


def noun_fate(word: str, before: str, after: str) -> str | None:
    """Return what befell those whom a counted noun itself tells of: deaths, lives that it cost."""
    if word in _DEATHS:
        return None if _RATE.match(after) else "dead"
    return "dead" if word == "lives" and _CLAIMED.search(last_words(before, _LEAD)) else None


def is_open(before: str) -> bool:
    """Tell whether a number is only feared or may still come, by the words before it."""
    return _OPEN.search(before) is not None


def is_total(text: str) -> bool:
    """Tell whether a text counts those of a whole land or all so far."""
    return _WIDE.search(text) is not None


def years(text: str) -> frozenset[str]:
    """Return the years that stand alone in a text: mostly another event's, "the 2004 tsunami"."""
    return frozenset(_YEAR.findall(_DATED.sub(" ", text)))
