"""wishes: how the web is to be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

DEFAULT_LIMIT = 20


@dataclass(frozen=True, slots=True)
class Web:
    """Whether one's own network may be read, and how many articles of a feed (None: 20).

    `keep` is whether answers are kept on disk; `tell` is told each address before it is fetched.
    """

    allow_private: bool = False
    limit: int | None = None
    keep: bool = True
    tell: Callable[[str], None] = field(default=lambda _: None)
