"""Windows: one to three sentences of an article in a row, and which of them support a claim."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from summarize.weighing.relatedness import Relatedness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.arrays import Doubles, Flags, Floats, Longs, Singles
    from summarize.records import Story

# An article comes near to stating a statement when, for the best of its windows, coverage + COSINE
# × cosine, less LONGER for each sentence after the first, reaches NEAR: set on 112 pairs of
# sentence and article of the seeds. It states it when that, with the relatedness of the articles,
# reaches STATES: set on 1690 pairs of 81 stories of all development sets, with those of the seeds
# to check it. All labelled by hand, 2026-11; docs/evaluation.md, "Citations", has how much is
# right.
NEAR = 0.635
STATES = 0.98
COSINE = 0.3
LONGER = 0.04
# What a statement of few terms tells is seldom spread over several sentences. A window loses
# SPREAD for each after the first, the more of it the further the terms are below FEW. With 0.08
# more wrong ones go, and one that readers of the seeds hold for right; labelled pairs, 2026-11.
SPREAD = 0.02
FEW = 10
WINDOW = 3  # sentences
_BLOCK = 4096  # sentences whose windows are measured at a time
_TABLE = 1 << 16  # windows × claims that are looked over at a time
_ROUGHNESS = 1e-3  # of a score in single precision, and much more


@dataclass(frozen=True, slots=True)
class Spans:
    """Windows that may support claims: which claim each, from which sentence on, how many more."""

    claims: Longs
    starts: Longs
    sizes: Longs

    def chosen(self, which: Flags | Longs) -> Spans:
        """Return some of them."""
        return Spans(self.claims[which], self.starts[which], self.sizes[which])

    def sentences(self) -> Longs:
        """Return the sentences of each window, the last one of a shorter window repeated."""
        import numpy as np

        return self.starts[:, None] + np.minimum(np.arange(WINDOW), self.sizes[:, None])

    def sums(self, values: Floats) -> Floats:
        """Return the sum of what is given for each window's sentences, each counted once."""
        import numpy as np

        return (values * (np.arange(WINDOW) <= self.sizes[:, None])).sum(axis=1)


