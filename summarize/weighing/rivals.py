"""Rivals: sentences of which a brief takes at most one, because they say the same."""

from __future__ import annotations

from array import array
from collections import defaultdict
from itertools import count
from typing import TYPE_CHECKING

from summarize.text.terms import content
from summarize.text.values.accusations import accuses, denies
from summarize.text.values.doers import deeds, swapped
from summarize.text.values.tallies import tallies

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.arrays import Doubles, Flags
    from summarize.records import Story

# Share of the shorter one's content words that both have. At 0.5 good picks were lost on all
# development sets, at 0.6 briefs repeated themselves; 2026-11.
OVERLAP = 0.55
# Cosine of two sentences that tell one fact in other words; see neighbours.ALIKE for the pairs.
COSINE = 0.8
# Cosine of a sentence that tells an accusation with its denial and one that tells either.
DISPUTE = 0.5
# Cosine of two sentences that give the same tallies of one event, and no other. Of 299 briefs of
# the development sets one changes by it, and tells a toll once; 2026-11.
TALLY = 0.45
_LIMITS = (COSINE, DISPUTE, TALLY)
_NEAR = 1e-4  # of a limit; single precision is a hundred times as fine


class Rivals:
    """The rivals among some statements, looked up item by item and remembered."""

    def __init__(self, story: Story, queue: Sequence[int]) -> None:
        import numpy as np

        texts = [story.sentence(number).text for number in queue]
        number_of: dict[str, int] = defaultdict(count().__next__)  # a new word has the next number
        words, starts = array("i"), array("q", [0])
        for text in texts:
            words.extend(set(map(number_of.__getitem__, content(text))))
            starts.append(len(words))
        self._flat = np.array(words)
        self._starts = np.array(starts)
        self._sizes = np.diff(self._starts)
        self._vocabulary = len(number_of)
        self._vectors = story.embedded.vectors
        self._queue = np.array(queue, dtype=np.int64)
        cluster_of = {m: c.leader for c in story.clusters for m in c.members}
        self._clusters = np.array([cluster_of[number] for number in queue], dtype=np.int64)
        sides = np.array([accuses(text) + denies(text) for text in texts], dtype=np.int64)
        self._one_side, self._both_sides = sides >= 1, sides == 2
        self._tallies = [tallies(text) for text in texts]
        self._giving: dict[frozenset[tuple[str, float]], list[int]] = defaultdict(list)
        for item, own in enumerate(self._tallies):
            if own:
                self._giving[own].append(item)
        self._texts = texts
        self._doing: dict[str, list[int]] = defaultdict(list)  # the items that tell a deed
        for item, text in enumerate(texts):
            for deed in deeds(text):
                self._doing[deed.verb].append(item)
        self._known: dict[int, Flags] = {}

    def of(self, item: int) -> Flags:
        """Return which items are rivals of `item` (bool, one an item of the queue), itself too."""
        if item not in self._known:
            self._known[item] = self._find(item)
        return self._known[item]

    def _find(self, item: int) -> Flags:
        """Find out what shares words, meaning, a cluster or the sides of a dispute with an item."""
        import numpy as np

        mark = np.zeros(self._vocabulary + 1, dtype=np.int64)
        mark[self._flat[self._starts[item] : self._starts[item + 1]]] = 1
        sums = np.concatenate([[0], np.cumsum(mark[self._flat])])
        shared = sums[self._starts[1:]] - sums[self._starts[:-1]]
        fewer = np.maximum(1, np.minimum(self._sizes, self._sizes[item]))
        cosines = self._cosines(item)
        same = shared >= OVERLAP * fewer
        same |= cosines >= COSINE
        disputed = self._one_side if self._both_sides[item] else self._both_sides
        if self._one_side[item]:
            same |= disputed & (cosines >= DISPUTE)
        same |= self._clusters == self._clusters[item]
        same[self._tallying(item, cosines)] = True
        same[self._answering(item)] = False
        same[item] = True
        return same

    def _tallying(self, item: int, cosines: Doubles) -> list[int]:
        """Return the items near an item that give the same tallies, and no other."""
        same = self._giving.get(self._tallies[item], ())
        return [other for other in same if cosines[other] >= TALLY]

    def _answering(self, item: int) -> list[int]:
        """Return the items that tell a deed of an item the other way round, as who strikes back."""
        own = self._texts[item]
        near = {other for deed in deeds(own) for other in self._doing.get(deed.verb, ())}
        told = ((other, self._texts[other]) for other in near)
        return [other for other, text in told if swapped(own, [text]) and swapped(text, [own])]

    def _cosines(self, item: int) -> Doubles:
        """Return the cosines with an item, in double precision where they are near a limit.

        Elsewhere single precision tells as much, without a copy of all vectors.
        """
        import numpy as np

        own = self._vectors[self._queue[item]]
        cosines = (self._vectors @ own)[self._queue].astype(np.float64)
        close = np.abs(cosines[:, None] - np.array(_LIMITS)).min(axis=1) < _NEAR
        if close.any():
            rows = self._vectors[self._queue[close]].astype(np.float64)
            cosines[close] = np.round(rows @ own.astype(np.float64), 6)
        return cosines
