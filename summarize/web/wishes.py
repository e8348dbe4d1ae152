"""wishes: how the web is to be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

DEFAULT_LIMIT = 20
DEFAULT_JOBS = 4


@dataclass(frozen=True, slots=True)
class Web:
    """Whether one's own network may be read, and how many articles of a feed (None: 20).

    `jobs` is how many addresses are fetched at once (None: 4), never two of one host; `keep` is
    whether answers are kept on disk; `tell` is told each address before it is fetched, `pause`
    which one asks to wait and for how many seconds. `idle` names the wishes that may have no
    effect, as defaults that are given once and for all.
    """

    allow_private: bool = False
    limit: int | None = None
    jobs: int | None = None
    keep: bool = True
    idle: frozenset[str] = frozenset()
    tell: Callable[[str], None] = field(default=lambda _: None)
    pause: Callable[[str, float], None] = field(default=lambda *_: None)
