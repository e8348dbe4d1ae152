"""Piles: articles on many events, read from all that sources hold, and sorted into readings."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from summarize.errors import NothingToSummarizeError, SourceError
from summarize.records import Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.formats.columns import Columns
    from summarize.group import Event

LINES = (".jsonl", ".ndjson")


def read_pile(sources: Sequence[str], columns: Columns | None = None) -> Reading:
    """Read every source as `read` does, and of a topic file the documents of all its topics.

    Raises:
        SourceError: the only source cannot be read.
        NothingToSummarizeError: none of several sources can be read, or none is given.
    """
    from summarize.read import read, read_topic

    readings: list[Reading] = []
    rest: list[str] = []
    for source in sources:
        topics = _topics(source)
        readings += [read_topic(line, source) for line in topics]
        rest += [] if topics else [source]
    if rest or not readings:
        try:
            readings.append(read(rest, columns=columns))
        except (SourceError, NothingToSummarizeError):
            if not readings:
                raise
    return Reading(
        tuple(article for reading in readings for article in reading),
        tuple(drop for reading in readings for drop in reading.drops),
    )


def readings(events: Sequence[Event], reading: Reading) -> tuple[Reading, ...]:
    """Return the articles of each event as a reading of their own, as `summarize` takes them.

    What could not be read belongs to no event, so their drops are empty.
    """
    return tuple(
        Reading(tuple(reading.articles[number] for number in event.articles)) for event in events
    )


def _topics(source: str) -> list[str]:
    """Return the lines of a topic file that are topics with a document; of anything else, none."""
    from summarize.reading.sources import content
    from summarize.text.page.decode import NotTextError, decode

    path = Path(source)
    if path.suffix.lower() not in LINES:
        return []
    try:
        lines = [line for line in decode(content(path, source)).split("\n") if line.strip()]
        values = [json.loads(line) for line in lines]
    except (SourceError, NotTextError, ValueError, RecursionError):
        return []  # `read` says what is wrong with it
    whole = all(isinstance(value, dict) and value.get("documents") for value in values)
    return lines if whole else []
