"""Cells: groups of statements among which those that are close are looked for.

Up to WHOLE statements are one group. More of them are sorted into small cells around a sample of
themselves, as an inverted file does (Jégou, Douze and Schmid 2011), each into the few that it is
nearest to. The cells stand in districts, and a statement looks for its own in the few districts
nearest to it, so that time grows with the statements and hardly faster.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from summarize.arrays import Ints, Longs, Sort, Vectors

# Statements that are compared all with all: in a second or two. Of larger stories' pairs of alike
# statements, cells find 99.0 % (18 316 sentences of AllSides, Multi-News, MultiLing, ECB+ and
# MEANTIME), and 94 to 97 % where nearly all are of different things (benchmarks/large.py), 2026-11.
WHOLE = 10_000
CELL = 32  # statements whose nearest cell is the same, on average
_DISTRICTS = 10  # in which a statement looks for its cells
PROBES = 6  # cells that a statement is put in
HOMES = 2  # of those, cells in which it is held against all that are there
_MOVING = 4  # one statement in so many has a say in where the middle of its cell is
_FINE = 1 << 30
_SHORT = 1 << 16
_NONE = -(1 << 63)
_BLOCK = 2048  # statements held against the heads of cells at a time


def cells(texts: Sequence[str], vectors: Vectors) -> Iterator[tuple[Longs, Longs]]:
    """Give groups of row numbers such that rows that are close are together in one of them.

    With each group come the places in it of those rows that are to be held against all of it; each
    row is one of those at least once. All rows are in one group up to WHOLE, and no group is
    larger; the order of the rows has no part in the groups.
    """
    import numpy as np

    order = np.array(sorted(range(len(texts)), key=texts.__getitem__), dtype=np.int64)
    if len(order) <= WHOLE:
        yield order, np.arange(len(order))
        return
    lists = _lists(vectors, order).ravel()
    places = np.argsort(lists, kind="stable")
    ends = np.flatnonzero(np.diff(lists[places])) + 1
    for own in np.split(places, ends):
        if lists[own[0]] < 0:
            continue  # a row with fewer cells around it
        rows, asks = order[own // PROBES], own % PROBES < HOMES
        # More are together where no sample tells them apart, such as one sentence over and over.
        for at in range(0, len(rows), WHOLE):
            part = slice(at, at + WHOLE)
            yield rows[part], np.flatnonzero(asks[part])


def blocks(rows: Longs, size: int) -> Iterator[Longs]:
    """Give rows, so many at a time."""
    return (rows[start : start + size] for start in range(0, len(rows), size))


def _lists(vectors: Vectors, rows: Longs) -> Ints:
    """Return the numbers of the PROBES cells nearest to each row, the nearest first, or -1."""
    import numpy as np

    # More districts than cells in one, since each statement looks into several.
    heads = _heads(vectors, rows, math.isqrt(4 * len(rows) // CELL) + 1)
    near = _numbers(_nearest(vectors, rows, heads, 0, _DISTRICTS))
    near = near.astype(np.uint16) if len(heads) <= _SHORT else near  # sorted ten times as soon
    close = np.full((*near.shape, PROBES), _NONE)
    places = np.argsort(near, axis=None, kind="stable")
    count = 0
    for own in np.split(places, np.searchsorted(near.ravel()[places], np.arange(1, len(heads)))):
        at, turn = np.divmod(own, near.shape[1])
        home = rows[at[turn == 0]]
        if len(home):
            heads = _heads(vectors, home, -(-len(home) // CELL))
            found = _nearest(vectors, rows[at], heads, count, PROBES)
            close[at, turn, : found.shape[1]] = found
            count += len(heads)
    return _numbers(_largest(close.reshape(len(rows), -1), PROBES))


def _heads(vectors: Vectors, rows: Longs, count: int) -> Vectors:
    """Return unit vectors around which rows lie: of an even sample, moved once to the middle."""
    import numpy as np

    heads = vectors[rows[np.linspace(0, len(rows) - 1, count).astype(np.int64)]]
    sums = np.zeros_like(heads)
    for block in blocks(rows[::_MOVING], _BLOCK):
        own = vectors[block]
        np.add.at(sums, (own @ heads.T).argmax(axis=1), own)
    norms = np.linalg.norm(sums, axis=1, keepdims=True)
    return np.where(norms > 0, sums / np.maximum(norms, 1e-9), heads)


def _nearest(vectors: Vectors, rows: Longs, heads: Vectors, first: int, most: int) -> Longs:
    """Return the heads nearest to each row, as many as there are up to `most`, nearest first.

    As whole numbers in order of the cosines, with the head's number from `first` on in the last
    32 bits: those are sorted sooner than places by what stands there.
    """
    import numpy as np

    # A cosine of 30 bits less those of a number: 32 bits sort in a quarter of the time of 64.
    own = np.int32((1 << len(heads).bit_length()) - 1)
    numbers, fine = np.arange(len(heads), dtype=np.int32), heads.T * np.float32(_FINE)
    found = []
    for block in blocks(rows, _BLOCK):
        codes = (vectors[block] @ fine).astype(np.int32)
        codes &= ~own
        codes |= numbers
        found.append(_largest(codes, most))
    every = np.concatenate(found)
    return (every & ~own).astype(np.int64) << 32 | (first + (every & own))


def _largest(values: NDArray[Sort], most: int) -> NDArray[Sort]:
    """Return the largest values of each row, the largest first; the rows are put in order."""
    values.sort(axis=1)
    return values[:, ::-1][:, :most].copy()


def _numbers(values: Longs) -> Ints:
    import numpy as np

    return np.where(values > _NONE, values & 0xFFFFFFFF, -1).astype(np.int32)
