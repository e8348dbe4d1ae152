"""Points: what each statement of a story says that another could say otherwise.

A point is a value (a day, a number, a name, a place, a yes or no) with what it is said of: the
clause around it and the verb it goes with. How alike two points are is how far each clause is
covered by the other, every word weighed by how rare it is in the story.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import repeat
from typing import TYPE_CHECKING

from summarize.differing.deeds import deeds
from summarize.differing.naming import fixed
from summarize.differing.rules import rule
from summarize.differing.stems import Stems
from summarize.records import Span
from summarize.text.predicates import clause, leans, predicate, predicates
from summarize.text.terms import content, stem
from summarize.text.values.absolute import published
from summarize.text.values.ballots import ballots
from summarize.text.values.days import crowded, days, periods
from summarize.text.values.hours import hours
from summarize.text.values.names import numbered, places, roles
from summarize.text.values.outcomes import outcomes
from summarize.text.values.participants import participants
from summarize.text.values.particulars import times
from summarize.text.values.polarity import affirmed, denied, disputed, matter
from summarize.text.values.quantities import quantities
from summarize.words import Terms, by_start, forms, likeness, terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from summarize.records import Story
    from summarize.text.values.value import Value

_NAMES = 1 << 12  # voices and names of which is kept in mind whether the one has the other
_DEEDS = 1 << 14  # pairs of verbs whose likeness is kept in mind
SHORT = 2.0  # weight that every clause lacks, so that few and common words prove little


@dataclass(frozen=True, eq=False)
class Point:
    """A value of a statement with its clause: where it is, its words, its verbs, its time.

    `behind` is the statement before, for a sentence that only says when that was, and `before` its
    text. The clause is read when it is asked for: most points have none to be compared with.
    """

    statement: int
    value: Value
    voice: str
    published: date | None
    text: str
    behind: int | None
    before: str

    @cached_property
    def where(self) -> tuple[int, int]:
        """The clause, in the statement."""
        return clause(self.text, self.value.start, self.value.end)

    @cached_property
    def said(self) -> Terms:
        """The words of the clause, without the value."""
        low, high = self.where
        text, value = self.text, self.value
        said = f"{text[low : value.start]} {text[value.end : high]}"
        if self.behind is not None:
            said = f"{self.before} {said}"
        elif value.kind == "polarity" and rule(value) != "outcome":
            said = matter(text, value) if value.slot == "dispute" else text[low:high]
        return terms(said)

    @cached_property
    def whole(self) -> Terms:
        """The words of the sentence, and of the one that it leans on."""
        return terms(self.text if self.behind is None else f"{self.before} {self.text}")

    @cached_property
    def verbs(self) -> tuple[str, ...]:
        """The verb that the value goes with, or those of the sentence that it leans on."""
        if self.behind is not None:
            return predicates(self.before)
        low, high = self.where
        return predicate(self.text[low:high], self.value.start - low, self.value.end - low)

    @cached_property
    def sure(self) -> bool:
        """Whether it is clear what the value is said of."""
        return rule(self.value) != "day" or not crowded(self.text, self.value)


class _Times(dict[int, tuple[tuple["Value", ...], frozenset[str]]]):
    """The days of each statement with its periods, which are read when they are asked for."""

    def __init__(self, texts: Sequence[str], told: Sequence[tuple[Value, ...]]) -> None:
        super().__init__()
        self._texts = texts
        self._told = told

    def __missing__(self, number: int) -> tuple[tuple[Value, ...], frozenset[str]]:
        self[number] = found = self._told[number], periods(self._texts[number])
        return found


class Points:
    """The points of a story, ready to be compared."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self._count = count = len(story.embedded.statements)
        self.texts = [story.sentence(number).text for number in range(count)]
        self.vectors = story.embedded.vectors
        self._of = {c: n for n, s in enumerate(story.embedded.statements) for c in s.copies}
        dated = [published(article.date) for article in story.articles]
        self.published = [self._published(number, dated) for number in range(count)]
        self.deed = lru_cache(maxsize=_DEEDS)(same_deed)
        self.names = lru_cache(maxsize=_NAMES)(self._names)
        self._around = sorted({day for day in self.published if day})
        self.counted = [quantities(text) for text in self.texts]
        self._days = list(map(days, self.texts, self.published, repeat(self._around)))
        self.times = _Times(self.texts, self._days)
        voice_of = story.voice_of
        self._voice = [voice_of[story.sentence(number).span.article] for number in range(count)]
        self._voiced: dict[str, list[int]] = defaultdict(list)  # the statements of a voice
        for number, voice in enumerate(self._voice):
            self._voiced[voice].append(number)

    @cached_property
    def fixed(self) -> frozenset[str]:
        """The words that are a name or quoted anywhere in the story."""
        return fixed(self.texts)

    @cached_property
    def stems(self) -> Stems:
        """The stems of all statements, as numbers, and how many statements have each."""
        return Stems(map(self.words, range(self._count)))

    def each(self) -> Iterator[Point]:
        """Give the points of all statements, in their order.

        What happened is one only where it is said that such a thing did not (`deeds`).
        """
        denials = [denied(text) for text in self.texts]
        asked = deeds(denials)
        for number, own in enumerate(denials):
            yield from self._points(number, (*own, *affirmed(self.texts[number], asked)))

    def words(self, number: int) -> frozenset[str]:
        """Return the stems of a statement's content words."""
        return frozenset(content(self.texts[number]))

    def _published(self, number: int, dated: Sequence[date | None]) -> date | None:
        """Return the first day on which an article that has the statement is known to be out."""
        copies = self.story.embedded.statements[number].copies
        known = [dated[self.story.sentences[copy].span.article] for copy in copies]
        return min(filter(None, known), default=None)

    def _points(self, number: int, deeds: Sequence[Value]) -> Iterator[Point]:
        text = self.texts[number]
        behind = self._before(number) if leans(text) else None
        found = [*self._days[number], *self.counted[number], *numbered(text)]
        found += [*places(text), *roles(text), *times(text), *deeds, *disputed(text)]
        found += [*hours(text), *ballots(text), *outcomes(text), *participants(text)]
        for value in found:
            leaning = behind if value.kind == "day" else None
            before = "" if leaning is None else self.texts[leaning]
            yield Point(
                number, value, self._voice[number], self.published[number], text, leaning, before
            )

    def _before(self, number: int) -> int | None:
        """Return the statement of the sentence right before, if nothing stands between."""
        at = self.story.embedded.statements[number].sentence
        here, before = self.story.sentences[at].span, self.story.sentences[max(0, at - 1)].span
        if at == 0 or before.article != here.article:
            return None
        between = self.story.articles[here.article].text[before.end : here.start]
        return None if between.strip() else self._of[at - 1]

    def cosine(self, one: Point, other: Point) -> float:
        """Return the cosine of two points' sentences, or of those that they lean on."""
        rows = [[n for n in (p.statement, p.behind) if n is not None] for p in (one, other)]
        mine, yours = (self.vectors[own].astype("float64") for own in rows)
        return round(float((mine @ yours.T).max()), 6)

    def place(self, point: Point) -> tuple[str, int, str, str]:
        """Return what puts points in an order that does not depend on that of the articles."""
        article = self.story.articles[self.story.sentence(point.statement).span.article]
        return self.texts[point.statement], point.value.start, article.path, article.date or ""

    def _names(self, voice: str, name: tuple[str, ...]) -> bool:
        """Return whether a voice uses a word of a name anywhere."""
        stems = {stem(word) for word in name}
        return not all(stems.isdisjoint(self.words(number)) for number in self._voiced[voice])

    def shared(self, point: Point) -> frozenset[str]:
        """Return the stems by which a point is looked up, those it leans on included."""
        own = self.words(point.statement)
        return own if point.behind is None else own | self.words(point.behind)

    def called(self, point: Point) -> str:
        """Return the name of a person whose age a point gives, as it stands amid a sentence."""
        name = r"\b.*?\b".join(map(re.escape, point.value.slot.split()[-2:]))
        lead = r"(?:(?<=[a-z,]\s)(?-i:[A-Z])[\w’'-]+\s)?\b"  # where no sentence begins
        found = re.search(rf"{lead}{name}\b", self.texts[point.statement], re.IGNORECASE)
        return found.group() if found else point.value.slot.split()[-1]

    def told(self, point: Point) -> tuple[str, Span]:
        """Return the verbatim sentence of a point, with the one it leans on, and where it is."""
        span = self.story.sentence(point.statement).span
        if point.behind is not None:
            at = self.story.embedded.statements[point.statement].sentence
            span = Span(span.article, self.story.sentences[at - 1].span.start, span.end)
        return self.story.verbatim(span), span

    def covered(self, one: Terms, other: Terms) -> float:
        """Return the share of the weight of some words that others have, or mean as well."""
        words = sorted({*other.fixed, *other.common})
        starts = by_start(words)
        near = [0.0] * len(one.common)
        if one.common and other.common:
            near = likeness(one.common, other.common).max(axis=1).tolist()
        shares = [(word, float(bool(forms(word, starts)))) for word in one.fixed]
        shares += [
            (word, max(float(word in words), like))
            for word, like in zip(one.common, near, strict=True)
        ]
        weights = [math.log(1 + self._count / self.stems.found.get(word, 1)) for word, _ in shares]
        got = math.fsum(w * share for w, (_, share) in zip(weights, shares, strict=True))
        return round(got / (math.fsum(weights) + SHORT), 6)


def same_deed(one: Sequence[str], other: Sequence[str]) -> float:
    """Return how alike two lists of verbs are at best, 0 to 1."""
    if set(one) & set(other):
        return 1.0
    return float(likeness(one, other).max()) if one and other else 0.0
