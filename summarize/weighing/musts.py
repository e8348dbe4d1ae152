"""Musts: what no sentence may lack that supports another, however much else they share."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from summarize.text.clauses import main_clause
from summarize.text.terms import negates
from summarize.text.values.accusations import denies
from summarize.words import expressed, is_state, quotations, terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarize.records import Story
    from summarize.weighing.shares import Shares
    from summarize.weighing.table import Table

MUST = 0.5  # how far a window must have what it must not lack
FELT = 0.2  # likeness of "gratitude" and "thanked", the least of such pairs that were looked at


class Musts:
    """What the statements of a story must have to support one another, looked up when asked."""

    def __init__(self, story: Story, shares: Shares | Table) -> None:
        self._story = story
        self._shares = shares

    def lacking_nothing(self, number: int, shares: Any, columns: Any) -> Any:
        """Return which windows, given as rows of statements, have all that statement `number` asks.

        `shares` are those of its terms.
        """
        import numpy as np

        rows = self._rows(number, shares, columns.ravel())
        if not rows:
            return np.ones(len(columns), dtype=bool)
        have = np.array(rows).reshape(len(rows), *columns.shape)
        return (have.max(axis=2) >= MUST).all(axis=0)

    def _rows(self, number: int, shares: Any, columns: Any) -> list[Any]:
        """Return, a row each, how far the statements have what no supporter may lack.

        That is the countries and numbers of the main clause, any word of each quotation that
        stands for a thing, what somebody expresses or a word like it, and for a denial a denial.
        """
        text = self._story.sentence(number).text
        own = terms(text)
        actors = [row for row, name in enumerate(own.fixed) if is_state(name) or name[0].isdigit()]
        if actors:
            clause = main_clause(text)
            told = own.fixed if clause == text else terms(clause).fixed
            actors = [row for row in actors if own.fixed[row] in told]
        quoted, felt = quotations(text), expressed(text)
        rows: list[Any] = list(self._denials(number, columns))
        if not (actors or quoted or felt):
            return rows
        here = self._shares.columns(shares, columns)
        row_of = {word: row for row, word in enumerate(own.fixed + own.common)}
        rows += list(here[actors])
        rows += [here[[row_of[word] for word in some]].max(axis=0) for some in quoted]
        rows += [here[row_of[word]] >= FELT for word in felt if word in row_of]
        return rows

    def _denials(self, number: int, columns: Any) -> Iterator[Any]:
        """Give for each way in which a statement denies whether others do it too.

        "did not" needs a "not" to support it, "denied" either.
        """
        no, denied = self._denying
        if no[number]:
            yield no[columns]
        if no[number] or denied[number]:
            yield no[columns] | denied[columns]

    @cached_property
    def _denying(self) -> tuple[Any, Any]:
        """Which statements say no, and which tell of a denial."""
        import numpy as np

        texts = [self._story.sentence(n).text for n in range(len(self._story.embedded.statements))]
        return np.array(list(map(negates, texts))), np.array(list(map(denies, texts)))
