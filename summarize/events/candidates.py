"""Candidates: the pairs of reports that could tell of one event, found by the names they share.

Each report looks up its rarest names in an index, so time and memory grow with the reports.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarize.arrays import Longs, Sparse

PROBES = 40  # names of a report that are looked up: the heaviest
COMMON = 500  # reports that have a name; one that more have is not looked up
NEAREST = 64  # neighbours of a report

_BLOCK = 256  # reports looked up at a time


def candidates(names: Sparse) -> tuple[Longs, Longs]:
    """Return the pairs, the smaller number first, in order; `names` has the reports in rows.

    Pairs are of reports that share a name and are among each other's nearest, or one the other's.
    """
    import numpy as np

    index = _index(names)
    probes = _heaviest(index)
    turned = index.T.tocsr()
    found = []
    for start in range(0, names.shape[0], _BLOCK):
        shared = (probes[start : start + _BLOCK] @ turned).tocsr()
        shared.sort_indices()
        for row in range(shared.shape[0]):
            part = slice(shared.indptr[row], shared.indptr[row + 1])
            others, weights = shared.indices[part], np.round(shared.data[part], 6)
            order = np.lexsort((others, -weights))[: NEAREST + 1]
            own = np.full(len(order), start + row)
            found.append(np.stack([own, others[order]], axis=1))
    pairs = np.concatenate(found) if found else np.zeros((0, 2), dtype=np.int64)
    pairs = np.unique(np.sort(pairs[pairs[:, 0] != pairs[:, 1]], axis=1), axis=0)
    return pairs[:, 0], pairs[:, 1]


def _index(names: Sparse) -> Sparse:
    """Return the names without those that too many reports have."""
    import numpy as np
    from scipy.sparse import csr_array

    spread = np.bincount(names.indices, minlength=names.shape[1])
    kept = spread[names.indices] <= COMMON
    ends = np.concatenate([[0], np.cumsum(kept)])[names.indptr]
    return csr_array((names.data[kept], names.indices[kept], ends), shape=names.shape)


def _heaviest(index: Sparse) -> Sparse:
    """Return the heaviest names of each report."""
    import numpy as np

    kept = index.copy()
    for row in range(index.shape[0]):
        part = slice(index.indptr[row], index.indptr[row + 1])
        order = np.lexsort((index.indices[part], -np.round(index.data[part], 6)))
        kept.data[index.indptr[row] + order[PROBES:]] = 0.0
    kept.eliminate_zeros()
    return kept
