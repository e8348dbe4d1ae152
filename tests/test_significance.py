"""Intervals and paired tests: seeded, centred, exact where topics are few."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.evaluate.significance import intervals, paired

SCORES = st.lists(st.floats(0, 1), min_size=2, max_size=30)


@settings(deadline=None)
@given(SCORES)
def test_the_mean_lies_in_its_interval(scores: list[float]) -> None:
    low, high = intervals(np.array(scores)[:, None], seed=0)
    assert low[0] - 1e-9 <= np.mean(scores) <= high[0] + 1e-9


def test_more_topics_make_a_narrower_interval() -> None:
    values = np.random.default_rng(1).random((400, 1))
    few, many = (intervals(values[:count], seed=0) for count in (20, 400))
    assert many[1] - many[0] < (few[1] - few[0]) / 2


def test_the_same_seed_gives_the_same_numbers() -> None:
    values = np.random.default_rng(1).random((30, 2))
    assert np.array_equal(intervals(values, 3), intervals(values, 3))
    assert not np.array_equal(intervals(values, 3), intervals(values, 4))


@settings(deadline=None)
@given(SCORES)
def test_a_system_does_not_differ_from_itself(scores: list[float]) -> None:
    found = paired(scores, scores, seed=0)
    assert (found.mean, found.low, found.high, found.p) == (0.0, 0.0, 0.0, 1.0)


def test_few_topics_are_tested_exactly() -> None:
    found = paired([0.5] * 5, [0.4] * 5, seed=0)
    assert found.p == 2 / 2**5  # all signs kept, or all changed
    assert found.mean == pytest.approx(0.1)


def test_a_steady_gain_on_many_topics_is_no_chance() -> None:
    ours = np.random.default_rng(2).random(60)
    found = paired(ours, ours - 0.05, seed=0)
    # Ten thousand draws show no less than that: what was found is one of the ways.
    assert found.p == 1 / 10_001
    assert found.low > 0.04


def test_noise_is_not_taken_for_a_gain() -> None:
    rng = np.random.default_rng(5)
    found = paired(rng.random(60), rng.random(60), seed=0)
    assert found.p > 0.05
    assert found.low < 0 < found.high


def test_who_is_first_only_turns_the_sign() -> None:
    rng = np.random.default_rng(4)
    ours, theirs = rng.random(40), rng.random(40)
    one, other = paired(ours, theirs, seed=0), paired(theirs, ours, seed=0)
    assert one.mean == pytest.approx(-other.mean)
    assert one.p == other.p
