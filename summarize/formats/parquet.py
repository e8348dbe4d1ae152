"""parquet: the rows of a table in Apache Parquet. Needs the extra `parquet`."""

from __future__ import annotations

from io import BytesIO
from itertools import chain
from typing import TYPE_CHECKING, Any

from summarize.errors import SourceError
from summarize.formats.columns import MOST_TEXT, Columns, articles, held

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from summarize.reading.document import Document
    from summarize.records import Drop

_ROWS = 256  # that are held at once


def parquet(
    data: bytes, called: str, part: str | None = None, wish: Columns | None = None
) -> tuple[list[Document], list[Drop]]:
    """Return an article for each row of a Parquet file, and what was left out.

    Raises:
        SourceError: the extra is missing, or the file is damaged, too large once unpacked, or has
            no rows, no column of texts or not the columns named.
    """
    try:
        import pyarrow.parquet as library
    except ImportError as error:
        raise SourceError(
            f"{called} is a table in Parquet; to read it, pip install 'summarize[parquet]'."
        ) from error
    try:
        table = library.ParquetFile(BytesIO(data))
        names = list(table.schema_arrow.names)
        where = held(names, wish or Columns(), called)
        # Values that repeat stay one value: what packs to nothing also unpacks to nothing.
        texts = [name for name in where.values() if _is_text(table.schema_arrow.field(name))]
        table = library.ParquetFile(BytesIO(data), read_dictionary=texts)
        return articles(_rows(table, where, called), where, called, part)
    except SourceError:
        raise
    except Exception as error:  # a damaged table fails in ways that the library does not list
        raise SourceError(f"{called} is a Parquet file that is damaged; save it anew.") from error


def _is_text(field: Any) -> bool:
    return str(field.type) in ("string", "large_string", "binary", "large_binary")


def _rows(table: Any, where: Mapping[str, str], called: str) -> Iterator[dict[str, Any]]:
    """Give the rows, group by group.

    Raises:
        SourceError: the columns are too large by what the table says of them itself.
    """
    names, facts, size = list(dict.fromkeys(where.values())), table.metadata, 0
    paths = [facts.schema.column(n).path.split(".")[0] for n in range(facts.num_columns)]
    places = [number for number, path in enumerate(paths) if path in names]
    for group in range(facts.num_row_groups):
        batches = table.iter_batches(batch_size=_ROWS, row_groups=[group], columns=names)
        # Read before its sizes are asked for: what is broken in a group is an error here, and there
        # (pyarrow 26) the end of the whole program.
        first = next(batches, None)
        size += sum(facts.row_group(group).column(n).total_uncompressed_size for n in places)
        if size > MOST_TEXT:
            raise SourceError(
                f"{called} holds more than {MOST_TEXT >> 20} MiB once unpacked; keep the rows of "
                "one story."
            )
        for batch in chain([first] if first else [], batches):
            columns = [batch.column(name) for name in names]
            for row in range(batch.num_rows):
                yield {
                    name: _value(column[row]) for name, column in zip(names, columns, strict=True)
                }


def _value(cell: Any) -> Any:
    """Return what a cell holds; a time that Python has no number for as it is written, or None.

    So a time with nanoseconds, or of the year 10000, costs its row nothing but perhaps the day.
    """
    from pyarrow import string, types

    try:
        return cell.as_py()
    except (ArithmeticError, LookupError, ValueError):  # a zone that is not known is looked up
        if not types.is_temporal(cell.type):
            raise
    try:
        return cell.cast(string()).as_py()
    except ValueError:
        return None
