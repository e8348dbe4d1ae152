"""Unknown: whether a text tells of something that it is not known, or has not been done yet."""

from __future__ import annotations

import re

from summarize.text.narrow import may_have
from summarize.text.patterns import pattern
from summarize.text.tongues.force import in_force

_WORDS = (
    "unknown",
    "unclear",
    "undisclosed",
    "undetermined",
    "uncertain",
    "a mystery",
    "yet to be",
)
# "An unknown gunman" only describes somebody. What has a "not" is told by that.
_UNKNOWN = pattern(
    r"\b(?:is|are|was|were|be|been|remain(?:s|ed|ing)?|it['’]s|stay(?:s|ed)?)(?: \w+){0,2} "
    r"(?:unknown|unclear|undisclosed|undetermined|uncertain|a mystery)\b"
    r"|\b(?:has|have|had|is|are|was|were) yet to be\b",
    re.IGNORECASE,
)


def is_unknown(text: str) -> bool:
    """Return whether a text says that something is not known, or yet to be. English only."""
    return not in_force() and may_have(text, _WORDS) and bool(_UNKNOWN.search(text))
