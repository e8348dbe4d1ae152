"""The main clause: who does what, before whatever is added to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.text.clauses import main_clause
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
