"""Compounds: the noun that a source is cut off before, as "an FBI" is in "an FBI report said".

English only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.text.attribution.clues import is_little
from summarize.text.attribution.leading import ANNOUNCES, AUXILIARY, is_verb
from summarize.text.attribution.nouns import is_period
from summarize.text.attribution.roles import are_many, is_role
from summarize.text.cues import kind
from summarize.text.predicates import is_past

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.text.attribution.clues import Token
    from summarize.text.attribution.extent import Range

_NOUNS = frozenset("person body paper saying".split())
_BODIES = frozenset("center centers centre centres society league".split())
_SAID = frozenset("said told thought".split())
_BETWEEN = 2  # tokens between a source and its noun: the Halden [harbour rescue] officers
_BEHIND = frozenset("who that which ( , .".split())  # what stands behind a noun, besides its verb
_LINKS = frozenset("of in for from by with at on to into against over about".split())


def compounded(tokens: Sequence[Token], kinds: Sequence[str], found: Range) -> Range:
    """Return a range of tokens with the noun that it is cut off before, else the range."""
    first, last = found[0], _named_on(tokens, kinds, *found)
    if last > found[1]:
        return first, last
    for at in range(last, min(len(tokens) - 1, last + _BETWEEN + 1)):
        if not _is_plain(tokens[at], kinds[at]):
            break
        if _is_noun(tokens, kinds, first, at):
            return first, at + 1
        if is_verb(tokens[at].text, kinds[at]):
            break  # polls show voters
    return found


def _named_on(tokens: Sequence[Token], kinds: Sequence[str], first: int, last: int) -> int:
    """Return the end of the name of a body that goes on: "the Centers" for Disease Control."""
    word = tokens[last - 1].text
    body = "body" in kind(word.lower()) or word.lower() in _BODIES
    alone = last - 1 == first or kinds[last - 2] == "det"
    if not (body and alone and word[0].isupper()) or last + 1 >= len(tokens):
        return last
    if tokens[last].text not in ("for", "of") or not _is_capital(tokens, last + 1):
        return last
    end = last + 1
    while _is_capital(tokens, end) or (
        end < len(tokens)
        and tokens[end].text in ("and", "of", "&")
        and _is_capital(tokens, end + 1)
    ):
        end += 1
    return end


def _is_capital(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].text[0].isupper() and not is_period(tokens[at])


def _is_plain(token: Token, sort: str) -> bool:
    """Tell whether a token may be part of a compound: a lower-case word, no verb and no adverb."""
    word = token.text
    done = is_past(word) or word in _SAID or word.endswith(("ly", "ing"))
    plain = word.islower() and word[0].isalpha() and not token.quoted
    return plain and not done and not is_little(word) and sort not in ("adv", "number")


def _is_noun(tokens: Sequence[Token], kinds: Sequence[str], first: int, at: int) -> bool:
    """Tell whether a token is a noun that those before it belong to, by what stands around it."""
    word, before = tokens[at].text, tokens[at - 1]
    known = {*kind(word).split("+")}
    many = are_many(word)
    aged = before.text.endswith("-old") and not word.endswith("s")  # a 74-year-old barber
    if not (known & _NOUNS or is_role(word) or many or aged) or not before.text[0].isalnum():
        return False
    does = not is_role(word) and tokens[at + 1].text == "to"  # did the yard refuse to
    if (word.endswith("s") and not many) or does:
        return False  # Kim reports
    verb = bool(known & ANNOUNCES)
    plural = before.text.endswith("s") or kinds[at - 1] in ("he", "it")
    if verb and (plural or kinds[first] not in ("det", "his")):
        return False  # the guards report, Kim and Roe demand
    return _is_ended(tokens, kinds, at + 1)


def _is_ended(tokens: Sequence[Token], kinds: Sequence[str], at: int) -> bool:
    """Tell whether a noun ends before a token: it is its verb, a mark or a link."""
    word = tokens[at].text
    ends = word in _BEHIND or kinds[at] in AUXILIARY or word in _LINKS
    return ends or is_past(word) or is_verb(word, kinds[at])
