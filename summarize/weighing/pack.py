"""Budgeted maximum coverage: choose items that together cover most weight within a budget.

Greedy filling by worth per unit of cost (Khuller, Moss and Naor 1999), then exchanges: one item
out, the best one in, the room that is left filled again, as long as the objective grows.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

EXCHANGES = 20  # rounds; it settles earlier, in two to five


@dataclass(frozen=True, slots=True)
class Problem:
    """Items with the concepts they cover, a worth of their own, and a cost; n of each.

    `weights` are the concepts', `clash(i)` tells which items must not stand beside item i.
    """

    weights: Any  # float64, one a concept
    rows: Sequence[Any]  # int64 arrays, one an item
    worth: Any  # float64, n
    costs: Any  # int64, n
    allowed: Any  # bool, n
    budget: int
    clash: Callable[[int], Any]  # bool, n
    index: list[_Index] = field(default_factory=list, repr=False, compare=False)  # made when needed


class _Index:
    """Which items cover each concept, and what each item covers in all."""

    def __init__(self, problem: Problem) -> None:
        import numpy as np

        flat = np.concatenate([*problem.rows, np.zeros(0, dtype=np.int64)])
        count = len(problem.rows)
        owners = np.repeat(np.arange(count), [len(row) for row in problem.rows])
        self.sums = np.bincount(owners, weights=problem.weights[flat], minlength=count)
        self._owners = owners[np.argsort(flat, kind="stable")].astype(np.int32)
        sizes = np.bincount(flat, minlength=len(problem.weights))
        self._starts = np.concatenate([[0], np.cumsum(sizes)])

    def of(self, concepts: Any) -> tuple[Any, Any]:
        """Return the items that cover each of some concepts, one after another, and how many."""
        import numpy as np

        starts = self._starts[concepts]
        counts = self._starts[concepts + 1] - starts
        ends = counts.cumsum()
        places = np.arange(ends[-1]) + (starts - ends + counts).repeat(counts)
        return self._owners[places], counts


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


def value(problem: Problem, chosen: Sequence[int]) -> float:
    """Return the objective of some items: the weight that they cover and their own worth."""
    bag = _Bag(problem)
    for item in chosen:
        bag.put(item)
    return bag.value()


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
            into = int(np.argmax(gained))
            if gained[into] > best:
                best, found = float(gained[into]), (out, into)
    return found


@dataclass(slots=True)
class _Bag:
    """What is chosen so far, with what each concept and each item owes to it."""

    problem: Problem
    chosen: list[int] = field(default_factory=list)
    used: int = 0
    covered: Any = None
    blocked: Any = None
    sums: Any = None

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
        self._change(self.sums, row[before == (sign < 0)], -sign)
        self.blocked += sign * self.problem.clash(item)

    def _change(self, sums: Any, concepts: Any, sign: int) -> None:
        """Add what concepts weigh to the sums of the items that cover them, or take it off."""
        import numpy as np

        if len(concepts):
            items, counts = self.problem.index[0].of(concepts)
            np.add.at(sums, items, (sign * self.problem.weights[concepts]).repeat(counts))

    def value(self) -> float:
        """Return the objective: the weight that is covered and the worth of the items."""
        covered = float(self.problem.weights[self.covered > 0].sum())
        return covered + sum(float(self.problem.worth[item]) for item in self.chosen)

    def gains(self, but: int | None = None) -> Any:
        """Return what each item would add, rounded so that the order of sums plays no part.

        `but` is an item that is in the bag, as if it were not.
        """
        import numpy as np

        sums = self.sums
        if but is not None:
            sums, row = sums.copy(), self.problem.rows[but]
            self._change(sums, row[self.covered[row] == 1], 1)
        return np.round(sums + self.problem.worth, 7)

    def open(self, but: int | None = None) -> Any:
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

        while (open_ := self.open()).any():
            gains = self.gains()
            value = gains / self.problem.costs if by_cost else gains
            item = int(np.argmax(np.where(open_, value, -np.inf)))
            if gains[item] <= 0:
                break
            self.put(item)
