"""Marks: how far words go until the next mark, and over what stands between two of them.

English only.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from summarize.text.attribution.clues import is_little

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.text.attribution.clues import Token

MARKS = frozenset([*',;:—–"“”()', "``", "''"])
ASIDE = frozenset(",(–—")  # before what is said of somebody
_DASHED = 24  # tokens of what is said of somebody between dashes
_BRACKETS = 9  # tokens of "(D-Ill.)", or of a title in quotation marks
_TITLE = 6  # words of a title in quotation marks
_PAIRS = {"(": ")", "“": "”", '"': '"'}


def to_mark(tokens: Sequence[Token], at: int) -> int:
    """Return the next mark from a token on, or the end; the comma of 1,200 is none."""
    while at < len(tokens):
        token = tokens[at]
        amid = token.text == "," and 0 < at < len(tokens) - 1 and tokens[at - 1].end == token.start
        thousands = amid and tokens[at + 1].start == token.end and tokens[at + 1].text.isdigit()
        if (token.text in MARKS and not thousands) or (token.text == "." and at == len(tokens) - 1):
            break
        if token.text == "-" and [after.text for after in tokens[at + 1 : at + 2]] == ["-"]:
            break
        at += 1
    return at


def behind_brackets(tokens: Sequence[Token], at: int) -> int:
    """Return the next mark from a token on, but for what is told of him: "Roe (D-Ill.)"."""
    end = to_mark(tokens, at)
    if at < end < len(tokens) and tokens[end].text in _PAIRS:
        near = range(end + 1, min(len(tokens) - 1, end + _BRACKETS))
        closes = next((n for n in near if tokens[n].text == _PAIRS[tokens[end].text]), None)
        inside = tokens[end:closes]
        if closes and not any(token.text == ":" or is_said(token) for token in inside):
            return to_mark(tokens, closes + 1)
    return end


def before_title(tokens: Sequence[Token], kinds: Sequence[str], at: int) -> int:
    """Return the token with which a title in marks before a token opens: the “Red Harbour” star."""
    if tokens[at - 1].text not in _PAIRS.values():
        return at
    for begin in range(at - 2, max(0, at - _BRACKETS), -1):
        if tokens[begin].text in ('"', "“"):
            return begin if kinds[begin - 1] in ("det", "his") else at
        if is_said(tokens[begin]) or tokens[begin].text == ",":
            return at
    return at


def dashed(tokens: Sequence[Token], at: int) -> int:
    """Return the token behind what stands between dashes from a token on; 0 if nothing does."""
    words = [token.text for token in tokens[at : at + _DASHED]]
    if words[:1] in (["—"], ["–"]):
        return at + words.index(words[0], 1) + 1 if words[0] in words[1:] else 0
    if words[:2] != ["-", "-"]:
        return 0
    closes = (at + n + 2 for n, pair in enumerate(pairwise(words)) if n > 1 and pair == ("-", "-"))
    return next(closes, 0)


def is_said(token: Token) -> bool:
    """Tell whether a token is quoted, and not as part of a title: the “Red Harbour” star."""
    return token.quoted and token.text.islower() and not is_little(token.text)


def is_titled(tokens: Sequence[Token], at: int) -> bool:
    """Return whether what is quoted from a token on is a title, no sentence: “Happy Birthday”."""
    if not tokens[at].quoted:
        return False
    close = next((n for n in range(at + 1, len(tokens)) if not tokens[n].quoted), len(tokens))
    words = [token.text for token in tokens[at:close] if token.text[0].isalnum()]
    ended = any(token.text in ".,!?" for token in tokens[at:close])
    named = all(word[0].isupper() for word in words)
    return not ended and named and 1 < len(words) <= _TITLE
