"""cluster: statements that say the same thing, across articles and within one.

Stars, not chains: the statement with the widest support leads, and takes what is alike to itself;
so no two leaders are alike, clustering them again merges nothing, and a hundred articles do not
run together into one blob through neighbours of neighbours.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from summarize.neighbours import neighbours
from summarize.records import Cluster

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.records import Embedded, Sentence, Voice


def cluster(
    sentences: Sequence[Sentence], embedded: Embedded, voices: Sequence[Voice]
) -> tuple[Cluster, ...]:
    """Return the clusters: every statement in exactly one, ordered by their leaders.

    A statement alike to several leaders goes to the one it is most alike to.
    """
    import numpy as np

    texts = [sentences[statement.sentence].text for statement in embedded.statements]
    carriers = _carriers(sentences, embedded, voices)
    if not texts:
        return ()
    left, right, alike = neighbours(texts, embedded.vectors)
    weight = np.round(np.bincount(left, weights=alike, minlength=len(texts)), 6).tolist()
    near = np.split(right, np.searchsorted(left, np.arange(1, len(texts))))
    support = [
        len(carriers[number].union(*(carriers[other] for other in own.tolist())))
        for number, own in enumerate(near)
    ]
    leads = np.zeros(len(texts), dtype=bool)
    for number in sorted(range(len(texts)), key=lambda i: (-support[i], -weight[i], texts[i])):
        leads[number] = not leads[near[number]].any()
    led = leads[right]
    leader_of: dict[int, tuple[float, str, int]] = {}
    for number, leader, value in zip(
        *(part[led].tolist() for part in (left, right, alike)), strict=True
    ):
        here = (-value, texts[leader], leader)
        leader_of[number] = min(here, leader_of.get(number, here))
    members: dict[int, list[int]] = defaultdict(list)
    for number in range(len(texts)):
        members[leader_of[number][2] if number in leader_of else number].append(number)
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
    known: dict[frozenset[str], frozenset[str]] = {}  # one object for all that are equal
    found = (
        frozenset(voice_of[sentences[copy].span.article] for copy in statement.copies)
        for statement in embedded.statements
    )
    return [known.setdefault(own, own) for own in found]
