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
    opener, noun = unresolved(text), anaphor(text)
    checks = (
        (words < LEAST_WORDS, "too short to stand alone"),
        (words > MOST_WORDS, "too long for a brief"),
        (opener, f"leans on a sentence before: “{opener}”"),
        (noun and noun not in titles, f"leans on a sentence before: “the {noun}”"),
        (not is_complete(text), "not a complete sentence"),
        (text.rstrip("\"”'’").endswith("?"), "a question"),
        (quoted_share(text) and not attributed_quote(text), "a quotation without its speaker"),
        (speaks_for_itself(text), "the author speaking as I or we"),
    )
    return next((reason for holds, reason in checks if holds), None)
