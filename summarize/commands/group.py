"""The command `group`: a mixed pile in, one topic an event out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from summarize.commands.asked import encoder, warn, watching
from summarize.errors import UsageError
from summarize.filing import LINES, check_folder, file_events, topic_lines
from summarize.options.columns import named
from summarize.options.configured import Configured
from summarize.options.fetching import wished
from summarize.options.given import given
from summarize.options.page import Request, request
from summarize.options.sorting import sorting
from summarize.output import check_target, refuse_inputs, write
from summarize.render import ROW_FORMATS, SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.group import Event
    from summarize.records import Reading


@click.command(
    "group", cls=Configured, heir=True, short_help="Sort a mixed pile into one topic an event."
)
@sorting
def group(sources: tuple[str, ...], **options: Any) -> None:
    """Sort SOURCES, articles on many events, into one topic an event.

    Without -o the events are listed. Copies of one wire story go together, and an article
    like no other is an event by itself.
    """
    asked, folder = _asked(options)
    reading, events = _events(sources, asked, folder)
    if folder is None:
        from summarize.render.pile import render_pile

        width, colour = asked.canvas
        asked.deliver(render_pile(events, reading.articles, asked.form, width, colour=colour))
    elif folder.suffix.lower() in LINES:
        write(folder, topic_lines(events, reading.articles))
    else:
        file_events(folder, events, reading.articles)


def _asked(options: dict[str, Any]) -> tuple[Request, Path | None]:
    """Return what the options ask for, and where the articles go if not into a list.

    Raises:
        UsageError: the options contradict one another or have no effect.
    """
    output = options["output"]
    if not output or output == "-" or Path(output).suffix.lower() in SUFFIXES:
        return request(options, ROW_FORMATS), None
    folder = Path(output)
    if given("form"):
        raise UsageError(f"{folder} holds articles, not the list; leave out --format.")
    if folder.suffix.lower() in LINES:
        check_target(folder)
    else:
        check_folder(folder)
    return request({**options, "output": None}, ROW_FORMATS), folder


def _events(
    sources: Sequence[str], asked: Request, folder: Path | None
) -> tuple[Reading, tuple[Event, ...]]:
    """Read the sources, say which could not be read, and sort the rest."""
    from summarize.group import group
    from summarize.read import read_pile

    reading = read_pile(sources, wished(), named())
    target = asked.output or folder
    if target:
        files = (article.path for article in reading)
        refuse_inputs(target, [*sources, *files])
    warn(asked, reading.drops)
    with watching(asked) as watch:
        found = group(reading.articles, encoder(asked), watch)
    return reading, found
