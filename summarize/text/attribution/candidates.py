"""Candidates: who may be meant by he, she or they, by what his article tells of him.

English only.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarize.text.attribution.claimants import NAME, core
from summarize.text.attribution.persons import genders, is_persons, may_be_persons
from summarize.text.attribution.roles import are_many, is_role, is_title
from summarize.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarize.text.attribution.claimants import Place
    from summarize.text.attribution.doers import Doer

_WORD = pattern(r"[^\W\d_]+")
_OWNING = pattern(r"[’']s?(?!\w)")
_DEFINITE = pattern(r"(?:the|an?)\s", re.IGNORECASE)
_PLACE = pattern(r"\b(?:[Ii]n|[Aa]t|[Nn]ear) $")
_TO = pattern(r"\b(?:told|to|for|from|before|like) $")
_AT = pattern(r"\w (?:at|for|from|of|with) (?:the )?[^\W\da-z]")
_THE = pattern(r"the\s|.*[’']s?\s", re.IGNORECASE)
_MALE = pattern(
    r"(?<!wo)man\b|\b(?:father|son|brother|husband|king|prince|pope|actor)\b", re.IGNORECASE
)
_FEMALE = pattern(
    r"woman\b|\b(?:mother|daughter|sister|wife|queen|princess|actress)\b", re.IGNORECASE
)


def may_be(text: str, who: Doer, pronoun: str) -> bool:
    """Tell whether a pronoun may mean somebody, and the article tells that he is a person."""
    if pronoun == "they" or who.sort == "many":
        return pronoun == "they" and who.sort == "many"
    words = text[who.start : who.end]
    if (_FEMALE if pronoun == "he" else _MALE).search(_role(words)):
        return False
    role = any(is_role(word) or is_title(word) for word in _WORD.findall(words))
    if who.sort == "role":
        return bool(_THE.match(words) or _AT.search(words))
    name = core(text[who.named : who.end])
    if who.sort != "name" or not name or (_DEFINITE.match(words) and not role):
        return False  # the North
    if not is_persons(text, " ".join(name), told=role):
        return False
    known = genders(text, name[-1])
    return not known or known == {pronoun}


def others(text: str, stretch: str, pronoun: str, apart: str = "", *, sure: bool = False) -> bool:
    """Tell whether a stretch has anybody whom a pronoun may mean, other than one that is known."""
    if pronoun == "they":
        return any(are_many(word) for word in _WORD.findall(stretch))
    known = set(core(apart))
    for match in NAME.finditer(stretch):
        name = core(_OWNING.sub("", match.group()))
        place = _PLACE.search(stretch, max(0, match.start() - 6), match.start())
        told = is_persons if sure else may_be_persons
        if name and not place and not known & set(name) and told(text, " ".join(name)):
            return True
    return False


def has_rival(text: str, who: Doer, places: Iterable[Place], pronoun: str) -> bool:
    """Tell whether a pronoun may mean one at the places of an article as well as somebody.

    One whose sex the article tells has rivals of that sex only; one whose sex it does not tell has
    one in everybody who is not known to be of the other. He or she is no rival of many people.
    """
    if pronoun == "they":
        return any(are_many(text[start:end]) for start, end in places)
    if who.sort == pronoun:
        return False  # from he to he
    own = set(core(text[who.named : who.end]))
    known = _sexes(text, text[who.start : who.end])
    for start, end in places:
        words = _OWNING.sub("", text[start:end])
        name = core(words)
        to = _TO.search(text, max(0, start - 8), start)  # to New York
        told = is_persons if to or known else may_be_persons
        theirs = _sexes(text, words)
        person = told(text, " ".join(name)) if name else is_role(words)
        if person and not own & set(name) and (pronoun in theirs or not (known or theirs)):
            return True
    return False


def _sexes(text: str, words: str) -> frozenset[str]:
    """Return the pronouns that the article, or his role, tells to be those of somebody."""
    role, name = _role(words), core(words)
    found = {he for he, known in (("he", _MALE), ("she", _FEMALE)) if known.search(role)}
    return frozenset(found) or (genders(text, name[-1]) if name else frozenset())


def _role(words: str) -> str:
    """Return words up to the name among them: Goldman is no man by her name."""
    name = core(words)
    return words[: words.find(name[0])] if name else words
