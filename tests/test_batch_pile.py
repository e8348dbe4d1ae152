"""`batch` of a mixed pile, and of stories that the reader knows a part of."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from desk import Run, complaint
from small import SmallEncoder
from stories import LOCAL, RADIO, WIRE

QUAKE = "A 5.8 earthquake shook Sollen on Monday, killing 12 people, Mayor Lena Brock said."
RATES = "The bank of Karvia left its rate at 3.5 percent, Governor Marta Linde said."


@pytest.fixture(autouse=True)
def pile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("summarize.models.load", lambda _: SmallEncoder())
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "pile"
    folder.mkdir()
    for name, text in {"a": QUAKE, "b": RATES, "c": f"{QUAKE} Help is on its way."}.items():
        (folder / f"{name}.txt").write_text(text + "\n", "utf-8")
    return folder


def lines(name: str) -> list[Any]:
    return [json.loads(line) for line in Path(name).read_text("utf-8").splitlines()]


def batch(run: Run, *args: object) -> str:
    result = run("batch", *args, "--jobs", 1, "--no-cache")
    assert (result.exit_code, result.stdout) == (0, "")
    return result.stderr


def test_a_pile_becomes_a_brief_an_event(run: Run) -> None:
    told = batch(run, "pile", "-o", "briefs.jsonl", "--group")
    assert "2 briefs are made" in told
    topics = lines("briefs.jsonl.topics.jsonl")
    briefs = lines("briefs.jsonl")
    assert [len(topic["documents"]) for topic in topics] == [2, 1]
    assert [brief["id"] for brief in briefs] == [topic["id"] for topic in topics]
    assert [brief["counts"]["articles"] for brief in briefs] == [2, 1]
    for brief, event in zip(briefs, (QUAKE, RATES), strict=True):
        assert event in [pick["text"] for pick in brief["sentences"]]


def test_it_is_the_same_as_group_and_then_batch(run: Run) -> None:
    assert run("group", "pile", "-o", "two.topics.jsonl", "--no-cache").exit_code == 0
    batch(run, "two.topics.jsonl", "-o", "two")
    batch(run, "pile", "-o", "one", "--group")
    assert Path("one.topics.jsonl").read_bytes() == Path("two.topics.jsonl").read_bytes()
    names = sorted(path.name for path in Path("one").glob("*.md"))
    assert len(names) == 3
    for name in names:
        one = (Path("one") / name).read_text("utf-8")
        assert one.replace("one.topics", "two.topics") == (Path("two") / name).read_text("utf-8")


def test_the_events_of_a_run_are_kept_for_the_next(run: Run, pile: Path) -> None:
    batch(run, "pile", "-o", "out", "--group")
    before = Path("out.topics.jsonl").read_bytes()
    (pile / "d.txt").write_text("The ferry to Vik ran aground, Captain Ola Strand said.\n")
    refused = run("batch", "pile", "-o", "out", "--group")
    assert "--resume" in complaint(refused, 2)
    assert Path("out.topics.jsonl").read_bytes() == before
    batch(run, "pile", "-o", "out", "--group", "--resume")
    assert Path("out.topics.jsonl").read_bytes() == before
    batch(run, "pile", "-o", "out", "--group", "--force")
    assert len(lines("out.topics.jsonl")) == 3


def test_a_pile_is_not_written_over(run: Run) -> None:
    Path("x.jsonl.topics.jsonl").write_text(json.dumps({"documents": [{"text": QUAKE}]}) + "\n")
    before = Path("x.jsonl.topics.jsonl").read_text()
    args = ("x.jsonl.topics.jsonl", "-o", "x.jsonl", "--group", "--force")
    assert "would be overwritten" in complaint(run("batch", *args), 2)
    assert Path("x.jsonl.topics.jsonl").read_text() == before


def test_what_of_a_pile_cannot_be_read_is_told_and_the_rest_is_made(run: Run, pile: Path) -> None:
    (pile / "broken.txt").write_bytes(b"\x00\x01\x02" * 400)
    assert "broken.txt" in batch(run, "pile", "-o", "out", "--group")
    Path("out.topics.jsonl").unlink()
    assert batch(run, "pile", "-o", "other", "--group", "-q") == ""


def test_every_story_leaves_out_what_the_reader_knows(run: Run) -> None:
    texts = {"known": [WIRE], "new": [WIRE, LOCAL + RADIO]}
    topics = [{"id": n, "documents": [{"text": t} for t in all_]} for n, all_ in texts.items()]
    Path("topics.jsonl").write_text("".join(json.dumps(topic) + "\n" for topic in topics))
    Path("read.txt").write_text(WIRE)
    result = run("batch", "topics.jsonl", "-o", "o.jsonl", "--known", "read.txt", "--jobs", 1)
    assert result.exit_code == 1
    assert "known has no brief: " in result.stderr
    (brief,) = lines("o.jsonl")
    assert brief["id"] == "new"
    assert "new_since" in brief["scope"]
    assert not {pick["text"] for pick in brief["sentences"]} & {WIRE, *WIRE.split("\n")}
