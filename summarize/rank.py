"""rank: what each statement is worth, with the parts.

Coverage comes first: the concepts it carries, by the number of independent voices that carry them.
Then how widely its words are shared, how early it stands in its article, and whether it lets
somebody speak. All parts are per word, so that length is left to the budget.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from summarize.concepts import Concepts, carriers
from summarize.records import Ranked
from summarize.text.openers import attributed_quote
from summarize.text.terms import content

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.records import Story

# Per word, against coverage with a mean weight of 1 a concept. Tuned on MultiLing 2011 English,
# Multi-News and AllSides together, each checked with the others' values, 2026-11.
POSITION = 0.3  # times -ln(1 + position)
CENTRALITY = 0.2  # times the z-score of the mean share of voices that use the words
QUOTATION = 0.75  # times the share of the words in an attributed quotation, at most
QUOTED_MOST = 0.6
# Times the z-score of the mean closeness of the nearest statement of each voice. Worth nothing in
# ROUGE and costing nothing; it finds what voices tell in different words, which pairs of words miss.
SUPPORT = 0.2
_FAR, _NEAR = 0.3, 0.8  # cosines at which closeness starts and is complete
_BLOCK = 512  # rows of the similarity matrix held at a time


def rank(story: Story, known: Concepts) -> tuple[Ranked, ...]:
    """Return the score of each statement: the sum of its parts, a word of the best one being 1.

    Parts: coverage (concepts by voices), centrality (words shared by voices), support (voices that
    say something close in meaning), position (early in the article) and quotation (an attributed
    quotation). Parts other than coverage are relative
    to the story's mean, so they may be negative.
    """
    texts = [story.sentence(number).text for number in range(len(known.rows))]
    lengths = [max(1, len(text.split())) for text in texts]
    positions = [story.sentence(number).position for number in range(len(texts))]
    parts = {
        "coverage": [
            math.fsum(known.weights[row]) / length
            for row, length in zip(known.rows, lengths, strict=True)
        ],
        "centrality": [CENTRALITY * z for z in _standardized(_shared(texts, story))],
        "support": [SUPPORT * z for z in _standardized(_supported(story))],
        "position": [POSITION * p for p in _centred([-math.log1p(p) for p in positions])],
        "quotation": [QUOTATION * min(attributed_quote(text), QUOTED_MOST) for text in texts],
    }
    sums = [math.fsum(values) for values in zip(*parts.values(), strict=True)]
    best = max((value for value in sums if value > 0), default=1.0)
    return tuple(
        Ranked(
            score=round(value / best, 6),
            parts={name: round(values[i] / best, 6) for name, values in parts.items()},
            worth=round((value - parts["coverage"][i]) * lengths[i], 9),
        )
        for i, value in enumerate(sums)
    )


def _shared(texts: Sequence[str], story: Story) -> list[float]:
    """Return the mean share of the voices that use the content words of each text."""
    words = [sorted(set(content(text))) for text in texts]
    voices = carriers(story, words)
    total = max(1, len(story.voices))
    return [sum(len(voices[w]) for w in own) / max(1, len(own)) / total for own in words]


def _supported(story: Story) -> list[float]:
    """Return for each statement the mean over the voices of how close their nearest one is."""
    import numpy as np

    voice_of = story.voice_of
    own = [voice_of[story.sentence(n).span.article] for n in range(len(story.embedded.vectors))]
    # Statements grouped by voice, so that one pass finds the nearest of each voice.
    grouped = sorted(range(len(own)), key=lambda n: (own[n], n))
    starts = [i for i, n in enumerate(grouped) if i == 0 or own[n] != own[grouped[i - 1]]]
    vectors = story.embedded.vectors.astype(np.float64)
    found: list[float] = []
    for start in range(0, len(vectors), _BLOCK):
        cosines = np.round(vectors[start : start + _BLOCK] @ vectors[grouped].T, 6)
        nearest = np.maximum.reduceat(cosines, starts, axis=1)
        closeness = np.clip((nearest - _FAR) / (_NEAR - _FAR), 0.0, 1.0)
        found += [math.fsum(row) / len(starts) for row in closeness.tolist()]
    return found


def _centred(values: Sequence[float]) -> list[float]:
    mean = math.fsum(values) / max(1, len(values))
    return [value - mean for value in values]


def _standardized(values: Sequence[float]) -> list[float]:
    centred = _centred(values)
    deviation = math.sqrt(math.fsum(value * value for value in centred) / max(1, len(values)))
    return [value / (deviation + 1e-6) for value in centred]
