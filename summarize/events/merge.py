"""Merge: reports become events, from the closest kin on, until none are kin enough.

Average linkage on a sparse graph, in rounds: whichever two groups are closest to each other
join, all over the graph at once (reciprocal agglomeration; Sumengen et al. 2021). Two groups are
asked only if some report of one is a neighbour of some report of the other, but then the mean goes
over all their pairs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.events.affinity import LEAST, affinity, joined, voiced
from summarize.events.candidates import candidates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.arrays import Doubles, Longs
    from summarize.events.portrait import Portraits


def merge(portraits: Portraits, together: Sequence[int]) -> Longs:
    """Return for each report the number of its event; events count from 0.

    Reports of one number in `together`, which counts from 0, are of one event whatever they tell.
    """
    import numpy as np

    event = np.asarray(together)
    groups = voiced(portraits, event)
    near, far = candidates(portraits.names)
    ones, others, kin = _moved(event[near], event[far], np.zeros(len(near)))
    kin = affinity(groups, ones, others)
    while True:
        first, second = _closest(ones, others, kin, len(groups.sizes))
        if not len(first):
            return event
        into = np.arange(len(groups.sizes))
        into[second] = first
        kept, into = np.unique(into, return_inverse=True)
        groups, event = joined(groups, into), into[event]
        new = np.zeros(len(kept), dtype=bool)
        new[into[first]] = True
        ones, others, kin = _moved(into[ones], into[others], kin)
        stale = new[ones] | new[others]
        kin[stale] = affinity(groups, ones[stale], others[stale])


def _closest(ones: Longs, others: Longs, kin: Doubles, count: int) -> tuple[Longs, Longs]:
    """Return the pairs that are each other's closest kin, and kin enough, smaller number first.

    Of several that are as close, the closest is the one of the smallest number.
    """
    import numpy as np

    enough = kin >= LEAST
    ends = np.concatenate([ones[enough], others[enough]])
    partners = np.concatenate([others[enough], ones[enough]])
    order = np.lexsort((partners, -np.tile(kin[enough], 2), ends))
    nodes, starts = np.unique(ends[order], return_index=True)
    best = np.full(count, -1)
    best[nodes] = partners[order][starts]
    mutual = nodes[(best[best[nodes]] == nodes) & (nodes < best[nodes])]
    return mutual, best[mutual]


def _moved(ones: Longs, others: Longs, kin: Doubles) -> tuple[Longs, Longs, Doubles]:
    """Return the pairs under their groups' new numbers, each once, none with itself."""
    import numpy as np

    apart = ones != others
    pairs = np.sort(np.stack([ones[apart], others[apart]], axis=1), axis=1)
    pairs, places = np.unique(pairs, axis=0, return_index=True)
    return pairs[:, 0], pairs[:, 1], kin[apart][places]
