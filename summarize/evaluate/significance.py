"""significance: how far a mean can be trusted, and whether two systems really differ.

Topics are drawn, not sentences: a topic's scores stay together (Koehn 2004, "Statistical
significance tests for machine translation evaluation"; Riezler and Maxwell 2005 on randomization).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike

    from summarize.arrays import Doubles

DRAWS = 10_000
LEVEL = 95  # per cent
_EXACT = 12  # topics; up to here all 2ⁿ changes of sign are tried


@dataclass(frozen=True, slots=True)
class Difference:
    """A mean difference with its interval, and how often chance alone would give as much."""

    mean: float
    low: float
    high: float
    p: float


def intervals(values: ArrayLike, seed: int) -> tuple[Doubles, Doubles]:
    """Return the lower and the upper end of the 95 % bootstrap interval of each column's mean."""
    import numpy as np

    table = np.asarray(values, dtype=np.float64)
    count = len(table)
    rng = np.random.default_rng(seed)
    drawn = rng.multinomial(count, np.full(count, 1 / count), size=DRAWS)
    means = drawn @ table / count
    tail = (100 - LEVEL) / 2
    low, high = np.percentile(means, [tail, 100 - tail], axis=0)
    return low, high


def paired(ours: Sequence[float], theirs: Sequence[float], seed: int) -> Difference:
    """Return the mean difference of two systems on the same topics, interval and p value.

    The interval is the bootstrap's over topics; p is two-sided, from changing the signs of the
    topics' differences at random, or all ways where there are few topics.
    """
    import numpy as np

    differences = np.asarray(ours, dtype=np.float64) - np.asarray(theirs, dtype=np.float64)
    low, high = intervals(differences[:, None], seed)
    mean = float(differences.mean())
    return Difference(mean, float(low[0]), float(high[0]), _chance(differences, seed))


def _chance(differences: Doubles, seed: int) -> float:
    import numpy as np

    count = len(differences)
    if count <= _EXACT:
        bits = (np.arange(2**count)[:, None] >> np.arange(count)) & 1
        extra = 0
    else:
        bits = np.random.default_rng(seed + 1).integers(0, 2, size=(DRAWS, count))
        extra = 1  # the difference as it was found is one of the ways
    sums = np.abs((2.0 * bits - 1) @ differences)
    as_large = int((sums >= abs(differences.sum()) - 1e-9).sum())
    return (as_large + extra) / (len(bits) + extra)
