"""segment: kept blocks become sentences, each a verbatim slice of its article."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from summarize.records import Sentence, Span
from summarize.text.boundaries import sentence_starts
from summarize.text.tongues import sentences as foreign
from summarize.text.tongues.force import is_foreign

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.records import Article

# Characters; a sentence of news has some hundred. What goes on for longer is a list or a wreck, and
# is cut, so that nothing which looks at a sentence takes longer for all that a file can hold.
MOST_CHARS = 2000

_WORD = re.compile(r"[^\W\d_]+")


def segment(articles: Sequence[Article], kept: Sequence[Span]) -> tuple[Sentence, ...]:
    """Split each kept block into sentences, trimmed of white space.

    All non-blank text of the blocks is in exactly one sentence, and none is longer than
    `MOST_CHARS`. Positions and paragraphs are numbered within each article in the order of `kept`.
    """
    words = _vocabulary(articles, kept)
    sentences: list[Sentence] = []
    positions: Counter[int] = Counter()
    paragraphs: Counter[int] = Counter()
    for block in kept:
        text = articles[block.article].text
        language = articles[block.article].language
        for start, end in _slices(text, block, words, language):
            sentences.append(
                Sentence(
                    Span(block.article, start, end),
                    text[start:end],
                    positions[block.article],
                    paragraphs[block.article],
                )
            )
            positions[block.article] += 1
        paragraphs[block.article] += 1
    return tuple(sentences)


def _vocabulary(articles: Sequence[Article], kept: Sequence[Span]) -> Counter[str]:
    words: Counter[str] = Counter()
    for block in kept:
        words.update(_WORD.findall(articles[block.article].text, block.start, block.end))
    return words


def _slices(
    text: str, block: Span, words: Counter[str], language: str | None
) -> list[tuple[int, int]]:
    content = text[block.start : block.end]
    if language is not None and is_foreign(language):
        starts = [*foreign.sentence_starts(content, language), len(content)]
    else:
        starts = [*sentence_starts(content, words), len(content)]
    slices = []
    for start, end in (piece for found in pairwise(starts) for piece in _pieces(content, *found)):
        stripped = content[start:end].strip()
        if stripped:
            begin = content.index(stripped, start, end)
            slices.append((block.start + begin, block.start + begin + len(stripped)))
    return slices


def _pieces(content: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what is too long for a sentence, behind a blank where there is one."""
    while end - start > MOST_CHARS:
        cut = content.rfind(" ", start + 1, start + MOST_CHARS) + 1 or start + MOST_CHARS
        yield start, cut
        start = cut
    yield start, end
