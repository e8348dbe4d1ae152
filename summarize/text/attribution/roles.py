"""Roles: words for what somebody is or does, and those by which he is addressed.

General knowledge of English: mayor, firefighter, economist; Mr., Sen., Pope; officials, police.
"""

from __future__ import annotations

import re

from summarize.text.cues import kind

# As they are shortened; `boundaries` has them among all else that a full stop may shorten.
SHORT_TITLES = "Mr Mrs Ms Dr Gen Gov Sen Rep Lt Col Sgt Rev Prof".split()
MEN = frozenset("mr sir lord king prince pope".split())
WOMEN = frozenset("mrs ms miss lady dame queen princess".split())
_TITLES = MEN | WOMEN | frozenset(map(str.lower, SHORT_TITLES))
_MANY = frozenset("people police men women".split())
# Besides those who often are sources, which `cues` has.
_ROLES = frozenset(
    """speaker pope bishop priest pastor rabbi imam monk nun dictator ruler supervisor
    superintendent lieutenant firefighter pilot driver farmer rancher engineer scholar fellow
    surgeon psychologist psychiatrist therapist trainer chef designer photographer filmmaker artist
    actor actress singer musician composer poet novelist star winner champion pitcher planner clerk
    widow widower survivor teenager girl boy""".split()
)
_PAPERS = ("Observer", "Reporter", "Star")
_SOME = frozenset("many some others majority someone somebody anyone everyone nobody".split())
# Not a German, and not an ottoman or a caiman: what makes a man a role hardly ends with i, o or u.
_MAN = re.compile(r"[a-z]{2,}(?:[a-hj-np-tv-z]man|woman)")
_THINGS = frozenset("talisman snowman walkman doberman".split())
_IST = re.compile(r"[a-z]{3}(?:ologist|omist|orist|ician|ographer)$")


def is_title(word: str) -> bool:
    """Return whether a word is what somebody is addressed by: "Mr.", "Sen", "Pope"."""
    return word.rstrip(".").lower() in _TITLES


def is_role(word: str) -> bool:
    """Return whether a word is what one person is or does: "mayor", "reporter", not "report"."""
    if word in _PAPERS or word in _THINGS:
        return False
    if _MAN.fullmatch(word):
        return True
    word = word.lower()
    known = kind(word).split("+")
    if word in _ROLES:
        return True
    person = "person" in known and (len(known) == 1 or word.endswith(("er", "or", "st", "an")))
    return person and not word.endswith(("s", "ly")) and word not in _MANY | _SOME


def are_many(word: str) -> bool:
    """Return whether a word is what several people are: "officials", "police", "Democrats"."""
    lower = word.lower()
    return lower in _MANY or (lower.endswith("s") and is_role(lower.removesuffix("s")))


def is_person(word: str) -> bool:
    """Return whether a word is what one person is or several are."""
    return is_role(word) or are_many(word)


def is_calling(word: str) -> bool:
    """Return whether a word is a role, or by its ending somebody's calling: "volcanologist"."""
    return is_role(word) or bool(_IST.search(word))
