"""Joining: a quotation of several sentences stands whole, and nothing else changes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from cases import load
from hypothesis import given
from hypothesis import strategies as st

from summarize.join import MOST, join
from summarize.records import Article, Sentence, Span
from summarize.segment import segment
from summarize.text.typography import plain


def cut(text: str, language: str | None = None) -> tuple[list[Article], tuple[Sentence, ...]]:
    """Return an article and its sentences as they are cut, a blank line between paragraphs."""
    article = Article("a.txt", text, language=language)
    blocks, at = [], 0
    for block in text.split("\n\n"):
        blocks.append(Span(0, at, at + len(block)))
        at += len(block) + 2
    return [article], segment([article], blocks)


@pytest.mark.parametrize("case", load("join"))
def test_case(case: dict[str, Any]) -> None:
    joined = join(*cut(plain(case["text"])))  # as every stage reads it
    assert [sentence.text for sentence in joined] == list(map(plain, case["sentences"]))


WHOLE = (
    "“The hull is sound. Divers saw every plate of it,” harbour master Lena Holt told reporters."
)


def test_a_joined_sentence_is_a_slice_of_its_article_and_positions_have_no_gap() -> None:
    articles, sentences = cut(f"It is noon. {WHOLE} Fog is expected.\n\nAll is well.")
    assert len(sentences) == 5
    joined = join(articles, sentences)
    assert [s.text for s in joined] == ["It is noon.", WHOLE, "Fog is expected.", "All is well."]
    assert [s.position for s in joined] == [0, 1, 2, 3]
    assert [s.paragraph for s in joined] == [0, 0, 0, 1]


def test_in_other_languages_nothing_is_joined() -> None:
    articles, sentences = cut(WHOLE)
    foreign = [replace(article, language="de") for article in articles]
    assert len(join(articles, sentences)) == 1
    assert join(foreign, sentences) == sentences


PIECES = [
    "“",
    "”",
    '"',
    "The hull is sound. ",
    "Divers saw it. ",
    "Holt told us. ",
    "\n\n",
    "she said ",
]


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_nothing_is_lost_and_all_is_verbatim(text: str) -> None:
    articles, sentences = cut(text)
    joined = join(articles, sentences)
    inside = [
        [s for s in sentences if one.span.start <= s.span.start and s.span.end <= one.span.end]
        for one in joined
    ]
    assert [s for group in inside for s in group] == list(sentences)
    for position, (one, group) in enumerate(zip(joined, inside, strict=True)):
        assert one.text == text[one.span.start : one.span.end]
        assert (one.position, one.paragraph) == (position, group[0].paragraph)
        assert len(group) <= MOST
        assert one.span.end == group[-1].span.end
    assert join(articles, joined) == joined
