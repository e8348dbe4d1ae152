"""Cutting a text into blocks, a paragraph or a line each, and what is known of a block."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summarize.text.page.furniture import furniture
from summarize.text.page.prose import bare, grams, is_ended, is_running, size
from summarize.text.page.wrapped import MOST_LINES, has_lines, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


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
    whole: bool = field(init=False, default=False)  # surely has nothing glued to it,
    first: bool = field(init=False, default=False)  # nor had it as the first paragraph
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
    """Return the non-blank lines of a text; of a hard-wrapped text, its paragraphs.

    What follows the first MOST_LINES lines is one block, dropped as such.
    """
    places = paragraphs(text)
    page = [Block(start, end, text[start:end], english) for start, end in places]
    rest = Block(places[-1][1], len(text), text[places[-1][1] :]) if places else None
    beyond = rest and rest.part(0, len(rest.text), f"beyond line {MOST_LINES}")
    return [*page, beyond] if beyond else page


def reflowed(page: Sequence[Block]) -> Sequence[Block]:
    """Return a page whose blocks without a reason are the paragraphs of what these are together.

    A line that is dropped or cut off may be what showed that a text was broken at a width.
    """
    if not any(block.reason is None and has_lines(block.text) for block in page):
        return page
    return list(_reflowed(page))


def _reflowed(page: Sequence[Block]) -> Iterator[Block]:
    gap = "\n\n"
    places = iter(paragraphs(gap.join(block.text for block in page if block.reason is None)))
    place, at = next(places, None), 0
    for block in page:
        if block.reason is not None:
            yield block
            continue
        end = at + len(block.text)
        own = []
        while place and place[1] <= end:
            own.append(block.part(place[0] - at, place[1] - at))
            place = next(places, None)
        parts = [part for part in own if part]
        yield from parts if len(parts) > 1 else [block]
        at = end + len(gap)
