"""Accusation and denial, by the words that tell them and what those go with."""

from __future__ import annotations

from typing import Any

import pytest
from cases import load
from hypothesis import given
from hypothesis import strategies as st

from summarize.text.tongues.force import speaking
from summarize.text.values import accusations
from summarize.text.values.accusations import accusation, accuses, denial, denies


@pytest.mark.parametrize("case", load("accusations"))
def test_case(case: dict[str, Any]) -> None:
    said = {"accuses": accuses, "denies": denies}
    asked = [name for name in said if name in case]
    assert asked
    assert {name: said[name](case["text"]) for name in asked} == {n: case[n] for n in asked}


@pytest.mark.parametrize(
    "text",
    [
        "The driver is in charge of the bus.",
        "Cars must be charged overnight.",
        "The ferry ran aground in fog.",
        "The identity of the man is not known.",
        "The density of the fog grew.",
        "Residents declined to comment.",
        "The shipyard dismissed 300 workers.",
        "False alarms are costly.",
    ],
)
def test_ordinary_sentences_are_neither(text: str) -> None:
    assert not accuses(text)
    assert not denies(text)


def test_a_sentence_may_tell_both() -> None:
    both = "The White House has accused the North of it, although the North denied the claim."
    assert accuses(both)
    assert denies(both)


def test_the_word_is_the_one_that_does_it() -> None:
    text = "After voters rejected the plan, the mayor rejected the charge and denied a rift."
    match = denial(text)
    assert match is not None
    assert text[match.start() :].startswith("rejected the charge")
    text = "The storm claimed two lives, and widows claimed that the dam was old."
    match = accusation(text)
    assert match is not None
    assert text[match.start() :].startswith("claimed that")


def test_of_other_languages_nothing_is_said() -> None:
    with speaking("de"):
        assert not accuses("He accused the yard.")
        assert not denies("He denied the charge.")


PIECES = ["accuſed", "DENIED", "Charge that", "no evidence", "den\u0130al", "clai", "med ", "rebut"]


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=8).map("".join))
def test_what_a_look_at_words_leaves_out_no_pattern_finds(text: str) -> None:
    for words, pattern in (
        (accusations._ACCUSING, accusations._ACCUSES),
        (accusations._DENYING, accusations._DENIES),
    ):
        assert accusations.may_have(text, words) or not pattern.search(text)
