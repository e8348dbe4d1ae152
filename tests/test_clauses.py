"""Clauses: the main one, before whatever is added to it, and those that two sentences share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.text.clauses import clauses, main_clause, retells
from summarize.text.terms import content


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        (
            "Kim met Defense Minister Sergei Shoigu to discuss military issues, state media said.",
            "Kim met Defense Minister Sergei Shoigu to discuss military issues",
        ),
        (
            "Rescuers took all passengers off the ship safely while lifeboats waited nearby.",
            "Rescuers took all passengers off the ship safely",
        ),
        (
            "Halden Lines cancelled all sailings on Monday – and divers will inspect the hull.",
            "Halden Lines cancelled all sailings on Monday",
        ),
        # A comma only sets off an opening.
        (
            "On Monday, the ferry Aurora struck a sandbank near Sollen, the harbour said.",
            "On Monday, the ferry Aurora struck a sandbank near Sollen",
        ),
        # An aside tells something else of whoever does it.
        (
            "The dossier, compiled by spy Jo Park for firms, named ten members of clubs, he said.",
            "The dossier, compiled by spy Jo Park for firms, named ten members of clubs",
        ),
        (
            "Eva Dahl, who has led the harbour for years, closed its channel on May 9 as it froze.",
            "Eva Dahl, who has led the harbour for years, closed its channel on May 9",
        ),
        ("The ferry ran aground.", "The ferry ran aground."),
        ("", ""),
    ],
)
def test_the_main_clause_ends_at_the_first_break_after_five_words(text: str, clause: str) -> None:
    assert main_clause(text) == clause


@given(st.text(alphabet=st.sampled_from("ab ,;:–-. as and while"), max_size=120))
def test_a_main_clause_is_the_head_of_its_text(text: str) -> None:
    clause = main_clause(text)
    assert text.startswith(clause)
    assert clause == text or len(set(content(clause))) >= 5


AGROUND = (
    "The ferry Aurora ran aground off Sollen, as the island marked forty years since the fire."
)


@pytest.mark.parametrize(
    "other",
    [
        "Two ministers came to the harbour, as the island marked forty years since the great fire.",
        "The island marked forty years since the harbour fire.",
        "Divers, while the island was marking forty years since the fire, looked at the hull.",
    ],
)
def test_a_clause_may_be_told_again_in_other_places_of_a_sentence(other: str) -> None:
    assert retells(AGROUND, other)
    assert retells(other, AGROUND)


@pytest.mark.parametrize(
    "other",
    [
        # Two main clauses with the same people and things: rivals look at those.
        "The ferry Aurora ran off Sollen again, and no passenger was hurt on board.",
        # The same subject in another clause, another thing told of it.
        "Two ministers came to the harbour, as the island rebuilt what the fire had burnt.",
        # Few words in common are a name or who said it.
        "Divers looked at the hull, as the island slept.",
        "",
    ],
)
def test_what_only_looks_like_it_is_told_once(other: str) -> None:
    assert not retells(AGROUND, other)
    assert not retells(other, AGROUND)


@given(st.text(alphabet=st.sampled_from("ab ,;:–-. as and while"), max_size=120))
def test_clauses_have_the_content_of_their_text_and_no_other(text: str) -> None:
    assert frozenset().union(*clauses(text)) <= set(content(text)) | set(text.split())
    assert clauses(text)[0] <= set(content(main_clause(text))) | set(text.split())


WORDS = [
    "island",
    "marked",
    "forty",
    "years",
    "great",
    "fire",
    ", ",
    "; ",
    " as ",
    " – ",
    "a.b",
    "’s",
]


@given(*[st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)] * 2)
def test_retelling_is_looked_for_in_all_clauses(one: str, other: str) -> None:
    found = False
    for place, mine in enumerate(clauses(one)):
        for place_, yours in enumerate(clauses(other)):
            enough = len(mine & yours) >= max(5, 0.75 * min(len(mine), len(yours)))
            found |= enough and bool(place or place_)
    assert retells(one, other) == found
