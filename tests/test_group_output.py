"""The command `group`: its list, its folders, its topic file, and what it refuses."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from desk import Run, complaint
from small import SmallEncoder

from summarize import read
from summarize.filing import file_events, topic_lines
from summarize.group import Event
from summarize.records import Article
from summarize.render.pile import SCHEMA, render_pile

if TYPE_CHECKING:
    from collections.abc import Iterable

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
    folder = pile.parent / "events"
    result = run("group", pile, "--no-cache", "-o", folder)
    assert (result.exit_code, result.stdout) == (0, "")
    first, second = sorted(folder.iterdir())
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
    folder = pile.parent / "events"
    assert "leave out --format" in complaint(
        run("group", pile, "-o", folder, "--format", "json"), 2
    )
    assert "no empty folder" in complaint(run("group", pile, "-o", pile), 2)
    assert "does not exist" in complaint(run("group", pile, "-o", folder / "deep"), 2)
    assert not folder.exists()


def test_names_that_collide_or_hide_and_facts_survive_the_folder(tmp_path: Path) -> None:
    articles = [
        Article("one/a.txt", QUAKE, title='He said "no"\x07', outlet="Post", date="2024-03-05"),
        Article("two/a.txt", QUAKE + " More."),
        Article("t.jsonl#../../.evil", RATES),
        Article("README.md", RATES + " More."),
        Article("license.txt", RATES + " And more."),
    ]
    file_events(tmp_path / "events", [Event("../up/…", (0, 1, 2, 3, 4))], articles)
    (folder,) = (tmp_path / "events").iterdir()
    assert folder.name == "1-up"
    back = list(read(folder))
    assert sorted(a.text for a in back) == sorted(a.text for a in articles)
    (first,) = (a for a in back if a.outlet == "Post")
    assert (first.title, first.date) == ('He said "no"\x07', "2024-03-05")


PAGE = """<html><head><title>{title}</title>
<meta property="og:site_name" content="Valley Herald"><meta name="date" content="2024-03-05">
</head><body><nav><a href="/">Home</a></nav><article><h1>{title}</h1><p>{text}</p>
<p>Engineers looked at every bridge in the valley and found no cracks in any of them by evening.</p>
<h2>What comes next</h2><p>Schools stay closed until the end of the week, the council said.</p>
</article></body></html>"""


@pytest.fixture
def pages(pile: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A pile with two pages, one of them in an archive."""
    quake = PAGE.format(title="Quake shakes the valley of Sollen", text=QUAKE)
    (pile / "quake.html").write_text(quake, "utf-8")
    with zipfile.ZipFile(pile / "saved.zip", "w") as archive:
        archive.writestr("old/rates.html", PAGE.format(title="Bank leaves its rate", text=RATES))
    monkeypatch.chdir(pile.parent)
    return pile


def facts(articles: Iterable[Article]) -> list[tuple[object, ...]]:
    return sorted(
        (one.title, one.outlet, one.date, one.text, one.extracted)
        for one in articles
        if one.extracted
    )


def test_pages_in_folders_are_cited_as_the_pages_they_were(run: Run, pages: Path) -> None:
    assert run("group", "pile", "--no-cache", "-o", "events").exit_code == 0
    back = read("events").articles
    assert facts(back) == facts(read("pile").articles)
    assert len(facts(back)) == 2
    told = sorted(one.path for one in back if one.extracted)
    assert told == ["pile/quake.html", "pile/saved.zip#old/rates.html"]
    assert sorted(one.path for one in read(pages.parent / "events").articles if one.extracted) == [
        str(pages / "quake.html"),
        f"{pages}/saved.zip#old/rates.html",
    ]


def test_pages_in_a_brief_of_a_group_have_the_pages_own_names(run: Run, pages: Path) -> None:
    assert run("group", pages, "--no-cache", "-o", "events").exit_code == 0
    (folder,) = (file.parent for file in Path("events").glob("*/quake-html.txt"))
    told = json.loads(run(folder, "--no-cache", "--format", "json").stdout)
    (page,) = (one for one in told["sources"] if one["path"] == f"{pages}/quake.html")
    assert page["title"] == "Quake shakes the valley of Sollen"
    assert (page["outlet"], page["date"]) == ("Valley Herald", "2024-03-05")
    refused = run(folder, "--no-cache", "-o", pages / "quake.html", "--format", "html")
    assert "quake.html" in complaint(refused, 2)


