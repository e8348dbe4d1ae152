"""Worded: the source of "in the words of X", "as X put it" and "by X’s own account".

English only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.text.attribution.finite import has_verb
from summarize.text.attribution.marks import MARKS, to_mark
from summarize.text.attribution.nouns import OWNING, is_one, is_period
from summarize.text.attribution.subjects import LONGEST, NO_SUBJECT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from summarize.text.attribution.clues import Token
    from summarize.text.attribution.extent import Range

# What is somebody's own and holds what he thinks: in his view, by his account.
_IN = frozenset("view words opinion judgment judgement telling estimation".split())
_BY = frozenset("account admission estimate estimates reckoning calculation count".split())
_TOLD = frozenset("reported said noted observed wrote warned explained told".split())
PUT = (["put", "it"], ["puts", "it"])


def worded(tokens: Sequence[Token], kinds: Sequence[str]) -> Range | None:
    """Return X of "In the words of X," and its kin, set off at the start or behind a mark."""
    for at in range(len(tokens) - 3):
        if tokens[at].quoted or (at and tokens[at - 1].text not in MARKS):
            continue
        word = tokens[at].text.lower()
        found = None
        if word == "as":
            found = _put(tokens, at) or _told(tokens, kinds, at)
        elif word in ("in", "by"):
            found = _of(tokens, at) or _own(tokens, at, _IN if word == "in" else _BY)
        if found and (kinds[found[0]] not in NO_SUBJECT or is_one(tokens, *found)):
            return found
    return None


def _put(tokens: Sequence[Token], at: int) -> Range | None:
    """Return X of "as X put it"."""
    end = to_mark(tokens, at + 1) - 2
    words = [token.text for token in tokens[end : end + 2]]
    return (at + 1, end) if at + 1 < end <= at + LONGEST and words in PUT else None


def _told(tokens: Sequence[Token], kinds: Sequence[str], at: int) -> Range | None:
    """Return X of "as X reported on Friday," where it tells nothing else."""
    end = to_mark(tokens, at + 1)
    if end >= len(tokens) or tokens[end].text != ",":
        return None
    for verb in range(at + 2, min(end, at + LONGEST)):
        if tokens[verb].text in _TOLD:
            rest = range(verb + 1, end)
            timed = all(
                is_period(tokens[n]) or kinds[n] in ("prep", "adv", "det", "number", "-ly")
                for n in rest
            )
            named = not has_verb(tokens, kinds, at + 1, verb)
            if not (timed and named and kinds[at + 1] not in ("he", "it", "that")):
                return None
            last = verb - (
                kinds[verb - 1] in ("adv", "have", "-ly") or tokens[verb - 1].text == "first"
            )
            return (at + 1, last) if last > at + 1 else None
    return None


def _of(tokens: Sequence[Token], at: int) -> Range | None:
    """Return X of "in the words of X"."""
    the, words, of = (token.text for token in tokens[at + 1 : at + 4])
    end = to_mark(tokens, at + 4)
    sized = at + 4 < end <= at + 4 + LONGEST
    return (at + 4, end) if sized and the == "the" and words in _IN and of == "of" else None


def _own(tokens: Sequence[Token], at: int, nouns: AbstractSet[str]) -> Range | None:
    """Return X of "in X’s view" and "by X’s own account"."""
    end = to_mark(tokens, at + 1)
    if not at + 3 < end <= at + LONGEST or tokens[end - 1].text not in nouns:
        return None
    owning = end - 2 - (tokens[end - 2].text == "own")
    return (at + 1, owning) if owning > at + 1 and tokens[owning].text in OWNING else None
