"""Piles: articles on many events, sorted into readings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.records import Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.group import Event


def readings(events: Sequence[Event], reading: Reading) -> tuple[Reading, ...]:
    """Return the articles of each event as a reading of their own, as `summarize` takes them.

    What could not be read belongs to no event, so their drops are empty.
    """
    return tuple(
        Reading(tuple(reading.articles[number] for number in event.articles)) for event in events
    )
