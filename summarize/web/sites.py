"""sites: what all readers of the web know of the sites they visit, and that they visit in turn."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@dataclass(slots=True)
class Sites:
    """The rules of the sites that were visited; one reader at a time is let to a host."""

    rules: dict[str, Any] = field(default_factory=dict)
    visited: set[str] = field(default_factory=set)
    _doors: dict[str, Lock] = field(default_factory=dict)
    _guard: Lock = field(default_factory=Lock)

    @contextmanager
    def turn(self, url: str, clock: Callable[[], float]) -> Iterator[float]:
        """Hold the host of an address, and give how long it took until it was free."""
        with self._guard:
            door = self._doors.setdefault(host(url), Lock())
        waited = 0.0
        if not door.acquire(blocking=False):
            start = clock()
            door.acquire()
            waited = clock() - start
        try:
            yield waited
        finally:
            door.release()


def host(url: str) -> str:
    """Return the host that an address is asked of, whatever the port; empty if it is none."""
    try:
        return (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""
