"""What a brief may be long, and what each statement takes of it, in the unit asked for."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from summarize import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.settings import Settings


def costs_and_budget(texts: Sequence[str], settings: Settings) -> tuple[list[int], int]:
    """Return what each text costs and the budget, in the unit of the length asked for."""
    unit, size = settings.length
    if unit == "sentences":
        return [1] * len(texts), int(size)
    if unit == "chars":
        # One more for the space between sentences, which the last does not need.
        return [len(text) + 1 for text in texts], int(size) + 1
    words = [max(1, counted.words(text)) for text in texts]
    return words, math.floor(size * sum(words)) if unit == "ratio" else int(size)


def too_short(least: int, whole: int, settings: Settings) -> str:
    """Return what is told where the shortest candidate takes more than was asked for."""
    unit, size = settings.length
    if unit == "chars":
        least -= 1
    if unit == "ratio":
        size_, needed = f"{size:g}", f"{math.ceil(1000 * least / whole) / 1000:g}"
    else:
        size_, needed = f"{size:g}", f"{least}"
    return (
        f"No sentence fits --{unit} {size_}: the shortest that can stand alone needs "
        f"--{unit} {needed}."
    )
