"""The command `group`: its list, its folders, its topic file, and what it refuses."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from desk import Run, complaint
from small import SmallEncoder

from summarize import read
from summarize.group import Event
from summarize.records import Article
from summarize.render.pile import SCHEMA, render_pile
from summarize.shelves import shelve, topic_lines

if TYPE_CHECKING:
    from pathlib import Path

QUAKE = "A 5.8 earthquake shook Sollen on Monday, killing 12 people, Mayor Lena Brock said."
RATES = "The bank of Karvia left its rate at 3.5 percent, Governor Marta Linde said."


@pytest.fixture
def pile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("summarize.models.load", lambda _name: SmallEncoder())
    folder = tmp_path / "pile"
    folder.mkdir()
    for name, text in {"a": QUAKE, "b": RATES, "c": f"{QUAKE} Help is on its way."}.items():
        (folder / f"{name}.txt").write_text(text + "\n", "utf-8")
    return folder


def test_the_list_names_events_sizes_and_sources(run: Run, pile: Path) -> None:
    result = run("group", pile, "--no-cache", "--format", "json")
    assert result.exit_code == 0
    told = json.loads(result.stdout)
    assert told["schema"] == SCHEMA
    assert [len(event["sources"]) for event in told["events"]] == [2, 1]
    assert told["counts"] == {"articles": 3, "events": 2}
    lines = run("group", pile, "--no-cache").stdout.splitlines()
    assert [line.split("\t")[1] for line in lines] == ["2", "1"]
    assert "3 articles: 1 event that several tell, 1 told by one alone" in (
        run("group", pile, "--no-cache", "--format", "terminal").stdout
    )


def test_a_folder_an_event_holds_the_texts_word_for_word(run: Run, pile: Path) -> None:
    shelf = pile.parent / "events"
    result = run("group", pile, "--no-cache", "-o", shelf)
    assert (result.exit_code, result.stdout) == (0, "")
    first, second = sorted(shelf.iterdir())
    assert [file.name for file in sorted(first.glob("*.txt"))] == ["a.txt", "c.txt"]
    assert (second / "b.txt").read_bytes() == (pile / "b.txt").read_bytes()


def test_a_topic_file_is_read_again_as_it_was(run: Run, pile: Path) -> None:
    lines = pile.parent / "topics.jsonl"
    assert run("group", pile, "--no-cache", "-o", lines).exit_code == 0
    rows = [json.loads(line) for line in lines.read_text("utf-8").splitlines()]
    assert [len(row["documents"]) for row in rows] == [2, 1]
    told = read([f"{lines}#{rows[0]['id']}"])
    assert sorted(article.text for article in told) == sorted(
        (pile / name).read_text("utf-8") for name in ("a.txt", "c.txt")
    )
    again = json.loads(run("group", lines, "--no-cache", "--format", "json").stdout)
    assert [len(event["sources"]) for event in again["events"]] == [2, 1]


def test_what_has_no_effect_or_would_write_over_something_is_refused(run: Run, pile: Path) -> None:
    shelf = pile.parent / "events"
    assert "leave out --format" in complaint(run("group", pile, "-o", shelf, "--format", "json"), 2)
    assert "no empty folder" in complaint(run("group", pile, "-o", pile), 2)
    assert "does not exist" in complaint(run("group", pile, "-o", shelf / "deep"), 2)
    assert not shelf.exists()


def test_names_that_collide_or_hide_and_facts_survive_the_folder(tmp_path: Path) -> None:
    articles = [
        Article("one/a.txt", QUAKE, title='He said "no"\x07', outlet="Post", date="2024-03-05"),
        Article("two/a.txt", QUAKE + " More."),
        Article("t.jsonl#../../.evil", RATES),
        Article("README.md", RATES + " More."),
    ]
    shelve(tmp_path / "events", [Event("../up/…", (0, 1, 2, 3))], articles)
    (folder,) = (tmp_path / "events").iterdir()
    assert folder.name == "1-up"
    back = list(read(folder))
    assert sorted(a.text for a in back) == sorted(a.text for a in articles)
    (first,) = (a for a in back if a.outlet == "Post")
    assert (first.title, first.date) == ('He said "no"\x07', "2024-03-05")


def test_hostile_text_is_inert() -> None:
    article = Article("\x1b[31m.txt", "x", title="\x1b[31mred [bold]\u202e", date="2024-03-05")
    for form in ("terminal", "text", "json"):
        page = render_pile([Event(str(article.title), (0,))], [article], form, 80, colour=False)
        assert "\x1b" not in page
        assert "\u202e" not in page
    assert json.loads(topic_lines([Event("\ud800", (0,))], [article]))["title"] == "\ufffd"
