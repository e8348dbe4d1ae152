"""Quotations: where in an article a sentence starts or ends between quotation marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarize.text.attribution.clues import is_marked, left_open

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
    """The quotations of an article's sentences, each paragraph read when it is first asked for."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._open: dict[int, bool] = {}  # whether a sentence leaves a quotation open

    def follows(self, at: int) -> bool:
        """Return whether a sentence has another before it in its paragraph."""
        return at > 0 and self._sentences[at - 1].paragraph == self._sentences[at].paragraph

    def starts_within(self, at: int) -> bool:
        """Return whether a sentence starts within a quotation that its paragraph has opened.

        One that a paragraph leaves open is opened again by the next one's mark.
        """
        return self.follows(at) and self.ends_within(at - 1)

    def ends_within(self, at: int) -> bool:
        """Return whether a sentence leaves a quotation open.

        Where a paragraph leaves one open that the next does not go on with, a mark is one too many
        or wrong, and none is open behind the sentence with the last mark.
        """
        if at not in self._open:
            self._read(at)
        return self._open[at]

    def _read(self, at: int) -> None:
        """Read the paragraph of a sentence."""
        first, last = at, at
        while self.follows(first):
            first -= 1
        while last + 1 < len(self._sentences) and self.follows(last + 1):
            last += 1
        inside, marked = False, first
        for number in range(first, last + 1):
            text = self._sentences[number].text
            inside = self._open[number] = left_open(text, quoted=inside)
            marked = number if is_marked(text) else marked
        if inside and not self._goes_on(last):
            self._open.update(dict.fromkeys(range(marked, last + 1), False))

    def _goes_on(self, last: int) -> bool:
        """Tell whether a quotation goes on behind the last sentence of a paragraph, or is cut."""
        if self._sentences[last].text.endswith(("...", "…")):
            return True
        after = self._sentences[last + 1 : last + 2]
        return bool(after) and is_marked(after[0].text[:2])
