"""Quotations: where in an article a sentence starts or ends between quotation marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarize.text.clues import left_open

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.records import Sentence

_MARK = re.compile('[“”"]')
_OPENED = re.compile(r'(?:^|[\s(\[—–-])["“](?=[^\s"“”])')
_CLOSED = re.compile(r'[^\s"“”]["”](?!\w)')


def is_amid(text: str, start: int, end: int) -> bool:
    """Return whether a part of a text, without marks of its own, stands amid a quotation.

    Its paragraph opens one with a mark before the part, and the next mark after the part closes.
    """
    mark = max(text.rfind(sign, 0, start) for sign in '"“”')
    if mark < 0 or "\n" in text[mark:start] or _MARK.search(text, start, end):
        return False
    if _OPENED.match(text, max(0, mark - 1)) is None and _OPENED.match(text, mark) is None:
        return False
    line = text.find("\n", end)
    after = _MARK.search(text, end, len(text) if line < 0 else line)
    if after is None:
        return text[mark] == "“"
    return _CLOSED.match(text, after.start() - 1) is not None


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
