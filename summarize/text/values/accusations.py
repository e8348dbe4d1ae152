"""Accusation and denial: the words by which a sentence tells one, the other, or both.

A sentence accuses if it accuses somebody of something or tells a claim that another may deny. It
denies if what it denies is such a charge, a wrong, or that something is so. Most of the words for
it mean something else as well, so each is asked what it goes with (`charges`, `denials`). English
only: of another language nothing is said.
"""

from __future__ import annotations

import re
from functools import lru_cache

from summarize.text.narrow import may_have, small
from summarize.text.tongues.force import in_force
from summarize.text.values.charges import is_claim
from summarize.text.values.denials import is_denial

_ACCUSES = re.compile(
    r"\b(?:accus(?:e[sd]?|ing|ations?)|alleg(?:e[sd]?|ing|ations?|edly)|blam(?:e[sd]?|ing)"
    r"|charges? that(?! (?:are|can|could|carr\w+|ha[ds]|have|include|is|may|might|was|were|will"
    r"|would)\b)"
    r"|(?<!hold )(?<!holds )a charge(?= (?:of (?![$£€\d])|that\b"
    r"|(?:[\w.’'-]+ ){1,4}(?:den|dismiss|disput|refut|reject)))"
    r"|claim(?:s|ed|ing)?|suspect(?:s|ed)? of|faulted)\b",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?"
    r"|refut(?:e[sd]?|ing)|disput(?:e[sd]?|ing)|rebuff(?:s|ed)?|rebut(?:s|ted|ting)?"
    r"|no evidence(?!\s(?:behind|left)\b|\W*$))\b",
    re.IGNORECASE,
)
_REACH = 120  # characters around a word that are looked at, more than what it goes with takes
# What a text must have, in small letters, for these patterns to find anything; few have it.
_ACCUSING = ("accus", "alleg", "blam", "charge", "claim", "suspect", "faulted")
_DENYING = ("deny", "deni", "reject", "dismiss", "refut", "disput", "rebu", "no evidence")


def accuses(text: str) -> bool:
    """Return whether a sentence tells of an accusation, or of a claim that another may deny."""
    return accusation(text) is not None


def denies(text: str) -> bool:
    """Return whether a sentence tells of a denial: of a charge, a wrong, or that a thing is so."""
    return denial(text) is not None


def accusation(text: str) -> re.Match[str] | None:
    """Return the first word by which a sentence accuses or claims."""
    return None if in_force() else _accusation(text)


def denial(text: str) -> re.Match[str] | None:
    """Return the first word by which a sentence denies."""
    return None if in_force() else _denial(text)


@lru_cache(maxsize=1 << 12)  # several stages ask of the same sentences
def _accusation(text: str) -> re.Match[str] | None:
    for match in _ACCUSES.finditer(text) if may_have(text, _ACCUSING) else ():
        word = small(match.group())
        if not word.startswith("claim") or is_claim(word, *_around(text, match)):
            return match
    return None


@lru_cache(maxsize=1 << 12)
def _denial(text: str) -> re.Match[str] | None:
    for match in _DENIES.finditer(text) if may_have(text, _DENYING) else ():
        if is_denial(small(match.group()), *_around(text, match)):
            return match
    return None


def _around(text: str, match: re.Match[str]) -> tuple[str, str]:
    low, high = match.span()
    return text[max(0, low - _REACH) : low], text[high : high + _REACH]
