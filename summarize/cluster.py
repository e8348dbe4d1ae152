"""cluster: statements that say the same thing, across articles and within one.

Stars, not chains: the statement with the widest support leads, and takes what is alike to itself;
so no two leaders are alike, clustering them again merges nothing, and a hundred articles do not
run together into one blob through neighbours of neighbours.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from summarize.records import Cluster
from summarize.text.terms import content

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summarize.records import Embedded, Sentence, Voice

# Alike: cosine + SHARED × (share of the shorter one's content words in the longer) ≥ ALIKE. Cosine
# alone takes "Trump called Comey again" for "Trump restated" (0.80) and misses the long against
# the short version of one fact (0.73). Read on 280 pairs of allsides and newswcl50, 2026-11.
ALIKE = 1.02
SHARED = 0.4
_LEAST_COSINE = ALIKE - SHARED
_BLOCK = 512  # rows of the similarity matrix held at a time
_NEAREST = 64  # neighbours looked at more closely, so that time and memory grow with the texts


def cluster(
    sentences: Sequence[Sentence], embedded: Embedded, voices: Sequence[Voice]
) -> tuple[Cluster, ...]:
    """Return the clusters: every statement in exactly one, ordered by their leaders.

    A statement alike to several leaders goes to the one it is most alike to.
    """
    texts = [sentences[statement.sentence].text for statement in embedded.statements]
    carriers = _carriers(sentences, embedded, voices)
    near = _neighbours(texts, embedded)
    support = [
        len(frozenset().union(carriers[number], *(carriers[other] for other in near[number])))
        for number in range(len(texts))
    ]
    weight = [round(sum(near[number].values()), 6) for number in range(len(texts))]
    queue = sorted(range(len(texts)), key=lambda i: (-support[i], -weight[i], texts[i]))
    leaders: set[int] = set()
    for number in queue:
        if not any(other in leaders for other in near[number]):
            leaders.add(number)
    members: dict[int, list[int]] = defaultdict(list)
    for number in range(len(texts)):
        near_leaders = [other for other in near[number] if other in leaders]
        leader = min(near_leaders, key=lambda i: (-near[number][i], texts[i]), default=number)
        members[leader].append(number)
    return tuple(
        Cluster(
            leader,
            tuple(members[leader]),
            tuple(sorted(frozenset().union(*(carriers[i] for i in members[leader])))),
        )
        for leader in sorted(members)
    )


def _carriers(
    sentences: Sequence[Sentence], embedded: Embedded, voices: Sequence[Voice]
) -> list[frozenset[str]]:
    voice_of = {number: voice.id for voice in voices for number in voice.articles}
    return [
        frozenset(voice_of[sentences[copy].span.article] for copy in statement.copies)
        for statement in embedded.statements
    ]


def _neighbours(texts: Sequence[str], embedded: Embedded) -> Sequence[Mapping[int, float]]:
    words = [frozenset(content(text)) for text in texts]
    near: list[dict[int, float]] = [{} for _ in texts]
    for one, other, cosine in _close(embedded):
        fewer = min(len(words[one]), len(words[other]))
        alike = cosine + SHARED * (len(words[one] & words[other]) / fewer if fewer else 0.0)
        if alike >= ALIKE:
            near[one][other] = near[other][one] = round(alike, 6)
    return near


def _close(embedded: Embedded) -> Iterator[tuple[int, int, float]]:
    """Give the pairs whose cosine could still make them alike, a block of rows at a time."""
    import numpy as np

    # In double precision the sum's order, which varies with threads, stays below the rounding.
    vectors = embedded.vectors.astype(np.float64)
    for start in range(0, len(vectors), _BLOCK):
        cosines = np.round(vectors[start : start + _BLOCK] @ vectors.T, 6)
        least = np.full(len(cosines), _LEAST_COSINE)
        if len(vectors) > _NEAREST:
            least = np.maximum(least, np.partition(cosines, -_NEAREST, axis=1)[:, -_NEAREST])
        rows, columns = np.nonzero(cosines >= least[:, None])
        for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
            if start + row != column:
                yield start + row, column, float(cosines[row, column])
