"""Lines of a printed page joined to paragraphs again."""

from __future__ import annotations

import re

_ENDED = re.compile(r"[.!?…:;。！？।؟][\"”’»')\]]*$")
_BROKEN = re.compile(r"(?<=[^\W\d_]{2})[-\u00ad\u2010]$")
# Short of the widest line by this much, a line that ends a sentence ends a paragraph.
_SHORT = 0.85


def unwrap(text: str) -> str:
    """Return text with the lines of a paragraph joined, and a blank line between paragraphs.

    A word that a line's end divides is one again. A line ends its paragraph if it is blank, or if
    it ends a sentence well before the width of its page.
    """
    lines = [" ".join(line.split()) for line in text.split("\n")]
    width = sorted(map(len, lines))[int(0.9 * len(lines))] if lines else 0
    done: list[str] = []
    pieces: list[str] = []
    for line in lines:
        if not line:
            done, pieces = [*done, "".join(pieces)], []
            continue
        last = pieces[-1] if pieces else ""
        if pieces and _BROKEN.search(last) and line[0].islower():
            pieces[-1] = last[:-1]
        elif pieces and _is_over(last, line, width):
            done, pieces = [*done, "".join(pieces)], []
        elif pieces:
            pieces.append(" ")
        pieces.append(line)
    return "\n\n".join(filter(None, [*done, "".join(pieces)]))


def _is_over(last: str, line: str, width: int) -> bool:
    """Whether a paragraph is over after `last`, and `line` begins another."""
    if line[0].islower():
        return False
    if _ENDED.search(last):
        return len(last) < _SHORT * width
    return len(last) < 0.6 * width  # a heading, a caption, a line of an address
