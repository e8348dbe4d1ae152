"""within: the articles of the days asked for; the others are drops."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summarize.errors import NothingToSummarizeError
from summarize.languages import noted
from summarize.reading.called import called
from summarize.records import Drop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.formats.columns import Columns
    from summarize.records import Article, Reading
    from summarize.settings import Settings
    from summarize.web.wishes import Web

STAGE = "date"


def taken(
    sources: Sequence[str],
    settings: Settings,
    web: Web | None = None,
    columns: Columns | None = None,
) -> Reading:
    """Read the sources, as `read` does, and return the articles of the days asked for.

    Where they are not in English, the reading tells what follows from that.

    Raises:
        SourceError: the only source cannot be read.
        NothingToSummarizeError: none can be, or none is of those days.
    """
    from summarize.read import read

    reading = within(read(sources, web, columns), settings)
    return noted(reading, settings.language, settings.model)


def within(reading: Reading, settings: Settings) -> Reading:
    """Return the articles dated `since` or later and `until` or earlier, the rest as drops.

    An article without a date is left out: that it is of those days cannot be said.

    Raises:
        NothingToSummarizeError: there were articles, and none is of those days.
    """
    if not (settings.since or settings.until):
        return reading
    reasons = {number: _outside(item, settings) for number, item in enumerate(reading.articles)}
    kept = tuple(item for number, item in enumerate(reading.articles) if not reasons[number])
    if reading.articles and not kept:
        raise NothingToSummarizeError(_none(reading, settings))
    drops = (
        Drop(STAGE, reading.articles[number].path, reason)
        for number, reason in reasons.items()
        if reason
    )
    return replace(reading, articles=kept, drops=(*reading.drops, *drops))


def _outside(article: Article, settings: Settings) -> str:
    """Return why an article is not of the days asked for; empty if it is."""
    name = called(article.path)
    if article.date is None:
        return (
            f"{name} has no date that could be read, so it is left out; "
            "give it one in sources.toml."
        )
    if settings.since and article.date < settings.since:
        return f"{name} is of {article.date}, before --since {settings.since}; it is left out."
    if settings.until and article.date > settings.until:
        return f"{name} is of {article.date}, after --until {settings.until}; it is left out."
    return ""


def _none(reading: Reading, settings: Settings) -> str:
    asked = [f"--since {settings.since}"] if settings.since else []
    asked += [f"--until {settings.until}"] if settings.until else []
    days = sorted({article.date for article in reading.articles if article.date})
    if not days:
        have = "none has a date that could be read; give them dates in sources.toml"
    elif len(days) == 1:
        have = f"those with a date are of {days[0]}; ask for that day, or leave the option out"
    else:
        have = f"they are of {days[0]} to {days[-1]}; ask for days among these"
    return f"No article is of the days of {' and '.join(asked)}: {have}."
