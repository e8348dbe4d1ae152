"""What the evidence page shows, as plain values: a view of the brief for its template.

Articles and picks are counted from 1, as the reader does. An anchor `a3-762` is the stretch of
article 3 that starts at character 762: it exists for all evidence and every disputed side.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summarize.render.inert import inert, web_address
from summarize.render.marks import closest, evidence_of, solid, texts
from summarize.render.messages import message
from summarize.render.phrases import count, headings, outlet, said_by, scope, size, support

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.records import Brief, Disagreement, Pick, Span
    from summarize.render.fragments import Paragraph

OUTCOMES = ("picked", "merged", "unpicked", "dropped")  # of sentences; messages have these names
HUES = 6  # colours of voices in page.css; beyond, and without colour, letters tell them apart


@dataclass(frozen=True, slots=True)
class Source:
    """An article as the page names it; `hue` is the colour of its voice, 0 if it has none."""

    number: int
    name: str
    title: str
    byline: str
    date: str
    url: str | None
    voice: str
    hue: int


@dataclass(frozen=True, slots=True)
class Cite:
    """A link to where a source states something; `own` if that is the very sentence quoted."""

    source: Source
    anchor: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A voice with those of its articles that are meant."""

    voice: str
    name: str
    hue: int
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A picked sentence; `cells` are its citations by column of the matrix, None where it has none.

    `carried` is how many carry it, in words; `lone` if only one of several voices does. `day` is
    the heading of a timeline's block that it begins.
    """

    number: int
    text: str
    carried: str
    lone: bool
    attributed_to: str
    groups: tuple[Group, ...]
    cells: tuple[Cite | None, ...]
    day: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a disagreement: its sentence, cut in three around the value where it has it."""

    value: str
    parts: tuple[str, str, str]
    cite: Cite


@dataclass(frozen=True, slots=True)
class Point:
    """A disagreement with its sides."""

    about: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """All that the template shows; `large` if the matrix is too large to stand beside the title."""

    title: str
    facts: tuple[str, ...]
    large: bool
    lines: tuple[Line, ...]
    points: tuple[Point, ...]
    voices: tuple[Group, ...]
    articles: tuple[tuple[Source, tuple[Paragraph, ...]], ...]
    unread: tuple[tuple[str, str], ...]
    unread_as: str
    left: str
    signature: str


def page(brief: Brief) -> Page:
    """Return what the evidence page of a brief shows."""
    sources = _sources(brief)
    voices = tuple(_groups(brief, {n: Cite(s, f"a{s.number}") for n, s in enumerate(sources)}))
    columns = [cite.source.number - 1 for group in voices for cite in group.cites]
    evidence = [evidence_of(brief, pick) for pick in brief.picks]
    lines, days = [], headings(brief)
    for number, (pick, found) in enumerate(zip(brief.picks, evidence, strict=True), start=1):
        cites = _cites(brief, pick, found, sources)
        lines.append(replace(_line(number, brief, pick, cites, columns), day=next(days)))
    paths = [drop for drop in brief.drops if isinstance(drop.item, str)]
    return Page(
        title=inert(brief.title) or message("untitled"),
        facts=_facts(brief),
        large=len(brief.picks) > 8 or len(sources) > 8,
        lines=tuple(lines),
        points=tuple(_point(point, brief, sources) for point in brief.disagreements),
        voices=voices,
        articles=tuple(zip(sources, texts(brief, evidence), strict=True)),
        unread=tuple((inert(str(drop.item)), inert(drop.reason)) for drop in paths),
        unread_as=_unread_as({drop.stage for drop in paths}),
        left=_left(brief),
        signature=inert(brief.signature),
    )


def _sources(brief: Brief) -> tuple[Source, ...]:
    """Return the articles as the page lists them, each in the hue of its voice."""
    of = {n: (k, voice) for k, voice in enumerate(brief.voices) for n in voice.articles}
    found = []
    for number, article in enumerate(brief.articles):
        place, voice = of.get(number, (None, None))
        found.append(
            Source(
                number=number + 1,
                name=outlet(article),
                title=inert(article.title or ""),
                byline=inert(article.byline or ""),
                date=inert(article.date or ""),
                url=web_address(article.url),
                voice=inert(voice.id) if voice else "",
                hue=0 if place is None else place % HUES + 1,
            )
        )
    return tuple(found)


def _groups(brief: Brief, cites: dict[int, Cite]) -> Iterator[Group]:
    """Give the citations by voice, and those of articles without a voice one by one."""
    rest = dict(cites)
    for voice in brief.voices:
        own = tuple(rest.pop(number) for number in voice.articles if number in rest)
        if own:
            yield Group(inert(voice.id), inert(voice.name), own[0].source.hue, own)
    for cite in rest.values():
        yield Group("", cite.source.name, 0, (cite,))


def _cites(
    brief: Brief, pick: Pick, found: dict[int, list[Span]], sources: Sequence[Source]
) -> dict[int, Cite]:
    """Return by article the link to the sentence that states most of what the pick states."""
    own = pick.sentence.span.article
    cites = {}
    for number in sorted({*pick.cites, own}):
        anchor = f"a{number + 1}"
        if number in found:
            spans = found[number]
            best = spans[0] if number == own else closest(brief, pick, spans)
            anchor += f"-{best.start}"
        cites[number] = Cite(sources[number], anchor, number == own)
    return cites


def _line(
    number: int, brief: Brief, pick: Pick, cites: dict[int, Cite], columns: Sequence[int]
) -> Line:
    return Line(
        number=number,
        text=inert(pick.sentence.text),
        carried=support(brief, pick) or count(len(cites), "article"),
        lone=len(brief.voices) > 1 and len(pick.voices) == 1,
        attributed_to=inert(said_by(brief, pick)),
        groups=tuple(_groups(brief, cites)),
        cells=tuple(cites.get(column) for column in columns),
    )


def _point(point: Disagreement, brief: Brief, sources: Sequence[Source]) -> Point:
    sides = []
    for side in point.sides:
        span = solid(brief, side.span)
        value, text = inert(side.value), inert(side.text)
        before, inside, after = text.partition(value) if value else (text, "", "")
        cite = Cite(sources[span.article], f"a{span.article + 1}-{span.start}")
        sides.append(Side(value, (before, inside, after), cite))
    return Point(inert(point.about), tuple(sides))


def _facts(brief: Brief) -> tuple[str, ...]:
    kind = "source" if len(brief.voices) == 1 else "independent source"
    asked = scope(brief.scope)
    return (
        *([asked] if asked else []),
        count(len(brief.voices), kind),
        count(len(brief.articles), "article"),
        size(brief),
    )


def _left(brief: Brief) -> str:
    """Return what became of all sentences, as far as the brief counts it."""
    counts = brief.counts
    told = [message(outcome, counts[outcome]) for outcome in OUTCOMES if counts.get(outcome)]
    if not told or "sentences" not in counts:
        return ""
    return message("read", sentences=count(counts["sentences"], "sentence"), fates=", ".join(told))


def _unread_as(stages: set[str]) -> str:
    """Return the heading of what is told of files and not of stretches of text."""
    if stages & {"language", "stories", "focus"}:
        return message("notes")
    return message("drops") if stages - {"read"} else message("unread")
