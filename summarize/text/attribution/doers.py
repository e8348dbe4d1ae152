"""Doers: who does what a sentence tells, as far as its words tell that without a parser.

The doer is the grammatical subject where that is a person, several people or a pronoun: "Robertson
defended", "Haiti's minister, Paul Denis, stated", "On Sunday he left". English only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarize.text.attribution.clues import is_little, sorts
from summarize.text.attribution.leading import (
    ANNOUNCES,
    AUXILIARY,
    is_verb,
    joined,
    opened,
    words_of,
)
from summarize.text.attribution.nouns import OWNING
from summarize.text.attribution.roles import are_many, is_role
from summarize.text.cues import kind
from summarize.text.predicates import is_past

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.text.attribution.clues import Token

PRONOUNS = ("he", "she", "they")  # of others nobody knows who they are
_ASIDE = 36  # tokens of what is said of somebody between commas
_LONGEST = 14  # tokens of the doer's own words
_NO_VERB = frozenset("prep and to as that according det it he his him not number".split())
_NO_NOUN = frozenset("it be as that have do modal he him to not".split())
_MANY_NOUNS = ("ers", "ors", "ists", "ians", "ions", "ments", "ities")
_BREAK = frozenset(',;:—–-“”"()[]./!?|…')


class Doer(NamedTuple):
    """Who does it: where the words stand in the sentence, and what they are."""

    start: int
    end: int
    # "name", "role" (the mayor), "many" (officials) or a pronoun; of `meant` also "other", and
    # "quoted" and "unclear" where there is nobody to name.
    sort: str
    named: int  # where the name starts, or the words
    until: int  # where what is said of him between commas ends, or the words

    def moved(self, by: int) -> Doer:
        """Return the same, counted from an earlier place."""
        ends = self.start + by, self.end + by
        return Doer(*ends, self.sort, self.named + by, self.until + by)


def doer(text: str) -> Doer | None:
    """Return who does what a sentence tells, None where it opens with a quotation or is unclear."""
    tokens = words_of(text)
    if not tokens or tokens[0].quoted:
        return None
    kinds = sorts(list(tokens))
    at, start = opened(tokens, kinds), joined(tokens)
    found = _from(tokens, kinds, at) if at is not None else None
    if (
        found is None
        and start != at
        and start < len(tokens)
        and tokens[start].text.lower().endswith("ing")
    ):
        found = _from(tokens, kinds, start)  # "Wedding planner Kay Roe"
    return found


def _from(tokens: Sequence[Token], kinds: Sequence[str], at: int) -> Doer | None:
    """Return the doer that begins with a token."""
    if at >= len(tokens):
        return None
    first = tokens[at]
    if first.text.lower() in PRONOUNS:
        return Doer(first.start, first.end, first.text.lower(), first.start, first.end)
    end = _end(tokens, kinds, at)
    return _told(tokens, kinds, at, end) if end else None


def _end(tokens: Sequence[Token], kinds: Sequence[str], at: int) -> int | None:
    """Return the token behind a subject: the first verb, or the first mark."""
    for number in range(at, min(len(tokens), at + _LONGEST + 1)):
        token = tokens[number]
        if token.quoted:
            return None
        if token.text in _BREAK or (number > at and _is_verb(tokens, kinds, number)):
            return number if number > at else None
    return None


def _is_verb(tokens: Sequence[Token], kinds: Sequence[str], at: int) -> bool:
    """Tell whether a token is a verb, or an adverb before one."""
    token, sort = tokens[at], kinds[at]
    if token.quoted or not token.text[0].islower() or sort in _NO_VERB or _is_noun(token.text):
        return False
    if is_verb(token.text, sort):
        return kinds[at - 1] not in ("det", "his")
    # "Lynch calls", but not "Clinton rallies drew".
    present = token.text.endswith("s") and not token.text.endswith(_MANY_NOUNS)
    present = present and at + 1 < len(tokens)
    return present and _is_name(tokens[at - 1]) and not is_verb(tokens[at + 1].text, kinds[at + 1])


def _is_noun(word: str) -> bool:
    """Tell whether a word is somebody's or something's that speaks, not "criticized"."""
    return bool({"person", "body", "paper"} & {*kind(word).split("+")}) and not is_past(word)


def _is_name(token: Token) -> bool:
    word = token.text
    return word[0].isupper() and not is_little(word) and not _is_noun(word.lower())


def _told(tokens: Sequence[Token], kinds: Sequence[str], at: int, end: int) -> Doer | None:
    """Return the doer whose own words are a range of tokens, if what follows them fits."""
    own = _own(tokens, kinds, at, end)
    if own is None:
        return None
    sort, named, behind = own
    start, close = tokens[at].start, tokens[behind - 1].end
    if tokens[end].text not in (",", "("):
        verb = tokens[end].text not in _BREAK
        return _made(start, close, sort, tokens[named].start) if verb else None
    last = _closed(tokens, kinds, end)
    if last is None:
        return None
    name = tokens[end].text == "," and all(
        _is_name(tokens[number]) or kinds[number] == "title" or tokens[number].text == "."
        for number in range(end + 1, last)
    )
    if not name:
        return Doer(start, close, sort, tokens[named].start, tokens[last].end)
    if sort != "role":
        return None  # one of a row
    return _made(start, tokens[last - 1].end, "name", tokens[end + 1].start)


def _made(start: int, end: int, sort: str, named: int) -> Doer:
    return Doer(start, end, sort, named, end)


def _closed(tokens: Sequence[Token], kinds: Sequence[str], at: int) -> int | None:
    """Return the mark that closes what is said of somebody, before a verb of his."""
    mark = ")" if tokens[at].text == "(" else ","
    for number in range(at + 2, min(len(tokens) - 1, at + _ASIDE)):
        token, after = tokens[number], number + 1
        if token.quoted:
            return None
        if token.text != mark:
            continue
        word = tokens[after].text
        listed = kinds[after] in _NO_VERB or not word[0].islower()
        verbal = not listed and (
            kinds[after] in AUXILIARY
            or ANNOUNCES & {*kinds[after].split("+")}
            or is_past(word)
            or word.endswith("s")
        )
        if verbal:
            return number
        if after + 1 < len(tokens) and word[0].isupper() and mark == "," and number < at + 4:
            continue
    return None


def _own(
    tokens: Sequence[Token], kinds: Sequence[str], at: int, end: int
) -> tuple[str, int, int] | None:
    """Return what a subject's own words are, and where the name among them starts and ends."""
    end -= tokens[end - 1].text in ("himself", "herself", "themselves")
    words = range(at, end)
    if any(kinds[n] in _NO_NOUN and tokens[n].text not in OWNING for n in words):
        return None
    joined = [n for n in words if kinds[n] == "and"]
    if any(
        not (is_role(tokens[n - 1].text) and is_role(tokens[n + 1].text))
        for n in joined
        if at < n < end - 1
    ):
        return None
    where = next((n for n in words if kinds[n] == "prep"), None)
    head = tokens[(where or end) - 1]
    if _is_name(tokens[end - 1]):
        if where is not None and not is_role(head.text):
            return None
        named = end - 1
        while named > at and _is_name(tokens[named - 1]):
            named -= 1
        return "name", named, end
    if are_many(head.text):
        return "many", at, end
    return ("role", at, end) if is_role(head.text) else None
