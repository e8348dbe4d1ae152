"""How sources are read: the options that every command with SOURCES takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from summarize.options.columns import columns
from summarize.options.completing import paths
from summarize.options.fetching import fetching

if TYPE_CHECKING:
    from collections.abc import Callable

    Command = Callable[..., Any]

# A kind of source that has options of its own adds its decorator here.
READERS: tuple[Callable[[Command], Command], ...] = (columns, fetching)


def reading(command: Command) -> Command:
    """Give `command` the options on how sources are read."""
    for reader in READERS:
        command = reader(command)
    return command


def sources(command: Command) -> Command:
    """Give `command` its SOURCES."""
    return click.argument(
        "sources", nargs=-1, required=True, metavar="SOURCES...", shell_complete=paths
    )(command)
