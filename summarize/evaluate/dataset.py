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
from summarize.reading.sources import content, shown
from summarize.text.page.decode import NotTextError, decode

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
    """Read a dataset: JSON Lines, a topic a line, or only the first `limit` of them.

    Raises:
        SourceError: it cannot be read, or a line is no topic with articles and references.
    """
    name = shown(path)
    try:
        text = decode(content(Path(path), name))
    except NotTextError as error:
        raise SourceError(f"{name} is {error}; give topics {_SHAPE}, one a line.") from error
    topics: dict[str, Topic] = {}
    digests: list[str] = []
    for line, value in _lines(text, name):
        topic = _topic(line, value, name, str(len(topics) + 1))
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


def _lines(text: str, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise SourceError(
                f"Line {number} of {name} is not JSON; a dataset is a topic {_SHAPE} a line."
            ) from error
        if not isinstance(value, dict) or not isinstance(value.get("documents"), list):
            raise SourceError(f"Line {number} of {name} is no topic; give {_SHAPE}.")
        yield line, value


def _topic(line: str, value: dict[str, Any], name: str, number: str) -> Topic:
    """Return the topic of a line, which has a reference and a document with a text."""
    given = value.get("id")
    id_ = str(given) if isinstance(given, (str, int)) and str(given) else number
    references = value.get("references")
    texts = references if isinstance(references, list) else [references]
    good = tuple(text for text in texts if isinstance(text, str) and text.strip())
    if not good:
        raise SourceError(
            f"Topic {id_} of {name} has no reference to compare with; give it "
            '"references": ["…"], or remove it.'
        )
    try:
        reading = read_topic(line, name)
    except SourceError as error:
        raise SourceError(
            f"Topic {id_} of {name} has no document with a text; give it one."
        ) from error
    return Topic(id_, reading, good)


def _digest(value: Any) -> str:
    written = json.dumps(value, ensure_ascii=True)
    return hashlib.sha256(written.encode("ascii")).hexdigest()
