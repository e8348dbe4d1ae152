"""This very program, as what it keeps on disk depends on it."""

from __future__ import annotations

import os
import sys
import time
from functools import lru_cache
from pathlib import Path

_STARTED = time.time_ns()


@lru_cache(maxsize=1)
def program() -> str | None:
    """Return a digest of the program: its files and those of its models, by size and time.

    The folders of installed packages stand for the libraries in them: installing one changes its
    folder. So neither an edited checkout nor an upgrade reads what another program has kept. None
    where a file has changed since the program started, which may run what was there before.
    """
    import hashlib

    package = Path(__file__).parent
    folders = (package, package.parent / "models")  # which an installed package has inside
    files = [row for place in folders for row in _listed(str(place))]
    if any(changed > _STARTED for *_, changed in files):
        return None
    places = [Path(place) for place in sys.path if place.endswith("-packages")]
    libraries = [(str(place), place.stat().st_mtime_ns) for place in places if place.is_dir()]
    told = repr((sys.version, files, libraries)).encode("utf-8", "surrogatepass")
    return hashlib.sha256(told).hexdigest()


def _listed(folder: str) -> list[tuple[str, int, int]]:
    """Return the files of a folder and of the folders in it, with size and time of change."""
    rows: list[tuple[str, int, int]] = []
    if not Path(folder).is_dir():
        return rows
    with os.scandir(folder) as inside:
        for item in sorted(inside, key=lambda item: item.name):
            if item.is_dir():
                rows += [] if item.name == "__pycache__" else _listed(item.path)
            else:
                status = item.stat()
                rows.append((item.path, status.st_size, status.st_mtime_ns))
    return rows
