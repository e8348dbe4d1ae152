"""Concepts: the pairs of neighbouring words by which a brief's coverage is measured.

Coverage of bigrams, each weighted by how many sources carry it, is the objective of Gillick and
Favre (2009), "A scalable global model for summarization". Here sources are voices, so that copies
weigh nothing; repeated mentions and words of the titles weigh more.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from summarize.text.terms import content, is_content_stem, stem, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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

    pairs = [
        _pairs(story.sentence(number).text) for number in range(len(story.embedded.statements))
    ]
    voices = carriers(story, pairs)
    mentions = Counter(pair for own in pairs for pair in own)
    titles = {word for article in story.articles for word in content(article.title or "")}
    share = 1 / max(1, len(story.voices))
    weights = [
        max(1, len(voices[pair])) * share * mentions[pair] ** MENTIONS * _boost(pair, titles)
        for pair in sorted(mentions)
    ]
    number_of = {pair: number for number, pair in enumerate(sorted(mentions))}
    mean = math.fsum(weights) / max(1, len(weights)) or 1.0
    rows = tuple(np.array(sorted(number_of[p] for p in own), dtype=np.int64) for own in pairs)
    return Concepts(np.array(weights) / mean, rows)


def carriers(story: Story, items: Iterable[Iterable[Any]]) -> Mapping[Any, set[str]]:
    """Return the voices that carry each item; `items` are those of each statement."""
    voice_of = story.voice_of
    found: dict[Any, set[str]] = defaultdict(set)
    for own, statement in zip(items, story.embedded.statements, strict=True):
        # All copies of a statement are of one voice.
        voice = voice_of[story.sentences[statement.sentence].span.article]
        for item in own:
            found[item].add(voice)
    return found


def _pairs(text: str) -> set[tuple[str, str]]:
    stems = [stem(word) for word in tokens(text)]
    return set(pairwise(stems))


def _boost(pair: tuple[str, str], titles: set[str]) -> float:
    carrying = [word for word in pair if is_content_stem(word)]
    if not carrying:
        return 1.0
    return 1 + TITLE * sum(word in titles for word in carrying) / len(carrying)
