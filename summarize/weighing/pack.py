"""Budgeted maximum coverage: choose items that together cover most weight within a budget.

Greedy filling by worth per unit of cost (Khuller, Moss and Naor 1999), then exchanges: one item
out, the best one in, the room that is left filled again, as long as the objective grows.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from summarize.arrays import Doubles, Flags, Ints, Longs

EXCHANGES = 20  # rounds; it settles earlier, in two to five
_KEPT = 1 << 12  # items that share a concept with one, as far as they are kept in mind


@dataclass(frozen=True, slots=True)
class Problem:
    """Items with the concepts they cover, a worth of their own, and a cost; n of each.

    `weights` are the concepts', `clash(i)` tells which items must not stand beside item i.
    """

    weights: Doubles  # one a concept
    rows: Sequence[Longs]  # one an item
    worth: Doubles  # n
    costs: Longs  # n
    allowed: Flags  # n
    budget: int
    clash: Callable[[int], Flags]  # n
    index: list[_Index] = field(default_factory=list, repr=False, compare=False)  # made when needed


class _Index:
    """Which items cover each concept, and what each item covers in all."""

    def __init__(self, problem: Problem) -> None:
        import numpy as np

        self._problem = problem
        self._sharing: dict[int, tuple[Ints, Longs, Doubles]] = {}
        flat = np.concatenate([*problem.rows, np.zeros(0, dtype=np.int64)])
        count = len(problem.rows)
        owners = np.repeat(np.arange(count), [len(row) for row in problem.rows])
        sums = np.bincount(owners, weights=problem.weights[flat], minlength=count)
        self.sums = sums.astype(np.float64, copy=False)  # of nothing, they are whole numbers
        self._owners = owners[np.argsort(flat, kind="stable")].astype(np.int32)
        sizes = np.bincount(flat, minlength=len(problem.weights))
        self._starts = np.concatenate([[0], np.cumsum(sizes)])

    def weight(self, item: int, which: Flags) -> Doubles:
        """Return how much each item covers of some of the concepts of an item."""
        import numpy as np

        items, counts, weights = self._sharing.get(item) or self._find(item)
        shared = (weights * which).repeat(counts)
        sums = np.bincount(items, weights=shared, minlength=len(self.sums))
        return sums.astype(np.float64, copy=False)

    def _find(self, item: int) -> tuple[Ints, Longs, Doubles]:
        """Return who covers each concept of an item, one after another, how many, the weights."""
        import numpy as np

        row = self._problem.rows[item]
        starts = self._starts[row]
        counts = self._starts[row + 1] - starts
        ends = counts.cumsum()
        places = np.arange(counts.sum()) + (starts - ends + counts).repeat(counts)
        found = self._owners[places], counts, self._problem.weights[row]
        if len(places) <= _KEPT:
            self._sharing[item] = found
        return found


def pack(problem: Problem) -> list[int]:
    """Return the items chosen, those of equal gain in the order of the items."""
    import numpy as np

    bag = _settled(_Bag(problem))
    # One item that is worth more than all these, such as the only one that fills the budget, is
    # out of reach of exchanges; starting from it as well keeps what Khuller et al. guarantee.
    single = _Bag(problem)
    gains = np.where(single.open(), single.gains(), -np.inf)
    if len(gains) and gains.max() > bag.value() + 1e-6:
        single.put(int(np.argmax(gains)))
        bag = _settled(single)
    return bag.chosen


def filled_up(
    problem: Problem, chosen: Sequence[int], least: int, goes: Callable[[int, Sequence[int]], bool]
) -> list[int]:
    """Return some items and what adds most beside them, or costs least, until `least` is used.

    `goes` tells whether an item goes with others; what does not is not asked about again.
    """
    import numpy as np

    bag = _Bag(problem)
    for item in chosen:
        bag.put(item)
    tried = np.zeros(len(problem.rows), dtype=bool)
    tried[list(chosen)] = True
    while bag.used < least:
        gains = np.where(bag.open() & ~tried, bag.gains(), -np.inf)
        item = int(gains.argmax())
        if gains[item] == -np.inf:
            break
        tried[item] = True
        if goes(item, bag.chosen):
            bag.put(item)
    return bag.chosen


def value(problem: Problem, chosen: Sequence[int]) -> float:
    """Return the objective of some items: the weight that they cover and their own worth."""
    import numpy as np

    covered = np.zeros(len(problem.weights), dtype=bool)
    for item in chosen:
        covered[problem.rows[item]] = True
    return _value(problem, covered, chosen)


def _value(problem: Problem, covered: Flags, chosen: Sequence[int]) -> float:
    own = sum(float(problem.worth[item]) for item in chosen)
    return float(problem.weights[covered].sum()) + own


def _settled(bag: _Bag) -> _Bag:
    """Fill the bag, and exchange items until nothing gains."""
    bag.fill(by_cost=True)
    for _ in range(EXCHANGES):
        exchange = _best_exchange(bag)
        if exchange is None:
            break
        out, into = exchange
        bag.take(out)
        bag.put(into)
        bag.fill(by_cost=False)
    return bag


def _best_exchange(bag: _Bag) -> tuple[int, int] | None:
    import numpy as np

    best, found = 1e-6, None
    for out in bag.chosen:
        open_ = bag.open(but=out)
        open_[out] = False
        if open_.any():
            gains = bag.gains(but=out)
            gained = np.where(open_, gains - gains[out], -np.inf)
            into = int(gained.argmax())
            if gained[into] > best:
                best, found = float(gained[into]), (out, into)
    return found


@dataclass(slots=True)
class _Bag:
    """What is chosen so far, with what each concept and each item owes to it."""

    problem: Problem
    chosen: list[int] = field(default_factory=list)
    used: int = 0
    covered: Longs = field(init=False)
    blocked: Longs = field(init=False)
    sums: Doubles = field(init=False)

    def __post_init__(self) -> None:
        import numpy as np

        problem = self.problem
        if not problem.index:
            problem.index.append(_Index(problem))
        self.covered = np.zeros(len(problem.weights), dtype=np.int64)
        self.blocked = np.zeros(len(problem.rows), dtype=np.int64)
        self.sums = problem.index[0].sums.copy()

    def put(self, item: int) -> None:
        self._move(item, 1)
        self.chosen.append(item)

    def take(self, item: int) -> None:
        self._move(item, -1)
        self.chosen.remove(item)

    def _move(self, item: int, sign: int) -> None:
        self.used += sign * int(self.problem.costs[item])
        row = self.problem.rows[item]
        before = self.covered[row]
        self.covered[row] = before + sign
        # Covered for the first time, or by nothing any more: it adds nothing, or something again.
        self.sums -= sign * self.problem.index[0].weight(item, before == (sign < 0))
        self.blocked += sign * self.problem.clash(item)

    def value(self) -> float:
        """Return the objective: the weight that is covered and the worth of the items."""
        return _value(self.problem, self.covered > 0, self.chosen)

    def gains(self, but: int | None = None) -> Doubles:
        """Return what each item would add, rounded so that the order of sums plays no part.

        `but` is an item that is in the bag, as if it were not.
        """
        sums = self.sums
        if but is not None:
            alone = self.covered[self.problem.rows[but]] == 1
            sums = sums + self.problem.index[0].weight(but, alone)
        return (sums + self.problem.worth).round(7)

    def open(self, but: int | None = None) -> Flags:
        """Return which items may still be put in: allowed, unblocked and within the budget.

        `but` is an item that is in the bag, as if it were not.
        """
        problem = self.problem
        left = problem.budget - self.used
        free = self.blocked == 0
        if but is not None:
            left, free = left + problem.costs[but], self.blocked == problem.clash(but)
        return problem.allowed & free & (problem.costs <= left)

    def fill(self, *, by_cost: bool) -> None:
        """Put in the item that gains most, per unit of cost or as it is, while any gains."""
        import numpy as np

        while len(self.problem.costs):
            open_, gains = self.open(), self.gains()
            value = gains / self.problem.costs if by_cost else gains
            item = int(np.where(open_, value, -np.inf).argmax())
            if not open_[item] or gains[item] <= 0:  # of none that is open it is the first
                break
            self.put(item)
