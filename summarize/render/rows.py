"""The rows of an explanation: as a page for a terminal, as text a line each, as JSON.

A row is named by its article and its number in it, both from 1: `3.5`.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from summarize.render.inert import inert
from summarize.render.json import encode, place, rounded
from summarize.render.messages import message
from summarize.render.phrases import outlet

if TYPE_CHECKING:
    from rich.console import RenderableType

    from summarize.explain import Row
    from summarize.records import Brief

SCHEMA = "summarize/explain/1"
EXCERPT = 200  # characters of a row on the page; menus can be long, text and JSON have all of it


def terminal_rows(brief: Brief, rows: tuple[Row, ...], width: int, *, colour: bool) -> str:
    """Return the rows as a page of `width` columns, grouped by article."""
    from rich.constrain import Constrain
    from rich.text import Text

    from summarize.render.terminal import MEASURE, hanging, paint

    styles = {"picked": "bold cyan", "merged": "", "dropped": "dim"}
    parts: list[RenderableType] = []
    for article, group in groupby(rows, key=lambda row: row.span.article):
        source = brief.articles[article]
        heading = f"[{article + 1}] {outlet(source)}"
        title = inert(source.title or "")
        parts.append(Text(f"{heading} · {title}" if title else heading, style="bold"))
        grid = hanging()
        for row in group:
            line = Text()
            line.append(_fate(brief, row), style=styles[row.verdict])
            line.append("\n" + _excerpt(inert(row.text)), style="" if row.pick else "dim")
            grid.add_row(Text(_name(row), style="dim"), line)
        parts.append(grid)
    return paint([Constrain(part, min(width, MEASURE)) for part in parts], width, colour=colour)


def text_rows(brief: Brief, rows: tuple[Row, ...]) -> str:
    """Return the rows one a line, in three columns parted by tabs: name, what became of it, text.

    Every text is whole, so that the lines can be searched and sorted.
    """
    lines = (f"{_name(row)}\t{_fate(brief, row)}\t{inert(row.text)}\n" for row in rows)
    return "".join(lines)


def json_rows(brief: Brief, rows: tuple[Row, ...]) -> str:
    """Return the rows as JSON, schema `summarize/explain/1`."""
    return encode(
        {
            "schema": SCHEMA,
            "signature": brief.signature,
            "rows": [_row(brief, row) for row in rows],
        }
    )


def _row(brief: Brief, row: Row) -> dict[str, Any]:
    pick = brief.picks[row.pick - 1] if row.pick else None
    parts = {name: rounded(value) for name, value in pick.parts.items()} if pick else None
    return {
        "id": _name(row),
        "verdict": row.verdict,
        **place(row.span),
        "text": row.text,
        "sentence": row.pick,
        "score": rounded(pick.score) if pick else None,
        "parts": parts,
        "stage": row.stage,
        "reason": row.reason,
        "because_of": place(row.into) if row.into else None,
    }


def _name(row: Row) -> str:
    return f"{row.span.article + 1}.{row.number}"


def _fate(brief: Brief, row: Row) -> str:
    """Say in a few words what became of the row."""
    if row.pick:
        pick = brief.picks[row.pick - 1]
        parts = ", ".join(f"{inert(name)} {value:z.2f}" for name, value in pick.parts.items())
        score = message("score", score=f"{pick.score:z.2f}") + (f": {parts}" if parts else "")
        return message("row picked", number=str(row.pick), score=score)
    why = f"{inert(row.stage or '')}: {inert(row.reason or '')}"
    there = ".".join(str(number) for number in _from_1(row)) if row.into_row else ""
    if row.verdict == "merged":
        if there:
            return message("row merged into", there=there, why=why)
        return message("row merged", why=why)
    fate = message("row dropped", why=why)
    return message("row see", fate=fate, there=there) if there else fate


def _from_1(row: Row) -> tuple[int, ...]:
    article, number = row.into_row or (-1, 0)
    return article + 1, number


def _excerpt(text: str) -> str:
    return text if len(text) <= EXCERPT else text[:EXCERPT].rstrip() + "…"
