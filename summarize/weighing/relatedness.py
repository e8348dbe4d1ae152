"""Relatedness: how likely two articles are to state the same, before any sentence is looked at.

Articles of one matter and one day state each other's sentences far more often than articles of one
topic that are weeks apart. So those that are near as wholes need less to count as stating a claim,
as in any estimate that starts from what is usual.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.text.values.absolute import published
from summarize.weighing.lateness import first_day

if TYPE_CHECKING:
    from summarize.arrays import Doubles, Longs, Singles
    from summarize.records import Story

# Set with windows.STATES on the same labelled pairs, 2026-11.
ALIKE = 0.4  # times the cosine of the mean vectors of how the articles begin
APART = 0.02  # times ln(1 + days between them), where both are dated
# Sentences at the beginning, which tell what the matter is. What a desk cuts off at the end, or
# adds there, changes nothing then; with 15 or all of them as much is right, with 5 less.
BEGINNING = 8


class Relatedness:
    """The articles of a story, ready to be asked how near they are to those of statements."""

    def __init__(self, story: Story) -> None:
        import numpy as np

        statements, vectors = story.embedded.statements, story.embedded.vectors
        self._of = np.array(
            [story.sentences[one.sentence].span.article for one in statements], dtype=np.int64
        )
        told: list[set[int]] = [set() for _ in story.articles]
        for number, statement in enumerate(statements):
            for copy in statement.copies:
                sentence = story.sentences[copy]
                if sentence.position < BEGINNING:
                    told[sentence.span.article].add(number)
        self._means = np.zeros((len(told), vectors.shape[1]), dtype=np.float32)
        for mean, own in zip(self._means, told, strict=True):
            if own:
                total = vectors[sorted(own)].sum(axis=0, dtype=np.float64)
                mean[:] = total / max(float(np.linalg.norm(total)), 1e-9)
        days = [published(article.date) for article in story.articles]
        for voice in story.voices:
            # A voice speaks from its first day on: a late copy is no later than its original.
            first = first_day(voice, story)
            for number in voice.articles:
                days[number] = first
        self._days = np.array([day.toordinal() if day else np.nan for day in days])

    def likeness(self) -> Singles:
        """Return the cosines of how the articles begin, n × n; 0 where one has no sentence."""
        return self._means @ self._means.T

    def of(self, numbers: Longs, articles: Longs) -> Doubles:
        """Return how near each article is to that of each statement, pair by pair, rounded."""
        import numpy as np

        count = len(self._means)
        pairs, back = np.unique(self._of[numbers] * count + articles, return_inverse=True)
        own, other = np.divmod(pairs, count)
        alike = np.einsum("nd,nd->n", self._means[own], self._means[other], dtype=np.float64)
        apart = np.log1p(np.nan_to_num(np.abs(self._days[own] - self._days[other])))
        return np.round(ALIKE * alike - APART * apart, 6)[back]
