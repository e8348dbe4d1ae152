"""supply: the topics of a batch, one after the other, out of JSON Lines or a folder.

Only one line is held at a time, so that a file may be of any size; what is no topic is a task with
a problem instead of a text, so that it is told like every other failure.
"""

from __future__ import annotations

import hashlib
import json
import sys
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarize.errors import SourceError
from summarize.reading.sources import (
    MOST_BYTES,
    TEXTS,
    TOPICS,
    content,
    extension,
    find,
    listing,
    shown,
)
from summarize.text.decode import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import IO

STDIN = "-"
_SHAPE = 'give a topic {"id", "documents": [{"text", …}]} a line'


@dataclass(frozen=True, slots=True)
class Task:
    """One topic to brief: a path to read, or its own text as JSON; or why it is neither.

    `where` is the path, or the topic file's name. `size` is in bytes; `share` is how much of the
    whole supply it is, from 0 to 1, or 0 where that is unknown.
    """

    id: str
    where: str
    size: int = 0
    share: float = 0.0
    text: str | None = None
    digest: str = ""
    problem: str | None = None


def content_digest(task: Task) -> str:
    """Return a digest of all that the task's brief is made of."""
    if task.digest or task.problem:
        return task.digest
    total = hashlib.sha256()
    try:
        found, _ = find(task.where)
    except SourceError:
        return ""
    notes = sorted({file.path.parent / "sources.toml" for file in found})
    for path in [*(file.path for file in found), *filter(Path.is_file, notes)]:
        try:
            data = content(path, shown(path))
        except SourceError:
            data = b""
        inside = path.relative_to(task.where) if path != Path(task.where) else path.name
        total.update(hashlib.sha256(f"{inside}\0".encode("utf-8", "replace") + data).digest())
    return total.hexdigest()[:16]


def tasks(name: str) -> Iterator[Task]:
    """Give the topics of a topic file (`-` for standard input) or a folder, in order.

    Of several topics with one id the first is made; the others are problems.

    Raises:
        SourceError: there is nothing by that name, or it can hold no topics.
    """
    seen: set[bytes] = set()
    for task in _topics(name):
        # Digests instead of ids, since of millions of topics this is what is kept.
        key = _key(task.id)
        if task.problem:
            yield task
            continue
        if key in seen:
            reason = f"A topic {task.id} came before; give each its own id."
            task = replace(task, text=None, problem=reason)  # noqa: PLW2901 - the same topic
        seen.add(key)
        yield task


def _topics(name: str) -> Iterator[Task]:
    path = Path(name)
    if name == STDIN:
        yield from _numbered(_split(_stdin()), STDIN, "Line", 0)
    elif path.is_dir():
        yield from _folder(path)
    elif extension(name) == ".json":
        yield from _whole(path)
    else:
        find(name)  # says in prose what is wrong with the path
        with _opened(path) as file:
            yield from _numbered(_split(file), shown(path), "Line", _size(path))


def _folder(folder: Path) -> Iterator[Task]:
    """Give a topic for each folder in a folder, and those of each topic file."""
    inside = listing(folder)
    entries = [path for path in inside if path.is_dir() or extension(path.name) in TOPICS]
    if not entries:
        what = "articles" if any(extension(x.name) in TEXTS for x in inside) else "nothing"
        raise SourceError(
            f"{shown(folder)} holds {what} and no topics; put the articles of each story in a "
            "folder of its own, or in a .json or .jsonl file."
        )
    for path in entries:
        several = not path.is_dir() and extension(path.name) != ".json" and _several(path)
        if not several:
            label = shown(path.name if path.is_dir() else path.stem)
            yield Task(label, shown(path), _size(path), 1 / len(entries))
            continue
        with _opened(path) as file:
            for task in _numbered(_split(file), shown(path), "Line", _size(path)):
                yield replace(task, share=task.share / len(entries))


def left_out(name: str) -> list[str]:
    """Return the files of a folder that are no topics: loose articles, and what is no text."""
    path = Path(name)
    if name == STDIN or not path.is_dir():
        return []
    inside = [item for item in listing(path) if not item.is_dir()]
    return [shown(item) for item in inside if extension(item.name) not in TOPICS]


def _several(path: Path) -> bool:
    """Return whether a topic file holds more than one topic, by its first two lines."""
    try:
        with _opened(path) as file:
            lines = (line for line in iter(lambda: file.readline(MOST_BYTES), b"") if line.strip())
            first = [_value(line) for _, line in zip(range(2), lines, strict=False)]
    except SourceError:
        return False
    return len(first) == 2 and all(_is_topic(value) for value in first)


def _whole(path: Path) -> Iterator[Task]:
    """Give the topics of a JSON file: of a list of them, or the only one."""
    name = shown(path)
    data = content(path, name)
    value = _value(data)
    if value is None:
        with _opened(path) as file:
            yield from _numbered(_split(file), name, "Line", len(data))
        return
    values = value if isinstance(value, list) else [value]
    lines = (json.dumps(item).encode() for item in values)
    yield from _numbered(lines, name, "Item", len(data))


def _split(file: IO[bytes]) -> Iterator[bytes]:
    """Give the lines of a file; of one that is longer than any topic, only its beginning."""
    while line := file.readline(MOST_BYTES + 1):
        yield line
        while len(line) > MOST_BYTES and not line.endswith(b"\n"):
            line = file.readline(MOST_BYTES + 1)


def _numbered(lines: Iterable[bytes], name: str, unit: str, size: int) -> Iterator[Task]:
    """Give a task for every line that is not blank; without an id, its number among topics."""
    known: set[bytes] = set()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        value = _value(line)
        digest = hashlib.sha256(line.strip()).hexdigest()[:16]
        share = min(1.0, len(line) / size) if size else 0.0
        if not _is_topic(value):
            reason = f"{unit} {number} of {name} {_complaint(line, value)}; {_SHAPE}."
            label = f"{unit.lower()} {number}"
            yield Task(label, name, 0, share, None, digest, reason)
            continue
        given = value.get("id")
        named = isinstance(given, (str, int)) and given is not True and tidy(str(given))
        # As `read` numbers them, so that `FILE#3/1` in a brief leads back to the article.
        own = tidy(str(given)) if named else str(len(known) + 1)
        known.add(_key(own))
        text = line.decode("utf-8-sig") if named else json.dumps({**value, "id": own})
        yield Task(own, name, len(line), share, text, digest)


def _complaint(line: bytes, value: Any) -> str:
    if len(line) > MOST_BYTES:
        return f"is longer than {MOST_BYTES >> 20} MiB"
    if value is None:
        return "is not JSON"
    return "is an article by itself" if isinstance(value, dict) and "text" in value else "is none"


def _is_topic(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("documents"), list)


def _value(line: bytes) -> Any:
    """Return what a line says, or None where it is no JSON in UTF-8."""
    try:
        return json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None


def _key(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=12).digest()


def _size(path: Path) -> int:
    """Return the bytes of a file, or of a folder's files; 0 where that cannot be told."""
    try:
        inside = path.iterdir() if path.is_dir() else [path]
        return sum(item.stat().st_size for item in inside if item.is_file())
    except OSError:
        return 0


def _stdin() -> IO[bytes]:
    stream: IO[bytes] | None = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise SourceError("There is no standard input to read; name a file or a folder.")
    return stream


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    try:
        with path.open("rb") as file:
            yield file
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SourceError(
            f"{shown(path)} cannot be read ({reason}); check the file or leave it out."
        ) from error
