"""Follows a batch on a terminal: how much is done, how fast, how long it will still take."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from summarize.edge import tell

if TYPE_CHECKING:
    from types import TracebackType

    from rich.progress import Progress, TaskID

_PATIENCE = 1.0  # seconds before a bar is worth its flicker


class Meter:
    """A bar on stderr, drawn when the work takes longer than a second; lines go above it."""

    def __init__(self, *, bar: bool) -> None:
        self._bar = bar
        self._start = time.monotonic()
        self._progress: Progress | None = None
        self._task: TaskID | None = None
        self._done = 0
        self._here = 0
        self._share = 0.0

    def __enter__(self) -> Meter:
        """Start the clock."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take the bar away."""
        if self._progress:
            self._progress.stop()
            self._progress = None

    def step(self, share: float, *, before: bool) -> None:
        """Note a topic as done, `share` of all (0 if unknown); `before` if by an earlier run."""
        self._done += 1
        self._here += not before
        self._share += share
        if before:
            self._start = time.monotonic()
        elif self._bar and time.monotonic() - self._start > _PATIENCE:
            self._draw()

    def tell(self, message: str) -> None:
        """Put a line on stderr, above the bar if there is one."""
        if self._progress is None:
            tell(message)
            return
        from rich.text import Text

        from summarize.render.inert import inert

        self._progress.console.print(Text(f"summarize: {inert(message)}"), soft_wrap=True)

    def _draw(self) -> None:
        if self._progress is None:
            from rich.console import Console
            from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

            self._progress = Progress(
                TextColumn("{task.fields[told]}"),
                BarColumn(),
                TimeRemainingColumn(),
                console=Console(stderr=True),
                transient=True,
            )
            known = self._share > 0
            self._task = self._progress.add_task("batch", total=1.0 if known else None, told="")
            self._progress.start()
        if self._task is not None:
            rate = self._here / (time.monotonic() - self._start)
            told = f"{self._done} topics, {rate:.1f} a second"
            self._progress.update(self._task, completed=self._share, told=told)
