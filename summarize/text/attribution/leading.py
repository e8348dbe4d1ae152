"""Leading: what leads up to the subject of a sentence: "But on Sunday,", "When he left,".

English only.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from summarize.text.attribution.clues import sorts, tokenized
from summarize.text.calendar import BEGINNINGS
from summarize.text.predicates import is_past

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.text.attribution.clues import Token

_CONJUNCTIONS = frozenset(
    """but and still also yet so meanwhile however then now later instead nevertheless afterward
    afterwards earlier finally indeed moreover additionally""".split()
)
_OPENS = frozenset("last earlier asked despite according following even though if".split())
CLAUSE = frozenset(  # before a clause that has a doer of its own
    "when while although though if because since after before as until once".split()
)
_LONGEST = 30  # tokens of such a phrase
AUXILIARY = frozenset("be have do modal adv -ly".split())
ANNOUNCES = frozenset("say think want judge show".split())
TELLS = frozenset("say think show".split())  # those that "that" may follow
_ALWAYS = frozenset("always never often soon quickly still once".split())
_NOMINAL = ("ion", "ment", "ness", "ity", "er", "or")
_DATES = re.compile(rf"\d|(?:{BEGINNINGS})[a-z]*\.?$")


def opened(tokens: Sequence[Token], kinds: Sequence[str]) -> int | None:
    """Return the token behind what leads up to the subject: "But on Sunday, "."""
    at = joined(tokens)
    if [token.text.lower() for token in tokens[at : at + 1]] == ["even"]:
        at += kinds[at + 1 : at + 2] not in (["as"], ["that"], ["prep"])  # Even Kim said
    if at >= len(tokens) or not _leads(tokens, kinds, at):
        return at
    day = at + 1 < len(tokens) and (kinds[at + 1] == "adv" or _DATES.match(tokens[at + 1].text))
    end = at
    while end < min(len(tokens), at + _LONGEST) and tokens[end].text != ",":
        if day and end > at + 1 and tokens[end].text[0].isupper():
            return end  # On Sunday Robertson
        end += 1
    if end >= len(tokens) or tokens[end].text != ",":
        return None
    end += 1
    while end + 1 < len(tokens) and tokens[end].text[0].isdigit() and tokens[end + 1].text == ",":
        end += 2  # On March 3, 2009,
    return end


def joined(tokens: Sequence[Token]) -> int:
    """Return the token behind "But" and "Still,"."""
    at = 0
    while at < len(tokens) and tokens[at].text.lower() in _CONJUNCTIONS:
        at += 1
        at += at < len(tokens) and tokens[at].text == ","
    return at


@lru_cache(maxsize=1 << 6)  # a line is read for its doer, its opening and what it quotes
def words_of(text: str, *, quoted: bool = False) -> tuple[Token, ...]:
    """Return the tokens of a sentence; `quoted` says that it starts within a quotation."""
    return tuple(tokenized(text, quoted=quoted))


def clause(text: str) -> int | None:
    """Return where an opening clause begins behind its "When" or "But even as"; else None."""
    tokens = words_of(text)
    at = _even(tokens)
    known = at + 1 < len(tokens) and tokens[at].text.lower() in CLAUSE
    return tokens[at + 1].start if known else None


def opening(text: str) -> int:
    """Return where a clause or a participle that opens a text ends: "Saying they left,"; else 0."""
    tokens = words_of(text)
    kinds = sorts(list(tokens))
    at = _even(tokens)
    if at >= len(tokens):
        return 0
    plain = kinds[at] in ("prep", "as", "to") or not _leads(tokens, kinds, at)
    if plain and tokens[at].text.lower() not in CLAUSE:
        return 0
    return next((token.end for token in tokens[at:] if token.text == ","), len(text))


def _even(tokens: Sequence[Token]) -> int:
    """Return the token behind "But" and "But even"."""
    at = joined(tokens)
    return at + (at < len(tokens) and tokens[at].text.lower() == "even")


def _leads(tokens: Sequence[Token], kinds: Sequence[str], at: int) -> bool:
    """Tell whether a token begins what leads up to a subject: "On", "Saying", but not "Downing"."""
    word = tokens[at].text.lower()
    if word.endswith("ed") and kinds[at + 1 : at + 2] == ["prep"]:
        return not tokens[at + 1].quoted  # Flanked by two guards,
    if not word.endswith("ing"):
        return kinds[at] in ("prep", "as", "to") or word in _OPENS
    after = at + 1
    return after < len(tokens) and not (
        tokens[after].text == "," or is_verb(tokens[after].text, kinds[after])
    )


def is_verb(word: str, sort: str) -> bool:
    """Return whether a word is a verb wherever it stands: "told", not "communication"."""
    announces = ANNOUNCES & {*sort.split("+")} and not word.endswith(_NOMINAL)
    return sort in AUXILIARY or bool(announces) or is_past(word) or word in _ALWAYS
