"""Lookup: which points of a slot are worth laying beside one another.

An index of shared words with a limit on each, asked for all points of a slot at once as whole
numbers: of some hundred that a point of a large story shares two words with, few are left once all
is refused that an array can refuse, and only those are read.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from summarize.differing.distinct import FRESH, OF_A_DAY
from summarize.differing.rules import rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.arrays import Ints, Longs, Wholes
    from summarize.differing.points import Point, Points

_BUCKET = 48  # points of a slot remembered for a word: the pairs grow with the points, no faster
_FEW = 12  # points of a slot that are sooner read than laid out in arrays
_SHARED = 2  # content words that two sentences must share to be looked at
_LOOKS = 1 << 17  # looks into the index held at a time
_NARROW = 1 << 31
_PAIRS = 1 << 10  # pairs whose vectors are held at a time
_ROUNDING = 1e-5  # what single precision may lose
_RANGES = 2  # of a value, that are laid out in an array; of a value with more, all is left open


def likely(points: Points, members: Sequence[Point], least: float) -> Iterator[tuple[Point, Point]]:
    """Give the pairs of a slot that may disagree, each once, the earlier point first.

    They share two words with room for both points, are of two voices, and their sentences' cosine
    may come to `least`. Of the pairs that `distinct` would refuse by their days, or whose values
    can both be true, most are left out already.
    """
    if len(members) <= _FEW:
        yield from _beside(points, members)
        return
    sieve = _Sieve(points, members)
    for pairs in sharing(*words_of(points, members)):
        one, other = sieve.near(*sieve.apart(*pairs), least)
        for a, b in zip(one.tolist(), other.tolist(), strict=True):
            yield members[a], members[b]


def _beside(points: Points, members: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
    """Give the pairs of a slot so small that each point is sooner held against each."""
    words = list(map(points.shared, members))
    for later, other in enumerate(members):
        for one, own in zip(members[:later], words, strict=False):
            if one.voice != other.voice and len(own & words[later]) >= _SHARED:
                yield one, other


def words_of(points: Points, members: Sequence[Point]) -> tuple[Wholes, Longs]:
    """Return the numbers of the words by which points are looked up, those leant on included.

    As two arrays: the numbers point by point, each once, and where each point's end, after a 0.
    """
    import numpy as np

    keys, ends = _gathered(points, [point.statement for point in members])
    leaning = [(row, point.behind) for row, point in enumerate(members) if point.behind is not None]
    if leaning:
        rows, behind = zip(*leaning, strict=True)
        more, their = _gathered(points, behind)
        owner = np.repeat([*range(len(members)), *rows], [*np.diff(ends), *np.diff(their)])
        width = 1 + int(max(keys.max(initial=0), more.max(initial=0)))
        # Each once: `numpy.unique` would go by a hash table, which takes forty times as long.
        each = np.sort(owner * width + np.concatenate([keys, more]))
        each = each[np.diff(each, prepend=-1) > 0]
        many = np.bincount(each // width, minlength=len(members))
        keys, ends = each % width, np.concatenate([[0], np.cumsum(many)])
    return keys, ends


def _gathered(points: Points, statements: Sequence[int]) -> tuple[Ints, Longs]:
    """Return the numbers of the words of statements, and where each one's end, after a 0."""
    import numpy as np

    flat, ends, rows = points.stems.flat, points.stems.ends, np.array(statements)
    many = ends[rows + 1] - ends[rows]
    own = np.concatenate([[0], np.cumsum(many)])
    return flat[np.arange(own[-1]) + np.repeat(ends[rows] - own[:-1], many)], own


def sharing(keys: Wholes, ends: Longs) -> Iterator[tuple[Wholes, Wholes]]:
    """Give the pairs of rows that share _SHARED words, an earlier and a later one, in order.

    A word brings a row together with the first _BUCKET that have it, as far as they are earlier.
    The words are numbers, row by row, each once; `ends` is where each row's end, after a 0.
    """
    import numpy as np

    owner, beside, start, seen = _index(keys, ends)
    count = len(ends) - 1
    looks = np.concatenate([[0], np.cumsum(seen, dtype=np.int64)])[ends]
    # Blocks end where a row ends, so that all that a row shares with another is in one.
    at = 0
    while at < count:
        until = int(np.searchsorted(looks, looks[at] + _LOOKS, side="right")) - 1
        until = max(at + 1, until)
        block = slice(ends[at], ends[until])
        # Half as wide where there is room, which sorts in half the time.
        width = np.int32 if (until - at) * count < _NARROW else np.int64
        many, first, at = seen[block], at, until
        shift = start[block] - (np.cumsum(many) - many)
        other = beside[np.arange(int(many.sum())) + np.repeat(shift, many)]
        codes = np.repeat((owner[block] - first).astype(width), many) * width(count) + other
        codes.sort()
        found = codes[np.flatnonzero(codes[_SHARED - 1 :] == codes[: len(codes) - _SHARED + 1])]
        found = found[np.diff(found, prepend=-1) > 0]
        yield found % count, found // count + first


