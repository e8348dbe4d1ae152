"""Concepts: the pairs of neighbouring words by which a brief's coverage is measured.

Coverage of bigrams, each weighted by how many sources carry it, is the objective of Gillick and
Favre (2009), "A scalable global model for summarization". Here sources are voices, so that copies
weigh nothing; repeated mentions and words of the titles weigh more.
"""

from __future__ import annotations

import math
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from summarize.text.terms import content, is_content_stem, stemming, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarize.records import Story

# Tuned on MultiLing 2011 English, Multi-News and AllSides together, each checked with the others'
# values, 2026-11; docs/design.md says what each is worth.
TITLE = 1.0  # a pair made of title words counts twice
MENTIONS = 0.3  # power of the number of statements that mention a pair


@dataclass(frozen=True, slots=True)
class Concepts:
    """The weight of each concept (mean 1) and the concepts of each statement, sorted."""

    weights: Any  # float64, one a concept
    rows: tuple[Any, ...]  # int64, one array a statement


def concepts(story: Story) -> Concepts:
    """Return the concepts of a story, numbered alphabetically, so in an order of their own."""
    import numpy as np

    count = len(story.embedded.statements)
    flat, owners, stems = _stems(story.sentence(number).text for number in range(count))
    size = max(1, len(stems))
    both = np.flatnonzero(owners[1:] == owners[:-1])
    # A pair's key is made of statement and stems: sorted, it is in the order of both.
    keys = np.unique((owners[both] * size + flat[both]) * size + flat[both + 1])
    owner = keys // size**2
    pairs, rows, mentions = np.unique(keys % size**2, return_inverse=True, return_counts=True)
    voices = carriers(story, owner, rows, len(pairs))
    power = {number: number**MENTIONS for number in np.unique(mentions).tolist()}
    weights = np.maximum(1, voices) * (1 / max(1, len(story.voices)))
    weights = weights * np.array([power[number] for number in mentions.tolist()])
    weights = weights * _boost(pairs // size, pairs % size, stems, story)
    mean = math.fsum(weights.tolist()) / max(1, len(weights)) or 1.0
    ends = np.searchsorted(owner, np.arange(1, count))
    return Concepts(weights / mean, tuple(np.split(rows.astype(np.int64), ends)[:count]))


def carriers(story: Story, owners: Any, items: Any, count: int) -> Any:
    """Return how many voices carry each of `count` items.

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
    return np.bincount(np.unique(items * size + voices) // size, minlength=count)


def _stems(texts: Iterable[str]) -> tuple[Any, Any, list[str]]:
    """Return the stems of all texts in a row, as numbers, with each one's text, and the stems."""
    import numpy as np

    number_of: dict[str, int] = {}
    flat, owners, cut = array("q"), array("q"), stemming()
    for owner, text in enumerate(texts):
        own = [number_of.setdefault(cut(word), len(number_of)) for word in tokens(text)]
        flat.extend(own)
        owners.extend([owner] * len(own))
    stems = sorted(number_of)
    place = np.zeros(len(stems), dtype=np.int64)
    place[[number_of[word] for word in stems]] = np.arange(len(stems))
    return place[np.array(flat, dtype=np.int64)], np.array(owners, dtype=np.int64), stems


def _boost(first: Any, second: Any, stems: Sequence[str], story: Story) -> Any:
    """Return for pairs of stems by how much more they weigh for being words of titles."""
    import numpy as np

    titles = {word for article in story.articles for word in content(article.title or "")}
    carrying = np.array([is_content_stem(word) for word in stems], dtype=np.int64)
    titled = carrying * np.array([word in titles for word in stems], dtype=np.int64)
    of_titles = titled[first] + titled[second]
    return 1 + TITLE * of_titles / np.maximum(1, carrying[first] + carrying[second])
