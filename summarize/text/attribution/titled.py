"""Titled: who says it in a headline of capitals: "Mayor Roe Says the Pier Will Not Be Sold".

In such a line every longer word is written like a name, so its verb is known only by itself.
English only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.text.attribution.clues import is_little
from summarize.text.predicates import is_past

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.text.attribution.clues import Token
    from summarize.text.attribution.extent import Range

_SAYS = frozenset(
    """says tells warns denies admits vows urges insists argues predicts thinks believes announces
    declares explains confirms acknowledges apologizes suggests slams blasts rips mocks accuses
    criticizes criticises condemns denounces blames""".split()
)
_SAY = frozenset("say tell warn deny vow urge insist argue predict think believe".split())
_CALLS = frozenset("for on out it him her them".split())  # no calls that grow
_AMID = frozenset("also just again now still".split())
_LONG = 4  # letters of a word that a headline of capitals writes with one
_LEAST = 4  # such words of a headline,
_SMALL = 8  # and one in so many may still be small
_LONGEST = 8  # tokens of who says it


def titled(tokens: Sequence[Token]) -> Range | None:
    """Return the range of tokens that says it in a headline of capitals, at its start or end."""
    if not _is_titled(tokens):
        return None
    if ends := _closing(tokens):
        return ends
    for at in range(1, min(len(tokens) - 1, _LONGEST + 1)):
        if not _is_name(tokens[at - 1]):
            return None
        if not _says(tokens, at):
            continue
        end = at - (tokens[at - 1].text.lower() in _AMID)
        content = tokens[at + 1].text[0].isalnum() or tokens[at + 1].quoted
        return (0, end) if end and content and not _is_verb(tokens[at + 1]) else None
    return None


def _closing(tokens: Sequence[Token]) -> Range | None:
    """Return who says it at the end of a headline: "The Pier Stays, Mayor Roe Says"."""
    last = len(tokens) - 1 - (tokens[-1].text == ".")
    if last < _LEAST or tokens[last].quoted or tokens[last].text not in ("Says", "Say"):
        return None
    begin = last
    while begin > 0 and tokens[begin - 1].text != ",":
        begin -= 1
        if not _is_name(tokens[begin]):
            return None
    return (begin, last) if 0 < begin < last <= begin + _LONGEST else None


def _is_titled(tokens: Sequence[Token]) -> bool:
    """Tell whether a line is written in capitals word by word, but for its little words."""
    words = [token.text for token in tokens if token.text[0].isalpha() and len(token.text) >= _LONG]
    small = sum(word[0].islower() for word in words)
    shouted = all(word.isupper() for word in words)
    return len(words) >= _LEAST and small * _SMALL <= len(words) and not shouted


def _says(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a token is a verb of saying of those before it: "Roe Says", "Clerks Say"."""
    word = tokens[at].text
    many = tokens[at - 1].text.endswith("s")
    after = tokens[at + 1]
    calls = word == "Calls" and (after.quoted or after.text.lower() in _CALLS)
    says = calls or word.lower() in _SAYS or (many and word.lower() in _SAY)
    return word[0].isupper() and says


def _is_name(token: Token) -> bool:
    """Tell whether a token may be part of who says it: a capital, and neither "How" nor "Won"."""
    word = token.text
    if token.quoted or word in (".", "’s", "'s", "the", "of", "and", "&"):
        return not token.quoted
    named = word[0].isupper() and (not is_little(word) or word in ("The", "A", "An"))
    return (named and not is_past(word.lower())) or word.lower() in _AMID


def _is_verb(token: Token) -> bool:
    return token.text.lower() in _SAYS | _SAY or is_past(token.text.lower())
