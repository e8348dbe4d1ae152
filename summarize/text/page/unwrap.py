"""Lines of a printed page joined to paragraphs again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarize.text.page.hyphens import is_compound, words

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

_ENDED = re.compile(r"[.!?…:;。！？।؟][\"”’»')\]]*$")
_BROKEN = re.compile(r"(?<=[^\W\d_]{2})[-\u00ad\u2010]$")
_HEAD = re.compile(r"(?P<before>-?)(?<![^\W\d_])(?P<head>[^\W\d_]+)$")
_TAIL = re.compile(r"[^\W\d_]+")
# Short of the widest line by this much, a line that ends a sentence ends a paragraph.
_SHORT = 0.85


def unwrap(text: str) -> str:
    """Return text with the lines of a paragraph joined, and a blank line between paragraphs.

    A word that a line's end divides is one again, with the hyphen that it has elsewhere. A line
    ends its paragraph if it is blank, or if it ends a sentence well before the width of its page.
    """
    lines = [" ".join(line.split()) for line in text.split("\n")]
    width = sorted(map(len, lines))[int(0.9 * len(lines))] if lines else 0
    known = words(text)
    done: list[str] = []
    pieces: list[str] = []
    for line in lines:
        if not line:
            done, pieces = [*done, "".join(pieces)], []
            continue
        last = pieces[-1] if pieces else ""
        if pieces and _BROKEN.search(last) and line[0].islower():
            pieces[-1] = last if _is_own(last, line, known) else last[:-1]
        elif pieces and _is_over(last, line, width):
            done, pieces = [*done, "".join(pieces)], []
        elif pieces:
            pieces.append(" ")
        pieces.append(line)
    return "\n\n".join(filter(None, [*done, "".join(pieces)]))


def _is_own(last: str, line: str, known: AbstractSet[str]) -> bool:
    """Whether the hyphen at the end of `last` stands there in the middle of a line too."""
    head, tail = _HEAD.search(last[:-1]), _TAIL.match(line)
    if last[-1] == "\u00ad" or not head or not tail:
        return False
    return bool(head["before"]) or is_compound(head["head"], tail.group(), known)


def _is_over(last: str, line: str, width: int) -> bool:
    """Whether a paragraph is over after `last`, and `line` begins another."""
    if line[0].islower():
        return False
    if _ENDED.search(last):
        return len(last) < _SHORT * width
    return len(last) < 0.6 * width  # a heading, a caption, a line of an address
