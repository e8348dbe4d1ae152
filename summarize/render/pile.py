"""The events of a pile: as a page for a terminal, as text a line each, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summarize.render.inert import inert
from summarize.render.json import encode
from summarize.render.messages import message
from summarize.render.phrases import count, outlet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from summarize.group import Event
    from summarize.records import Article

SCHEMA = "summarize/group/1"


def render_pile(
    events: Sequence[Event], articles: Sequence[Article], form: str, width: int, *, colour: bool
) -> str:
    """Return the events in one of `ROW_FORMATS`; width and colour matter to `terminal` alone."""
    if form == "terminal":
        return _terminal(events, articles, width, colour=colour)
    if form == "json":
        return _json(events, articles)
    return "".join(
        f"{number}\t{len(event.articles)}\t{_dates(event, articles)}\t{inert(event.title)}\t"
        f"{', '.join(_outlets(event, articles))}\n"
        for number, event in enumerate(events, start=1)
    )


def _terminal(
    events: Sequence[Event], articles: Sequence[Article], width: int, *, colour: bool
) -> str:
    from rich.constrain import Constrain
    from rich.text import Text

    from summarize.render.terminal import MEASURE, hanging, paint

    grid = hanging()
    for number, event in enumerate(events, start=1):
        if number > 1:
            grid.add_row()
        facts = (count(len(event.articles), "article"), _dates(event, articles))
        told = ", ".join(_outlets(event, articles))
        line = Text(inert(event.title), style="bold")
        line.append(f"\n{', '.join(filter(None, facts))}: {told}", style="not bold dim")
        grid.add_row(Text(str(number), style="dim"), line)
    several = sum(len(event.articles) > 1 for event in events)
    foot = message(
        "pile",
        articles=count(len(articles), "article"),
        events=count(several, "event"),
        lone=str(len(events) - several),
    )
    page: list[RenderableType] = [grid, Text(foot, style="dim")]
    return paint([Constrain(part, min(width, MEASURE)) for part in page], width, colour=colour)


def _json(events: Sequence[Event], articles: Sequence[Article]) -> str:
    return encode(
        {
            "schema": SCHEMA,
            "events": [_event(number, event, articles) for number, event in enumerate(events, 1)],
            "counts": {"articles": len(articles), "events": len(events)},
        }
    )


def _event(number: int, event: Event, articles: Sequence[Article]) -> dict[str, Any]:
    own = [articles[n] for n in event.articles]
    dates = sorted(article.date for article in own if article.date)
    return {
        "id": number,
        "title": event.title,
        "from": dates[0] if dates else None,
        "to": dates[-1] if dates else None,
        "sources": [
            {
                "path": article.path,
                "title": article.title,
                "outlet": article.outlet,
                "date": article.date,
            }
            for article in own
        ],
    }


def _dates(event: Event, articles: Sequence[Article]) -> str:
    """Return the day, or the first and the last, of the articles that have one."""
    dates = sorted({date for n in event.articles if (date := articles[n].date)})
    if len(dates) > 1:
        return inert(message("from to", first=dates[0], last=dates[-1]))
    return inert("".join(dates))


def _outlets(event: Event, articles: Sequence[Article]) -> list[str]:
    return list(dict.fromkeys(outlet(articles[number]) for number in event.articles))
