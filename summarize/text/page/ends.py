"""Where a text says what it is: the lines before its story and after it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from summarize.text.page.furniture import furniture
from summarize.text.page.wrapped import unwrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_FIRST = 30  # lines
_LAST = 40
_REACH = 20_000  # characters that these lines are looked for in
_WIDE = " " * 12  # a gap wider than that tells no more, and many patterns look behind each blank
_GAP = re.compile(r"[^\S\n][^\S\n]{12,}")  # what begins with one sign is looked for quicker
_STOP = re.compile(r"[.。۔।][)\]\"'”’»]*$")
_TWO_SENTENCES = re.compile(r"[a-z)”\"][.!?][”\"’]?\s+[“\"‘]?[A-Z]")
# What announces other articles.
_OTHERS = re.compile(
    r"\W*(?:more (?:on|from|in|about|stories|news)|related|read (?:more|also|next)|see also"
    r"|also (?:read|on)|you (?:may|might) (?:also )?(?:like|be)|most (?:read|popular|viewed)"
    r"|recommended|latest|top stories|trending|further reading|elsewhere)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Ends:
    """The head and the foot of a text, without blank lines.

    `first` are its first lines, `opening` those of them up to the second paragraph of prose,
    `before` those before the first; `foot` the last lines, from that paragraph on at most.
    """

    first: tuple[str, ...]
    opening: tuple[str, ...]
    before: tuple[str, ...]
    foot: tuple[str, ...]
    last_prose: str | None


@lru_cache(maxsize=1)  # what a text says and what it credits is asked one after the other
def ends(text: str) -> Ends:
    """Return the head and the foot of a text, looking at no more than its two ends."""
    lines = _lines(unwrapped(text[:_REACH]))
    first = lines[:_FIRST]
    prose = list(islice((number for number, line in enumerate(first) if _is_story(line)), 2))
    start = prose[0] if prose else len(first)
    stop = prose[1] + 1 if len(prose) > 1 else len(first)
    if len(text) <= _REACH:
        foot = lines[start:][-_LAST:]
    else:
        foot = _lines(unwrapped(text[-_REACH:].partition("\n")[2]))[-_LAST:] or [
            text[-_REACH:].strip()
        ]
    last = next((line for line in reversed(foot) if is_prose(line)), None)
    return Ends(tuple(first), tuple(first[:stop]), tuple(first[:start]), tuple(foot), last)


def before_others(foot: Iterable[str]) -> Iterator[str]:
    """Give the lines of a foot up to one that announces other articles."""
    return takewhile(lambda line: not _OTHERS.match(line), foot)


def is_prose(line: str) -> bool:
    """Tell whether a line is a paragraph of running text: long, or a sentence with its stop."""
    words = len(line.split())
    if words >= 25 or len(line) >= 250 or (words < 4 and len(line) >= 60):
        return True
    if words >= 12 and _STOP.search(line):
        return True
    return words >= 15 and _TWO_SENTENCES.search(line) is not None


def _is_story(line: str) -> bool:
    """Tell whether a line is a paragraph, and not what a page says of itself at that length."""
    return is_prose(line) and furniture(line, ended=True) is None


def _lines(text: str) -> list[str]:
    return [line for line in map(str.strip, _GAP.sub(_WIDE, text).split("\n")) if line]
