"""fetch: the articles at an address: a page's one, those that a file holds or a feed lists."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summarize.errors import SourceError
from summarize.formats.opened import holds_several, is_table, opened
from summarize.formats.packed import MAGIC as PACKED
from summarize.formats.page import is_page, page
from summarize.formats.plain import text as plain_text
from summarize.formats.recognized import recognized
from summarize.reading.sources import (
    ARCHIVES,
    BOXES,
    CRAWLS,
    MARKDOWNS,
    PARQUETS,
    TABLES,
    TEXTS,
    TOPICS,
    extension,
)
from summarize.records import Drop
from summarize.text.page.decode import NotTextError, declared, decode
from summarize.web.client import Client
from summarize.web.feed import Entry, entries, is_feed
from summarize.web.prefetch import Prefetch
from summarize.web.sites import Sites
from summarize.web.wishes import DEFAULT_JOBS, DEFAULT_LIMIT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from summarize.formats.columns import Columns
    from summarize.reading.document import Document
    from summarize.web.kept import Answer
    from summarize.web.wishes import Web

    Listed = tuple[list[tuple[str, Document]], list[Drop]]

_FORMS = {  # content types, and the extension that says the same
    "": "",
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "message/rfc822": ".eml",
    "multipart/related": ".mhtml",
    **dict.fromkeys(("application/octet-stream", "binary/octet-stream"), ""),
    **dict.fromkeys(("application/gzip", "application/x-gzip"), ""),
    **dict.fromkeys(("text/csv", "application/csv", "text/comma-separated-values"), ".csv"),
    "text/tab-separated-values": ".tsv",
    **dict.fromkeys(("application/vnd.apache.parquet", "application/parquet"), ".parquet"),
    "application/x-parquet": ".parquet",
    "application/warc": ".warc",
    "application/mbox": ".mbox",
    **dict.fromkeys(("application/zip", "application/x-zip-compressed"), ".zip"),
    **dict.fromkeys(("application/rss+xml", "application/atom+xml", "application/rdf+xml"), ".xml"),
    **dict.fromkeys(("application/xml", "text/xml"), ".xml"),
    **dict.fromkeys(("application/feed+json", "application/json"), ".json"),
}


_HEAD = 8192  # bytes that tell a feed
_FILES = TABLES | PARQUETS | CRAWLS | ARCHIVES | BOXES


class Reader:
    """Reads addresses and feeds with one client; counts the feeds and the tables met so far.

    `columns` names the columns of tables.
    """

    def __init__(self, web: Web, columns: Columns | None = None) -> None:
        self.web = web
        self.columns = columns
        self.feeds = 0
        self.tables = 0
        self.fetched = 0
        self._sites = Sites()
        self._prefetch = Prefetch(web.jobs or DEFAULT_JOBS, self._reader)

    def ahead(self, urls: Iterable[str]) -> None:
        """Begin to fetch addresses that will be asked for in a moment."""
        self._prefetch.ahead(url.partition("#")[0] for url in urls)

    def fetch(self, url: str) -> Listed:
        """Return the articles at an address, each with the name that it is cited by.

        Raises:
            SourceError: it cannot be fetched, or holds no article.
        """
        address, _, part = url.partition("#")
        answer = self._get(address)
        name = answer.url if answer.kind.endswith("+xml") else address
        form = _form(answer, address)
        if holds_several(answer.data, form):
            return self._several(answer, address, form, part or None)
        if _may_be_feed(answer.data, form):
            text = _decoded(answer, address)
            if is_feed(text):
                return self.listed(text, address, base=name, part=part or None)
            if form == ".xml":
                raise SourceError(
                    f"{address} is XML and no feed; give an article's page or a feed."
                )
        return [(address, _article(answer, address, form))], []

    def _several(self, answer: Answer, address: str, form: str, part: str | None) -> Listed:
        """Return the articles that a file holds: a table's, an archive's, a crawl's."""
        data = answer.data
        self.tables += is_table(data, form)
        if form in TABLES and answer.charset and not data.startswith(PACKED):
            data = _decoded(answer, address).encode("utf-8", "surrogatepass")
        several, drops = opened(data, address, form, part, self.columns)
        return [(f"{address}#{document.name}", document) for document in several], drops

    def listed(self, text: str, name: str, *, base: str = "", part: str | None = None) -> Listed:
        """Return the articles that a feed lists: those that it holds, and those it leads to.

        Raises:
            SourceError: it is no feed, or lists nothing.
        """
        self.feeds += 1
        found: list[tuple[str, Document]] = []
        drops: list[Drop] = []
        chosen = entries(text, name, base)
        if part is not None:
            chosen = [entry for entry in chosen if entry.name == part]
            if not chosen:
                raise SourceError(f"{name} does not list {part}, or does not any more.")
        else:
            chosen = chosen[: self.web.limit or DEFAULT_LIMIT]
        held = {entry.name: entry.whole for entry in chosen}
        self.ahead(entry.url for entry in chosen if entry.url and not held[entry.name])
        for entry in chosen:
            try:
                found.append(self._entry(entry, held[entry.name], name))
            except SourceError as error:
                instead, reason = entry.held, str(error)
                if instead:
                    found.append((f"{name}#{entry.name}", instead))
                    reason = f"{reason} What {name} holds of it is read instead."
                drops.append(Drop("read", entry.url or f"{name}#{entry.name}", reason))
        return found, drops

    def _entry(self, entry: Entry, whole: Document | None, feed: str) -> tuple[str, Document]:
        if whole:
            return f"{feed}#{entry.name}", whole
        if not entry.url:
            raise SourceError(f"{feed}#{entry.name} is a teaser that leads nowhere; leave it out.")
        answer = self._get(entry.url)
        document = _article(answer, entry.url, _form(answer, entry.url))
        return entry.url, replace(document, given=entry.given | document.given)

    def _get(self, url: str) -> Answer:
        self.fetched += 1
        return self._prefetch.get(url)

    def _reader(self) -> Callable[[str], Answer]:
        """Return a client's `get` that tells of each address."""
        from summarize.web.kept import folder

        home = folder() if self.web.keep else None
        web = self.web
        client = Client(web.allow_private, home, pause=web.pause, sites=self._sites)

        def get(url: str) -> Answer:
            self.web.tell(url)
            return client.get(url)

        return get


