"""Dealings: whom the doer of a sentence has to do with, and who so may be the next to speak.

"Macron spoke with Merkel", "Warren criticized Powell", "she asked the captain": in the sentence
behind it, he or she may be the one or the other. Whoever is only spoken of is none of them: "Reid
said that Sanders won", and neither is a reporter. English only.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from summarize.text.attribution.claimants import NAME
from summarize.text.attribution.clues import is_little, sorts
from summarize.text.attribution.leading import AUXILIARY, TELLS, is_verb, words_of
from summarize.text.attribution.roles import is_person, is_role
from summarize.text.predicates import is_past

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.text.attribution.claimants import Place
    from summarize.text.attribution.clues import Token
    from summarize.text.attribution.doers import Doer

_WITH = frozenset("with to against by alongside beside for from before like".split())
_BRIEF = 6  # tokens between a name and the verb or preposition that it belongs to
_SAID = frozenset(  # to whom, or of whom, one speaks
    "said says say saying mentioned mentioning cited citing quoted quoting"
    " described describing recalled recalling named naming".split()
)
_SPEAKS = frozenset(
    "spoke speaks speak speaking talked talks talk talking wrote writes write writing".split()
)
_PRESS = frozenset(
    "reporter reporters correspondent journalist journalists columnist anchor host".split()
)
_WHEN = frozenset("last next twice".split())
_OWNING = ("’s", "'s", "’", "'")


def dealings(text: str, who: Doer, *, opening: bool, quoted: bool = False) -> Iterator[Place]:
    """Give the people whom the doer of a sentence has to do with, by what stands behind him.

    `opening` says that what leads up to him is his as well, `quoted` that the sentence starts
    within a quotation. Of what is said of him between commas only a phrase of his counts: "joined
    by Merkel", not "a friend of Merkel".
    """
    tokens = words_of(text, quoted=quoted)
    kinds = sorts(list(tokens))
    starts = [token.start for token in tokens]
    if opening:
        yield from _between(text, tokens, kinds, (0, bisect_left(starts, who.start)))
    aside = bisect_left(starts, who.end) + 1
    his = aside < len(tokens) and (kinds[aside] == "prep" or is_past(tokens[aside].text))
    behind = bisect_left(starts, who.end if his else who.until)
    yield from _between(text, tokens, kinds, (behind, len(tokens)))


def _between(
    text: str, tokens: Sequence[Token], kinds: Sequence[str], stretch: tuple[int, int]
) -> Iterator[Place]:
    first = stretch[0]
    last = _until(tokens, kinds, stretch)
    for begin, end in _people(text, tokens, first, last):
        met = _met(tokens, kinds, first, begin)
        if met is None or _does(tokens, kinds, end) or _tells(tokens, kinds, first, met):
            continue
        yield tokens[begin].start, tokens[end - 1].end


def _until(tokens: Sequence[Token], kinds: Sequence[str], stretch: tuple[int, int]) -> int:
    """Return the token from which on a sentence quotes, or tells what its doer says."""
    for at in range(*stretch):
        if tokens[at].quoted or tokens[at].text in (":", ";") or kinds[at] == "that":
            return at
    return stretch[1]


def _people(text: str, tokens: Sequence[Token], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Give the names and the roles between two tokens, as ranges of tokens."""
    if first >= last:
        return
    starts = {tokens[at].start: at for at in range(first, last)}
    for match in NAME.finditer(text, tokens[first].start, tokens[last - 1].end):
        begin = starts.get(match.start())
        if begin is not None and tokens[begin - 1].text != "the":  # the Sierra Club
            end = begin + 1
            while end < last and tokens[end].end <= match.end():
                end += 1
            yield begin, end
    for at in range(first, last):
        word = tokens[at].text
        if word.islower() and is_person(word) and not _leads(tokens, at + 1):
            yield at, at + 1


def _leads(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a role belongs to the name or role behind it: "doctor Kay Roe"."""
    word = tokens[at].text if at < len(tokens) else "."
    return word[0].isupper() or (word.islower() and is_role(word))


def _does(tokens: Sequence[Token], kinds: Sequence[str], at: int) -> bool:
    """Tell whether who stands before a token does, owns or adorns something: "the Obama aides"."""
    word, sort = (tokens[at].text, kinds[at]) if at < len(tokens) else (".", ".")
    if tokens[at - 1].text.endswith(_OWNING) or word in _OWNING:
        return True
    if not word.islower() or word in _WHEN or sort in ("adv", "-ly"):
        return False
    return is_verb(word, sort) or not is_little(word)


def _met(tokens: Sequence[Token], kinds: Sequence[str], first: int, begin: int) -> int | None:
    """Return the verb that is done to a person, or the "with" before him; else None."""
    bare = tokens[begin].text.islower() and is_role(tokens[begin].text)  # "a mining champion"
    for at in range(begin, max(first - 1, begin - _BRIEF), -1):
        token, sort = tokens[at], kinds[at]
        word = token.text.lower()
        if word in _PRESS or (bare and sort in AUXILIARY):
            return None
        if at == begin or word in _OWNING or sort in ("det", "his", "title") or word == "her":
            bare = bare and at == begin
            continue
        if sort in ("prep", "to"):
            return at if word in _WITH and tokens[at - 1].text != "interview" else None
        if not word[0].isalpha():
            return None
        verb = sort not in AUXILIARY and is_verb(word, sort)
        if verb or word.endswith("ing") or kinds[at - 1] == "to":
            return at if word not in _SAID and not bare else None
        if is_little(word) or at == first:
            return at if at == first and not is_little(word) else None  # Roe meets Tom Vries
    return None


def _tells(tokens: Sequence[Token], kinds: Sequence[str], first: int, at: int) -> bool:
    """Tell whether a token stands in what the doer says already: "said he met"."""
    return any(
        {*kinds[number].split("+")} <= TELLS and tokens[number].text.lower() not in _SPEAKS
        for number in range(first, at)
        if kinds[number] and tokens[number].text.islower()
    )
