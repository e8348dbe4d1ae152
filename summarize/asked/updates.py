"""updates: the signs by which a statement is news of what another states, however alike."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from summarize.text.clauses import main_clause
from summarize.text.patterns import pattern
from summarize.text.terms import content, negates, stem
from summarize.text.values.accusations import denies
from summarize.text.values.fates import GROWS, PEOPLE
from summarize.text.values.plans import planned, settled
from summarize.text.values.quantities import quantities
from summarize.text.values.value import agree
from summarize.words import by_start, forms, is_state, terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.text.values.value import Value

# Tolls that rise by the hour, and words by which one is told to have been lowered after all. How
# many are missing falls.
_RISING = frozenset(("dead", "hurt"))
# All that a sentence has that tells a toll alone: "At least 187 people are dead, officials say".
_BARE = frozenset(
    map(stem, "people dead killed died death deaths toll officials confirmed".split())
)
_REVISED = pattern(
    r"\b(?:revis|lower|correct|downward|down (?:from|to)|cut|not|instead|fewer|only|another|others?"
    r"|more people|additional|separate)",
    re.IGNORECASE,
)


class Updates:
    """Sentences that were told, ready to be asked whether another one updates them."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._counted = {text: quantities(text) for text in texts}
        self._every = tuple(chain.from_iterable(self._counted.values()))
        self._digits = set(chain.from_iterable(map(_digits, texts)))

    def updated(self, text: str, told: str, near: Sequence[str]) -> bool:
        """Return whether a sentence that says much the same as `told` is news of it after all.

        It is if it tells as done what was a plan, denies what was not denied, is of a country that
        neither `told` nor those `near` name, or has a number that they give otherwise or nobody
        gives.
        """
        if (planned(told) and settled(text)) or (_no(text) and not _no(told)):
            return True
        named = by_start(sorted({name for one in (told, *near) for name in terms(one).fixed}))
        states = (name for name in terms(main_clause(text)).fixed if is_state(name))
        return not all(forms(name, named) for name in states) or self._counts(text, near)

    def _counts(self, text: str, near: Sequence[str]) -> bool:
        values = quantities(text)
        old = [] if _REVISED.search(text) else [one for one in values if self._outgrown(one)]
        rest = text
        for one in reversed(old):
            rest = rest[: one.start] + rest[one.end :]
        if not _digits(rest) <= self._digits:
            return True
        close = [value for one in near for value in self._counted[one]]
        return any(
            not _told(value, self._every) or (_of(value, close) and not _told(value, close))
            for value in values
            if value not in old
        )

    def beyond(self, text: str) -> str | None:
        """Return the sentence with the higher toll of one that tells nothing but a toll."""
        for value in quantities(text):
            rest = f"{text[: value.start]} {text[value.end :]}"
            if self._outgrown(value) and not _REVISED.search(text) and set(content(rest)) <= _BARE:
                return next(told for told, own in self._counted.items() if _above(value, own))
        return None

    def _outgrown(self, value: Value) -> bool:
        """Return whether a toll is below one that was told: an older figure of what only rises."""
        return _above(value, self._every)


def _above(value: Value, among: Sequence[Value]) -> bool:
    return value.slot in _RISING and any(
        one.slot == value.slot
        and one.of <= PEOPLE
        and value.of <= PEOPLE
        and value.ranges[0][0] < one.ranges[0][0] <= GROWS * value.ranges[0][0]
        for one in among
    )


def _no(text: str) -> bool:
    return negates(text) or denies(text)


def _of(value: Value, among: Sequence[Value]) -> bool:
    return any(one.slot == value.slot for one in among)


def _told(value: Value, among: Sequence[Value]) -> bool:
    return any(one.slot == value.slot and agree(one, value) for one in among)


def _digits(text: str) -> set[str]:
    return set(re.findall(r"\d+", text))
