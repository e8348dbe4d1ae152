"""segment: kept blocks become sentences, each a verbatim slice of its article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from summarize.parallel import each
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

_WORD = re.compile(r"[^\W\d_]++")
_FEW = 9  # words of a story that are looked for one by one, before it is quicker to count all


def segment(articles: Sequence[Article], kept: Sequence[Span]) -> tuple[Sentence, ...]:
    """Split each kept block into sentences, trimmed of white space.

    All non-blank text of the blocks is in exactly one sentence, and none is longer than
    `MOST_CHARS`. Positions and paragraphs are numbered within each article in the order of `kept`.
    """
    words = _Vocabulary(articles, kept)
    blocks = [
        (articles[block.article].text[block.start : block.end], articles[block.article].language)
        for block in kept
    ]
    cuts = each(_cut, blocks, [len(text) for text, _ in blocks])
    sentences: list[Sentence] = []
    positions: Counter[int] = Counter()
    paragraphs: Counter[int] = Counter()
    for block, (text, language), cut in zip(kept, blocks, cuts, strict=True):
        for start, end in _slices(text, language, words) if cut is None else cut:
            sentences.append(
                Sentence(
                    Span(block.article, block.start + start, block.start + end),
                    text[start:end],
                    positions[block.article],
                    paragraphs[block.article],
                )
            )
            positions[block.article] += 1
        paragraphs[block.article] += 1
    return tuple(sentences)


class _Vocabulary(Mapping[str, int]):
    """How often each word occurs in the kept blocks: counted once asked for, as few words are."""

    def __init__(self, articles: Sequence[Article], kept: Sequence[Span]) -> None:
        self._articles, self._kept = articles, kept
        self._few: dict[str, int] = {}

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(chain.from_iterable(map(self._words, self._kept)))

    def _words(self, block: Span) -> list[str]:
        found: list[str] = _WORD.findall(self._articles[block.article].text, block.start, block.end)
        return found

    def __getitem__(self, word: str) -> int:
        if word not in self._few:
            if len(self._few) == _FEW:
                return self._counts[word]
            self._few[word] = self._count(word)
        return self._few[word]

    def _count(self, word: str) -> int:
        return sum(
            self._words(block).count(word)
            for block in self._kept
            if self._articles[block.article].text.find(word, block.start, block.end) >= 0
        )

    def __iter__(self) -> Iterator[str]:
        return iter(self._counts)

    def __len__(self) -> int:
        return len(self._counts)


class _AskedError(Exception):
    """Somebody asked for words that are not there."""


class _NoVocabulary(_Vocabulary):
    """The words of a story that nobody has counted."""

    def __getitem__(self, word: str) -> int:
        raise _AskedError


def _cut(block: tuple[str, str | None]) -> list[tuple[int, int]] | None:
    """Return the sentences of a block in a language; None if the words of the story decide."""
    try:
        return _slices(*block, _NoVocabulary((), ()))
    except _AskedError:
        return None


def _slices(content: str, language: str | None, words: Mapping[str, int]) -> list[tuple[int, int]]:
    if language is not None and is_foreign(language):
        starts = [*foreign.sentence_starts(content, language), len(content)]
    else:
        starts = [*sentence_starts(content, words), len(content)]
    slices = []
    for start, end in (piece for found in pairwise(starts) for piece in _pieces(content, *found)):
        stripped = content[start:end].strip()
        if stripped:
            begin = content.index(stripped, start, end)
            slices.append((begin, begin + len(stripped)))
    return slices


def _pieces(content: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what is too long for a sentence, behind a blank where there is one."""
    while end - start > MOST_CHARS:
        cut = content.rfind(" ", start + 1, start + MOST_CHARS) + 1 or start + MOST_CHARS
        yield start, cut
        start = cut
    yield start, end
