"""Piles: articles on many events become one topic an event, whatever their order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from cases import load
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_array
from small import SmallEncoder
from stories import EDITS, reports

from summarize.events import candidates as near
from summarize.events.affinity import BIAS, DEMAND, GIST, NAMES, joined, voiced
from summarize.events.pile import readings
from summarize.events.portrait import Portraits
from summarize.group import Event, group
from summarize.records import Article, Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from summarize.records import Encoder

PLACES = ("Sollen", "Karvia", "Arnheim", "Port Halden", "Vale")
PEOPLE = ("Lena Brock", "Tomas Reuel", "Ida Brandt", "Marta Linde", "Jonas Petri")
HAPPENED = ("an earthquake", "a strike", "a fire", "an election", "a flood")


def tell(event: int, version: int, day: int | None) -> Article:
    place, person, what = PLACES[event], PEOPLE[event], HAPPENED[event]
    text = (
        f"There was {what} in {place} on the {event + 3}th, {person} said. "
        f"{person} of {place} spoke of {what} to {10 + event} people. Version {version}."
    )
    date = f"2024-03-{day:02}" if day else None
    return Article(f"{event}-{version}.txt", text, title=f"{place}: {what}", date=date)


@st.composite
def piles(draw: st.DrawFn) -> list[Article]:
    rows = st.tuples(st.integers(0, 4), st.integers(0, 3), st.one_of(st.none(), st.integers(1, 28)))
    return [tell(*row) for row in draw(st.lists(rows, max_size=9, unique_by=lambda r: r[:2]))]


def sets(events: Sequence[Event], articles: Sequence[Article]) -> set[frozenset[str]]:
    return {frozenset(articles[number].path for number in event.articles) for event in events}


@settings(max_examples=30, deadline=None)
@given(piles())
def test_every_article_is_in_exactly_one_event(pile: list[Article]) -> None:
    found = group(pile, SmallEncoder())
    assert sorted(n for event in found for n in event.articles) == list(range(len(pile)))


@settings(max_examples=30, deadline=None)
@given(piles(), st.randoms(use_true_random=False))
def test_the_order_of_the_articles_does_not_matter(pile: list[Article], rng: Any) -> None:
    mixed = rng.sample(pile, len(pile))
    one, other = group(pile, SmallEncoder()), group(mixed, SmallEncoder())
    assert sets(one, pile) == sets(other, mixed)
    assert [event.title for event in one] == [event.title for event in other]


@settings(max_examples=20, deadline=None)
@given(piles().filter(bool), st.data())
def test_a_copy_joins_its_origin(pile: list[Article], data: st.DataObject) -> None:
    origin = data.draw(st.integers(0, len(pile) - 1))
    copy = replace(pile[origin], path="copy.txt", date="2031-01-01", outlet="Elsewhere")
    (event,) = (e for e in group([*pile, copy], SmallEncoder()) if len(pile) in e.articles)
    assert origin in event.articles


@pytest.mark.parametrize("edit", EDITS)
def test_an_edited_wire_copy_joins_its_origin(edit: Any) -> None:
    pile = [reports()[0], replace(edit(reports()[0]), path="copy.txt", date="2031-01-01")]
    assert len(group(pile, SmallEncoder())) == 1


def test_events_are_told_apart_and_the_most_reported_comes_first() -> None:
    pile = [tell(1, 0, None), *(tell(0, version, None) for version in range(3))]
    found = group(pile, SmallEncoder())
    assert [event.articles for event in found] == [(1, 2, 3), (0,)]
    assert [event.title for event in found] == ["Sollen: an earthquake", "Karvia: a strike"]


def test_without_a_headline_the_first_sentence_is_the_title() -> None:
    (event,) = group([replace(tell(0, 0, None), title=None)], SmallEncoder())
    assert event.title == "There was an earthquake in Sollen on the 3th, Lena Brock said."


def test_no_articles_are_no_events() -> None:
    assert group([], SmallEncoder()) == ()


def test_each_event_is_a_reading_of_its_own() -> None:
    pile = Reading((tell(1, 0, None), tell(0, 0, None), tell(0, 1, None)))
    told = readings(group(pile.articles, SmallEncoder()), pile)
    assert [[a.path for a in reading] for reading in told] == [
        ["0-0.txt", "0-1.txt"],
        ["1-0.txt"],
    ]


def test_neighbours_grow_with_the_reports_not_with_their_square() -> None:
    """Two hundred reports of one event have at most so many neighbours each."""
    import numpy as np
    from scipy.sparse import csr_array

    rng = np.random.default_rng(0)
    names = csr_array(rng.random((200, 5)))
    ones, others = near.candidates(names)
    assert (ones < others).all()
    assert len(ones) <= 200 * near.NEAREST < 200 * 199 / 2
    assert set(ones.tolist()) | set(others.tolist()) == set(range(200))


@pytest.mark.model
@pytest.mark.parametrize("case", load("group"))
def test_cases(case: dict[str, Any], encoder: Encoder) -> None:
    pile = [Article(f"{n}.txt", **given) for n, given in enumerate(case["articles"])]
    found = {event.articles for event in group(pile, encoder)}
    assert found == {tuple(event) for event in case["events"]}


def test_a_group_demands_more_of_others_the_tighter_and_the_larger_it_is() -> None:
    same, other = np.array([1.0, 0.0]), np.array([0.0, 1.0])

    def demand(*told: NDArray[np.float64]) -> float:
        """What reports of the gist and names given demand, as one group."""
        rows, count = np.stack(told), len(told)
        reports_ = Portraits(rows, csr_array(rows), np.full(count, np.nan))
        alone = voiced(reports_, np.arange(count))
        assert not alone.demands.any()
        return float(joined(alone, np.zeros(count, dtype=np.int64)).demands[0])

    whole = DEMAND / 2 * (GIST + NAMES + BIAS)
    assert demand(same, same) == pytest.approx(whole / 2)
    assert demand(same, same, same) == pytest.approx(whole * 2 / 3)
    assert 0 < demand(same, same, same, other) < demand(same, same, same)
    assert demand(same, other) == 0  # a loose one asks for nothing, and gives nothing away
