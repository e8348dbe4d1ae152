"""Evidence: how far the sentences of a story state what one of them states.

An article supports a statement if one to three of its sentences in a row cover the statement's
content, in its words or in words of the same meaning, and are close to it as a whole. What every
sentence of the story says weighs little, as in any inverse document frequency.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from summarize.weighing.musts import Musts
from summarize.weighing.shares import Shares
from summarize.weighing.table import MOST, Table
from summarize.weighing.windows import SUPPORTS, Windows, covers
from summarize.words import terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.records import Story
    from summarize.weighing.windows import Spans

SHORT = 4.0  # weight that every claim lacks, so that few and common words prove little
_ROUNDING = 1e-5
_PART = 16  # the part of a story's vectors that is copied at most


class Evidence:
    """The statements of a story, ready to be asked what they say of one another.

    Of a claim, only statements that share words with it are weighed, and only windows that could
    come to SUPPORTS; a question so costs what it touches and not the whole story.
    """

    def __init__(self, story: Story) -> None:
        self.story = story
        count = len(story.embedded.statements)
        known = [terms(story.sentence(number).text) for number in range(count)]
        found = Counter(chain.from_iterable(chain(t.fixed, t.common) for t in known))
        stems = sorted(found)
        self._weight = {word: math.log(1 + count / found[word]) for word in stems}
        self._shares: Shares | Table = (Table if len(stems) * count <= MOST else Shares)(
            known, stems
        )
        self._vectors = story.embedded.vectors
        self._windows = Windows(story)
        self._found: dict[int, dict[int, tuple[int, ...]]] = {}
        self._claims: dict[int, _Claim] = {}
        self._musts = Musts(story, self._shares)

    def cosines(self, number: int, others: Any) -> Any:
        """Return the cosine of each of the other statements with statement `number`, rounded."""
        import numpy as np

        rows = self._vectors[np.asarray(others, dtype=np.int64)].astype(np.float64)
        return np.round(rows @ self._vectors[number].astype(np.float64), 6)

    def supporters(self, number: int) -> dict[int, tuple[int, ...]]:
        """Return the articles that state what statement `number` states, its own among them.

        Each comes with the numbers of its sentences that state it: a copy of the statement, or
        the one to three sentences in a row that support it best.
        """
        if isinstance(self._shares, Table):
            if number not in self._found:
                self.expect((number,))
            found = self._found[number]
        else:
            claim = self._claim(number)
            covered = self._shares.covered(claim.shares, claim.weights)
            found = self._supported((number,), covered[None])[number]
        return dict(sorted((found | self._windows.copies(number)).items()))

    def expect(self, numbers: Sequence[int]) -> None:
        """Look up at once what can be, before each of some statements is asked about.

        In a small story that is who supports each, by one product of all the statements asked
        about; in a large one only what their words mean.
        """
        import numpy as np

        if isinstance(self._shares, Table):
            weights = np.zeros((len(numbers), len(self._shares.rows)))
            for row, number in zip(weights, numbers, strict=True):
                claim = self._claim(number)
                row[claim.shares] = claim.weights
            cosines = self._vectors[np.asarray(numbers, dtype=np.int64)] @ self._vectors.T
            self._found |= self._supported(numbers, weights @ self._shares.rows, cosines)
            return
        texts = (self.story.sentence(number).text for number in numbers)
        self._shares.expect(chain.from_iterable(terms(text).common for text in texts))

    def repeated(self, number: int, others: Sequence[int], limits: tuple[float, float]) -> bool:
        """Return whether one or two of the others state nearly all that the statement states.

        `limits` are those for one, such as REPEATED, and for two, REPEATED_BY_TWO.
        """
        import numpy as np

        claim = self._claim(number)
        if not len(claim.weights) or not others:
            return False
        weights = claim.weights / claim.weights.sum()
        columns = self._shares.columns(claim.shares, np.array(others, dtype=np.int64))
        alone = weights @ columns
        if np.round(alone + self.cosines(number, others), 6).max() >= limits[0]:
            return True
        # Two have no more than both together.
        some = np.flatnonzero(alone + alone.max() >= limits[1] - _ROUNDING)
        pairs = (np.maximum(columns[:, [n]], columns) for n in some)
        return any(np.round(weights @ pair, 6).max() >= limits[1] for pair in pairs)

    def overlap(self, numbers: Sequence[int]) -> float:
        """Return how much statements repeat one another, 0 to 1 and rounded.

        That is the share of what each states that some other states too, on average.
        """
        import numpy as np

        columns = np.array(numbers, dtype=np.int64)
        shares = []
        for place, number in enumerate(numbers):
            claim = self._claim(number)
            if len(claim.weights):
                stated = self._shares.columns(claim.shares, columns)
                stated[:, place] = 0
                shares.append(float(claim.weights @ stated.max(axis=1)) / claim.weights.sum())
        return round(math.fsum(shares) / max(1, len(numbers)), 6)

    def _claim(self, number: int) -> _Claim:
        """Return which statements have each term of statement `number`, with the weights.

        The weights sum to 1 at most.
        """
        import numpy as np

        if number in self._claims:
            return self._claims[number]
        own = terms(self.story.sentence(number).text)
        weights = np.array([self._weight[word] for word in own.fixed + own.common])
        claim = _Claim(self._shares.of(own), weights / (math.fsum(weights.tolist()) + SHORT))
        if isinstance(self._shares, Table):
            self._claims[number] = claim
        return claim

    def _supported(
        self, numbers: Sequence[int], covered: Any, cosines: Any = None
    ) -> dict[int, dict[int, tuple[int, ...]]]:
        """Return for each statement the articles without a copy that support it, and the windows.

        `covered` and `cosines` are what `Windows.hopeful` asks for; without cosines it is about
        one statement.
        """
        import numpy as np

        found: dict[int, dict[int, tuple[int, ...]]] = {number: {} for number in numbers}
        claims = [self._claim(number) for number in numbers]
        for some in self._windows.hopeful(numbers, covered, cosines):
            spans, columns = some, self._windows.sequence[some.sentences()]
            if cosines is None:
                near = self._rough(numbers[0], columns)
                likely = self._windows.likely(spans, spans.sums(covered[0][columns]), near)
                spans, columns, near = spans.chosen(likely), columns[likely], near[likely]
            else:
                near = cosines[spans.claims[:, None], columns]
            share = self._covers(spans, columns, claims)
            likely = self._windows.likely(spans, share, near)
            spans, columns, share = spans.chosen(likely), columns[likely], share[likely]
            scores = self._windows.scores(spans, share, self._near(numbers, spans, columns))
            states = scores >= SUPPORTS
            for claim in np.unique(spans.claims[states]).tolist():
                own = np.flatnonzero(states & (spans.claims == claim))
                states[own] = self._musts.lacking_nothing(
                    numbers[claim], claims[claim].shares, columns[own]
                )
            for claim, article, window in self._windows.best(spans.chosen(states), scores[states]):
                found[numbers[claim]][article] = window
        return found

    def _rough(self, number: int, columns: Any) -> Any:
        """Return how near statements are to statement `number`, in single precision."""
        own, at = _distinct(columns, len(self._vectors))
        if len(own) > len(self._vectors) // _PART:
            return (self._vectors @ self._vectors[number])[columns]
        return (self._vectors[own] @ self._vectors[number])[at]

    def _covers(self, spans: Spans, columns: Any, claims: Sequence[_Claim]) -> Any:
        """Return how much windows, made of the statements in `columns`, have of their claims."""
        import numpy as np

        if isinstance(self._shares, Table):
            rows = np.concatenate([claim.shares for claim in claims])
            states, at = self._shares.rows, columns
        else:
            own, at = _distinct(columns, len(self._vectors))
            states = self._shares.columns(claims[0].shares, own)
            rows = np.arange(len(states))
        weights = np.concatenate([claim.weights for claim in claims])
        begins = np.cumsum([0, *(len(claim.weights) for claim in claims)])
        return covers(states, (rows, weights, begins), spans, at)

    def _near(self, numbers: Sequence[int], spans: Spans, columns: Any) -> Any:
        """Return the cosines of the sentences of windows with the claims, in double precision."""
        import numpy as np

        size = len(self._vectors)
        own = np.asarray(numbers, dtype=np.int64)[spans.claims]
        pairs, back = np.unique(own[:, None] * size + columns, return_inverse=True)
        one, other = (self._vectors[part].astype(np.float64) for part in np.divmod(pairs, size))
        return np.round(np.einsum("nd,nd->n", one, other), 6)[back.reshape(columns.shape)]


def _distinct(numbers: Any, size: int) -> tuple[Any, Any]:
    """Return the numbers below `size` that occur, sorted, and which of them each is."""
    import numpy as np

    place = np.zeros(size, dtype=np.int64)
    place[numbers] = 1
    found = np.flatnonzero(place)
    place[found] = np.arange(len(found))
    return found, place[numbers]


@dataclass(frozen=True, slots=True)
class _Claim:
    """The terms of a statement: who has each how far (as `of` tells it), and the weights."""

    shares: Any
    weights: Any