def _index(keys: Wholes, ends: Longs) -> tuple[Ints, Ints, Ints, Ints]:
    """Return an index of rows by their words, as four arrays.

    Whose each word is; the rows again, word by word, each word's in order; and for each row's word
    where in those its rows start, and how many of them may be looked at: those before the row, up
    to _BUCKET.
    """
    import numpy as np

    owner = np.repeat(np.arange(len(ends) - 1, dtype=np.int32), np.diff(ends))
    places = np.argsort(keys, kind="stable")
    ordered = keys[places]
    firsts = np.searchsorted(ordered, ordered).astype(np.int32)
    start, seen = np.empty_like(firsts), np.empty_like(firsts)
    start[places] = firsts
    seen[places] = np.minimum(np.arange(len(keys), dtype=np.int32) - firsts, _BUCKET)
    return owner, owner[places], start, seen


def _names(members: Sequence[Point]) -> Longs:
    """Return the words of each point's name as numbers, in rows that end in -1.

    In as many columns as the longest name has words.
    """
    import numpy as np

    found = np.full((len(members), max(len(point.value.name) for point in members)), -1)
    number_of: dict[str, int] = {}
    for row, point in enumerate(members):
        for at, word in enumerate(point.value.name):
            found[row, at] = number_of.setdefault(word, len(number_of))
    return found


class _Sieve:
    """What of the points of a slot can be told from numbers alone: voices, days and values."""

    def __init__(self, points: Points, members: Sequence[Point]) -> None:
        import numpy as np

        self._vectors = points.vectors
        self._row = np.array([point.statement for point in members])
        self._leans = np.array([point.behind is not None for point in members])
        number_of: dict[str, int] = {}
        self._voice = np.array([number_of.setdefault(p.voice, len(number_of)) for p in members])
        self._day = np.array([p.published.toordinal() if p.published else 0 for p in members])
        self._strict = np.array([rule(p.value) in OF_A_DAY for p in members])
        self._low = np.full((len(members), _RANGES), np.nan)
        self._high = np.full((len(members), _RANGES), np.nan)
        for row, point in enumerate(members):
            ranges = point.value.ranges
            if not point.value.name and len(ranges) <= _RANGES:
                for at, (low, high) in enumerate(ranges):
                    self._low[row, at], self._high[row, at] = low, high
        self._names = _names(members)

    def apart(self, one: Wholes, other: Wholes) -> tuple[Wholes, Wholes]:
        """Return those of some pairs of rows that may disagree, as far as numbers tell."""
        import numpy as np

        days = np.abs(self._day[one] - self._day[other])
        known = (self._day[one] > 0) & (self._day[other] > 0)
        stale = known & ((days > FRESH) | (self._strict[one] & (days > 0)))
        kept = np.flatnonzero((self._voice[one] != self._voice[other]) & ~stale)
        one, other = one[kept], other[kept]
        agree = np.zeros(len(kept), dtype=bool)
        for a in range(_RANGES):
            for b in range(_RANGES):  # what has no such range is NaN, and within nothing
                agree |= (self._low[one, a] <= self._high[other, b]) & (
                    self._low[other, b] <= self._high[one, a]
                )
        for a, b in product(range(self._names.shape[1]), repeat=2):
            mine = self._names[one, a]
            agree |= (mine == self._names[other, b]) & (mine >= 0)
        return one[~agree], other[~agree]

    def near(self, one: Wholes, other: Wholes, least: float) -> tuple[Wholes, Wholes]:
        """Return those of some pairs whose cosine may come to `least`, in single precision.

        A pair with a point that leans on another sentence is always among them: the cosine may be
        that sentence's.
        """
        import numpy as np

        kept: list[Longs] = [np.zeros(0, dtype=np.int64)]
        for at in range(0, len(one), _PAIRS):
            a, b = one[at : at + _PAIRS], other[at : at + _PAIRS]
            mine, yours = self._vectors[self._row[a]], self._vectors[self._row[b]]
            enough = np.einsum("ij,ij->i", mine, yours) >= least - _ROUNDING
            kept.append(at + np.flatnonzero(enough | self._leans[a] | self._leans[b]))
        sure = np.concatenate(kept)
        return one[sure], other[sure]
