"""Quoted mail: lines that begin with ">" put together to the paragraphs that were quoted.

A mail program marks each line of what is answered, and breaks lines at its own width. One marked
line is a sign of its writer's, and so is a program's prompt; only where most lines of a run are
marked was something quoted.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MARKS = re.compile(r"[ \t]{0,3}>(?:\s*>)*(?![>=/-])")
_PROMPT = ">>> "
_LEAST = 2  # marked lines
_WIDE = 40  # characters: what is narrower was not broken at a width
_ENDED = re.compile(r"[.!?:…][\"”’»')\]]*$")


def unquoted(text: str) -> str:
    """Return a text with what is quoted in it as paragraphs without marks; others as they are."""
    if ">" not in text:
        return text
    done = []
    for blank, run in groupby(text.split("\n"), key=lambda line: not line.strip()):
        lines = list(run)
        done += lines if blank else _run(lines)
    return "\n".join(done)


def _run(lines: list[str]) -> list[str]:
    """Return the lines of a run, joined and without marks if most of them are quoted."""
    marked = sum(_MARKS.match(line) is not None for line in lines)
    if marked < _LEAST or 2 * marked <= len(lines):
        return lines
    if any(line.startswith(_PROMPT) for line in lines):  # of a program
        return lines
    plain: list[tuple[int, str]] = []
    depth = 0
    for line in map(str.strip, lines):
        # A line without its mark is the end of the one before, broken once more on its way.
        found = _MARKS.match(line)
        depth = found.group().count(">") if found else depth
        plain.append((depth, line[found.end() :].strip() if found else line))
    width = max(len(line) for _, line in plain)
    done: list[str] = []
    for _, part in groupby(plain, key=lambda one: one[0]):
        done += [""] if done else []
        done += _joined([line for _, line in part], width)
    return done


def _joined(lines: Sequence[str], width: int) -> Iterator[str]:
    """Give the paragraphs: one ends at a blank line, and where the next word would have fitted."""
    pieces: list[str] = []
    for line in lines:
        if pieces and not _goes_on(pieces[-1], line, width):
            yield " ".join(pieces)
            pieces = []
        if line:
            pieces.append(line)
        else:
            yield ""
    if pieces:
        yield " ".join(pieces)


def _goes_on(last: str, line: str, width: int) -> bool:
    if not line:
        return False
    word = line.split(None, 1)[0]
    if width >= _WIDE and len(last) + 1 + len(word) > width:
        return True
    return not _ENDED.search(last) and not line[0].isupper() and line[0] not in "-*•–—"
