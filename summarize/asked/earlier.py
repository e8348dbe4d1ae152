"""earlier: what a reader knows from an earlier brief, from articles, or from a folder of either.

A reader of a brief knows its sentences, not the articles that it cites; a reader of an article
knows all of it.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from summarize.errors import NothingToSummarizeError, SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summarize.reading.sources import Found
    from summarize.records import Article

_BRIEFS = frozenset({".json", ".md", ".markdown"})
_LISTED = re.compile(r", (\d{4}-\d\d-\d\d), source \S+(?:, \S+)?$")  # as Markdown lists a source


class Known(NamedTuple):
    """A known brief or article: its name, its sentences and, where known, its day.

    The day of a brief is the last one of its sources.
    """

    name: str
    texts: tuple[str, ...]
    day: str | None = None


@dataclass(frozen=True, slots=True)
class Earlier:
    """All that is known to a reader."""

    told: tuple[Known, ...] = ()

    @property
    def since(self) -> str | None:
        """The last day of what is known; None where no day is."""
        return max((source.day for source in self.told if source.day), default=None)

    @property
    def digest(self) -> str:
        """Eight hexadecimal digits that tell this material from other, whatever files hold it."""
        texts = sorted({text for source in self.told for text in source.texts})
        whole = "\n".join(texts).encode("utf-8", "surrogatepass")
        return hashlib.sha256(whole).hexdigest()[:8]

    @property
    def knowing(self) -> str:
        """What a signature says of a reader who knows this: which material, and up to what day."""
        return f"{self.digest}:{self.since or ''}"


def files(path: str) -> tuple[str, ...]:
    """Return the names of the files that `path` stands for; none for an empty folder.

    Raises:
        SourceError: there is nothing by that name, or a folder holds only what is not read.
    """
    return tuple(str(found.path) for found in _found(path))


def earlier(path: str) -> Earlier:
    """Return what a reader of a brief (JSON or Markdown), an article or a folder of them knows.

    An empty folder is nothing known: so begins the first morning.

    Raises:
        SourceError: there is nothing by that name, or it cannot be read.
    """
    from summarize.read import read

    told: list[Known] = []
    names = []
    for found in _found(path):
        brief = _brief(found)
        if brief is None:
            names.append(path if found.topic else str(found.path))
        else:
            told.append(brief)
    try:
        articles = read(names).articles if names else ()
    except (NothingToSummarizeError, SourceError) as error:
        raise SourceError(f"What is known cannot be read. {error}") from error
    told += _sentences(articles)
    return Earlier(tuple(sorted(told, key=lambda source: (source.name, source.texts))))


def _found(path: str) -> list[Found]:
    from summarize.reading.sources import find, listing

    if Path(path).is_dir() and not listing(Path(path)):
        return []
    return find(path)[0]


def _brief(found: Found) -> Known | None:
    """Return a brief with its sentences, those of its disagreements too; None where it is none."""
    if found.extension not in _BRIEFS or found.topic:
        return None
    from summarize.written.reread import open_brief

    try:
        brief = open_brief(str(found.path))
    except SourceError:
        return None
    days = [day for entry in brief.entries if (day := _date(entry.facts))]
    read = (*brief.quotes, *brief.sides)
    texts = tuple(dict.fromkeys(quote.text for quote in read))
    return Known(found.name, texts, max(days, default=None))


def _date(facts: Mapping[str, str | None]) -> str | None:
    listed = _LISTED.search(facts.get("entry") or "")
    return listed[1] if listed else facts.get("date")


def _sentences(articles: Sequence[Article]) -> Iterator[Known]:
    from summarize.clean import clean
    from summarize.segment import segment
    from summarize.text.typography import plainly

    read = plainly(articles)
    own: dict[int, list[str]] = {}
    for sentence in segment(read, clean(read).kept):
        own.setdefault(sentence.span.article, []).append(sentence.text)
    for number, texts in own.items():
        yield Known(articles[number].path, tuple(texts), articles[number].date)
