"""Follows the work on a terminal: how much is done, how fast, how long it will still take."""

from __future__ import annotations

import time
from threading import Lock, Timer
from typing import TYPE_CHECKING, Any

from summarize.edge import tell

if TYPE_CHECKING:
    from types import TracebackType

    from rich.progress import Progress, TaskID

_PATIENCE = 1.0  # seconds before a bar is worth its flicker


class Watch:
    """Follows the stages of the pipeline: as a bar on a terminal, or as timings with --verbose."""

    def __init__(self, *, bar: bool, timings: bool) -> None:
        self._bar = bar and not timings
        self._timings = timings
        self._progress: Progress | None = None
        self._task: Any = None
        self._shown: dict[str, Any] = {"description": "", "total": None, "speed": ""}
        self._lock = Lock()
        self._over = False
        self._timer = Timer(_PATIENCE, self._show)
        self._timer.daemon = True
        self._stage = ""
        self._seconds = 0.0
        self._last = self._begun = time.perf_counter()

    def __enter__(self) -> Watch:
        """Start watching; the bar is drawn when the work takes longer than a second."""
        if self._bar:
            self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Tell the last stage's time and take the bar away."""
        self._seconds += time.perf_counter() - self._last
        self._close()
        self._timer.cancel()
        with self._lock:
            self._over = True
        if self._progress:
            self._progress.stop()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Note that `stage` has done `done` of `total`; it is first told as it starts."""
        now = time.perf_counter()
        self._seconds += now - self._last
        self._last = now
        if stage != self._stage:
            self._close()
            self._stage, self._seconds = stage, 0.0
        if self._bar:
            self._draw(stage, done, total)

    def _close(self) -> None:
        if self._timings and self._stage:
            tell(f"{self._stage}: {self._seconds:.2f} s")
        self._stage = ""

    def _draw(self, stage: str, done: int, total: int) -> None:
        speed = f"{done / self._seconds:.0f} a second" if done and self._seconds else ""
        with self._lock:
            self._shown = {"description": stage, "completed": done, "total": total or None}
            self._shown["speed"] = speed
            if self._progress is not None:
                self._progress.update(self._task, **self._shown)
        if time.perf_counter() - self._begun >= _PATIENCE:
            self._show()

    def _show(self) -> None:
        """Draw the bar; in a thread of its own, since a stage may be long and tell nothing."""
        from rich import progress
        from rich.console import Console

        columns = (
            progress.TextColumn("{task.description}"),
            progress.BarColumn(),
            progress.TextColumn("{task.fields[speed]}"),
            progress.TimeElapsedColumn(),
            progress.TextColumn("left:"),
            progress.TimeRemainingColumn(),
        )
        with self._lock:
            if self._over or self._progress is not None:
                return
            bar = progress.Progress(*columns, console=Console(stderr=True), transient=True)
            self._task = bar.add_task(**self._shown)
            self._progress = bar
            bar.start()


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
