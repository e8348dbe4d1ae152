"""Stage 1, read: sources → articles, each decoded, with what is given or can be told about it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from summarize.cache import Records, stories_path
from summarize.errors import NothingToSummarizeError, SourceError
from summarize.formats.opened import opened_whole
from summarize.reading.intake import Intake
from summarize.reading.remembered import Heads
from summarize.reading.topics import documents
from summarize.records import Reading
from summarize.web.wishes import Web

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.formats.columns import Columns


def read(
    sources: Sequence[str | Path] | str | Path,
    web: Web | None = None,
    columns: Columns | None = None,
) -> Reading:
    """Read every source: a file, a folder with all in it, `-` for standard input, or an address.

    Addresses (http and https) and what feeds list is fetched, as `web` says. `columns` names the
    columns of tables, where their names do not tell what they hold.

    What cannot be read is a drop. What a `sources.toml` beside a file says of it goes before what
    the file says (front matter, a topic file's fields), and that before what its text lets infer.

    Raises:
        SourceError: the only source cannot be read.
        NothingToSummarizeError: none of several sources can be read, or none is given.
        UsageError: `web` or `columns` say something of feeds, addresses or tables, and there are
            none.
    """
    names = [sources] if isinstance(sources, (str, Path)) else list(sources)
    return _read(names, Intake(web or Web(), columns), web)


def read_pile(
    sources: Sequence[str | Path], web: Web | None = None, columns: Columns | None = None
) -> Reading:
    """Read every source as `read` does, and of a topic file the documents of all its topics.

    Raises:
        SourceError: the only source cannot be read.
        NothingToSummarizeError: none of several sources can be read, or none is given.
        UsageError: `web` or `columns` say something of feeds, addresses or tables, and there are
            none.
    """
    intake = Intake(web or Web(), columns)
    intake.opened = opened_whole
    return _read(list(sources), intake)


def _read(names: Sequence[str | Path], intake: Intake, web: Web | None = None) -> Reading:
    if not names:
        raise NothingToSummarizeError("No source is given; name files, folders or - to read.")
    intake.heads = heads = Heads(Records(stories_path()) if web and web.keep else None)
    intake.ahead(names)
    for name in names:
        intake.take(name)
    intake.lay()
    intake.check()
    heads.keep()
    if intake.articles:
        return Reading(tuple(intake.articles), tuple(intake.drops))
    reasons = list(dict.fromkeys(drop.reason for drop in intake.drops))
    if len(names) == 1:
        raise SourceError(" ".join(reasons[:3]))
    more = f" And {len(reasons) - 3} more." if len(reasons) > 3 else ""
    raise NothingToSummarizeError(f"No source can be read. {' '.join(reasons[:3])}{more}")


def read_topic(text: str, file: str) -> Reading:
    """Read the documents of the only topic in `text`, a line of the topic file `file`.

    Raises:
        SourceError: it holds no document with a text.
    """
    intake = Intake(Web())
    several, intake.drops = documents(text, file, None)
    for document in several:
        intake.keep(document, f"{file}#{document.name}", document.name)
    intake.lay()
    if not intake.articles:
        raise SourceError(f"{file} holds no document with a text; give it one, or remove it.")
    return Reading(tuple(intake.articles), tuple(intake.drops))