def _may_be_feed(data: bytes, form: str) -> bool:
    """Tell whether an answer may be a feed; some servers send one as a page or as a text."""
    if form in (".html", ".txt"):
        return is_feed(data[:_HEAD].decode("utf-8", "replace"))
    return form in (".xml", ".json") or (form == "" and not is_page(data))


def _form(answer: Answer, url: str) -> str:
    """Return the extension that says what an answer is.

    Raises:
        SourceError: it is something that no article comes in.
    """
    if answer.kind not in _FORMS:
        raise SourceError(
            f"{url} is {answer.kind} and no article; give an article's page or a feed."
        )
    kind = _named(answer.url) or _named(url)  # a store of files may lead to where they have no name
    said = _FORMS[answer.kind]
    if said == ".txt":  # which is also how some servers send whatever is text
        return kind if kind in TABLES | MARKDOWNS else said
    return said or (kind if kind in (TEXTS | _FILES) - {".txt"} else "")


def _named(url: str) -> str:
    """Return the extension of the file that an address names, if it names one."""
    return extension(url.partition("?")[0].rpartition("/")[2])


def _article(answer: Answer, url: str, form: str) -> Document:
    if form == ".html" or (not form and is_page(answer.data)):
        return page(answer.data, url, answer.url, answer.charset)
    if form == ".json" or (not form and recognized(answer.data) in TOPICS):
        raise SourceError(f"{url} is JSON and no feed; save it, and give the file.")
    if holds_several(answer.data, form):
        raise SourceError(f"{url} may hold several articles; name it as a source of its own.")
    several, _ = opened(answer.data, url, form)
    given = {"url": answer.url} | several[0].given
    return replace(several[0], given=given)


def _decoded(answer: Answer, url: str) -> str:
    try:
        return decode(answer.data, answer.charset or declared(answer.data))
    except NotTextError:
        return plain_text(answer.data, url)
