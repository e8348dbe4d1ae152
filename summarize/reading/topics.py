"""Topic files: the documents of one story out of JSON or JSON Lines.

A line, or the whole file, is a topic `{"id", "title", "documents": […]}`, a document
`{"id", "title", "date", "source", "url", "text"}`, or a list of them. Unknown fields are ignored;
`"extracted": true` says that the text was taken out of a web page.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from summarize.errors import SourceError
from summarize.reading.document import Document
from summarize.reading.undated import undated
from summarize.records import Drop
from summarize.text.page.decode import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FIELDS = {
    "title": "title",
    "outlet": "source",
    "wire": "wire",
    "byline": "byline",
    "date": "date",
    "url": "url",
}
_SHAPE = 'give topics {"id", "documents": [{"text", …}]} or documents {"text", …}, one a line'
# What has no name of its own cannot be asked for a part of it.
_NAMED = {"Standard input": "save it to a file and name"}


def documents(text: str, file: str, topic: str | None) -> tuple[list[Document], list[Drop]]:
    """Return the documents of one topic: of the one asked for, else of the only one.

    `topic` may also be `topic/document`, the name of one document.

    Raises:
        SourceError: the file is no topic file, it has no such topic, or several and none is named.
    """
    values, drops = _values(text, file)
    topics: dict[str, list[Any]] = {}
    _gather(values, topics, set(_ids(values)))
    if not topics:
        raise SourceError(f"{file} holds no documents; {_SHAPE}.")
    topic, wanted = _choose(topics, topic, file)
    found = []
    for value, label in zip(topics[topic], _labels(topics[topic]), strict=True):
        name = f"{topic}/{label}" if topic else label
        if wanted not in (None, label):
            continue
        own = tidy(_text(value, "id"))
        if own and own != label and wanted is None:
            reason = f"{file} has several documents {own!r} that differ; one is read as {name}."
            drops.append(Drop("read", f"{file}#{name}", reason))
        body = value.get("text") if isinstance(value, dict) else None
        if not isinstance(body, str):
            reason = f"{file}#{name} has no text; give it one, or remove it."
            drops.append(Drop("read", f"{file}#{name}", reason))
            continue
        given = {ours: tidy(_text(value, theirs)) for ours, theirs in _FIELDS.items()}
        known = {k: v for k, v in given.items() if v}
        found.append(Document(name, tidy(body), known, value.get("extracted") is True))
    if not found:
        where = f"{file}#{topic}" if topic else file
        raise SourceError(f"{where} holds no document with a text; {_SHAPE}.")
    return found, drops + undated(found, file)


def _choose(topics: dict[str, list[Any]], asked: str | None, file: str) -> tuple[str, str | None]:
    """Return the topic, and the document of it if only one is wanted."""
    names = [name for name in topics if name]
    if asked is None:
        if len(topics) > 1:
            raise SourceError(
                f"{file} holds {len(topics)} topics and a brief tells one story; "
                f"{_NAMED.get(file, 'name')} one of them, such as "
                f"{'topics.json' if file in _NAMED else file}#{names[0]}."
            )
        return next(iter(topics)), None
    topic, wanted = (asked, None) if asked in topics else _last(asked)
    labels = _labels(topics.get(topic, ()))
    if topic not in topics or wanted not in (None, *labels):
        known = ", ".join((names or labels)[:5]) + (", …" if len(names or labels) > 5 else "")
        raise SourceError(f"{file} has no topic or document {asked}; it has {known}.")
    return topic, wanted


def _labels(values: Sequence[Any]) -> list[str]:
    """Return what each document of a topic is called: its id or its place, and no other's.

    One that has the id and the text of another has its name too; who reads it sees it twice.
    """
    labels: list[str] = []
    taken = {tidy(_text(value, "id")) for value in values}
    known: dict[tuple[str, str], str] = {}
    used: set[str] = set()
    tried: dict[str, int] = {}
    for number, value in enumerate(values, 1):
        given = tidy(_text(value, "id"))
        own = label = given or str(number)
        key = own, _text(value, "text")
        while key not in known and (label in used or (label != given and label in taken)):
            tried[own] = tried.get(own, 1) + 1  # never the same again: there may be a million
            label = f"{own}-{tried[own]}"
        used.add(known.setdefault(key, label))
        labels.append(known[key])
    return labels


def _last(name: str) -> tuple[str, str]:
    topic, _, document = name.rpartition("/")
    return topic, document


def _text(value: Any, key: str) -> str:
    """Return a field as text; empty where it is missing, null or no plain value."""
    field_ = value.get(key) if isinstance(value, dict) else None
    kinds = (str, int, float) if key == "date" else (str, int)  # 1709626500.5 is a time
    return str(field_) if isinstance(field_, kinds) and not isinstance(field_, bool) else ""


def _gather(values: list[Any], topics: dict[str, list[Any]], given: set[str]) -> None:
    """Sort topics and documents, also those in lists, into topics by id; "" has no topic.

    A topic without an id has its number, or the next one that is no topic's id.
    """
    for value in values:
        if isinstance(value, list):
            _gather(value, topics, given)
        elif is_topic(value):
            name = tidy(_text(value, "id"))
            if not name:
                number = len(topics) + 1
                while str(number) in given or str(number) in topics:
                    number += 1
                name = str(number)
            topics.setdefault(name, []).extend(value["documents"])
        elif isinstance(value, dict) and "text" in value:
            topics.setdefault("", []).append(value)


def _ids(values: list[Any]) -> Iterator[str]:
    """Give the ids of all topics that have one, also of those in lists."""
    for value in values:
        if isinstance(value, list):
            yield from _ids(value)
        elif is_topic(value):
            yield tidy(_text(value, "id"))


def is_topic(value: Any) -> bool:
    """Tell whether a value is a topic: an object with a list of documents."""
    return isinstance(value, dict) and isinstance(value.get("documents"), list)


def _values(text: str, file: str) -> tuple[list[Any], list[Drop]]:
    """Parse one JSON value, or one a line, leaving out lines that are none."""
    try:
        return [json.loads(text)], []
    except (ValueError, RecursionError):
        pass
    values, drops = [], []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                values.append(json.loads(line))
            except (ValueError, RecursionError):
                reason = f"Line {number} of {file} is not JSON; mend it or remove it."
                drops.append(Drop("read", f"{file}:{number}", reason))
    if not values:
        raise SourceError(f"{file} is not JSON; {_SHAPE}.")
    return values, drops[:20]
