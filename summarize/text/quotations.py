"""Quotations: where in an article a sentence starts or ends between quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.text.clues import left_open

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.records import Sentence


class Quotations:
    """The quotations of an article's sentences, each paragraph read as far as it is asked for."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._within: dict[int, bool] = {}

    def follows(self, at: int) -> bool:
        """Return whether a sentence has another before it in its paragraph."""
        return at > 0 and self._sentences[at - 1].paragraph == self._sentences[at].paragraph

    def starts_within(self, at: int) -> bool:
        """Return whether a sentence starts within a quotation that its paragraph has opened.

        One that a paragraph leaves open is opened again by the next one's mark.
        """
        first = at
        while first not in self._within and self.follows(first):
            first -= 1
        self._within.setdefault(first, False)
        for number in range(first, at):
            self._within[number + 1] = self.ends_within(number)
        return self._within[at]

    def ends_within(self, at: int) -> bool:
        """Return whether a sentence leaves a quotation open."""
        return left_open(self._sentences[at].text, quoted=self.starts_within(at))
