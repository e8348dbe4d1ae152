r"""Markdown that every CommonMark viewer shows alike: no footnotes, no tables, no HTML.

Footnotes (`[^1]`) are an extension that many viewers print as they stand, and anchors need HTML.
So a citation is a number in brackets that counts the list of sources below; where a source has a
web address, its number is a reference link to it. The outer brackets are then escaped, since
`[[1]]` is a page of its own to wikis and note-taking programs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.render.inert import inert_markdown, web_address
from summarize.render.messages import message
from summarize.render.phrases import (
    citation,
    count,
    headings,
    numbers,
    outlet,
    said_by,
    scope,
    support,
    voice_ids,
    voices,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarize.records import Article, Brief, Disagreement, Pick


def markdown(brief: Brief) -> str:
    """Return the brief as Markdown: title, a paragraph a sentence, sources, how it was made."""
    linked = {n: url for n, item in enumerate(brief.articles) if (url := web_address(item.url))}
    title = inert_markdown(brief.title)
    blocks = [f"# {title}"] if title else []
    line = scope(brief.scope, inert_markdown)
    blocks += [f"*{line}*"] if line else []
    for heading, pick in zip(headings(brief), brief.picks, strict=True):
        blocks += [f"### {heading}"] if heading else []
        blocks.append(_sentence(brief, pick, linked))
    if brief.disagreements:
        blocks.append(f"## {message('disagree')}")
        blocks += [_disagreement(point, linked) for point in brief.disagreements]
    blocks.append(f"## {message('sources')}")
    blocks.append(voices(brief, inert_markdown, lambda cites: _cite(cites, linked)))
    ids = voice_ids(brief)
    items = enumerate(brief.articles)
    blocks.append("\n".join(_source(n, article, ids.get(n, "")) for n, article in items))
    if linked:
        blocks.append("\n".join(f"[{n + 1}]: <{url}>" for n, url in linked.items()))
    size = f"{count(brief.words, 'word')}, {count(len(brief.picks), 'sentence')}"
    made = message("made by", size=size, signature=inert_markdown(brief.signature))
    blocks.append(f"---\n\n{made}")
    return "\n\n".join(block for block in blocks if block) + "\n"


def _cite(cites: Iterable[int], linked: dict[int, str]) -> str:
    cites = sorted(set(cites))
    if not any(number in linked for number in cites):
        return citation(cites)
    parts: list[str] = []
    plain: list[int] = []
    for number in cites:
        if number not in linked:
            plain.append(number)
            continue
        if plain:
            parts.append(numbers(plain))
            plain = []
        parts.append(f"[{number + 1}]")
    if plain:
        parts.append(numbers(plain))
    return f"\\[{', '.join(parts)}\\]"


def _sentence(brief: Brief, pick: Pick, linked: dict[int, str]) -> str:
    source = said_by(brief, pick)
    who = f" — {inert_markdown(source)}" if source else ""
    how_many = support(brief, pick)
    mark = f" *({inert_markdown(how_many)})*" if how_many else ""
    return f"{inert_markdown(pick.sentence.text)} {_cite(pick.cites, linked)}{who}{mark}"


def _disagreement(point: Disagreement, linked: dict[int, str]) -> str:
    sides = [
        f"- **{inert_markdown(side.value)}**: {inert_markdown(side.text)} "
        f"{_cite([side.span.article], linked)}"
        for side in point.sides
    ]
    return "\n".join([f"{inert_markdown(point.about)}:", "", *sides])


def _source(number: int, article: Article, voice: str) -> str:
    parts = [inert_markdown(outlet(article)), inert_markdown(article.title or "")]
    parts += [inert_markdown(article.date or ""), message("voice of", voice=inert_markdown(voice))]
    url = web_address(article.url)
    if url:
        parts.append(f"<{url}>")
    return f"{number + 1}. " + ", ".join(part for part in parts if part)
