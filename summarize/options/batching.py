"""The options of `batch`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from summarize.options.completing import paths
from summarize.options.counting import AtLeast
from summarize.options.knobs import knobs

if TYPE_CHECKING:
    from collections.abc import Callable

    Command = Callable[..., Any]

FORMS = ("markdown", "html", "json", "text")


def batching(command: Command) -> Command:
    """Give `command` its topics, and the options of a batch."""
    told: tuple[Callable[[Command], Command], ...] = (
        click.option("-v", "--verbose", is_flag=True, help="Tell each topic and its time."),
        click.option("-q", "--quiet", is_flag=True, help="No warnings, no progress."),
        click.option("--no-cache", is_flag=True, help="Embed everything anew, keep nothing."),
        *_workers(),
        click.option(
            "--group",
            is_flag=True,
            help="TOPICS is a mixed pile: sort it first, into OUT.topics.jsonl, a topic an event.",
        ),
        click.option("--force", is_flag=True, help="Start anew over an earlier batch."),
        click.option("--resume", is_flag=True, help="Go on where an earlier run stopped."),
        click.option(
            "--format",
            "form",
            type=click.Choice(FORMS),
            help="Format of the files in a folder (default: markdown).",
        ),
        click.option(
            "-o",
            "--output",
            metavar="OUT",
            shell_complete=paths,
            required=True,
            help="A folder, or a .jsonl file for a brief in JSON a line.",
        ),
        knobs,
        click.argument("topics", metavar="TOPICS", shell_complete=paths),
    )
    for option in told:
        command = option(command)
    return command


def _workers() -> tuple[Callable[[Command], Command], ...]:
    """Return the options on who does the work."""
    return (
        click.option(
            "--jobs",
            type=AtLeast(1),
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
