"""Neighbours: the pairs of statements that say the same, found without comparing all with all.

Up to WHOLE statements each is compared with each, a block of rows at a time. More of them are first
sorted into cells around a sample of themselves, as an inverted file does (Jégou, Douze and Schmid
2011), each into the few cells that it is nearest to, and compared within those. So time and memory
grow with the number of statements and not with its square.
"""

from __future__ import annotations

from array import array
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from summarize.text.terms import content

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.records import Vectors

# Alike: cosine + SHARED × (share of the shorter one's content words in the longer) ≥ ALIKE. Cosine
# alone takes "Trump called Comey again" for "Trump restated" (0.80) and misses the long against
# the short version of one fact (0.73). Read on 280 pairs of allsides and newswcl50, 2026-11.
ALIKE = 1.02
SHARED = 0.4
_LEAST_COSINE = ALIKE - SHARED
_SLACK = 2e-6  # what single precision may lose; those that pass are weighed in double precision
_BLOCK = 512  # rows of the similarity matrix held at a time
_NEAREST = 64  # neighbours looked at more closely, so that time and memory grow with the texts
# Statements that are compared all with all: in a second or two. Of larger stories' pairs of alike
# statements, cells find 98.8 % (9 315 statements of MultiLing, Multi-News and AllSides, in cells
# of 200; each in one cell would find 84 %), 2026-11.
WHOLE = 10_000
_SHELVES = 32
MILLION = 1_000_000
CELL = 200  # statements around one of the sample, on average
PROBES = 3  # cells that a statement is put in


def neighbours(texts: Sequence[str], vectors: Vectors) -> tuple[Any, Any, Any]:
    """Return who is alike to each statement, and how alike: as rows of a sparse matrix.

    Three arrays: where each statement's neighbours start (and the last one's end), the neighbours
    in order, and how alike they are, in millionths. Who is a neighbour has the other as one.
    """
    import numpy as np

    words = _Words(texts)
    pairs = _Pairs(len(texts))
    for rows in cells(texts, vectors):
        codes, near = _close(vectors, rows)
        one, other = codes // len(texts), codes % len(texts)
        shares = words.shares(one, other)
        likely = near + SHARED * shares >= ALIKE - 2 * _SLACK
        one, other, codes = one[likely], other[likely], codes[likely]
        alike = np.round(_cosines(vectors, one, other) + SHARED * shares[likely], 6)
        sure = alike >= ALIKE
        pairs.add(codes[sure], np.rint(alike[sure] * MILLION).astype(np.int32))
    return pairs.both_ways()


def cells(texts: Sequence[str], vectors: Vectors) -> Iterator[Any]:
    """Give groups of row numbers such that rows that are close are together in one of them.

    All rows are in one group up to WHOLE; the order of the rows has no part in the groups.
    """
    import numpy as np

    order = np.array(sorted(range(len(texts)), key=texts.__getitem__), dtype=np.int64)
    waiting = [order]
    while waiting:
        rows = waiting.pop()
        if len(rows) <= WHOLE:
            yield rows
            continue
        for cell in _cells(vectors, rows):
            if len(cell) <= len(rows) // 2:
                waiting.append(cell)
            else:  # what no sample tells apart, such as one sentence over and over
                yield from (cell[at : at + WHOLE] for at in range(0, len(cell), WHOLE))


