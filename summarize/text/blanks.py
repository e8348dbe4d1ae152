"""Blanks: white space of any kind as plain blanks, place for place, so that offsets stay.

Pages put a no-break space beside every link. What is looked for in a text is written with plain
blanks, so whoever asks what a text says asks it of this; what is shown stays as it was.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarize.records import Article

# But the ideographic one, which takes the place of a sign.
_KINDS = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
)


def plain(text: str) -> str:
    """Return a text of the same length in which blanks of any width, broken or not, are plain."""
    for blank in "" if text.isascii() else _KINDS:
        if blank in text:
            text = text.replace(blank, " ")
    return text


def plainly(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Return the articles with plain blanks in their texts, as their stages read them."""
    return tuple(replace(article, text=plain(article.text)) for article in articles)
