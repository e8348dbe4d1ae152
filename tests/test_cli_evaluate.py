"""summarize evaluate: a dataset in, tables out; two saved runs compared; wrong use refused."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from datasets import FIRE, MARKET, saved, topic
from small import SmallEncoder

from summarize import models

if TYPE_CHECKING:
    from pathlib import Path

    from desk import Run


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(models, "load", lambda _: SmallEncoder())
    monkeypatch.chdir(tmp_path)
    return saved(tmp_path / "set.jsonl")


def evaluate(run: Run, *args: object) -> str:
    result = run("evaluate", "--no-cache", *args)
    assert result.exit_code == 0, result.stderr
    return str(result.stdout)


def test_a_pipe_gets_markdown_and_a_signature(run: Run, data: Path) -> None:
    page = evaluate(run, data, "--words", 40, "--seed", 3)
    assert page.startswith("# set.jsonl: 2 topics\n")
    assert "words:40" in page
    assert "seed:3" in page
    assert "| oracle |" in page


def test_only_ours_and_only_the_first_topics(run: Run, data: Path) -> None:
    page = evaluate(run, data, "--no-baselines", "--limit", 1)
    assert page.startswith("# set.jsonl: 1 topic\n")
    assert "| oracle |" not in page


def test_worst_topics_follow_the_tables(run: Run, data: Path) -> None:
    assert "what the oracle picks" not in evaluate(run, data)
    assert evaluate(run, data, "--worst", 1).count("what the oracle picks") == 1


def test_a_run_is_saved_and_compared(run: Run, data: Path, tmp_path: Path) -> None:
    long, short = tmp_path / "long.json", tmp_path / "short.json"
    assert evaluate(run, data, "--words", 60, "-o", long) == ""
    evaluate(run, data, "--words", 20, "-o", short)
    assert json.loads(long.read_text("utf-8"))["schema"] == "summarize/evaluate/1"
    result = run("evaluate", "--compare", long, short)
    assert result.exit_code == 0
    assert "| R-2 |" in result.stdout
    assert "words:60" in result.stdout
    assert "words:20" in result.stdout


def test_runs_on_different_corpora_are_refused(run: Run, data: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "one.json", tmp_path / "other.json"
    evaluate(run, data, "-o", one)
    evaluate(run, data, "--limit", 1, "-o", other)
    result = run("evaluate", "--compare", one, other)
    assert result.exit_code == 2
    assert "different corpora" in result.stderr


def test_a_topic_without_references_is_told(run: Run, data: Path) -> None:
    saved(data, [topic("fire", FIRE, []), topic("other", FIRE, [MARKET])])
    result = run("evaluate", data)
    assert result.exit_code == 1
    assert "Topic fire of" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("args", "told"),
    [
        ([], "needs a dataset"),
        (["DATA", "--compare", "a.json", "b.json"], "leave out the dataset"),
        (["--compare", "a.json", "b.json", "--words", "9"], "leave out --words"),
        (["--compare", "a.json", "b.json", "--seed", "0"], "leave out --seed"),
        (["DATA", "--worst", "1", "--no-baselines"], "leave out --no-baselines"),
        (["DATA", "--worst", "1", "--format", "json"], "leave out --worst"),
        (["DATA", "--worst", "1", "-o", "run.json"], "leave out --worst"),
        (["DATA", "--words", "0"], "--words"),
        (["DATA", "--format", "text"], "--format"),
        (["DATA", "-o", "DATA", "--format", "json"], "would be overwritten"),
        (["DATA", "--quiet", "--verbose"], "contradict"),
    ],
)
def test_wrong_use_is_refused(run: Run, data: Path, args: list[str], told: str) -> None:
    result = run("evaluate", *(str(data) if arg == "DATA" else arg for arg in args))
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stdout == ""


def test_saved_runs_that_are_none_or_cannot_be_read(run: Run, data: Path) -> None:
    for name in (data, data.with_name("absent.json")):
        result = run("evaluate", "--compare", name, name)
        assert result.exit_code == 1
        assert str(name) in result.stderr


def test_documents_that_cannot_be_read_are_told_unless_quiet(run: Run, data: Path) -> None:
    saved(data, [topic("fire", [*FIRE, " "], [MARKET])])
    assert "is empty" in run("evaluate", data).stderr
    assert run("evaluate", data, "--quiet").stderr == ""
