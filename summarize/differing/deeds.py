"""Deeds: what somebody says did not happen, so that it matters who says that it did."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from summarize.cells import WHOLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.text.values.value import Value

# Deeds asked about in a story of more than WHOLE statements. With them 310 of the 323 pairs are
# found that disagree about any of the 2 861 of 10 000 articles (benchmarks/large.py --deeds),
# 2026-11.
MOST = 512


def deeds(denials: Sequence[Sequence[Value]]) -> frozenset[str]:
    """Return the stems of the verbs by which a story's statements say that something was not done.

    Given is what each statement denies. Of a story of more than WHOLE statements it is the MOST
    that most statements deny, so that what is read of a statement does not grow with the story.
    """
    found = Counter(slot for own in denials for slot in {value.slot for value in own})
    asked = sorted(found, key=lambda slot: (-found[slot], slot))
    return frozenset(
        slot.removeprefix("to ") for slot in asked[: MOST if len(denials) > WHOLE else None]
    )
