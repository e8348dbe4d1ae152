"""Baselines: whole sentences of the same story, never over the length, each as it is described."""

from __future__ import annotations

import pytest
from datasets import FERRY
from small import SmallEncoder
from stories import copied, reports

from summarize.evaluate.judge import baselines
from summarize.evaluate.scores import rouge
from summarize.pipeline import understand
from summarize.records import Reading, Story


@pytest.fixture(scope="module")
def story() -> Story:
    wire, *others = reports()
    return understand(Reading((wire, copied(wire), *others)), SmallEncoder())[0]


def texts(picked: list[int], story: Story) -> list[str]:
    return [story.sentence(number).text for number in picked]


def words(picked: list[int], story: Story) -> int:
    return sum(len(text.split()) for text in texts(picked, story))


def all_of(story: Story, budget: int) -> list[list[int]]:
    return [
        baselines.lead(story, budget),
        baselines.centroid(story, budget),
        baselines.lexrank(story, budget),
        baselines.oracle(story, budget, FERRY),
        *baselines.random(story, budget, 0),
    ]


@pytest.mark.parametrize("budget", [1, 8, 40, 100, 10_000])
def test_no_baseline_is_over_the_length_or_repeats_a_sentence(story: Story, budget: int) -> None:
    for picked in all_of(story, budget):
        assert words(picked, story) <= budget
        assert len(set(picked)) == len(picked)


def test_all_but_the_oracle_fill_what_room_there_is(story: Story) -> None:
    shortest = min(words([n], story) for n in range(len(story.embedded.statements)))
    for picked in all_of(story, 100):
        if picked != baselines.oracle(story, 100, FERRY):
            assert words(picked, story) > 100 - 40
    assert words(baselines.lead(story, 10_000), story) > 300
    assert words(baselines.lead(story, shortest), story) == shortest


def test_the_lead_takes_the_articles_in_turn_and_a_copy_once(story: Story) -> None:
    first = texts(baselines.lead(story, 100), story)
    assert [text.split()[:3] for text in first[:3]] == [
        "A ferry carrying".split(),
        "All 212 people".split(),
        "Three questions remain".split(),
    ]
    assert "Aurora struck a sandbank" in first[3]


def test_random_draws_differ_and_come_again_with_the_seed(story: Story) -> None:
    drawn = baselines.random(story, 60, 7)
    assert len(drawn) == baselines.DRAWS
    assert len({tuple(one) for one in drawn}) > 1
    assert baselines.random(story, 60, 7) == drawn
    assert baselines.random(story, 60, 8) != drawn


def test_the_oracle_beats_all_that_see_no_references(story: Story) -> None:
    def f(picked: list[int]) -> float:
        return rouge(FERRY, texts(picked, story))["stemmed"]["rouge2"][2]

    oracle = baselines.oracle(story, 60, FERRY)
    best = f(oracle)
    assert all(f(picked) <= best for picked in all_of(story, 60))
    assert f(oracle[:-1]) < best  # it stops where nothing helps any more


def test_the_oracle_picks_nothing_where_nothing_is_shared(story: Story) -> None:
    assert baselines.oracle(story, 60, ["Zebras graze quietly."]) == []


def test_central_sentences_come_before_odd_ones(story: Story) -> None:
    for picked in (baselines.centroid(story, 40), baselines.lexrank(story, 40)):
        assert "ferry" in " ".join(texts(picked, story)).lower()
        assert "1994" not in " ".join(texts(picked, story))
