"""The options of `group`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from summarize.options.columns import columns
from summarize.options.completing import model_names, paths
from summarize.options.fetching import fetching
from summarize.options.knobs import told
from summarize.render import ROW_FORMATS
from summarize.settings import DEFAULT_MODEL

if TYPE_CHECKING:
    from collections.abc import Callable

    Command = Callable[..., Any]


def sorting(command: Command) -> Command:
    """Give `command` its sources, and the options of a sorted pile."""
    options: tuple[Callable[[Command], Command], ...] = (
        click.option("-v", "--verbose", is_flag=True, help="Tell stages and timings."),
        click.option("-q", "--quiet", is_flag=True, help="No warnings, no progress."),
        click.option("--no-cache", is_flag=True, help="Embed everything anew, keep nothing."),
        click.option(
            "-o",
            "--output",
            metavar="OUT",
            shell_complete=paths,
            help="A new folder, for a folder an event with its articles; a .jsonl file, for a "
            "topic a line; or a .json or .txt file, for the list.",
        ),
        click.option(
            "--format",
            "form",
            type=click.Choice(ROW_FORMATS),
            help="Format of the list (default: terminal on a terminal, text in a pipe).",
        ),
        click.option(
            "--model",
            metavar="NAME",
            shell_complete=model_names,
            default=DEFAULT_MODEL,
            help=told("model"),
        ),
        columns,
        fetching,
        click.argument(
            "sources", nargs=-1, required=True, metavar="SOURCES...", shell_complete=paths
        ),
    )
    for option in options:
        command = option(command)
    return command
