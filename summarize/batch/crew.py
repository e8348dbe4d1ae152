"""crew: processes that make topics side by side, and their pages back in the order of the topics.

One process a core does better than threads, because most of what is not embedding is Python. The
weights are mapped from disk, so each further process shares them. Whoever makes a topic, the page
is the same bytes.
"""

from __future__ import annotations

import gc
import signal
import threading
from collections import deque
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from summarize.batch.make import failed, load
from summarize.batch.together import make_together
from summarize.errors import SummarizeError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.batch.make import Made, Recipe
    from summarize.batch.supply import Task

AHEAD = 4  # groups a worker that may be done before the one whose turn it is: what bounds memory
TRIES = 2
_SWEPT = 5_000  # new objects; at Python's 700 it takes 4 % of all that is not embedding (2026-11)
LOST = (
    "The process that made it was killed, twice; if memory ran out, give fewer --jobs or a "
    "smaller topic."
)


class Crew(Protocol):
    """Workers, each with a seat: given tasks, each gives back what became of them, in any order."""

    size: int

    def give(self, seat: int, tasks: Sequence[Task]) -> None:
        """Have the worker on a seat make some tasks."""

    def wait(self) -> tuple[int, Sequence[Made] | SummarizeError | None]:
        """Return the next seat that is done and what it made, or None if its worker was lost.

        A lost worker's seat has a new worker.
        """

    def close(self) -> None:
        """Send everybody home."""


def in_order(groups: Iterator[list[Task]], crew: Crew) -> Iterator[Made]:
    """Give what becomes of the tasks, in their order; what a lost worker had is given out again.

    Raises:
        SummarizeError: what would fail for every topic, such as a model that is damaged.
    """
    groups_open: deque[_Group] = deque()
    again: deque[_Piece] = deque()
    at_work: dict[int, _Piece] = {}
    idle = list(range(crew.size))
    ended = False
    while True:
        while idle:
            if not again and not ended and len(groups_open) < AHEAD * crew.size:
                tasks = next(groups, [])
                ended = not tasks
                if tasks:
                    groups_open.append(_Group(tasks))
                    again.append(_Piece(groups_open[-1], range(len(tasks))))
            if not again:
                break
            seat, piece = idle.pop(0), again.popleft()
            at_work[seat] = piece
            crew.give(seat, piece.tasks)
        if not at_work:
            return
        seat, made = crew.wait()
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
    """A crew of one: this process."""

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


class Processes:
    """A crew of processes, each with a pipe of its own."""

    def __init__(self, recipe: Recipe, size: int) -> None:
        import multiprocessing

        self.size = size
        self._recipe = recipe
        self._context = multiprocessing.get_context("spawn")  # the same on every system
        self._staff = [self._hired() for _ in range(size)]

    def give(self, seat: int, tasks: Sequence[Task]) -> None:
        """Send tasks; if their worker is gone, `wait` will tell."""
        with suppress(OSError):
            self._staff[seat][1].send(tasks)

    def wait(self) -> tuple[int, Sequence[Made] | SummarizeError | None]:
        """Wait for the first who is done, or gone."""
        from multiprocessing.connection import wait

        ready = wait([pipe for _, pipe in self._staff])
        seat = next(n for n, (_, pipe) in enumerate(self._staff) if pipe is ready[0])
        process, pipe = self._staff[seat]
        try:
            return seat, pipe.recv()
        except (EOFError, OSError):
            pipe.close()
            process.join()
            self._staff[seat] = self._hired()
            return seat, None

    def close(self) -> None:
        """End all processes, also in the middle of a topic."""
        for process, pipe in self._staff:
            process.terminate()
            process.join()
            pipe.close()

    def _hired(self) -> tuple[Any, Any]:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=work, args=(theirs, self._recipe), daemon=True)
        with _undisturbed():
            process.start()
        theirs.close()
        return process, ours


def work(pipe: Any, recipe: Recipe) -> None:
    """Make what comes through a pipe until nobody is at its other end."""
    encoder = None
    with seldom_swept(), suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            tasks = pipe.recv()
            try:
                encoder = encoder or load(recipe)
                made: Sequence[Made] | SummarizeError = make_together(tasks, recipe, encoder)
            except SummarizeError as problem:
                made = problem
            pipe.send(made)


@contextmanager
def seldom_swept() -> Iterator[None]:
    """Have Python look for cycles among what is in hand less often: topics leave hardly any."""
    before = gc.get_threshold()
    gc.set_threshold(_SWEPT, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Have processes that start here ignore Ctrl-C, which the terminal sends to all at once."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
