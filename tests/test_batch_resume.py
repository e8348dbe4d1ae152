"""A batch that is stopped, killed or damaged goes on as if nothing had been."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from datasets import FIRE, topic
from desk import complaint
from small import SmallEncoder
from stories import reports

from summarize import models
from summarize.batch.task import Task, content_digest

if TYPE_CHECKING:
    from collections.abc import Callable

    from desk import Run

TESTS = Path(__file__).parent
TEXTS = [article.text for article in reports()]
FEW = [topic("fire", FIRE, None), topic("bad", [], None), topic("ferry", TEXTS, None)]
# More than are made together, so that some are done before the one that ends it all.
MANY = [
    topic(str(n), [f"{text} Dispatch {n}.{' Beware.' if n == 20 else ''}" for text in FIRE], None)
    for n in range(24)
]
# The command, with an encoder that ends its process at a certain text. A worker that is started
# anew imports this file too, so that it has the same encoder.
DESK = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from small import SmallEncoder
from summarize import models
class Touchy(SmallEncoder):
    def encode(self, texts):
        if any("Beware" in text for text in texts) and {when}:
            Path("once").touch()
            os.kill(os.getpid(), signal.{name})
        return super().encode(texts)
models.load = lambda _: Touchy()
if __name__ == "__main__":
    from summarize.cli import main
    main()
"""
ONCE = "not Path('once').exists()"


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(models, "load", lambda _: SmallEncoder())
    monkeypatch.chdir(tmp_path)
    saved("topics.jsonl", FEW)
    saved("many.jsonl", MANY)
    return tmp_path


def saved(name: str, values: list[dict[str, Any]]) -> None:
    Path(name).write_text("".join(json.dumps(value) + "\n" for value in values), "utf-8")


