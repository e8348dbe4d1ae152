"""Concepts: the pairs of neighbouring words by which a brief's coverage is measured.

Coverage of bigrams, each weighted by how many sources carry it, is the objective of Gillick and
Favre (2009), "A scalable global model for summarization". Here sources are voices, so that copies
weigh nothing; repeated mentions and words of the titles weigh more.
"""

from __future__ import annotations

import math
from array import array
from collections import defaultdict
from dataclasses import dataclass
from itertools import count, pairwise
from typing import TYPE_CHECKING

from summarize.text.terms import content, is_content_stem, stemming, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarize.arrays import Doubles, Ints, Longs
    from summarize.records import Story

# Tuned on MultiLing 2011 English, Multi-News and AllSides together, each checked with the others'
# values, 2026-11; docs/design.md says what each is worth.
TITLE = 1.0  # a pair made of title words counts twice
MENTIONS = 0.3  # power of the number of statements that mention a pair


@dataclass(frozen=True, slots=True)
class Concepts:
    """The weight of each concept (mean 1) and the concepts of each statement, sorted."""

    weights: Doubles  # one a concept
    rows: tuple[Longs, ...]  # one array a statement


def concepts(story: Story) -> Concepts:
    """Return the concepts of a story, numbered alphabetically, so in an order of their own."""
    import numpy as np

    size = len(story.embedded.statements)
    flat, owners, stems = _stems(story.sentence(number).text for number in range(size))
    base = max(1, len(stems))
    both = np.flatnonzero(owners[1:] == owners[:-1])
    # A pair's key is made of statement and stems: sorted, it is in the order of both.
    keys = owners[both] * base
    keys += flat[both]
    keys *= base
    keys += flat[both + 1]
    del flat, owners, both  # tens of megabytes each, of a large story
    keys = _distinct(keys)
    owner = keys // base**2
    pairs, rows, mentions = np.unique(keys % base**2, return_inverse=True, return_counts=True)
    voices = carriers(story, owner, rows, len(pairs))
    power = np.array([number**MENTIONS for number in range(mentions.max(initial=0) + 1)])
    weights = np.maximum(1, voices) * (1 / max(1, len(story.voices))) * power[mentions]
    weights = weights * _boost(pairs // base, pairs % base, stems, story)
    mean = math.fsum(weights.tolist()) / max(1, len(weights)) or 1.0
    ends = np.searchsorted(owner, np.arange(size + 1)).tolist()
    rows = rows.astype(np.int64, copy=False)
    return Concepts(weights / mean, tuple([rows[start:end] for start, end in pairwise(ends)]))


def carriers(story: Story, owners: Longs, items: Longs, kinds: int) -> Longs:
    """Return how many voices carry each of the items 0 to `kinds`.

    `items` and `owners`, of one length, tell which items are in which statement.
    """
    import numpy as np

    voice_of = story.voice_of
    number_of = {voice.id: number for number, voice in enumerate(story.voices)}
    # All copies of a statement are of one voice.
    spoken = [
        number_of[voice_of[story.sentences[statement.sentence].span.article]]
        for statement in story.embedded.statements
    ]
    size = max(1, len(story.voices))
    voices = np.array(spoken, dtype=np.int64)[owners]
    return np.bincount(_distinct(items * size + voices) // size, minlength=kinds)


def _distinct(numbers: Longs) -> Longs:
    """Return the numbers that occur, sorted; those given are sorted in their place.

    `np.unique` would hash them (numpy 2.4), which takes forty times as long for three million.
    """
    import numpy as np

    numbers.sort()
    first = np.ones(len(numbers), dtype=bool)
    np.not_equal(numbers[1:], numbers[:-1], out=first[1:])
    return numbers[first]


def _stems(texts: Iterable[str]) -> tuple[Ints, Longs, list[str]]:
    """Return the stems of all texts in a row, as numbers, with each one's text, and the stems."""
    import numpy as np

    number_of: dict[str, int] = defaultdict(count().__next__)  # a new stem has the next number
    flat, ends, cut = array("i"), array("q", [0]), stemming()
    for text in texts:
        flat.extend(map(number_of.__getitem__, map(cut, tokens(text))))
        ends.append(len(flat))
    stems = sorted(number_of)
    place = np.zeros(len(stems), dtype=np.int32)
    place[[number_of[word] for word in stems]] = np.arange(len(stems))
    owners = np.repeat(np.arange(len(ends) - 1), np.diff(ends))
    return place[np.array(flat)], owners, stems


def _boost(first: Longs, second: Longs, stems: Sequence[str], story: Story) -> Doubles:
    """Return for pairs of stems by how much more they weigh for being words of titles."""
    import numpy as np

    titles = {word for article in story.articles for word in content(article.title or "")}
    carrying = np.array([is_content_stem(word) for word in stems], dtype=np.int64)
    titled = carrying * np.array([word in titles for word in stems], dtype=np.int64)
    of_titles = titled[first] + titled[second]
    return 1 + TITLE * of_titles / np.maximum(1, carrying[first] + carrying[second])
