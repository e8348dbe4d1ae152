"""The options on tables: which column holds what of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from summarize.formats.columns import PARTS, Columns

if TYPE_CHECKING:
    from collections.abc import Callable

    Command = Callable[..., Any]

_HOLDS = {
    "text": "the articles' texts",
    "title": "their titles",
    "date": "their dates",
    "outlet": "their outlets",
    "url": "their addresses",
}


def columns(command: Command) -> Command:
    """Give `command` an option for each part of an article that a column can hold."""
    for part in reversed(PARTS):
        command = click.option(
            f"--{part}-column",
            metavar="NAME",
            help=f"Column of CSV or Parquet with {_HOLDS[part]} (default: told by its name).",
        )(command)
    return command


def named() -> Columns:
    """Return the columns that are named to the command that runs."""
    context = click.get_current_context()
    names = {part: context.params.get(f"{part}_column") for part in PARTS}
    sources = [context.get_parameter_source(f"{part}_column") for part in PARTS]
    return Columns(**names, idle=ParameterSource.COMMANDLINE not in sources)
