"""Relatedness: how near two articles are as wholes, and what that is to a citation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from built import story
from hypothesis import given, settings
from hypothesis import strategies as st
from stories import reports

from summarize.clean import clean
from summarize.records import Article
from summarize.segment import segment
from summarize.weighing.evidence import Evidence
from summarize.weighing.relatedness import ALIKE, APART, BEGINNING, Relatedness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.records import Encoder

SENTENCES = [
    "Divers from Arn reached the wreck of the Aurora on Tuesday morning.",
    "They found a hole of two metres below the engine room.",
    "Pumps and sandbags kept water out of both cargo decks.",
    "Mayor Lena Brock opened the sports hall.",
    "Tea helped.",
]
articles = st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1), min_size=2, max_size=4)


def dated(*days: str | None) -> list[Article]:
    return [Article(f"{number}.txt", "", date=day) for number, day in enumerate(days)]


def kin(texts: Sequence[Sequence[str]], known: Sequence[Article] = ()) -> list[list[float]]:
    """Return how near each article is to that of each statement's first sentence."""
    made = story(texts, known=known)
    numbers = np.arange(len(made.embedded.statements))
    found = Relatedness(made)
    count = len(texts)
    return [found.of(np.full(count, number), np.arange(count)).tolist() for number in numbers]


@given(articles)
@settings(deadline=None)
def test_an_article_is_nearest_to_itself_and_as_near_as_the_other_to_it(
    texts: list[list[str]],
) -> None:
    near = kin(texts)
    firsts = np.cumsum([0, *(len(own) for own in texts)])[:-1]
    table = np.array([near[first] for first in firsts])
    assert np.allclose(np.diag(table), ALIKE, atol=1e-5)
    assert np.allclose(table, table.T, atol=1e-5)
    assert table.max() <= ALIKE + 1e-5


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, unique=True), st.data())
@settings(deadline=None)
def test_a_sentence_that_an_article_repeats_counts_once(
    texts: list[str], data: st.DataObject
) -> None:
    again = data.draw(st.sampled_from(range(len(texts))))
    once = story([texts, SENTENCES[:2]])
    twice = story([[*texts, texts[again]], SENTENCES[:2]], copies={len(texts): again})
    own = [Relatedness(one).of(np.array([0]), np.array([1])) for one in (once, twice)]
    assert np.allclose(*own, atol=1e-6)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("2023-07-27", "2023-07-27", 0),
        ("2023-07-27", "2023-07-28", 1),
        ("2023-08-27", "2023-07-28", 30),
        ("2023-07-27", None, 0),
        (None, None, 0),
    ],
)
def test_days_set_articles_apart_where_both_are_dated(
    one: str | None, other: str | None, apart: int
) -> None:
    text = [[SENTENCES[0]], [SENTENCES[0]]]
    assert kin(text, dated(one, other))[0][1] == pytest.approx(
        ALIKE - APART * np.log1p(apart), abs=1e-5
    )


CLAIM = (
    "Divers from Arn found a hole of two metres in the hull of the Aurora, and pumps kept the "
    "water out of both of her decks."
)
TOLD = "A hole in the Aurora was found by divers, and pumps kept water out."


def background() -> list[list[str]]:
    found = reports()
    sentences = segment(found, clean(found).kept)
    return [[s.text for s in sentences if s.span.article == n] for n in range(len(found))]


@pytest.mark.model
def test_an_article_of_the_day_is_cited_where_one_of_another_year_only_comes_near(
    encoder: Encoder,
) -> None:
    texts = [[CLAIM], [TOLD], [TOLD], *background()]
    known = dated("2023-07-27", "2023-07-27", "2021-02-01", *[None] * (len(texts) - 3))
    found = Evidence(story(texts, known=known, encoder=encoder))
    assert set(found.supporters(0)) == {0, 1}
    assert found.near(0) == {0, 1, 2}


@given(st.permutations([CLAIM, TOLD, *SENTENCES]))
@settings(deadline=None, max_examples=30)
def test_who_states_a_sentence_comes_near_to_it(texts: list[str]) -> None:
    made = story([[text] for text in texts])
    found = Evidence(made)
    for number in range(len(texts)):
        assert set(found.supporters(number)) <= found.near(number)
        assert number in found.supporters(number)


def test_what_a_desk_adds_or_cuts_off_at_the_end_changes_nothing() -> None:
    more = [f"Ferry {name} left {name} Bay at noon." for name in ("Brack", "Dorn", "Elm", "Foss")]
    article = [*SENTENCES, *more[:3]]
    assert len(article) == BEGINNING
    other = [[more[3], SENTENCES[0]]]
    assert kin([article, *other])[0] == kin([[*article, more[3]], *other])[0]
    assert kin([article, *other])[0] != kin([[more[3], *article], *other])[0]
