"""Accusation and denial, by the words that tell them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.text import disputes
from summarize.text.disputes import accuses, denies


@pytest.mark.parametrize(
    "text",
    [
        "Washington accuses the North of providing arms.",
        "It was accused of shipping weapons.",
        "Unions blamed the company for the crash.",
        "He allegedly took bribes.",
        "The report repeats allegations of fraud.",
        "A charge that Halden Lines rejects.",
        "She was suspected of theft.",
        "Critics claim that crews were cut.",
    ],
)
def test_accusations(text: str) -> None:
    assert accuses(text)


@pytest.mark.parametrize(
    "text",
    [
        "North Korea denies any arms transactions.",
        "The company denied the claim.",
        "He rejected the charge.",
        "The ministry dismissed the report.",
        "A spokesman issued a denial.",
        "Police found no evidence of arson.",
        "The mayor disputes that.",
    ],
)
def test_denials(text: str) -> None:
    assert denies(text)


@pytest.mark.parametrize(
    "text",
    [
        "The driver is in charge of the bus.",
        "Cars must be charged overnight.",
        "The ferry ran aground in fog.",
        "The identity of the man is not known.",
        "The density of the fog grew.",
        "Residents declined to comment.",
    ],
)
def test_ordinary_sentences_are_neither(text: str) -> None:
    assert not accuses(text)
    assert not denies(text)


def test_a_sentence_may_tell_both() -> None:
    both = "The White House has accused the North of it, although the North denied the claim."
    assert accuses(both)
    assert denies(both)


PIECES = ["accuſed", "DENIED", "Charge that", "no evidence", "den\u0130al", "clai", "med ", "rebut"]


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=8).map("".join))
def test_what_a_look_at_words_leaves_out_no_pattern_finds(text: str) -> None:
    assert accuses(text) == bool(disputes._ACCUSES.search(text))
    assert denies(text) == bool(disputes._DENIES.search(text))
