"""journal: what of a batch is done, a line a topic, written behind the brief itself.

The first line tells what every brief depends on. A line that a killed run left unfinished is cut
off, and with it all that it vouched for; so what the journal tells is always there.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from summarize.errors import SummarizeError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import IO

SCHEMA = "summarize/batch/1"


@dataclass(frozen=True, slots=True)
class Done:
    """A topic that is done: `file` names its page and `end` is where it ends in a common file.

    With a `reason` it failed and has neither.
    """

    id: str
    where: str
    digest: str = ""
    reason: str | None = None
    file: str | None = None
    end: int | None = None
    title: str = ""
    articles: int = 0
    voices: int = 0


class Journal:
    """The journal of one batch, open for writing and locked against a second run."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: IO[bytes] | None = None

    def start(self, signature: str) -> None:
        """Begin anew: nothing is done.

        Raises:
            UsageError: another run is writing it.
        """
        file = self._claim()
        file.truncate(0)
        self._write({"schema": SCHEMA, "signature": signature})

    def resume(self, signature: str) -> list[Done]:
        """Return what is done, and go on behind it.

        Raises:
            UsageError: it was begun with other settings, or another run is writing it.
        """
        file = self._claim()
        file.seek(0)
        head, end = _line(file.readline()), file.tell()
        if head is None or head.get("schema") != SCHEMA:
            raise UsageError(
                f"{self.path} is no journal of a batch; leave out --resume, or start anew "
                "with --force."
            )
        if head.get("signature") != signature:
            raise UsageError(
                f"The batch was begun as “{head.get('signature')}” and would go on as "
                f"“{signature}”; give the same options, or start anew with --force."
            )
        done: list[Done] = []
        for line in file:
            topic = _done(line)
            if topic is None:
                break
            done.append(topic)
            end += len(line)
        self._file = file
        self._cut(end)
        return done

    def cut(self, number: int) -> None:
        """Forget all but the first `number` topics."""
        file = self._open()
        file.seek(0)
        self._cut(sum(len(line) for _, line in zip(range(number + 1), file, strict=False)))

    def add(self, topic: Done) -> None:
        """Note a topic as done."""
        names = Done.__slots__
        told = {name: getattr(topic, name) for name in names}
        self._write({name: value for name, value in told.items() if value not in (None, "", 0)})

    def done(self) -> Iterator[Done]:
        """Give what is done, from the file."""
        with self.path.open("rb") as file:
            file.readline()
            yield from filter(None, map(_done, file))

    def close(self) -> None:
        """Let another run have it."""
        if self._file:
            self._file.close()
            self._file = None

    def _claim(self) -> IO[bytes]:
        try:
            self._file = self.path.open("a+b")
            _lock(self._file)
        except BlockingIOError as error:
            raise UsageError(f"Another batch is writing to {self.path}; wait for it.") from error
        except OSError as error:
            raise SummarizeError(
                f"{self.path} cannot be written ({error.strerror}); name another --output."
            ) from error
        return self._file

    def _open(self) -> IO[bytes]:
        if self._file is None:
            raise SummarizeError(f"{self.path} is not open.")
        return self._file

    def _cut(self, end: int) -> None:
        self._open().truncate(end)

    def _write(self, value: dict[str, Any]) -> None:
        file = self._open()
        file.write(json.dumps(value).encode("ascii") + b"\n")
        file.flush()


def begun(path: Path) -> bool:
    """Return whether a batch keeps its journal here."""
    try:
        with path.open("rb") as file:
            head = _line(file.readline(1 << 16))
    except OSError:
        return False
    return head is not None and head.get("schema") == SCHEMA


def _done(line: bytes) -> Done | None:
    try:
        return Done(**(_line(line) or {}))
    except TypeError:
        return None


def _line(line: bytes) -> dict[str, Any] | None:
    """Return what a line says; None for one that was not finished."""
    if not line.endswith(b"\n"):
        return None
    try:
        value = json.loads(line)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None


def _lock(file: IO[bytes]) -> None:
    """Lock a file until it is closed or the process ends, however it ends; where that exists."""
    try:
        import fcntl
    except ImportError:  # Windows refuses to open a file for writing twice by itself
        return
    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
