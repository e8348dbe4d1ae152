"""plain: an article that is text already, with its front matter taken off."""

from __future__ import annotations

import re

from summarize.errors import SourceError
from summarize.reading.document import Document
from summarize.text.page.decode import NotTextError, decoded, tidy
from summarize.text.page.front import split
from summarize.text.page.hyphens import rejoined

EMPTY = "{} is empty; give a file with the article's text."
_ADDRESS = re.compile(r"<?https?://", re.IGNORECASE)
_LOOK = 100_000  # characters
_UNBROKEN = 1000  # characters without a blank, in letters that have blanks between their words


def plain(data: bytes, called: str) -> Document:
    """Return the article of a text file with what its front matter gives.

    Raises:
        SourceError: the bytes are no text, there are none, or they are one string without words
            or a list of addresses.
    """
    whole = text(data, called)
    if len(whole) >= _UNBROKEN and whole.isascii() and len(whole.split(maxsplit=1)) == 1:
        raise SourceError(
            f"{called} is one string of {len(whole)} characters without a blank, so it has no "
            "words; give a file with the article's text."
        )
    words = whole[:_LOOK].split()
    if words and all(map(_ADDRESS.match, words)):
        raise SourceError(
            f"{called} holds nothing but web addresses; give these themselves, or a file with the "
            "article's text."
        )
    given, body = split(whole)
    return Document("", rejoined(body), given)


def text(data: bytes, called: str) -> str:
    """Return the text of a file's bytes.

    Raises:
        SourceError: the bytes are no text, or there are none.
    """
    return tidy(untidied(data, called))


def untidied(data: bytes, called: str) -> str:
    """Return the text of a file's bytes as it stands, where a program wrote its lines.

    Raises:
        SourceError: the bytes are no text, or there are none.
    """
    try:
        found = decoded(data)
    except NotTextError as error:
        raise SourceError(f"{called} is {error}; save the article's text as .txt.") from error
    if not found.strip("\0\ufeff") or found.isspace():
        raise SourceError(EMPTY.format(called))
    return found
