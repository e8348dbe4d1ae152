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

from summarize.text.clauses import main_clause
from summarize.text.disputes import denies
from summarize.text.terms import negates
from summarize.weighing.shares import Shares
from summarize.weighing.table import MOST, Table
from summarize.weighing.windows import Windows
from summarize.words import expressed, is_state, quotations, terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.records import Story

FELT = 0.2  # likeness of "gratitude" and "thanked", the least of such pairs that were looked at
SHORT = 4.0  # weight that every claim lacks, so that few and common words prove little


class Evidence:
    """The statements of a story, ready to be asked what they say of one another.

    Of a claim, only statements that share words with it are weighed, and only windows that could
    come to SUPPORTS; a question so costs what it touches and not the whole story.
    """

    def __init__(self, story: Story) -> None:
        import numpy as np

        self.story = story
        count = len(story.embedded.statements)
        texts = [story.sentence(number).text for number in range(count)]
        known = [terms(text) for text in texts]
        found = Counter(chain.from_iterable(chain(t.fixed, t.common) for t in known))
        stems = sorted(found)
        self._weight = {word: math.log(1 + count / found[word]) for word in stems}
        self._shares: Shares | Table = (Table if len(stems) * count <= MOST else Shares)(
            known, stems
        )
        # "did not" needs a "not" to support it, "denied" either.
        no, denied = ([float(says(text)) for text in texts] for says in (negates, denies))
        self._denials = np.array([no, np.maximum(no, denied)])
        self._vectors = story.embedded.vectors
        self._windows = Windows(story)
        self._places: dict[int, Any] = {}

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
        found = self._windows.copies(number)
        places = self._places.get(number)
        if places is None:
            claim = self._claim(number)
            places = self._windows.places(self._shares.covered(claim.shares, claim.weights))
        if len(places):
            claim = self._claim(number)
            columns, at = _distinct(self._windows.sequence[places], len(self._vectors))
            here = self._shares.columns(claim.shares, columns)

            def near(asked: Any, exact: bool) -> Any:  # noqa: FBT001
                own, back = _distinct(at[asked], len(columns))
                if exact:
                    return self.cosines(number, columns[own])[back]
                return (self._vectors[columns[own]] @ self._vectors[number])[back]

            def musts() -> Any:
                return self._musts(number, here, columns)[:, at]

            states = here[:, at], claim.weights
            found = self._windows.supporters(places, states, near, musts) | found
        return dict(sorted(found.items()))

    def expect(self, numbers: Sequence[int]) -> None:
        """Look up at once what can be, before each of some statements is asked about.

        In a small story that is where each may be supported, by one product of all the statements
        asked about; in a large one only what their words mean.
        """
        import numpy as np

        if isinstance(self._shares, Table):
            weights = np.zeros((len(numbers), len(self._shares.rows)))
            for row, number in zip(weights, numbers, strict=True):
                claim = self._claim(number)
                row[claim.shares] = claim.weights
            covered = weights @ self._shares.rows
            cosines = self._vectors[np.asarray(numbers, dtype=np.int64)] @ self._vectors.T
            self._places.update(self._windows.likely(numbers, covered, cosines))
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
        cosines = self.cosines(number, others)
        if np.round(weights @ columns + cosines, 6).max() >= limits[0]:
            return True
        pairs = (np.maximum(columns[:, [n]], columns) for n in range(len(others)))
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

        own = terms(self.story.sentence(number).text)
        weights = np.array([self._weight[word] for word in own.fixed + own.common])
        return _Claim(own.fixed, self._shares.of(own), weights / (math.fsum(weights) + SHORT))

    def _musts(self, number: int, here: Any, columns: Any) -> Any:
        """Return, a row each, how far the statements have what no supporter may lack.

        That is the countries and numbers of the main clause, any word of each quotation that
        stands for a thing, what somebody expresses or a word like it, and for a denial a denial.
        """
        import numpy as np

        text = self.story.sentence(number).text
        own = terms(text)
        fixed = own.fixed
        clause = terms(main_clause(text)).fixed
        bound = {name for name in clause if is_state(name) or name[0].isdigit()}
        actors = [row for row, name in enumerate(fixed) if name in bound]
        row_of = {word: row for row, word in enumerate(fixed + own.common)}
        quoted = [[row_of[word] for word in own] for own in quotations(text)]
        denials = [row[columns] for row in self._denials if row[number]]
        said = [here[rows].max(axis=0) for rows in quoted]
        felt = [here[row_of[word]] >= FELT for word in expressed(text) if word in row_of]
        return np.vstack([np.ones(here.shape[1]), here[actors], *said, *felt, *denials])


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
    """The terms of a statement: who has each how far (statements and values), and the weights."""

    fixed: tuple[str, ...]
    shares: list[Any]
    weights: Any
