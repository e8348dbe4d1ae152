"""join: a quotation that runs over several sentences becomes one of them, with whoever says it.

Cut at its full stops, neither part could be told: one opens a quotation that it does not close, the
other does not say whose words these are.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summarize.records import Sentence, Span
from summarize.text.quoting import names_speaker, runs_on
from summarize.text.tongues.force import is_foreign
from summarize.weighing.fitness import unfit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.records import Article

MOST = 4  # sentences; a longer quotation is more than one thing to tell


def join(articles: Sequence[Article], sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """Join the sentences of each quotation that can stand in a brief as a whole, and else none.

    That is one within a paragraph of an English article, of up to `MOST` sentences, said by
    somebody who is named or described. Positions are numbered anew; all else stays.
    """
    joined: list[Sentence] = []
    at = 0
    while at < len(sentences):
        first = sentences[at]
        last = _last(articles, sentences, at)
        number = first.span.article
        end = sentences[last].span.end
        same = joined and joined[-1].span.article == number
        position = joined[-1].position + 1 if same else first.position
        text = articles[number].text[first.span.start : end]
        span = Span(number, first.span.start, end)
        joined.append(replace(first, span=span, text=text, position=position))
        at = last + 1
    return tuple(joined)


def _last(articles: Sequence[Article], sentences: Sequence[Sentence], first: int) -> int:
    """Return the last sentence of the quotation that one opens and can be told with, or itself."""
    start = sentences[first]
    article = articles[start.span.article]
    foreign = article.language is not None and is_foreign(article.language)
    if foreign or not runs_on(start.text):
        return first
    for last in range(first + 1, min(first + MOST, len(sentences))):
        here = sentences[last]
        if (here.span.article, here.paragraph) != (start.span.article, start.paragraph):
            break
        text = article.text[start.span.start : here.span.end]
        if not runs_on(text):
            return last if names_speaker(text) and unfit(text) is None else first
    return first
