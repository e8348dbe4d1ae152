"""Unnamed persons: sentences that say no more of who speaks than "he said", or of whom they tell.

English only: of another language nothing is said, so nothing is held against it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from summarize.answers import remembering, who_says
from summarize.hearing import explains, sources
from summarize.text.attribution.clues import is_little
from summarize.text.attribution.doers import PRONOUNS
from summarize.text.attribution.roles import are_many, is_calling
from summarize.text.calendar import NAMED
from summarize.text.cues import TAGS, kind
from summarize.text.patterns import pattern
from summarize.text.quoting import quoted_share, unquoted
from summarize.text.tongues.force import in_force
from summarize.text.typography import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarize.records import Story

_SAID = pattern(r"\b(?:[Hh]e|[Ss]he|[Tt]hey) (?:(?:also|had|has|have|later|then|\w+ly) )?(\w+)")
_SET_OFF = pattern(rf", (?:he|she|they) (?:also )?({'|'.join(TAGS)})\b")
_PRONOUN = pattern(r"\b(?:he|him|himself|his|she|her|herself|hers)\b", re.IGNORECASE)
_TAG = pattern(r"(?:[Hh]e|[Ss]he) (?:(?:also|had|has|later|then|\w+ly) )?(\w+)")
_WORD = pattern(r"[^\W\d_][\w’'-]*")
_OWNING = ("’s", "'s", "’", "'")
# Who is meant by a pronoun of the same sentence, besides roles and callings. A noun too many costs
# nothing but that the sentence may be picked.
_SOMEBODY = frozenset(
    """adult anybody aunt baby boss boyfriend bride buyer cat celebrity champion classmate
    client colleague cousin customer dad dancer daughter defendant detainee dog donor each
    everybody fan female fiance fiancé fiancée fighter foe girlfriend granddaughter grandfather
    grandmother grandson groom guest gunman half-brother half-sister hero heroine incumbent
    individual infant inmate intern intruder kid killer lover male moderate mom motorist mum
    murderer native neophyte nephew newborn newcomer niece none novice one orphan other partner
    passenger patient pedestrian predecessor princess prisoner pupil reader recruit refugee
    rival robber sibling sponsor spouse staffer stepdaughter stepfather stepmother stepson
    stranger successor suspect teen thief toddler tourist twin uncle user victim viewer visitor
    whoever youngster youth""".split()
)

# Nameless items from which on all of a queue are looked for, not only those that would be picked:
# to pack anew without a few at a time takes the longer the more there are. Briefs of the
# development sets have three at most, 2026-11.
MANY = 50


def somebody(number: int, story: Story) -> str | None:
    """Return the pronoun by which alone a statement tells of a person, else None.

    None if anything in it may name or describe one: any name, a role, "the woman". Quotations, and
    what ends with "he said", are for `speaker` to tell of.
    """
    sentence = story.sentence(number)
    text = sentence.text
    found = None if in_force() or quoted_share(text) else _PRONOUN.search(text)
    if found is None or any(_says(text, match) for match in _PRONOUN.finditer(text)):
        return None
    first, *others = _WORD.findall(text)
    if any(word[0].isupper() and _names(word) for word in others):
        return None
    if any(map(_describes, (first, *others))):
        return None
    article = plain(story.articles[sentence.span.article].text)
    return found.group().lower() if _is_common(first, article) else None


def _says(text: str, pronoun: re.Match[str]) -> bool:
    """Tell whether it is one who speaks, which `speaker` tells of."""
    verb = _TAG.match(text, pronoun.start())
    return verb is not None and bool({"say", "think"} & {*kind(verb[1]).split("+")})


def _names(word: str) -> bool:
    """Tell whether a word that is written with a capital may be a person's name."""
    return not (word.isupper() or _bare(word) in NAMED)


def _describes(word: str) -> bool:
    """Tell whether a word may be what a person is called by: "the inmate", "a 30-year-old"."""
    low = _bare(word).lower()
    return low in _SOMEBODY or is_calling(low) or low.endswith(("-old", "-elect"))


def _is_common(first: str, article: str) -> bool:
    """Tell whether the first word of a sentence is no name, which its capital does not tell."""
    low = first.lower()
    if is_little(low) or are_many(low):
        return True
    amid = re.search(rf"[a-z,] {re.escape(first)}\b", article)
    return amid is None and re.search(rf"\b{re.escape(low)}\b", article) is not None


def _bare(word: str) -> str:
    for owning in _OWNING:
        word = word.removesuffix(owning)
    return word


def speaker(number: int, story: Story) -> str | None:
    """Return the pronoun that is all a statement and its article tell of who says it, else None.

    Only statements that quote, or set off a "he said", are asked.
    """
    sentence = story.sentence(number)
    if not _may_hang(sentence.text):
        return None
    answers = remembering(story).answers
    source: str | None = answers.ask(who_says(sentence), lambda: next(sources([sentence], story)))
    if source is None or source.lower() not in PRONOUNS:
        return None
    told: bool = answers.ask(f"explained {number}", lambda: explains(sentence, story))
    return None if told else source.lower()


@lru_cache(maxsize=1 << 10)  # what may be picked is asked of every brief that is packed
def _may_hang(text: str) -> bool:
    """Tell whether a text quotes and has a "he said", or sets one off; most have not."""
    found = (_SAID if quoted_share(text) else _SET_OFF).finditer(unquoted(text))
    return any(kind(match[1]) for match in found)


_REASONS = (
    (speaker, "tells no more of its speaker than"),
    (somebody, "tells no more of a person than"),
)


class Nameless:
    """The items of a queue of statements that have but a pronoun for a person, each asked once."""

    def __init__(self, queue: Sequence[int], story: Story) -> None:
        self._queue = queue
        self._story = story
        self._asked: dict[int, str | None] = {}

    def among(self, items: Iterable[int]) -> dict[int, str]:
        """Return which of some items are nameless, each with the reason."""
        found = {item: self._reason(item) for item in items}
        return {item: reason for item, reason in found.items() if reason}

    def everywhere(self) -> dict[int, str]:
        """Return all that are nameless with the reasons, or none before MANY were found."""
        many = sum(reason is not None for reason in self._asked.values()) >= MANY
        return self.among(range(len(self._queue))) if many else {}

    def _reason(self, item: int) -> str | None:
        if item not in self._asked:
            said = ((reason, ask(self._queue[item], self._story)) for ask, reason in _REASONS)
            found = (f"{reason} “{pronoun}”" for reason, pronoun in said if pronoun)
            self._asked[item] = next(found, None)
        return self._asked[item]
