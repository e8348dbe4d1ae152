"""Persons: whether an article tells that a name is somebody's, and of a man or a woman.

By the article's own words only: a title, a role, an age, "who", or that it says of somebody named
in full, and then by the last of his names, that he said something. No list of given names tells it.
English only.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from summarize.text.agencies import agency
from summarize.text.attribution.claimants import core
from summarize.text.attribution.clues import is_little
from summarize.text.attribution.roles import MEN, WOMEN, is_calling, is_title
from summarize.text.cues import kind
from summarize.text.metonyms import metonyms
from summarize.text.terms import english_stem as stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarize.text.attribution.claimants import Place

_REACH = 70  # characters before a name in which its titles, first names and role must stand
_FRONT = 5  # words of these
_SAYS = frozenset("said says added adds explained argued wrote".split())
_VERB = re.compile(r" (?:also |has |had |then )?([a-z]+)")
_OWN = re.compile(r" (?:[a-z]+ ){1,2}(he|his|she|her)\b")
_BEHIND = re.compile(
    r", (?:(?:aged )?\d{1,3}[,.;]|who\b|of [A-Z]|(?P<words>[^\s,.;:“”\"()][^,.;:“”\"()]{3,90})[,.])"
)
_TITLE = 12  # words of a line that names who is quoted below
_ROLE = 7  # words behind a name of which one may be a role


def is_persons(text: str, name: str, *, told: bool = False) -> bool:
    """Return whether an article tells that a name, without titles and roles, is a person's.

    `told` says that a role in front of it tells so.
    """
    words = name.split()
    if not words or any(_is_other(word) for word in words) or agency(name):
        return False
    return told or _is_persons(text, words[-1])


def may_be_persons(text: str, name: str) -> bool:
    """Return whether a name may be a person's: one of several words, or the last of such."""
    words = name.split()
    if not words or any(_is_other(word) for word in words) or agency(name):
        return False
    return len(words) > 1 or _is_persons(text, words[-1]) or _is_full(text, words[-1])


@lru_cache(maxsize=1 << 8)  # an article's people are asked for again and again
def genders(text: str, last: str) -> frozenset[str]:
    """Return the pronouns, he or she, that an article has for whoever is called so.

    The titles tell it, else what follows the name and its verb: "Marten said she", "told her".
    """
    mentions = list(_mentions(text, last))
    titles = {word.rstrip(".").lower() for _, front in mentions for word in front}
    told = {pronoun for pronoun, known in (("he", MEN), ("she", WOMEN)) if titles & known}
    if not told:
        said = [match[1] for end, _ in mentions if (match := _OWN.match(text, end))]
        he = sum(word in ("he", "his") for word in said)
        she = len(said) - he
        told = {w for w, one, other in (("he", he, she), ("she", she, he)) if one > 1 + 2 * other}
    return frozenset(told)


def introduced(text: str, at: int) -> Place | None:
    """Return the place of whom a line of its own before `at` names: "Secretary Ines Marten:"."""
    before = text[:at].rstrip()
    start = max(before.rfind(mark) for mark in "\n\u2028") + 1
    line = before[start:-1]
    words = line.split()
    if not before.endswith(":") or not 1 < len(words) <= _TITLE or not words[0][0].isupper():
        return None
    name = core(line)
    told = any(_is_told(word) for word in words)
    if not name or words[-1] != name[-1] or not is_persons(text, " ".join(name), told=told):
        return None
    begin = start + len(line) - len(line.lstrip())
    return begin, start + len(line.rstrip())


def _is_other(word: str) -> bool:
    """Tell whether a word is none of a person's name: NATO, Norway, "the Senate"."""
    if word.isupper() and len(word.strip(".")) > 1:
        return True
    known = kind(word.lower()).split("+")
    return "body" in known or "paper" in known or stem(word.lower()) in metonyms()


@lru_cache(maxsize=1 << 8)
def _is_persons(text: str, last: str) -> bool:
    for end, front in _mentions(text, last):
        if any(_is_told(word) for word in front) or _is_described(text, end):
            return True
    return _is_full(text, last) and _says(text, last)


def _is_full(text: str, last: str) -> bool:
    """Tell whether a name somewhere has another in front of it: "Ines Marten"."""
    return any(_is_more(front) for _, front in _mentions(text, last))


def _is_more(front: list[str]) -> bool:
    return bool(front) and front[0][0].isupper() and not is_little(front[0])


def _mentions(text: str, last: str) -> Iterator[tuple[int, list[str]]]:
    """Give where each mention of a name ends, and the words in front: "mayor", "Ines"."""
    at = text.find(last)
    while at >= 0:
        end = at + len(last)
        if _ends(text[at - 1 : at]) and not text[end : end + 1].isalnum():
            yield end, _front(text, at)
        at = text.find(last, end)


def _ends(mark: str) -> bool:
    """Tell whether a character is no part of a word that goes on."""
    return not (mark.isalnum() or mark in ("’", "'", "-"))


def _front(text: str, at: int) -> list[str]:
    """Return the words right before a name that belong to it, the last first."""
    front: list[str] = []
    line = text[max(0, at - _REACH) : at].rpartition("\n")[2]
    *before, blank = re.split(r"[ \u00a0]", line)
    for word in reversed(before if not blank else []):
        plain = word.lstrip("“\"‘'(")
        if not plain or not (plain[-1].isalnum() or (plain[-1] == "." and len(plain) < 6)):
            break
        front.append(plain)
        if not plain[0].isupper() or len(front) == _FRONT:
            break
    return front


def _is_told(word: str) -> bool:
    """Tell whether a word in front of a name tells that it is a person's."""
    return is_title(word) or is_calling(word)


def _is_described(text: str, end: int) -> bool:
    """Tell whether a name is followed by who that is: ", 31,", ", who", ", an economist"."""
    found = _BEHIND.match(text, end)
    if not found:
        return False
    words = (found["words"] or "").split()[:_ROLE]
    return not words or any(is_calling(word) for word in words)


def _says(text: str, last: str) -> bool:
    """Tell whether one so named says or thinks something: by the last name alone, if a plural.

    Halden Lines denies what a person may deny, and is hardly called Lines.
    """
    for end, front in _mentions(text, last):
        if _is_more(front) and last.endswith("s"):
            continue
        if front and front[-1] in _SAYS:
            return True
        verb = _VERB.match(text, end)
        announces = verb and {"say", "think", "judge"} & {*kind(verb[1]).split("+")}
        if verb and announces and not verb[1].endswith(("ing", "ion")):
            return True
    return False
