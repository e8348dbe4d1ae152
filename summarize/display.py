"""How a brief shows itself: in a notebook, and to rich.

A `Brief` is a noun and knows no pages, which stand above it; so it gets what notebooks and rich
ask for from here, when the package is imported. No page is imported before one is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summarize.records import Brief

if TYPE_CHECKING:
    from collections.abc import Iterator


def register() -> None:
    """Teach `Brief` what Jupyter, IPython and rich ask of what they display."""
    for name, shown in {
        "_repr_html_": _html,
        "_repr_markdown_": _markdown,
        "_repr_pretty_": _pretty,
        "__rich_console__": _rich,
    }.items():
        setattr(Brief, name, shown)


def _html(brief: Brief) -> str:
    """Return the brief as a fragment of HTML that fits into a notebook's page."""
    from summarize.render.notebook import notebook

    return notebook(brief)


def _markdown(brief: Brief) -> str:
    """Return the brief as Markdown, for what makes other documents of a notebook."""
    from summarize.render.markdown import markdown

    return markdown(brief)


def _pretty(brief: Brief, printer: Any, _cycle: bool) -> None:  # noqa: FBT001 - IPython's protocol
    """Print the brief as plain text in IPython, where its repr would print every article."""
    from summarize.render.text import text

    printer.text(text(brief).rstrip("\n"))


def _rich(brief: Brief, _console: Any, options: Any) -> Iterator[Any]:
    """Give rich the page that a terminal of its width gets."""
    from rich.text import Text

    from summarize.render.terminal import terminal

    yield Text.from_ansi(terminal(brief, options.max_width, colour=True).rstrip("\n"))
