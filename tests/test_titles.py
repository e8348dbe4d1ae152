"""Titles: what a brief is called."""

from __future__ import annotations

import pytest

from summarize.text.titles import title

FERRY = "The ferry Nordlys struck rocks off Skarvoy on Tuesday, the coastguard said."


def test_a_title_of_two_words_that_chance_bears_out_is_no_title() -> None:
    titles = ["The ferry Skarvoy", "Ferry Nordlys runs aground off Skarvoy in fog"]
    assert title(FERRY, titles) == titles[1]
    assert title(FERRY, titles[:1]) == titles[0]


def test_a_title_with_a_figure_that_is_overtaken_counts_half() -> None:
    first = "The ferry Nordlys struck rocks off Skarvoy on Tuesday, killing 14 people."
    overtaken = "Ferry Nordlys struck rocks off Skarvoy: 9 people killed"
    for other in ("The ferry Nordlys is lost", "Ferry strikes rocks: 14 people killed"):
        assert title(first, [overtaken, other]) == other
    assert title(first, [overtaken, "Fog at sea", "Fire in a school of Osk"]) == overtaken


def test_a_sentence_ends_as_a_title_before_a_clause_that_adds_to_it() -> None:
    told = "The ferry Nordlys with two hundred people aboard struck rocks off Skarvoy"
    assert title(f"{told}, while the harbour of the island was closed for fog.", ()) == told
    assert title(FERRY, ()) == FERRY.rstrip(".")


@pytest.mark.parametrize(
    "first",
    [
        # What comes before a clause here is none of the event, or no sentence.
        "While the old harbour of Skarvoy was closed for cruise ships because of dense fog, the "
        "ferry Nordlys struck rocks.",
        "The ferry of Halden Lines, as old as the harbour of Skarvoy and all of its lighthouses, "
        "struck rocks on Tuesday.",
    ],
)
def test_another_is_cut_at_a_word(first: str) -> None:
    told = title(first, ())
    kept = told.removesuffix(" …")
    assert told != kept
    assert first.startswith((f"{kept} ", f"{kept}, "))
    assert 75 < len(told) <= 92


def test_nothing_has_no_title() -> None:
    assert title("", ()) == ""
    assert title("", ["Ferry diary"]) == "Ferry diary"