def test_what_was_grouped_is_grouped_again_as_it_was(run: Run, pages: Path) -> None:
    assert run("group", pages, "--no-cache", "-o", "events").exit_code == 0
    assert run("group", "events", "--no-cache", "-o", "again").exit_code == 0
    one, other = (sorted(read(name).articles, key=str) for name in ("events", "again"))
    assert [article.path for article in one if article.extracted] == [
        article.path for article in other if article.extracted
    ]
    assert facts(one) == facts(other)


def test_a_topic_file_knows_which_texts_are_of_pages(run: Run, pages: Path) -> None:
    assert run("group", pages, "--no-cache", "-o", "events.jsonl").exit_code == 0
    lines = Path("events.jsonl").read_text("utf-8").splitlines()
    names = [json.loads(line)["id"] for line in lines]
    back = [one for name in names for one in read(f"events.jsonl#{name}").articles]
    assert facts(back) == facts(read(pages).articles)


def test_an_address_is_cited_as_it_was(tmp_path: Path) -> None:
    url = "https://valley.example/2024/bridge?page=1#top"
    article = Article(url, QUAKE, title="Quake", url=url, extracted=True)
    file_events(tmp_path / "events", [Event("Quake", (0,))], [article])
    (back,) = read(tmp_path / "events").articles
    assert (back.path, back.url, back.title, back.extracted) == (url, url, "Quake", True)


def test_hostile_text_is_inert() -> None:
    article = Article("\x1b[31m.txt", "x", title="\x1b[31mred [bold]\u202e", date="2024-03-05")
    for form in ("terminal", "text", "json"):
        page = render_pile([Event(str(article.title), (0,))], [article], form, 80, colour=False)
        assert "\x1b" not in page
        assert "\u202e" not in page
    assert json.loads(topic_lines([Event("\ud800", (0,))], [article]))["title"] == "\ufffd"


def topic(name: str | None, *texts: str) -> str:
    known = {"id": name} if name else {}
    return json.dumps(known | {"documents": [{"text": text} for text in texts]})


def test_a_pile_of_topics_is_read_whatever_single_lines_are(run: Run, pile: Path) -> None:
    """One bad line, a topic without a text, a list in JSON: all others are a pile as before."""
    good = [topic("x", QUAKE), topic(None, RATES), topic("y", f"{QUAKE} Help is on its way.")]
    file = pile.parent / "mixed.jsonl"
    file.write_text("\n".join([good[0], "{oops", topic("e"), '{"documents": [{}]}', *good[1:]]))
    result = run("group", file, "--no-cache", "--format", "json")
    assert result.exit_code == 0
    told = json.loads(result.stdout)
    assert sorted(len(event["sources"]) for event in told["events"]) == [1, 2]
    assert "Line 2 of" in result.stderr
    assert f"{file.name}#3/1 has no text" in result.stderr
    whole = pile.parent / "whole.json"
    whole.write_text(f"[{', '.join(good)}]")
    told = json.loads(run("group", whole, "--no-cache", "--format", "json").stdout)
    assert told["counts"] == {"articles": 3, "events": 2}


def test_what_stands_beside_a_topic_file_is_not_left_out_in_silence(run: Run, pile: Path) -> None:
    file = pile.parent / "topics.jsonl"
    file.write_text(topic("x", QUAKE))
    result = run("group", file, "nope.txt", file, "--no-cache")
    assert (result.exit_code, len(result.stdout.splitlines())) == (0, 1)
    assert "There is no file or folder nope.txt; check the path." in result.stderr
    assert "#x/1 is named twice; it is read once." in result.stderr
    assert result.stdout.split("\t")[1] == "1"
    refused = run("group", file, "--text-column", "story", "--no-cache")
    assert "--text-column is for tables" in complaint(refused, 2)


def test_topics_without_ids_lead_back_to_their_articles(run: Run, pile: Path) -> None:
    file, out = pile.parent / "topics.jsonl", pile.parent / "events.jsonl"
    file.write_text("\n".join([topic(None, QUAKE), topic(None, RATES)]))
    assert run("group", file, "--no-cache", "-o", out).exit_code == 0
    for line in out.read_text("utf-8").splitlines():
        for document in json.loads(line)["documents"]:
            (article,) = read([f"{file}#{document['id'].removeprefix(f'{file}#')}"])
            assert article.text == document["text"]
