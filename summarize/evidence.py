"""Evidence: how far the sentences of a story state what one of them states.

An article supports a statement if one to three of its sentences in a row cover the statement's
content, in its words or in words of the same meaning, and are close to it as a whole. What every
sentence of the story says weighs little, as in any inverse document frequency.
"""

from __future__ import annotations

import math
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Any

from summarize.text.clauses import main_clause
from summarize.text.disputes import denies
from summarize.text.terms import negates
from summarize.words import by_start, forms, is_state, likeness, quotations, terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.records import Story

# An article supports a statement when, for the best of its windows, coverage + COSINE × cosine,
# less LONGER for each sentence after the first, reaches SUPPORTS. Set on 112 pairs of sentence and
# article of the seeds, labelled by hand: precision 1.0, recall 0.84, 2026-11.
SUPPORTS = 0.635
COSINE = 0.3
LONGER = 0.04
WINDOW = 3  # sentences
MUST = 0.5  # how far a window must have what it must not lack
SHORT = 4.0  # weight that every claim lacks, so that few and common words prove little


class Evidence:
    """The statements of a story, ready to be asked what they say of one another."""

    def __init__(self, story: Story) -> None:
        import numpy as np

        self.story = story
        count = len(story.embedded.statements)
        self._terms = [terms(story.sentence(number).text) for number in range(count)]
        found = Counter(chain.from_iterable(t.fixed + t.common for t in self._terms))
        self._stems = sorted(found)
        self._weight = {word: math.log(1 + count / found[word]) for word in self._stems}
        self._number = number_of = {word: number for number, word in enumerate(self._stems)}
        self._starts = by_start(self._stems)
        self._all = _Rows([[number_of[w] for w in t.fixed + t.common] for t in self._terms])
        self._common = _Rows([[number_of[w] for w in t.common] for t in self._terms])
        texts = [story.sentence(number).text for number in range(count)]
        # "did not" needs a "not" to support it, "denied" either.
        no, denied = ([float(says(text)) for text in texts] for says in (negates, denies))
        self._denials = np.array([no, np.maximum(no, denied)])
        self._vectors = story.embedded.vectors.astype(np.float64)
        self._articles = _Articles(story, self._vectors)

    def stated(self, number: int) -> tuple[Any, Any]:
        """Return how far each statement has each term of statement `number`, with the weights.

        The first is terms × statements, 0 to 1; the second sums to 1 at most.
        """
        import numpy as np

        claim = self._terms[number]
        if not claim.fixed and not claim.common:
            return np.zeros((0, len(self._terms))), np.zeros(0)
        same = np.zeros((len(claim.fixed) + len(claim.common), len(self._stems)))
        for row, name in enumerate(claim.fixed):
            same[row, [self._number[form] for form in forms(name, self._starts)]] = 1.0
        for row, word in enumerate(claim.common, start=len(claim.fixed)):
            same[row, self._number[word]] = 1.0
        here = self._all.most(same)
        if claim.common:
            alike = self._common.most(likeness(claim.common, self._stems))
            here[len(claim.fixed) :] = np.maximum(here[len(claim.fixed) :], alike)
        weights = np.array([self._weight[word] for word in claim.fixed + claim.common])
        return here, weights / (math.fsum(weights) + SHORT)

    def cosines(self, number: int) -> Any:
        """Return the cosine of each statement with statement `number`, rounded."""
        import numpy as np

        return np.round(self._vectors @ self._vectors[number], 6)

    def supporters(self, number: int) -> dict[int, tuple[int, ...]]:
        """Return the articles that state what statement `number` states, its own among them.

        Each comes with the numbers of its sentences that state it: a copy of the statement, or
        the one to three sentences in a row that support it best.
        """
        import numpy as np

        here, weights = self.stated(number)
        cosines = self.cosines(number)
        states = np.vstack([here, self._musts(number, here)])
        return self._articles.supporters(number, states, weights, cosines)

    def _musts(self, number: int, here: Any) -> Any:
        """Return, a row each, how far the statements have what no supporter may lack.

        That is the countries and numbers of the main clause, any word of each quotation that
        stands for a thing, and for a denial a denial.
        """
        import numpy as np

        claim = self._terms[number]
        text = self.story.sentence(number).text
        clause = terms(main_clause(text)).fixed
        bound = {name for name in clause if is_state(name) or name[0].isdigit()}
        actors = [row for row, name in enumerate(claim.fixed) if name in bound]
        row_of = {word: row for row, word in enumerate(claim.fixed)}
        quoted = [[row_of[word] for word in own] for own in quotations(text)]
        denials = [row for row in self._denials if row[number]]
        said = [here[rows].max(axis=0) for rows in quoted]
        return np.vstack([np.ones(here.shape[1]), here[actors], *said, *denials])

    def repeated(self, number: int, others: Sequence[int], limits: tuple[float, float]) -> bool:
        """Return whether one or two of the others state nearly all that the statement states.

        `limits` are those for one, such as REPEATED, and for two, REPEATED_BY_TWO.
        """
        import numpy as np

        here, weights = self.stated(number)
        if not len(weights) or not others:
            return False
        weights = weights / weights.sum()
        columns = here[:, list(others)]
        cosines = self.cosines(number)[list(others)]
        if np.round(weights @ columns + cosines, 6).max() >= limits[0]:
            return True
        pairs = (np.maximum(columns[:, [n]], columns) for n in range(len(others)))
        return any(np.round(weights @ pair, 6).max() >= limits[1] for pair in pairs)


