"""Accusation and denial: the words by which a sentence tells one, the other, or both.

English only: of another language nothing is said.
"""

from __future__ import annotations

import re
from functools import lru_cache

from summarize.text.narrow import may_have
from summarize.text.tongues.force import in_force

_ACCUSES = re.compile(
    r"\b(?:accus(?:e[sd]?|ing|ations?)|alleg(?:e[sd]?|ing|ations?|edly)|blam(?:e[sd]?|ing)|"
    r"charges? that|a charge\b|claim(?:s|ed|ing)?\b|suspect(?:s|ed)? of|faulted)\b",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|reject(?:s|ed|ing|ion)?|dismiss(?:es|ed|ing)?|"
    r"refut(?:e[sd]?|ing)|disput(?:e[sd]|ing)|rebuff(?:s|ed)?|rebut(?:s|ted)?|no evidence)\b",
    re.IGNORECASE,
)
# What a text must have for these patterns to find anything; few have it.
_ACCUSING = ("accus", "alleg", "blam", "charge", "claim", "suspect", "faulted")
_DENYING = ("deny", "deni", "reject", "dismiss", "refut", "disput", "rebu", "no evidence")


def accuses(text: str) -> bool:
    """Return whether a sentence tells of an accusation or a claim."""
    return not in_force() and _accuses(text)


def denies(text: str) -> bool:
    """Return whether a sentence tells of a denial."""
    return not in_force() and _denies(text)


@lru_cache(maxsize=1 << 12)  # several stages ask of the same sentences
def _accuses(text: str) -> bool:
    return may_have(text, _ACCUSING) and _ACCUSES.search(text) is not None


@lru_cache(maxsize=1 << 12)
def _denies(text: str) -> bool:
    return may_have(text, _DENYING) and _DENIES.search(text) is not None
