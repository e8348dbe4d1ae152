"""Callings: who "the official" or "the president" is, where only one can be meant.

By the article's own words: the one who is introduced with that word, "a senior harbour official",
or whose title it is, "President Roe". English only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.text.attribution.claimants import NAME, core, qualified
from summarize.text.attribution.clues import is_little
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
    names: dict[str, Place] = {}
    for at in _mentions(text, bare[1], start):
        place = _introduced(text, at, at + len(bare[1]))
        if place is None:
            return None
        words = text[slice(*place)].casefold()
        own = core(text[slice(*place)])[-1:] if text[at].isupper() else (words,)
        if words and own:
            known = names.setdefault(own[0], place)
            names[own[0]] = max(known, place, key=lambda one: one[1] - one[0])
    return next(iter(names.values())) if len(names) == 1 else None


def _mentions(text: str, role: str, until: int) -> Iterator[int]:
    """Give where a role stands before a place, as a word or as a title."""
    for word in (role, role.capitalize()):
        at = text.find(word, 0, until)
        while at >= 0:
            after = at + len(word)
            if not text[max(0, at - 1) : at].isalnum() and not text[after : after + 1].isalnum():
                yield at
            at = text.find(word, after, until)


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
        if lower in _ANOTHER or is_little(word) or is_past(word) or word.endswith(("’s", "'s")):
            return None
        own.insert(0, word)
    return None
