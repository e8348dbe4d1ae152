"""Undone: what is said to be not so, or not done, without a "not"."""

from __future__ import annotations

import pytest

from summarize.text.tongues.force import speaking
from summarize.text.values.undone import is_undone


@pytest.mark.parametrize(
    "text",
    [
        "The mayor declined to answer the fishermen.",
        "The court has failed to rule on the fees.",
        "A new rule PROHIBITS fishing off Skarvoy.",
        "Ships were barred from the bay.",
        "The pump proved ineffective.",
        "They are unlikely to sail on Monday.",
    ],
)
def test_what_is_declined_prohibited_or_impossible_is_not_done(text: str) -> None:
    assert is_undone(text)
    with speaking("de"):
        assert not is_undone(text)


@pytest.mark.parametrize(
    "text",
    [
        "Prices declined on Monday.",
        "A barge lay at the bar of the 400 block of Harbour Road.",
        "Divers were able to reach the hull.",
        "The urban council met.",
    ],
)
def test_what_falls_or_lies_at_a_bar_is_no_denial(text: str) -> None:
    assert not is_undone(text)
