"""Neighbours: the pairs of statements that say the same, found without comparing all with all.

Statements are compared within cells (`cells`), of a small story all with all, a block of rows at a
time. So time and memory grow with the number of statements and not with its square.
"""

from __future__ import annotations

from array import array
from itertools import pairwise
from typing import TYPE_CHECKING

from summarize.cells import WHOLE, blocks, cells
from summarize.text.terms import content

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from summarize.arrays import Doubles, Ints, Longs, Singles, Sort, Vectors

# Alike: cosine + SHARED × (share of the shorter one's content words in the longer) ≥ ALIKE. Cosine
# alone takes "Trump called Comey again" for "Trump restated" (0.80) and misses the long against
# the short version of one fact (0.73). Read on 280 pairs of allsides and newswcl50, 2026-11.
ALIKE = 1.02
SHARED = 0.4
_LEAST_COSINE = ALIKE - SHARED
_SLACK = 2e-6  # what single precision may lose; those that pass are weighed in double precision
_BLOCK = 512  # rows of the similarity matrix held at a time
_NEAREST = 64  # neighbours looked at more closely, so that time and memory grow with the texts
_AT_ONCE = 1 << 17  # pairs of several cells weighed at a time
_BUCKETS = 32
MILLION = 1_000_000


def neighbours(texts: Sequence[str], vectors: Vectors) -> tuple[Longs, Ints, Ints]:
    """Return who is alike to each statement, and how alike: as rows of a sparse matrix.

    Three arrays: where each statement's neighbours start (and the last one's end), the neighbours
    in order, and how alike they are, in millionths. Who is a neighbour has the other as one.
    """
    import numpy as np

    words = _Words(texts)
    pairs = _Pairs(len(texts))
    for found, near in _together(_close(vectors, *cell) for cell in cells(texts, vectors)):
        one, other = found // len(texts), found % len(texts)
        shares = words.shares(one, other)
        likely = near + SHARED * shares >= ALIKE - 2 * _SLACK
        one, other, codes = one[likely], other[likely], found[likely]
        alike = np.round(_cosines(vectors, one, other) + SHARED * shares[likely], 6)
        sure = alike >= ALIKE
        pairs.add(codes[sure], np.rint(alike[sure] * MILLION).astype(np.int32))
    return pairs.both_ways()


def _together(found: Iterable[tuple[Longs, Singles]]) -> Iterator[tuple[Longs, Singles]]:
    """Give the pairs of several cells at a time, in order, each once: cells overlap."""
    import numpy as np

    codes: list[Longs] = [np.zeros(0, dtype=np.int64)]
    near: list[Singles] = [np.zeros(0, dtype=np.float32)]
    waiting = 0
    for some, cosines in found:
        codes.append(some)
        near.append(cosines)
        waiting += len(some)
        if waiting > _AT_ONCE:
            yield _once(codes, near)
            codes, near, waiting = [], [], 0
    if codes:
        yield _once(codes, near)


def _once(codes: Sequence[Longs], values: Sequence[NDArray[Sort]]) -> tuple[Longs, NDArray[Sort]]:
    """Return some pairs in order, each once, and a value of each.

    Which of a pair's values it is does not matter; `numpy.unique` takes three times as long, since
    it gives the first.
    """
    import numpy as np

    every = np.concatenate(codes)
    order = np.argsort(every)
    pairs = every[order]
    new = np.diff(pairs, prepend=-1) > 0
    return pairs[new], np.concatenate(values)[order[new]]


def _close(vectors: Vectors, rows: Longs, asks: Longs) -> tuple[Longs, Singles]:
    """Return the pairs of a cell whose cosine could make them alike, as codes, with the cosine.

    Of each pair one at least is in a place that asks.
    """
    import numpy as np

    codes, near = [], []
    own = vectors[rows]
    for block in blocks(asks, _BLOCK):
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
    if not codes:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32)
    return np.concatenate(codes), np.concatenate(near)


def _cosines(vectors: Vectors, one: Longs, other: Longs) -> Doubles:
    """Return the cosines of pairs of rows in double precision, rounded."""
    import numpy as np

    # In double precision the sum's order, which varies with threads, stays below the rounding.
    parts = [
        np.einsum("ij,ij->i", vectors[a].astype(np.float64), vectors[b].astype(np.float64))
        for a, b in zip(blocks(one, _BLOCK), blocks(other, _BLOCK), strict=True)
    ]
    return np.round(np.concatenate([np.zeros(0), *parts]), 6)


class _Words:
    """The content words of the texts, as numbers in one array: sets of words take much memory."""

    def __init__(self, texts: Sequence[str]) -> None:
        import numpy as np

        known: dict[str, int] = {}
        flat, ends = array("i"), array("q", [0])
        for text in texts:
            flat.extend({known.setdefault(word, len(known)) for word in content(text)})
            ends.append(len(flat))
        self._flat, self._known = np.array(flat, dtype=np.int32), max(1, len(known))
        self._starts, self._many = np.array(ends[:-1]), np.diff(ends)

    def shares(self, one: Longs, other: Longs) -> Doubles:
        """Return for pairs of rows the share of the shorter's words that the longer has too."""
        import numpy as np

        found = [
            np.bincount(self._common(a, b), minlength=len(a))
            for a, b in zip(blocks(one, _BLOCK), blocks(other, _BLOCK), strict=True)
        ]
        fewer = np.minimum(self._many[one], self._many[other])
        return np.concatenate([np.zeros(0), *found]) / np.maximum(1, fewer)

    def _common(self, one: Longs, other: Longs) -> Longs:
        """Return the place of each pair once for each word that both have."""
        import numpy as np

        both = np.concatenate([one, other])
        many = self._many[both]
        shift = self._starts[both] - (np.cumsum(many) - many)
        pair = np.tile(np.arange(len(one)) * self._known, 2)
        words = self._flat[np.arange(int(many.sum())) + np.repeat(shift, many)]
        words = np.sort(words + np.repeat(pair, many))
        return words[1:][words[1:] == words[:-1]] // self._known


class _Pairs:
    """The pairs found so far, in some buckets by their first: each is put in order by itself.

    A pair's code is its smaller number × the number of all + its larger one. Cells overlap, so a
    pair may be found three times.
    """

    def __init__(self, count: int) -> None:
        self._count = count
        buckets = max(1, min(_BUCKETS, count // WHOLE))
        self._edges = [count * bucket // buckets * count for bucket in range(1, buckets)]
        self._buckets: list[list[tuple[Longs, Ints]]] = [[] for _ in range(buckets)]

    def add(self, codes: Longs, alike: Ints) -> None:
        """Keep some pairs, which are in order, and how alike they are."""
        import numpy as np

        ends = [0, *np.searchsorted(codes, self._edges).tolist(), len(codes)]
        for bucket, (start, end) in zip(self._buckets, pairwise(ends), strict=True):
            if end > start:
                bucket.append((codes[start:end].copy(), alike[start:end].copy()))

    def both_ways(self) -> tuple[Longs, Ints, Ints]:
        """Return all pairs, each both ways round, as rows of a sparse matrix."""
        import numpy as np

        ordered = [self._ordered(bucket) for bucket in self._buckets]
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

    def _ordered(self, bucket: list[tuple[Longs, Ints]]) -> tuple[Ints, Ints, Ints]:
        """Return the pairs of a bucket in order, each once, and empty it."""
        import numpy as np

        parts = (np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int32)), *bucket
        bucket.clear()
        codes, alike = _once(*zip(*parts, strict=True))
        one, other = codes // max(1, self._count), codes % max(1, self._count)
        return one.astype(np.int32), other.astype(np.int32), alike
