"""Opposed: which statements of a story tell the opposite of others, or something else of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.text.values.contrary import contrary, otherwise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.arrays import Flags, Longs


class Opposed:
    """The texts of a story's statements, ready to be held against one another."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts

    def windows(self, claims: Longs, windows: Longs) -> Flags:
        """Return which windows tell the opposite of their claims (bool, one a window).

        `claims` are statements, one a window, and `windows` rows of statements.
        """
        import numpy as np

        asked = [(c, *own) for c, own in zip(claims.tolist(), windows.tolist(), strict=True)]
        found = {one: self._tells(one) for one in {*asked}}  # copies are asked again and again
        return np.array([found[one] for one in asked], dtype=bool)

    def apart(self, one: int, other: int) -> bool:
        """Return whether two statements give another year, rank or doer of what they tell.

        "Closed until Friday" and "will open on Friday" are opposites in their words alone.
        """
        mine, yours = self._texts[one], self._texts[other]
        return otherwise(mine, [yours]) or otherwise(yours, [mine])

    def _tells(self, asked: tuple[int, ...]) -> bool:
        claim, *told = asked
        return contrary(self._texts[claim], [self._texts[n] for n in dict.fromkeys(told)])
