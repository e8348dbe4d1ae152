"""What two texts have in common when one is a copy of the other, however it was edited.

Words are compared in a form that house style does not touch: spelling, figures, short forms,
hyphens, quotation marks. What stands in quotation marks is left out, since everyone who was there
quotes the same speech.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from summarize.text.likeness import Likeness
from summarize.text.terms import fold, tokens
from summarize.text.tongues.force import in_force
from summarize.text.values.numerals import ONES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from summarize.arrays import Flags, Hashes, Longs

RUN = 5  # words
LEAST = 4  # runs in a row, so eight words, that no two reporters hit upon
LEAST_OWN = 1 / 16  # of a stretch: words around quotations, more than "he said"
_FACTOR = (
    0xBF58476D1CE4E5B9  # of splitmix64 (Steele, Lea and Flood 2014): odd, its bits well spread
)
GAP = 2  # words between two shared runs that are taken for an editor's change

# A quotation that is not closed ends where another opens, or with its paragraph. Straight marks
# open before a word and close behind one. Single marks count only where they can be no apostrophes:
# opened before a word, closed after a stop or before one.
_QUOTATION = re.compile(
    r"“[^“”]*(?:”|$|(?=“))|«[^»]*(?:»|$)|„[^“”]*(?:[“”]|$)|``.*?(?:''|(?m:$))"
    r"|(?<!\w)\"(?=[^\s.,;:!?])[^\"]*(?:(?<!\s)\"|$|(?=\"))"
    r"|(?<![\w.])['‘](?=\w)[^“”\"'’]*+(?:['’][^“”\"'’]*+){0,40}?"  # of more, none closes
    r"(?:(?<=[,.!?…])['’](?!\w)|['’](?=[,.;:!?]))"
)
_MARK = re.compile("[“«„`\"'‘]")  # each quotation begins with one
_PERCENT = re.compile(r"(?<=\d)(?:\s?%|\sper\s?cent\b)")
_FORMS = {word: str(number) for number, word in enumerate(ONES[:13]) if number} | {
    "jan": "january", "feb": "february", "aug": "august", "sept": "september", "sep": "september",
    "oct": "october", "nov": "november", "dec": "december", "gov": "governor", "sen": "senator",
    "rep": "representative", "covid": "covid19",
}  # fmt: skip


def parts(sentences: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Divide a paragraph, given as its sentences, into parts; tell of each whether it is quoted.

    A sentence without a quotation is a part, since other stages ask for its words too.
    """
    whole = " ".join(sentences)
    text = _PERCENT.sub("", whole) if "%" in whole or "cent" in whole else whole
    quoted = [found.span() for found in _quotations(text)]
    # Words of other languages may depend on what stands around them.
    alone = text == whole and not in_force()
    cuts = [*accumulate(len(own) + 1 for own in sentences)] if alone else []
    begin = at = 0
    for start, end in [*quoted, (len(text), len(text))]:
        while at < len(cuts) and cuts[at] <= start:
            yield text[begin : cuts[at] - 1], False
            begin, at = cuts[at], at + 1
        yield text[begin:start], False
        yield text[start:end], True
        begin, at = end, bisect_right(cuts, end)


def _quotations(text: str) -> Iterator[re.Match[str]]:
    end = 0
    for mark in _MARK.finditer(text):
        found = _QUOTATION.match(text, mark.start()) if mark.start() >= end else None
        if found:
            yield found
            end = found.end()


@lru_cache(maxsize=1 << 16)
def _number(word: str) -> int:
    """Return a number of 64 bits for the plain form of a word; it differs from run to run."""
    return hash(_FORMS.get(word) or fold(word))