class _Articles:
    """The articles as sequences of statements, and all windows of up to three in a row."""

    def __init__(self, story: Story, vectors: Any) -> None:
        import numpy as np

        statements = story.embedded.statements
        self._copies = [
            {story.sentences[copy].span.article: (copy,) for copy in reversed(statement.copies)}
            for statement in statements
        ]
        statement_of = {c: n for n, s in enumerate(statements) for c in s.copies}
        self._sequence = np.array([statement_of[n] for n in range(len(story.sentences))])
        self._article = np.array([sentence.span.article for sentence in story.sentences])
        self._norms = []
        sums = np.zeros((len(self._sequence), vectors.shape[1]))
        for size in range(1, WINDOW + 1):
            sums = sums[: len(self._sequence) - size + 1] + vectors[self._sequence[size - 1 :]]
            self._norms.append(np.maximum(np.linalg.norm(sums, axis=1), 1e-9))

    def supporters(
        self, number: int, states: Any, weights: Any, cosines: Any
    ) -> dict[int, tuple[int, ...]]:
        """Return the articles with a window that supports a claim, and those that carry it.

        `states` tells for each statement how far it has each of the terms that `weights` weighs,
        and below them each thing that must not be lacking.
        """
        import numpy as np

        row, has = cosines[self._sequence], states[:, self._sequence]
        total, most = np.zeros(len(row)), np.zeros_like(has)
        best: dict[int, tuple[float, tuple[int, ...]]] = {}
        for size in range(1, min(WINDOW, len(row)) + 1):
            length = len(row) - size + 1
            total = total[:length] + row[size - 1 :]
            most = np.maximum(most[:, :length], has[:, size - 1 :])
            close = COSINE * total / self._norms[size - 1] - LONGER * (size - 1)
            score = np.round(weights @ most[: len(weights)] + close, 6)
            whole = self._article[:length] == self._article[size - 1 :]
            complete = most[len(weights) :].min(axis=0) >= MUST
            for start in np.flatnonzero(whole & complete & (score >= SUPPORTS)).tolist():
                article, window = int(self._article[start]), tuple(range(start, start + size))
                if score[start] > best.get(article, (0.0,))[0]:
                    best[article] = float(score[start]), window
        found = {article: window for article, (_, window) in best.items()}
        return dict(sorted((found | self._copies[number]).items()))


class _Rows:
    """Lists of column numbers, to take the largest value of each list's columns at once."""

    def __init__(self, lists: Sequence[Sequence[int]]) -> None:
        import numpy as np

        self._flat = np.array(list(chain.from_iterable(lists)), dtype=np.int64)
        self._filled = np.array([n for n, own in enumerate(lists) if own], dtype=np.int64)
        lengths = np.array([len(own) for own in lists if own], dtype=np.int64)
        self._starts = np.concatenate([[0], np.cumsum(lengths)[:-1]]).astype(np.int64)
        self._count = len(lists)

    def most(self, values: Any) -> Any:
        """Return rows × lists: the largest of each row's values at each list's columns, or 0."""
        import numpy as np

        found = np.zeros((len(values), self._count))
        if len(self._filled):
            found[:, self._filled] = np.maximum.reduceat(
                values[:, self._flat], self._starts, axis=1
            )
        return found
