"""Many stories in one run: what goes in, what comes out, and what is told of failures."""

from __future__ import annotations

import gc
import json
import os
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from datasets import FIRE, topic
from desk import complaint
from small import SmallEncoder
from stories import reports

from summarize import models
from summarize.batch.names import stem
from summarize.batch.supply import tasks
from summarize.batch.task import Task
from summarize.batch.together import groups
from summarize.batch.workers import seldom_swept
from summarize.read import read_topic
from summarize.render import render
from summarize.settings import Settings

if TYPE_CHECKING:
    from click.testing import Result
    from desk import Run

FERRY = topic("ferry", [article.text for article in reports()], None)
MARKET = topic("market", FIRE, None)
EMPTY = {"id": "empty", "documents": []}


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(models, "load", lambda _: SmallEncoder())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def saved(*values: Any, name: str = "topics.jsonl") -> str:
    lines = [value if isinstance(value, str) else json.dumps(value) for value in values]
    Path(name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return name


def batch(run: Run, *args: object, code: int = 0, **more: Any) -> Result:
    result = run("batch", *args, "--jobs", 1, "--no-cache", **more)
    assert result.exit_code == code, result.output
    assert result.stdout == ""
    return result


def lines(name: str) -> list[Any]:
    return [json.loads(line) for line in Path(name).read_text("utf-8").splitlines()]


def by_itself(value: dict[str, Any], form: str, **knobs: Any) -> str:
    """The brief of a topic as `brief` makes it."""
    from summarize.pipeline import summarize

    reading = read_topic(json.dumps(value), "topics.jsonl")
    return render(summarize(reading, Settings(**knobs), SmallEncoder()), form)


def test_a_line_a_brief_in_the_order_of_the_topics(run: Run) -> None:
    batch(run, saved(MARKET, FERRY), "-o", "briefs.jsonl", "--words", 40)
    found = lines("briefs.jsonl")
    assert [one.pop("id") for one in found] == ["market", "ferry"]
    assert found == [json.loads(by_itself(one, "json", words=40)) for one in (MARKET, FERRY)]
    assert not Path("briefs.failures.jsonl").exists()


@pytest.mark.parametrize(
    ("form", "suffix", "index"),
    [
        ("markdown", ".md", "index.md"),
        ("html", ".html", "index.html"),
        ("json", ".json", "index.md"),
        ("text", ".txt", "index.md"),
    ],
)
def test_a_file_a_brief_with_an_index(run: Run, form: str, suffix: str, index: str) -> None:
    batch(run, saved(FERRY, MARKET), "-o", "out", "--format", form)
    for value in (FERRY, MARKET):
        page = Path("out", f"{value['id']}{suffix}").read_text("utf-8")
        assert page == by_itself(value, form)
    told = Path("out", index).read_text("utf-8")
    assert f"ferry{suffix}" in told
    assert "3 articles, 3 independent sources" in told
    files = {f"ferry{suffix}", f"market{suffix}", index, "journal.jsonl"}
    assert {path.name for path in Path("out").iterdir()} == files


def test_topics_of_a_folder(run: Run) -> None:
    for number, article in enumerate(reports()):
        path = Path("news", "ferry", f"{number}.txt")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(article.text, "utf-8")
    saved(MARKET, name="news/market.json")
    saved(FERRY, {**MARKET, "id": None}, name="news/more.jsonl")
    saved(*MARKET["documents"], name="news/loose.jsonl")
    Path("news", "note.txt").write_text("Not an article of any story.", "utf-8")
    Path("news", "10").mkdir()
    result = batch(run, "news", "-o", "out.jsonl", code=1)
    assert [one["id"] for one in lines("out.jsonl")] == ["ferry", "loose", "market", "2"]
    failures = {one["id"]: one["reason"] for one in lines("out.failures.jsonl")}
    assert set(failures) == {"10", "ferry"}  # an empty folder; a second topic of that id
    assert "news/note.txt is no topic" in result.stderr
    assert "10 has no brief" in result.stderr


def test_folders_and_files_whose_names_are_no_text_are_topics_of_their_own(run: Run) -> None:
    names = [b"caf\xe8", b"caf\xe9"]
    for name, article in zip(names, reports(), strict=False):
        folder = Path("news", os.fsdecode(name))
        folder.mkdir(parents=True)
        Path(folder, os.fsdecode(b"\xe9t\xe9.txt")).write_text(article.text, "utf-8")
    saved({**MARKET, "id": None}, name=os.fsdecode(b"news/dusk\xff.json"))
    result = batch(run, "news", "-o", "out")
    assert result.stderr == "summarize: 3 briefs are made.\n"
    told = lines("out/journal.jsonl")[1:]
    assert [one["id"] for one in told] == [r"caf\xe8", r"caf\xe9", r"dusk\xff"]
    assert [one["where"] for one in told] == ["news/caf�", "news/caf�", "news/dusk�.json"]
    pages = [Path("out", one["file"]).read_text("utf-8") for one in told]
    assert len(set(pages)) == 3
    again = batch(run, "news", "-o", "out", "--resume")
    assert again.stderr == "summarize: 3 briefs are made, 3 of the topics by an earlier run.\n"
    Path("news", os.fsdecode(names[0]), "more.txt").write_text(reports()[2].text, "utf-8")
    other = batch(run, "news", "-o", "out", "--resume", code=2)
    assert "Topic 1 of news is not what it was" in other.stderr


def test_a_line_that_says_nothing_tells_why(run: Run) -> None:
    image = b"\x89PNG\r" + bytes(range(256)).replace(b"\n", b"")
    deep = b'{"id": "x", "documents": ' + b"[" * 9000 + b"]" * 9000 + b"}"
    Path("topics.jsonl").write_bytes(b"\n".join([image, deep, b"null"]))
    batch(run, "topics.jsonl", "-o", "out.jsonl", code=1)
    assert [one["reason"].partition("; ")[0] for one in lines("out.failures.jsonl")] == [
        "Line 1 of topics.jsonl is a binary file",
        "Line 2 of topics.jsonl is nested too deeply to be read as JSON",
        "Line 3 of topics.jsonl is no topic",
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16", "utf-32"])
@pytest.mark.parametrize("name", ["topics.jsonl", "topics.json", "-"])
def test_topics_in_whatever_encoding(run: Run, name: str, encoding: str) -> None:
    title = "Café “Zum Anker” closes for good"
    documents = [{**FERRY["documents"][0], "title": title}]
    topics = [{**MARKET, "id": "é"}, {**FERRY, "documents": documents}]
    told = [json.dumps(topic, ensure_ascii=False) for topic in topics]
    text = f"[{','.join(told)}]" if name.endswith(".json") else "\n".join(told)
    Path("topics.jsonl" if name == "-" else name).write_bytes(text.encode(encoding))
    batch(run, name, "-o", "out.jsonl", input=text.encode(encoding) if name == "-" else None)
    made = lines("out.jsonl")
    assert [one["id"] for one in made] == ["é", "ferry"]
    assert made[1]["title"] == title


def test_one_bad_topic_does_not_stop_the_others(run: Run) -> None:
    bad = ["{torn", EMPTY, [1], {"text": "An article."}, {**MARKET, "documents": [{"text": " "}]}]
    result = batch(run, saved(bad[0], FERRY, *bad[1:], MARKET, MARKET), "-o", "out.jsonl", code=1)
    assert [one["id"] for one in lines("out.jsonl")] == ["ferry"]
    failures = lines("out.failures.jsonl")
    ids = ["line 1", "empty", "line 4", "line 5", "market", "market", "market"]
    assert [one["id"] for one in failures] == ids
    assert "Line 1 of topics.jsonl is not JSON" in failures[0]["reason"]
    assert "is an article by itself" in failures[3]["reason"]
    told = result.stderr.splitlines()
    assert all(any(f"{one['id']} has no brief" in line for line in told) for one in failures)
    assert told[-1] == "summarize: 1 brief is made."


def test_a_bug_that_one_topic_shows_does_not_stop_the_others(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Touchy(SmallEncoder):
        def encode(self, texts: Any) -> Any:
            if any("ferry" in text for text in texts):
                raise ZeroDivisionError("ferry")
            return super().encode(texts)

    monkeypatch.setattr(models, "load", lambda _: Touchy())
    batch(run, saved(FERRY, MARKET), "-o", "out.jsonl", code=1)
    assert [one["id"] for one in lines("out.jsonl")] == ["market"]
    assert "a bug (ZeroDivisionError: ferry)" in lines("out.failures.jsonl")[0]["reason"]


def test_failures_are_in_the_index_and_inert(run: Run) -> None:
    hostile = {"id": "<script>alert(1)</script>\x1b[31m", "documents": []}
    result = batch(run, saved(FERRY, hostile), "-o", "out", "--format", "html", code=1)
    page = Path("out", "index.html").read_text("utf-8")
    assert "1 topic without a brief" in page
    assert "<script>" not in page
    assert "script-src 'none'" in unescape(page)
    assert "\x1b" not in page + result.stderr


def test_topics_from_standard_input(run: Run) -> None:
    batch(run, "-", "-o", "out.jsonl", input=json.dumps(FERRY))
    assert lines("out.jsonl")[0]["sources"][0]["path"] == "-#ferry/0"


def test_a_topic_without_an_id_is_called_by_its_number(run: Run) -> None:
    batch(run, saved(MARKET, {**FERRY, "id": None}), "-o", "out.jsonl")
    assert lines("out.jsonl")[1]["sources"][0]["path"] == "topics.jsonl#2/0"


@pytest.mark.parametrize(
    ("ids", "called"),
    [
        ([None, "1"], ["2", "1"]),  # the id that is given stands
        (["2", None], ["2", "3"]),
        ([None, "x", "1", None], ["2", "x", "1", "4"]),
        ([None, None, "1", 2], ["3", "4", "1", "2"]),
        ([False, True, 0, 1.5, ""], ["1", "2", "0", "4", "5"]),
    ],
)
@pytest.mark.parametrize("name", ["topics.jsonl", "topics.json"])
def test_a_number_is_one_that_no_topic_has_for_its_id(
    ids: list[object], called: list[str], name: str
) -> None:
    topics = [{**FERRY, "id": id_} for id_ in ids]
    text = json.dumps(topics) if name.endswith(".json") else "\n".join(map(json.dumps, topics))
    Path(name).write_text(text, "utf-8")
    found = list(tasks(name))
    assert [task.id for task in found] == called
    assert not [task for task in found if task.problem]
    assert [json.loads(task.text or "")["id"] for task in found] == [
        id_ if task.named else task.id for id_, task in zip(ids, found, strict=True)
    ]


@pytest.mark.parametrize(
    ("ids", "words"),
    [
        ([None, "1"], "Line 2 of - has the id 1, which a topic before it has for its number"),
        (["a", "a"], "Line 2 of - has the id a, as a topic before it has; give each its own id."),
    ],
)
def test_an_id_that_is_taken_is_told_with_its_line(run: Run, ids: list[object], words: str) -> None:
    fed = "\n".join(json.dumps({**FERRY, "id": id_}) for id_ in ids)
    result = batch(run, "-", "-o", "out.jsonl", input=fed, code=1)
    assert words in result.stderr
    assert len(lines("out.jsonl")) == 1


def test_numbers_of_several_files_are_told_apart() -> None:
    for name in ("a", "b"):
        path = Path("news", f"{name}.jsonl")
        path.parent.mkdir(exist_ok=True)
        path.write_text(2 * (json.dumps({**FERRY, "id": None}) + "\n"), "utf-8")
    found = list(tasks("news"))
    assert [(task.id, task.problem) for task in found] == [
        (name, None) for name in ("1", "2", "b-1", "b-2")
    ]


def test_ids_are_read_ahead_only_where_one_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    from summarize.batch import supply

    monkeypatch.setattr(supply, "_ahead", lambda _: pytest.fail("it was read twice"))
    assert [task.id for task in tasks(saved(FERRY, MARKET))] == ["ferry", "market"]


def test_only_one_line_is_held_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "topics.jsonl"
    os.mkfifo(path)
    import threading

    def feed() -> None:
        with path.open("w") as file:
            file.write(json.dumps(FERRY) + "\n")
            file.flush()
            first.wait(10)
            file.write(json.dumps(MARKET) + "\n")

    first = threading.Event()
    thread = threading.Thread(target=feed)
    thread.start()
    supply = tasks(str(path))
    assert next(supply).id == "ferry"  # while the second is not even written
    first.set()
    assert [task.id for task in supply] == ["market"]
    thread.join()


def test_a_short_supply_is_parted_and_a_long_one_is_made_in_large_groups() -> None:
    tasks = [Task(str(n), "x", size=8 << 10) for n in range(80)]
    sizes = [len(group) for group in groups(iter(tasks))]
    assert sizes == [4, 8, 16, 16, 16, 16, 4]
    assert [task for group in groups(iter(tasks)) for task in group] == tasks
    assert [len(group) for group in groups(Task(str(n), "x") for n in range(60))] == [16, 32, 12]


def test_cycles_are_looked_for_as_often_as_before_once_a_batch_is_done() -> None:
    before = gc.get_threshold()
    with seldom_swept():
        assert gc.get_threshold()[0] > before[0]
    assert gc.get_threshold() == before
    with pytest.raises(KeyboardInterrupt), seldom_swept():
        raise KeyboardInterrupt
    assert gc.get_threshold() == before


def test_an_id_is_never_a_path_and_never_another_file() -> None:
    ids = [
        "a",
        "A",
        "../../etc/passwd",
        "/etc",
        "..",
        "",
        "con",
        "index",
        "a/b",
        "a b",
        "é",
        "e\u0301",
    ]
    ids += ["x" * 400, "\ud800", ".hidden", "日本", "CON.txt", "a\n", "journal"]
    taken: set[str] = set()
    names = [stem(id_, taken) for id_ in ids]
    assert len({name.casefold() for name in names}) == len(ids)
    assert names[0] == "a"
    assert "日本" in names
    for name in names:
        assert "/" not in name
        assert not name.startswith((".", "-"))
        assert len(name.encode()) < 150
        assert name not in ("index", "journal", "con")
    again: set[str] = set()
    assert [stem(id_, again) for id_ in ids] == names


@pytest.mark.parametrize(
    "ids",
    [("straße", "STRASSE"), ("h", "ℌ"), ("x2", "x²"), ("ﬁre", "FIRE"), ("ά", "Ά"), ("å", "Å")],
)
def test_ids_that_some_file_system_takes_for_one_name_have_two(ids: tuple[str, str]) -> None:
    taken: set[str] = set()
    first, second = (stem(id_, taken) for id_ in ids)
    assert first == ids[0]
    assert second.startswith(f"{ids[1]}-")


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["-o", "out", "--words", "0"], "--words must be at least 1"),
        (["-o", "out.jsonl", "--format", "markdown"], "leave out --format"),
        (["-o", "out.md"], "goes into a folder"),
        (["-o", "no/such"], "The folder no does not exist"),
        (["-o", "topics.jsonl"], "lies among the topics"),
        (["-o", "out", "-q", "-v"], "--quiet and --verbose"),
        (["-o", "out", "--resume", "--force"], "--resume and --force"),
        (["-o", "full"], "holds something that is no batch"),
        (["-o", "full", "--force"], "holds something that is no batch"),
        (["-o", "full.jsonl"], "holds something that is no batch"),
        (["-o", "full.jsonl", "--resume"], "holds something that is no batch"),
        ([], "--output"),
    ],
)
def test_wrong_use_is_refused_in_a_sentence(run: Run, args: list[str], words: str) -> None:
    saved(FERRY)
    Path("full").mkdir()
    for name in ("full/mine.txt", "full.jsonl"):
        Path(name).write_text("mine", "utf-8")
    assert words in complaint(run("batch", "topics.jsonl", "--jobs", 1, *args), 2)
    assert not Path("out").exists()
    assert (
        Path("full.jsonl").read_text("utf-8") == Path("full/mine.txt").read_text("utf-8") == "mine"
    )


