"""Windows: one to three sentences of an article in a row, and which of them support a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

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
_TABLE = 1 << 18  # windows × claims that are looked over at a time
_ROUNDING = 1e-5
_ROUGHNESS = 1e-3  # of a score in single precision, and much more


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
        likely = []
        total = np.zeros(len(own))
        for size in range(self._most()):
            total = total[: len(own) - size] + own[size:]
            likely.append(total >= SUPPORTS - COSINE + LONGER * size - _ROUNDING)
        return _within(likely, len(own))

    def likely(
        self, numbers: Sequence[int], covered: Any, cosines: Any
    ) -> Iterator[tuple[int, Any]]:
        """Give some statements, each with the sentences of the windows that may support it.

        As `places` does for one, but in articles that carry no copy, and by the rough cosines too:
        `covered` and `cosines` have a row for each of the statements and a column for every one.
        """
        import numpy as np

        carried = np.zeros((covered.shape[1], self._article.max(initial=-1) + 1), dtype=bool)
        carried[self.sequence, self._article] = True
        count = len(self.sequence)
        at_once = max(1, _TABLE // max(1, count))
        for start in range(0, len(numbers), at_once):
            some = slice(start, start + at_once)
            own, near = covered[some][:, self.sequence], cosines[some][:, self.sequence]
            elsewhere = ~carried[numbers[some]][:, self._article]
            total, alike, likely = np.zeros_like(own), np.zeros_like(own), []
            for size, norms in enumerate(self._norms):
                ends = slice(0, count - size)
                total, alike = total[:, ends] + own[:, size:], alike[:, ends] + near[:, size:]
                whole = elsewhere[:, ends] & (self._article[ends] == self._article[size:])
                reach = total + (COSINE * alike / norms - LONGER * size)
                likely.append(whole & (reach >= SUPPORTS - _ROUGHNESS))
            hopeful = np.any([one.any(axis=1) for one in likely], axis=0)
            for row, number in enumerate(numbers[some]):
                if hopeful[row]:
                    yield number, _within([one[row] for one in likely], count)
                else:
                    yield number, ()

    def supporters(
        self,
        places: Any,
        states: tuple[Any, Any],
        near: Callable[[Any, bool], Any],
        musts: Callable[[], Any],
    ) -> dict[int, tuple[int, ...]]:
        """Return the articles with a window among `places` that supports a claim, and the window.

        Of several it is the best of the shortest.

        `states` tells of each place how far it has each of some terms, and what these weigh;
        `musts` how far it has each thing that must not be lacking; `near` gives the cosines of some
        places, in double precision or roughly.
        """
        import numpy as np

        covers = list(self._covers(places, *states))
        least = SUPPORTS - COSINE - _ROUNDING
        asked = [cover >= least + LONGER * size for size, cover in enumerate(covers)]
        row = np.zeros(len(places))
        some = _within(asked, len(places))
        row[some] = near(some, False)  # noqa: FBT003 - near is asked for little precision
        # Most are out of reach as they are; only the others need all digits.
        rough = self._scores(places, covers, row)
        asked = [score >= SUPPORTS - _ROUGHNESS for score in rough]
        if not any(own.any() for own in asked):
            return {}
        kept = (most.min(axis=0) >= MUST for most in _most_of(musts(), len(asked)))
        asked = [own & keeps for own, keeps in zip(asked, kept, strict=True)]
        some = _within(asked, len(places))
        row[some] = near(some, True)  # noqa: FBT003
        found: dict[int, tuple[int, ...]] = {}
        for size, score in enumerate(self._scores(places, covers, row)):
            rows = np.flatnonzero(asked[size] & (np.round(score, 6) >= SUPPORTS))
            starts = places[rows]
            articles = self._article[starts]
            # Of each article the best, and of equals the first.
            order = np.lexsort((-np.round(score[rows], 6), articles))
            first = order[np.diff(articles[order], prepend=-1) > 0]
            for article, start in zip(
                articles[first].tolist(), starts[first].tolist(), strict=True
            ):
                # What fewer sentences state needs no more of them to show it.
                found.setdefault(article, tuple(range(start, start + size + 1)))
        return found

    def _scores(self, places: Any, covers: Sequence[Any], row: Any) -> Iterator[Any]:
        """Give for each size how far the windows from each place on support a claim."""
        import numpy as np

        total = np.zeros(len(places))
        for size, cover in enumerate(covers):
            total = total[: len(cover)] + row[size:]
            starts = np.minimum(places[: len(cover)], len(self._norms[size]) - 1)
            yield cover + (COSINE * total / self._norms[size][starts] - LONGER * size)

    def _covers(self, places: Any, states: Any, weights: Any) -> Iterator[Any]:
        """Give for each size what the windows from each place on have of a claim.

        It is minus infinity where places are no window.
        """
        import numpy as np

        for size, most in enumerate(_most_of(states, min(WINDOW, len(places)))):
            starts, ends = places[: len(places) - size], places[size:]
            whole = (ends - starts == size) & (self._article[starts] == self._article[ends])
            yield np.where(whole, weights @ most, -np.inf)


def _most_of(states: Any, sizes: int) -> Iterator[Any]:
    """Give for each size how far the windows from each place on have what places have."""
    import numpy as np

    most = states
    yield most
    for size in range(1, sizes):
        most = np.maximum(most[:, :-1], states[:, size:])
        yield most


def _within(starts: Sequence[Any], count: int) -> Any:
    """Return which of some places are in windows, given where those of each size start."""
    import numpy as np

    chosen = np.zeros(count, dtype=bool)
    for size, own in enumerate(starts):
        for shift in range(size + 1):
            chosen[shift : shift + len(own)] |= own
    return np.flatnonzero(chosen)
