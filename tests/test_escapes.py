"""Escapes that programs left in a text: read as they were meant, and nothing else is touched."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.read import read_topic
from summarize.text.page.escapes import unescaped

PIECES = st.sampled_from(
    [
        *"\\\\&;#nrtu\"' .ab1",
        *("\\n", "\\r", "\\u2019", "\\u0026", "\\ud83d", "\\ude00", "&amp;", "&#38;", "&nbsp;"),
        *("&quot;", "&lt;", "&#8217;", "&#x201c;", "amp;", "quot;", "The ", "end. "),
    ]
)


@given(st.lists(PIECES, max_size=14).map("".join))
def test_what_was_read_as_it_was_meant_reads_the_same_again(text: str) -> None:
    meant = unescaped(text)
    assert unescaped(meant) == meant
    assert meant.encode().decode() == meant


@given(st.text(st.characters(exclude_characters="\\\\&", exclude_categories=["Cs"])))
def test_a_text_without_escapes_stays(text: str) -> None:
    assert unescaped(text) == text


@given(st.lists(st.sampled_from("It ’s “over” — at the café . No !".split()), max_size=12))
def test_what_json_escapes_is_put_back(words: list[str]) -> None:
    text = " ".join(words)
    assert unescaped(json.dumps(text)[1:-1]) == text


@pytest.mark.parametrize(
    "text", ["&amp;" * 3000, "&#38;amp;" * 3000, "\\\\" * 9000, "\\\\n" * 9000]
)
def test_a_text_of_escapes_is_read_at_once(text: str) -> None:
    assert len(unescaped(text)) <= len(text)


def test_documents_of_a_topic_are_read_as_they_were_meant() -> None:
    topic = {"id": "a", "documents": [{"text": "It ended on Friday. \\n So they said."}]}
    (article,) = read_topic(json.dumps(topic), "a.jsonl").articles
    assert article.text == "It ended on Friday. \n So they said."
