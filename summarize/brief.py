"""brief: everything that the stages found, as one record that every renderer can show."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from summarize import __version__
from summarize.records import Brief, Drop, Pick, Span
from summarize.text.titles import title

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summarize.records import Article, Ranked, Selection, Story
    from summarize.settings import Settings

# The stages whose drops are not lost: another sentence says the same and stands for them.
MERGING = ("fold", "cluster")


def picks(
    ordered: Sequence[int],
    ranked: Sequence[Ranked],
    cited: Sequence[Mapping[int, tuple[int, ...]]],
    story: Story,
) -> tuple[Pick, ...]:
    """Return the picks in the order given, each with its score, its citations and its voices."""
    voice_of = story.voice_of
    place = {voice.id: number for number, voice in enumerate(story.voices)}
    return tuple(
        Pick(
            sentence=story.sentence(statement),
            score=ranked[statement].score,
            parts=dict(ranked[statement].parts),
            cites=tuple(cites),
            voices=tuple(sorted({voice_of[c] for c in cites}, key=lambda voice: place[voice])),
            evidence=tuple(story.sentences[n].span for window in cites.values() for n in window),
        )
        for statement, cites in zip(ordered, cited, strict=True)
    )


def brief(
    chosen: tuple[Pick, ...],
    selection: Selection,
    story: Story,
    early: Sequence[Drop],
    signature: str,
) -> Brief:
    """Return the brief; `early` are the drops of the stages before any sentence was weighed.

    Its counts add up: sentences = picked + merged + unpicked + dropped, where a dropped stretch
    of page furniture counts as one.
    """
    chosen = tuple(_verbatim(pick, story) for pick in chosen)
    late = tuple(_late_drops(selection, story))
    merged = sum(drop.stage in MERGING for drop in late)
    cleaned = sum(isinstance(drop.item, Span) for drop in early)
    counts = {
        "articles": len(story.articles),
        "voices": len(story.voices),
        "sentences": len(story.sentences) + cleaned,
        "picked": len(chosen),
        "merged": merged,
        "unpicked": len(late) - merged,
        "dropped": cleaned,
    }
    return Brief(
        title=title(
            chosen[0].sentence.text if chosen else "",
            {article.title for article in story.articles if article.title},
        ),
        signature=signature,
        articles=story.articles,
        voices=story.voices,
        picks=chosen,
        drops=(*early, *late),
        counts=counts,
    )


def _verbatim(pick: Pick, story: Story) -> Pick:
    """Return a pick with its sentence as its article has it, with its own blanks and marks."""
    text = story.verbatim(pick.sentence.span)
    return replace(pick, sentence=replace(pick.sentence, text=text))


def sign(articles: Sequence[Article], settings: Settings, revision: str, knowing: str = "") -> str:
    """Return what the brief depends on: program, length, order, model and a digest of the texts.

    The digest is the same for the same articles in any order. `knowing` stands for what is known.
    """
    texts = sorted(hashlib.sha256(_encoded(article.text)).hexdigest() for article in articles)
    digest = hashlib.sha256("".join(texts).encode()).hexdigest()[:8]
    unit, size = settings.length
    return (
        f"summarize:{__version__} {unit}:{size:g} {_asked(settings, knowing)}"
        f"order:{settings.order} model:{revision} articles:{digest}"
    )


def _asked(settings: Settings, knowing: str) -> str:
    """Return the knobs that are signed only where they are used, each with a blank after it.

    So signatures of before stay what they were.
    """
    from urllib.parse import quote

    given = {
        "since": settings.since,
        "until": settings.until,
        "focus": settings.focus and quote(_encoded(settings.focus), safe=""),
        "known": knowing,
        "min-voices": settings.min_voices if settings.min_voices > 1 else None,
        "timeline": "yes" if settings.timeline else None,
        "language": settings.language if settings.language != "auto" else None,
    }
    return "".join(f"{name}:{value} " for name, value in given.items() if value)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _late_drops(selection: Selection, story: Story) -> Iterator[Drop]:
    """Give a drop for every sentence that is not in the brief, in the order of the articles."""
    statements = story.embedded.statements
    of = {copy: number for number, s in enumerate(statements) for copy in s.copies}
    for number, sentence in enumerate(story.sentences):
        statement = of[number]
        standing = story.sentence(statement)
        if standing is not sentence:
            yield Drop("fold", sentence.span, "copy of a sentence", standing.span)
        elif statement not in selection.picked:
            refusal = selection.refused[statement]
            because = refusal.because_of
            span = None if because is None else story.sentence(because).span
            yield Drop(refusal.stage, sentence.span, refusal.reason, span)
