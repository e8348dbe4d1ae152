"""Claims: what a statement asks of others, term by term, and how far they have it.

What every sentence of the story says weighs little, as in any inverse document frequency.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from summarize.text.values.figures import figures
from summarize.weighing.shares import Shares
from summarize.weighing.table import MOST, Table
from summarize.words import terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.arrays import Doubles, Longs
    from summarize.records import Story

SHORT = 4.0  # weight that every claim lacks, so that few and common words prove little


@dataclass(frozen=True, slots=True)
class Claim:
    """The terms of a statement: who has each how far (as `of` tells it), and the weights.

    The weights sum to 1 at most.
    """

    shares: Any  # rows of a Table, or of Shares who has each term; only they look into it
    weights: Doubles


class Claims:
    """The statements of a story as claims, each made when it is first asked for.

    `shares` tells how far statements have terms: all of it in a small story, a `Table`, and a term
    at a time in a large one.
    """

    def __init__(self, story: Story) -> None:
        self.texts = [story.sentence(n).text for n in range(len(story.embedded.statements))]
        known = [terms(figures(text)) for text in self.texts]
        found = Counter(chain.from_iterable(chain(t.fixed, t.common) for t in known))
        stems = sorted(found)
        self._weight = {word: math.log(1 + len(known) / found[word]) for word in stems}
        self.small = len(stems) * len(known) <= MOST
        self.shares: Shares | Table = (Table if self.small else Shares)(known, stems)
        self._made: dict[int, Claim] = {}

    def of(self, number: int) -> Claim:
        """Return what statement `number` claims."""
        import numpy as np

        if number in self._made:
            return self._made[number]
        own = terms(figures(self.texts[number]))
        weights = [self._weight[word] for word in own.fixed + own.common]
        claim = Claim(self.shares.of(own), np.array(weights) / (math.fsum(weights) + SHORT))
        if self.small:
            self._made[number] = claim
        return claim

    def covered(self, number: int) -> Doubles:
        """Return how much of what statement `number` claims each statement has, 0 to 1."""
        claim = self.of(number)
        return self.shares.covered(claim.shares, claim.weights)

    def expect(self, numbers: Sequence[int]) -> None:
        """Look up at once which words mean the same as those of some statements."""
        texts = (self.texts[number] for number in numbers)
        self.shares.expect(chain.from_iterable(terms(figures(text)).common for text in texts))


def distinct(numbers: Longs, size: int) -> tuple[Longs, Longs]:
    """Return the numbers below `size` that occur, sorted, and which of them each is."""
    import numpy as np

    place = np.zeros(size, dtype=np.int64)
    place[numbers] = 1
    found = np.flatnonzero(place)
    place[found] = np.arange(len(found))
    return found, place[numbers]
