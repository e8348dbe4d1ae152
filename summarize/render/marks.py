"""Where articles bear a brief out: the stretches of evidence, and the articles so marked."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from summarize.records import Span
from summarize.render.fragments import Note, paragraphs
from summarize.render.inert import inert
from summarize.render.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.records import Brief, Pick
    from summarize.render.fragments import Paragraph


def evidence_of(brief: Brief, pick: Pick) -> dict[int, list[Span]]:
    """Return by article the stretches that state what the pick states, its own sentence first."""
    found: dict[int, list[Span]] = {}
    for span in dict.fromkeys((pick.sentence.span, *pick.evidence)):
        found.setdefault(span.article, []).append(solid(brief, span))
    return found


def solid(brief: Brief, span: Span) -> Span:
    """Return the span without blanks around it, since anchors stand before something visible."""
    text = brief.articles[span.article].text[span.start : span.end]
    start = span.start + len(text) - len(text.lstrip())
    return Span(span.article, start, start + len(text.strip()))


def closest(brief: Brief, pick: Pick, spans: Sequence[Span]) -> Span:
    """Return the stretch that states most of what the pick states, for its length."""
    from summarize.text.terms import content

    stated = set(content(pick.sentence.text))

    def shared(span: Span) -> float:
        words = set(content(brief.articles[span.article].text[span.start : span.end]))
        return len(stated & words) / math.sqrt(len(words) or 1)  # the cosine, but for a constant

    return max(spans, key=shared)


def texts(
    brief: Brief, evidence: Sequence[dict[int, list[Span]]]
) -> Iterator[tuple[Paragraph, ...]]:
    """Give the articles in paragraphs, with all that is evidence, disputed or dropped marked."""
    notes: dict[int, list[Note]] = {}
    for number, found in enumerate(evidence, start=1):
        for span in (span for spans in found.values() for span in spans):
            notes.setdefault(span.article, []).append(Note(span.start, span.end, pick=number))
    for span in (solid(brief, side.span) for point in brief.disagreements for side in point.sides):
        notes.setdefault(span.article, []).append(Note(span.start, span.end, side=True))
    for drop in brief.drops:
        if drop.stage == "clean" and isinstance(drop.item, Span):
            why = inert(drop.reason) or message("left out")
            notes.setdefault(drop.item.article, []).append(
                Note(drop.item.start, drop.item.end, why=why)
            )
    for number, article in enumerate(brief.articles):
        yield tuple(paragraphs(article.text, notes.get(number, ())))
