"""Fitness: whether a sentence can stand in a brief by itself, and if not, why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.text.openers import (
    anaphor,
    attributed_quote,
    is_complete,
    quoted_share,
    speaks_for_itself,
    unresolved,
)

if TYPE_CHECKING:
    from collections.abc import Collection

LEAST_WORDS, MOST_WORDS = 6, 60


def unfit(text: str, titles: Collection[str] = ()) -> str | None:
    """Return why a sentence cannot stand alone, or None if it can.

    `titles` are the lower-case words of the articles' titles: "the ferry" is no riddle in a story
    about a ferry.
    """
    words = len(text.split())
    if words < LEAST_WORDS:
        return "too short to stand alone"
    if words > MOST_WORDS:
        return "too long for a brief"
    opener = unresolved(text)
    if opener:
        return f"leans on a sentence before: “{opener}”"
    noun = anaphor(text)
    if noun and noun not in titles:
        return f"leans on a sentence before: “the {noun}”"
    if not is_complete(text):
        return "not a complete sentence"
    if text.rstrip("\"”'’").endswith("?"):
        return "a question"
    if quoted_share(text) > 0 and attributed_quote(text) == 0:
        return "a quotation without its speaker"
    if speaks_for_itself(text):
        return "the author speaking as I or we"
    return None
