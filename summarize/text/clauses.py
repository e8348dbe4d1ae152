"""The main clause of a sentence: who does what, before whatever is added to it."""

from __future__ import annotations

import re

from summarize.text.terms import content

_LEAST = 5  # content words; before that a comma only sets off an opening
_BREAK = re.compile(r"[,;:]\s|\s[–—-]\s|\s(?:as|and|while|although|which)\s")


def main_clause(text: str) -> str:
    """Return the text up to the first break that has five content words before it, or all of it."""
    for match in _BREAK.finditer(text):
        head = text[: match.start()]
        if len(set(content(head))) >= _LEAST:
            return head
    return text
