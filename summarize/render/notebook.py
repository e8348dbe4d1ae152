r"""A brief inside a notebook's page: a fragment of plain elements, with no style of its own.

A notebook shows outputs of many authors in one page, so what stands in one must not reach out of
it. There is no style sheet, script, class, id or event handler here: nothing to leak, to clash or
to run. The fragment takes the notebook's own fonts and its light or dark theme, and passes
unchanged through what cleans HTML, such as GitHub's viewer and Jupyter itself for notebooks it does
not trust; both would take a frame away. The evidence page is `--format html`.

Jupyter looks for formulas in all text. A dollar or a backslash stands in an element by itself,
which ends every formula before it begins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from summarize.render.html import template
from summarize.render.inert import inert, web_address
from summarize.render.messages import message
from summarize.render.phrases import (
    citation,
    headings,
    outlet,
    said_by,
    scope,
    size,
    support,
    voice_ids,
    voices,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarize.records import Article, Brief


def notebook(brief: Brief) -> str:
    """Return the brief as an inert fragment of HTML: sentences, disagreements, sources."""
    ids = voice_ids(brief)
    return template("notebook.html.j2").render(
        title=_shown(brief.title),
        scope=_shown(scope(brief.scope)),
        days=tuple(_days(brief)),
        disagreements=[
            {
                "about": _shown(point.about),
                "sides": [
                    (_shown(side.value), _shown(side.text), citation([side.span.article]))
                    for side in point.sides
                ],
            }
            for point in brief.disagreements
        ],
        voices=_shown(voices(brief)),
        sources=[_source(article, ids.get(n, "")) for n, article in enumerate(brief.articles)],
        foot=_shown(f"{size(brief)}. {brief.signature}"),
    )


def _days(brief: Brief) -> Iterator[tuple[Markup, list[dict[str, Markup | str]]]]:
    """Give the sentences under the heading of their day; where there are no days, under none."""
    heading, lines = Markup(), list[dict[str, Markup | str]]()
    for day, pick in zip(headings(brief), brief.picks, strict=True):
        if day:
            if lines:
                yield heading, lines
            heading, lines = _shown(day), []
        lines.append(
            {
                "text": _shown(pick.sentence.text),
                "cites": citation(pick.cites),
                "who": _shown(said_by(brief, pick)),
                "support": _shown(support(brief, pick)),
            }
        )
    yield heading, lines


def _source(article: Article, voice: str) -> dict[str, Markup | str]:
    return {
        "outlet": _shown(outlet(article)),
        "title": _shown(article.title or ""),
        "date": _shown(article.date or ""),
        "voice": _shown(message("voice of", voice=voice)) if voice else "",
        "url": web_address(article.url) or "",
    }


def _shown(text: str) -> Markup:
    """Return a text escaped, in one line, with nothing that could begin a formula."""
    escaped = str(escape(inert(text)))
    for sign in "\\$":
        escaped = escaped.replace(sign, f"<span>{sign}</span>")
    # Escaped above; only our own elements were added.
    return Markup(escaped)  # noqa: S704
