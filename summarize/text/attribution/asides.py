"""Asides: what is said of somebody between commas, whole or not at all. English only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.text.attribution.clues import is_little
from summarize.text.attribution.finite import has_verb
from summarize.text.predicates import is_past

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.text.attribution.clues import Token
    from summarize.text.attribution.extent import Range

_OWNS = ("’s", "'s", "’")
_ASIDE = 16  # tokens of what is said of somebody
_STOPS = frozenset(',;:—–"“”().') | {"who", "which"}
_ENDS = frozenset(", . who which".split())
_NOUNS = ("word", "person", "body", "paper")
_FORMS = ("det", "-ing", "-ed")  # behind which a noun stands


def completed(tokens: Sequence[Token], kinds: Sequence[str], found: Range) -> Range:
    """Return a range of tokens with what is said of somebody between commas whole, or not at all.

    "Ines Roe, the deputy" goes on to "head of the yard,", or ends before its comma.
    """
    first, last = found
    comma = next((at for at in range(first + 1, last - 1) if tokens[at].text == ","), None)
    if comma is None or last >= len(tokens) or not _is_cut(tokens, kinds, last):
        return found
    end = next((at for at in range(last, len(tokens)) if tokens[at].text in _STOPS), last)
    whole = end - comma <= _ASIDE and not has_verb(tokens, kinds, last + 1, end)
    return (first, end) if whole and tokens[end].text in _ENDS else (first, comma)


def _is_cut(tokens: Sequence[Token], kinds: Sequence[str], last: int) -> bool:
    """Tell whether a range of tokens ends amid a phrase: before "head", or an owner's own."""
    before, after = tokens[last - 1], tokens[last]
    if before.text in _OWNS or after.text in _OWNS:
        return True
    if not after.text.islower() or is_little(after.text) or is_past(after.text):
        return False
    if kinds[last - 1] in _FORMS:
        return True  # the starting point guard
    ends = tokens[last + 1].text if last + 1 < len(tokens) else "."
    says = after.text in ("said", "told") or after.text.endswith("s")
    noun = kinds[last] in _NOUNS or ("say" in kinds[last] and ends in _ENDS and not says)
    return noun and not after.quoted and not before.text[0].isupper() and before.text[0].isalnum()
