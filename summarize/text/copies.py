"""What two texts have in common when one is a copy of the other, however it was edited.

Words are compared in a form that house style does not touch: spelling, figures, short forms,
hyphens, quotation marks. What stands in quotation marks is left out, since everyone who was there
quotes the same speech.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarize.text.terms import fold, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

RUN = 5  # words
LEAST = 4  # runs in a row, so eight words, that no two reporters hit upon
LEAST_OWN = 1 / 16  # of a stretch: words around quotations, more than "he said"
GAP = 2  # words between two shared runs that are taken for an editor's change

# A quotation that is not closed ends where another opens, or with its paragraph. Straight marks
# open before a word and close behind one. Single marks count only where they can be no apostrophes:
# opened before a word, closed after a stop or before one.
_QUOTATION = re.compile(
    r"“[^“”]*(?:”|$|(?=“))|«[^»]*(?:»|$)|„[^“”]*(?:[“”]|$)|``.*?(?:''|$)"
    r"|(?<!\w)\"(?=[^\s.,;:!?])[^\"]*(?:(?<!\s)\"|$|(?=\"))"
    r"|(?<![\w.])['‘](?=\w)[^“”\"]*?(?:(?<=[,.!?…])['’](?!\w)|['’](?=[,.;:!?]))"
)
_PERCENT = re.compile(r"(?<=\d)(?:\s?%|\sper\s?cent\b)")
_FORMS = {
    word: str(number)
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), start=1
    )
} | {
    "jan": "january", "feb": "february", "aug": "august", "sept": "september", "sep": "september",
    "oct": "october", "nov": "november", "dec": "december", "gov": "governor", "sen": "senator",
    "rep": "representative", "covid": "covid19",
}  # fmt: skip


def plain(paragraph: str) -> list[tuple[str, bool]]:
    """Return the words of a paragraph in plain form, and of each whether it is quoted."""
    text = _PERCENT.sub("", paragraph)
    words: list[tuple[str, bool]] = []
    end = 0
    for found in [*_QUOTATION.finditer(text), None]:
        start = found.start() if found else len(text)
        words += [(word, False) for word in _forms(text[end:start])]
        if found:
            words += [(word, True) for word in _forms(found.group())]
            end = found.end()
    return words


def _forms(text: str) -> list[str]:
    return [_FORMS.get(word) or fold(word) for word in tokens(text)]


class Words:
    """The words of an article and the places of its runs of five."""

    def __init__(
        self, words: Sequence[tuple[str, bool]], known: dict[tuple[str, ...], int]
    ) -> None:
        """Take plain words; `known` gives each run of five its number, and grows."""
        self.size = len(words)
        plain_words = [word for word, _ in words]
        quoted = [mark for _, mark in words]
        rows = zip(*(plain_words[shift:] for shift in range(RUN)), strict=False)
        self._places = [known.setdefault(row, len(known)) for row in rows]
        self._all = frozenset(self._places)
        said = (run for place, run in enumerate(self._places) if any(quoted[place : place + RUN]))
        self._said = frozenset(said)
        self.runs = self._all - self._said

    def alike(self, other: Words) -> tuple[float, float]:
        """Return the shares that are copied of the shorter and of the longer of two articles."""
        shorter, longer = sorted((self, other), key=lambda words: words.size)
        return shorter.copied(longer), longer.copied(shorter)

    def copied(self, other: Words) -> float:
        """Return the share of the words that stand in the other, in stretches that are a copy.

        A stretch is a copy by the words outside quotations; with them go the quotations within.
        """
        shared = self._all & other._all
        own = self.runs & other.runs
        stretches: list[list[int]] = []  # start, end, runs outside quotations
        end = -GAP - 1
        for place in [place for place, run in enumerate(self._places) if run in shared]:
            if place > end + GAP:
                stretches.append([place, place, 0])
            end = stretches[-1][1] = place + RUN
            stretches[-1][2] += self._places[place] in own
        copies = (
            end - start
            for start, end, count in stretches
            if count >= max(LEAST, LEAST_OWN * (end - start))
        )
        return sum(copies) / self.size if self.size else 0.0
