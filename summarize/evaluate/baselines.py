"""baselines: what a brief is compared with, from the same sentences at the same length.

Each takes whole statements only, never more words than the budget; where one does not fit, the next
that does is taken. All see the articles cleaned and with copies folded, as the pipeline does.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from summarize import counted
from summarize.evaluate.scores import bigrams

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarize.arrays import Doubles, Longs
    from summarize.records import Story

DRAWS = 10  # random briefs a topic; the mean of their scores is steadier than one
_PENALTY = 0.5  # of likeness to what is picked, in maximal marginal relevance (Carbonell 1998)
_EDGE = 0.3  # least cosine of an edge in LexRank's graph; better than 0 and 0.1, 2026-11
_DAMPING, _ROUNDS = 0.85, 100  # of LexRank (Erkan and Radev 2004)


def lead(story: Story, budget: int) -> list[int]:
    """Return the first sentences of each article in turn, then the second, …; copies once."""
    number_of = {c: n for n, s in enumerate(story.embedded.statements) for c in s.copies}
    numbered = list(enumerate(story.sentences))
    numbered.sort(key=lambda item: (item[1].position, item[1].span.article))
    return _fill((number_of[number] for number, _ in numbered), story, budget)


def random(story: Story, budget: int, seed: int) -> list[list[int]]:
    """Return `DRAWS` briefs of statements drawn blindly."""
    import numpy as np

    rng = np.random.default_rng(seed)
    count = len(story.embedded.statements)
    return [_fill(rng.permutation(count).tolist(), story, budget) for _ in range(DRAWS)]


def centroid(story: Story, budget: int) -> list[int]:
    """Return statements nearest to the mean vector, each unlike those before (MMR)."""
    import numpy as np

    vectors = story.embedded.vectors.astype(np.float64)
    middle = vectors.mean(axis=0)
    return _marginal(vectors @ middle / max(1e-9, float(np.linalg.norm(middle))), story, budget)


def lexrank(story: Story, budget: int) -> list[int]:
    """Return statements central by LexRank on cosines, each unlike those before (MMR)."""
    import numpy as np

    vectors = story.embedded.vectors.astype(np.float64)
    graph = vectors @ vectors.T
    graph[graph < _EDGE] = 0.0
    np.fill_diagonal(graph, 1.0)  # so that a sentence like no other has somewhere to go
    graph /= graph.sum(axis=1, keepdims=True)
    rank = np.ones(len(vectors)) / len(vectors)
    for _ in range(_ROUNDS):
        rank = np.asarray(_DAMPING * (rank @ graph) + (1 - _DAMPING) / len(vectors))
    return _marginal(rank / rank.max(), story, budget)


def oracle(story: Story, budget: int, references: Sequence[str]) -> list[int]:
    """Return the statements that, added greedily, raise ROUGE-2 F most: about what can be had."""
    import numpy as np

    counts = _lengths(story)
    own = [Counter(bigrams(story.sentence(n).text)) for n in range(len(counts))]
    sizes = np.array([sum(bag.values()) for bag in own])
    wanted = [Counter(bigrams(reference)) for reference in references]
    tables = [np.array([[bag[pair] for pair in want] for bag in own]) for want in wanted]
    limits = [np.array(list(want.values())) for want in wanted]
    sums = [np.zeros(len(limit), dtype=np.int64) for limit in limits]
    picked: list[int] = []
    best, size, left = 0.0, 0, budget
    while True:
        value: Doubles = np.zeros(len(counts))
        for table, limit, have in zip(tables, limits, sums, strict=True):
            if len(limit):
                hits = np.minimum(have + table, limit).sum(axis=1)
                value += 2 * hits / (size + sizes + limit.sum())
        value = np.where(counts <= left, value, -1.0).round(9)
        value[picked] = -1.0
        item = int(np.argmax(value))
        if value[item] <= best:
            return picked
        best, size, left = float(value[item]), size + int(sizes[item]), left - int(counts[item])
        sums = [have + table[item] for have, table in zip(sums, tables, strict=True)]
        picked.append(item)


def _marginal(relevance: Doubles, story: Story, budget: int) -> list[int]:
    import numpy as np

    vectors = story.embedded.vectors.astype(np.float64)
    counts = _lengths(story)
    nearest = np.zeros(len(counts))
    free = np.ones(len(counts), dtype=bool)
    picked: list[int] = []
    while (open_ := free & (counts <= budget)).any():
        value = relevance - _PENALTY * nearest
        item = int(np.argmax(np.where(open_, np.round(value, 9), -np.inf)))
        picked.append(item)
        free[item] = False
        budget -= int(counts[item])
        nearest = np.maximum(nearest, vectors @ vectors[item])
    return picked


def _fill(queue: Iterable[int], story: Story, budget: int) -> list[int]:
    counts = _lengths(story)
    picked: dict[int, None] = {}
    for number in queue:
        if number not in picked and counts[number] <= budget:
            picked[number] = None
            budget -= int(counts[number])
    return list(picked)


def _lengths(story: Story) -> Longs:
    import numpy as np

    count = len(story.embedded.statements)
    return np.array([max(1, counted.words(story.sentence(n).text)) for n in range(count)])
