"""opened: the articles in a file's bytes, by what its name says it is or its first bytes show."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from summarize.errors import SourceError
from summarize.formats.plain import plain, text
from summarize.reading.sources import (
    ARCHIVES,
    CRAWLS,
    PAGES,
    PARQUETS,
    TABLES,
    TOPICS,
    extension,
    unfit,
)
from summarize.reading.topics import documents
from summarize.records import Drop

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarize.formats.columns import Columns
    from summarize.reading.topics import Document

    Opened = tuple[list[Document], list[Drop]]

_MESSAGES = frozenset({".eml", ".mhtml", ".mht"})
# What files begin with, whatever their names.
_ARCHIVE, _PARQUET, _PDF, _WARC = b"PK\x03\x04", b"PAR1", b"%PDF-", b"WARC/"


def opened(
    data: bytes, called: str, kind: str, part: str | None = None, columns: Columns | None = None
) -> Opened:
    """Return the articles in a file, and what of it was left out.

    `kind` is the extension of its name (`.html`), `part` which of its articles is asked for,
    `columns` the names of a table's columns.

    Raises:
        SourceError: it holds nothing that can be read.
    """
    if kind in TOPICS:
        return documents(text(data, called), called, part)
    if kind in TABLES:
        from summarize.formats.separated import separated

        return separated(data, called, part, columns)
    if is_table(data, kind):
        from summarize.formats.parquet import parquet

        return parquet(data, called, part, columns)
    if kind in CRAWLS or (not kind and data.startswith(_WARC)):
        from summarize.formats.warc import warc

        return warc(data, called, part)
    if kind in ARCHIVES or (not kind and _is_archive(data)):
        return _members(data, called, part, columns)
    return [_reader(data, kind)(data, called)], []


def is_table(data: bytes, kind: str) -> bool:
    """Tell whether a file is a table, by its name or, where that says nothing, its first bytes."""
    return kind in TABLES | PARQUETS or (not kind and data.startswith(_PARQUET))


def holds_several(data: bytes, kind: str) -> bool:
    """Tell whether a file may hold several articles, topic files apart."""
    named = kind in CRAWLS | ARCHIVES or is_table(data, kind)
    return named or (not kind and (data.startswith(_WARC) or _is_archive(data)))


def _is_archive(data: bytes) -> bool:
    return data.startswith(_ARCHIVE) and not _is_word(data)


def _is_word(data: bytes) -> bool:
    if not data.startswith(_ARCHIVE):
        return False
    from summarize.formats.archive import is_word

    return is_word(data)


def _reader(data: bytes, kind: str) -> Callable[[bytes, str], Document]:
    """Return what reads one article out of such bytes.

    What begins as a PDF or a Word document is one, whatever its name; a page may also be somebody's
    text about HTML, so that only a name that says nothing is not believed.
    """
    # Each is imported for its own: all of them together take as long as to read a hundred texts.
    if data.startswith(_PDF):
        from summarize.formats.pdf import pdf

        return pdf
    if kind == ".docx" or _is_word(data):
        from summarize.formats.word import word

        return word
    if kind in _MESSAGES:
        from summarize.formats.mail import archived_page, mail

        return mail if kind == ".eml" else archived_page
    if kind in PAGES or not kind:
        from summarize.formats.page import is_page, page

        return page if kind or is_page(data) else plain
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
        if kind in ARCHIVES:
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
