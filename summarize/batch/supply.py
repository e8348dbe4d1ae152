"""supply: the topics of a batch, one after the other, out of JSON Lines or a folder.

Only one line is held at a time, so that a file may be of any size; what is no topic is a task with
a problem instead of a text, so that it is told like every other failure.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarize.batch.encoding import Lined, lined, text_of
from summarize.batch.task import Task
from summarize.errors import SourceError
from summarize.reading.called import STDIN
from summarize.reading.ids import Ids, digest, given
from summarize.reading.parsed import parsed
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
from summarize.reading.topics import is_topic
from summarize.text.page.decode import NotTextError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import IO

_SHAPE = 'give a topic {"id", "documents": [{"text", …}]} a line'


def tasks(name: str) -> Iterator[Task]:
    """Give the topics of a topic file (`-` for standard input) or a folder, in order.

    Of several topics with one id the first is made; the others are problems. A number that is
    taken in another file of a folder is told apart by the file's name.

    Raises:
        SourceError: there is nothing by that name, or it can hold no topics.
    """
    seen: set[bytes] = set()
    numbers: set[bytes] = set()
    for task in _topics(name):
        if task.problem:
            yield task
            continue
        if not task.named and digest(task.id) in seen:
            task = replace(task, id=f"{Path(task.where).stem}-{task.id}")  # noqa: PLW2901
        key = digest(task.id)
        if key in seen:
            reason = _taken(task, as_number=key in numbers)
            task = replace(task, text=None, problem=reason)  # noqa: PLW2901 - the same topic
        elif not task.named:
            numbers.add(key)
        seen.add(key)
        yield task


def _taken(task: Task, *, as_number: bool) -> str:
    """Return why a topic cannot be called as it is."""
    place = f"{task.line} of {task.where}" if task.line else task.where
    if as_number:
        return (
            f"{place} has the id {task.id}, which a topic before it has for its number, since it "
            "was given no id; give every topic an id of its own."
        )
    return f"{place} has the id {task.id}, as a topic before it has; give each its own id."


def _topics(name: str) -> Iterator[Task]:
    path = Path(name)
    if name == STDIN:
        yield from _numbered(_split(lined(_stdin())), STDIN, "Line", 0, Ids(None))
    elif path.is_dir():
        yield from _folder(path)
    elif extension(name) == ".json":
        yield from _whole(path)
    else:
        find(name)  # says in prose what is wrong with the path
        yield from _lines(path)


def _folder(folder: Path) -> Iterator[Task]:
    """Give a topic for each folder in a folder, and those of each topic file."""
    inside = listing(folder)
    entries = [path for path in inside if path.is_dir() or extension(path.name) in TOPICS]
    if not entries:
        loose = any(extension(x.name) in TEXTS for x in inside)
        raise SourceError(
            f"{shown(folder)} holds {'articles' if loose else 'nothing'} and no topics; put the "
            "articles of each story in a folder of its own, or in a .json or .jsonl file"
            f"{', or have them sorted with --group' if loose else ''}."
        )
    for path in entries:
        several = not path.is_dir() and extension(path.name) != ".json" and _several(path)
        if not several:
            share = 1 / len(entries)
            yield Task(_label(path), shown(path), _size(path), share, path=str(path))
            continue
        for task in _lines(path):
            yield replace(task, share=task.share / len(entries))


def _label(path: Path) -> str:
    """Return the id of a folder or file; a byte that is no text is written as its number.

    So names that look alike, since they differ in such bytes alone, are the ids of two topics.
    """
    name = path.name if path.is_dir() else path.stem
    return os.fsencode(name).decode("utf-8", "backslashreplace")


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
    return len(first) == 2 and all(is_topic(value) for value in first)


def _whole(path: Path) -> Iterator[Task]:
    """Give the topics of a JSON file: of a list of them, or the only one."""
    name = shown(path)
    data = content(path, name)
    value = _value(data)
    if value is None:
        yield from _lines(path)
        return
    values = value if isinstance(value, list) else [value]
    lines = (json.dumps(item).encode() for item in values)
    yield from _numbered(lines, name, "Item", len(data), Ids(lambda: filter(is_topic, values)))


def _lines(path: Path) -> Iterator[Task]:
    """Give the topics of a file in JSON Lines; what is no file can be read only once."""
    ids = Ids(partial(_ahead, path) if path.is_file() else None)
    with _opened(path) as file:
        yield from _numbered(_split(file), shown(path), "Line", _size(path), ids)


def _ahead(path: Path) -> Iterator[Any]:
    with _opened(path) as file:
        yield from filter(is_topic, map(_value, _split(file)))


def _split(file: Lined) -> Iterator[bytes]:
    """Give the lines of a file; of one that is longer than any topic, only its beginning."""
    while line := file.readline(MOST_BYTES + 1):
        yield line
        while len(line) > MOST_BYTES and not line.endswith(b"\n"):
            line = file.readline(MOST_BYTES + 1)


def _numbered(lines: Iterable[bytes], name: str, unit: str, size: int, ids: Ids) -> Iterator[Task]:
    """Give a task for every line that is not blank."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        value = _value(line)
        content_ = hashlib.sha256(line.strip()).hexdigest()[:16]
        share = min(1.0, len(line) / size) if size else 0.0
        place = f"{unit} {number}"
        if not is_topic(value):
            reason = f"{place} of {name} {_complaint(line, value)}; {_SHAPE}."
            yield Task(place.lower(), name, 0, share, None, content_, reason)
            continue
        own, named = ids.of(value), bool(given(value))
        text = text_of(line) if named else json.dumps({**value, "id": own})
        yield Task(own, name, len(line), share, text, content_, line=place, named=named)


def _complaint(line: bytes, value: Any) -> str:
    if len(line) > MOST_BYTES:
        return f"is longer than {MOST_BYTES >> 20} MiB"
    if reason := _said(line)[1]:
        return reason
    alone = isinstance(value, dict) and "text" in value
    return "is an article by itself" if alone else "is no topic"


def _value(line: bytes) -> Any:
    """Return what a line says, or None where it is no JSON."""
    return _said(line)[0]


def _said(line: bytes) -> tuple[Any, str | None]:
    """Return what a line says, and None; or None, and why it says nothing."""
    try:
        return parsed(text_of(line))
    except NotTextError as kind:
        return None, f"is {kind}"


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
def _opened(path: Path) -> Iterator[Lined]:
    try:
        with path.open("rb") as file:
            yield lined(file)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SourceError(
            f"{shown(path)} cannot be read ({reason}); check the file or leave it out."
        ) from error
