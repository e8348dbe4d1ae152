"""Barred: statements that may not be picked, because of what the reader asked for or knows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarize.records import Refusal


@dataclass(frozen=True, slots=True)
class Barred:
    """Why each of some statements may not be picked, and what to say where no other is left.

    `about` is what the others are about, where nothing else was asked for.
    """

    refusals: Mapping[int, Refusal] = field(default_factory=dict)
    excuse: str = ""
    about: str = ""