def _cells(vectors: Vectors, rows: Any) -> list[Any]:
    """Sort rows into cells around an even sample of them, moved once to their cells' middle."""
    import numpy as np

    count = -(-len(rows) // CELL)
    heads = vectors[rows[np.linspace(0, len(rows) - 1, count).astype(np.int64)]]
    sums = np.zeros_like(heads)
    for block in _blocks(rows):
        np.add.at(sums, (vectors[block] @ heads.T).argmax(axis=1), vectors[block])
    norms = np.linalg.norm(sums, axis=1, keepdims=True)
    heads = np.where(norms > 0, sums / np.maximum(norms, 1e-9), heads)
    homes = np.concatenate([_nearest(vectors[block] @ heads.T) for block in _blocks(rows)]).ravel()
    places = np.argsort(homes, kind="stable")
    starts = np.searchsorted(homes[places], np.arange(1, count))
    return [rows[own // PROBES] for own in np.split(places, starts) if len(own)]


def _nearest(cosines: Any) -> Any:
    """Return the places of the PROBES largest of each row, and forget how large they were.

    One after the other, since few of very many are found sooner so than by any sorting.
    """
    import numpy as np

    rows = np.arange(len(cosines))
    found = np.empty((len(cosines), PROBES), dtype=np.int64)
    for probe in range(PROBES):
        found[:, probe] = cosines.argmax(axis=1)
        cosines[rows, found[:, probe]] = -np.inf
    return found


def _blocks(rows: Any) -> Iterator[Any]:
    return (rows[start : start + _BLOCK] for start in range(0, len(rows), _BLOCK))


def _close(vectors: Vectors, rows: Any) -> tuple[Any, Any]:
    """Return the pairs of a cell whose cosine could make them alike, as codes, with the cosine.

    In order, each once.
    """
    import numpy as np

    codes, near = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.float32)]
    own = vectors[rows]
    for block in _blocks(np.arange(len(rows))):
        cosines = own[block] @ own.T
        enough = cosines >= np.float32(_LEAST_COSINE - _SLACK)
        busy = np.flatnonzero(np.count_nonzero(enough, axis=1) > _NEAREST)
        if len(busy):
            nth = np.partition(cosines[busy], -_NEAREST, axis=1)[:, -_NEAREST, None]
            enough[busy] &= cosines[busy] >= nth - np.float32(_SLACK)
        at, beside = np.divmod(np.flatnonzero(enough), len(rows))
        one, other = rows[block[at]], rows[beside]
        apart = one != other
        pair = np.minimum(one, other) * len(vectors) + np.maximum(one, other)
        codes.append(pair[apart])
        near.append(cosines[at, beside][apart])
    pairs, first = np.unique(np.concatenate(codes), return_index=True)
    return pairs, np.concatenate(near)[first]


def _cosines(vectors: Vectors, one: Any, other: Any) -> Any:
    """Return the cosines of pairs of rows in double precision, rounded."""
    import numpy as np

    # In double precision the sum's order, which varies with threads, stays below the rounding.
    parts = [
        np.einsum("ij,ij->i", vectors[a].astype(np.float64), vectors[b].astype(np.float64))
        for a, b in zip(_blocks(one), _blocks(other), strict=True)
    ]
    return np.round(np.concatenate([np.zeros(0), *parts]), 6)


class _Words:
    """The content words of the texts, as numbers in one array: sets of words take much memory."""

    def __init__(self, texts: Sequence[str]) -> None:
        known: dict[str, int] = {}
        self._flat, self._ends = array("i"), array("q", [0])
        for text in texts:
            self._flat.extend({known.setdefault(word, len(known)) for word in content(text)})
            self._ends.append(len(self._flat))

    def shares(self, one: Any, other: Any) -> Any:
        """Return for pairs of rows the share of the shorter's words that the longer has too."""
        import numpy as np

        ends = self._ends
        asked = np.unique(np.concatenate([one, other])).tolist()
        own = {n: frozenset(self._flat[ends[n] : ends[n + 1]]) for n in asked}
        return np.array(
            [_share(own[a], own[b]) for a, b in zip(one.tolist(), other.tolist(), strict=True)]
        )


def _share(one: frozenset[int], other: frozenset[int]) -> float:
    fewer = min(len(one), len(other))
    return len(one & other) / fewer if fewer else 0.0


class _Pairs:
    """The pairs found so far, in some shelves by their first: each is put in order by itself.

    A pair's code is its smaller number × the number of all + its larger one. Cells overlap, so a
    pair may be found three times.
    """

    def __init__(self, count: int) -> None:
        self._count = count
        shelves = max(1, min(_SHELVES, count // WHOLE))
        self._edges = [count * shelf // shelves * count for shelf in range(1, shelves)]
        self._shelves: list[list[tuple[Any, Any]]] = [[] for _ in range(shelves)]

    def add(self, codes: Any, alike: Any) -> None:
        """Keep some pairs, which are in order, and how alike they are."""
        import numpy as np

        ends = [0, *np.searchsorted(codes, self._edges).tolist(), len(codes)]
        for shelf, (start, end) in zip(self._shelves, pairwise(ends), strict=True):
            if end > start:
                shelf.append((codes[start:end].copy(), alike[start:end].copy()))

    def both_ways(self) -> tuple[Any, Any, Any]:
        """Return all pairs, each both ways round, as rows of a sparse matrix."""
        import numpy as np

        ordered = [self._ordered(shelf) for shelf in self._shelves]
        one, other, alike = (np.concatenate(parts) for parts in zip(*ordered, strict=True))
        del ordered
        # The rows' smaller neighbours first, which are the pairs that have them as the larger one.
        less, more = (np.bincount(numbers, minlength=self._count) for numbers in (other, one))
        starts = np.concatenate([[0], np.cumsum(less + more)])
        right = np.empty(2 * len(one), dtype=np.int32)
        value = np.empty(2 * len(one), dtype=np.int32)
        turned = np.argsort(other, kind="stable")
        for first, count, order, numbers in (
            (starts[:-1], less, turned, one),
            (starts[:-1] + less, more, slice(None), other),
        ):
            shift = first - np.concatenate([[0], np.cumsum(count[:-1])])
            places = np.arange(len(one)) + np.repeat(shift, count)
            right[places], value[places] = numbers[order], alike[order]
        return starts, right, value

    def _ordered(self, shelf: list[tuple[Any, Any]]) -> tuple[Any, Any, Any]:
        """Return the pairs of a shelf in order, each once, and empty it."""
        import numpy as np

        codes = np.concatenate([np.zeros(0, dtype=np.int64), *(part for part, _ in shelf)])
        alike = np.concatenate([np.zeros(0, dtype=np.int32), *(part for _, part in shelf)])
        shelf.clear()
        codes, first = np.unique(codes, return_index=True)
        one, other = codes // max(1, self._count), codes % max(1, self._count)
        return one.astype(np.int32), other.astype(np.int32), alike[first]
