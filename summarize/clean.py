"""clean: which spans of each article are article and which are page furniture, and why."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from summarize.parallel import each
from summarize.records import Cleaned, Drop, Span
from summarize.text.page.extracted import mark_extracted
from summarize.text.page.layout import (
    mark_captions,
    mark_endless,
    mark_furniture,
    mark_lines,
    mark_teasers,
)
from summarize.text.page.pages import expanded, opened
from summarize.text.page.prose import is_english
from summarize.text.page.repeats import mark_across, mark_repeats
from summarize.text.page.rescued import rescued
from summarize.text.page.writers import mark_writers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.records import Article
    from summarize.text.page.blocks import Block

# What is dropped changes the neighbours of what stays. Pages settle in two or three rounds.
_ROUNDS = 6


def clean(articles: Sequence[Article]) -> Cleaned:
    """Decide for every non-blank character whether it is article or page furniture.

    Kept and dropped spans together cover all non-blank text, in order, without overlap; the kept
    ones, joined by blank lines, would be kept again. An article of furniture only keeps what
    looks most like a sentence, so that no article with words becomes empty.
    """
    texts = [(article.text, article.extracted) for article in articles]
    pages = each(opened, texts, [len(text) for text, _ in texts])
    unsettled: Sequence[int] = range(len(pages))
    before: Sequence[object] = [None] * len(pages)
    for turn in range(_ROUNDS):
        if turn:
            before = [_looks(page) for page in pages]
            for number in unsettled:
                pages[number] = expanded(pages[number], extracted=articles[number].extracted)
        if not _mark(articles, pages, unsettled):
            break
        # What looks as it did is done: the next round would say the same of it.
        unsettled = [n for n, page in enumerate(pages) if _looks(page) != before[n]]
    for number, article in enumerate(articles):
        judge = partial(_judge, article)
        pages[number] = rescued(pages[number], judge, extracted=article.extracted)
        mark_endless(pages[number])
    kept, drops = [], []
    for number, page in enumerate(pages):
        for block in page:
            span = Span(number, block.start, block.end)
            if block.reason is None:
                kept.append(span)
            else:
                first = block.because
                because = Span(number, first.start, first.end) if first else None
                drops.append(Drop("clean", span, block.reason, because))
    return Cleaned(tuple(kept), tuple(drops))


def _looks(page: Sequence[Block]) -> list[tuple[Block, str | None, bool]]:
    """Return all that a round may change of a page's blocks."""
    return [(block, block.reason, block.english) for block in page]


def _mark(articles: Sequence[Article], pages: list[list[Block]], unsettled: Sequence[int]) -> bool:
    """Give reasons to blocks of unsettled pages that have none; return whether any was given."""
    before = sum(block.reason is None for page in pages for block in page)
    for number in unsettled:
        article, page = articles[number], pages[number]
        if article.extracted:
            mark_extracted(_left(page), article.title, article.date)
            mark_writers(page, article.byline)
            continue
        mark_furniture(_left(page))
        mark_lines(_left(page), article.title)
        mark_repeats(page)
        mark_captions(page)
        mark_teasers(page)
        mark_writers(page, article.byline)
    mark_across([article.outlet for article in articles], pages)
    changed = [_reconsider(pages[number]) for number in unsettled]
    after = sum(block.reason is None for page in pages for block in page)
    return after < before or any(changed)


def _judge(article: Article, page: list[Block]) -> None:
    """Give reasons to blocks as if they were all of an article."""
    _mark([article], [page], [0])


def _reconsider(page: list[Block]) -> bool:
    """Look again at a page whose language shows only when its furniture is gone."""
    kept = _left(page)
    english = is_english("\n".join(block.text for block in kept))
    changed = bool(kept) and english != kept[0].english
    for block in kept if changed else ():
        block.look_again(english=english)
    return changed


def _left(page: Sequence[Block]) -> list[Block]:
    return [block for block in page if block.reason is None]
