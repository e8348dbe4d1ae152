"""Asides: what is said of somebody between commas, or by whom behind "who". English only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.text.attribution.clues import is_little, sorts
from summarize.text.attribution.finite import has_verb
from summarize.text.attribution.marks import MARKS
from summarize.text.attribution.nouns import is_period
from summarize.text.attribution.roles import are_many
from summarize.text.cues import TAGS
from summarize.text.predicates import is_past

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.text.attribution.clues import Token
    from summarize.text.attribution.extent import Range

_OWNS = ("’s", "'s", "’")
_ASIDE = 16  # tokens of what is said of somebody
_STOPS = MARKS | {".", "who", "which"}
_ENDS = frozenset(", . who which".split())
_NOUNS = ("word", "person", "body", "paper")
_SPEAK = frozenset("say says said believe believes allege alleged".split())
_WHO = 4  # tokens of "who harbour officials"
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


def who_speaks(tokens: Sequence[Token], first: int, last: int) -> Range:
    """Return a range of tokens as who speaks of somebody behind "who": "the man who police say"."""
    return _behind_who(tokens, *_told_of(tokens, first, last))


def _told_of(tokens: Sequence[Token], first: int, last: int) -> Range:
    """Return a range as who speaks of him behind it: "the man who police say shot the clerk"."""
    who = next((at for at in range(first + 1, last) if tokens[at].text == "who"), last)
    said = first > 0 and tokens[first - 1].text in TAGS
    if said or [token.text for token in tokens[who : who + 1]] != ["who"]:
        return first, last
    for at in range(who + 2, min(len(tokens) - 1, who + _WHO)):
        noun, verb = tokens[at - 1].text, tokens[at]
        many = are_many(noun) or (noun.islower() and noun.endswith("s"))
        if verb.text in _SPEAK and (many or noun[0].isupper()):
            return who + 1, at
    return first, last


def _behind_who(tokens: Sequence[Token], first: int, last: int) -> Range:
    """Return a range that begins with "who" as what speaks of him behind it: "who police said"."""
    if tokens[first].text not in ("who", "which") or last == first + 1:
        return first, last
    sort = sorts(list(tokens))[first + 1]
    named = sort in ("det", "his", "Name", "CAPS", "title") or sort[-1] == "^"
    noun = tokens[last - 1]
    plural = noun.text.islower() and noun.text.endswith("s") and not is_period(noun)
    plural = plural and noun.text[0].isalpha() and last <= first + _WHO
    many = sort != "prep" and (are_many(noun.text) or plural)  # not: who in both talks
    return (first + 1, last) if named or many else (first, last)
