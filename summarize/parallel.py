"""parallel: a second process, which does half of what takes long in a large story.

Nearly all that is not embedding is Python, of which a process does one thing at a time. Only the
program lends a second one, while it makes a brief: it has no threads when it begins to read, and
nothing in hand that is somebody else's. What is asked is a function of what it is given, so the
result does not tell who worked it out; and what the second process fails to do, for whatever
reason, is done here, so that errors are raised where they always were.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, TypeVar

from summarize.fork import Fork, may_fork

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Item = TypeVar("Item")
    Made = TypeVar("Made")

MUCH = 60_000  # characters; with fewer, to begin a process takes longer than it saves
MOST = 1_000_000  # and at a time, so that neither holds much that the other has


@contextmanager
def lent(meanwhile: Callable[[], object] | None = None, idle: Sequence[str] = ()) -> Iterator[None]:
    """Lend a second process for a while, to be begun when there is much to do, if the system can.

    What is to be done `meanwhile` is done once, when the first one would wait for the second; where
    the second would wait for the first, it imports modules that it will need, the `idle` ones.
    """
    second = _Second(meanwhile, idle)
    token = _LENT.set(second)
    try:
        yield
    finally:
        _LENT.reset(token)
        second.dismiss()


def begin(work: Callable[[Item], Made], items: Sequence[Item], sizes: Sequence[int]) -> bool:
    """Have a second process begin with what `each` or `there` will be asked for later on.

    That must be the same in all, or what was made is lost. Whether there is one is told.
    """
    second = _LENT.get()
    fork = second.fork(sizes) if second else None
    if fork:
        fork.begin(work, next(_portions(items, sizes)))
    return fork is not None


def there(work: Callable[[Item], Made], item: Item) -> Made | None:
    """Return what a second process makes of an item; None if there is none, or it fails."""
    second = _LENT.get()
    fork = second.fork([MUCH]) if second else None
    if second is None or fork is None:
        return None
    fork.begin(work, [item])
    second.fill_time()
    made: list[Made] = fork.answer()
    return made[0] if made else None


def each(work: Callable[[Item], Made], items: Sequence[Item], sizes: Sequence[int]) -> list[Made]:
    """Return what `work` makes of each item, in their order, by two processes where it is much.

    Sizes are in characters. What `work` makes depends on its item and the language in force alone,
    and all three are such that they can be pickled.
    """
    second = _LENT.get()
    fork = second.fork(sizes) if second else None
    if second is None or fork is None:
        return [work(item) for item in items]
    try:
        return [made for some in _portions(items, sizes) for made in fork.share(work, some)]
    except BaseException:
        second.dismiss()  # it may be in the middle of something
        raise


def _portions(items: Sequence[Item], sizes: Sequence[int]) -> Iterator[Sequence[Item]]:
    start = total = 0
    for number, size in enumerate(sizes):
        total += size
        if total >= MOST:
            yield items[start : number + 1]
            start, total = number + 1, 0
    if start < len(items):
        yield items[start:]


class _Second:
    """The second process, where there is one yet."""

    def __init__(self, meanwhile: Callable[[], object] | None, idle: Sequence[str]) -> None:
        self._fork: Fork | None = None
        self._tried = False
        self._meanwhile = meanwhile
        self._idle = idle

    def fork(self, sizes: Sequence[int]) -> Fork | None:
        """Return the second process if there is much to do, forked now if it was not yet."""
        if sum(sizes) < MUCH or max(sizes) > MOST:
            return None
        if not self._tried:
            self._tried = True
            self._fork = Fork(self._idle) if may_fork() else None
        return self._fork

    def fill_time(self) -> None:
        """Do what is to be done meanwhile, if it was not done yet."""
        meanwhile, self._meanwhile = self._meanwhile, None
        if meanwhile:
            meanwhile()

    def dismiss(self) -> None:
        """Send the second process home, also in the middle of its work."""
        if self._fork:
            self._fork.end()
        self._fork = None


# A context, which threads that begin meanwhile are not in: only one asks the second process.
_LENT: ContextVar[_Second | None] = ContextVar("second process", default=None)
