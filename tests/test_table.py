"""Table: what is worked out for a small story at once is what is asked a word at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from built import story
from hypothesis import given, settings
from hypothesis import strategies as st
from stories import reports

from summarize.clean import clean
from summarize.segment import segment
from summarize.weighing import claims
from summarize.weighing.evidence import Evidence
from summarize.weighing.shares import Shares
from summarize.weighing.table import Table
from summarize.words import terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.records import Story

CLAIM = (
    "Divers from Arn reached the wreck of the Aurora on Tuesday morning, found a hole of two "
    "metres below the engine room, and kept water out of both cargo decks with pumps and sandbags."
)
POOL = [
    CLAIM,
    "Divers from Arn reached the wreck of the Aurora on Tuesday morning.",
    "They found a hole of two metres below the engine room.",
    "Pumps and sandbags kept water out of both cargo decks.",
    "Norway sent two heavy tugs to the stranded ferry on Tuesday evening.",
    "Norwegian ships brought two heavy tugs to the stranded ferry on Tuesday evening.",
    "Denmark sent two heavy tugs to the stranded ferry on Tuesday evening.",
    "Halden Lines has not paid the divers from Arn for the work on the Aurora.",
    "Halden Lines has paid the divers from Arn for the work on the Aurora.",
    "The mayor expressed gratitude for the help of the fishermen.",
    "The mayor thanked the fishermen for their help.",
    "And so on.",
    "Tea helped.",
    "12",
]


def asked(made: Story, most: int) -> tuple[list[dict[int, tuple[int, ...]]], list[bool]]:
    """What evidence answers, with a table for stories of up to `most` words × statements."""
    numbers = range(len(made.embedded.statements))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(claims, "MOST", most)
        one = Evidence(made)
        one.expect(numbers)
        found = [one.supporters(number) for number in numbers]
        others = [[m for m in numbers if m != n][:3] for n in numbers]
        return found, [one.repeated(n, some, (0.6, 0.7)) for n, some in enumerate(others)]


def background() -> list[list[str]]:
    articles = reports()
    sentences = segment(articles, clean(articles).kept)
    return [[s.text for s in sentences if s.span.article == n] for n in range(len(articles))]


@given(
    st.lists(st.lists(st.sampled_from(POOL), min_size=1, max_size=6), min_size=1, max_size=5),
    st.sampled_from([[], background()]),
)
@settings(deadline=None, max_examples=60)
def test_a_table_answers_as_single_questions_do(
    articles: list[list[str]], others: list[list[str]]
) -> None:
    made = story([*articles, *others])
    assert asked(made, 1 << 30) == asked(made, 0)


def test_copies_in_one_article_and_in_others_are_answered_alike() -> None:
    rows = [[CLAIM, *POOL[1:4]], [POOL[5], CLAIM], POOL[1:4], [POOL[4], POOL[6]], [CLAIM, CLAIM]]
    made = story([*rows, *background()], copies={5: 0, 11: 0, 12: 0})
    found, repeated = asked(made, 1 << 30)
    assert (found, repeated) == asked(made, 0)
    assert set(found[0]) == {0, 1, 2, 4}


@given(st.lists(st.sampled_from(POOL), min_size=1, max_size=8))
@settings(deadline=None, max_examples=60)
def test_a_table_has_the_shares_that_are_looked_up(texts: Sequence[str]) -> None:
    known = [terms(text) for text in texts]
    stems = sorted({word for own in known for word in own.fixed + own.common})
    table, shares = Table(known, stems), Shares(known, stems)
    columns = np.arange(len(texts))
    for own in known:
        weights = np.linspace(0.1, 0.5, len(own.fixed + own.common))
        rows, found = table.of(own), shares.of(own)
        np.testing.assert_allclose(
            table.columns(rows, columns), shares.columns(found, columns), atol=1e-9
        )
        np.testing.assert_allclose(
            table.covered(rows, weights), shares.covered(found, weights), atol=1e-9
        )
