"""columns: which column of a table holds what of its articles, and an article of each row."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from summarize.errors import SourceError
from summarize.reading.document import Document
from summarize.reading.sources import MOST_BYTES
from summarize.reading.undated import undated
from summarize.records import Drop
from summarize.text.page.decode import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

PARTS = ("text", "title", "date", "outlet", "url")
SEPARATORS = ",\t;|"
MOST_ROWS = 50_000
MOST_COLUMNS = 5_000
MOST_TEXT = 4 * MOST_BYTES  # characters of all rows together
_TOLD = 20  # rows that are left out, each with its reason; of more, their number
_HEAD = 24  # characters of a column's name, as a rule
_SHOWN, _WIDE = 12, 40  # names of columns in a message, and characters of each
# Names that columns go by, letters and digits alone, best first. A teaser (`description`,
# `summary`, `snippet`) is no article, so none is taken for its text.
_NAMES = {
    "text": "text articletext fulltext maintext bodytext plaintext contenttext body articlebody "
    "articlecontent content article story document",
    "title": "title headline articletitle heading header name",
    "date": "date published publishedat publisheddate publishdate publicationdate datepublished "
    "pubdate articledate publishtime datetime timestamp time day",
    "outlet": "outlet source publisher publication newspaper sourcename sitename site media "
    "sourcedomain domain",
    "url": "url link articleurl sourceurl permalink canonicalurl href",
    "byline": "byline author authors writer",
    "wire": "wire agency newsagency",
}


@dataclass(frozen=True, slots=True)
class Columns:
    """The names of the columns that hold an article's parts; None is to be told by their names.

    `idle` is whether they may have no effect, as defaults that are given once and for all.
    """

    text: str | None = None
    title: str | None = None
    date: str | None = None
    outlet: str | None = None
    url: str | None = None
    idle: bool = False

    @property
    def given(self) -> dict[str, str]:
        """The parts whose columns are named."""
        parts = {part: getattr(self, part) for part in PARTS}
        return {part: name for part, name in parts.items() if name is not None}

    @property
    def wished(self) -> bool:
        """Whether they say that there is a table."""
        return bool(self.given) and not self.idle


def held(names: Sequence[str], wish: Columns, called: str) -> dict[str, str]:
    """Return for each part of an article the column that holds it, as far as there is one.

    Raises:
        SourceError: a column that is named is missing or there twice, none holds a text, or there
            are too many.
    """
    if len(names) > MOST_COLUMNS:
        raise SourceError(f"{called} has more than {MOST_COLUMNS} columns; keep those of articles.")
    names = [name for name in names if name]
    if not names:
        raise SourceError(f"{called} does not name its columns; give it a first row that does.")
    found = {part: _named(names, part, name, called) for part, name in wish.given.items()}
    alike = {_letters(name): name for name in reversed(names)}
    for part, known in _NAMES.items():
        free = (alike[name] for name in known.split() if name in alike)
        column = next((name for name in free if name not in found.values()), None)
        if part not in found and column is not None:
            found[part] = column
    if "text" not in found and len(names) == 1:
        found["text"] = names[0]
    if "text" not in found:
        raise SourceError(
            f"{called} has no column whose name tells that it holds the articles' text; "
            f"it has {_listed(names)}: name one with --text-column."
        )
    return found


def is_head(line: str) -> bool:
    """Tell whether a line is the head of a table of articles, whose columns go by their names."""
    for separator in SEPARATORS:
        cells = [_letters(cell) for cell in line.split(separator)]
        known = [part for part, names in _NAMES.items() if set(names.split()) & set(cells)]
        if (
            len(cells) > 1
            and "text" in known
            and len(known) > 1
            and len(line) <= _HEAD * len(cells)
        ):
            return True
    return False


def _named(names: Sequence[str], part: str, wish: str, called: str) -> str:
    """Return the column that is meant: of that name, or, if it is the only one, in other case."""
    same = [name for name in names if name == wish]
    same = same or [name for name in names if name.casefold() == wish.casefold()]
    if not same:
        raise SourceError(
            f"{called} has no column {wish!r}; it has {_listed(names)}: name one of them with "
            f"--{part}-column."
        )
    if len(same) > 1:
        raise SourceError(f"{called} has {len(same)} columns {wish!r}; rename all but one.")
    return same[0]


def _letters(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).casefold()


def _listed(names: Sequence[str]) -> str:
    """Return the names of columns for a message, shortened where they are many or long."""
    shown = [name[:_WIDE] + "…" * (len(name) > _WIDE) for name in names[:_SHOWN]]
    return ", ".join(shown) + (", …" if len(names) > _SHOWN else "")


def articles(
    rows: Iterable[Mapping[str, Any] | str], where: Mapping[str, str], called: str, part: str | None
) -> tuple[list[Document], list[Drop]]:
    """Return an article for each row, named by its number from 1, and what was left out.

    A row is what it holds by column, or why it is none. `where` is the column of each part, `part`
    the row that alone is asked for.

    Raises:
        SourceError: there are no rows, none with a text or too much of it, or not the one.
    """
    found: list[Document] = []
    drops: list[Drop] = []
    number = total = 0
    for number, row in enumerate(rows, 1):
        if part not in (None, str(number)):
            continue
        made = _article(row, where, str(number))
        total += len(made.text) if isinstance(made, Document) else 0
        if number > MOST_ROWS or total > MOST_TEXT:
            most = (
                f"{MOST_TEXT >> 20} million characters"
                if total > MOST_TEXT
                else f"{MOST_ROWS} rows"
            )
            raise SourceError(f"{called} holds more than {most}; keep the rows of one story.")
        if isinstance(made, Document):
            found.append(made)
        else:
            name = f"{called}#{number}"
            drops.append(Drop("read", name, f"{name} {made}; mend or remove the row."))
    if part is not None and not found and not drops:
        raise SourceError(f"{called} has no row {part}; it has {number}, counted from 1.")
    if not found:
        raise SourceError(
            drops[0].reason if drops else f"{called} has a head and no rows; leave it out."
        )
    return found, _few(drops, called) + undated(found, called)


def _article(row: Mapping[str, Any] | str, where: Mapping[str, str], name: str) -> Document | str:
    """Return the article of a row, or why there is none."""
    if isinstance(row, str):
        return row
    values = {part: tidy(_plain(row.get(column), part)) for part, column in where.items()}
    text = values.pop("text")
    if not any(map(str.isalnum, text)):
        return f"has no text in the column {where['text']!r}"
    return Document(name, text, {part: value for part, value in values.items() if value.strip()})


def _few(drops: list[Drop], called: str) -> list[Drop]:
    """Return the first drops, and of the others their number."""
    more = len(drops) - _TOLD
    rest = f"{called} has {more} more rows without an article; mend or remove them."
    return [*drops[:_TOLD], Drop("read", called, rest)] if more > 0 else drops


def _plain(value: Any, part: str) -> str:
    """Return the value of a part as text; empty for what is no plain value."""
    if isinstance(value, date):  # and a time of one
        return value.isoformat()[:10]
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    kinds = (str, int, float) if part == "date" else (str, int)  # seconds, where some have none
    return str(value) if isinstance(value, kinds) and not isinstance(value, bool) else ""
