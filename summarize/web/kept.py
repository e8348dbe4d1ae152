"""kept: what was fetched before, so that a server need only say that it is unchanged.

A file an address in the user's cache folder: a line of JSON, and the bytes. It is written whole or
not at all; one that is damaged, or belongs to another address, is a miss. What a server asks not to
be stored is not stored. The oldest go first.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

MOST_FILES = 500
MOST_BYTES = 200 << 20


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: where it came from in the end, its kind, and what tells its state."""

    url: str
    kind: str
    charset: str | None
    etag: str | None
    modified: str | None
    data: bytes


def folder() -> Path:
    """Return where answers are kept."""
    from summarize.cache import default_path

    return default_path().parent / "web"


def recall(home: Path, url: str) -> Answer | None:
    """Return what is kept of an address, None where nothing is that can be relied on."""
    try:
        head, _, data = _path(home, url).read_bytes().partition(b"\n")
        facts = json.loads(head)
        if facts.pop("asked") != url or facts.pop("sha256") != hashlib.sha256(data).hexdigest():
            return None
        return Answer(**facts, data=data)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def keep(home: Path, url: str, answer: Answer) -> None:
    """Keep an answer, if the folder can be written to."""
    facts = asdict(answer)
    data = facts.pop("data")
    facts |= {"asked": url, "sha256": hashlib.sha256(data).hexdigest()}
    with suppress(OSError):
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.NamedTemporaryFile(dir=home, delete=False) as file:
            try:
                file.write(json.dumps(facts).encode() + b"\n" + data)
                file.flush()
                Path(file.name).replace(_path(home, url))
            except OSError:
                Path(file.name).unlink(missing_ok=True)
                raise
        _prune(home)


def _path(home: Path, url: str) -> Path:
    return home / hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()


def _prune(home: Path) -> None:
    with os.scandir(home) as entries:
        found = sorted(
            (entry.stat().st_mtime_ns, entry.stat().st_size, entry.path) for entry in entries
        )
    total = sum(size for _, size, _ in found)
    while found and (len(found) > MOST_FILES or total > MOST_BYTES):
        _, size, path = found.pop(0)
        total -= size
        Path(path).unlink(missing_ok=True)
