"""select: under the length, nothing twice, everything else with a reason."""

from __future__ import annotations

import re
from itertools import combinations, permutations
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from built import story
from hypothesis import given, settings
from hypothesis import strategies as st
from stories import reports

from summarize.clean import clean
from summarize.errors import NothingToSummarizeError
from summarize.rank import rank
from summarize.segment import segment
from summarize.select import select
from summarize.settings import Settings
from summarize.weighing.concepts import concepts
from summarize.weighing.evidence import Evidence
from summarize.weighing.readable import REPEATED_SCARCE

if TYPE_CHECKING:
    from summarize.records import Selection, Story

EVENT = "A ferry with 212 people ran aground off the island of Sollen on Monday."
AGAIN = "A ferry with 212 people on board ran aground near the island of Sollen on Monday."
HULL = "Divers will inspect the hull of the ship before sailings resume."
UNION = "The union says that crews on the bridge were cut from three to two."
SILT = "Islanders complain that the channel near the northern buoy silts up every spring."
LEANING = "He said that the budget for dredging had been exhausted since January."
POOL = (EVENT, AGAIN, HULL, UNION, SILT, LEANING)


def selected(made: Story, **length: Any) -> Selection:
    known, evidence = concepts(made), Evidence(made)
    return select(rank(made, known, evidence), known, evidence, Settings(**length))


def texts(made: Story, selection: Selection) -> list[str]:
    return [made.sentence(number).text for number in selection.picked]


def of_reports() -> Story:
    articles = reports()
    sentences = segment(articles, clean(articles).kept)
    return story([[s.text for s in sentences if s.span.article == n] for n in range(3)])


def test_what_somebody_said_is_not_told_as_the_article_s_own() -> None:
    said = ["“The ferry is old.", UNION, "Nobody ever paid for a pilot,” the mayor said."]
    made = story([[EVENT, *said], [HULL]])
    picked = texts(made, selected(made, words=150))
    assert EVENT in picked
    assert UNION not in picked
    refused = selected(made, words=150).refused
    assert refused[2].reason == "a part of a quotation"


@pytest.mark.parametrize("size", [12, 40, 150, 10_000])
@pytest.mark.parametrize("unit", ["words", "chars", "sentences", "ratio"])
def test_a_brief_is_never_over_its_length_and_uses_most_of_it(unit: str, size: int) -> None:
    made = of_reports()
    scale = {"words": 1, "chars": 7, "sentences": 1 / 12, "ratio": 1 / 500}[unit]
    length = min(1.0, size * scale) if unit == "ratio" else max(1, int(size * scale))
    picked = texts(made, selected(made, **{unit: length}))
    words = sum(len(text.split()) for text in picked)
    if unit == "words":
        assert words <= length
        assert words >= 0.75 * length or size in (12, 10_000)
    elif unit == "chars":
        assert len(" ".join(picked)) <= length
    elif unit == "sentences":
        assert len(picked) == min(length, len(picked)) > 0
    else:
        whole = sum(
            len(made.sentence(n).text.split()) for n in range(len(made.embedded.statements))
        )
        assert words <= length * whole


def test_a_longer_brief_says_more() -> None:
    made = of_reports()
    sizes = [len(selected(made, words=words).picked) for words in (30, 80, 150, 300)]
    assert sizes == sorted(set(sizes))


@pytest.mark.parametrize("unit", ["words", "chars", "ratio"])
def test_where_nothing_fits_it_says_what_would(unit: str) -> None:
    made = story([[EVENT, HULL], [SILT]])
    too_short = {"words": 5, "chars": 20, "ratio": 0.01}[unit]
    with pytest.raises(NothingToSummarizeError, match=rf"No sentence fits --{unit}") as caught:
        selected(made, **{unit: too_short})
    needed = re.search(rf"needs --{unit} ([\d.]+)\.$", str(caught.value))
    assert needed
    kind, step = (float, 0.001) if unit == "ratio" else (int, 1)
    enough = kind(needed.group(1))
    assert texts(made, selected(made, **{unit: enough})) == [HULL]
    with pytest.raises(NothingToSummarizeError):
        selected(made, **{unit: enough - step})


