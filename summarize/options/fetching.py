"""The options on how the web is read, for the commands that read sources."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from summarize.edge import tell
from summarize.options.counting import AtLeast
from summarize.web.wishes import DEFAULT_JOBS, DEFAULT_LIMIT, Web

if TYPE_CHECKING:
    from collections.abc import Callable


def fetching(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give `command` the options on how the web is read."""
    for option in (
        click.option(
            "--jobs",
            type=AtLeast(1),
            metavar="N",
            help="Addresses that are fetched at once, never two of one host "
            f"(default: {DEFAULT_JOBS}).",
        ),
        click.option(
            "--allow-private",
            is_flag=True,
            help="Fetch addresses of your own network too, not only public ones.",
        ),
        click.option(
            "--limit",
            type=AtLeast(1),
            metavar="N",
            help=f"Articles of each feed, the first N (default: {DEFAULT_LIMIT}).",
        ),
    ):
        command = option(command)
    return command


def wished() -> Web:
    """Return how the command that runs is to read the web."""
    context = click.get_current_context()
    given = context.params
    shown = sys.stderr.isatty() and not given.get("quiet")
    return Web(
        allow_private=bool(given.get("allow_private")),
        limit=given.get("limit"),
        jobs=given.get("jobs"),
        keep=not given.get("no_cache"),
        idle=frozenset(
            name
            for name in given
            if context.get_parameter_source(name) is not ParameterSource.COMMANDLINE
        ),
        tell=_progress if shown else _silent,
        pause=_silent if given.get("quiet") else _pause,
    )


def _progress(address: str) -> None:
    tell(f"fetching {address}")


def _pause(address: str, seconds: float) -> None:
    time = "a second" if round(seconds) == 1 else f"{seconds:.0f} seconds"
    tell(f"{address} is asked in {time}, since its site asks to wait.")


def _silent(*_: object) -> None:
    """Tell nobody."""
