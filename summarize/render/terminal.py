"""The brief as a page for a terminal, drawn with rich.

Colours are the terminal's own cyan and its dim and bold, so they suit light and dark backgrounds.
Articles' words enter as `Text`, never as strings that rich would search for markup.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Console
from rich.constrain import Constrain
from rich.table import Table
from rich.text import Text

from summarize.render.inert import inert
from summarize.render.messages import message
from summarize.render.phrases import (
    citation,
    headings,
    outlet,
    said_by,
    scope,
    size,
    support,
    voice_ids,
    voices,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType

    from summarize.records import Brief, Disagreement, Pick

MEASURE = 100  # columns; longer lines of prose are hard to follow, however wide the window
NARROW = 76  # columns; below, the sources are a list, since a table would break every title
NARROWEST = 30  # columns; below, words are cut
_MARGIN = 8  # columns, of a sentence's number and what may adjoin a phrase

# rich breaks lines at every blank. This noncharacter, which `inert` takes out of articles, stands
# for a blank that must hold, and becomes one when the page is finished.
_HOLD = "\ufdd0"


def terminal(brief: Brief, width: int = 80, *, colour: bool = False) -> str:
    """Return the brief as a page of `width` columns; without colour it has no escape codes."""
    measure = min(width, MEASURE)
    parts: list[RenderableType] = [_head(brief), _sentences(brief, measure - _MARGIN)]
    if brief.disagreements:
        parts.append(Text(message("disagree"), style="bold"))
        parts += [_disagreement(point) for point in brief.disagreements]
    foot = Text(f"{size(brief)} · {inert(brief.signature)}", style="dim")
    parts.append(_voices(brief, measure - _MARGIN))
    prose = [Constrain(part, measure) for part in parts]
    return paint([*prose, _sources(brief, width), foot], width, colour=colour)


def paint(parts: Iterable[RenderableType], width: int, *, colour: bool) -> str:
    """Return what rich draws, blank lines between, free of the environment and trailing blanks."""
    console = Console(
        file=io.StringIO(),
        width=max(width, NARROWEST),
        force_terminal=colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        _environ={},
    )
    pages = []
    for part in parts:
        with console.capture() as page:
            console.print(part)
        lines = page.get().replace(_HOLD, " ").rstrip().split("\n")
        pages.append("\n".join(line.rstrip() for line in lines))
    return "\n\n".join(page for page in pages if page) + "\n"


def hanging() -> Table:
    """Return a grid whose first column hangs to the left of the second."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(justify="right", no_wrap=True)
    grid.add_column(overflow="fold")
    return grid


def _head(brief: Brief) -> Text:
    head = Text(inert(brief.title), style="bold")
    if line := scope(brief.scope):
        head.append(f"\n{line}", style="not bold")
    return head


def _sentences(brief: Brief, room: int) -> Table:
    grid = hanging()
    days = headings(brief)
    for number, pick in enumerate(brief.picks, start=1):
        if number > 1:
            grid.add_row()
        if day := next(days):
            grid.add_row("", Text(day, style="bold"))
        grid.add_row(Text(str(number), style="dim"), _sentence(brief, pick, room))
    return grid


def _sentence(brief: Brief, pick: Pick, room: int) -> Text:
    line = Text(inert(pick.sentence.text) + " ")
    line.append(_held(citation(pick.cites), room), style="cyan")
    if who := said_by(brief, pick):
        line.append(f"{_HOLD}— {inert(who)}", style="italic")
    how_many = support(brief, pick)
    if how_many:
        held = "; ".join(_held(part, room) for part in f"({how_many})".split("; "))
        line.append(f" {held}", style="dim")
    return line


def _voices(brief: Brief, room: int) -> Text:
    line = voices(brief, cite=lambda articles: _held(citation(articles), room))
    return Text(line.replace(" [", f"{_HOLD}["))


def _held(phrase: str, room: int) -> str:
    """Return a phrase that stays on one line, if there is room for it on any."""
    return phrase.replace(" ", _HOLD) if cell_len(phrase) <= room else phrase


def _disagreement(point: Disagreement) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(max_width=24, overflow="fold")
    grid.add_column(overflow="fold")
    for side in point.sides:
        quoted = Text(f"{inert(side.text)} ")
        quoted.append(citation([side.span.article]), style="cyan")
        grid.add_row(Text(inert(side.value), style="bold"), quoted)
    page = Table.grid()
    page.add_row(Text(f"{inert(point.about)}:"))
    page.add_row(grid)
    return page


def _sources(brief: Brief, width: int) -> Table:
    ids = voice_ids(brief)
    if width < NARROW:
        return _listed(brief, ids)
    dated = any(article.date for article in brief.articles)
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    table.add_column("", justify="right", no_wrap=True)
    table.add_column(message("voice"), no_wrap=True)
    table.add_column(message("outlets"), max_width=24, overflow="fold")
    if dated:
        table.add_column(message("date"), no_wrap=True)
    table.add_column(message("title"), overflow="fold", ratio=1)
    for number, article in enumerate(brief.articles):
        cells = [Text(str(number + 1), style="cyan"), Text(ids.get(number, ""))]
        cells.append(Text(outlet(article)))
        if dated:
            cells.append(Text(inert(article.date or "")))
        table.add_row(*cells, Text(inert(article.title or "")))
    return table


def _listed(brief: Brief, ids: dict[int, str]) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(justify="right", no_wrap=True)
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for number, article in enumerate(brief.articles):
        facts = Text(", ".join(filter(None, (outlet(article), inert(article.date or "")))))
        if article.title:
            facts.append(f"\n{inert(article.title)}")
        grid.add_row(Text(str(number + 1), style="cyan"), Text(ids.get(number, "")), facts)
    return grid
