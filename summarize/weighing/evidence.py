"""Evidence: how far the sentences of a story state what one of them states.

An article supports a statement if one to three of its sentences in a row cover the statement's
content, in its words or in words of the same meaning, and are close to it as a whole; how close
they must be depends on how near the two articles are.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarize.weighing.claims import Claims, distinct
from summarize.weighing.opposed import Opposed
from summarize.weighing.required import Required
from summarize.weighing.table import Table
from summarize.weighing.windows import NEAR, Windows, covers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.arrays import Doubles, Flags, Longs, Singles
    from summarize.records import Story
    from summarize.weighing.claims import Claim
    from summarize.weighing.windows import Spans

_ROUNDING = 1e-5
_PART = 16  # the part of a story's vectors that is copied at most


class Evidence:
    """The statements of a story, ready to be asked what they say of one another.

    Of a claim, only statements that share words with it are weighed, and only windows that could
    come to NEAR; a question so costs what it touches and not the whole story.
    """

    def __init__(self, story: Story) -> None:
        self.story = story
        self._claims = Claims(story)
        self._vectors = story.embedded.vectors
        self._windows = Windows(story)
        self._found: dict[int, _Answer] = {}
        self._required = Required(story, self._claims.shares)
        self._opposed = Opposed(self._claims.texts)

    def cosines(self, number: int, others: Sequence[int] | Longs) -> Doubles:
        """Return the cosine of each of the other statements with statement `number`, rounded."""
        import numpy as np

        rows = self._vectors[np.asarray(others, dtype=np.int64)].astype(np.float64)
        return np.round(rows @ self._vectors[number].astype(np.float64), 6)

    def supporters(self, number: int) -> dict[int, tuple[int, ...]]:
        """Return the articles that state what statement `number` states, its own among them.

        Each comes with the numbers of its sentences that state it: a copy of the statement, or
        the one to three sentences in a row that support it best.
        """
        return dict(sorted((self._answer(number).states | self._windows.copies(number)).items()))

    def near(self, number: int) -> frozenset[int]:
        """Return the articles that state statement `number` or come near to it, its own too.

        That is looser than `supporters`: enough to tell how widely a matter is told, too little
        to cite.
        """
        return frozenset(self._answer(number).near | self._windows.copies(number).keys())

    def expect(self, numbers: Sequence[int]) -> None:
        """Look up at once what can be, before each of some statements is asked about.

        In a small story that is who supports each; in a large one only what their words mean.
        """
        import numpy as np

        if not self._claims.small:
            self._claims.expect(numbers)
            return
        covered = np.empty((len(numbers), len(self._vectors)))
        for row, number in zip(covered, numbers, strict=True):
            row[:] = self._claims.covered(number)
        cosines = self._vectors[np.asarray(numbers, dtype=np.int64)] @ self._vectors.T
        self._found |= self._supported(numbers, covered, cosines)

    def _answer(self, number: int) -> _Answer:
        if not self._claims.small:
            return self._supported((number,), self._claims.covered(number)[None])[number]
        if number not in self._found:
            self.expect((number,))
        return self._found[number]

    def repeated(self, number: int, others: Sequence[int], limits: tuple[float, float]) -> bool:
        """Return whether one or two of the others state nearly all that the statement states.

        `limits` are that for one and that for two together, such as REPEATED of `readable`. What
        gives another year or turns the deed round is no repetition.
        """
        import numpy as np

        claim = self._claims.of(number)
        if not len(claim.weights) or not others:
            return False
        weights = claim.weights / claim.weights.sum()
        numbers = np.array(others, dtype=np.int64)
        columns = self._claims.shares.columns(claim.shares, numbers)
        alone = weights @ columns
        shares = alone.tolist()  # so few that lists are quicker
        likely = [n for n, own in enumerate(shares) if own >= limits[0] - 1 - _ROUNDING]
        if likely:  # no cosine is above 1
            near = self.cosines(number, numbers[likely])
            enough = np.round(alone[likely] + near, 6) >= limits[0]
            same = [n for n, is_ in zip(likely, enough, strict=True) if is_]
            apart = {n for n in same if self._opposed.apart(number, others[n])}
            if len(apart) < len(same):
                return True
            columns[:, list(apart)] = 0
            shares = (weights @ columns).tolist()
        # Two have no more than both together.
        least = limits[1] - _ROUNDING - max(shares)
        some = [n for n, own in enumerate(shares) if own >= least]
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
            claim = self._claims.of(number)
            if len(claim.weights):
                stated = self._claims.shares.columns(claim.shares, columns)
                stated[:, place] = 0
                shares.append(float(claim.weights @ stated.max(axis=1)) / claim.weights.sum())
        return round(math.fsum(shares) / max(1, len(numbers)), 6)

    def _supported(
        self, numbers: Sequence[int], covered: Doubles, cosines: Singles | None = None
    ) -> dict[int, _Answer]:
        """Return for each statement what the articles say of it that carry no copy.

        `covered` and `cosines` are what `Windows.hopeful` asks for; without cosines it is about
        one statement.
        """
        import numpy as np

        found = {number: _Answer({}, set()) for number in numbers}
        claims = [self._claims.of(number) for number in numbers]
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
            enough = scores >= NEAR
            for claim in np.unique(spans.claims[enough]).tolist():
                own = np.flatnonzero(enough & (spans.claims == claim))
                asked = numbers[claim], claims[claim].shares, columns[own]
                enough[own] = self._required.lacking_nothing(*asked)
                scores[own] -= self._required.untold(*asked)
            spans, scores = spans.chosen(enough), scores[enough]
            for claim, article in self._windows.pairs(spans):
                found[numbers[claim]].near.add(article)
            scores -= self._windows.spread(spans, [len(claim.weights) for claim in claims])
            states = self._windows.stating(numbers, spans, scores)
            told = self._told(numbers, spans.chosen(states), scores[states])
            for claim, article, window in told:
                found[numbers[claim]].states[article] = window
        return found

    def _told(
        self, numbers: Sequence[int], spans: Spans, scores: Doubles
    ) -> Iterator[tuple[int, int, tuple[int, ...]]]:
        """Give for each claim and article the best window that does not tell the opposite."""
        import numpy as np

        while len(scores):
            best = self._windows.best(spans, scores)
            claims = np.asarray(numbers)[spans.claims[best]]
            windows = self._windows.sequence[spans.chosen(best).sentences()]
            apart = self._opposed.windows(claims, windows) | self._lacking(claims, windows)
            yield from self._windows.told(spans.chosen(best[~apart]))
            left = self._windows.others(spans, best, best[apart])
            spans, scores = spans.chosen(left), scores[left]

    def _lacking(self, claims: Longs, windows: Longs) -> Flags:
        import numpy as np

        asked = zip(claims.tolist(), windows, strict=True)
        lacks = self._required.lacking_beside
        return np.array([lacks(c, self._claims.of(c).shares, w) for c, w in asked], dtype=bool)

    def _rough(self, number: int, columns: Longs) -> Singles:
        """Return how near statements are to statement `number`, in single precision."""
        own, at = distinct(columns, len(self._vectors))
        if len(own) > len(self._vectors) // _PART:
            return (self._vectors @ self._vectors[number])[columns]
        return (self._vectors[own] @ self._vectors[number])[at]

    def _covers(self, spans: Spans, columns: Longs, claims: Sequence[Claim]) -> Doubles:
        """Return how much windows, made of the statements in `columns`, have of their claims."""
        import numpy as np

        shares = self._claims.shares
        if isinstance(shares, Table):
            rows = np.concatenate([claim.shares for claim in claims])
            states, at = shares.rows, columns
        else:
            own, at = distinct(columns, len(self._vectors))
            states = shares.columns(claims[0].shares, own)
            rows = np.arange(len(states))
        weights = np.concatenate([claim.weights for claim in claims])
        begins = np.cumsum([0, *(len(claim.weights) for claim in claims)])
        return covers(states, (rows, weights, begins), spans, at)

    def _near(self, numbers: Sequence[int], spans: Spans, columns: Longs) -> Doubles:
        """Return the cosines of the sentences of windows with the claims, in double precision."""
        import numpy as np

        size = len(self._vectors)
        own = np.asarray(numbers, dtype=np.int64)[spans.claims]
        pairs, back = np.unique(own[:, None] * size + columns, return_inverse=True)
        one, other = (self._vectors[part].astype(np.float64) for part in np.divmod(pairs, size))
        return np.round(np.einsum("nd,nd->n", one, other), 6)[back.reshape(columns.shape)]


@dataclass(frozen=True, slots=True)
class _Answer:
    """The articles that state a statement, with the sentences, and those that come near to it."""

    states: dict[int, tuple[int, ...]]
    near: set[int]
