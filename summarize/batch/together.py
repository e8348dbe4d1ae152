"""together: several topics at once, whose sentences the encoder is given in one go.

An encoder works on sheets of many sentences, and a topic of twenty leaves most of one blank. The
topics run in turn, each in a thread of its own, until they ask for vectors; what all of them ask
for is encoded at once, and they go on in turn. Never do two run side by side, and since a vector
depends on its text alone, each page is what it would be by itself.
"""

from __future__ import annotations

import sys
from threading import Semaphore, Thread
from typing import TYPE_CHECKING

from summarize.batch.make import failed, make
from summarize.errors import SummarizeError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from summarize.arrays import Vectors
    from summarize.batch.make import Made, Recipe
    from summarize.batch.task import Task
    from summarize.records import Encoder

# Bytes of topics that are made together, some sixty sheets: the blank end of the last one is then
# a hundredth of the work. Measured on Multi-News (2026-11). The first groups are smaller, so that
# a short supply has one for each worker, and the first pages come soon.
_FIRST, _ENOUGH = 1 << 15, 1 << 17
_FEW, _MOST = 16, 32  # topics, in the first group and in any other


def groups(tasks: Iterable[Task]) -> Iterator[list[Task]]:
    """Give the tasks in the groups that are made together; a large one is a group by itself."""
    group: list[Task] = []
    size, enough, most = 0, _FIRST, _FEW
    for task in tasks:
        group.append(task)
        size += task.size
        if size >= enough or len(group) >= most:
            yield group
            group, size, enough, most = [], 0, min(2 * enough, _ENOUGH), _MOST
    if group:
        yield group


def make_together(tasks: Sequence[Task], recipe: Recipe, encoder: Encoder) -> list[Made]:
    """Return what becomes of each task, as `make` does.

    Raises:
        SummarizeError: the model fails, as it would for every topic.
    """
    if len(tasks) == 1:
        return [make(tasks[0], recipe, encoder)]
    actors = [_Actor(task, recipe, encoder.revision) for task in tasks]
    try:
        try:
            for actor in actors:
                actor.begin()
        except RuntimeError:  # the system gives no more threads
            return [make(task, recipe, encoder) for task in tasks]
        while asking := [actor for actor in actors if actor.texts is not None]:
            texts = list(dict.fromkeys(text for one in asking for text in one.texts or ()))
            row_of = {text: row for row, text in enumerate(texts)}
            try:
                vectors = encoder.encode(texts)
            except SummarizeError:
                raise
            except Exception:  # noqa: BLE001 - one of them may be to blame, so each by itself
                return [make(task, recipe, encoder) for task in tasks]
            for actor in asking:
                actor.go_on(vectors[[row_of[text] for text in actor.texts or ()]])
    finally:
        for actor in actors:
            actor.leave()
    return [actor.made() for actor in actors]


class _Left(Exception):  # noqa: N818 - not an error: the others are not waited for any more
    """The group is not gone on with."""


class _Actor:
    """A topic in a thread of its own, which runs only while its group waits for it.

    To the pipeline it is an encoder, which takes all texts of a topic at once. `texts` are those
    it asks for, None while it does not.
    """

    at_once = sys.maxsize

    def __init__(self, task: Task, recipe: Recipe, revision: str) -> None:
        self.revision = revision
        self.texts: Sequence[str] | None = None
        self._task, self._recipe = task, recipe
        self._made: Made | None = None
        self._problem: SummarizeError | None = None
        self._vectors: Vectors | None = None
        self._mine, self._others = Semaphore(0), Semaphore(0)
        self._thread = Thread(target=self._run, daemon=True)

    def begin(self) -> None:
        """Run until it asks for vectors or is done."""
        self._thread.start()
        self._others.acquire()

    def go_on(self, vectors: Vectors) -> None:
        """Run with the vectors that it asked for until it asks again or is done."""
        self._vectors, self.texts = vectors, None
        self._mine.release()
        self._others.acquire()

    def leave(self) -> None:
        """End it wherever it is."""
        if self.texts is not None:
            self._vectors = None
            self._mine.release()

    def made(self) -> Made:
        """Return what became of the topic."""
        if self._problem:
            raise self._problem
        return self._made or failed(self._task, "It was not made.")

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Ask for vectors and wait for them."""
        self.texts = list(texts)
        self._others.release()
        self._mine.acquire()
        if self._vectors is None:
            raise _Left
        return self._vectors

    def _run(self) -> None:
        try:
            self._made = make(self._task, self._recipe, self)
        except SummarizeError as problem:
            self._problem = problem
        finally:
            self._others.release()
