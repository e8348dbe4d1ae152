"""Fitness: whether a sentence can stand in a brief by itself, and if not, why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize import counted
from summarize.text.openers import (
    anaphor,
    attributed_quote,
    is_complete,
    quoted_share,
    speaks_for_itself,
    subject,
    unresolved,
)
from summarize.text.terms import tokens

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

LEAST_WORDS, MOST_WORDS = 6, 60


def unfit(text: str) -> str | None:
    """Return why a sentence cannot stand in any brief, or None if it can."""
    words = counted.span(text)
    opener = unresolved(text)
    checks = (
        (words < LEAST_WORDS, "too short to stand alone"),
        (words > MOST_WORDS, "too long for a brief"),
        (opener, f"leans on a sentence before: “{opener}”"),
        (not is_complete(text), "not a complete sentence"),
        (text.rstrip("\"”'’").endswith(("?", "؟", "？")), "a question"),
        (quoted_share(text) and not attributed_quote(text), "a quotation without its speaker"),
        (speaks_for_itself(text), "the author speaking as I or we"),
    )
    return next((reason for holds, reason in checks if holds), None)


def leans_on(text: str, others: Iterable[str], titles: Collection[str]) -> str | None:
    """Return the noun of an opening such as "The ferry" that nothing else in the brief explains.

    The articles' titles explain it if half of them have it, for a reader knows what the story is
    about. So does another sentence that has it, unless it is a noun that points back at a sentence
    before ("The report", "The move"), or that sentence opens with it too.
    """
    noun = anaphor(text) or subject(text)
    if noun is None:
        return None
    forms = {noun, f"{noun}s", noun.removesuffix("s")}
    named = [title for title in titles if forms & set(tokens(title))]
    if titles and 2 * len(named) >= len(titles):
        return None
    named = [other for other in others if forms & set(tokens(other)) and subject(other) != noun]
    return None if named and not anaphor(text) else noun
