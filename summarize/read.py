"""Stage 1, read: sources → articles, each decoded, with what is given or can be told about it."""

from __future__ import annotations

import os
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from summarize.errors import NothingToSummarizeError, SourceError
from summarize.notes import Notes, load
from summarize.records import Article, Drop, Reading
from summarize.sources import TOPICS, Found, content, find, shown, standard_input
from summarize.text.agencies import agency
from summarize.text.decode import NotTextError, decode
from summarize.text.front import normal, split
from summarize.topics import Document, documents

if TYPE_CHECKING:
    from collections.abc import Sequence

STDIN = "-"
_EMPTY = "{} is empty; give a file with the article's text."


def read(sources: Sequence[str | Path] | str | Path) -> Reading:
    """Read every source: a file, a folder with all in it, or `-` for standard input.

    What cannot be read is a drop. What a `sources.toml` beside a file says of it goes before what
    the file says (front matter, a topic file's fields), and that before what its text lets infer.

    Raises:
        SourceError: the only source cannot be read.
        NothingToSummarizeError: none of several sources can be read, or none is given.
    """
    names = [sources] if isinstance(sources, (str, Path)) else list(sources)
    if not names:
        raise NothingToSummarizeError("No source is given; name files, folders or - to read.")
    desk = _Desk()
    for name in names:
        desk.take(name)
    if desk.articles:
        return Reading(tuple(desk.articles), tuple(desk.drops))
    reasons = list(dict.fromkeys(drop.reason for drop in desk.drops))
    if len(names) == 1:
        raise SourceError(" ".join(reasons[:3]))
    more = f" And {len(reasons) - 3} more." if len(reasons) > 3 else ""
    raise NothingToSummarizeError(f"No source can be read. {' '.join(reasons[:3])}{more}")


def read_topic(text: str, file: str) -> Reading:
    """Read the documents of the only topic in `text`, a line of the topic file `file`.

    Raises:
        SourceError: it holds no document with a text.
    """
    desk = _Desk()
    several, desk.drops = documents(text, file, None)
    for document in several:
        desk.keep(document, f"{file}#{document.name}", document.name)
    if not desk.articles:
        raise SourceError(f"{file} holds no document with a text; give it one, or remove it.")
    return Reading(tuple(desk.articles), tuple(desk.drops))


# Over the bar of 150 lines by what `read` and `read_topic` share: splitting the desk from its two
# entrances would hide how few they are.
class _Desk:
    """The articles and the drops so far; files are told apart by their real paths."""

    def __init__(self) -> None:
        self.articles: list[Article] = []
        self.drops: list[Drop] = []
        self._names: dict[str, str] = {}
        self._notes: dict[Path, Notes] = {}

    def take(self, source: str | Path) -> None:
        """Read all that a source stands for."""
        if str(source) == STDIN:
            self._read(Found(Path(STDIN), STDIN))
            return
        try:
            found, drops = find(source)
        except SourceError as error:
            self._drop(shown(source), str(error))
            return
        self.drops += drops
        for file in found:
            self._read(file)

    def _read(self, file: Found) -> None:
        real = STDIN if file.name == STDIN else os.path.realpath(file.path)
        if real in self._names and file.extension not in TOPICS:
            self._again(file.name, real)
            return
        try:
            text = _text(file)
            if file.extension in TOPICS:
                several, drops = documents(text, file.name, file.topic)
                self.drops += drops
            else:
                given, body = split(text)
                several = [Document("", body, given)]
        except SourceError as error:
            self._drop(file.name, str(error))
            return
        for document in several:
            part = f"#{document.name}" if document.name else ""
            self.keep(document, file.name + part, real + part)

    def keep(self, document: Document, name: str, real: str) -> None:
        """Take a document as an article, unless it was read before or is empty."""
        if real in self._names:
            self._again(name, real)
            return
        self._names[real] = name
        if any(map(str.isalnum, document.text)):
            notes = {} if document.name else self._noted(Path(real))
            self.articles.append(_article(name, document, notes))
        else:
            self._drop(name, _EMPTY.format(_called(name)))

    def _again(self, name: str, real: str) -> None:
        first = self._names[real]
        which = "twice" if first == name else f"also as {_called(first)}"
        self._drop(name, f"{_called(name)} is named {which}; it is read once.")

    def _noted(self, path: Path) -> dict[str, str]:
        if path != Path(STDIN) and path.parent not in self._notes:
            self._notes[path.parent], drops = load(path.parent)
            self.drops += drops
        return self._notes.get(path.parent, {}).get(path.name, {})

    def _drop(self, name: str, reason: str) -> None:
        self.drops.append(Drop("read", name, reason))


def _called(name: str) -> str:
    return "Standard input" if name == STDIN else name


def _text(file: Found) -> str:
    data = standard_input() if file.name == STDIN else content(file.path, file.name)
    if file.extension in (".html", ".htm", ".xhtml"):
        raise SourceError(f"{file.name} is an HTML page; save the article's text as .txt.")
    try:
        text = decode(data)
    except NotTextError as error:
        called = _called(file.name)
        raise SourceError(f"{called} is {error}; save the article's text as .txt.") from error
    if not text or text.isspace():
        raise SourceError(_EMPTY.format(_called(file.name)))
    return text


def _article(name: str, document: Document, notes: dict[str, str]) -> Article:
    # Here, since their many patterns take longer to compile than `--help` should wait.
    from summarize.text.heads import infer
    from summarize.text.outlets import site

    given = normal(document.given) | normal(notes)
    known = asdict(infer(document.text)) | given
    if known["url"] and not known["outlet"] and "outlet" not in given:
        known["outlet"] = site(known["url"])
    if known["outlet"] and not known["wire"] and "wire" not in given:
        known["wire"] = agency(known["outlet"])
    return Article(name, document.text, **known)
