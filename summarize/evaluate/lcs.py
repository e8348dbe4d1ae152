"""lcs: longest common subsequences, as ROUGE-L and ROUGE-Lsum count them.

The numbers are those of the library rouge-score, whose tables in pure Python take half a second a
brief; tests hold the two together.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def length(one: Sequence[str], other: Sequence[str]) -> int:
    """Return the length of the longest common subsequence.

    A row of the table is the bits of one number (Hyyrö 2004, "Bit-parallel LCS-length
    computation revisited").
    """
    places: dict[str, int] = {}
    for number, word in enumerate(one):
        places[word] = places.get(word, 0) | 1 << number
    full = (1 << len(one)) - 1
    row = full
    for word in other:
        match = row & places.get(word, 0)
        row = ((row + match) | (row - match)) & full
    return len(one) - row.bit_count()


def summary_hits(reference: Sequence[Sequence[str]], brief: Sequence[Sequence[str]]) -> int:
    """Return how many words the sentences of two texts have in common, in order (ROUGE-Lsum).

    For each sentence of the reference, the union of its common subsequences with each sentence of
    the brief; no word counts more often than both texts have it.
    """
    left = Counter(word for sentence in reference for word in sentence)
    right = Counter(word for sentence in brief for word in sentence)
    hits = 0
    for sentence in reference:
        union: set[int] = set()
        for other in brief:
            union.update(_common(tuple(sentence), tuple(other)))
        for place in sorted(union):
            word = sentence[place]
            if left[word] > 0 and right[word] > 0:
                hits += 1
                left[word] -= 1
                right[word] -= 1
    return hits


@lru_cache(maxsize=1 << 16)
def _common(reference: tuple[str, ...], other: tuple[str, ...]) -> tuple[int, ...]:
    """Return the places in `reference` of a longest common subsequence, the library's choice."""
    # Words that the other lacks never move the way back through the table sideways, so they can go.
    known = set(other)
    places = [place for place, word in enumerate(reference) if word in known]
    table = [[0] * (len(other) + 1)]
    for place in places:
        word, above, row = reference[place], table[-1], [0]
        for column, candidate in enumerate(other):
            equal = word == candidate
            row.append(above[column] + 1 if equal else max(above[column + 1], row[column]))
        table.append(row)
    found: list[int] = []
    i, j = len(places), len(other)
    while i and j:
        if reference[places[i - 1]] == other[j - 1]:
            found.append(places[i - 1])
            i, j = i - 1, j - 1
        elif table[i][j - 1] > table[i - 1][j]:
            j -= 1
        else:
            i -= 1
    return tuple(found)
