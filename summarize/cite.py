"""cite: which articles state what a picked sentence states.

Copies of the sentence do. Another article does if one to three sentences of it in a row cover the
content of the pick, in its words or in words of the same meaning; names, numbers and quoted words
must be there as they stand.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from summarize.words import coverage, rarity, terms

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarize.records import Embedded, Story

# An article supports a pick when, for the best of its windows, coverage + COSINE × cosine, less
# LONGER for each sentence after the first, reaches SUPPORTS. Set on 95 pairs of sentence and
# article of the seeds, labelled by hand: precision and recall 0.9, 2026-11.
SUPPORTS = 0.95
COSINE = 0.5
LONGER = 0.04
_LEAST_COSINE = 0.3
_WINDOW = 3  # sentences
_TRIED = 4  # windows of an article whose words are compared, those closest in meaning


def cite(picked: Sequence[int], story: Story) -> tuple[tuple[int, ...], ...]:
    """Return for each picked statement the numbers of the articles that state it, sorted."""
    statements = story.embedded.statements
    texts = [story.sentence(number).text for number in range(len(statements))]
    weights = rarity(texts)
    sequences = _sequences(story)
    cited = []
    for pick in picked:
        copies = {story.sentences[copy].span.article for copy in statements[pick].copies}
        near = _windows(pick, sequences, story.embedded)
        others = {
            article
            for article, windows in near.items()
            if article not in copies and _supports(texts[pick], windows, texts, weights)
        }
        cited.append(tuple(sorted(copies | others)))
    return tuple(cited)


def _supports(
    claim: str,
    windows: Sequence[tuple[float, tuple[int, ...]]],
    texts: Sequence[str],
    weights: Mapping[str, float],
) -> bool:
    stated = terms(claim)
    return any(
        coverage(stated, [terms(texts[number]) for number in window], weights)
        + COSINE * cosine
        - LONGER * (len(window) - 1)
        >= SUPPORTS
        for cosine, window in windows
    )


def _sequences(story: Story) -> dict[int, list[int]]:
    """Return each article as the statements it makes, in order."""
    statement_of = {
        copy: number
        for number, statement in enumerate(story.embedded.statements)
        for copy in statement.copies
    }
    sequences: dict[int, list[int]] = defaultdict(list)
    for number, sentence in enumerate(story.sentences):
        sequences[sentence.span.article].append(statement_of[number])
    return sequences


def _windows(
    pick: int, sequences: Mapping[int, Sequence[int]], embedded: Embedded
) -> dict[int, list[tuple[float, tuple[int, ...]]]]:
    """Return each article's windows closest in meaning to the pick, with their cosines."""
    import numpy as np

    target = embedded.vectors[pick].astype(np.float64)
    found: dict[int, list[tuple[float, tuple[int, ...]]]] = {}
    for article, sequence in sequences.items():
        rows = embedded.vectors[list(sequence)].astype(np.float64)
        windows: list[tuple[float, tuple[int, ...]]] = []
        for size in range(1, min(_WINDOW, len(sequence)) + 1):
            sums = sum(rows[shift : len(rows) - size + 1 + shift] for shift in range(size))
            norms = np.maximum(np.linalg.norm(sums, axis=1), 1e-9)
            cosines = np.round(sums @ target / norms, 6)
            for start in np.argsort(-cosines, kind="stable")[:_TRIED].tolist():
                if cosines[start] >= _LEAST_COSINE:
                    window = tuple(sequence[start : start + size])
                    windows.append((float(cosines[start]), window))
        found[article] = windows
    return found
