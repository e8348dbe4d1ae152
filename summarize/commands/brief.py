"""The commands `brief`, which is the default, and `explain`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import click

from summarize.commands.asked import encoder, spare, warn, watching
from summarize.errors import NothingToSummarizeError, UsageError
from summarize.options.columns import named
from summarize.options.configured import Configured
from summarize.options.fetching import wished
from summarize.options.page import Request, common, request, styling
from summarize.render import BINARY, FORMATS, ROW_FORMATS, render, render_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from summarize.records import Brief, Drop, Reading

_FORMATS = (*FORMATS, *BINARY)
# What a second process is asked for needs these, in this order.
_AHEAD = (
    "syntok.segmenter",
    "numpy",
    "tokenizers",
    "threadpoolctl",
    "summarize.encoders.minilm",
    "concurrent.futures.thread",
    "summarize.fold",
    "summarize.compare",
)


@click.command(cls=Configured)
@common(_FORMATS)
@styling
def brief(sources: tuple[str, ...], **options: Any) -> None:
    """Print one attributed brief of SOURCES (the default command)."""
    asked = request(options, _FORMATS)
    page = _pages(asked)
    asked.deliver(page(_make(sources, asked)))


@click.command(cls=Configured, heir=True, short_help="Show what became of every sentence, and why.")
@click.option("--find", metavar="TEXT", help="Only sentences that contain TEXT.")
@common(ROW_FORMATS)
def explain(sources: tuple[str, ...], find: str | None, **options: Any) -> None:
    """Show what became of every sentence: picked, merged into which, or dropped, and why."""
    from summarize.explain import explain as explain_

    asked = request(options, ROW_FORMATS)
    if find is not None and not find.strip():
        raise UsageError("--find needs some text to look for.")
    made = _make(sources, asked)
    rows = explain_(made, find)
    if not rows:
        raise NothingToSummarizeError(f"No sentence of the sources contains {find!r}.")
    width, colour = asked.canvas
    asked.deliver(render_rows(made, rows, asked.form, width, colour=colour))


def _pages(asked: Request) -> Callable[[Brief], str | bytes]:
    """Return what makes the page; what it needs besides the brief is there before any work."""
    if asked.template:
        from summarize.render.house import furnish, house

        return partial(furnish, house(asked.template))
    if asked.form == "docx":
        from summarize.render.docx import docx, pandoc

        pandoc()
        return docx
    width, colour = asked.canvas
    return partial(render, form=asked.form, width=width, colour=colour)


def _make(sources: Sequence[str], asked: Request) -> Brief:
    """Read the sources, say which could not be read, and make the brief of the rest."""
    from summarize.asked.within import taken
    from summarize.findings import prepare
    from summarize.parallel import lent
    from summarize.pipeline import summarize

    with lent(meanwhile=prepare, idle=_AHEAD):
        reading = taken(sources, asked.settings, wished(), named())
        spare(asked, sources, reading)
        warn(asked, reading.drops)
        bare = None if asked.cache else encoder(asked)
        try:
            with watching(asked) as watch:
                made = summarize(reading, asked.settings, encoder=bare, watch=watch)
        except NothingToSummarizeError as problem:
            _warn_of_rest(asked, problem.drops, reading)
            raise
    _warn_of_rest(asked, made.drops, reading)
    return made


def _warn_of_rest(asked: Request, drops: Sequence[Drop], reading: Reading) -> None:
    """Tell what was left out, or is to be known, since the sources were read."""
    known = {drop.reason for drop in reading.drops}
    found = [drop for drop in drops if isinstance(drop.item, str) and drop.stage != "read"]
    warn(asked, [drop for drop in found if drop.reason not in known])
