"""A brief gives one toll of an event, the largest, but for those of several days."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from built import story

from summarize.records import Article, Ranked
from summarize.weighing.evidence import Evidence
from summarize.weighing.outdone import Outdone
from summarize.weighing.pack import Problem
from summarize.weighing.readable import readable

FEW = "At least eight people died when the ferry Aurora sank off Sollen in thick fog."
MORE = "The ferry Aurora sank off Sollen in thick fog and eleven people died."
TOLL = "The death toll of the ferry Aurora that sank off Sollen in fog rose, passing 12 people."
CALM = "Environmental officials laid out floating barriers around the harbour as a precaution."
DIVERS = (
    "Divers of three harbours went down to the ferry Aurora off Sollen and found 8 people dead."
)
LATER = "Two tugs from the mainland pulled the wreck into a bay of the island in the evening."
MONDAY, FRIDAY = "2023-05-01", "2023-05-05"


def outdone(*told: tuple[str, str | None]) -> set[str]:
    """Return which of some texts, each with the day of its article, another one outdoes."""
    known = [Article(f"{number}.txt", "", date=day) for number, (_, day) in enumerate(told)]
    made = story([[text] for text, _ in told], known=known)
    found = Outdone(range(len(told)), Evidence(made)).among(range(len(told)))
    return {told[item][0] for item in found}


@pytest.mark.parametrize("days", [(None, None), (MONDAY, MONDAY), (MONDAY, None), (None, FRIDAY)])
def test_of_one_day_or_none_the_larger_toll_is_told(days: tuple[str | None, ...]) -> None:
    for texts in permutations((FEW, MORE)):
        assert outdone(*zip(texts, days, strict=True)) == {FEW}


def test_of_two_days_both_may_be_told() -> None:
    assert outdone((FEW, MONDAY), (MORE, FRIDAY)) == set()


def test_of_three_one_is_told() -> None:
    assert outdone((TOLL, None), (FEW, None), (MORE, None)) == {FEW, MORE}


@pytest.mark.parametrize(
    "other",
    [
        CALM,
        "The ferry Aurora sank off Sollen in thick fog, killing 8 people and injuring 11.",  # alike
        "The ferry Aurora sank off Sollen in thick fog and three children died.",  # of the eight
        "The ferry Aurora sank off Sollen in thick fog and 11 people were hurt.",
        "In the fog in which the ferry Aurora sank off Sollen 11 people could have died.",
        "When the ferry Aurora sank off Sollen in thick fog in 1986, 11 people died.",
        "The ferry Aurora sank off Sollen in thick fog and 33 people died.",  # too many for one
        "A blast tore through coal mines of Harven, leaving 11 dead.",
        "The ferry Aurora sank off Sollen in thick fog and 11 people were arrested.",
    ],
)
def test_what_may_be_told_beside_a_toll(other: str) -> None:
    assert outdone((FEW, None), (other, None)) == set()


def picked(budget: int, worths: dict[str, float]) -> tuple[list[str], dict[int, str]]:
    texts = list(worths)
    problem = Problem(
        weights=np.zeros(1),
        rows=[np.zeros(0, dtype=np.int64) for _ in texts],
        worth=np.array(list(worths.values())),
        costs=np.array([len(text.split()) for text in texts], dtype=np.int64),
        allowed=np.ones(len(texts), dtype=bool),
        budget=budget,
        clash=lambda item: np.eye(len(texts), dtype=bool)[item],
    )
    ranked = [Ranked(score=worth, parts={}, worth=worth) for worth in worths.values()]
    evidence = Evidence(story([[text] for text in texts]))
    chosen, taken_back = readable(problem, list(range(len(texts))), ranked, evidence)
    return sorted(texts[item] for item in chosen), taken_back


def test_the_outdone_is_taken_back_though_it_would_lead_and_its_room_given_to_another() -> None:
    found, taken_back = picked(30, {DIVERS: 9.0, MORE: 8.0, CALM: 7.0})
    assert found == sorted([MORE, CALM])
    assert taken_back == {0: "gives a toll of which a picked sentence gives a larger number"}


def test_of_three_in_a_brief_the_largest_stays() -> None:
    found, _ = picked(50, {TOLL: 9.0, DIVERS: 8.0, FEW: 8.5, CALM: 8.0, LATER: 8.1})
    assert found == sorted([TOLL, CALM, LATER])


def test_it_stays_where_there_is_nothing_else_to_tell() -> None:
    assert picked(30, {DIVERS: 9.0, MORE: 8.0, CALM: 1.0})[0] == sorted([DIVERS, MORE])


def test_nothing_is_filled_up_with_another_toll() -> None:
    assert outdone((DIVERS, None), (MORE, None)) == {DIVERS}
    assert picked(60, {MORE: 9.0, DIVERS: -1.0, CALM: -2.0})[0] == sorted([MORE, CALM])
