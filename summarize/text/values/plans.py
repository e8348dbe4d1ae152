"""Plans: whether a sentence tells of what is still to come."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from summarize.text.cues import irregular, root
from summarize.text.patterns import pattern
from summarize.text.predicates import is_past, verbs
from summarize.text.terms import english_stem as stem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

_PLANNED = re.compile(
    r"\b(?:will|plan(?:s|ned)? to|planning to|expect(?:s|ed) to|to be|scheduled|set (?:to|for)"
    r"|next (?:week|month|year)|tomorrow)\b",
    re.IGNORECASE,
)

_OPEN = pattern(
    r"\b(?:may|might|could|would|should|consider(?:s|ing)?|wants? to|seeks? to|urg(?:es|ing)|asks?"
    r"|proposes?|prepar(?:es|ing))\b",
    re.IGNORECASE,
)
_AHEAD = pattern(
    r"\b(?:will|shall|(?:expected|due|set|scheduled|slated|plan(?:s|ned|ning)?|going|hop(?:es|ing)"
    r"|about|ready|poised)\sto)\s(?:(?:also|be|now|soon|then)\s){0,2}(?P<verb>[a-z]{3,})"
)
_NOT_YET = pattern(
    r"\b(?:would|could|should|may|might|must|can|to|not|never|if)\s(?:\w+\s){0,2}[“\"]?$"
)
_BEFORE = 40  # characters before a verb in which it is told that it is not done
# The presents of irregular verbs of news; those of saying have theirs in `cues`.
_PRESENTS = dict(
    pair.split()
    for pair in (
        "struck strike,sold sell,sent send,won win,lost lose,met meet,fell fall,rose rise,paid pay,"
        "left leave,built build,bought buy,broke break,broken break,began begin,begun begin,"
        "came come,shot shoot,fought fight,flew fly,stole steal,caught catch,drove drive,"
        "became become,withdrew withdraw,withdrawn withdraw,brought bring,beaten beat,grew grow"
    ).split(",")
)


def planned(text: str) -> bool:
    """Return whether a text has the words by which news tells of what is still to come."""
    return bool(_PLANNED.search(text))


def settled(text: str) -> bool:
    """Return whether a sentence has no word by which it leaves open what becomes of things."""
    return not planned(text) and not _OPEN.search(text)


def only_planned(clause: str, told: Sequence[str]) -> bool:
    """Return whether sentences tell as still to come what a clause tells as done."""
    ahead = frozenset().union(*map(_ahead, told))
    if not ahead or planned(clause):  # nearly all tell of nothing to come
        return False
    return bool(_done(clause) & ahead.difference(*map(_done, told)))


def present(word: str) -> str:
    """Return the stem of a lower-case verb, that of the present for an irregular past."""
    return root(_PRESENTS.get(word, word))


def pasts(deeds: AbstractSet[str]) -> frozenset[str]:
    """Return the stems of the irregular pasts of verbs, which are given by their stems."""
    return frozenset(past for base in deeds for past in _of_present().get(base, ()))


@lru_cache(maxsize=1)
def _of_present() -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for past in sorted({*_PRESENTS, *irregular()}):
        found.setdefault(present(past), []).append(stem(past))
    return found


@lru_cache(maxsize=1 << 12)
def _ahead(text: str) -> frozenset[str]:
    return frozenset(present(match["verb"]) for match in _AHEAD.finditer(text))


@lru_cache(maxsize=1 << 12)
def _done(text: str) -> frozenset[str]:
    words = ((low, text[low:high].lower()) for low, high in verbs(text))
    return frozenset(
        present(word)
        for low, word in words
        if is_past(word)
        and not _NOT_YET.search(text[max(0, low - _BEFORE) : low])
        and not _AHEAD.search(text[max(0, low - _BEFORE) : low + len(word)])
    )
