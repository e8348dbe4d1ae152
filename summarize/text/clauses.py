"""The clauses of a sentence: the main one, who does what, and those that add something to it."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

from summarize.text.patterns import pattern
from summarize.text.terms import content
from summarize.text.tongues.force import in_force

# Content words that a clause has to have to tell a fact, and the share of them that a second
# telling has. In 493 briefs of the development sets 10 have such a pair, nearly all of them true
# repetitions; with 4 words and 0.7 it is 27, and a third are names or "officials said". 2026-11.
RETOLD_LEAST = 5
RETOLD = 0.75
_LEAST = 5  # content words; before that a comma only sets off an opening
_BREAK = re.compile(r"[,;:]\s|\s[–—-]\s|\s(?:as|and|while|although|which)\s")
# What is said by the way of whoever a clause is about: "The dossier, compiled by a spy, showed".
_ASIDE = pattern(
    r",\s(?:who|which|whose|where|[a-z]+(?:ed|ing|wn|lt|nt)\s(?:after|as|at|by|for|from|in|of|on|to"
    r"|under|with))\b[^,]*(?:,|$)"
)


def unadorned(text: str) -> str:
    """Return a text without what it says by the way of whoever it is about."""
    return _ASIDE.sub(" ", text)


def main_clause(text: str) -> str:
    """Return the text up to the first break that has five content words before it, or all of it.

    Those of an aside are not counted.
    """
    return _main_clause(text, in_force())


@lru_cache(maxsize=1 << 10)  # that of a claim is held against one sentence after another
def _main_clause(text: str, language: str | None) -> str:
    for match in _BREAK.finditer(text):
        head = text[: match.start()]
        if len(set(content(unadorned(head)))) >= _LEAST:
            return head
    return text


def clauses(text: str) -> tuple[frozenset[str], ...]:
    """Return the content words of each stretch of a text between its breaks, however short."""
    return _clauses(text, in_force())


@lru_cache(maxsize=1 << 8)  # each sentence of a brief is held against all others of it
def _clauses(text: str, language: str | None) -> tuple[frozenset[str], ...]:
    return tuple([frozenset(content(part)) for part in _BREAK.split(text)])


def retells(one: str, other: str) -> bool:
    """Return whether a clause of one sentence is told by a clause of the other.

    Both have RETOLD_LEAST content words, and share RETOLD of those of the shorter one. Two main
    clauses are not compared: on one event they name the same people and things, and may still tell
    different steps of it.
    """
    if len({*content(one)} & {*content(other)}) < RETOLD_LEAST:
        return False  # no more are in their clauses
    pairs = product(enumerate(clauses(one)), enumerate(clauses(other)))
    return any(
        len(shared := mine & yours) >= RETOLD_LEAST
        and len(shared) >= RETOLD * min(len(mine), len(yours))
        for (place, mine), (place_, yours) in pairs
        if place or place_
    )
