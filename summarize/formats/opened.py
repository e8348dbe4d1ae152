"""opened: the articles in a file's bytes, by what its name says it is or its first bytes show."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from summarize.errors import SourceError
from summarize.formats.plain import plain, untidied
from summarize.formats.recognized import recognized
from summarize.reading.sources import (
    ARCHIVES,
    BOXES,
    CRAWLS,
    FEEDS,
    MARKDOWNS,
    PAGES,
    PARQUETS,
    TABLES,
    TOPICS,
    extension,
    unfit,
)
from summarize.reading.topics import documents, every
from summarize.records import Drop

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarize.formats.columns import Columns
    from summarize.reading.document import Document

    Opened = tuple[list[Document], list[Drop]]

_MESSAGES = frozenset({".eml", ".mhtml", ".mht"})


def opened(
    data: bytes, called: str, kind: str, part: str | None = None, columns: Columns | None = None
) -> Opened:
    """Return the articles in a file, and what of it was left out.

    `kind` is the extension of its name (`.html`), `part` which of its articles is asked for,
    `columns` the names of a table's columns.

    Raises:
        SourceError: it holds nothing that can be read.
    """
    if not kind:
        kind = recognized(data)
        if kind in FEEDS:
            raise SourceError(
                f"{called} is a feed, which is read only when it is named itself; do that."
            )
    if kind in TOPICS:
        return documents(untidied(data, called), called, part)
    if kind in TABLES | PARQUETS:
        return _table(kind)(data, called, part, columns)
    if kind in CRAWLS:
        from summarize.formats.warc import warc

        return warc(data, called, part)
    if kind in BOXES:
        from summarize.formats.box import box

        return box(data, called, part)
    if kind in ARCHIVES:
        return _members(data, called, part, columns)
    return [_reader(data, kind)(data, called)], []


def opened_whole(
    data: bytes, called: str, kind: str, part: str | None = None, columns: Columns | None = None
) -> Opened:
    """Return the articles in a file as `opened` does, but of a topic file those of all topics.

    Raises:
        SourceError: it holds nothing that can be read.
    """
    if part is None and (kind or recognized(data)) in TOPICS:
        return every(untidied(data, called), called)
    return opened(data, called, kind, part, columns)


def _table(kind: str) -> Callable[[bytes, str, str | None, Columns | None], Opened]:
    """Return what reads a table of that kind."""
    if kind in TABLES:
        from summarize.formats.separated import separated

        return separated
    from summarize.formats.parquet import parquet

    return parquet


def is_table(data: bytes, kind: str) -> bool:
    """Tell whether a file is a table, by its name or, where that says nothing, its first bytes."""
    return (kind or recognized(data)) in TABLES | PARQUETS


def holds_several(data: bytes, kind: str) -> bool:
    """Tell whether a file may hold several articles, topic files apart."""
    return (kind or recognized(data)) in CRAWLS | ARCHIVES | BOXES | TABLES | PARQUETS


def _reader(data: bytes, kind: str) -> Callable[[bytes, str], Document]:
    """Return what reads one article out of such bytes.

    What begins as a PDF or a Word document is one, whatever its name; a page may also be somebody's
    text about HTML, so that only a name that says nothing is not believed.
    """
    # Each is imported for its own: all of them together take as long as to read a hundred texts.
    begun = recognized(data) if data.startswith((b"%PDF-", b"PK")) else ""
    if begun == ".pdf":
        from summarize.formats.pdf import pdf

        return pdf
    if kind == ".docx" or begun == ".docx":
        from summarize.formats.word import word

        return word
    if kind in _MESSAGES:
        from summarize.formats.mail import archived_page, mail

        return mail if kind == ".eml" else archived_page
    if kind in MARKDOWNS:
        from summarize.formats.markdown import markdown

        return markdown
    if kind in PAGES:
        from summarize.formats.page import page

        return page
    return plain


def _members(data: bytes, called: str, part: str | None, columns: Columns | None) -> Opened:
    """Return the articles of an archive's files; archives in it are not opened."""
    from summarize.formats.archive import members

    found: list[Document] = []
    drops: list[Drop] = []
    wanted, _, inner = (part or "").partition("#")
    for member, content in members(data, called):
        name = f"{called}#{member}"
        if wanted and member != wanted:
            continue
        kind = extension(PurePosixPath(member).name)
        reason = str(content) if isinstance(content, SourceError) else unfit(member, name)
        inside = kind or ("" if isinstance(content, SourceError) else recognized(content))
        if inside in ARCHIVES:  # whatever it is called
            reason = f"{name} is an archive in an archive; unpack it first."
        if reason or isinstance(content, SourceError):
            drops.append(Drop("read", name, str(reason)))
            continue
        try:
            several, more = opened(content, name, kind, inner or None, columns)
        except SourceError as error:
            drops.append(Drop("read", name, str(error)))
            continue
        drops += more
        for document in several:
            tail = f"#{document.name}" if document.name else ""
            found.append(replace(document, name=member + tail))
    if not found:
        why = f" ({drops[0].reason.rstrip('.')})" if drops else ""
        what = f"no file {part} that" if part else "no file that"
        raise SourceError(f"{called} holds {what} can be read as an article{why}; leave it out.")
    return found, drops
