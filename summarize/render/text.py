"""Plain text: one sentence a line, for pipes, mail and search; no escape codes, no wrapping."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.render.inert import inert, web_address
from summarize.render.messages import message
from summarize.render.phrases import (
    citation,
    count,
    headings,
    outlet,
    said_by,
    scope,
    support,
    voice_ids,
    voices,
)

if TYPE_CHECKING:
    from summarize.records import Brief, Disagreement, Pick


def text(brief: Brief) -> str:
    """Return the brief as plain text: title, sentences, disagreements, sources, signature."""
    blocks = [
        [inert(brief.title), scope(brief.scope)],
        *_blocks(brief),
        *(_disagreement(point) for point in brief.disagreements),
        [voices(brief)],
        _sources(brief),
        [
            f"{count(brief.words, 'word')}, {count(len(brief.picks), 'sentence')}; "
            f"{inert(brief.signature)}"
        ],
    ]
    full = ["\n".join(line for line in block if line) for block in blocks]
    return "\n\n".join(block for block in full if block) + "\n"


def _blocks(brief: Brief) -> list[list[str]]:
    """Return the sentences, in a timeline a block a day with the day above."""
    blocks: list[list[str]] = [[]]
    for heading, pick in zip(headings(brief), brief.picks, strict=True):
        if heading:
            blocks.append([heading])
        blocks[-1].append(_sentence(brief, pick))
    return blocks


def _sentence(brief: Brief, pick: Pick) -> str:
    source = said_by(brief, pick)
    who = f" — {inert(source)}" if source else ""
    how_many = support(brief, pick)
    mark = f" ({how_many})" if how_many else ""
    return f"{inert(pick.sentence.text)} {citation(pick.cites)}{who}{mark}"


def _disagreement(point: Disagreement) -> list[str]:
    sides = [
        f"- {inert(side.value)}: {inert(side.text)} {citation([side.span.article])}"
        for side in point.sides
    ]
    return [message("disagreement", about=inert(point.about)), *sides]


def _sources(brief: Brief) -> list[str]:
    ids = voice_ids(brief)
    lines = []
    for number, article in enumerate(brief.articles):
        parts = [ids.get(number, ""), outlet(article), inert(article.title or "")]
        parts += [inert(article.date or ""), web_address(article.url) or ""]
        lines.append(f"{citation([number])} " + " · ".join(part for part in parts if part))
    return lines
