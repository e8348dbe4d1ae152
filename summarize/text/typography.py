"""Typography: what differs in how it is set and not in what it says, place for place the same.

Pages put a no-break space beside every link, and editors close with " what they opened with “. What
is looked for in a text is written with plain blanks and pairs of marks, so whoever asks what a text
says asks it of this; what is shown stays as it was.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarize.records import Article

# But the ideographic one, which takes the place of a sign.
_BLANKS = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
)
_STRAIGHT = str.maketrans("“”", '""')
_DOUBLE = ('"', "“", "”", "«", "„")
# Single marks of a quotation, not apostrophes as in "'90s", "'em" or "the workers' rights". With
# the mark before all else it is looked for quicker.
_OPENS = re.compile(
    r"['‘](?<![\w.’'‘]['‘])(?=[\w$£€¥#@(])"
    r"(?!\d0s|(?:n|em|im|er|til|till|tis|twas|cause|bout|round|cos|nuff|ll|d|re|ve|m|s|t)\b)",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    r"(?<=[,.!?…])['’](?![\w’'])|(?<=[\w)%])['’](?=[,.;:!?)\]]|\s?[–—]|$)"
    r"|(?<=[^\W\d_s])(?<!in)['’](?=\s)"
)


def plain(text: str) -> str:
    """Return a text of the same length with plain blanks, and marks that pair in each line.

    A line that mixes marks of two kinds, and would have pairs if they were one, has straight ones.
    One that has single marks alone, as papers of Britain quote, has double ones.
    """
    if ("'" in text or "‘" in text) and _OPENS.search(text):
        text = "\n".join(_doubled(text.split("\n")))
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


def _doubled(lines: Sequence[str]) -> list[str]:
    """Return lines with their single marks made double where they pair as a quotation's.

    Where nothing closes one, it is a quotation's if the next paragraph goes on with it.
    """
    done = []
    goes_on = False
    for line in reversed(lines):
        if not line.strip():
            done.append(line)
            continue
        done.append(_pairs(line, goes_on=goes_on))
        goes_on = done[-1] != line and done[-1].lstrip().startswith("“")
    return done[::-1]


def _pairs(line: str, *, goes_on: bool) -> str:
    """Return a line without other marks than single ones with double ones that pair."""
    opens = [match.start() for match in _OPENS.finditer(line)]
    if not opens or any(mark in line for mark in _DOUBLE):
        return line  # within double marks they quote a quotation
    signs = list(line)
    for start, after in zip(opens, [*opens[1:], len(line)], strict=True):
        closing = _CLOSES.search(line, start + 1, after + 1)
        if closing and closing.start() < after:
            signs[start], signs[closing.start()] = "“", "”"
        elif goes_on and start == opens[-1]:
            signs[start] = "“"
    return "".join(signs)


def _paired(line: str) -> str:
    opened, closed, straight = map(line.count, '“”"')
    # Of several paragraphs in one quotation each is opened, and only the last one is closed.
    mixed = straight % 2 or not opened
    if opened == closed or (opened + closed + straight) % 2 or not mixed:
        return line
    return line.translate(_STRAIGHT)
