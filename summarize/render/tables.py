"""Tables of numbers: as a page for a terminal, as Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarize.render.inert import inert, inert_markdown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import RenderableType


@dataclass(frozen=True, slots=True)
class Table:
    """A titled table; its first column holds words, the others numbers. `note` stands below."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Notes:
    """A titled list of lines."""

    title: str
    lines: tuple[str, ...]


Part = Table | Notes


def markdown_tables(title: str, parts: Iterable[Part], foot: str) -> str:
    """Return the parts as Markdown, under a heading, with a last line."""
    blocks = [f"# {inert_markdown(title)}"]
    for part in parts:
        blocks.append(f"## {inert_markdown(part.title)}")
        if isinstance(part, Notes):
            blocks.append("\n".join(f"- {inert_markdown(line)}" for line in part.lines))
            continue
        rule = ("---", *["---:"] * (len(part.head) - 1))
        blocks.append("\n".join(_row(row) for row in (part.head, rule, *part.rows)))
        if part.note:
            blocks.append(inert_markdown(part.note))
    return "\n\n".join([*blocks, inert_markdown(foot)]) + "\n"


def terminal_tables(
    title: str, parts: Iterable[Part], foot: str, width: int, *, colour: bool
) -> str:
    """Return the parts as a page of `width` columns."""
    from rich.text import Text

    from summarize.render.terminal import paint

    page: list[RenderableType] = [Text(inert(title), style="bold")]
    for part in parts:
        page.append(Text(inert(part.title), style="bold"))
        if isinstance(part, Notes):
            page.append(_list(part.lines))
            continue
        page.append(_table(part))
        if part.note:
            page.append(Text(inert(part.note), style="dim"))
    return paint([*page, Text(inert(foot), style="dim")], width, colour=colour)


def _row(cells: Sequence[str]) -> str:
    # A cell is within a line, so what would matter only at its start needs no escape.
    kept = (cell if set(cell) <= {"-", ":"} else inert_markdown(f".{cell}")[1:] for cell in cells)
    return f"| {' | '.join(kept)} |"


def _table(part: Table) -> RenderableType:
    from rich.table import Table as Grid
    from rich.text import Text

    grid = Grid(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for number, name in enumerate(part.head):
        grid.add_column(inert(name), justify="right" if number else "left", overflow="fold")
    for row in part.rows:
        grid.add_row(*(Text(inert(cell)) for cell in row))
    return grid


def _list(lines: Sequence[str]) -> RenderableType:
    from rich.text import Text

    from summarize.render.terminal import hanging

    grid = hanging()
    for line in lines:
        grid.add_row(Text("·", style="dim"), Text(inert(line)))
    return grid
