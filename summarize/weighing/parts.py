"""Parts: what a statement's score is made of, kept a column a part and not a table a statement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Parts(Mapping[str, float]):
    """The parts of one statement's score by name, rounded when they are asked for.

    Of nearly all statements nobody asks, and a dictionary each would be the most that is known
    of a large story.
    """

    __slots__ = ("_best", "_columns", "_number")

    def __init__(self, columns: Mapping[str, Sequence[float]], number: int, best: float) -> None:
        """Take all statements' parts, the number of the statement, and what counts as 1."""
        self._columns = columns
        self._number = number
        self._best = best

    def __getitem__(self, name: str) -> float:
        """Return a part of the score."""
        return round(self._columns[name][self._number] / self._best, 6)

    def __iter__(self) -> Iterator[str]:
        """Give the names of the parts."""
        return iter(self._columns)

    def __len__(self) -> int:
        """Return how many parts there are."""
        return len(self._columns)
