"""workers: they make topics side by side, and pages come back in the order of the topics.

Whoever makes a topic, the page is the same bytes. A worker that ends in the middle of its tasks
costs them one of their tries; one that ends before it began with them costs nothing.
"""

from __future__ import annotations

import gc
from collections import deque
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from summarize.batch.make import failed, load
from summarize.batch.together import make_together
from summarize.errors import SummarizeError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.batch.make import Made, Recipe
    from summarize.batch.task import Task

AHEAD = 4  # groups a worker that may be done before the one whose turn it is: what bounds memory
TRIES = 2
_SWEPT = 5_000  # new objects; at Python's 700 it takes 4 % of all that is not embedding (2026-11)
LOST = (
    "The process that made it was killed, twice; if memory ran out, give fewer --jobs or a "
    "smaller topic."
)
STARTS = 3  # workers in a row that may end before they begin
NO_START = "A worker of the batch ended before it could begin"
FEWER = "if memory ran out, give fewer --jobs, and --resume goes on."


class Workers(Protocol):
    """Workers, each with a seat: given tasks, each gives back what became of them, in any order."""

    size: int

    def give(self, seat: int, tasks: Sequence[Task]) -> None:
        """Have the worker on a seat make some tasks."""

    def wait(self) -> tuple[int, Sequence[Made] | SummarizeError | None]:
        """Return the next seat that is done and what it made, or None if its worker was lost.

        A lost worker's seat has a new worker.
        """

    def close(self) -> None:
        """End all workers."""


def in_order(groups: Iterator[list[Task]], workers: Workers) -> Iterator[Made]:
    """Give what becomes of the tasks, in their order; what a lost worker had is given out again.

    Raises:
        SummarizeError: what would fail for every topic, such as a model that is damaged.
    """
    groups_open: deque[_Group] = deque()
    again: deque[_Piece] = deque()
    at_work: dict[int, _Piece] = {}
    idle = list(range(workers.size))
    while True:
        while idle:
            room = not again and len(groups_open) < AHEAD * workers.size
            if room and (tasks := next(groups, [])):
                groups_open.append(_Group(tasks))
                again.append(_Piece(groups_open[-1], range(len(tasks))))
            if not again:
                break
            seat, piece = idle.pop(0), again.popleft()
            at_work[seat] = piece
            workers.give(seat, piece.tasks)
        if not at_work:
            return
        seat, made = workers.wait()
        piece = at_work.pop(seat)
        idle.append(seat)
        if isinstance(made, SummarizeError):
            raise made
        again.extend(piece.lost() if made is None else piece.done(made))
        while groups_open and groups_open[0].complete:
            yield from groups_open.popleft().made.values()


class _Group:
    """Tasks with what became of them so far."""

    def __init__(self, tasks: Sequence[Task]) -> None:
        self.tasks = tasks
        self.made: dict[int, Made] = {}

    @property
    def complete(self) -> bool:
        return len(self.made) == len(self.tasks)


@dataclass(frozen=True, slots=True)
class _Piece:
    """What one worker has of a group; `tries` is how often that very piece was lost."""

    group: _Group
    numbers: Sequence[int]
    tries: int = 0

    @property
    def tasks(self) -> list[Task]:
        return [self.group.tasks[number] for number in self.numbers]

    def done(self, made: Sequence[Made]) -> tuple[_Piece, ...]:
        """Take what was made; nothing is left of the piece."""
        self.group.made.update(zip(self.numbers, made, strict=True))
        self.group.made = dict(sorted(self.group.made.items()))
        return ()

    def lost(self) -> tuple[_Piece, ...]:
        """Return what to give out again: each task by itself, since one may be the culprit."""
        if len(self.numbers) > 1:
            return tuple(_Piece(self.group, (number,)) for number in self.numbers)
        if self.tries + 1 < TRIES:
            return (_Piece(self.group, self.numbers, self.tries + 1),)
        return self.done([failed(task, LOST) for task in self.tasks])


class Alone:
    """One worker: this process."""

    size = 1

    def __init__(self, recipe: Recipe) -> None:
        self._recipe = recipe
        self._encoder = load(recipe)
        self._made: Sequence[Made] | None = None

    def give(self, seat: int, tasks: Sequence[Task]) -> None:
        """Make tasks at once."""
        self._made = make_together(tasks, self._recipe, self._encoder)

    def wait(self) -> tuple[int, Sequence[Made] | SummarizeError | None]:
        """Return what was made."""
        return 0, self._made

    def close(self) -> None:
        """Do nothing."""


class EarlyEnds:
    """How many workers in a row have ended before they began."""

    def __init__(self) -> None:
        self._ever, self._row = False, 0

    def begun(self) -> None:
        """Note that a worker has begun."""
        self._ever, self._row = True, 0

    def early(self) -> bool:
        """Note one that ended before it began, and return whether to try again with the same.

        Raises:
            SummarizeError: none has ever begun, so none will.
        """
        self._row += 1
        if self._row < STARTS:
            return True
        if not self._ever:
            raise SummarizeError(f"{NO_START}, {STARTS} times in a row; {FEWER}")
        self._row = 0
        return False


@contextmanager
def seldom_swept() -> Iterator[None]:
    """Have Python look for cycles among what is in hand less often: topics leave hardly any."""
    before = gc.get_threshold()
    gc.set_threshold(_SWEPT, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
