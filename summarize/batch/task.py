"""task: one topic of a batch, as it is handed to whoever makes it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from summarize.errors import SourceError
from summarize.reading.sources import content, find, shown


@dataclass(frozen=True, slots=True)
class Task:
    """One topic to brief: a path to read, or its own text as JSON; or why it is neither.

    `where` is what that path or the topic file is called, and `line` the place in that file. `size`
    is in bytes; `share` is how much of the whole supply it is, from 0 to 1, or 0 where that is
    unknown.
    """

    id: str
    where: str
    size: int = 0
    share: float = 0.0
    text: str | None = None
    digest: str = ""
    problem: str | None = None
    line: str = ""
    named: bool = True  # or it is called by its number
    path: str = ""  # as the system has it, whose bytes need not be text


def content_digest(task: Task) -> str:
    """Return a digest of all that the task's brief is made of."""
    if task.digest or task.problem:
        return task.digest
    total = hashlib.sha256()
    try:
        found, _ = find(task.path)
    except SourceError:
        return ""
    root = Path(task.path) if Path(task.path).is_dir() else Path(task.path).parent
    notes = sorted({file.path.parent / "sources.toml" for file in found})
    for path in [*(file.path for file in found), *filter(Path.is_file, notes)]:
        try:
            data = content(path, shown(path))
        except SourceError:
            data = b""
        inside = path.relative_to(root)
        total.update(hashlib.sha256(f"{inside}\0".encode("utf-8", "replace") + data).digest())
    return total.hexdigest()[:16]
