"""What texts say of themselves, remembered from one reading of some sources to the next."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from summarize.program import program

if TYPE_CHECKING:
    from collections.abc import Sequence

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

    def know(self, texts: Sequence[str]) -> bool:
        """Tell whether it is known already what each of some texts says."""
        return not self._unknown(texts)

    def learn(self, texts: Sequence[str]) -> None:
        """Find out what texts say that will be asked about one by one."""
        new = self._unknown(texts)
        self._known.update((digest, _inferred(text)) for digest, text in new.items())
        self._fresh = self._fresh or bool(new)

    def of(self, text: str) -> Known:
        """Return what a text says of itself, by name, as `text.heads.infer` tells it."""
        self.learn([text])
        return dict(self._known[_digest(text)])

    def _unknown(self, texts: Sequence[str]) -> dict[str, str]:
        if self._records is not None and texts and not self._place:
            self._place = bytes.fromhex(_digest(f"{_FORM} {program()} {_digest(texts[0])}"))
            self._known = json.loads(self._records.get(self._place) or b"{}")
        return {digest: text for text in texts if (digest := _digest(text)) not in self._known}

    def keep(self) -> None:
        """Keep on disk what was new."""
        if self._records is not None and self._fresh:
            self._records.put(self._place, json.dumps(self._known).encode())


def _inferred(text: str) -> Known:
    # Here, since their many patterns take longer to compile than a reader should wait.
    from summarize.text.page.heads import infer

    return asdict(infer(text))


def _digest(text: str) -> str:
    import hashlib

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
