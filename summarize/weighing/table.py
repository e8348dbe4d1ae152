"""Table: what `Shares` tells, worked out for all words of a small story at once.

Of some hundred statements it is quicker to know everything than to ask a word at a time.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from summarize.weighing.shares import Postings
from summarize.words import Meanings, by_start, forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarize.arrays import Doubles, Longs
    from summarize.words import Terms

MOST = 1 << 21  # words × statements, 16 MiB


class Table:
    """The words of the statements, with how far each statement has each: words × statements."""

    def __init__(self, known: Sequence[Terms], stems: Sequence[str]) -> None:
        """Take the terms of each statement, and all stems that they are made of."""
        import numpy as np

        number_of = {word: number for number, word in enumerate(stems)}
        having = Postings(
            ([number_of[word] for word in own.fixed + own.common] for own in known), len(stems)
        )
        fixed = sorted(set(chain.from_iterable(own.fixed for own in known)))
        common = sorted(set(chain.from_iterable(own.common for own in known)))
        self._fixed = {word: row for row, word in enumerate(fixed)}
        self._common = {word: row for row, word in enumerate(common, start=len(fixed))}
        self.rows: Doubles = np.zeros((len(fixed) + len(common), len(known)))
        if common:
            place = {word: number for number, word in enumerate(common)}
            groups = [[place[word] for word in own.common] for own in known]
            self.rows[len(fixed) :] = Meanings(common).most(groups)
        starts = by_start(stems)
        had = [(row, form) for name, row in self._fixed.items() for form in forms(name, starts)]
        had += [(row, word) for word, row in self._common.items()]
        rows = np.array([row for row, _ in had], dtype=np.int64)
        statements, rows = having.of([number_of[word] for _, word in had], rows)
        self.rows[rows, statements] = 1.0

    def expect(self, words: Iterable[str]) -> None:
        """Do nothing: all is known already."""

    def of(self, own: Terms) -> Longs:
        """Return the row of each term of a statement."""
        import numpy as np

        rows = [
            *map(self._fixed.__getitem__, own.fixed),
            *map(self._common.__getitem__, own.common),
        ]
        return np.array(rows, dtype=np.int64)

    def covered(self, shares: Longs, weights: Doubles) -> Doubles:
        """Return how much of the weight of some terms each statement has."""
        return weights @ self.rows[shares]

    def columns(self, shares: Longs, columns: Longs) -> Doubles:
        """Return how far some statements have each of some terms, terms × columns, 0 to 1."""
        return self.rows[shares[:, None], columns]
