"""separated: the rows of a table whose values are separated by commas, tabs or the like (CSV)."""

from __future__ import annotations

import csv
from contextlib import contextmanager
from itertools import chain, islice
from threading import Lock
from typing import TYPE_CHECKING

from summarize.errors import SourceError
from summarize.formats.columns import SEPARATORS, Columns, articles, held
from summarize.formats.packed import unpacked
from summarize.formats.plain import text
from summarize.reading.sources import MOST_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from summarize.reading.document import Document
    from summarize.records import Drop

MOST_FIELD = 8 << 20  # characters: no article is longer
_NONE = "\x1f"
_TRIED = 50  # rows that tell what separates values
_LAST = "\x00end"  # stands after the last line; whatever swallows it is a value that has no end
_LIMIT = Lock()


def separated(
    data: bytes, called: str, part: str | None = None, wish: Columns | None = None
) -> tuple[list[Document], list[Drop]]:
    """Return an article for each row of a table in text form, and what was left out.

    The first row names the columns. What separates values is told by the rows. It may be packed
    with gzip.

    Raises:
        SourceError: it is no text, damaged or too large, or has no rows, no column of texts or not
            the columns named, or a value without end.
    """
    content = text(unpacked(data, called, MOST_BYTES, "the rows"), called)
    with _long_fields():
        rows = _rows(content, _separator(content), called)
        names = [name.strip() for name in next(rows, [])]
        where = held(names, wish or Columns(), called)
        places = {column: names.index(column) for column in where.values()}
        return articles(_mapped(rows, len(names), places), where, called, part)


@contextmanager
def _long_fields() -> Iterator[None]:
    """Let values be as long as articles meanwhile; afterwards the limit is what it was before.

    There is one limit for the whole program. So tables are read one at a time: a second reader
    would take the first one's limit for what was before, or lose it in the middle of a table.
    """
    with _LIMIT:
        before = csv.field_size_limit(MOST_FIELD)
        try:
            yield
        finally:
            csv.field_size_limit(before)


def _lines(content: str) -> Iterator[str]:
    start = 0
    while start < len(content):
        end = content.find("\n", start) + 1 or len(content)
        yield content[start:end]
        start = end


def _separator(content: str) -> str:
    """Return what splits most of the first rows into as many values as the very first, and most.

    Where nothing splits the first row, there is one column, and its texts may have commas.
    """
    best, score = _NONE, (0.0, 0)
    for separator in SEPARATORS:
        try:
            rows = list(islice(csv.reader(_lines(content), delimiter=separator), _TRIED))
        except csv.Error:
            continue
        widths = [len(row) for row in rows if row]
        if widths and widths[0] > 1:
            own = (sum(width == widths[0] for width in widths) / len(widths), widths[0])
            if own > score:
                best, score = separator, own
    return best


def _rows(content: str, separator: str, called: str) -> Iterator[list[str]]:
    """Give the rows that are not blank.

    Raises:
        SourceError: a value is too long, or a quotation mark opens one that never ends.
    """
    number = 0
    ended = content if content.endswith("\n") else content + "\n"
    try:
        for row in csv.reader(chain(_lines(ended), [_LAST]), delimiter=separator):
            if row == [_LAST]:
                return
            number += bool(row)
            if row and _LAST in row[-1]:
                break
            if row:
                yield row
    except csv.Error as error:
        if "field limit" not in str(error):
            raise SourceError(f"{called} is no table that can be read ({error}).") from error
        number += 1
    place = f"row {number - 1}" if number > 1 else "its head"
    raise SourceError(
        f"{called} has a value without end in {place}, where a quotation mark is opened and not "
        "closed; mend that."
    )


def _mapped(
    rows: Iterable[list[str]], width: int, places: Mapping[str, int]
) -> Iterator[dict[str, str] | str]:
    """Give what each row holds in the columns at these places, or why it is none."""
    for row in rows:
        if any(value.strip() for value in row[width:]):
            yield (
                f"has {len(row)} values and the head {width}, as where a text with commas is not "
                "in quotation marks"
            )
        else:
            yield {column: row[place] for column, place in places.items() if place < len(row)}
