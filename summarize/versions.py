"""Versions: what near-copies of a sentence share, and what most of many agree on."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from summarize.text.terms import negates, numbers, tokens
from summarize.text.tongues.force import in_force
from summarize.text.values.contrary import otherwise
from summarize.text.values.fates import lone
from summarize.text.values.numerals import FIGURES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# Share of the shorter sentence's content words that the longer one has too, and the least size of
# the shorter against the longer. Read on the wire copies of the seeds and of Multi-News, 2026-11:
# cut or extended versions of a sentence pass, different sentences on one subject do not.
SAME_WORDS = 0.8
LEAST_SIZE = 0.5
# Versions of a sentence that tell what most of them agree on, and the share of the words that is
# enough to be another. Where each had one word in twelve changed (benchmarks/crowd.py), 69 of 100
# pairs have SAME_WORDS in common, but 96 of 100 versions have as much of what most agree on, and
# nearly all have IN_CROWD of it, 2026-11.
CROWD = 5
IN_CROWD = 2 / 3


class Printed(NamedTuple):
    """A sentence's text, where in which article it stands, and what is known of that."""

    text: str
    article: int
    position: int
    date: str
    path: str


def gathered(
    groups: Mapping[int, list[int]],
    sentences: Sequence[Printed],
    words: Sequence[frozenset[str]],
) -> list[list[int]]:
    """Return the groups, the smaller joined to what most versions of a crowd agree on.

    Of many versions that each had other words changed, the longest, which led them, has changed
    words too, and is like only some. What most agree on is like nearly all.
    """
    if max(map(len, groups.values())) < CROWD:
        return list(groups.values())
    crowds: list[_Crowd] = []
    index: dict[str, list[int]] = defaultdict(list)
    alone: list[list[int]] = []
    for leader in sorted(groups, key=lambda g: (-len(groups[g]), sentences[g].text)):
        own = _crowd(groups[leader], sentences, words)
        # The shorter of the two may have half the words, of which two thirds are shared.
        most = len(own.words) - math.ceil(IN_CROWD * LEAST_SIZE * len(own.words)) + 1
        probes = sorted(own.words, key=lambda word: (len(index.get(word, ())), word))[:most]
        found = {place for probe in probes for place in index.get(probe, ())}
        near = [(-len(own.words & crowds[n].words), n) for n in found if own.joins(crowds[n])]
        if near:
            crowds[min(near)[1]].copies.extend(own.copies)
        elif len(own.copies) < CROWD:
            alone.append(own.copies)
        else:
            for word in own.words:
                index[word].append(len(crowds))
            crowds.append(own)
    return [*alone, *(crowd.copies for crowd in crowds)]


@dataclass(frozen=True, slots=True)
class _Crowd:
    """Versions of a sentence, with the words and numbers that most of them agree on."""

    copies: list[int]
    articles: frozenset[int]
    words: frozenset[str]
    numbers: frozenset[str]
    denies: bool

    def joins(self, larger: _Crowd) -> bool:
        """Return whether these are versions of the larger one's sentence.

        An article says it once: where none has it yet, less of it is enough.
        """
        shorter, longer = sorted((self.words, larger.words), key=len)
        least = IN_CROWD if self.articles.isdisjoint(larger.articles) else SAME_WORDS
        return (
            repeats(shorter, longer, least)
            and (self.numbers <= larger.numbers or self.numbers >= larger.numbers)
            and self.denies == larger.denies
        )


def _crowd(
    copies: Sequence[int], sentences: Sequence[Printed], words: Sequence[frozenset[str]]
) -> _Crowd:
    given = [signs(sentences[copy].text) for copy in copies]
    return _Crowd(
        list(copies),
        frozenset(sentences[copy].article for copy in copies),
        agreed([words[copy] for copy in copies]),
        agreed([own for own, _ in given]),
        given[0][1],
    )


def agreed(versions: Sequence[frozenset[str]]) -> frozenset[str]:
    """Return what more than half of some versions have."""
    counts = Counter(chain.from_iterable(versions))
    return frozenset(word for word, count in counts.items() if 2 * count > len(versions))


def repeats(own: frozenset[str], longer: frozenset[str], least: float = SAME_WORDS) -> bool:
    """Return whether a text's content words are, as far as `least`, those of a longer one."""
    return len(own) >= LEAST_SIZE * len(longer) and len(own & longer) >= least * len(own)


def fits(text: str, longer: str) -> bool:
    """Return whether a text has no number that the longer one has not, and denies if it does.

    Nor does it give another month or rank, or tell the deed the other way round.
    """
    (own, denies), (others, denied) = signs(text), signs(longer)
    return own <= others and denies == denied and not otherwise(longer, [text])


def signs(text: str) -> tuple[frozenset[str], bool]:
    """Return the numbers of a text, and whether it says no: versions of it keep both."""
    return _signs(text, in_force())


@lru_cache(maxsize=1 << 14)
def _signs(text: str, _language: str | None) -> tuple[frozenset[str], bool]:
    if in_force():
        return numbers(text), negates(text)
    spelled = {FIGURES[word] for word in FIGURES.keys() & tokens(text)}
    return numbers(text) | spelled | ({"1"} if lone(text) else set()), negates(text)