def test_every_statement_is_picked_or_refused_with_a_reason() -> None:
    made = of_reports()
    selection = selected(made, words=100)
    assert set(selection.picked) | set(selection.refused) == set(
        range(len(made.embedded.statements))
    )
    assert not set(selection.picked) & set(selection.refused)
    assert len(set(selection.picked)) == len(selection.picked)
    for refusal in selection.refused.values():
        assert refusal.reason
        assert refusal.stage in ("select", "cluster")
        assert (refusal.because_of in selection.picked) == (refusal.stage == "cluster")


def test_of_two_that_say_the_same_one_is_picked_and_the_other_gives_way_to_it() -> None:
    made = story([[EVENT, HULL], [AGAIN, SILT]])
    selection = selected(made, words=500)
    picked = texts(made, selection)
    assert len({EVENT, AGAIN} & set(picked)) == 1
    (lost,) = {EVENT, AGAIN} - set(picked)
    number = next(n for n in selection.refused if made.sentence(n).text == lost)
    refusal = selection.refused[number]
    assert refusal.stage == "cluster"
    assert refusal.because_of is not None
    assert made.sentence(refusal.because_of).text in (EVENT, AGAIN)


def test_no_two_picks_repeat_each_other() -> None:
    made = of_reports()
    evidence, selection = Evidence(made), selected(made, words=400)
    for number in selection.picked:
        others = [other for other in selection.picked if other != number]
        assert not evidence.repeated(number, others, REPEATED_SCARCE)
    cluster_of = {m: c.leader for c in made.clusters for m in c.members}
    for one, other in combinations(selection.picked, 2):
        assert cluster_of[one] != cluster_of[other]


def test_what_cannot_stand_alone_is_refused_with_its_reason() -> None:
    made = story([[EVENT, LEANING, HULL]])
    selection = selected(made, words=500)
    assert LEANING not in texts(made, selection)
    assert selection.refused[1].reason.startswith("leans on a sentence before")


def test_where_nothing_can_stand_alone_the_best_of_it_still_beats_nothing() -> None:
    made = story([[LEANING, "But it was refused."]])
    assert selected(made, words=100).picked


def test_counted_in_sentences_long_ones_do_not_win_by_their_length() -> None:
    fog = ", after a storm off {} had driven the fog towards the northern shore"
    long = EVENT[:-1] + "".join(fog.format(place) for place in ("Arn", "Brill", "Cove")) + "."
    assert 40 < len(long.split()) <= 60
    made = story([[long, EVENT.replace("212", "300"), HULL]])
    assert long not in texts(made, selected(made, sentences=2))
    assert texts(story([[long]]), selected(story([[long]]), sentences=2)) == [long]


def test_counted_in_sentences_one_of_forty_words_is_not_long() -> None:
    words = f"{EVENT[:-1]}, after fog".split() + ["drifting"] * 40
    for count, picked in ((40, True), (41, False)):
        long = " ".join(words[: count - 1]) + " ashore."
        assert len(long.split()) == count
        made = story([[long, HULL], [long.replace("Monday", "Monday evening"), SILT]])
        assert (long in texts(made, selected(made, sentences=9))) is picked


@given(st.lists(st.lists(st.sampled_from(POOL), min_size=1, unique=True), min_size=1, max_size=3))
@settings(deadline=None, max_examples=20)
def test_the_order_of_the_articles_changes_no_pick(articles: list[list[str]]) -> None:
    found = []
    for order in permutations(articles):
        made = story(order)
        selection = selected(made, words=40)
        why = sorted((made.sentence(n).text, r.reason) for n, r in selection.refused.items())
        found.append((sorted(texts(made, selection)), why))
    assert all(one == found[0] for one in found)


def test_picks_are_whole_numbers_of_python() -> None:
    selection = selected(of_reports(), words=100)
    assert not any(isinstance(number, np.integer) for number in selection.picked)
