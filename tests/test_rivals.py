"""Rivals: what gives the same tally of one event is told once, and who strikes back is told."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest
from built import story
from hypothesis import given
from hypothesis import strategies as st

from summarize.text.values.doers import swapped
from summarize.text.values.tallies import tallies
from summarize.weighing.rivals import COSINE, DISPUTE, TALLY, Rivals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.arrays import Vectors
    from summarize.records import Encoder

DEAD = "The ferry Nordlys sank off Skarvoy on Monday night, and 19 people died in the cold water."
AGAIN = "Harbour master Ida Moen told reporters on Tuesday that 19 people were killed on the ferry."
MORE = "On Tuesday 23 people were confirmed dead after the ferry sank off Skarvoy."
HURT = "Divers were hurt, 19 of the passengers sang, and the ferry lay off Skarvoy on Tuesday."
KNOWN = "The 19 dead of the ferry Nordlys were named by the police of Skarvoy on Wednesday."
SHELLED = "Norway shelled Sweden with heavy guns on Monday night after weeks of threats at sea."
SHELLED_BACK = (
    "Sweden shelled Norway with heavy guns on Monday night after weeks of threats at sea."
)
BOTH = (
    "Norway shelled Sweden with heavy guns on Monday night, and Sweden shelled Norway on Tuesday."
)
RATE = "Unemployment in Norway rose to 5.4 percent in spring, the statistics office said."
RATE_TOO = "The share of Norwegians without work was 5.4% in spring, more than ever, a bank said."
RATE_BEFORE = "Norway's unemployment rate was 5.4 percent in spring, up from 5.1 percent in winter."
ELSEWHERE = "In a fire in the old mill of Brill in Peru 19 people died last spring."
ROUND = "Unemployment in Norway rose by 5 percent in spring, the statistics office said."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (DEAD, {("dead", 19)}),
        (AGAIN, {("dead", 19)}),
        (KNOWN, set()),
        ("The islands may have as many as 19 dead.", set()),
        (RATE, {("%", 5.4)}),
        (RATE_BEFORE, {("%", 5.4)}),
        (ROUND, set()),
        ("The $1.75 billion harbour was opened in May.", set()),
        ("Two people were killed and 1,200 were hurt.", {("hurt", 1200)}),
        ("The 2.5-mile bridge has 40 pillars.", set()),
    ],
)
def test_a_tally_is_a_toll_or_an_exact_share(text: str, found: set[tuple[str, float]]) -> None:
    assert tallies(text) == found


def rivals(one: str, other: str, encoder: Encoder) -> bool:
    found = Rivals(story([[one], [other]], encoder=encoder), [0, 1])
    assert found.of(0).tolist() == found.of(1).tolist()[::-1]
    return bool(found.of(0)[1])


class Turned:
    """An encoder of two texts whose vectors have the cosine given."""

    revision = "turned@1"

    def __init__(self, cosine: float) -> None:
        self._rows = [[1.0, 0.0], [cosine, math.sqrt(1 - cosine * cosine)]]

    def encode(self, texts: Sequence[str]) -> Vectors:
        return np.array(self._rows[: len(texts)], dtype=np.float32)


SANK = "A ferry foundered in thick fog near an island off the northern coast."
LOST = "Passengers swam ashore when their ship went down amid bad weather."
LONGER = f"{SANK[:-1]} while fishermen, pilots, tugs, soldiers, nurses and divers slept on land."
CHARGED = "The union accused Halden Lines of cutting crews, which the company denied."
DENIED = "Managers denied that anybody had been dismissed."


@pytest.mark.parametrize(
    ("one", "other", "cosine"),
    [(SANK, LOST, COSINE), (CHARGED, DENIED, DISPUTE), (DEAD, AGAIN, TALLY)],
)
def test_what_is_as_near_in_meaning_as_that_says_the_same(
    one: str, other: str, cosine: float
) -> None:
    assert rivals(one, other, Turned(cosine + 0.001))
    assert not rivals(one, other, Turned(cosine - 0.001))


def test_what_has_most_of_the_words_of_a_shorter_one_says_the_same() -> None:
    assert rivals(SANK, LONGER, Turned(0.1))
    assert rivals(LONGER, SANK, Turned(0.1))
    fewer = LONGER.replace("ferry foundered in thick fog", "boat stood in rain")
    assert not rivals(SANK, fewer, Turned(0.1))


@pytest.mark.model
def test_who_strikes_back_is_no_rival_of_who_struck(encoder: Encoder) -> None:
    assert not rivals(SHELLED, SHELLED_BACK, encoder)
    assert rivals(SHELLED, SHELLED.replace("Monday", "Sunday"), encoder)
    assert rivals(SHELLED_BACK, BOTH, encoder)  # that tells both


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [("Sweden beat Norway.", "Norway beat Sweden.", True),
     ("The University of Oslo sued Hansen.", "Hansen sued the City of Bergen.", False),
     ("Hansen was Roe.", "Roe was Hansen.", False),
     ("The line runs from Oslo across Halden.", "It goes from Halden across Oslo.", False)],
)  # fmt: skip
def test_what_is_told_the_other_way_round(one: str, other: str, *, found: bool) -> None:
    assert swapped(one, [other]) is swapped(other, [one]) is found


@pytest.mark.model
@pytest.mark.parametrize(
    ("one", "other"), [(DEAD, AGAIN), (RATE, RATE_TOO), (RATE_TOO, RATE_BEFORE)]
)
def test_who_gives_the_same_tally_tells_it_again(one: str, other: str, encoder: Encoder) -> None:
    assert rivals(one, other, encoder)


@pytest.mark.model
@pytest.mark.parametrize(
    ("one", "other"),
    [(DEAD, MORE), (DEAD, HURT), (AGAIN, KNOWN), (RATE_TOO, ROUND), (DEAD, ELSEWHERE)],
)
def test_another_tally_or_another_event_is_news(one: str, other: str, encoder: Encoder) -> None:
    assert not rivals(one, other, encoder)


@given(st.text())
def test_any_text_has_tallies(text: str) -> None:
    assert all(number > 0 for _, number in tallies(text))
