"""dataset: topics with references, out of JSON Lines; the corpus that scores are measured on."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarize import counted
from summarize.errors import SourceError
from summarize.read import read_topic
from summarize.reading.ids import Ids
from summarize.reading.parsed import lines, parsed
from summarize.reading.sources import content, extension, shown
from summarize.reading.topics import is_topic
from summarize.text.page.decode import NotTextError, decoded, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarize.records import Reading

_SHAPE = '{"id", "documents": [{"text", …}], "references": ["…"]}'


@dataclass(frozen=True, slots=True)
class Topic:
    """The articles of one story and the summaries that people wrote of it."""

    id: str
    reading: Reading
    references: tuple[str, ...]

    @property
    def length(self) -> int:
        """The mean length of the references in words, at least 1."""
        lengths = [counted.words(reference) for reference in self.references]
        return max(1, round(sum(lengths) / len(lengths)))


@dataclass(frozen=True, slots=True)
class Dataset:
    """Topics, with a digest of their texts and references that is the same in any order."""

    name: str
    digest: str
    topics: tuple[Topic, ...]


def dataset(path: str | Path, limit: int | None = None) -> Dataset:
    """Read a dataset: JSON Lines, a topic a line, or a JSON list, or only the first `limit` topics.

    A topic is called as in a batch of the same file.

    Raises:
        SourceError: it cannot be read, a line is no topic with articles and references, or two
            topics have one id.
    """
    name = shown(path)
    try:
        text = decoded(content(Path(path), name))
    except NotTextError as error:
        raise SourceError(f"{name} is {error}; give topics {_SHAPE}, one a line.") from error
    topics: dict[str, Topic] = {}
    digests: list[str] = []
    ids = Ids(lambda: filter(is_topic, (value for _, value, _ in _values(text, name))))
    for value in _topics(text, name):
        topic = _topic({**value, "id": ids.of(value)}, name)
        if topic.id in topics:
            raise SourceError(f"{name} has two topics {topic.id}; give each its own id.")
        topics[topic.id] = topic
        texts = sorted(article.text for article in topic.reading)
        digests.append(_digest([topic.id, texts, sorted(topic.references)]))
        if limit is not None and len(topics) >= limit:
            break
    if not topics:
        raise SourceError(f"{name} holds no topic; give topics {_SHAPE}, one a line.")
    return Dataset(Path(name).name, _digest(sorted(digests))[:12], tuple(topics.values()))


def _topics(text: str, name: str) -> Iterator[dict[str, Any]]:
    for place, value, reason in _values(text, name):
        if reason:
            raise SourceError(f"{place} of {name} {reason}; a dataset is a topic {_SHAPE} a line.")
        if not is_topic(value):
            raise SourceError(f"{place} of {name} is no topic; give {_SHAPE}.")
        yield value


def _values(text: str, name: str) -> Iterator[tuple[str, Any, str | None]]:
    """Give what each line says, or why it says nothing; of a JSON file what its list holds.

    As `batch` reads them: a JSON file may also hold one topic, or a topic a line.
    """
    whole, reason = parsed(text) if extension(name) == ".json" else (None, "")
    if reason is None:
        values = whole if isinstance(whole, list) else [whole]
        yield from ((f"Item {number}", value, None) for number, value in enumerate(values, 1))
        return
    for number, line in lines(text):
        yield f"Line {number}", *parsed(line)


def _topic(value: dict[str, Any], name: str) -> Topic:
    """Return a topic, which has an id, a reference and a document with a text."""
    id_ = value["id"]
    references = value.get("references")
    texts = references if isinstance(references, list) else [references]
    good = tuple(tidy(text) for text in texts if isinstance(text, str) and text.strip())
    if not good:
        raise SourceError(
            f"Topic {id_} of {name} has no reference to compare with; give it "
            '"references": ["…"], or remove it.'
        )
    try:
        reading = read_topic(json.dumps(value), name)
    except SourceError as error:
        raise SourceError(
            f"Topic {id_} of {name} has no document with a text; give it one."
        ) from error
    return Topic(id_, reading, good)


def _digest(value: Any) -> str:
    written = json.dumps(value, ensure_ascii=True)
    return hashlib.sha256(written.encode("ascii")).hexdigest()
