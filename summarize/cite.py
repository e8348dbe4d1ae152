"""cite: which articles state what a picked sentence states.

Copies of the sentence do, and so does every article whose own words support it: evidence.py tells
what that takes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.weighing.evidence import Evidence


def cite(picked: Sequence[int], evidence: Evidence) -> tuple[dict[int, tuple[int, ...]], ...]:
    """Return for each picked statement the articles that state it, with the sentences that do."""
    return tuple(evidence.supporters(number) for number in picked)
