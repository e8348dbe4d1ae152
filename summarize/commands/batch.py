"""The command `batch`: many stories in one run."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from summarize.commands.pile import sort_pile
from summarize.edge import NOTHING, STOPPED, tell
from summarize.errors import UsageError
from summarize.meter import Meter, Watch
from summarize.options.batching import batching
from summarize.options.configured import Configured
from summarize.options.given import given
from summarize.options.knobs import chosen
from summarize.render import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarize.batch.make import Made
    from summarize.batch.run import Job, Report

_LINES = ".jsonl"
_MOST_TOLD = 20  # failures, all of which are in the output, and pages of other batches
_LEFT = "remove it if you do not want it"


@click.command(
    cls=Configured, heir=True, short_help="Make a brief of every topic in a file or a folder."
)
@batching
def batch(topics: str, **options: Any) -> int:
    """Make a brief of every topic of TOPICS: JSON Lines, -, or a folder with a folder for each.

    A topic that fails is recorded, the others go on, and the exit code is 1. A run that was
    stopped, however it was, goes on with --resume.
    """
    from summarize.batch.run import batch as batch_
    from summarize.batch.supply import left_out

    job = _job(topics, options)
    quiet, verbose = options["quiet"], options["verbose"]
    if options["group"]:
        bar = Watch(bar=sys.stderr.isatty() and not quiet, timings=verbose)
        topics = sort_pile(topics, job.output, options, bar)
        job = replace(job, topics=topics)
    for name in () if quiet else left_out(topics):
        tell(f"warning: {name} is no topic; put it into a folder with the others of its story.")
    from summarize.render.phrases import count

    with Meter(bar=sys.stderr.isatty() and not quiet) as meter:

        def watch(share: float, made: Made | None) -> None:
            meter.step(share, before=made is None)
            for reason in made.warnings if made and not quiet else ():
                meter.tell(f"warning: {reason}")
            if made and verbose and not made.reason:
                meter.tell(f"{made.id}: {count(made.articles, 'article')}, {made.seconds:.2f} s")

        report = batch_(job, watch)
    return _told(report, quiet=quiet)


def _told(report: Report, *, quiet: bool) -> int:
    """Tell what came of a batch and return the exit code."""
    for row in report.failures[:_MOST_TOLD]:
        tell(f"{row.id} has no brief: {row.reason}")
    if len(report.failures) > _MOST_TOLD:
        tell(f"{len(report.failures) - _MOST_TOLD} more topics have no brief.")
    for path in () if quiet else report.foreign[:_MOST_TOLD]:
        tell(f"warning: {path} is no page of this batch, and its index does not list it; {_LEFT}.")
    if not quiet and len(report.foreign) > _MOST_TOLD:
        tell(f"warning: {len(report.foreign) - _MOST_TOLD} more files are no pages of this batch.")
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
        if form not in (None, "json") and given("form"):
            raise UsageError(f"A line of {output.name} is JSON; leave out --format {form}.")
        return "json"
    if output.exists() or output.suffix.lower() in SUFFIXES:
        raise UsageError(
            f"A batch goes into a folder or into a file that ends in {_LINES}; {output} is neither."
        )
    return form or "markdown"
