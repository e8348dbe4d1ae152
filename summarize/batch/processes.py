"""processes: workers that are processes of this machine.

One process a core does better than threads, because most of what is not embedding is Python. The
weights are mapped from disk, so each further process shares them.
"""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from summarize.batch.make import load
from summarize.batch.together import make_together
from summarize.batch.workers import FEWER, NO_START, STARTS, EarlyEnds, seldom_swept
from summarize.errors import SummarizeError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.batch.make import Made, Recipe
    from summarize.batch.task import Task

BEGUN = "begun"  # what a worker says when it has its tasks and the model: from now on it is theirs


class Processes:
    """Workers that are processes, each with a pipe of its own.

    Only one that has begun with its tasks can lose them. One that ends before, with nothing to do
    or while it is started, is replaced, and the next is given the same.
    """

    def __init__(self, recipe: Recipe, size: int) -> None:
        import multiprocessing

        self.size = size
        self._recipe = recipe
        self._context = multiprocessing.get_context("spawn")  # the same on every system
        self._staff = [self._hired() for _ in range(size)]
        self._given: dict[int, Sequence[Task]] = {}  # to the seats at work
        self._begun: set[int] = set()  # those of them that told so
        self._ends = EarlyEnds()

    def give(self, seat: int, tasks: Sequence[Task]) -> None:
        """Send tasks; if their worker is gone, `wait` will see to it."""
        self._given[seat] = tasks
        with suppress(OSError):
            self._staff[seat][1].send(tasks)

    def wait(self) -> tuple[int, Sequence[Made] | SummarizeError | None]:
        """Wait for the first of those at work who is done, or gone."""
        from multiprocessing.connection import wait

        while True:
            seats = {self._staff[seat][1]: seat for seat in self._given}
            pipe: Any = wait(list(seats))[0]
            seat = seats[pipe]
            try:
                told = pipe.recv()
            except (EOFError, OSError):
                told = None
                self._replace(seat)
            if told == BEGUN:
                self._begun.add(seat)
                self._ends.begun()
            elif told is None and seat not in self._begun and self._ends.early():
                self.give(seat, self._given[seat])
            else:
                self._begun.discard(seat)
                del self._given[seat]
                return seat, told

    def close(self) -> None:
        """End all processes, also in the middle of a topic."""
        for process, pipe in self._staff:
            process.terminate()
            process.join()
            pipe.close()

    def _replace(self, seat: int) -> None:
        process, pipe = self._staff[seat]
        pipe.close()
        process.join()
        self._staff[seat] = self._hired()

    def _hired(self) -> tuple[Any, Any]:
        """Start a process; one that ends meanwhile may break the pipe that it is started by."""
        for again in reversed(range(STARTS)):
            ours, theirs = self._context.Pipe()
            process = self._context.Process(target=work, args=(theirs, self._recipe), daemon=True)
            try:
                with _undisturbed():
                    process.start()
            except OSError as error:
                ours.close()
                if not again:
                    raise SummarizeError(f"{NO_START} ({error}); {FEWER}") from error
            else:
                break
            finally:
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
                pipe.send(BEGUN)
                made: Sequence[Made] | SummarizeError = make_together(tasks, recipe, encoder)
            except SummarizeError as problem:
                made = problem
            pipe.send(made)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Have processes that start here be deaf to Ctrl-C, which the terminal sends to all at once.

    Pressed meanwhile it is heard here afterwards: what a system ignores, it forgets.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    if hasattr(signal, "pthread_sigmask"):
        from multiprocessing.resource_tracker import ensure_running

        ensure_running()  # or it is started along with the first, and lets Ctrl-C through
        before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        return
    handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)