def test_verbose_counts_the_articles_of_each_topic(run: Run) -> None:
    Path("stories/one").mkdir(parents=True)
    Path("stories/two").mkdir()
    for place in ("one/a", "two/a", "two/b"):
        Path("stories", f"{place}.txt").write_text(f"{place}. A ferry ran aground on Monday.")
    told = run("batch", "stories", "-o", "out", "-v", "--jobs", 1, "--model", "lexical").stderr
    assert "one: 1 article, " in told
    assert "two: 2 articles, " in told


def test_no_topics_at_all(run: Run) -> None:
    Path("empty").mkdir()
    Path("loose").mkdir()
    Path("loose", "a.txt").write_text("An article.", "utf-8")
    Path("blank.jsonl").write_text("\n\n", "utf-8")
    for name, words in (
        ("empty", "holds nothing and no topics"),
        ("loose", "holds articles and no topics"),
        ("loose", "in a .json or .jsonl file, or have them sorted with --group."),
        ("blank.jsonl", 'blank.jsonl holds no topic; give topics {"id", "documents": [{'),
        ("-", 'Standard input holds no topic; give topics {"id", "documents": [{"text", …}]}, one'),
        ("missing.jsonl", "There is no file or folder missing.jsonl"),
    ):
        told = run("batch", name, "-o", "out", "--jobs", 1)
        assert words in told.stderr
        assert told.exit_code == 1
        assert not Path("out").exists()


