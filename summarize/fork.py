"""fork: the second process itself, a fork of this one, and how the two share what is to do."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from summarize.text.tongues.force import in_force, speaking

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.connection import Connection

    Item = TypeVar("Item")
    Made = TypeVar("Made")


def may_fork() -> bool:
    """Tell whether there is a core for another process, and no thread that it would miss."""
    return (
        sys.platform == "linux"
        and len(os.sched_getaffinity(0)) > 1
        and len(list(Path("/proc/self/task").iterdir())) == 1
    )


class Fork:
    """A fork of this process, with a pipe to it and one back, and a board that both see.

    The process is no `Process` of `multiprocessing`, which would have to be joined at the end and
    sees to much that a fork of a few lines does not need; the pipes are.
    """

    def __init__(self, idle: Sequence[str] = ()) -> None:
        """Begin it; whenever nothing is asked of it, it imports another of the `idle` modules."""
        import signal
        from mmap import mmap
        from multiprocessing.connection import Connection

        self._begun: Any = None
        self._board = _Board(memoryview(mmap(-1, 16)).cast("q"))
        asked, ask = os.pipe()
        answers, answer = os.pipe()
        # Ctrl-C is sent to both: here it waits until the other is deaf to it.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
        self._process = os.fork()
        if not self._process:
            try:
                signal.signal(signal.SIGINT, signal.SIG_IGN)
                os.close(ask)
                os.close(answers)
                _serve(Connection(asked), Connection(answer), self._board, idle)
            finally:
                os._exit(0)
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        os.close(asked)
        os.close(answer)
        self._asking, self._answers = Connection(ask), Connection(answers)

    def begin(self, work: Callable[[Item], Any], items: Sequence[Item]) -> None:
        """Have it begin with the last of some items; what it did before and nobody took is lost."""
        if self._begun:
            self.answer()
        self._begun = asked = (work, in_force(), items)
        self._board.wipe()
        with suppress(OSError):  # it is gone, and will not answer
            self._asking.send(asked)

    def share(self, work: Callable[[Item], Made], items: Sequence[Item]) -> list[Made]:
        """Return what `work` makes of each: from the first on here, from the last on there."""
        if self._begun != (work, in_force(), items):
            self.begin(work, items)
        first = self._board.done(work, items, 0)
        last = self.answer()[: len(items) - len(first)]
        between = items[len(first) : len(items) - len(last)]
        return [*first, *map(work, between), *reversed(last)]

    def answer(self) -> list[Any]:
        """Return what it made, from the last item on; nothing if it failed."""
        self._begun = None
        with suppress(OSError, EOFError):
            made: list[Any] = self._answers.recv()
            return made
        return []

    def end(self) -> None:
        """End it, also in the middle of its work."""
        import signal

        with suppress(ProcessLookupError, ChildProcessError):
            os.kill(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)
        for pipe in (self._asking, self._answers):
            with suppress(OSError):
                pipe.close()


class _Board:
    """Who has begun with how many items, in memory that two processes have in common."""

    def __init__(self, begun: Any) -> None:
        self._begun = begun

    def wipe(self) -> None:
        """Write that nobody has begun."""
        self._begun[0] = self._begun[1] = 0

    def done(self, work: Callable[[Item], Made], items: Sequence[Item], own: int) -> list[Made]:
        """Return what `work` makes of one item after the other, until the other has the next.

        Should both begin with the same at once, or neither, `share` sees to it.
        """
        made: list[Made] = []
        for item in items:
            self._begun[own] += 1
            if sum(self._begun) > len(items):
                break
            made.append(work(item))
        return made


def _serve(asked: Connection, answers: Connection, board: _Board, idle: Sequence[str]) -> None:
    """Do what is asked until nobody is there to ask, and import a module while nothing is."""
    import gc
    from importlib import import_module

    gc.freeze()
    later = iter(idle)
    with suppress(EOFError, OSError):
        while True:
            answers.send(_made(asked.recv(), board))
            while not asked.poll() and (module := next(later, None)):
                with suppress(ImportError):
                    import_module(module)


def _made(asked: tuple[Any, ...], board: _Board) -> list[Any]:
    work, language, items = asked
    with suppress(Exception), speaking(language):
        return board.done(work, items[::-1], 1)
    return []
