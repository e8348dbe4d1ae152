"""Plans: whether a sentence tells of what is still to come."""

from __future__ import annotations

import re

_PLANNED = re.compile(
    r"\b(?:will|plan(?:s|ned)? to|planning to|expect(?:s|ed) to|to be|scheduled|set (?:to|for)"
    r"|next (?:week|month|year)|tomorrow)\b",
    re.IGNORECASE,
)

_OPEN = re.compile(
    r"\b(?:may|might|could|would|should|consider(?:s|ing)?|wants? to|seeks? to|urg(?:es|ing)|asks?"
    r"|proposes?|prepar(?:es|ing))\b",
    re.IGNORECASE,
)


def planned(text: str) -> bool:
    """Return whether a text has the words by which news tells of what is still to come."""
    return bool(_PLANNED.search(text))


def settled(text: str) -> bool:
    """Return whether a sentence has no word by which it leaves open what becomes of things."""
    return not planned(text) and not _OPEN.search(text)
