"""Markdown as its readers' programs see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from markdown_it.token import Token


def parsed(source: str) -> list[Token]:
    """All tokens of a Markdown text, inline ones included."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(source)
    return [inner for token in tokens for inner in (token, *(token.children or ()))]


def shown(source: str) -> str:
    """What a reader of the rendered Markdown sees."""
    return "".join(token.content for token in parsed(source) if token.type == "text")
