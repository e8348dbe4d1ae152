"""What texts say of themselves, remembered from one reading of some sources to the next."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from summarize.program import program

if TYPE_CHECKING:
    from summarize.cache import Records

    Known = dict[str, str | None]

_FORM = "summarize/heads/1"


class Heads:
    """The titles, outlets, wires, bylines, dates and addresses that texts tell.

    Kept is what one reading found, under the first text that it asked about and this very program;
    without a place on disk nothing is.
    """

    def __init__(self, records: Records | None) -> None:
        self._records = records if records and program() else None
        self._place = b""
        self._known: dict[str, Known] = {}
        self._fresh = False

    def of(self, text: str) -> Known:
        """Return what a text says of itself, by name, as `text.heads.infer` tells it."""
        if self._records is None:
            return _inferred(text)
        digest = _digest(text)
        if not self._place:
            self._place = bytes.fromhex(_digest(f"{_FORM} {program()} {digest}"))
            self._known = json.loads(self._records.get(self._place) or b"{}")
        if digest not in self._known:
            self._known[digest] = _inferred(text)
            self._fresh = True
        return dict(self._known[digest])

    def keep(self) -> None:
        """Keep on disk what was new."""
        if self._records is not None and self._fresh:
            self._records.put(self._place, json.dumps(self._known).encode())


def _inferred(text: str) -> Known:
    # Here, since their many patterns take longer to compile than a reader should wait.
    from summarize.text.heads import infer

    return asdict(infer(text))


def _digest(text: str) -> str:
    import hashlib

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
