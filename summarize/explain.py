"""explain: what became of every sentence, with the stage and the reason."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summarize.brief import MERGING
from summarize.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from summarize.records import Brief

PICKED, MERGED, DROPPED = "picked", "merged", "dropped"


@dataclass(frozen=True, slots=True)
class Row:
    """What became of a stretch of an article.

    `number` counts the article's rows from 1, `verdict` is picked, merged or dropped. A picked row
    has the number of its sentence in the brief (`pick`, from 1); any other the `stage` that left
    it out and its `reason`. `into` is the place of the sentence it gave way to, and `into_row`
    that sentence's (article, number).
    """

    span: Span
    text: str
    verdict: str
    number: int = 0
    pick: int | None = None
    stage: str | None = None
    reason: str | None = None
    into: Span | None = None
    into_row: tuple[int, int] | None = None


def explain(brief: Brief, find: str | None = None) -> tuple[Row, ...]:
    """Return a row for every sentence and every dropped stretch, in the order of the articles.

    With `find`, only rows whose text contains it, whatever the case and the white space.
    """
    rows = _numbered(sorted(_rows(brief), key=lambda row: (row.span, row.verdict)))
    if find is None:
        return rows
    wanted = _plain(find)
    return tuple(row for row in rows if wanted in _plain(row.text))


def _rows(brief: Brief) -> Iterable[Row]:
    for number, pick in enumerate(brief.picks, start=1):
        yield Row(pick.sentence.span, pick.sentence.text, PICKED, pick=number)
    for drop in brief.drops:
        if not isinstance(drop.item, Span):
            continue
        text = brief.articles[drop.item.article].text[drop.item.start : drop.item.end]
        merged = drop.stage in MERGING and drop.because_of is not None
        yield Row(
            drop.item,
            text,
            MERGED if merged else DROPPED,
            stage=drop.stage,
            reason=drop.reason,
            into=drop.because_of,
        )


def _numbered(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Count the rows of each article and point each `into` at the row that holds it."""
    counted: list[Row] = []
    last: dict[int, int] = {}
    for row in rows:
        article = row.span.article
        last[article] = last.get(article, 0) + 1
        counted.append(replace(row, number=last[article]))
    exact = {row.span: (row.span.article, row.number) for row in counted}
    by_article: dict[int, list[Row]] = {}
    for row in counted:
        by_article.setdefault(row.span.article, []).append(row)
    return tuple(
        replace(row, into_row=exact.get(row.into) or _holder(row.into, by_article))
        if row.into
        else row
        for row in counted
    )


def _holder(span: Span, rows: Mapping[int, Iterable[Row]]) -> tuple[int, int] | None:
    for row in rows.get(span.article, ()):
        if row.span.start < span.end and span.start < row.span.end:
            return row.span.article, row.number
    return None


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
