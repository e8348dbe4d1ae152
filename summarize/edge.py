"""The edge to the shell: failures as prose and exit codes, progress; nothing here goes to stdout.

Exit codes: 0 done, 1 nothing could be summarized, 2 wrong use, 130 stopped with Ctrl-C.
"""

from __future__ import annotations

import sys
import time
from threading import Lock, Timer
from typing import TYPE_CHECKING, Any

import click

from summarize.errors import SummarizeError, UsageError
from summarize.render.inert import inert

if TYPE_CHECKING:
    from types import TracebackType

    from rich.progress import Progress

NOTHING, WRONG_USE, STOPPED = 1, 2, 130
_PATIENCE = 1.0  # seconds before a bar is worth its flicker


def tell(message: str) -> None:
    """Put a line on stderr: what it quotes is inert, and it says who speaks."""
    click.echo(f"summarize: {inert(message)}", err=True)


class Edge(click.Group):
    """A group whose default command is `brief`, and whose failures are sentences."""

    default = "brief"

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the default command in front of anything that is no command."""
        own = {*self.commands, *ctx.help_option_names, "--version"}
        if args and args[0] not in own:
            args = [self.default, *args]
        return super().parse_args(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the default command's options, then the commands."""
        params = [*self.commands[self.default].params, *self.get_params(ctx)]
        records = [param.get_help_record(ctx) for param in params]
        with formatter.section("Options"):
            formatter.write_dl([record for record in records if record])
        self.format_commands(ctx, formatter)

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run, and leave with an exit code; wrong use is told in a sentence."""
        extra["standalone_mode"] = False
        try:
            code = super().main(*args, **extra)
        except click.exceptions.NoArgsIsHelpError as help_:
            click.echo(help_.format_message(), err=True)
            code = WRONG_USE
        except click.Abort:
            tell("Stopped; nothing was written.")
            code = STOPPED
        except click.ClickException as problem:
            tell(f"{problem.format_message()} Type summarize --help for the options.")
            code = problem.exit_code
        sys.exit(code or 0)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command and return its exit code, whatever happens."""
        try:
            return super().invoke(ctx)
        except (click.exceptions.Exit, click.ClickException):
            raise
        except KeyboardInterrupt:
            tell("Stopped; nothing was written.")
            return STOPPED
        except Exception as problem:  # noqa: BLE001 - the one place that turns bugs into prose
            return _outcome(problem, verbose=bool(ctx.meta.get("verbose")))


def _outcome(problem: Exception, *, verbose: bool) -> int:
    """Tell what went wrong and return the exit code."""
    if isinstance(problem, SummarizeError):
        tell(str(problem))
        return WRONG_USE if isinstance(problem, UsageError) else NOTHING
    if isinstance(problem, BrokenPipeError):
        _forget_stdout()  # the reader has seen enough, as in `summarize … | head`
        return 0
    if isinstance(problem, OSError):
        _forget_stdout()
        where = f"{problem.filename}: " if problem.filename else ""
        tell(f"{where}{problem.strerror or type(problem).__name__}; nothing more was written.")
    else:
        _confess(problem, verbose=verbose)
    return NOTHING


def _confess(problem: Exception, *, verbose: bool) -> None:
    if verbose:
        import traceback

        click.echo("".join(traceback.format_exception(problem)), err=True)
        tell(f"This is a bug ({type(problem).__name__}); please report it with the lines above.")
    else:
        tell(
            f"This is a bug ({type(problem).__name__}); please report it with what --verbose shows."
        )


def _forget_stdout() -> None:
    """Keep the interpreter from failing once more when it flushes stdout on its way out."""
    import os
    from contextlib import suppress

    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


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
