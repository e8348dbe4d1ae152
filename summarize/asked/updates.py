"""updates: the signs by which a statement is news of what another states, however alike."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from summarize.text.clauses import main_clause
from summarize.text.terms import negates
from summarize.text.values.accusations import denies
from summarize.text.values.plans import planned, settled
from summarize.text.values.quantities import quantities
from summarize.text.values.value import agree
from summarize.words import by_start, forms, is_state, terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.text.values.value import Value


class Told:
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
        if not _digits(text) <= self._digits:
            return True
        close = [value for one in near for value in self._counted[one]]
        return any(
            not _told(value, self._every) or (_of(value, close) and not _told(value, close))
            for value in quantities(text)
        )


def _no(text: str) -> bool:
    return negates(text) or denies(text)


def _of(value: Value, among: Sequence[Value]) -> bool:
    return any(one.slot == value.slot for one in among)


def _told(value: Value, among: Sequence[Value]) -> bool:
    return any(one.slot == value.slot and agree(one, value) for one in among)


def _digits(text: str) -> set[str]:
    return set(re.findall(r"\d+", text))
