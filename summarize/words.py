"""Word likeness: how much of what one text states another states too, word by word.

Sentence vectors know a topic, exact words know a wording; to tell whether an article supports a
sentence one must know that "arms" are "weapons" and that the Hwasong-15 is no Hwasong-17. So common
words may match by meaning (vectors in models/words.npz), while names, numbers and quoted words must
match as they stand.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from summarize.errors import ModelError
from summarize.text.terms import is_content, stem, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# Cosines of the word table at which likeness starts and is complete: "arms" and "weapons" 0.57,
# "drone" and "UAV" 0.60, "killed" and "injured" 0.40. Read on 40 pairs, 2026-11.
_FROM, _FULL = 0.38, 0.62

_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?")
_NAME = re.compile(r"\b[A-Z][\w’'.-]*")
_START = re.compile(r"(?:^|[.!?:]\s+)[\"“‘'(]*$")


@dataclass(frozen=True, slots=True)
class Terms:
    """The content of a text: stems that must match as they stand, and common words by stem."""

    fixed: frozenset[str]
    common: tuple[tuple[str, str], ...]  # (stem, word)

    @property
    def stems(self) -> frozenset[str]:
        """All stems, fixed and common."""
        return self.fixed | {stem_ for stem_, _ in self.common}


@lru_cache(maxsize=1 << 15)
def terms(text: str) -> Terms:
    """Return the content words of a text, names, numbers and quoted words apart."""
    quoted = {word for part in _QUOTED.findall(text) for word in tokens(part)}
    names: set[str] = set()
    for match in _NAME.finditer(text):
        if not _START.search(text[: match.start()]):
            names.update(tokens(match.group()))
    fixed: set[str] = set()
    common: dict[str, str] = {}
    for word in tokens(text):
        if not is_content(word):
            continue
        if word in names or word in quoted or any(letter.isdigit() for letter in word):
            fixed.add(stem(word))
        else:
            common.setdefault(stem(word), word)
    return Terms(frozenset(fixed), tuple(pair for pair in common.items() if pair[0] not in fixed))


def rarity(texts: Iterable[str]) -> Mapping[str, float]:
    """Return the weight of each stem in a story: what every sentence says tells little."""
    counts: Counter[str] = Counter()
    total = 0
    for text in texts:
        counts.update(terms(text).stems)
        total += 1
    return {word: math.log(1 + total / count) for word, count in counts.items()}


def coverage(claim: Terms, evidence: Iterable[Terms], weights: Mapping[str, float]) -> float:
    """Return the share of the claim's content, by weight, that the evidence states (0 to 1)."""
    pool = list(evidence)
    stems = frozenset[str]().union(*(part.stems for part in pool))
    common = sorted({word for part in pool for _, word in part.common})
    whole = found = 0.0
    for name in sorted(claim.fixed):
        weight = weights.get(name, 1.0)
        whole += weight
        found += weight * (name in stems or any(_same_name(name, other) for other in stems))
    for stem_, word in claim.common:
        weight = weights.get(stem_, 1.0)
        whole += weight
        found += weight * (1.0 if stem_ in stems else _likeness(word, common))
    return found / whole if whole else 0.0


def _same_name(one: str, other: str) -> bool:
    """Return whether two stems are forms of one name: Russia and Russian, China and Chinese."""
    if min(len(one), len(other)) < 5 or one.isdigit():
        return False
    shared = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 99)
    return shared >= max(4, min(len(one), len(other)) - 1)


def _likeness(word: str, others: Iterable[str]) -> float:
    _, vectors = _table()
    row = _row(word)
    known = [found for other in others if (found := _row(other)) is not None]
    if row is None or not known:
        return 0.0
    cosine = float((vectors[known] @ vectors[row]).max())
    return min(1.0, max(0.0, (cosine - _FROM) / (_FULL - _FROM)))


@lru_cache(maxsize=1 << 15)
def _row(word: str) -> int | None:
    rows, _ = _table()
    return rows.get(word, rows.get(stem(word)))


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, int], Any]:
    """Return the row of each word, and of each stem its shortest word's, with unit vectors."""
    import numpy as np

    from summarize.models import word_table

    path = word_table()
    try:
        with np.load(path, allow_pickle=False) as stored:
            words, vectors = stored["words"].tolist(), stored["vectors"].astype(np.float64)
    except (OSError, ValueError, KeyError) as problem:
        raise ModelError(f"{path} cannot be read; reinstall summarize.") from problem
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    rows: dict[str, int] = {}
    for row in sorted(range(len(words)), key=lambda i: (len(words[i]), words[i])):
        rows.setdefault(stem(words[row]), row)
    rows |= {word: row for row, word in enumerate(words)}
    return rows, vectors
