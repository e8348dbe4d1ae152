"""Finite: whether words hold a verb that makes them a clause, and no name. English only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.text.attribution.clues import is_little
from summarize.text.attribution.nouns import is_month, is_time
from summarize.text.predicates import is_past

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.text.attribution.clues import Token

FINITE = frozenset("be have do modal".split())
# What a past verb has behind it,
_OBJECT = frozenset("det his him he it that as Name CAPS".split())
_CALLED = frozenset("named called dubbed titled entitled known based dated nicknamed".split())
# and what no subject ends with before it.
_NO_HEAD = frozenset("det his prep and adv -ly number to be have as title".split())
# Pasts that are no participles, so that they hold whatever follows.
_PASTS = frozenset(
    """became began bit blew broke came chose drew drove fell flew forgot froze gave grew hid knew
    ran rang rode rose sang sank saw shook spoke stole stood swam swore threw took tore went woke
    wore wrote""".split()
)


def has_verb(tokens: Sequence[Token], kinds: Sequence[str], first: int, last: int) -> bool:
    """Return whether a range of tokens has a verb that is finite, as far as its words tell."""
    for at in range(first, last):
        if kinds[at] in FINITE and tokens[at].text[0].isalpha():
            return True
        if at > first and is_finite(tokens, kinds, at, last):
            return True
    return False


def has_event(tokens: Sequence[Token], kinds: Sequence[str], first: int, last: int) -> bool:
    """Return whether a range of tokens tells, by a past behind a noun, that something happened."""
    return any(
        tokens[at].text.islower() and is_past(tokens[at].text) and kinds[at - 1] not in _NO_HEAD
        for at in range(first + 1, last)
    )


def is_finite(tokens: Sequence[Token], kinds: Sequence[str], at: int, last: int) -> bool:
    """Return whether a token is a past verb with an object: "posted the video", not "shared in"."""
    word, before = tokens[at].text, tokens[at - 1].text
    if not word.islower() or word in _CALLED or at + 1 >= last:
        return False
    numbered = kinds[at - 1] == "number" and before.isdigit()  # the 76ers are a team
    if not before[0].isalnum() or numbered or kinds[at - 1] in _NO_HEAD - {"number"}:
        return False
    if _tells_of(tokens, kinds, at):
        return True
    if word in _PASTS:
        return kinds[at - 1] not in ("he", "it")  # an account she gave
    after = tokens[at + 1]
    if not is_past(word) or is_time(after) or is_month(after) or after.quoted:
        return False
    plural = after.text.islower() and after.text.endswith("s") and not is_little(after.text)
    return kinds[at + 1] in _OBJECT or kinds[at + 1][-1] == "^" or plural  # filed papers


def _tells_of(tokens: Sequence[Token], kinds: Sequence[str], at: int) -> bool:
    """Tell whether a token is a present verb between two nouns: "a memo follows the letter"."""
    word, before = tokens[at].text, tokens[at - 1].text
    singular = before.islower() and not before.endswith("s") and not is_little(before)
    return word.endswith("s") and not is_little(word) and singular and kinds[at + 1] == "det"
