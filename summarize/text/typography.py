"""Typography: what differs in how it is set and not in what it says, place for place the same.

Pages put a no-break space beside every link, and editors close with " what they opened with “. What
is looked for in a text is written with plain blanks and pairs of marks, so whoever asks what a text
says asks it of this; what is shown stays as it was.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarize.records import Article

# But the ideographic one, which takes the place of a sign.
_BLANKS = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
)
_STRAIGHT = str.maketrans("“”", '""')


def plain(text: str) -> str:
    """Return a text of the same length with plain blanks, and marks that pair in each line.

    A line that mixes marks of two kinds, and would have pairs if they were one, has straight ones.
    """
    if text.isascii():
        return text
    for blank in _BLANKS:
        if blank in text:
            text = text.replace(blank, " ")
    if '"' in text or text.count("“") != text.count("”"):
        text = "\n".join(map(_paired, text.split("\n")))
    return text


def plainly(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Return the articles with their texts made `plain`, as their stages read them."""
    return tuple(replace(article, text=plain(article.text)) for article in articles)


def _paired(line: str) -> str:
    opened, closed, straight = map(line.count, '“”"')
    # Of several paragraphs in one quotation each is opened, and only the last one is closed.
    mixed = straight % 2 or not opened
    if opened == closed or (opened + closed + straight) % 2 or not mixed:
        return line
    return line.translate(_STRAIGHT)
