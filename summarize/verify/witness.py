"""witness: the articles of a brief, asked whether a quotation stands in them word for word."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from summarize.render.inert import inert, well_formed
from summarize.text.difference import difference, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from summarize.records import Article
    from summarize.written.told import Quote, Told

_LETTERS = 12  # of a word after the place where it is cut
_STRANGE = 0.3  # of a sentence's characters; if fewer agree, it is none of the article's


class Place(NamedTuple):
    """Where words stand in an article: characters of its text as the brief's format shows it."""

    article: int
    start: int
    end: int


class Witness:
    """The articles of a brief as they are now, None where one is missing.

    `texts` are theirs as the brief's format shows them, `names` what to call them.
    """

    def __init__(self, told: Told, articles: Sequence[Article | None]) -> None:
        self._articles = articles
        self.shown = well_formed if told.form == "json" else inert
        self.texts = [self.shown(article.text) if article else "" for article in articles]
        self.names = names(told, articles)

    def place(self, quote: Quote) -> tuple[Place | None, str]:
        """Return where a quotation stands word for word, or what is wrong with it."""
        if quote.span is None and not quote.cites:
            return None, "cites no source"
        numbers = [quote.span.article] if quote.span else list(quote.cites)
        known = [n for n in numbers if 0 <= n < len(self._articles)]
        if not known:
            return None, f"names no source of the brief, which lists {len(self._articles)}"
        missing = [self.names[n] for n in known if self.lacks(n)]
        if len(missing) == len(known):
            return None, f"cannot be compared, since {_and(missing)} was not found"
        if not quote.text:
            return None, "has no text"
        for article in known:
            if quote.span is None:
                start, end = self._found(quote.text, article)
            else:
                start, end = quote.span.start, quote.span.end
            if start >= 0 and self.texts[article][start:end] == quote.text:
                return Place(article, start, end), ""
        return None, self._differing(quote, known)

    def lacks(self, article: int) -> bool:
        """Return whether an article is missing."""
        return self._articles[article] is None

    def _differing(self, quote: Quote, known: Sequence[int]) -> str:
        """Say how a sentence that is not where it should be differs from what is there."""
        start = quote.span.start if quote.span else None
        for article in [*known, *range(len(self.texts))]:
            found = self.texts[article].find(quote.text)
            if found >= 0 and article in known:
                there = f"{found} to {found + len(quote.text)}"
                return f"is in {self.names[article]} at characters {there}, not where it says"
            if found >= 0:
                return f"is in {self.names[article]}, not in {self.called(known)}"
        said = None if start is None else max(0, start)
        (most, place), article = max(
            (nearest(quote.text, self.texts[article], said), -article) for article in known
        )
        text, name = self.texts[-article], self.names[-article]
        if most < _STRANGE * len(quote.text):
            return f"is not in {self.called(known)}"
        ours, theirs = difference(quote.text, text[place : place + len(quote.text)])
        return f"says ‘{ours}’ where {name} has ‘{theirs}’"

    def where(self, place: Place) -> str:
        """Return in words where a quotation stands."""
        article, start, end = place
        at = f", characters {start} to {end}" if self.shown is well_formed else ""
        return f"word for word in {self.names[article]}{at}"

    def cut(self, place: Place) -> Iterator[str]:
        """Say whether a word is cut in two where a quotation begins or ends."""
        text = self.texts[place.article]
        for end in (place.start, place.end):
            if _cut(text, end):
                word = text[text.rfind(" ", 0, end) + 1 : end + _LETTERS].split()[0]
                yield f"cuts ‘{word}’ of {self.names[place.article]} in two"

    def _found(self, words: str, article: int) -> tuple[int, int]:
        """Return where words stand in an article, -1 if nowhere; rather not with a word cut."""
        text = self.texts[article]
        first = start = text.find(words)
        while start >= 0:
            if not _cut(text, start) and not _cut(text, start + len(words)):
                return start, start + len(words)
            start = text.find(words, start + 1)
        return first, first + len(words)

    def called(self, numbers: Iterable[int]) -> str:
        """Return the names of articles, as in `001.txt and 002.txt`."""
        return _and([self.names.get(number, f"source {number + 1}") for number in numbers])


def names(told: Told, articles: Sequence[Article | None]) -> dict[int, str]:
    """Return what to call each source: the name of its file, or its path where two share one."""
    paths = {}
    for number, (entry, article) in enumerate(zip(told.entries, articles, strict=True)):
        line = (entry.facts.get("entry") or "").partition(",")[0]
        path = entry.path or (article.path if article else line)
        paths[number] = "standard input" if path == "-" else path or f"source {number + 1}"
    short = {number: _short(path) for number, path in paths.items()}
    once = [*short.values()]
    return {n: name if once.count(name) == 1 else paths[n] for n, name in short.items()}


def _short(path: str) -> str:
    """Return a path without its folder: `001.txt`, `topics.jsonl#quake/3`."""
    file, mark, part = path.partition("#")
    return (PurePath(file).name or file) + mark + part


def _cut(text: str, place: int) -> bool:
    return place > 0 and text[place - 1].isalnum() and text[place : place + 1].isalnum()


def _and(phrases: Sequence[str]) -> str:
    *others, last = phrases
    return f"{', '.join(others)} and {last}" if others else last
