"""The options on how the web is read, for the commands that read sources."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from summarize.edge import tell
from summarize.web.wishes import DEFAULT_LIMIT, Web

if TYPE_CHECKING:
    from collections.abc import Callable


def fetching(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give `command` the options on how the web is read."""
    for option in (
        click.option(
            "--allow-private",
            is_flag=True,
            help="Fetch addresses of your own network too, not only public ones.",
        ),
        click.option(
            "--limit",
            type=click.IntRange(min=1),
            metavar="N",
            help=f"Articles of each feed, the first N (default: {DEFAULT_LIMIT}).",
        ),
    ):
        command = option(command)
    return command


def wished() -> Web:
    """Return how the command that runs is to read the web."""
    given = click.get_current_context().params
    shown = sys.stderr.isatty() and not given.get("quiet")
    return Web(
        allow_private=bool(given.get("allow_private")),
        limit=given.get("limit"),
        keep=not given.get("no_cache"),
        tell=_progress if shown else _silent,
    )


def _progress(address: str) -> None:
    tell(f"fetching {address}")


def _silent(address: str) -> None:
    """Tell nobody."""
