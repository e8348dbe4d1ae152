"""warc: the pages in an archive of the web (WARC, ISO 28500). Needs the extra `warc`."""

from __future__ import annotations

import logging
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

from summarize.errors import SourceError
from summarize.formats.archive import MOST_UNPACKED
from summarize.formats.packed import unpacked
from summarize.formats.page import page
from summarize.records import Drop
from summarize.text.page.decode import tidy
from summarize.web.header import typed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarize.reading.document import Document

MOST_PAGES = 5000
_MOST_PAGE = 20 << 20  # bytes of one page
_PIECE = 1 << 20
_PAGES = ("text/html", "application/xhtml+xml")


def warc(data: bytes, called: str, part: str | None = None) -> tuple[list[Document], list[Drop]]:
    """Return an article for each page that was fetched, named by its address, and what was left.

    Raises:
        SourceError: the extra is missing, or the archive is damaged, too large, or without pages.
    """
    found: list[Document] = []
    drops: list[Drop] = []
    others = 0
    whole = unpacked(data, called, MOST_UNPACKED, "the pages")
    for url, answer in _answers(whole, called):
        name = f"{called}#{url}"
        if answer is None:
            others += 1
        elif part in (None, url):
            try:
                found.append(_article(answer, url, name))
            except SourceError as error:
                drops.append(Drop("read", name, str(error)))
        if len(found) + len(drops) > MOST_PAGES:
            raise SourceError(
                f"{called} holds more than {MOST_PAGES} pages; keep those of a story."
            )
    if not found:
        why = f" ({drops[0].reason.rstrip('.')})" if drops else ""
        what = f"no page {part} that" if part else "no page that"
        raise SourceError(f"{called} holds {what} can be read as an article{why}; leave it out.")
    if others and part is None:
        reason = f"What is no page in {called} is passed over ({others} of its answers)."
        drops.append(Drop("read", called, reason))
    return found, drops


def _answers(data: bytes, called: str) -> Iterator[tuple[str, Any]]:
    """Give the address of each answer in an archive with its record, None if it is no page.

    Raises:
        SourceError: the extra is missing, or the archive is damaged.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError as error:
        raise SourceError(
            f"{called} is an archive of the web; to read it, pip install 'summarize[warc]'."
        ) from error

    class Quiet(ArchiveIterator):  # type: ignore[misc]
        INC_RECORD = ""  # the library would warn on stderr

    logging.getLogger("warcio").addHandler(logging.NullHandler())
    try:
        for record in Quiet(BytesIO(data)):
            url = tidy(record.rec_headers.get_header("WARC-Target-URI") or "")
            if record.rec_type == "response" and url.startswith(("http://", "https://")):
                yield url, record if _is_answered(record.http_headers) else None
    except SourceError:
        raise
    except Exception as error:  # a damaged archive fails in ways that the library does not list
        raise SourceError(
            f"{called} is an archive of the web that is damaged; fetch it anew."
        ) from error


def _is_answered(head: Any) -> bool:
    """Whether an answer is a page, by what its server said."""
    kind, _ = typed(head.get_header("Content-Type") or "")
    return head.get_statuscode() == "200" and kind in _PAGES


def _article(record: Any, url: str, name: str) -> Document:
    """Return the article of an answer.

    Raises:
        SourceError: it is too large, or holds no text for readers.
    """
    stream = record.content_stream()
    data = b""
    while piece := stream.read(_PIECE):
        data += piece
        if len(data) > _MOST_PAGE:
            raise SourceError(f"{name} is larger than {_MOST_PAGE >> 20} MiB, more than any page.")
    _, charset = typed(record.http_headers.get_header("Content-Type") or "")
    made = page(data, name, url, charset)
    return replace(made, name=url, given=made.given | {"url": url})
