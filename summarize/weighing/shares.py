"""Shares: which statements of a story have a word, or one that means the same, and how far."""

from __future__ import annotations

from array import array
from itertools import chain
from typing import TYPE_CHECKING, Any

from summarize.words import Meanings, by_start, forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import ArrayLike

    from summarize.arrays import Doubles, Ints, Longs
    from summarize.words import Terms

    Having = tuple[Ints, Doubles]  # the statements that have a term, and how far each does

_TOGETHER = 64  # words whose meanings are looked up at once
_REMEMBERED = 4_000_000  # statements of terms that are kept for the next claim, 48 MB


class Shares:
    """The words of the statements, ready to be asked who has one; what was asked is remembered."""

    def __init__(self, known: Sequence[Terms], stems: Sequence[str]) -> None:
        """Take the terms of each statement, and all stems that they are made of."""
        import numpy as np

        self._number = number_of = {word: number for number, word in enumerate(stems)}
        self._starts = by_start(stems)
        self._meanings = Meanings(stems)
        everything = ([number_of[w] for w in chain(t.fixed, t.common)] for t in known)
        self._all = Postings(everything, len(stems))
        self._common = Postings(([number_of[w] for w in t.common] for t in known), len(stems))
        self._near: dict[str, tuple[Longs, Doubles]] = {}
        self._found: dict[tuple[str, bool], Having] = {}
        self._remembered = 0
        self._scratch = np.zeros(len(known))

    def expect(self, words: Iterable[str]) -> None:
        """Look up the common words that mean the same as some that will be asked for, at once."""
        import numpy as np

        new = sorted({word for word in words if word not in self._near})
        for start in range(0, len(new), _TOGETHER):
            some = new[start : start + _TOGETHER]
            for word, row in zip(some, self._meanings.likeness(some), strict=True):
                stems = np.flatnonzero(row)
                self._near[word] = stems, row[stems]

    def of(self, own: Terms) -> list[Having]:
        """Return for each term the statements that have it, and how far each has, up to 1.

        A fixed term is had in any form of a name, a common one in any word that means the same.
        """
        self.expect(own.common)
        if self._remembered > _REMEMBERED:
            self._found.clear()
            self._remembered = 0
        asked = [*((name, True) for name in own.fixed), *((word, False) for word in own.common)]
        for term in asked:
            if term not in self._found:
                self._found[term] = found = self._find(*term)
                self._remembered += len(found[0])
        return [self._found[term] for term in asked]

    def _find(self, word: str, fixed: bool) -> Having:  # noqa: FBT001
        import numpy as np

        here = self._scratch
        if fixed:
            owners, _ = self._all.of([self._number[form] for form in forms(word, self._starts)])
            here[owners] = 1.0
        else:
            owners, values = self._common.of(*self._near[word])
            np.maximum.at(here, owners, values)
            here[self._all.of([self._number[word]])[0]] = 1.0
        owners = np.flatnonzero(here).astype(np.int32)
        values = here[owners]
        here[owners] = 0.0
        return owners, values

    def covered(self, shares: Sequence[Having], weights: Doubles) -> Doubles:
        """Return how much of the weight of some terms each statement has."""
        import numpy as np

        total = np.zeros_like(self._scratch)
        for (owners, values), weight in zip(shares, weights, strict=True):
            total[owners] += weight * values
        return total

    def columns(self, shares: Sequence[Having], columns: Longs) -> Doubles:
        """Return how far some statements have each of some terms, terms × columns, 0 to 1."""
        import numpy as np

        rows = np.zeros((len(shares), len(columns)))
        here = self._scratch
        for row, (owners, values) in zip(rows, shares, strict=True):
            here[owners] = values
            row[:] = here[columns]
            here[owners] = 0.0
        return rows


class Postings:
    """For each stem the statements that have it."""

    def __init__(self, lists: Iterable[Sequence[int]], size: int) -> None:
        """Take the stems of each statement as numbers, and how many there are."""
        import numpy as np

        flat, ends = array("i"), array("q", [0])
        for own in lists:
            flat.extend(own)
            ends.append(len(flat))
        stems = np.array(flat, dtype=np.int32)
        order = np.argsort(stems, kind="stable")
        owners = np.repeat(np.arange(len(ends) - 1, dtype=np.int32), np.diff(ends))
        self._owners = owners[order]
        self._starts = np.searchsorted(stems[order], np.arange(size + 1))

    def of(self, stems: Sequence[int] | Longs, values: ArrayLike = 1.0) -> tuple[Ints, Any]:
        """Return the statements that have some stems, each with the value of the stem."""
        import numpy as np

        own = np.asarray(stems, dtype=np.int64)
        starts, counts = self._starts[own], self._starts[own + 1] - self._starts[own]
        ends = np.cumsum(counts)
        places = np.arange(counts.sum()) + np.repeat(starts - ends + counts, counts)
        return self._owners[places], np.repeat(np.broadcast_to(values, own.shape), counts)
