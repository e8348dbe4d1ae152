"""Callings: who "the official" or "the president" is, where only one can be meant.

By the article's own words: the one who is introduced with that word, "a senior harbour official",
or whose title it is, "President Roe". English only.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from summarize.text.attribution.claimants import NAME, core, qualified
from summarize.text.attribution.clues import is_little
from summarize.text.attribution.nouns import OWNING
from summarize.text.attribution.roles import is_role
from summarize.text.patterns import pattern
from summarize.text.predicates import is_past

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarize.text.attribution.claimants import Place

_BARE = pattern(r"[Tt]he ([a-z]{3,20})")
_WORD = pattern(r"[^\s,.;:()“”\"]+")
_JOINED = pattern(r" (?:de|di|da|del|della|van|von|der|den|bin|ibn|al|la|le)(?: (?:la|der|den))? ")
_REACH = 70  # characters before a role in which what belongs to it stands
_MODIFIERS = 5  # words between an article and a role
_LESS = frozenset("vice deputy assistant under".split())  # not the office that is named
_ANOTHER = frozenset("another second other both two three four five six several more each".split())
_BEHIND = ("of", "and", "or", "for", "at")  # a role behind or before which is another's


def called(text: str, start: int, end: int) -> Place | None:
    """Return the place before `start` that introduces whom a bare role means: "the official".

    None where nobody is introduced so, or more than one may be.
    """
    bare = _BARE.fullmatch(text, start, end)
    if not bare or not is_role(bare[1]):
        return None
    places, known = _known(text, bare[1])
    at = bisect_left(places, start)
    return known[at - 1] if at else None


@lru_cache(maxsize=1 << 6)  # an article's officials are asked for again and again
def _known(text: str, role: str) -> tuple[list[int], list[Place | None]]:
    """Return from where on in a text a role means whom, or None from where on nobody knows."""
    names: dict[str, Place] = {}
    places: list[int] = []
    known: list[Place | None] = []
    for at in sorted(_mentions(text, role)):
        place = _introduced(text, at, at + len(role))
        if place is not None and place[0] < place[1]:
            words = text[slice(*place)]
            own = core(words)[-1:] if text[at].isupper() else (words.casefold(),)
            before = names.setdefault(own[0], place) if own else place
            if own:
                names[own[0]] = max(before, place, key=lambda one: one[1] - one[0])
        sure = place is not None and len(names) < 2
        found = next(iter(names.values()), None) if sure else None
        if not sure or (found and found != (known[-1] if known else None)):
            places.append(at)
            known.append(found)
        if not sure:
            break
    return places, known


def _mentions(text: str, role: str) -> Iterator[int]:
    """Give where a role stands, as a word or as a title."""
    for word in (role, role.capitalize()):
        at = text.find(word)
        while at >= 0:
            after = at + len(word)
            if not text[max(0, at - 1) : at].isalnum() and not text[after : after + 1].isalnum():
                yield at
            at = text.find(word, after)


def _introduced(text: str, at: int, end: int) -> Place | None:
    """Return the place of whom a mention introduces, an empty one if nobody, None if unsure."""
    front = text[max(text.rfind("\n", 0, at) + 1, at - _REACH, 0) : at]
    before = [*_WORD.findall(front)][-_MODIFIERS - 1 :]
    name = NAME.match(text, end + 1) if text[end : end + 1] == " " else None
    if name and text[at].isupper():
        former = qualified(text, (at, name.end()))[0] < at
        less = bool(before) and before[-1].lower() in _LESS
        return (at, at) if former or less else (at, _whole(text, name.end()))
    if name or text[at].isupper():
        return None  # official Ines Roe, the Official
    return _described(text, before, at, end)


def _whole(text: str, end: int) -> int:
    """Return the end of a name with what "de" or "bin" joins to it: "Bill de Blasio"."""
    joined = _JOINED.match(text, end)
    name = NAME.match(text, joined.end()) if joined else None
    return name.end() if name else end


def _described(text: str, before: list[str], at: int, end: int) -> Place | None:
    """Return the place of "a senior harbour official"; empty for "the official"; else None."""
    after = _WORD.match(text, end + 1)
    if after and after[0] in _BEHIND:
        return None  # the president of Halden
    own: list[str] = []
    for word in reversed(before):
        lower = word.lower()
        if lower in ("a", "an") and own:
            start = text.rfind(" ".join([word, *own]), 0, at)
            return (start, end) if start >= 0 else None
        if lower in ("the", "this", "that") and not own:
            return (at, at)
        if lower in _ANOTHER or is_little(word) or is_past(word) or word.endswith(OWNING):
            return None
        own.insert(0, word)
    return None
