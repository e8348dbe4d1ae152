"""Commands with a body of their own: so far `batch`, many stories in one run."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from summarize.edge import NOTHING, STOPPED, tell
from summarize.errors import UsageError
from summarize.meter import Meter
from summarize.options import chosen, knobs
from summarize.render import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from summarize.batch.make import Made
    from summarize.batch.run import Job, Report

    Command = Callable[..., Any]

FORMS = ("markdown", "html", "json", "text")
_LINES = ".jsonl"
_MOST_TOLD = 20  # failures; all of them are in the output


def _workers() -> tuple[Callable[[Command], Command], ...]:
    """Return the options on who does the work."""
    return (
        click.option(
            "--jobs",
            type=click.IntRange(min=1),
            metavar="N",
            help="Workers that go side by side (default: one a core).",
        ),
        click.option(
            "--address",
            metavar="HOST:PORT",
            help="A Ray cluster that runs already (default: one on this machine).",
        ),
        click.option(
            "--engine",
            type=click.Choice(["local", "ray"]),
            default="local",
            show_default=True,
            help="Processes of this machine, or actors of a Ray cluster.",
        ),
    )


def _options(command: Command) -> Command:
    """Give `batch` its topics and its options."""
    told: tuple[Callable[[Command], Command], ...] = (
        click.option("-v", "--verbose", is_flag=True, help="Tell each topic and its time."),
        click.option("-q", "--quiet", is_flag=True, help="No warnings, no progress."),
        click.option("--no-cache", is_flag=True, help="Embed everything anew, keep nothing."),
        *_workers(),
        click.option("--force", is_flag=True, help="Start anew over an earlier batch."),
        click.option("--resume", is_flag=True, help="Go on where an earlier run stopped."),
        click.option(
            "--format",
            "form",
            type=click.Choice(FORMS),
            help="Format of the files in a folder.  [default: markdown]",
        ),
        click.option(
            "-o",
            "--output",
            metavar="OUT",
            required=True,
            help="A folder, or a .jsonl file for a brief in JSON a line.",
        ),
        knobs,
        click.argument("topics", metavar="TOPICS"),
    )
    for option in told:
        command = option(command)
    return command


@click.command(short_help="Make a brief of every topic in a file or a folder.")
@_options
def batch(topics: str, **options: Any) -> int:
    """Make a brief of every topic of TOPICS: JSON Lines, -, or a folder with a folder for each.

    A topic that fails is recorded, the others go on, and the exit code is 1. A run that was
    stopped, however it was, goes on with --resume.
    """
    from summarize.batch.run import batch as batch_
    from summarize.batch.supply import left_out

    job = _job(topics, options)
    quiet, verbose = options["quiet"], options["verbose"]
    for name in () if quiet else left_out(topics):
        tell(f"warning: {name} is no topic; put it into a folder with the others of its story.")
    with Meter(bar=sys.stderr.isatty() and not quiet) as meter:

        def watch(share: float, made: Made | None) -> None:
            meter.step(share, before=made is None)
            for reason in made.warnings if made and not quiet else ():
                meter.tell(f"warning: {reason}")
            if made and verbose and not made.reason:
                meter.tell(f"{made.id}: {made.articles} articles, {made.seconds:.2f} s")

        report = batch_(job, watch)
    return _told(report, quiet=quiet)


def _told(report: Report, *, quiet: bool) -> int:
    """Tell what came of a batch and return the exit code."""
    for row in report.failures[:_MOST_TOLD]:
        tell(f"{row.id} has no brief: {row.reason}")
    if len(report.failures) > _MOST_TOLD:
        tell(f"{len(report.failures) - _MOST_TOLD} more topics have no brief.")
    if report.stopped:
        tell(f"Stopped; {_briefs(report.made)} kept. The same command with --resume goes on.")
        return STOPPED
    if not quiet:
        before = f", {report.before} of the topics by an earlier run" if report.before else ""
        tell(f"{_briefs(report.made)} made{before}.")
    return NOTHING if report.failures else 0


def _briefs(number: int) -> str:
    return "1 brief is" if number == 1 else f"{number} briefs are"


def _job(topics: str, options: Mapping[str, Any]) -> Job:
    """Return what the options ask for.

    Raises:
        UsageError: they contradict one another or have no effect.
    """
    click.get_current_context().meta["verbose"] = options["verbose"]
    for one, other in (("quiet", "verbose"), ("resume", "force")):
        if options[one] and options[other]:
            raise UsageError(f"--{one} and --{other} contradict each other; give one of them.")
    if options["address"] and options["engine"] != "ray":
        raise UsageError("--address is that of a Ray cluster; give --engine ray too.")
    output = Path(options["output"])
    form = _form(output, options["form"])
    from summarize.batch.make import Recipe
    from summarize.batch.run import Job, inside
    from summarize.cache import default_path

    settings = chosen(options)
    if inside(output, topics):
        raise UsageError(f"{output} lies among the topics; name another --output.")
    recipe = Recipe(settings, form, None if options["no_cache"] else default_path())
    return Job(
        topics,
        output,
        recipe,
        jobs=options["jobs"],
        resume=options["resume"],
        force=options["force"],
        address=(options["address"] or "") if options["engine"] == "ray" else None,
    )


def _form(output: Path, form: str | None) -> str:
    if not output.parent.is_dir():
        raise UsageError(f"The folder {output.parent} does not exist; create it first.")
    if output.is_dir():
        return form or "markdown"
    if output.suffix == _LINES:
        if form not in (None, "json"):
            raise UsageError(f"A line of {output.name} is JSON; leave out --format {form}.")
        return "json"
    if output.exists() or output.suffix.lower() in SUFFIXES:
        raise UsageError(
            f"A batch goes into a folder or into a file that ends in {_LINES}; {output} is neither."
        )
    return form or "markdown"
