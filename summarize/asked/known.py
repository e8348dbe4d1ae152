"""known: which statements a reader of earlier briefs or articles knows already.

The known sentences are laid beside the story, and the evidence that tells what one statement of it
states of another is asked of them. What may be an update is new: another number, or a deed that
the known material only told as a plan.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product
from typing import TYPE_CHECKING

from summarize.asked.updates import Updates
from summarize.records import Article, Embedded, Refusal, Sentence, Span, Statement
from summarize.text.typography import plain
from summarize.text.values.absolute import published
from summarize.text.values.contrary import opposite
from summarize.text.values.days import crowded, days
from summarize.text.values.stages import moves_on
from summarize.text.values.value import agree
from summarize.weighing.evidence import Evidence

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from summarize.asked.earlier import Earlier
    from summarize.records import Encoder, Story
    from summarize.text.values.value import Value

STAGE = "known"

# A known sentence states a statement if its share of the statement's content + their cosine comes
# to STATED, or to SUPPORTED where the rule of citations says so too. On 86 pairs of a statement and
# other articles on its story (NewsWCL50, MultiLing, Multi-News, AllSides, seeds; two thirds of them
# close calls), labelled by hand: of what was taken as known 86 % was, and of what was known 62 %
# was found. 2026-11.
STATED = 1.1
SUPPORTED = 0.95
# What lies further apart is mostly of two events, as alike as the launches of two telephones: then
# only what is nearly word for word is known. Read on MEANTIME, whose topics span years. 2026-11.
FRESH = 10  # days
WORD_FOR_WORD = 1.5
_NEVER = 9.0  # more than a share can be: two sentences together are not asked
_CLOSE = 12  # known sentences asked of a statement, those of the highest cosine
_NEAR = 3  # of these, those that a number is compared with
_QUOTED = 12  # words of a known sentence that a reason quotes


def known(
    earlier: Earlier, story: Story, encoder: Encoder, but: Container[int]
) -> dict[int, Refusal]:
    """Return the statements that a reader of earlier material knows, `but` some not asked about.

    What cannot be told apart is new: a reader would rather read twice than miss something.
    """
    if not earlier.told:
        return {}
    learned = _Learned(earlier, story, encoder)
    asked = (n for n in range(len(story.embedded.statements)) if n not in but)
    places = ((number, learned.stated(number)) for number in asked)
    return {n: Refusal(STAGE, learned.reason(at)) for n, at in places if at is not None}


class _Learned:
    """A story with the known sentences beside it, ready to be asked."""

    def __init__(self, earlier: Earlier, story: Story, encoder: Encoder) -> None:
        self._own = len(story.articles)
        first = len(story.embedded.statements)
        self._story, self._names = _beside(earlier, story, encoder)
        self._evidence = Evidence(self._story)
        count = len(self._story.embedded.statements)
        self._known = range(first, count)
        self._texts = [self._story.sentence(number).text for number in range(count)]
        self._same = {self._texts[number]: number for number in self._known}
        self._days: dict[int, tuple[Value, ...]] = {}
        self._told = Updates([self._texts[number] for number in self._known])

    def stated(self, number: int) -> int | None:
        """Return the known statement that states statement `number`, or None if it is new."""
        if (same := self._same.get(self._texts[number])) is not None:
            return same
        cosines = self._evidence.cosines(number, self._known).tolist()
        pairs = zip(self._known, cosines, strict=True)
        order = [n for n, _ in sorted(pairs, key=lambda pair: (-pair[1], self._texts[pair[0]]))]
        close = [n for n in order[:_CLOSE] if not self._of_another(number, n)]
        at = self._first_of(number, close, STATED)
        if at is None and (higher := self._told.beyond(self._texts[number])) is not None:
            at = self._same[higher]
            return None if self._long_ago(number, at) else at
        if at is None:
            at = self._first_of(number, close, SUPPORTED)
            if at is None or max(self._evidence.near(number)) < self._own:
                return None
        limits = WORD_FOR_WORD, _NEVER
        if self._long_ago(number, at) and not self._evidence.repeated(number, [at], limits):
            return None
        near = [self._texts[n] for n in order[:_NEAR]]
        return None if self._told.updated(self._texts[number], self._texts[at], near) else at

    def _of_another(self, number: int, at: int) -> bool:
        """Return whether a known statement tells of another day, or of the opposite: "closed"."""
        days = self._days_of(number), self._days_of(at)
        pairs = [(a, b) for a, b in product(*days) if a.slot == b.slot]
        if pairs and not any(agree(a, b) for a, b in pairs):
            return True
        mine, yours = self._texts[number], self._texts[at]
        return opposite(mine, [yours]) or moves_on(mine, yours)

    def _days_of(self, number: int) -> tuple[Value, ...]:
        """Return the days on which a statement tells for sure that something happened."""
        if number not in self._days:
            day = self._story.articles[self._story.sentence(number).span.article].date
            text = self._texts[number]
            told = days(text, published(day), ())
            self._days[number] = tuple(value for value in told if not crowded(text, value))
        return self._days[number]

    def _long_ago(self, number: int, at: int) -> bool:
        """Return whether a known statement is of another time than statement `number`."""
        spans = (self._story.sentence(n).span for n in (number, at))
        one, other = (_day(self._story.articles[span.article].date) for span in spans)
        return one is not None and other is not None and abs(one - other) > FRESH

    def _first_of(self, number: int, close: Sequence[int], least: float) -> int | None:
        """Return the closest of some known statements that by itself states a statement."""
        limits = least, _NEVER
        if not self._evidence.repeated(number, close, limits):
            return None
        return next(n for n in close if self._evidence.repeated(number, [n], limits))

    def reason(self, at: int) -> str:
        """Return why what a known statement states is not picked: who told it, and how."""
        words = self._texts[at].split()
        shown = " ".join(words[:_QUOTED]) + (" …" if len(words) > _QUOTED else "")
        sentence = self._story.sentence(at)
        return f"is known from {self._names[sentence.span.article]}: “{shown}”"


def _day(text: str | None) -> int | None:
    try:
        return date.fromisoformat(text).toordinal() if text else None
    except ValueError:
        return None


def _beside(earlier: Earlier, story: Story, encoder: Encoder) -> tuple[Story, dict[int, str]]:
    """Return a story with known articles behind its own, a statement a text, and their names."""
    import numpy as np

    from summarize.embed import embed

    articles, sentences = [*story.articles], [*story.sentences]
    copies: dict[str, list[int]] = {}
    names = {}
    for name, texts, day in earlier.told:
        names[len(articles)] = name
        for place, text in enumerate(map(plain, texts)):
            copies.setdefault(text, []).append(len(sentences))
            sentences.append(Sentence(Span(len(articles), place, place), text, place, place))
        articles.append(Article(name, "", date=day))
    statements = [Statement(own[0], tuple(own)) for own in copies.values()]
    vectors = embed(sentences, statements, encoder).vectors
    embedded = Embedded(
        (*story.embedded.statements, *statements),
        np.concatenate([story.embedded.vectors, vectors]),
    )
    wider = replace(story, articles=tuple(articles), sentences=tuple(sentences), embedded=embedded)
    return wider, names
