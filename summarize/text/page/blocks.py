"""Cutting a text into blocks, a paragraph or a line each, and what is known of a block."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from summarize.text.page.furniture import furniture
from summarize.text.page.prose import bare, grams, is_ended, is_running, size

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
# No article has so many lines; what follows is a log, a table or an attack, and dropped as such.
MOST_LINES = 20_000
_WIDEST = 100  # characters: no line of a hard-wrapped text is wider


@dataclass(slots=True, eq=False)
class Block:
    """Characters `start` to `end` of a text, trimmed, and why they are no part of the article."""

    start: int
    end: int
    text: str
    english: bool = True
    reason: str | None = None
    because: Block | None = None
    words: int = field(init=False)  # of a very long block, of its beginning
    ended: bool = field(init=False)  # like a sentence
    running: bool = field(init=False)  # reads as running text
    whole: bool = field(init=False, default=False)  # surely has nothing glued to it
    apart: bool = field(init=False, default=False)  # surely shares no run of words with others
    _bare: str | None = field(init=False, default=None)
    _furniture: str | None = field(init=False, default="")
    _grams: list[int] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        """Look at the text once."""
        self.words = size(self.text)
        self.ended = is_ended(self.text)
        self.look_again(english=self.english)

    def look_again(self, *, english: bool) -> None:
        """Tell whether it is running text, if its page is in English, or if it is not."""
        self.english = english
        self.running = is_running(self.text, self.words, ended=self.ended, english=english)

    @property
    def bare(self) -> str:
        """Its letters and digits in lower case."""
        if self._bare is None:
            self._bare = bare(self.text)
        return self._bare

    @property
    def grams(self) -> list[int]:
        """Its runs of five words, as numbers."""
        if self._grams is None:
            self._grams = grams(self.bare)
        return self._grams

    @property
    def furniture(self) -> str | None:
        """Why its words alone tell that it is furniture, or None if they do not."""
        if self._furniture == "":
            self._furniture = furniture(self.text, ended=self.ended)
        return self._furniture

    def part(self, start: int, end: int, reason: str | None = None) -> Block | None:
        """Return the trimmed part from `start` to `end` (within the block), None if blank."""
        text = self.text[start:end]
        content = text.strip()
        if not content:
            return None
        begin = self.start + start + text.index(content)
        return Block(begin, begin + len(content), content, self.english, reason)


def blocks(text: str, *, english: bool = True) -> list[Block]:
    """Return the non-blank lines of a text; of a hard-wrapped text, its paragraphs."""
    lines = list(islice(_lines(text), MOST_LINES))
    rest = Block(lines[-1][1], len(text), text[lines[-1][1] :]) if lines else None
    if _is_wrapped(text, lines):
        lines = list(_paragraphs(text, lines))
    page = [Block(start, end, text[start:end], english) for start, end in lines]
    beyond = rest and rest.part(0, len(rest.text), f"beyond line {MOST_LINES}")
    return [*page, beyond] if beyond else page


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for found in _LINE.finditer(text):
        line = found.group()
        content = line.strip()
        if content:
            start = found.start() + len(line) - len(line.lstrip())
            yield start, start + len(content)


def _adjoins(text: str, before: tuple[int, int], after: tuple[int, int]) -> bool:
    return text.count("\n", before[1], after[0]) <= 1 and "\r\r" not in text[before[1] : after[0]]


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether most neighbouring lines are one sentence, broken at a fixed width."""
    if len(lines) < 2 or max(end - start for start, end in lines) > _WIDEST:
        return False
    pairs = joined = 0
    for before, after in pairwise(lines):
        if _adjoins(text, before, after) and before[1] - before[0] > _WIDEST // 3:
            pairs += 1
            joined += text[after[0]].islower() and text[before[1] - 1] not in ".!?:"
    return joined >= 1 and joined >= 0.3 * pairs


def _paragraphs(text: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    start, end = lines[0]
    for line in lines[1:]:
        if _adjoins(text, (start, end), line):
            end = line[1]
        else:
            yield start, end
            start, end = line
    yield start, end
