"""Stories: how many a pile of articles seems to tell, where that is more than one for sure.

A brief of several stories tells a little of each, and its reader would rather have one of each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.text.tongues.force import in_force
from summarize.weighing.relatedness import Relatedness

if TYPE_CHECKING:
    from summarize.arrays import Doubles
    from summarize.records import Story

STAGE = "stories"

# Two groups of voices are of one story if how they begin has this cosine, on average over all
# pairs of the two. Several stories are sure where two groups have two voices or more, or MANY
# groups are left. Of 299 English topics of AllSides, Multi-News and MultiLing 2011 one is taken
# for two, pages of posts beside their news; of mixes of two such topics seven of ten are told, of
# three nine, of five all. With 0.35 another one is, and aid after a tsunami is no story with its
# toll. 2026-11.
ALIKE = 0.25
MANY = 5
MOST = 1000  # voices; of more, nothing is said
ASKED = 200  # voices at most that are compared, evenly from all


def stories(story: Story) -> int:
    """Return how many stories the articles tell as far as is sure, else 1; no order matters."""
    import numpy as np

    if in_force() or not 4 <= len(story.voices) <= MOST:
        return 1
    numbers = [min(voice.articles, key=lambda n: story.articles[n].text) for voice in story.voices]
    numbers.sort(key=lambda n: (story.articles[n].text, story.articles[n].path))
    numbers = numbers[:: 1 + len(numbers) // ASKED]
    alike = Relatedness(story).likeness()[np.ix_(numbers, numbers)]
    sizes = _groups(np.asarray(alike, dtype=np.float64))
    several = sum(size > 1 for size in sizes)
    return len(sizes) if several > 1 or len(sizes) >= MANY else 1


def _groups(alike: Doubles) -> list[int]:
    """Return the sizes of the groups that are left when no two are alike any more."""
    import numpy as np

    np.fill_diagonal(alike, -np.inf)
    sizes = np.ones(len(alike), dtype=np.int64)
    while True:
        nearest = alike.max(axis=1)
        one = int(nearest.argmax())
        if nearest[one] < ALIKE:
            return sizes[sizes > 0].tolist()
        other = int(alike[one].argmax())
        joined = np.round(np.average(alike[[one, other]], 0, sizes[[one, other]]), 6)
        alike[one], alike[:, one] = joined, joined
        alike[one, one] = alike[other] = alike[:, other] = -np.inf
        sizes[one], sizes[other] = sizes[one] + sizes[other], 0
