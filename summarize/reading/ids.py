"""ids: what the topics of a file are called.

An id that is given stands. A topic without one is called by its number among the topics of its
file, or by the next one that no other topic of the file has for its id; of standard input, which
cannot be read ahead, no earlier one.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from summarize.text.page.decode import tidy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class Ids:
    """The ids of the topics of one file; `ahead` reads all its topics, if it can be read twice."""

    def __init__(self, ahead: Callable[[], Iterable[Any]] | None) -> None:
        self._ahead = ahead
        self._known: set[bytes] = set()  # digests, since of millions of topics this is what is kept
        self._given: set[str] = set()
        self._last = 0

    def of(self, topic: Any) -> str:
        """Return what the next topic is called."""
        name = given(topic) or self._number()
        self._known.add(digest(name))
        return name

    def _number(self) -> str:
        if self._ahead is not None:
            names = map(given, self._ahead())
            self._given = {name for name in names if name.isdecimal()}
            self._ahead = None
        # As `read` numbers them, so that `FILE#3/1` in a brief leads back to the article.
        number = max(len(self._known), self._last) + 1
        while str(number) in self._given or digest(str(number)) in self._known:
            number += 1
        self._last = number
        return str(number)


def given(topic: Any) -> str:
    """Return the id that a topic has, or "" if it has none: true and false are none."""
    name = topic.get("id") if isinstance(topic, dict) else None
    return tidy(str(name)) if isinstance(name, (str, int)) and not isinstance(name, bool) else ""


def digest(name: str) -> bytes:
    """Return what stands for an id where many are kept."""
    return hashlib.blake2b(name.encode("utf-8", "replace"), digest_size=12).digest()
