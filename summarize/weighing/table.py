"""Table: what `Shares` tells, worked out for all words of a small story at once.

Of some hundred statements it is quicker to know everything than to ask a word at a time.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from summarize.words import Meanings, by_start, forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarize.words import Terms

MOST = 1 << 21  # words × statements, 16 MiB


class Table:
    """The words of the statements, with how far each statement has each: words × statements."""

    def __init__(self, known: Sequence[Terms], stems: Sequence[str]) -> None:
        """Take the terms of each statement, and all stems that they are made of."""
        import numpy as np

        number_of = {word: number for number, word in enumerate(stems)}
        has = np.zeros((len(stems), len(known)), dtype=bool)
        for statement, own in enumerate(known):
            has[[number_of[word] for word in own.fixed + own.common], statement] = True
        fixed = sorted({word for own in known for word in own.fixed})
        common = sorted({word for own in known for word in own.common})
        self._fixed = {word: row for row, word in enumerate(fixed)}
        self._common = {word: row for row, word in enumerate(common, start=len(fixed))}
        starts = by_start(stems)
        named = [[number_of[form] for form in forms(name, starts)] for name in fixed]
        self.rows = np.zeros((len(fixed) + len(common), len(known)))
        if fixed:
            flat = has[list(chain.from_iterable(named))]
            self.rows[: len(fixed)] = np.logical_or.reduceat(flat, _firsts(named))
        if common:
            self.rows[len(fixed) :] = _alike(known, common)
            self.rows[len(fixed) :][has[[number_of[word] for word in common]]] = 1.0

    def expect(self, words: Iterable[str]) -> None:
        """Do nothing: all is known already."""

    def of(self, own: Terms) -> Any:
        """Return the row of each term of a statement."""
        import numpy as np

        rows = *(self._fixed[name] for name in own.fixed), *(self._common[w] for w in own.common)
        return np.array(rows, dtype=np.int64)

    def covered(self, shares: Any, weights: Any) -> Any:
        """Return how much of the weight of some terms each statement has."""
        return weights @ self.rows[shares]

    def columns(self, shares: Any, columns: Any) -> Any:
        """Return how far some statements have each of some terms, terms × columns, 0 to 1."""
        return self.rows[shares[:, None], columns]


def _alike(known: Sequence[Terms], common: Sequence[str]) -> Any:
    """Return how far each statement has a common word that means the same as each."""
    import numpy as np

    place = {word: number for number, word in enumerate(common)}
    spoken = [number for number, own in enumerate(known) if own.common]
    found = np.zeros((len(common), len(known)))
    groups = [[place[word] for word in known[number].common] for number in spoken]
    found[:, spoken] = Meanings(common).most(groups)
    return found


def _firsts(lists: Sequence[Sequence[int]]) -> Any:
    """Return where each of the lists, none of them empty, starts in all of them in a row."""
    import numpy as np

    return np.cumsum([0, *(len(own) for own in lists)])[:-1]
