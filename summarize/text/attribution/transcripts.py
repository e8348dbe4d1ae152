"""Transcripts: who speaks in a line of one: "ROE: I never saw the boat." English only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.text.attribution.clues import is_little
from summarize.text.attribution.roles import is_role, is_title
from summarize.text.attribution.subjects import REPORTED
from summarize.text.cues import kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.text.attribution.clues import Token
    from summarize.text.attribution.extent import Range

_LONGEST = 5  # tokens of a label,
_NEAR = 12  # and behind it those in which its speaker says "I"
_SPEAKS = frozenset("i we you my our your me us".split())
_MARKS = frozenset("“ \" ‘ ' `` ''".split())
# What stands before a colon and is nobody, besides what is said or written.
NOBODY = frozenset(
    """example examples tip tips step warning update correction clarification plus related more
    watch breaking exclusive opinion fact myth verdict reality lesson rule conclusion bottom
    contact source sources subject date place time photos videos pictured translation disclaimer
    caption credit image reminder""".split()
)


def labelled(tokens: Sequence[Token]) -> Range | None:
    """Return the label that opens a line in which its speaker is quoted, or says "I" or "you"."""
    end = next((n for n, token in enumerate(tokens[: _LONGEST + 1]) if token.text == ":"), 0)
    if not 0 < end < len(tokens) - 1 or tokens[0].quoted:
        return None
    if not all(_is_name(token) for token in tokens[:end]) or tokens[end - 1].text == ".":
        return None
    first = tokens[end + 1]
    near = {token.text.lower() for token in tokens[end + 1 : end + _NEAR] if not token.quoted}
    near -= {token.text.lower() for token in tokens[end + 1 : end + _NEAR] if token.text == "US"}
    return (0, end) if first.text in _MARKS or near & _SPEAKS else None


def is_heading(tokens: Sequence[Token], first: int, colon: int) -> bool:
    """Return whether a range before a colon is a heading: nobody, or who speaks is told later."""
    word = tokens[first].text.lower()
    if colon == first + 1 and (word in NOBODY or len(word) == 1):
        return True
    return any(
        token.text in REPORTED and not token.quoted and tokens[at - 1].text.lower() not in _SPEAKS
        for at, token in enumerate(tokens)
        if at > colon
    ) and not any(token.quoted for token in tokens[colon:])


def _is_name(token: Token) -> bool:
    """Tell whether a token may be part of a speaker’s label: a capital, no "Note" or "Watch"."""
    word = token.text
    lower = word.lower()
    named = word[0].isupper() and not is_little(word) and lower not in NOBODY and len(word) > 1
    return is_title(word) or (named and (not kind(lower) or is_role(lower)))
