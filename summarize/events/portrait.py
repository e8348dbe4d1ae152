"""Portraits: what of a report tells which event it is about.

The gist, a mean of sentence vectors that trusts the lead, knows the kind of event: an arrest, an
earthquake. Names and numbers, weighed by how rare they are in the pile, know which one it is.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarize.words import terms

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from summarize.arrays import Doubles, Sparse
    from summarize.records import Encoder

# Chosen on all of ECB+ and on small piles drawn from it, Multi-News and AllSides, 2026-11.
LEAD = 6  # pieces, headline and first sentences, that make the gist; news puts the event there
FADE = 0.8  # weight of a piece against the one before it
HEAD, HEAD_WEIGHT = 2, 2  # the first pieces, and what a name in them counts
# Reports of other events that a pile is thought to have besides: where all reports are of one
# event its names are everywhere, and would else weigh nothing.
UNSEEN = 50

_CHUNK = 128  # texts encoded and reported at a time
_MOST_CHARS = 2000  # models read 256 tokens and cut the rest


@dataclass(frozen=True, slots=True)
class Portraits:
    """Reports in rows: unit vectors of gist (dense) and of names (sparse), and days or NaN.

    A row of names is zero where a report has none.
    """

    gist: Doubles
    names: Sparse
    days: Doubles


def portray(
    reports: Sequence[Sequence[str]],
    days: Sequence[int | None],
    encoder: Encoder,
    watch: Callable[[int, int], None] | None = None,
) -> Portraits:
    """Return the portraits of reports, each given as its headline, if any, and its sentences.

    `days` are the ordinals of the days they were published on. `watch` is told how many of how
    many texts are embedded.
    """
    import numpy as np

    known = [math.nan if day is None else float(day) for day in days]
    return Portraits(_gists(reports, encoder, watch), _names(reports), np.asarray(known))


def _gists(
    reports: Sequence[Sequence[str]],
    encoder: Encoder,
    watch: Callable[[int, int], None] | None,
) -> Doubles:
    """Return the gist of each report: the faded sum of its first pieces' vectors, of length 1."""
    import numpy as np

    leads = [[piece[:_MOST_CHARS] for piece in report[:LEAD]] for report in reports]
    texts = list(dict.fromkeys(piece for lead in leads for piece in lead))
    rows = []
    for start in range(0, len(texts), _CHUNK):
        rows.append(encoder.encode(texts[start : start + _CHUNK]))
        if watch:
            watch(min(start + _CHUNK, len(texts)), len(texts))
    vectors = np.concatenate(rows).astype(np.float64)
    row_of = {text: row for row, text in enumerate(texts)}
    sums = np.stack(
        [
            sum(FADE**place * vectors[row_of[piece]] for place, piece in enumerate(lead))
            for lead in leads
        ]
    )
    norms = np.linalg.norm(sums, axis=1, keepdims=True)
    return sums / np.where(norms > 0, norms, 1.0)


def _names(reports: Sequence[Sequence[str]]) -> Sparse:
    """Return the names and numbers as TF-IDF (logarithmic both), scaled to unit length."""
    import numpy as np
    from scipy.sparse import csr_array

    counts = [_counted(report) for report in reports]
    spread = Counter(name for own in counts for name in own)
    column = {name: number for number, name in enumerate(sorted(spread))}
    weights, columns, starts = [], [], [0]
    for own in counts:
        for name in sorted(own):
            rarity = math.log((len(counts) + UNSEEN + 1) / (spread[name] + 0.5))
            weights.append((1 + math.log(own[name])) * rarity)
            columns.append(column[name])
        starts.append(len(weights))
    matrix = csr_array(
        (np.asarray(weights, dtype=np.float64), columns, starts),
        shape=(len(counts), len(column)),
    )
    lengths = np.sqrt(matrix.multiply(matrix).sum(axis=1))
    matrix.data /= np.repeat(np.where(lengths > 0, lengths, 1.0), np.diff(matrix.indptr))
    return matrix


def _counted(report: Sequence[str]) -> Counter[str]:
    own: Counter[str] = Counter()
    for place, piece in enumerate(report):
        for name in terms(piece).fixed:
            own[name] += HEAD_WEIGHT if place < HEAD else 1
    return own