def test_notes_beside_topic_files_are_part_of_what_a_brief_is_made_of(run: Run) -> None:
    Path("topics").mkdir()
    saved({"id": "a", "documents": FERRY["documents"]}, name="topics/a.json")
    notes = Path("topics/sources.toml")
    notes.write_text('["a.json"]\noutlet = "Herald"\n', encoding="utf-8")
    batch(run, "topics", "-o", "out")
    assert Path("out/a.md").is_file()
    assert "by an earlier run" in batch(run, "topics", "-o", "out", "--resume").stderr
    notes.write_text('["a.json"]\noutlet = "Star"\n', encoding="utf-8")
    told = batch(run, "topics", "-o", "out", "--resume", code=2).stderr
    assert "is not what it was when the batch was begun (a)" in told


def test_what_the_reader_knows_may_not_change_between_runs(run: Run) -> None:
    topics = saved(FERRY, MARKET)
    for name, text in (("one.txt", FIRE[0]), ("two.txt", FIRE[0] + " More.")):
        Path(name).write_text(text, encoding="utf-8")
    batch(run, topics, "-o", "out.jsonl", "--known", "one.txt")
    told = run("batch", topics, "-o", "out.jsonl", "--known", "two.txt", "--resume", "--jobs", 1)
    assert told.exit_code == 2
    assert "known:" in told.stderr
