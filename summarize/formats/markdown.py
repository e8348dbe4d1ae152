"""markdown: an article written in Markdown (CommonMark with tables), as its readers see it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarize.formats.plain import plain
from summarize.reading.document import Document
from summarize.text.page.decode import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markdown_it.token import Token

MOST_CHARACTERS = 1 << 18  # the library takes 3 s at worst; what is longer is read as it is
_YEAR = 1000  # no list counts so far, but a line may begin so: "2023. That was the year"
_NOTE = re.compile(r"\[\^[\w-]{1,20}\](?::\s?)?|^\^[\w-]{1,20}$")  # "[^1]", also where it leads
_TAG = re.compile(r"<!--.*?(?:-->|\Z)|<[^<>]{1,1000}>", re.DOTALL)


def markdown(data: bytes, called: str) -> Document:
    """Return the article of a Markdown file without the marks, with what its front matter gives.

    Links are their texts and pictures are left out; each heading, item of a list, row of a table
    and paragraph stands alone.

    Raises:
        SourceError: the bytes are no text, there are none, or they are one string without words.
    """
    written = plain(data, called)
    if len(written.text) > MOST_CHARACTERS:
        return written
    return Document("", tidy("\n\n".join(_blocks(written.text))), written.given)


def _blocks(text: str) -> Iterator[str]:
    """Give the text of each block in order."""
    from markdown_it import MarkdownIt

    row: list[str] | None = None
    number = ""
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close":
            yield " ".join(filter(None, row or ()))
            row = None
        elif token.type == "list_item_open":
            number = f"{token.info}{token.markup} " if int(token.info or 0) >= _YEAR else ""
        else:
            told = _told(token)
            if row is not None:
                row.append(told)
            elif told:
                yield number + told
                number = ""


def _told(token: Token) -> str:
    """Return what a block without blocks in it tells."""
    if token.type == "inline":
        return _shown(token.children or ())
    if token.type == "html_block":
        return _TAG.sub("", token.content).strip()
    return token.content.strip("\n") if token.type in ("fence", "code_block") else ""


def _shown(tokens: Iterable[Token]) -> str:
    """Return the text that a reader sees; lines stay, so that it may be told where they are cut."""
    breaks = ("softbreak", "hardbreak")
    pieces = ("\n" if token.type in breaks else _piece(token) for token in tokens)
    return "".join(pieces).strip()


def _piece(token: Token) -> str:
    if token.type in ("image", "html_inline"):
        return "\n" if token.content.lower().startswith("<br") else ""
    return _NOTE.sub("", token.content)
