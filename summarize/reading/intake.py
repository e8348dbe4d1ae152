"""intake: where sources are opened and their articles laid down, each once."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from summarize.errors import SourceError, UsageError
from summarize.formats.opened import opened
from summarize.formats.plain import EMPTY, text
from summarize.formats.recognized import recognized
from summarize.parallel import begin
from summarize.reading.called import STDIN, called
from summarize.reading.notes import EXTRACTED, Notes, cited, load
from summarize.reading.remembered import Heads
from summarize.reading.sources import (
    FEEDS,
    PARQUETS,
    PARTS,
    TABLES,
    TOPICS,
    Found,
    content,
    extension,
    find,
    is_address,
    shown,
    standard_input,
)
from summarize.reading.undated import is_amiss, no_day
from summarize.records import Article, Drop
from summarize.text.agencies import agency
from summarize.text.page.dates import of_address
from summarize.text.page.decode import tidy
from summarize.text.page.escapes import unescaped
from summarize.text.page.front import KEYS, normal
from summarize.text.page.quoted import unquoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarize.formats.columns import Columns
    from summarize.reading.document import Document
    from summarize.web.fetch import Listed, Reader
    from summarize.web.wishes import Web

    _Kept = tuple[str, Document, dict[str, str]]


class Intake:
    """The articles and the drops so far; files are told apart by their real paths."""

    def __init__(self, web: Web, columns: Columns | None = None) -> None:
        self.web = web
        self.columns, self.opened = columns, opened  # what opens a file may be another
        self.heads = Heads(None)
        self.articles: list[Article] = []
        self._kept: list[_Kept] = []
        self.drops: list[Drop] = []
        self._names: dict[str, str] = {}
        self._notes: dict[Path, Notes] = {}
        self._reader: Reader | None = None
        self._piped = False

    def ahead(self, sources: Iterable[str | Path]) -> None:
        """Begin to fetch the addresses among sources that will be taken one after the other."""
        urls = [str(source) for source in sources if is_address(str(source))]
        if len(urls) > 1:
            self._web().ahead(urls)

    def take(self, source: str | Path) -> None:
        """Read all that a source stands for."""
        if str(source) == STDIN:
            self._piped = True
            self._read(Found(Path(STDIN), STDIN), feed=True)
            return
        if is_address(str(source)):
            self._fetch(str(source))
            return
        try:
            found, drops = find(source)
        except SourceError as error:
            self._drop(shown(source), str(error))
            return
        self.drops += drops
        for file in found:
            # What a folder happens to hold is not fetched from the web.
            outright = len(found) == 1 and shown(source).startswith(file.name)
            self._read(file, feed=outright and file.extension in FEEDS | TOPICS | {""})

    def lay(self) -> None:
        """Make articles of all documents that were kept.

        Where what they say of themselves is not known yet, nor will be what is article in them:
        that needs their texts alone, and may begin meanwhile.
        """
        texts = [document.text for _, document, _ in self._kept]
        if not self.heads.know(texts):
            from summarize.text.page.pages import opened as page

            pages = [
                (document.text, _extracted(document, notes)) for _, document, notes in self._kept
            ]
            begin(page, pages, [len(text) for text in texts])
            self.heads.learn(texts)
        self.articles += [_article(*kept, self.heads) for kept in self._kept]
        self._kept.clear()

    def check(self) -> None:
        """Refuse what was said of the web and has no effect.

        Raises:
            UsageError: it has none.
        """
        met, idle = self._reader, self.web.idle
        if "limit" not in idle and self.web.limit is not None and not (met and met.feeds):
            raise UsageError("--limit counts the articles of a feed, and no source is one.")
        for wish in ("jobs", "allow_private"):
            if wish not in idle and getattr(self.web, wish) and not (met and met.fetched):
                option = wish.replace("_", "-")
                raise UsageError(f"--{option} is for addresses, and no source is one.")
        named = self.columns.given if self.columns and self.columns.wished else {}
        if named and self.articles and not self._tabled():
            option = f"{next(iter(named))}-column"
            raise UsageError(f"--{option} is for tables (CSV, Parquet), and no source is one.")

    def _tabled(self) -> bool:
        """Tell whether any file was a table, also one in an archive, or might have been."""
        items = [*(article.path for article in self.articles), *(drop.item for drop in self.drops)]
        kinds = {extension(part) for item in items for part in str(item).split("#")}
        fetched = self._reader is not None and self._reader.tables > 0
        return fetched or bool(kinds & (TABLES | PARQUETS)) or self._piped

    def _fetch(self, address: str) -> None:
        try:
            several, drops = self._web().fetch(address)
        except SourceError as error:
            self._drop(address, str(error))
            return
        self._take(several, drops)

    def _take(self, several: Sequence[tuple[str, Document]], drops: Sequence[Drop]) -> None:
        self.drops += drops
        for name, document in several:
            self.keep(document, name, name)

    def _web(self) -> Reader:
        from summarize.web.fetch import Reader

        self._reader = self._reader or Reader(self.web, self.columns)
        return self._reader

    def _read(self, file: Found, *, feed: bool = False) -> None:
        """Read a file and keep its articles, or take what it lists where it may be a `feed`."""
        real = STDIN if file.name == STDIN else os.path.realpath(file.path)
        if real in self._names and file.extension not in PARTS:
            self._again(file.name, real)
            return
        try:
            data = _bytes(file)
            listed = self._listed(file, data) if feed else None
            if listed:
                self._take(*listed)
                return
            kind = file.extension
            if file.name == STDIN and self.columns and self.columns.wished:
                kind = recognized(data) or ".csv"
            several, drops = self.opened(data, called(file.name), kind, file.topic, self.columns)
            self.drops += drops
        except SourceError as error:
            self._drop(file.name, str(error))
            return
        for document in several:
            part = f"#{document.name}" if document.name else ""
            self.keep(document, file.name + part, real + part)

    def _listed(self, file: Found, data: bytes) -> Listed | None:
        """Return what a file lists if it is a feed."""
        from summarize.web.feed import is_feed

        if not file.extension and recognized(data) not in FEEDS | TOPICS:
            return None
        markup = text(data, called(file.name))
        return self._web().listed(markup, file.name, part=file.topic) if is_feed(markup) else None

    def keep(self, document: Document, name: str, real: str) -> None:
        """Take a document as an article, unless it was read before or is empty."""
        if real in self._names:
            self._again(name, real)
            return
        self._names[real] = name
        document = _meant(document)
        if any(map(str.isalnum, document.text)):
            plain = not document.name and not is_address(real)
            notes = self._noted(Path(real)) if plain else {}
            if plain and is_amiss(when := document.given.get("date", "")):
                self._drop(name, no_day(called(name), when))
            self._kept.append((name, document, notes))
        else:
            self._drop(name, EMPTY.format(called(name)))

    def _again(self, name: str, real: str) -> None:
        first = self._names[real]
        which = "twice" if first == name else f"also as {called(first)}"
        self._drop(name, f"{called(name)} is named {which}; it is read once.")

    def _noted(self, path: Path) -> dict[str, str]:
        if path != Path(STDIN) and path.parent not in self._notes:
            self._notes[path.parent], drops = load(path.parent)
            self.drops += drops
        return self._notes.get(path.parent, {}).get(path.name, {})

    def _drop(self, name: str, reason: str) -> None:
        self.drops.append(Drop("read", name, reason))


def _meant(document: Document) -> Document:
    """Return a document whose text is what was meant, without a program's escapes and marks."""
    text_ = unquoted(unescaped(document.text))
    return document if text_ == document.text else replace(document, text=tidy(text_))


def _bytes(file: Found) -> bytes:
    return standard_input() if file.name == STDIN else content(file.path, file.name)


def _article(name: str, document: Document, notes: dict[str, str], heads: Heads) -> Article:
    given = normal(document.given) | normal({key: notes[key] for key in KEYS if key in notes})
    known = heads.of(document.text) | given
    if known["url"] and not known["outlet"] and "outlet" not in given:
        from summarize.text.page.outlets import site

        known["outlet"] = site(known["url"])
    if known["url"] and not known["date"] and "date" not in given:
        known["date"] = of_address(known["url"])
    if known["outlet"] and not known["wire"] and "wire" not in given:
        known["wire"] = agency(known["outlet"])
    extracted = _extracted(document, notes)
    return Article(cited(name, notes), document.text, extracted=extracted, **known)


def _extracted(document: Document, notes: dict[str, str]) -> bool:
    return document.extracted or EXTRACTED in notes