def program(
    *args: object, when: str = ONCE, name: str = "SIGKILL"
) -> subprocess.CompletedProcess[str]:
    Path("desk_.py").write_text(DESK.format(tests=str(TESTS), when=when, name=name), "utf-8")
    command = [sys.executable, "desk_.py", "batch", "--no-cache", *map(str, args)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


def held(*names: str) -> dict[str, bytes]:
    """All files of an output, but the journal's own."""
    found = {}
    for name in names:
        path = Path(name)
        paths = path.iterdir() if path.is_dir() else [path]
        found.update({one.name: one.read_bytes() for one in paths})
    return found


def whole(run: Run, *args: object) -> None:
    assert run("batch", *args, "--jobs", 1, "--no-cache").exit_code in (0, 1)


@pytest.fixture
def reference(run: Run) -> Callable[..., dict[str, bytes]]:
    """What an undisturbed run gives, under the same names."""

    def made(topics: str, out: str) -> dict[str, bytes]:
        here = Path.cwd()
        whole(run, topics, "-o", out)
        found = held(*outputs(out))
        for name in outputs(out):
            path = here / name
            path.rename(here / f"undisturbed-{path.name}")
        return found

    return made


def outputs(out: str) -> list[str]:
    if not out.endswith(".jsonl"):
        return [out]
    return [out, out.replace(".jsonl", ".journal.jsonl")]


@pytest.mark.parametrize("out", ["out.jsonl", "out"])
def test_what_was_killed_goes_on(out: str, reference: Callable[..., dict[str, bytes]]) -> None:
    expected = reference("many.jsonl", out)
    killed = program("many.jsonl", "-o", out, "--jobs", 1)
    assert killed.returncode == -signal.SIGKILL
    assert len(held(*outputs(out))) > 0
    resumed = program("many.jsonl", "-o", out, "--jobs", 1, "--resume")
    assert resumed.returncode == 0, resumed.stderr
    assert "16 of the topics by an earlier run" in resumed.stderr
    assert held(*outputs(out)) == expected


def test_ctrl_c_keeps_what_is_done(reference: Callable[..., dict[str, bytes]]) -> None:
    expected = reference("many.jsonl", "out")
    stopped = program("many.jsonl", "-o", "out", "--jobs", 1, name="SIGINT")
    assert stopped.returncode == 130
    assert stopped.stderr == (
        "summarize: Stopped; 16 briefs are kept. The same command with --resume goes on.\n"
    )
    assert "16 briefs" in Path("out", "index.md").read_text("utf-8")
    assert program("many.jsonl", "-o", "out", "--jobs", 1, "--resume").returncode == 0
    assert held("out") == expected


def test_a_killed_worker_costs_only_its_retry(
    reference: Callable[..., dict[str, bytes]],
) -> None:
    expected = reference("many.jsonl", "out.jsonl")
    result = program("many.jsonl", "-o", "out.jsonl", "--jobs", 2)
    assert Path("once").exists()  # it was killed
    assert result.returncode == 0, result.stderr
    assert held(*outputs("out.jsonl")) == expected


def test_a_topic_that_kills_every_worker_is_a_failure() -> None:
    result = program("many.jsonl", "-o", "out.jsonl", "--jobs", 2, when="True")
    assert result.returncode == 1
    assert "20 has no brief: The process that made it was killed, twice" in result.stderr
    made = [json.loads(line)["id"] for line in Path("out.jsonl").read_text("utf-8").splitlines()]
    assert made == [str(n) for n in range(24) if n != 20]


@pytest.mark.parametrize("out", ["out.jsonl", "out"])
def test_any_torn_end_is_mended(
    run: Run, out: str, reference: Callable[..., dict[str, bytes]]
) -> None:
    expected = reference("topics.jsonl", out)
    whole(run, "topics.jsonl", "-o", out)
    journal = Path(outputs(out)[-1], "" if out.endswith(".jsonl") else "journal.jsonl")
    full = journal.read_bytes()
    head = full.index(b"\n") + 1
    for end in [*range(head, len(full), 251), len(full) - 1, len(full)]:
        journal.write_bytes(full[:end])
        if out.endswith(".jsonl"):
            with Path(out).open("ab") as file:
                file.write(b'{"id": "torn')
        else:
            Path(out, ".fire.md.4711.part").write_bytes(b"half of a page")
        whole(run, "topics.jsonl", "-o", out, "--resume")
        assert held(*outputs(out)) == expected


def test_only_what_was_half_written_is_taken_away(run: Run) -> None:
    whole(run, "topics.jsonl", "-o", "out")
    own = {".notes.part", "4711.part", ".fire.md.4711.part.txt"}
    for name in (*own, ".fire.md.4711.part"):
        Path("out", name).write_text("mine", "utf-8")
    whole(run, "topics.jsonl", "-o", "out", "--force")
    assert {path.name for path in Path("out").iterdir() if "part" in path.name} == own


@pytest.mark.parametrize("out", ["out.jsonl", "out"])
def test_a_brief_that_is_missing_is_made_again(
    run: Run, out: str, reference: Callable[..., dict[str, bytes]]
) -> None:
    expected = reference("topics.jsonl", out)
    whole(run, "topics.jsonl", "-o", out)
    if out.endswith(".jsonl"):
        Path(out).write_bytes(b"")
    else:
        Path(out, "ferry.md").unlink()
    whole(run, "topics.jsonl", "-o", out, "--resume")
    assert held(*outputs(out)) == expected


def test_what_is_done_is_not_made_again(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    whole(run, "topics.jsonl", "-o", "out")
    encoder = SmallEncoder()
    monkeypatch.setattr(models, "load", lambda _: encoder)
    result = run("batch", "topics.jsonl", "-o", "out", "--resume", "--jobs", 1, "--no-cache")
    assert result.exit_code == 1  # the bad topic is still bad
    assert encoder.encoded == []
    assert "3 of the topics by an earlier run" in result.stderr


@pytest.mark.parametrize(
    ("topics", "args", "words"),
    [
        (FEW, (), "holds a batch already"),
        (FEW, ("--resume", "--words", 40), "was begun as “"),
        (FEW, ("--resume", "--format", "html"), "format:html"),
        ([FEW[2], *FEW[1:]], ("--resume",), "Topic 1 of topics.jsonl is not what it was"),
        ([topic("fire", TEXTS, None)], ("--resume",), "Topic 1 of topics.jsonl is not what"),
        (FEW[:1], ("--resume",), "only 1 of the 3 topics"),
    ],
)
def test_what_would_be_mixed_is_refused(
    run: Run, topics: list[dict[str, Any]], args: tuple[object, ...], words: str
) -> None:
    whole(run, "topics.jsonl", "-o", "out")
    before = held("out")
    saved("topics.jsonl", topics)
    told = complaint(run("batch", "topics.jsonl", "-o", "out", "--jobs", 1, "-q", *args), 2)
    assert words in told
    assert held("out") == before


def test_a_page_of_a_topic_that_is_given_no_more_is_told_and_left(run: Run) -> None:
    saved("topics.jsonl", [topic("fire", FIRE, None), topic("ferry", TEXTS, None)])
    whole(run, "topics.jsonl", "-o", "out")
    Path("out", "fire.md").unlink()  # so that what stands behind it is made again
    page = Path("out", "ferry.md").read_bytes()
    for name in ("README.md", ".hidden.md", "mine.txt"):
        Path("out", name).write_text("mine", "utf-8")
    saved("topics.jsonl", [topic("fire", FIRE, None)])
    args = ("batch", "topics.jsonl", "-o", "out", "--resume", "--jobs", 1, "--no-cache")
    assert run(*args).stderr == (
        f"summarize: warning: {Path('out', 'ferry.md')} is no page of this batch, and its index "
        "does not list it; remove it if you do not want it.\n"
        "summarize: 1 brief is made.\n"
    )
    assert run(*args, "--quiet").stderr == ""
    assert "ferry" not in Path("out", "index.md").read_text("utf-8")
    assert Path("out", "ferry.md").read_bytes() == page


def test_a_page_that_is_not_made_anew_yet_is_no_stray(tmp_path: Path) -> None:
    saved("many.jsonl", MANY)
    assert program("many.jsonl", "-o", "out", "--jobs", 1, when="False").returncode == 0
    Path("out", "3.md").unlink()
    stopped = program("many.jsonl", "-o", "out", "--jobs", 1, "--resume", name="SIGINT")
    assert stopped.returncode == 130
    assert "no page of this batch" not in stopped.stderr
    assert len(list(tmp_path.glob("out/*.md"))) > 16


def test_force_takes_away_the_earlier_batch_and_nothing_else(run: Run) -> None:
    whole(run, "topics.jsonl", "-o", "out")
    Path("out", "mine.txt").write_text("mine", "utf-8")
    saved("topics.jsonl", [topic("other", FIRE, None)])
    whole(run, "topics.jsonl", "-o", "out", "--force", "--format", "html")
    assert set(held("out")) == {"index.html", "journal.jsonl", "mine.txt", "other.html"}


def test_a_changed_article_is_noticed(run: Run) -> None:
    for number, text in enumerate(TEXTS):
        path = Path("news", "ferry", f"{number}.txt")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    whole(run, "news", "-o", "out")
    whole(run, "news", "-o", "out", "--resume")
    Path("news", "ferry", "0.txt").write_text(TEXTS[0].replace("212", "213"), "utf-8")
    result = run("batch", "news", "-o", "out", "--resume", "--jobs", 1)
    assert "is not what it was" in complaint(result, 2)


@pytest.mark.skipif(os.name == "nt", reason="files are locked in another way there")
def test_two_runs_do_not_write_at_once(run: Run) -> None:
    from summarize.batch.journal import Journal

    whole(run, "topics.jsonl", "-o", "out")
    journal = Journal(Path("out", "journal.jsonl"))
    journal.start("busy")
    assert "Another batch" in complaint(
        run("batch", "topics.jsonl", "-o", "out", "--resume", "--jobs", 1), 2
    )
    journal.close()


def test_ids_that_differ_by_capitals_alone_have_their_names_after_a_resume_too(run: Run) -> None:
    saved("topics.jsonl", [topic("ferry", TEXTS, None), topic("Ferry", FIRE, None)])
    whole(run, "topics.jsonl", "-o", "out")
    expected = held("out")
    (second,) = (name for name in expected if name.startswith("Ferry-"))
    Path("out", second).unlink()
    whole(run, "topics.jsonl", "-o", "out", "--resume")
    assert held("out") == expected


def test_a_topic_is_what_it_was_wherever_it_lies() -> None:
    articles = Path("news", "ferry")
    articles.mkdir(parents=True)
    for name in ("0.txt", "1.txt"):
        (articles / name).write_text(TEXTS[0], "utf-8")
    folder, file = (
        content_digest(Task("ferry", str(p), path=str(p))) for p in (articles, articles / "0.txt")
    )
    moved = Path("news").rename("else").joinpath("ferry").rename("boat")
    assert content_digest(Task("ferry", str(moved), path=str(moved))) == folder
    assert content_digest(Task("ferry", str(moved / "0.txt"), path=str(moved / "0.txt"))) == file
    # What an article is called in it is a part of it, and so is what notes say.
    (moved / "1.txt").rename(moved / "2.txt")
    other = content_digest(Task("ferry", str(moved), path=str(moved)))
    (moved / "sources.toml").write_text('["0.txt"]\ntitle = "Ferry"\n', "utf-8")
    assert (
        len({folder, file, other, content_digest(Task("ferry", str(moved), path=str(moved)))}) == 4
    )
