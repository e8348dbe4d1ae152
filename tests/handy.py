"""Work for two processes, which only functions of a module can be; see test_parallel.py."""

from __future__ import annotations

import os
import signal
import sys
import time
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from summarize import parallel
from summarize.fold import fold
from summarize.records import Article, Sentence, Span, Voice
from summarize.text.tongues.force import in_force

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Work = Callable[[str], object]

HERE = os.getpid()
BIG = 10 * parallel.MUCH


def each(
    work: Work, items: Sequence[str], *, lent: bool = True, begun: bool = False
) -> list[object]:
    """Return what two processes make of items that count as large, or one if none is lent."""
    sizes = [BIG // len(items)] * len(items)
    with parallel.lent() if lent else nullcontext():
        if begun:
            parallel.begin(work, items, sizes)
        return parallel.each(work, items, sizes)


def doubled(item: str) -> str:
    """Return an item twice."""
    return item + item


def tongue(item: str) -> tuple[str, str | None]:
    """Return an item with the language in force."""
    return item, in_force()


def who(item: str) -> int:
    """Return the process that does this."""
    return os.getpid()


def met(item: str) -> int:
    """Return the process that does this, once there is another that does it: items are folders."""
    Path(item, str(os.getpid())).touch()
    until = time.monotonic() + 30
    while len(list(Path(item).iterdir())) < 2 and time.monotonic() < until:
        pass
    return os.getpid()


def imported(item: str) -> bool:
    """Tell whether this process has imported a module."""
    return item in sys.modules


def folded(voices: int, *, lent: bool) -> list[tuple[int, tuple[int, ...]]]:
    """Return the statements of a large story in which every article has other words changed."""
    said = "The minister told reporters on Monday that the old plan of the city was sound".split()
    texts = [
        " ".join(
            f"new{at}" if at == (3 * copy + plan) % 16 else word for at, word in enumerate(said)
        )
        + f" for town {plan % 40}."
        for copy in range(6 * voices)
        for plan in range(160)
    ]
    own = [Sentence(Span(n // 160, 0, len(text)), text, n % 160, 0) for n, text in enumerate(texts)]
    articles = [Article(f"{n}.txt", "", date=f"2023-07-{28 - n}") for n in range(6 * voices)]
    speakers = [
        Voice(str(n), str(n), tuple(range(n, len(articles), voices))) for n in range(voices)
    ]
    with parallel.lent() if lent else nullcontext():
        made = fold(articles, own, speakers)
    assert sum(map(len, texts)) > parallel.MUCH
    return [(statement.sentence, statement.copies) for statement in made]


def failing_there(item: str) -> str:
    """Return an item twice, but only in the first process."""
    if os.getpid() != HERE:
        raise ValueError(item)
    return doubled(item)


def dying_there(item: str) -> str:
    """Return an item twice, but kill the second process."""
    if os.getpid() != HERE:
        os.kill(os.getpid(), signal.SIGKILL)
    return doubled(item)


def failing(item: str) -> str:
    """Fail, wherever it is."""
    raise ValueError(item)
