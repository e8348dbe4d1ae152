"""Briefs and explanations as terminal pages, Markdown, HTML, JSON, plain text and Word.

Each format is a module with one function of its name; nothing is imported until it is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarize.explain import Row
    from summarize.records import Brief

FORMATS = ("terminal", "markdown", "html", "json", "text")
BINARY = ("docx",)
ROW_FORMATS = ("terminal", "json", "text")
EVALUATION_FORMATS = ("terminal", "markdown", "json")
SUFFIXES = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".txt": "text",
    ".docx": "docx",
}


def render(brief: Brief, form: str, width: int = 80, *, colour: bool = False) -> str:
    """Return the brief in one of `FORMATS`; width and colour matter to `terminal` alone."""
    if form == "terminal":
        from summarize.render.terminal import terminal

        return terminal(brief, width, colour=colour)
    if form == "markdown":
        from summarize.render.markdown import markdown

        return markdown(brief)
    if form == "html":
        from summarize.render.html import html

        return html(brief)
    if form == "json":
        from summarize.render.json import json

        return json(brief)
    from summarize.render.text import text

    return text(brief)


def render_rows(brief: Brief, rows: tuple[Row, ...], form: str, width: int, *, colour: bool) -> str:
    """Return the rows of an explanation in one of `ROW_FORMATS`."""
    from summarize.render import rows as rows_

    if form == "terminal":
        return rows_.terminal_rows(brief, rows, width, colour=colour)
    if form == "json":
        return rows_.json_rows(brief, rows)
    return rows_.text_rows(brief, rows)
