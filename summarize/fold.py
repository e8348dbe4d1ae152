"""fold: near-copies of one sentence, by words alone, become one statement.

A voice says a thing once, however many articles carry it. Folding before embedding keeps a copy
from changing any vector, rank or count, and spares the encoder all repeats.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from summarize.records import Statement
from summarize.text.terms import content, negates, numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.records import Article, Sentence, Voice

# Share of the shorter sentence's content words that the longer one has too, and the least size of
# the shorter against the longer. Read on the wire copies of the seeds and of Multi-News, 2026-11:
# cut or extended versions of a sentence pass, different sentences on one subject do not.
SAME_WORDS = 0.8
LEAST_SIZE = 0.5
FULLER = 3  # content words by which one version must exceed another to be the fuller
HANDY = 40  # words; a longer version stands for all only where there is no shorter one


def fold(
    articles: Sequence[Article], sentences: Sequence[Sentence], voices: Sequence[Voice]
) -> tuple[Statement, ...]:
    """Return the statements: every sentence is a copy in exactly one, in order of first copy.

    Only sentences of one voice are folded, and only if they agree in numbers and negations. The
    version that stands for all is the fullest of up to 40 words; among versions about as full,
    the one most articles print, then the earliest dated, then the first by path.
    """
    voice_of = {number: voice.id for voice in voices for number in voice.articles}
    words = [frozenset(content(sentence.text)) for sentence in sentences]
    said: dict[str, list[int]] = defaultdict(list)
    for number, sentence in enumerate(sentences):
        said[voice_of[sentence.span.article]].append(number)
    statements = [
        Statement(_fullest(copies, articles, sentences, words), tuple(sorted(copies)))
        for own in said.values()
        for copies in _copies(own, sentences, words)
    ]
    return tuple(sorted(statements, key=lambda statement: statement.copies))


def _copies(
    numbers: Sequence[int], sentences: Sequence[Sentence], words: Sequence[frozenset[str]]
) -> list[list[int]]:
    """Group a voice's sentences: the longest first, each joins the version it repeats best."""
    counts = Counter(word for number in numbers for word in words[number])
    groups: dict[int, list[int]] = {}
    index: dict[str, list[int]] = defaultdict(list)
    for number in sorted(numbers, key=lambda i: (-len(words[i]), sentences[i].text)):
        own = words[number]
        # If 80 % of the words are shared, so is one of any 20 % and one more: look up the rarest.
        probes = sorted(own, key=lambda word: (counts[word], word))
        probes = probes[: len(own) - math.ceil(SAME_WORDS * len(own)) + 1]
        leader = min(
            (
                (-len(own & words[other]), sentences[other].text, other)
                for other in {other for probe in probes for other in index[probe]}
                if _repeats(number, other, sentences, words)
            ),
            default=None,
        )
        if leader is not None:
            groups[leader[2]].append(number)
            continue
        groups[number] = [number]
        for word in own or {sentences[number].text}:
            index[word].append(number)
    return list(groups.values())


def _repeats(
    number: int, other: int, sentences: Sequence[Sentence], words: Sequence[frozenset[str]]
) -> bool:
    own, longer = words[number], words[other]
    text, longer_text = sentences[number].text, sentences[other].text
    return (
        len(own) >= LEAST_SIZE * len(longer)
        and len(own & longer) >= SAME_WORDS * len(own)
        and numbers(text) <= numbers(longer_text)
        and negates(text) == negates(longer_text)
    )


def _fullest(
    copies: Sequence[int],
    articles: Sequence[Article],
    sentences: Sequence[Sentence],
    words: Sequence[frozenset[str]],
) -> int:
    handy = [c for c in copies if len(sentences[c].text.split()) <= HANDY] or [
        min(copies, key=lambda c: (len(sentences[c].text.split()), sentences[c].text))
    ]
    most = max(len(words[copy]) for copy in handy)
    full = [copy for copy in handy if len(words[copy]) > most - FULLER]
    printed = Counter(sentences[copy].text for copy in full)

    def preference(copy: int) -> tuple[int, str, str, str, int]:
        sentence = sentences[copy]
        article = articles[sentence.span.article]
        date = article.date or "9999"
        return -printed[sentence.text], date, article.path, sentence.text, sentence.position

    return min(full, key=preference)
