"""An evaluation: the same sentences and lengths for all, runs that can be saved and compared."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from datasets import FIRE, saved, topic, topics
from small import SmallEncoder

from summarize.errors import NothingToSummarizeError, SourceError, UsageError
from summarize.evaluate.dataset import Dataset, dataset
from summarize.evaluate.judge import BASELINES, Plan, evaluate
from summarize.evaluate.runs import OURS, Lost, Run, as_data, compare, fates, load, summary, worst
from summarize.evaluate.scores import METRICS, STEMS
from summarize.render.evaluation import render_comparison, render_run
from summarize.render.json import encode

if TYPE_CHECKING:
    from pathlib import Path

    from summarize.records import Story

WORDS = 60


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return dataset(saved(tmp_path_factory.mktemp("set") / "set.jsonl"))


@pytest.fixture(scope="module")
def run(data: Dataset) -> Run:
    return evaluate(data, Plan(words=WORDS), SmallEncoder())


def plain(run: Run) -> Any:
    """A run as data, without the times, which no two runs share."""
    found = as_data(run)
    for one in found["topics"]:
        for outcome in one["systems"].values():
            outcome["seconds"] = 0
    return found


def test_every_system_is_judged_on_every_topic_and_none_is_too_long(run: Run) -> None:
    assert run.systems == (OURS, *BASELINES)
    assert [one.topic for one in run.topics] == ["ferry", "fire"]
    for one in run.topics:
        assert set(one.systems) == set(run.systems)
        for name, outcome in one.systems.items():
            draws = 10 if name == "random" else 1
            assert sum(outcome.style.lengths) <= WORDS * draws
    assert sum(len(text.split()) for text in run.topics[0].picks) <= WORDS


def test_without_a_length_each_topic_has_that_of_its_references(data: Dataset) -> None:
    found = evaluate(data, Plan(baselines=False), SmallEncoder())
    assert [one.words for one in found.topics] == [one.length for one in data.topics]
    assert found.systems == (OURS,)
    assert "words:reference" in found.signature


def test_the_signature_names_all_that_the_scores_depend_on(data: Dataset, run: Run) -> None:
    for part in ("words:60", "model:small@1", "rouge-score:", f"corpus:{data.digest}", "seed:0"):
        assert part in run.signature
    other = evaluate(data, Plan(words=WORDS, seed=5), SmallEncoder())
    assert "seed:5" in other.signature
    assert plain(other)["topics"] != plain(run)["topics"]  # other random briefs
    assert plain(evaluate(data, Plan(words=WORDS), SmallEncoder())) == plain(run)


def test_the_oracles_sentences_are_ours_or_have_a_stage_and_a_reason(run: Run) -> None:
    lost = [one for judged in run.topics for one in judged.lost]
    assert lost
    for judged in run.topics:
        for one in judged.lost:
            assert (one.text in judged.picks) == (one.stage is None)
            assert (one.stage is None) == (one.reason is None)
    assert any(one.stage for one in lost)


def test_a_peer_gets_the_story_and_the_length(data: Dataset) -> None:
    seen: list[tuple[int, int]] = []

    def last(story: Story, words: int) -> list[int]:
        seen.append((len(story.articles), words))
        return [len(story.embedded.statements) - 1]

    found = evaluate(data, Plan(words=WORDS, baselines=False), SmallEncoder(), peers={"last": last})
    assert seen == [(3, WORDS), (2, WORDS)]
    assert found.systems == (OURS, "last")
    assert summary(found, "last").against is not None


LONG = FIRE[1].replace(". ", ", and ")  # one sentence, which fits no short brief


def test_a_topic_that_yields_no_brief_counts_as_nought_for_all(tmp_path: Path) -> None:
    values = [*topics(), topic("none", [LONG], ["The hall burned down."])]
    found = evaluate(dataset(saved(tmp_path / "s.jsonl", values)), Plan(words=12), SmallEncoder())
    assert_nought(found, 2)


def test_so_does_a_topic_without_a_sentence(data: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(*_: object) -> None:
        raise NothingToSummarizeError("No sentence is left.")

    monkeypatch.setattr("summarize.evaluate.judge.understand", nothing)
    found = evaluate(data, Plan(words=12), SmallEncoder())
    assert_nought(found, 0)
    assert_nought(found, 1)


def assert_nought(run: Run, number: int) -> None:
    outcome = run.topics[number].systems
    assert set(outcome) == {OURS, *BASELINES}
    assert all(one.scores["stemmed"]["rouge1"] == (0.0, 0.0, 0.0) for one in outcome.values())
    assert run.topics[number].picks == ()


def test_a_summary_is_the_mean_over_topics_inside_its_interval(run: Run) -> None:
    for name in run.systems:
        found = summary(run, name)
        for kind in STEMS:
            for metric in METRICS:
                for part, mean in found.scores[kind][metric]._asdict().items():
                    values = run.values(name, metric, kind, part)
                    assert mean.value == pytest.approx(sum(values) / len(values))
                    assert min(values) - 1e-9 <= mean.low <= mean.value <= mean.high + 1e-9
        assert (found.against is None) == (name == OURS)


def test_the_worst_topics_come_worst_first(run: Run) -> None:
    scores = [one.systems[OURS].scores["stemmed"]["rouge2"][2] for one in worst(run, 5)]
    assert scores == sorted(scores)
    assert len(scores) == 2
    assert len(worst(run, 1)) == 1


def test_a_saved_run_is_the_run(run: Run) -> None:
    assert load(encode(as_data(run)), "run.json") == run
    assert load(render_run(run, "json", 0, 80, colour=False), "run.json") == run


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"schema": "summarize/brief/1"}', "null"])
def test_what_is_no_saved_run_is_refused(text: str) -> None:
    with pytest.raises(SourceError, match=r"^story\.txt is no saved run; .*-o run\.json\.$"):
        load(text, "story.txt")


def test_a_run_of_nothing_or_of_another_schema_is_refused(run: Run) -> None:
    for change in ({"topics": []}, {"schema": "summarize/evaluate/9"}):
        with pytest.raises(SourceError, match="no saved run"):
            load(json.dumps({**as_data(run), **change}), "run.json")


def test_a_run_compared_with_itself_does_not_differ(run: Run) -> None:
    turned = replace(run, topics=run.topics[::-1])  # paired by topic, not by place
    for way in compare(run, turned).values():
        assert (way.mean, way.p) == (0.0, 1.0)


def test_runs_on_different_corpora_are_not_compared(run: Run) -> None:
    with pytest.raises(UsageError, match="different corpora"):
        compare(run, replace(run, digest="0"))


def test_a_comparison_says_which_run_is_better(data: Dataset, run: Run) -> None:
    short = evaluate(data, Plan(words=20, baselines=False), SmallEncoder())
    found = compare(run, short)
    ours, theirs = (sum(one.values(OURS, "rouge1")) / 2 for one in (run, short))
    assert found["rouge1"].mean == pytest.approx(ours - theirs)
    page = render_comparison((run, short), "markdown", 80, colour=False)
    assert f"| R-1 | {100 * ours:.2f} | {100 * theirs:.2f} | {100 * (ours - theirs):+.2f} |" in page
    assert run.signature in page.replace("\\", "")
    made = json.loads(render_comparison((run, short), "json", 80, colour=False))
    assert made["differences"]["rouge1"]["mean"] == pytest.approx(ours - theirs)


def test_tables_show_every_system_metric_and_the_signature(run: Run) -> None:
    markdown = render_run(run, "markdown", 0, 80, colour=False)
    f = summary(run, "lead").scores["unstemmed"]["rougeL"][2]
    row = f"{100 * f.value:.2f} | {100 * f.low:.2f} to {100 * f.high:.2f} |"
    assert row in markdown.split("## ROUGE, unstemmed")[1]
    for name in run.systems:
        assert markdown.count(f"| {name} |") == 4
    page = render_run(run, "terminal", 0, 100, colour=False)
    assert "\x1b" not in page
    assert "corpus:" in page


def test_losses_of_one_kind_count_together(run: Run) -> None:
    ferry, fire = run.topics
    he, it, picked = (
        Lost("He left.", "select", "leans on a sentence before: “He”"),
        Lost("It sank.", "select", "leans on a sentence before: “It”"),
        Lost("All are safe.", None, None),
    )
    made = replace(run, topics=(replace(ferry, lost=(he, picked)), replace(fire, lost=(it,))))
    assert fates(made) == [("select: leans on a sentence before", 2), ("picked", 1)]
    page = render_run(made, "markdown", 0, 80, colour=False)
    assert "| select: leans on a sentence before | 2 | 66.7 % |" in page


def test_the_worst_topics_are_shown_with_what_the_oracle_picks(run: Run) -> None:
    page = render_run(run, "markdown", 1, 80, colour=False).replace("\\", "")
    (bad,) = worst(run, 1)
    for text in bad.picks:
        assert f"- {text}" in page
    for one in bad.lost:
        fate = f"{one.stage}: {one.reason}" if one.stage else "picked"
        assert f"{one.text} ({fate})" in page
    assert bad.picks[0] not in render_run(run, "markdown", 0, 80, colour=False)
