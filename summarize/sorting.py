"""The command `group`: a mixed pile in, one topic an event out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from summarize.edge import Watch, tell
from summarize.errors import UsageError
from summarize.options import Request, request
from summarize.output import check_target, refuse_inputs, write
from summarize.render import ROW_FORMATS, SUFFIXES
from summarize.settings import DEFAULT_MODEL
from summarize.shelves import LINES, check_shelf, shelve, topic_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from summarize.group import Event
    from summarize.records import Reading

    Page = Callable[[Request], tuple[int, bool]]
    Deliver = Callable[[Request, str], None]
    Command = Callable[..., Any]


def sorting(page: Page, deliver: Deliver) -> click.Command:
    """Return the command; `page` gives the page's width and colour, `deliver` puts it out."""

    @click.command("group", short_help="Sort a mixed pile into one topic an event.")
    @_options
    def group(sources: tuple[str, ...], **options: Any) -> None:
        """Sort SOURCES, articles on many events, into one topic an event.

        Without -o the events are listed. Copies of one wire story go together, and an article
        like no other is an event by itself.
        """
        asked, shelf = _asked(options)
        reading, events = _events(sources, asked, shelf)
        if shelf is None:
            from summarize.render.pile import render_pile

            width, colour = page(asked)
            deliver(asked, render_pile(events, reading.articles, asked.form, width, colour=colour))
        elif shelf.suffix.lower() in LINES:
            write(shelf, topic_lines(events, reading.articles))
        else:
            shelve(shelf, events, reading.articles)

    return group


def _options(command: Command) -> Command:
    told: tuple[Callable[[Command], Command], ...] = (
        click.option("-v", "--verbose", is_flag=True, help="Tell stages and timings."),
        click.option("-q", "--quiet", is_flag=True, help="No warnings, no progress."),
        click.option("--no-cache", is_flag=True, help="Embed everything anew, keep nothing."),
        click.option(
            "-o",
            "--output",
            metavar="OUT",
            help="A new folder, for a folder an event with its articles; a .jsonl file, for a "
            "topic a line; or a .json or .txt file, for the list.",
        ),
        click.option(
            "--format",
            "form",
            type=click.Choice(ROW_FORMATS),
            help="Format of the list.  [default: terminal on a terminal, text in a pipe]",
        ),
        click.option(
            "--model",
            metavar="NAME",
            default=DEFAULT_MODEL,
            show_default=True,
            help="Embedding model: a name from `models` or a folder.",
        ),
        click.argument("sources", nargs=-1, required=True, metavar="SOURCES..."),
    )
    for option in told:
        command = option(command)
    return command


def _asked(options: dict[str, Any]) -> tuple[Request, Path | None]:
    """Return what the options ask for, and where the articles go if not into a list.

    Raises:
        UsageError: the options contradict one another or have no effect.
    """
    output = options["output"]
    if not output or output == "-" or Path(output).suffix.lower() in SUFFIXES:
        return request(options, ROW_FORMATS), None
    shelf = Path(output)
    if options["form"]:
        raise UsageError(f"{shelf} holds articles, not the list; leave out --format.")
    if shelf.suffix.lower() in LINES:
        check_target(shelf)
    else:
        check_shelf(shelf)
    return request({**options, "output": None}, ROW_FORMATS), shelf


def _events(
    sources: Sequence[str], asked: Request, shelf: Path | None
) -> tuple[Reading, tuple[Event, ...]]:
    """Read the sources, say which could not be read, and sort the rest."""
    from summarize.cache import CachedEncoder, default_path
    from summarize.events.pile import read_pile
    from summarize.group import group
    from summarize.models import load

    reading = read_pile(sources)
    target = asked.output or shelf
    if target:
        files = (article.path for article in reading)
        refuse_inputs(target, [*sources, *files])
    for drop in () if asked.quiet else reading.drops:
        tell(f"warning: {drop.reason}")
    encoder = load(asked.settings.model)
    bar = sys.stderr.isatty() and not asked.quiet
    with Watch(bar=bar, timings=asked.verbose) as watch:
        found = group(
            reading.articles,
            CachedEncoder(encoder, default_path()) if asked.cache else encoder,
            watch,
        )
    return reading, found