class Words:
    """The words of an article and the places of its runs of five.

    A run is a number of 64 bits that its words are mixed into, so that a million articles need no
    list of all runs: that two of ten million runs fall together has a chance of one in 400 000.
    """

    def __init__(self, texts: Iterable[tuple[str, bool]]) -> None:
        """Take the words of some texts, and of each text whether it is quoted."""
        import numpy as np

        numbers: list[int] = []
        ends, kinds = [0], []
        for text, quoted_ in texts:
            numbers += map(_number, tokens(text))
            ends.append(len(numbers))
            kinds.append(quoted_)
        self.size = len(numbers)
        places = _mixed(np.array(numbers, dtype=np.int64).view(np.uint64))
        marks = np.zeros(len(numbers) + 1, dtype=np.int64)
        np.cumsum(np.repeat(kinds, np.diff(ends)), out=marks[1:])
        quoted = marks[RUN:] > marks[:-RUN]
        # The runs that there are, in order, and which of them stands at each place.
        self._all, self._run = np.unique(places, return_inverse=True)
        # Of each run whether it counts: not what is quoted anywhere.
        self._count = np.ones(len(self._all), dtype=bool)
        self._count[self._run[quoted]] = False
        self.runs = self._all[self._count]

    def alike(self, other: Words) -> Likeness:
        """Return what the shorter and the longer of two articles have of one another."""
        import numpy as np

        if self.size > other.size:
            return other.alike(self)
        sizes = self.size, other.size
        if not len(self._all) or not len(other._all):
            return Likeness((), (), sizes)
        at = np.searchsorted(other._all, self._all)
        at[at == len(other._all)] = 0
        shared = other._all[at] == self._all
        return Likeness(
            self._copied(shared, shared & self._count & other._count[at]),
            other._copied(*other._marked(at[shared], self._count[shared])),
            sizes,
        )

    def _marked(self, shared: Longs, count: Flags) -> tuple[Flags, Flags]:
        """Return of each run whether it is shared, and whether it counts in both articles."""
        import numpy as np

        there = np.zeros(len(self._all), dtype=bool)
        there[shared] = True
        counted = np.zeros(len(self._all), dtype=bool)
        counted[shared] = count & self._count[shared]
        return there, counted

    def _copied(self, shared: Flags, counted: Flags) -> tuple[int, ...]:
        """Return how many words each stretch has that is a copy of another's words.

        A stretch is a copy by the words outside quotations; with them go the quotations within.
        Given is of each run whether the other has it, and whether it counts in both.
        """
        import numpy as np

        places = np.flatnonzero(shared[self._run])
        if not len(places):
            return ()
        # A stretch goes on over up to GAP words between the end of one run and the next run.
        breaks = np.flatnonzero(places[1:] - places[:-1] > RUN + GAP)
        first, last = np.append(0, breaks + 1), np.append(breaks, len(places) - 1)
        sizes = places[last] + RUN - places[first]
        own = counted[self._run[places]]
        counts = np.add.reduceat(own, first, dtype=np.int64)
        copies = counts >= np.maximum(LEAST, LEAST_OWN * sizes)
        return tuple(sizes[copies].tolist())


def shared_runs(ranked: Sequence[Words], most: int, least: int) -> Iterator[dict[int, int]]:
    """Give for each article how many runs it shares with each before it, if all or `least`.

    Only the first `most` articles that have a run are counted for it, so that time and memory grow
    with the articles.
    """
    import numpy as np

    sizes = np.array([len(own.runs) for own in ranked])
    runs = np.concatenate([own.runs for own in ranked])
    owners = np.repeat(np.arange(len(ranked)), sizes)
    several = _may_be_several(runs)
    runs, owners = runs[several], owners[several]
    order = np.argsort(runs, kind="stable")  # of one run, the ranks stay in order
    runs, owners = runs[order], owners[order]
    first = np.searchsorted(runs, runs)
    place = np.arange(len(runs)) - first
    later = [np.flatnonzero(place > number) for number in range(most)]
    pairs = [
        owners[own] * len(ranked) + owners[first[own] + number] for number, own in enumerate(later)
    ]
    codes, sums = np.unique(np.concatenate(pairs), return_counts=True)
    enough = sums >= np.minimum(least, sizes)[codes // len(ranked)]
    codes, sums = codes[enough], sums[enough]
    ends = np.searchsorted(codes, np.arange(len(ranked) + 1) * len(ranked))
    for start, end in pairwise(ends.tolist()):
        others = codes[start:end] % len(ranked)
        yield dict(zip(others.tolist(), sums[start:end].tolist(), strict=True))


def _may_be_several(runs: Hashes) -> Flags:
    """Return which numbers may occur more than once, by their first bits; most surely do not.

    To sort numbers takes a tenth of what it takes to tell their order.
    """
    import numpy as np

    bits = len(runs).bit_length() + 2
    ordered = np.sort(runs)
    known = np.zeros(1 << bits, dtype=bool)
    known[ordered[1:][ordered[1:] == ordered[:-1]] >> np.uint64(64 - bits)] = True
    return known[runs >> np.uint64(64 - bits)]


def _mixed(words: Hashes) -> Hashes:
    """Return a number for each five words in a row: a polynomial of theirs, its bits mixed."""
    import numpy as np

    runs: Hashes = np.zeros(max(0, len(words) - RUN + 1), dtype=np.uint64)
    for shift in range(RUN if len(runs) else 0):  # arithmetic is modulo 2 to the 64th
        runs = runs * _FACTOR + words[shift : len(words) - RUN + 1 + shift] + np.uint64(1)
        runs = (runs ^ (runs >> np.uint64(29))) * _FACTOR
    return runs
