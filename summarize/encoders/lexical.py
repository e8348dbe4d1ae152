"""Lexical vectors: which stems a text has, hashed, where no model knows its language.

Each stem of a content word is hashed into one of DIMENSIONS places with a sign (Weinberger,
Dasgupta, Langford, Smola and Attenberg 2009), and so is, at less weight, each of its beginnings of
four letters, so that forms which no stemmer joins are near. Nothing is learned, so a vector depends
on its text and the language in force alone.
"""

from __future__ import annotations

import math
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING
from zlib import crc32

from summarize.text.terms import content

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.arrays import Vectors

NAME = "lexical"
DIMENSIONS = 1024
_PREFIX = 4  # letters
_PREFIX_WEIGHT = 0.5
# What every vector has in common with every other, as a cosine: the thresholds of the stages are
# those of sentence vectors, of which any two on one subject have something in common. Read on the
# citations of MultiLing 2011 French, 2026-11: at 0.25 three of 41 more are wrong, at 0.05 none.
COMMON = 0.15


class LexicalEncoder:
    """Vectors of words; see the module."""

    revision = f"{NAME}@1"

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector a text, n × DIMENSIONS + 1, float32."""
        import numpy as np

        rows = np.zeros((len(texts), DIMENSIONS + 1))
        for row, text in zip(rows, texts, strict=True):
            for stem, count in sorted(Counter(content(text)).items()):
                weight = 1 + math.log(count)
                place, sign = _place(stem)
                row[place] += sign * weight
                place, sign = _place(stem[:_PREFIX] + "-")
                row[place] += sign * weight * _PREFIX_WEIGHT
            if not row.any():  # without a word, a text is like itself
                row[_place(text)[0]] = 1.0
        norms = np.linalg.norm(rows, axis=1, keepdims=True)
        rows *= math.sqrt(1 - COMMON) / norms
        rows[:, DIMENSIONS] = math.sqrt(COMMON)
        return rows.astype(np.float32)


@lru_cache(maxsize=1 << 16)
def _place(feature: str) -> tuple[int, float]:
    number = crc32(feature.encode("utf-8", "surrogatepass"))
    return number % DIMENSIONS, 1.0 if number >> 31 else -1.0
