"""Stems: the words of a story's statements as whole numbers, to be laid side by side."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Stems:
    """The stems of some texts: their numbers text by text, and how many texts have each.

    `flat` has the numbers of one text after the other, and `ends` where each one's end, after a 0.
    """

    def __init__(self, texts: Iterable[frozenset[str]]) -> None:
        import numpy as np

        known: dict[str, int] = {}
        flat, ends = array("i"), array("q", [0])
        for own in texts:
            flat.extend([known.setdefault(stem, len(known)) for stem in own])
            ends.append(len(flat))
        self.flat, self.ends = np.array(flat, dtype=np.int32), np.array(ends)
        found = np.bincount(self.flat, minlength=len(known)).tolist()
        self.found: dict[str, int] = dict(zip(known, found, strict=True))