class Windows:
    """The articles as sequences of statements, and all windows of up to three in a row."""

    def __init__(self, story: Story) -> None:
        import numpy as np

        self._story = story
        self._relatedness: Relatedness | None = None  # made when it is first asked
        statements = story.embedded.statements
        self.sequence = np.zeros(len(story.sentences), dtype=np.int64)
        copies = list(chain.from_iterable(statement.copies for statement in statements))
        sizes = [len(statement.copies) for statement in statements]
        self.sequence[copies] = np.repeat(np.arange(len(statements)), sizes)
        self._article = np.array([sentence.span.article for sentence in story.sentences])
        count = len(self.sequence)
        self._norms = np.ones((min(WINDOW, count), count))
        for start in range(0, count, _BLOCK):
            # A block at a time, with what its last windows reach into.
            rows = self.sequence[start : start + _BLOCK + WINDOW - 1]
            vectors = story.embedded.vectors[rows].astype(np.float64)
            sums = np.zeros_like(vectors)
            for size, norms in enumerate(self._norms[: len(rows)]):
                sums = sums[: len(rows) - size] + vectors[size:]
                own = np.maximum(np.linalg.norm(sums, axis=1), 1e-9)
                norms[start : start + len(own)] = own

    def copies(self, number: int) -> dict[int, tuple[int, ...]]:
        """Return the articles that carry a statement, with the first sentence that does."""
        copies = self._story.embedded.statements[number].copies
        return {int(self._article[copy]): (copy,) for copy in reversed(copies)}

    def hopeful(
        self, numbers: Sequence[int], covered: Doubles, cosines: Singles | None = None
    ) -> Iterator[Spans]:
        """Give the windows that may support some statements, in articles that carry no copy.

        `covered` tells, a row for each of them, how much of it every statement has, and `cosines`
        roughly how near it is. A window has no more than its sentences together, and no cosine is
        more than 1.
        """
        import numpy as np

        count = len(self.sequence)
        at_once = max(1, _TABLE // max(1, count))
        for first in range(0, len(numbers), at_once):
            some = slice(first, first + at_once)
            own = covered[some][:, self.sequence]
            near = None if cosines is None else cosines[some][:, self.sequence]
            elsewhere = self._elsewhere(numbers[some])
            total, alike = np.zeros_like(own), np.zeros_like(own)
            found: list[tuple[Longs, Longs]] = []
            for size, norms in enumerate(self._norms):
                ends = slice(0, count - size)
                total = total[:, ends] + own[:, size:]
                reach = total - (LONGER * size - (COSINE if near is None else 0.0))
                if near is not None:
                    alike = alike[:, ends] + near[:, size:]
                    reach += COSINE * alike / norms[ends]
                whole = elsewhere[:, ends] & (self._article[ends] == self._article[size:])
                # In a row, and divided: for few of many, quicker than `np.nonzero` of a table.
                hits = np.flatnonzero(whole & (reach >= NEAR - _ROUGHNESS))
                found.append(np.divmod(hits, count - size))
            sizes = np.repeat(np.arange(len(found)), [len(starts) for _, starts in found])
            claims, starts = (np.concatenate(part) for part in zip(*found, strict=True))
            yield Spans(claims + first, starts, sizes)

    def _elsewhere(self, numbers: Sequence[int]) -> Flags:
        """Return for each statement which sentences stand in articles that carry no copy of it."""
        import numpy as np

        free = np.ones((len(numbers), self._article.max(initial=-1) + 1), dtype=bool)
        for row, number in zip(free, numbers, strict=True):
            row[self._article[list(self._story.embedded.statements[number].copies)]] = False
        return free[:, self._article]

    def scores(self, spans: Spans, covers: Floats, cosines: Floats) -> Doubles:
        """Return how far windows support their claims, rounded.

        `covers` is how much of the claim each has, `cosines` how near each of its sentences is.
        """
        import numpy as np

        near = spans.sums(cosines) / self._norms[spans.sizes, spans.starts]
        return np.round(covers + (COSINE * near - LONGER * spans.sizes), 6)

    def likely(self, spans: Spans, covers: Floats, cosines: Floats) -> Longs:
        """Return which windows may support their claims, by cosines that are known roughly."""
        import numpy as np

        return np.flatnonzero(self.scores(spans, covers, cosines) >= NEAR - _ROUGHNESS)

    def pairs(self, spans: Spans) -> Iterator[tuple[int, int]]:
        """Give the claims with the articles that windows are of, each pair once."""
        import numpy as np

        keys = np.unique(self._pairs(spans))
        parts = np.divmod(keys, len(self._story.articles) + 1)
        yield from zip(*(part.tolist() for part in parts), strict=True)

    def stating(self, numbers: Sequence[int], spans: Spans, scores: Doubles) -> Flags:
        """Return which windows state their claims, by their scores and their articles.

        The claims are the statements `numbers`.
        """
        import numpy as np

        self._relatedness = self._relatedness or Relatedness(self._story)
        claims = np.asarray(numbers, dtype=np.int64)[spans.claims]
        near = self._relatedness.of(claims, self._article[spans.starts])
        return np.round(scores + near, 6) >= STATES

    def spread(self, spans: Spans, counts: Sequence[int]) -> Doubles:
        """Return what windows of several sentences lose where claims have few terms.

        `counts` are how many terms each claim has.
        """
        import numpy as np

        lacking = np.maximum(0, FEW - np.array(counts, dtype=np.int64)) / FEW
        return SPREAD * spans.sizes * lacking[spans.claims]

    def best(self, spans: Spans, scores: Doubles) -> Longs:
        """Return the numbers of the best of the shortest windows of each claim and article.

        Of equals it is the first. What fewer sentences state needs no more of them to show it.
        """
        import numpy as np

        pairs = self._pairs(spans)
        order = np.lexsort((spans.starts, -scores, spans.sizes, pairs))
        return order[np.diff(pairs[order], prepend=-1) > 0]

    def _pairs(self, spans: Spans) -> Longs:
        """Return for each window a number that stands for its claim and its article."""
        return spans.claims * (len(self._story.articles) + 1) + self._article[spans.starts]

    def others(self, spans: Spans, best: Longs, some: Longs) -> Flags:
        """Return which windows are of the pairs that some windows are of, and not the best."""
        import numpy as np

        pairs = self._pairs(spans)
        left = np.isin(pairs, pairs[some])
        left[best] = False
        return left

    def told(self, spans: Spans) -> Iterator[tuple[int, int, tuple[int, ...]]]:
        """Give for each window its claim, its article and its sentences."""
        rows = (spans.claims, self._article[spans.starts], spans.starts, spans.sizes)
        for claim, article, start, size in zip(*(row.tolist() for row in rows), strict=True):
            yield claim, article, tuple(range(start, start + size + 1))


def covers(
    states: Doubles, terms: tuple[Longs, Doubles, Longs], spans: Spans, columns: Longs
) -> Doubles:
    """Return how much of its claim each window has: of each term as far as its best sentence has.

    `states` tells how far statements have terms, `columns` which of them the windows are made of.
    `terms` are the rows of the claims' terms, one claim after another, their weights, and where
    each claim's begin.
    """
    import numpy as np

    rows, weights, begins = terms
    starts = begins[spans.claims]
    counts = begins[spans.claims + 1] - starts
    owners = np.repeat(np.arange(len(counts)), counts)
    at = np.arange(len(owners)) + np.repeat(starts - np.cumsum(counts) + counts, counts)
    own = rows[at]
    most = states[own, columns[owners, 0]]
    for column in columns.T[1:]:
        np.maximum(most, states[own, column[owners]], out=most)
    sums = np.bincount(owners, weights=weights[at] * most, minlength=len(counts))
    return sums.astype(np.float64, copy=False)  # of nothing, they are whole numbers
