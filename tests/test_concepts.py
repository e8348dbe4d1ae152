"""Concepts: pairs of neighbouring words, weighed by the independent voices that carry them."""

from __future__ import annotations

from itertools import pairwise, permutations

import numpy as np
import pytest
from built import story
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.records import Article
from summarize.text.terms import stem, tokens
from summarize.weighing.concepts import _distinct, concepts

FERRY = "The ferry ran aground in fog."
HULL = "Divers will inspect the hull."
FOG = "Thick fog lay over the island."


def weight(articles: list[list[str]], pair: str, **more: object) -> float:
    """The weight of a pair of words, against that of the rarest pair."""
    made = story(articles, **more)  # type: ignore[arg-type]
    known = concepts(made)
    texts = [made.sentence(n).text for n in range(len(known.rows))]
    pairs = sorted({p for text in texts for p in pairwise(stem(w) for w in tokens(text))})
    one, other = pair.split()
    return float(known.weights[pairs.index((stem(one), stem(other)))])


def test_the_mean_weight_is_one_and_rows_are_sorted() -> None:
    known = concepts(story([[FERRY, HULL], [FOG], [FERRY]]))
    assert known.weights.mean() == pytest.approx(1)
    assert all(list(row) == sorted(set(row)) for row in known.rows)
    assert sorted({number for row in known.rows for number in row}) == list(
        range(len(known.weights))
    )


def test_a_pair_that_two_voices_carry_weighs_more() -> None:
    articles = [[FERRY, HULL], [FERRY]]
    assert weight(articles, "ferry ran") > 1.5 * weight(articles, "inspect the")


def test_copies_in_one_voice_weigh_nothing() -> None:
    once = story([[FERRY, HULL], [FOG]], voices="AB")
    again = story([[FERRY, HULL], [FOG], [FERRY, HULL]], voices="ABA", copies={3: 0, 4: 1})
    np.testing.assert_array_equal(concepts(once).weights, concepts(again).weights)


def test_words_of_the_titles_weigh_double() -> None:
    titled = [Article("a", "", title="Divers at the harbour"), Article("b", "")]
    articles = [[FERRY, "Divers inspect hulls."], [FOG]]
    ratio = weight(articles, "divers inspect", known=titled) / weight(
        articles, "inspect hulls", known=titled
    )
    assert ratio == pytest.approx(1.5)


def test_a_text_without_pairs_has_no_concepts() -> None:
    known = concepts(story([["Fog."], [FERRY]]))
    assert len(known.rows[0]) == 0
    assert len(concepts(story([["Fog."]])).weights) == 0


@given(st.lists(st.lists(st.sampled_from([FERRY, HULL, FOG]), min_size=1), min_size=1, max_size=3))
@settings(deadline=None, max_examples=25)
def test_the_order_of_the_articles_changes_nothing(articles: list[list[str]]) -> None:
    found = set()
    for order in permutations(articles):
        made = story(order)
        known = concepts(made)
        rows = {made.sentence(n).text: tuple(row) for n, row in enumerate(known.rows)}
        found.add((known.weights.tobytes(), tuple(sorted(rows.items()))))
    assert len(found) == 1


@given(st.lists(st.integers(0, 9)))
def test_distinct_numbers_are_those_of_a_set(numbers: list[int]) -> None:
    assert _distinct(np.array(numbers, dtype=np.int64)).tolist() == sorted(set(numbers))
