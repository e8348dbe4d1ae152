"""Datasets: a topic a line, with references; what is none is told in a sentence."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from datasets import FERRY, FIRE, MARKET, saved, topic, topics

from summarize.batch.supply import tasks
from summarize.errors import SourceError
from summarize.evaluate.dataset import dataset

if TYPE_CHECKING:
    from pathlib import Path


def test_topics_have_articles_and_references(tmp_path: Path) -> None:
    found = dataset(saved(tmp_path / "set.jsonl"))
    assert found.name == "set.jsonl"
    assert [one.id for one in found.topics] == ["ferry", "fire"]
    ferry, fire = found.topics
    assert ferry.references == FERRY
    assert [article.text for article in fire.reading] == list(FIRE)
    assert fire.reading.articles[1].outlet == "Paper 1"
    assert fire.reading.articles[1].path.endswith("set.jsonl#fire/1")


def test_the_length_of_a_topic_is_the_mean_of_its_references(tmp_path: Path) -> None:
    ferry, _ = dataset(saved(tmp_path / "set.jsonl")).topics
    assert ferry.length == round(sum(len(one.split()) for one in FERRY) / 2)


def test_the_limit_takes_the_first_and_is_in_the_digest(tmp_path: Path) -> None:
    path = saved(tmp_path / "set.jsonl")
    first = dataset(path, limit=1)
    assert [one.id for one in first.topics] == ["ferry"]
    assert first.digest != dataset(path).digest
    assert dataset(path, limit=9).digest == dataset(path).digest


def test_the_digest_depends_on_texts_and_references_not_on_order(tmp_path: Path) -> None:
    def digest(values: list[dict[str, Any]]) -> str:
        return dataset(saved(tmp_path / "set.jsonl", values)).digest

    whole = digest(topics())
    assert digest(topics()[::-1]) == whole
    turned = topics()
    turned[0]["documents"].reverse()
    assert digest(turned) == whole
    for change in (
        {"references": ["Another."]},
        {"documents": [{"text": "Another story, and a short one."}]},
    ):
        assert digest([topics()[0], {**topics()[1], **change}]) != whole


def test_a_topic_without_an_id_is_numbered(tmp_path: Path) -> None:
    values = [{k: v for k, v in one.items() if k != "id"} for one in topics()]
    found = dataset(saved(tmp_path / "set.jsonl", values))
    assert [one.id for one in found.topics] == ["1", "2"]


IDS = [
    [7, "8"],
    [None, "1"],  # the number of the first is an id of another
    ["2", None, "3"],
    [True, False],
    [1.5, 1.5, ["a"]],
    ["", ""],
    ["a\0", "b\x1c"],
]


@pytest.mark.parametrize("given", IDS)
@pytest.mark.parametrize("kind", ["jsonl", "json"])
def test_topics_are_called_as_in_a_batch(tmp_path: Path, given: list[Any], kind: str) -> None:
    values: list[Any] = [topic(id_, FIRE, [MARKET]) for id_ in given]
    path = saved(tmp_path / f"set.{kind}", values)
    if kind == "json":
        path.write_text(json.dumps(values, indent=2), "utf-8")
    found = dataset(path).topics
    assert [one.id for one in found] == [task.id for task in tasks(str(path))]
    assert len({one.id for one in found}) == len(given)
    assert [one.reading.articles[0].path for one in found] == [f"{path}#{x.id}/0" for x in found]


def test_a_json_file_may_hold_one_topic_or_one_a_line(tmp_path: Path) -> None:
    (one,) = topics()[1:]
    path = saved(tmp_path / "one.json", [one])
    assert [found.id for found in dataset(path).topics] == ["fire"]
    path = saved(tmp_path / "lines.json")
    assert [found.id for found in dataset(path).topics] == ["ferry", "fire"]
    path.write_text(json.dumps([one, {"text": "An article."}]), "utf-8")
    with pytest.raises(SourceError, match=r"Item 2 of .*lines\.json is no topic"):
        dataset(path)


def test_files_that_were_put_together_may_have_marks_of_order_in_them(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    lines = [b"\xef\xbb\xbf" + json.dumps(one).encode() for one in topics()]
    path.write_bytes(b"\n".join(lines))
    assert [one.id for one in dataset(path).topics] == ["ferry", "fire"]


def test_a_later_line_that_is_no_topic_is_not_in_the_way_of_the_first(tmp_path: Path) -> None:
    path = saved(tmp_path / "set.jsonl", [topic("", FIRE, [MARKET])])
    path.write_text(path.read_text("utf-8") + "{broken\n", "utf-8")
    assert [one.id for one in dataset(path, limit=1).topics] == ["1"]


def test_an_empty_document_is_a_drop(tmp_path: Path) -> None:
    values = [topic("fire", [*FIRE, " "], [MARKET])]
    (found,) = dataset(saved(tmp_path / "set.jsonl", values)).topics
    assert len(found.reading) == 2
    assert len(found.reading.drops) == 1


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ([topic("fire", FIRE, [])], "Topic fire of .* has no reference"),
        ([topic("fire", FIRE, None)], "Topic fire of .* has no reference"),
        ([topic("fire", FIRE, ["  "])], "Topic fire of .* has no reference"),
        ([topic("fire", FIRE, [MARKET])] * 2, "two topics fire"),
        ([topic("fire", [], [MARKET])], "no document with a text"),
        ([{"text": "An article."}], "Line 1 of .* is no topic"),
        ([], "holds no topic"),
    ],
)
def test_what_is_no_dataset_is_refused(
    tmp_path: Path, values: list[dict[str, Any]], told: str
) -> None:
    with pytest.raises(SourceError, match=told):
        dataset(saved(tmp_path / "set.jsonl", values))


def test_a_line_that_is_not_json_is_named(tmp_path: Path) -> None:
    path = saved(tmp_path / "set.jsonl")
    path.write_text(path.read_text("utf-8") + "{broken\n", "utf-8")
    with pytest.raises(SourceError, match="Line 3 of"):
        dataset(path)


def test_a_binary_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(100))
    with pytest.raises(SourceError, match=r"give topics|cannot be read"):
        dataset(path)
