"""visit: what is left to one address of the time that it may take, and of the patience with it."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# Seconds that servers may have us wait for one address, all told, or between two of a site. That
# is as long as most ask for whose readers are too many; who must wait longer had better come back.
MOST_WAIT = 60.0


@dataclass(slots=True)
class Visit:
    """An address as it was given, by when it must have answered, and how long it may ask to wait.

    What is waited does not count as time that it takes: `deadline` moves with it.
    """

    url: str
    deadline: float
    waits: float = MOST_WAIT


@dataclass(slots=True)
class Alarm:
    """Calls `ring` once, `seconds` after it was set last, by the system's own clock."""

    seconds: float
    ring: Callable[[], None]
    rang: bool = False
    _timer: threading.Timer = field(init=False)

    def __post_init__(self) -> None:
        self.set()

    def set(self) -> None:
        """Begin to count anew."""
        self._timer = threading.Timer(self.seconds, self._ring)
        self._timer.daemon = True
        self._timer.start()

    def _ring(self) -> None:
        self.rang = True
        self.ring()

    def stop(self) -> None:
        """Let it be silent until it is set again."""
        self._timer.cancel()
