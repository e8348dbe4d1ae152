"""Windows: one to three sentences of an article in a row, and which of them support a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from summarize.records import Story

# An article supports a statement when, for the best of its windows, coverage + COSINE × cosine,
# less LONGER for each sentence after the first, reaches SUPPORTS. Set on 112 pairs of sentence and
# article of the seeds, labelled by hand: precision 1.0, recall 0.84, 2026-11.
SUPPORTS = 0.635
COSINE = 0.3
LONGER = 0.04
WINDOW = 3  # sentences
MUST = 0.5  # how far a window must have what it must not lack
_BLOCK = 4096  # sentences whose windows are measured at a time
_ROUNDING = 1e-5


class Windows:
    """The articles as sequences of statements, and all windows of up to three in a row."""

    def __init__(self, story: Story) -> None:
        import numpy as np

        self._story = story
        statements = story.embedded.statements
        self.sequence = np.zeros(len(story.sentences), dtype=np.int64)
        for number, statement in enumerate(statements):
            self.sequence[list(statement.copies)] = number
        self._article = np.array([sentence.span.article for sentence in story.sentences])
        self._norms = [np.zeros(len(self.sequence) - size) for size in range(self._most())]
        for start in range(0, len(self.sequence), _BLOCK):
            # A block at a time, with what its last windows reach into.
            rows = self.sequence[start : start + _BLOCK + WINDOW - 1]
            vectors = story.embedded.vectors[rows].astype(np.float64)
            sums = np.zeros_like(vectors)
            for size, norms in enumerate(self._norms[: len(rows)]):
                sums = sums[: len(rows) - size] + vectors[size:]
                own = np.maximum(np.linalg.norm(sums, axis=1), 1e-9)
                norms[start : start + len(own)] = own

    def _most(self) -> int:
        return min(WINDOW, len(self.sequence))

    def copies(self, number: int) -> dict[int, tuple[int, ...]]:
        """Return the articles that carry a statement, with the first sentence that does."""
        copies = self._story.embedded.statements[number].copies
        return {int(self._article[copy]): (copy,) for copy in reversed(copies)}

    def places(self, covered: Any) -> Any:
        """Return the sentences of the windows that may support a claim, in order.

        `covered` is how much of the claim each statement has. A window has no more than its
        sentences together, and no cosine is more than 1.
        """
        import numpy as np

        own = covered[self.sequence]
        chosen = np.zeros(len(own), dtype=bool)
        total = np.zeros(len(own))
        for size in range(self._most()):
            total = total[: len(own) - size] + own[size:]
            likely = total >= SUPPORTS - COSINE + LONGER * size - _ROUNDING
            for shift in range(size + 1):
                chosen[shift : shift + len(likely)] |= likely
        return np.flatnonzero(chosen)

    def supporters(
        self, places: Any, states: Any, weights: Any, near: Callable[[Any], Any]
    ) -> dict[int, tuple[int, ...]]:
        """Return the articles with a window among `places` that supports a claim, and the window.

        Of several it is the best of the shortest.

        `states` tells of each place how far it has each of the terms that `weights` weighs, and
        below them each thing that must not be lacking; `near` gives the cosines of some places.
        """
        import numpy as np

        covers = list(self._covers(places, states, weights))
        asked = np.zeros(len(places), dtype=bool)
        for size, cover in enumerate(covers):
            likely = cover + COSINE - LONGER * size >= SUPPORTS - _ROUNDING
            for shift in range(size + 1):
                asked[shift : shift + len(likely)] |= likely
        total, row = np.zeros(len(places)), np.zeros(len(places))
        row[asked] = near(np.flatnonzero(asked))
        found: dict[int, tuple[int, ...]] = {}
        for size, cover in enumerate(covers):
            best: dict[int, tuple[float, tuple[int, ...]]] = {}
            total = total[: len(cover)] + row[size:]
            starts = places[: len(cover)]
            norms = self._norms[size][np.minimum(starts, len(self._norms[size]) - 1)]
            score = np.round(cover + (COSINE * total / norms - LONGER * size), 6)
            for place in np.flatnonzero(score >= SUPPORTS).tolist():
                start = int(starts[place])
                article, window = int(self._article[start]), tuple(range(start, start + size + 1))
                if score[place] > best.get(article, (0.0,))[0]:
                    best[article] = float(score[place]), window
            # What fewer sentences state needs no more of them to show it.
            found = {article: window for article, (_, window) in best.items()} | found
        return found

    def _covers(self, places: Any, states: Any, weights: Any) -> Iterator[Any]:
        """Give for each size what the windows from each place on have of a claim.

        It is minus infinity where places are no window, or lack what they must not.
        """
        import numpy as np

        most = np.zeros_like(states)
        for size in range(min(WINDOW, len(places))):
            most = np.maximum(most[:, : len(places) - size], states[:, size:])
            starts, ends = places[: len(places) - size], places[size:]
            whole = (ends - starts == size) & (self._article[starts] == self._article[ends])
            whole &= most[len(weights) :].min(axis=0) >= MUST
            yield np.where(whole, weights @ most[: len(weights)], -np.inf)
