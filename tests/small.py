"""A small deterministic encoder: texts that share words have similar vectors."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import numpy as np

from summarize.text.terms import content

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.arrays import Vectors

DIMENSIONS = 96


class SmallEncoder:
    """The sum of a fixed pseudo-random vector for each stem, normalized; counts its texts."""

    revision = "small@1"

    def __init__(self) -> None:
        self.encoded: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.encoded += texts
        rows = [sum((_word(w) for w in content(text)), np.zeros(DIMENSIONS)) for text in texts]
        vectors = np.asarray(rows, dtype=np.float32).reshape(len(texts), DIMENSIONS)
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        return (vectors / np.maximum(norms, 1e-9)).astype(np.float32)


def _word(word: str) -> Any:
    seed = int.from_bytes(hashlib.sha256(word.encode()).digest()[:4])
    return np.random.default_rng(seed).standard_normal(DIMENSIONS)
