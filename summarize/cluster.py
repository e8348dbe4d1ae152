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

    from summarize.arrays import Doubles, Flags, Ints, Longs
    from summarize.records import Embedded, Sentence, Voice

_BLOCK = 8192  # statements whose neighbours are counted at a time


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
    starts, right, alike = neighbours(texts, embedded.vectors)
    place = np.empty(len(texts), dtype=np.int32)
    place[sorted(range(len(texts)), key=texts.__getitem__)] = np.arange(len(texts))
    support, weight = _support(starts, right, alike, carriers)
    leads = np.diff(starts) == 0
    order = np.lexsort((place, -weight, -support))
    for number in order[~leads[order]].tolist():
        leads[number] = not leads[right[starts[number] : starts[number + 1]]].any()
    leader_of = _leaders(starts, right, alike, leads, place)
    members: dict[int, list[int]] = defaultdict(list)
    for number in range(len(texts)):
        members[leader_of[number]].append(number)
    return tuple(
        Cluster(
            leader,
            tuple(members[leader]),
            tuple(sorted({voices[carriers[i]].id for i in members[leader]})),
        )
        for leader in sorted(members)
    )


def _carriers(
    sentences: Sequence[Sentence], embedded: Embedded, voices: Sequence[Voice]
) -> list[int]:
    """Return the number of each statement's voice; all its copies are of one."""
    voice_of = {article: number for number, own in enumerate(voices) for article in own.articles}
    return [voice_of[sentences[one.sentence].span.article] for one in embedded.statements]


def _support(
    starts: Longs, right: Ints, alike: Ints, carriers: Sequence[int]
) -> tuple[Longs, Doubles]:
    """Return how many voices carry each statement or one alike, and how alike all those are."""
    import numpy as np

    voice = np.array(carriers, dtype=np.int64)
    size = int(voice.max()) + 1
    support, weight = [], []
    for first in range(0, len(voice), _BLOCK):
        own = np.arange(len(voice[first : first + _BLOCK]))
        last = first + len(own)
        near = slice(int(starts[first]), int(starts[last]))
        left = np.repeat(own, np.diff(starts[first : last + 1]))
        carried = np.concatenate([own * size + voice[first:last], left * size + voice[right[near]]])
        support.append(np.bincount(np.unique(carried) // size, minlength=len(own)))
        # Whole numbers, so that their order plays no part.
        weight.append(np.bincount(left, weights=alike[near], minlength=len(own)))
    # Of nothing, numpy's sums are whole numbers.
    return np.concatenate(support), np.concatenate(weight).astype(np.float64, copy=False)


def _leaders(starts: Longs, right: Ints, alike: Ints, leads: Flags, place: Ints) -> list[int]:
    """Return the leader of each statement: of those alike to it the most alike, or itself.

    Of several the one whose text is the first in order; `place` is where each text is.
    """
    import numpy as np

    led = np.flatnonzero(leads[right])
    left = np.searchsorted(starts, led, side="right") - 1
    order = np.lexsort((place[right[led]], -alike[led], left))
    first = order[np.diff(left[order], prepend=-1) > 0]
    leaders = np.arange(len(place))
    leaders[left[first]] = right[led[first]]
    found: list[int] = leaders.tolist()
    return found
