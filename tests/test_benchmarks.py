"""The benchmarks' own rules: what fits is taken in order, and a run's tables find their place."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from datasets import saved
from small import SmallEncoder

from summarize.evaluate.dataset import dataset
from summarize.evaluate.judge import Plan, evaluate

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parent.parent


def module(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "benchmarks" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    sys.modules[name] = made
    spec.loader.exec_module(made)
    return made


def test_a_peers_sentences_are_taken_in_its_order_as_long_as_they_fit() -> None:
    texts = ["one two three", "one", "one two three four", "one two"]
    fill = module("peers").fill
    assert fill([2, 0, 1, 3], texts, 5) == [2, 1]
    assert fill([0, 3, 1, 2], texts, 5) == [0, 3]
    assert fill([], texts, 5) == []


def test_the_tokenizer_for_peers_knows_words() -> None:
    assert module("peers").Words().to_words("Kim’s 2 allies—both") == ("Kim’s", "allies", "both")


def test_a_runs_tables_replace_those_in_their_place_and_no_others(tmp_path: Path) -> None:
    tables = module("tables")
    run = evaluate(dataset(saved(tmp_path / "set.jsonl")), Plan(words=40), SmallEncoder())
    page = "<!-- run: set 40 -->\nold\n<!-- end -->\n<!-- run: set 50 -->\nkept\n<!-- end -->\n"
    made = tables.placed(page, run)
    assert "old" not in made
    assert "kept" in made
    assert made.count(run.signature) == 1
    assert "| oracle |" in made.split("<!-- end -->")[0]
    assert tables.placed(made, run) == made
    with pytest.raises(ValueError, match="set 40"):
        tables.placed("nothing here", run)


def test_the_page_on_evaluation_has_whole_tables() -> None:
    page = (ROOT / "docs" / "evaluation.md").read_text("utf-8")
    places = re.findall(r"<!-- run: (\S+ \d+) -->\n(.*?)<!-- end -->", page, re.DOTALL)
    assert len(places) == 4
    for _, tables in places:
        signature = re.search(r"`summarize:\S+ words:(\d+) .*topics:\d+ .*sumy:.*`", tables)
        assert signature
        assert "| lead |" in tables
