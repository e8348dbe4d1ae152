"""Topic files: the documents of one story out of JSON or JSON Lines.

A line, or the whole file, is a topic `{"id", "title", "documents": […]}`, a document
`{"id", "title", "date", "source", "url", "text"}`, or a list of them. What front matter may say of
an article may stand there too, by the same names. Unknown fields are ignored;
`"extracted": true` says that the text was taken out of a web page.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from summarize.errors import SourceError
from summarize.reading.document import Document
from summarize.reading.parsed import lines, parsed
from summarize.reading.undated import undated
from summarize.records import Drop
from summarize.text.page.decode import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# What each fact of an article is called, best first: the names of front matter too.
_FIELDS = {
    "title": ("title",),
    "outlet": ("source", "outlet", "publisher"),
    "wire": ("wire", "agency"),
    "byline": ("byline", "author"),
    "date": ("date", "published"),
    "url": ("url", "link"),
}
_TIMES = frozenset(_FIELDS["date"])
_SHAPE = 'give topics {"id", "documents": [{"text", …}]} or documents {"text", …}, one a line'
_TOLD = 20  # places of a file that are left out, each with its reason; of more, their number
# What has no name of its own cannot be asked for a part of it.
_NAMED = {"Standard input": "save it to a file and name"}


def documents(text: str, file: str, topic: str | None) -> tuple[list[Document], list[Drop]]:
    """Return the documents of one topic: of the one asked for, else of the only one.

    `topic` may also be `topic/document`, the name of one document.

    Raises:
        SourceError: the file is no topic file, it has no such topic, or several and none is named.
    """
    topics, drops = _topics(text, file)
    topic, wanted = _choose(topics, topic, file)
    found, more = _of(topic, topics[topic], file, wanted)
    drops += more
    if not found:
        where = f"{file}#{topic}" if topic else file
        raise SourceError(f"{where} holds no document with a text; {_SHAPE}.")
    return found, drops + undated(found, file)


def every(text: str, file: str) -> tuple[list[Document], list[Drop]]:
    """Return the documents of all topics, for whoever sorts them anew.

    Raises:
        SourceError: the file is no topic file, or none of its documents has a text.
    """
    topics, drops = _topics(text, file)
    found = []
    for topic, values in topics.items():
        several, more = _of(topic, values, file)
        found += several
        drops += more
    if not found:
        raise SourceError(f"{file} holds no document with a text; {_SHAPE}.")
    return found, drops + undated(found, file)


def _topics(text: str, file: str) -> tuple[dict[str, list[Any]], list[Drop]]:
    """Return the documents of each topic by its id, and what is left out of the file.

    Raises:
        SourceError: there are none.
    """
    places, drops = _values(text, file)
    values = chain.from_iterable(places.values())
    given = {tidy(_text(value, "id")) for value in values if is_topic(value)}
    topics: dict[str, list[Any]] = {}
    for place, several in places.items():
        if not _gather(several, given, topics):
            reason = f"{place} of {file} is no topic and no document; {_SHAPE}."
            drops.append(Drop("read", f"{file}:{place.split()[1]}", reason))
    if not topics:
        raise SourceError(f"{file} holds no documents; {_SHAPE}.")
    return topics, _few(drops, file)


def _of(
    topic: str, values: list[Any], file: str, wanted: str | None = None
) -> tuple[list[Document], list[Drop]]:
    """Return the documents of a topic, or only the one that is wanted, and what is left out."""
    found, drops = [], []
    for value, label in zip(values, _labels(values), strict=True):
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
        given = {
            ours: next(filter(None, (tidy(_text(value, name)) for name in theirs)), "")
            for ours, theirs in _FIELDS.items()
        }
        known = {k: v for k, v in given.items() if v}
        found.append(Document(name, tidy(body), known, value.get("extracted") is True))
    return found, drops


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
    ids = [tidy(_text(value, "id")) for value in values]
    taken = set(ids)
    known: dict[tuple[str, str], str] = {}
    used: set[str] = set()
    tried: dict[str, int] = {}
    for number, (value, given) in enumerate(zip(values, ids, strict=True), 1):
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
    kinds = (str, int, float) if key in _TIMES else (str, int)  # 1709626500.5 is a time
    return str(field_) if isinstance(field_, kinds) and not isinstance(field_, bool) else ""


def _gather(values: Iterable[Any], given: set[str], topics: dict[str, list[Any]]) -> bool:
    """Sort topics and documents into topics by id, where "" has no topic; whether all are either.

    A topic without an id has its number, or the next one that is no topic's id.
    """
    either = True
    for value in values:
        if is_topic(value):
            name = tidy(_text(value, "id"))
            if not name:
                number = len(topics) + 1
                while str(number) in given or str(number) in topics:
                    number += 1
                name = str(number)
            topics.setdefault(name, []).extend(value["documents"])
        elif isinstance(value, dict) and "text" in value:
            topics.setdefault("", []).append(value)
        else:
            either = False
    return either


def is_topic(value: Any) -> bool:
    """Tell whether a value is a topic: an object with a list of documents."""
    return isinstance(value, dict) and isinstance(value.get("documents"), list)


def _values(text: str, file: str) -> tuple[dict[str, list[Any]], list[Drop]]:
    """Parse one JSON value, or one a line, leaving out lines that are none.

    What lists hold stands by itself, under the place in the file where it is found.
    """
    whole, reason = parsed(text)
    if reason is None:
        items = whole if isinstance(whole, list) else [whole]
        return {f"Item {number}": _flat(item) for number, item in enumerate(items, 1)}, []
    values, drops = {}, []
    for number, line in lines(text):
        value, reason = parsed(line)
        if reason is None:
            values[f"Line {number}"] = _flat(value)
        else:
            told = f"Line {number} of {file} {reason}; mend it or remove it."
            drops.append(Drop("read", f"{file}:{number}", told))
    if not values:
        raise SourceError(f"{file} {reason}; {_SHAPE}.")
    return values, drops


def _flat(value: Any) -> list[Any]:
    """Return a value, or what a list holds, also in lists in it."""
    found, stack = [], [value]
    while stack:  # not by itself, since lists may be nested deeply
        value = stack.pop()
        if isinstance(value, list):
            stack += reversed(value)
        else:
            found.append(value)
    return found


def _few(drops: list[Drop], file: str) -> list[Drop]:
    """Return the first of the places that are left out, and of the others their number."""
    more = len(drops) - _TOLD
    rest = f"{file} has {more} more such places; mend or remove them."
    return [*drops[:_TOLD], Drop("read", file, rest)] if more > 0 else drops
