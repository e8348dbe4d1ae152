"""Affinity: how strongly two groups of reports seem to tell of one event.

The mean, over all pairs of a report here and a report there, of the log-odds that both tell of one
event. It is linear in the portraits, so the sums of a group's portraits are all that is needed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarize.arrays import Doubles, Longs, Sparse
    from summarize.events.portrait import Portraits

# Log-odds by cosine of gist and of names: a logistic regression over all pairs of reports in half
# of the topics of ECB+ (`python benchmarks/events.py ecbplus.jsonl --fit`, 2026-11).
GIST, NAMES, BIAS = 6.6, 13.2, -7.4
# What days between two reports take away: AGE × log(1 + days / SPAN). A day counts 0.3, a week 1.2,
# a month 2.4, a year 4.8. Set by hand, 2026-11: on dated Wikinews (MEANTIME) yearly products
# part and what follows within a week mostly does not; stories of weeks (MultiLing 2011) part into
# stretches.
AGE, SPAN = 1.0, 3.0
# What a group's own affinity demands of others: reports of one event resemble each other as much
# as the voices in the group do. Weight of both groups' demands together, and how many more voices
# than one it takes until half of it counts. The best on the same half of ECB+ among a few, 2026-11;
# the idea was found while looking at both halves.
DEMAND, TRUST = 0.45, 1.0
# Affinity less demand from which two groups are one. Chosen with DEMAND.
LEAST = -1.5

_CHUNK = 8192  # pairs asked at a time


@dataclass(frozen=True, slots=True)
class Groups:
    """Groups of reports in rows: sums of gists, names and known days, sizes, and demands.

    `inner` sums what the voices in a group share with themselves, which says nothing of an event:
    squares of gist, names and size, and a count of the voices.
    """

    gist: Doubles
    names: Sparse
    days: Doubles
    dated: Doubles
    sizes: Doubles
    inner: Doubles
    demands: Doubles


def voiced(portraits: Portraits, voices: Longs) -> Groups:
    """Return the reports in groups, report n in group `voices[n]`: copies of one another."""
    import numpy as np

    dated = ~np.isnan(portraits.days)
    days = np.where(dated, portraits.days, 0.0)
    columns = (days, dated.astype(np.float64), np.ones(len(dated)))
    gist, names, days, told, sizes = _sums(voices, portraits.gist, portraits.names, *columns)
    inner = np.stack([*_squares(gist, names, sizes), np.ones(len(sizes))], axis=1)
    return Groups(gist, names, days, told, sizes, inner, np.zeros(len(sizes)))


def joined(groups: Groups, into: Longs) -> Groups:
    """Return the groups with number n of them joined into number `into[n]`."""
    import numpy as np

    gist, names, days, dated, sizes, inner = _sums(
        into, groups.gist, groups.names, groups.days, groups.dated, groups.sizes, groups.inner
    )
    alike, shared, pairs = _squares(gist, names, sizes) - inner[:, :3].T
    more: Doubles = inner[:, 3] - 1
    within: Doubles = (GIST * alike + NAMES * shared) / np.maximum(pairs, 1) + BIAS
    demands: Doubles = np.where(
        more, DEMAND / 2 * np.maximum(within, 0.0) * more / (more + TRUST), 0.0
    )
    return Groups(gist, names, days, dated, sizes, inner, np.round(demands, 6))


def _sums(into: Longs, *columns: Doubles | Sparse) -> Iterator[Any]:
    import numpy as np
    from scipy.sparse import csr_array

    shape = (int(into.max()) + 1, len(into))
    adder = csr_array((np.ones(len(into)), (into, np.arange(len(into)))), shape=shape)
    return (adder @ column for column in columns)


def _squares(gist: Doubles, names: Sparse, sizes: Doubles) -> Doubles:
    import numpy as np

    alike = np.einsum("ij,ij->i", gist, gist)
    return np.stack([alike, names.multiply(names).sum(axis=1), sizes**2])


def affinity(groups: Groups, ones: Longs, others: Longs) -> Doubles:
    """Return the affinity, less what both demand, of group `ones[n]` and group `others[n]`."""
    import numpy as np

    found = [np.zeros(0)]
    for start in range(0, len(ones), _CHUNK):
        i, j = ones[start : start + _CHUNK], others[start : start + _CHUNK]
        alike = GIST * np.einsum("ij,ij->i", groups.gist[i], groups.gist[j])
        alike += NAMES * groups.names[i].multiply(groups.names[j]).sum(axis=1)
        means = alike / (groups.sizes[i] * groups.sizes[j]) + BIAS
        known = (groups.dated[i] > 0) & (groups.dated[j] > 0)
        day = groups.days / np.maximum(groups.dated, 1)
        apart: Doubles = np.abs(day[i] - day[j])
        age = AGE * np.log1p(apart / SPAN)
        found.append(means - np.where(known, age, 0.0) - groups.demands[i] - groups.demands[j])
    every = np.concatenate(found)
    return np.round(every, 6)  # since the last digits of a sum depend on its order
