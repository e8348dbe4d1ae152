"""Evidence: how far the sentences of a story state what one of them states.

An article supports a statement if one to three of its sentences in a row cover the statement's
content, in its words or in words of the same meaning, and are close to it as a whole. What every
sentence of the story says weighs little, as in any inverse document frequency.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from summarize.text.clauses import main_clause
from summarize.text.disputes import denies
from summarize.text.terms import negates
from summarize.windows import Windows
from summarize.words import Meanings, by_start, forms, is_state, quotations, terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarize.records import Story

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
        self._number = number_of = {word: number for number, word in enumerate(stems)}
        self._starts = by_start(stems)
        self._meanings = Meanings(stems)
        self._near: dict[str, tuple[Any, Any]] = {}
        everything = ([number_of[w] for w in chain(t.fixed, t.common)] for t in known)
        self._all = _Postings(everything, len(stems))
        self._common = _Postings(([number_of[w] for w in t.common] for t in known), len(stems))
        # "did not" needs a "not" to support it, "denied" either.
        no, denied = ([float(says(text)) for text in texts] for says in (negates, denies))
        self._denials = np.array([no, np.maximum(no, denied)])
        self._vectors = story.embedded.vectors
        self._windows = Windows(story)
        self._scratch = np.zeros(count)

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
        import numpy as np

        claim = self._claim(number)
        found = self._windows.copies(number)
        places = self._windows.places(self._covered(claim))
        if len(places):
            columns, at = np.unique(self._windows.sequence[places], return_inverse=True)
            here = self._columns(claim, columns)
            states = np.vstack([here, self._musts(number, here, columns)])

            def near(asked: Any) -> Any:
                return self.cosines(number, columns[at[asked]])

            found = self._windows.supporters(places, states[:, at], claim.weights, near) | found
        return dict(sorted(found.items()))

    def repeated(self, number: int, others: Sequence[int], limits: tuple[float, float]) -> bool:
        """Return whether one or two of the others state nearly all that the statement states.

        `limits` are those for one, such as REPEATED, and for two, REPEATED_BY_TWO.
        """
        import numpy as np

        claim = self._claim(number)
        if not len(claim.weights) or not others:
            return False
        weights = claim.weights / claim.weights.sum()
        columns = self._columns(claim, np.array(others, dtype=np.int64))
        cosines = self.cosines(number, others)
        if np.round(weights @ columns + cosines, 6).max() >= limits[0]:
            return True
        pairs = (np.maximum(columns[:, [n]], columns) for n in range(len(others)))
        return any(np.round(weights @ pair, 6).max() >= limits[1] for pair in pairs)

    def _claim(self, number: int) -> _Claim:
        """Return which statements have each term of statement `number`, with the weights.

        The weights sum to 1 at most.
        """
        import numpy as np

        own = terms(self.story.sentence(number).text)
        shares = [
            self._all.of([self._number[form] for form in forms(name, self._starts)])
            for name in own.fixed
        ]
        unknown = [word for word in own.common if word not in self._near]
        for word, row in zip(unknown, self._meanings.likeness(unknown), strict=True):
            stems = np.flatnonzero(row)
            self._near[word] = stems, row[stems]
        for word in own.common:
            same, alike = self._all.of([self._number[word]]), self._common.of(*self._near[word])
            owners, values = map(np.concatenate, zip(same, alike, strict=True))
            shares.append((owners, values))
        weights = np.array([self._weight[word] for word in own.fixed + own.common])
        return _Claim(own.fixed, shares, weights / (math.fsum(weights) + SHORT))

    def _covered(self, claim: _Claim) -> Any:
        """Return how much of a claim's weight each statement has."""
        import numpy as np

        total, here = np.zeros_like(self._scratch), self._scratch
        for (owners, values), weight in zip(claim.shares, claim.weights, strict=True):
            np.maximum.at(here, owners, values)
            # An owner may be named twice, which sets it twice to the same.
            total[owners] = total[owners] + weight * here[owners]
            here[owners] = 0.0
        return total

    def _columns(self, claim: _Claim, columns: Any) -> Any:
        """Return how far some statements have each term, terms × columns, 0 to 1."""
        import numpy as np

        rows = np.zeros((len(claim.shares), len(columns)))
        here = self._scratch
        for row, (owners, values) in zip(rows, claim.shares, strict=True):
            np.maximum.at(here, owners, values)
            row[:] = here[columns]
            here[owners] = 0.0
        return rows

    def _musts(self, number: int, here: Any, columns: Any) -> Any:
        """Return, a row each, how far the statements have what no supporter may lack.

        That is the countries and numbers of the main clause, any word of each quotation that
        stands for a thing, and for a denial a denial.
        """
        import numpy as np

        text = self.story.sentence(number).text
        fixed = terms(text).fixed
        clause = terms(main_clause(text)).fixed
        bound = {name for name in clause if is_state(name) or name[0].isdigit()}
        actors = [row for row, name in enumerate(fixed) if name in bound]
        row_of = {word: row for row, word in enumerate(fixed)}
        quoted = [[row_of[word] for word in own] for own in quotations(text)]
        denials = [row[columns] for row in self._denials if row[number]]
        said = [here[rows].max(axis=0) for rows in quoted]
        return np.vstack([np.ones(here.shape[1]), here[actors], *said, *denials])


@dataclass(frozen=True, slots=True)
class _Claim:
    """The terms of a statement: who has each how far (statements and values), and the weights."""

    fixed: tuple[str, ...]
    shares: list[Any]
    weights: Any


class _Postings:
    """For each stem the statements that have it."""

    def __init__(self, lists: Iterable[Sequence[int]], size: int) -> None:
        import numpy as np

        flat, owners = array("i"), array("i")
        for owner, own in enumerate(lists):
            flat.extend(own)
            owners.extend([owner] * len(own))
        stems = np.array(flat, dtype=np.int32)
        order = np.argsort(stems, kind="stable")
        self._owners = np.array(owners, dtype=np.int32)[order]
        self._starts = np.searchsorted(stems[order], np.arange(size + 1))

    def of(self, stems: Sequence[int], values: Any = 1.0) -> tuple[Any, Any]:
        """Return the statements that have some stems, each with the value of the stem."""
        import numpy as np

        own = np.asarray(stems, dtype=np.int64)
        starts, counts = self._starts[own], self._starts[own + 1] - self._starts[own]
        ends = np.cumsum(counts)
        places = np.arange(counts.sum()) + np.repeat(starts - ends + counts, counts)
        return self._owners[places], np.repeat(np.broadcast_to(values, own.shape), counts)
