"""The options of `verify`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from summarize.options.columns import columns
from summarize.options.completing import model_names, paths
from summarize.options.fetching import fetching
from summarize.options.page import telling

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Command = Callable[..., Any]


def proving(forms: Sequence[str]) -> Callable[[Command], Command]:
    """Give a command the brief that it proves, its sources, and the options on output."""

    def decorate(command: Command) -> Command:
        options: tuple[Callable[[Command], Command], ...] = (
            *telling(forms),
            columns,
            fetching,
            click.option(
                "--model",
                metavar="NAME",
                shell_complete=model_names,
                help="Embedding model (default: the brief's).",
            ),
            click.argument("sources", nargs=-1, metavar="[SOURCES]...", shell_complete=paths),
            click.argument("brief", metavar="BRIEF", shell_complete=paths),
        )
        for option in options:
            command = option(command)
        return command

    return decorate
