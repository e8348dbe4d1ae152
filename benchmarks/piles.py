"""Piles of articles to trace: reports of an event as they stand, and what desks made of them."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import cycle
from random import Random
from typing import TYPE_CHECKING, Any

from edits import EDITS, NEW, headed, mixed, passage, quoting, sentences, several, speech, words

from summarize.records import Article

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

LEAST = 150  # words of an article that is edited
MOST = 12  # articles of a topic
VERSIONS = 4  # of a story, at most, where any versions meet
DRAWS = 3
DESK = tuple(name for name in EDITS if name != "updated")  # what each outlet does by itself


@dataclass(frozen=True)
class Version:
    """An article of a pile, the stories that it may count as, and what was done to it."""

    article: Article
    origins: frozenset[int]
    edits: tuple[str, ...] = ()


@dataclass(frozen=True)
class Topic:
    """The reports of one event, as paragraphs; `stories` tells which is a copy of which.

    `related` are those that share too much with another to be edited as independent of it.
    """

    id: str
    articles: tuple[Article, ...]
    stories: tuple[int, ...]
    related: frozenset[int] = frozenset()

    def parts(self, number: int) -> list[str]:
        """Return the paragraphs of a report; of one without, every three sentences."""
        found = [part.strip() for part in re.split(r"\n+", self.articles[number].text)]
        found = [part for part in found if part]
        if len(found) > 3:
            return found
        said = [one for part in found for one in sentences(part)]
        return [" ".join(said[at : at + 3]) for at in range(0, len(said), 3)]


def topics(path: Path, known: dict[str, Any]) -> list[Topic]:
    """Return the topics of a file; `known` lists their `copies` and `related` documents."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    grouped: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        grouped[str(row["topic"] if "text" in row else row["id"])] += row.get("documents") or [row]
    made = []
    for name, documents in grouped.items():
        stories = list(range(len(documents)))
        for group in known.get("copies", {}).get(name, []):
            for number in group:
                stories[number] = group[0]
        articles = [
            Article(f"{name}-{number}", d["text"], outlet=d.get("source"), date=d.get("date"))
            for number, d in enumerate(documents)
        ]
        related = frozenset(known.get("related", {}).get(name, []))
        made.append(Topic(name, tuple(articles), tuple(stories), related))
    return made


class Piles:
    """The piles of one topic, always the same for the same seed."""

    def __init__(self, topic: Topic, others: Sequence[Topic], seed: int) -> None:
        self.topic = topic
        self.draw = Random(f"{seed} {topic.id}")
        numbers = range(len(topic.articles))
        longest = sorted(numbers, key=lambda n: (-words(topic.parts(n)), n))
        long = [n for n in longest if words(topic.parts(n)) >= LEAST]
        self.chosen = [n for n in long if n not in topic.related]
        # One report of a story is edited; its copies in the wild would only repeat it.
        stories = topic.stories
        self.chosen = [n for n in self.chosen if stories[n] == n or stories[n] not in self.chosen]
        self.chosen = sorted(self.chosen)[:MOST]
        pool = [p for o in others for n in range(len(o.articles)) for p in headed(o.parts(n))[1]]
        pool = [part for part in dict.fromkeys(pool) if 20 <= words([part]) <= 120]
        self.draw.shuffle(pool)
        self.spare = cycle(pool)

    def all(self) -> Iterator[tuple[str, list[Version]]]:
        """Give every pile with its kind."""
        base = [self._as(self.topic.parts(n), n) for n in self.chosen]
        if not base:
            return
        for kind in EDITS:
            yield kind, base + [self._edited(self.topic.parts(n), n, [kind]) for n in self.chosen]
        yield (
            "combined",
            base + [self._edited(self.topic.parts(n), n, several(self.draw)) for n in self.chosen],
        )
        if len(base) > 1:
            yield "mixed", base + self._mixed()
            yield "quoting", base + self._quoting()
            yield "release", self._shared(passage)
            yield "speech", self._shared(speech)
        for _ in range(DRAWS):
            yield "any", base + self._any()
            yield "any, no origin", self._any()

    def _as(self, parts: Sequence[str], *stories: int, edits: Sequence[str] = ()) -> Version:
        origins = frozenset(self.topic.stories[n] for n in stories)
        return Version(Article(f"{self.draw.random()}", "\n\n".join(parts)), origins, tuple(edits))

    def _edited(
        self, parts: list[str], number: int, kinds: Sequence[str], before: Sequence[str] = ()
    ) -> Version:
        for kind in kinds:
            parts = EDITS[kind](self.draw, parts, self.spare)
        return self._as(parts, number, edits=[*before, *kinds])

    def _mixed(self) -> list[Version]:
        pairs = [(n, self._other(n)) for n in self.chosen]
        return [
            self._as(
                mixed(self.draw, self.topic.parts(a), self.topic.parts(b)), a, b, edits=["mixed"]
            )
            for a, b in pairs
        ]

    def _quoting(self) -> list[Version]:
        made = []
        for n in self.chosen:
            # The host is a report of its own that stands in no other article of the pile.
            host = [next(self.spare) for _ in range(self.draw.randint(4, 12))]
            parts = quoting(self.draw, host, self.topic.parts(n))
            if parts:
                made.append(
                    Version(Article(f"quoting-{n}", "\n\n".join(parts)), frozenset([-n - 1]))
                )
        return made

    def _shared(self, put: object) -> list[Version]:
        assert callable(put)
        size = self.draw.randint(2, 4)
        said = [sentences(next(self.spare))[0] for _ in range(size)]
        made = []
        for n in self.chosen:
            parts = self.topic.parts(n)
            room = [said[at] for at in range(size) if words(said[: at + 1]) <= words(parts) / 3]
            made.append(self._as(put(self.draw, parts, room), n) if room else self._as(parts, n))
        return made

    def _any(self) -> list[Version]:
        """Edit each story once to four times, from its first or its only later version."""
        made = []
        for n in self.chosen:
            parts = self.topic.parts(n)
            later = EDITS["updated"](self.draw, parts, self.spare)
            for _ in range(self.draw.randint(1, VERSIONS)):
                updated = self.draw.random() < 0.25
                kinds = tuple(kind for kind in DESK if not updated or kind not in NEW)
                if self.draw.random() < 0.6:
                    kinds = (self.draw.choice(kinds),)
                names = several(self.draw, kinds)
                made.append(
                    self._edited(later, n, names, ["updated"])
                    if updated
                    else self._edited(parts, n, names)
                )
            if len(self.chosen) > 1 and self.draw.random() < 0.3:
                b = self._other(n)
                page = mixed(self.draw, parts, self.topic.parts(b))
                made.append(self._as(page, n, b, edits=["mixed"]))
        self.draw.shuffle(made)
        return made

    def _other(self, number: int) -> int:
        return self.draw.choice([n for n in self.chosen if n != number])
