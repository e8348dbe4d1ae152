"""Bad input through the whole program: a brief, or a sentence that says what to do; no traceback.

What never reaches the pipeline (missing, empty, binary and unreadable files) is in test_read.py
and test_cli_failures.py, how files are written in test_cli_output.py.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from shutil import copy
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from desk import complaint
from small import SmallEncoder
from stories import LOCAL, RADIO, WIRE

import summarize.pipeline  # noqa: F401 - so that its encoder can be replaced
from summarize import models
from summarize.cli import main

if TYPE_CHECKING:
    from click.testing import Result

EVENT = "A ferry with 212 people on board ran aground off the island of Sollen on Monday."


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["summarize.pipeline"], "_encoder", lambda _: SmallEncoder())


def brief(*args: object) -> dict[str, Any]:
    """What the command says in JSON; it must succeed, in silence."""
    result = command(*args, "--format", "json")
    assert result.exit_code == 0, result.stderr
    assert result.stderr == ""
    made: dict[str, Any] = json.loads(result.stdout)
    return made


def command(*args: object) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args])


def file(folder: Path, content: str | bytes, name: str = "a.txt") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_what_has_no_sentence_left_is_named(tmp_path: Path) -> None:
    one = file(tmp_path, "Share\n\nSign up for our newsletter\n\nRead more\n")
    told = "left once page furniture is gone; give articles with running text."
    assert f"{one} has no sentence {told}" in complaint(command(one), 1)
    two = file(tmp_path, "Share\n\nSubscribe now\n\nRead more\n", "b.txt")
    assert f"None of the 2 articles has a sentence {told}" in complaint(command(one, two), 1)


def test_one_article_is_one_voice(tmp_path: Path) -> None:
    made = brief(file(tmp_path, WIRE))
    assert [voice["name"] for voice in made["voices"]] == ["Reuters"]
    assert len(made["sentences"]) > 2
    assert all(sentence["cites"] == [1] for sentence in made["sentences"])


def test_two_identical_articles_are_one_voice_and_both_are_cited(tmp_path: Path) -> None:
    one = brief(file(tmp_path, LOCAL))
    both = brief(tmp_path / "a.txt", file(tmp_path, LOCAL, "b.txt"))
    assert [s["text"] for s in both["sentences"]] == [s["text"] for s in one["sentences"]]
    assert [voice["sources"] for voice in both["voices"]] == [[1, 2]]
    assert all(sentence["cites"] == [1, 2] for sentence in both["sentences"])


@pytest.mark.parametrize("text", [EVENT, "He said so.", "Fog.", "霧の中で船が座礁した。"])
def test_one_sentence_in_all_is_the_brief(tmp_path: Path, text: str) -> None:
    made = brief(file(tmp_path, text))
    assert [sentence["text"] for sentence in made["sentences"]] == [text]


def test_nul_bytes_in_an_article_are_no_harm(tmp_path: Path) -> None:
    path = file(tmp_path, WIRE.replace(" ran aground", " ran\0 aground"))
    result = command(path, "--format", "json")
    if result.exit_code:
        assert "a.txt" in complaint(result, 1)
    else:
        assert "\0" not in result.stdout
        assert "aground" in result.stdout


def test_lone_surrogates_are_no_harm(tmp_path: Path) -> None:
    broken = WIRE.replace("ferry", "fer\ud800ry")
    for content in (
        json.dumps({"id": "1", "documents": [{"id": "a", "text": broken}]}).encode(),
        broken.encode("utf-8", "surrogatepass"),
    ):
        name = "a.json" if content.startswith(b"{") else "a.txt"
        for form in ("json", "markdown", "text", "terminal"):
            result = command(file(tmp_path, content, name), "--format", form)
            assert result.exit_code == 0, result.stderr
            result.stdout_bytes.decode("utf-8")


def test_right_to_left_and_zero_width_characters_are_kept_as_text(tmp_path: Path) -> None:
    arabic = "انقلبت العبارة قبالة الجزيرة يوم الاثنين في ضباب كثيف وأنقذ رجال الإنقاذ جميع الركاب."
    hidden = "The fer\u200bry ran agr\u2066ound\u2069 off \u202eSollen\u202c in thick\ufeff fog."
    made = brief(file(tmp_path, f"{arabic}\n\n{hidden}\n\n{EVENT}"), "--words", "60")
    said = " ".join(sentence["text"] for sentence in made["sentences"])
    assert arabic in said
    printed = command(tmp_path / "a.txt", "--format", "terminal", "--words", "60").stdout
    assert not set("\u200b\u202e\u2066\ufeff") & set(printed)


HOSTILE = "[red] \x1b[2J <script>alert(1)</script> [x](javascript:alert(1)) `a` | b |"


def test_hostile_markup_is_text(tmp_path: Path) -> None:
    sentence = f"The harbour authority of Sollen said on Monday that {HOSTILE} was on the ferry."
    path = file(tmp_path, f"{sentence}\n\n{EVENT}")
    for form in ("json", "markdown", "text", "terminal"):
        result = command(path, "--format", form)
        assert result.exit_code == 0
        assert "\x1b" not in result.stdout
    rows = command("explain", path, "--format", "text").stdout
    assert "[red]" in rows
    assert "\x1b" not in rows
    page = command(path, "--format", "markdown").stdout
    assert "<script>" not in page
    assert "](javascript" not in page


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (["--words", "0"], 2, "--words must be at least 1, not 0"),
        (["--sentences", "-1"], 2, "--sentences must be at least 1"),
        (["--ratio", "0"], 2, "--ratio must be more than 0"),
        (["--words", "5"], 1, "No sentence fits --words 5"),
        (["--chars", "9"], 1, "No sentence fits --chars 9"),
        (["--words", "50", "--chars", "300"], 2, "--words and --chars both set the length"),
        (["-o", "no/such/folder/brief.md"], 2, "The folder no/such/folder does not exist"),
    ],
)
def test_lengths_and_folders_that_cannot_be(
    tmp_path: Path, args: list[str], code: int, words: str
) -> None:
    assert words in complaint(command(file(tmp_path, WIRE), *args), code)


def test_the_length_that_would_do_does(tmp_path: Path) -> None:
    path = file(tmp_path, WIRE)
    needed = complaint(command(path, "--words", "5"), 1).rpartition("--words ")[2].rstrip(".")
    assert len(brief(path, "--words", needed)["sentences"]) == 1


def test_one_bad_file_among_good_ones_is_a_warning(tmp_path: Path) -> None:
    file(tmp_path, WIRE)
    file(tmp_path, b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "b.txt")
    result = command(tmp_path, "--format", "json")
    assert result.exit_code == 0
    (warning,) = result.stderr.splitlines()
    assert warning.startswith("summarize: warning: ")
    assert "b.txt" in warning
    made = json.loads(result.stdout)
    assert len(made["sources"]) == 1
    assert [drop["path"] for drop in made["drops"] if drop["stage"] == "read"] == [
        str(tmp_path / "b.txt")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "12\n",
        "Home\n\nShare this story\n\nShare this story\n",
        "Share this story\n\nSubscribe to our newsletter\n",
        "Home\n\nMenu\n\nShare this story\n\nSubscribe to our newsletter\n",
    ],
)
def test_a_page_of_furniture_has_nothing_to_summarize(tmp_path: Path, text: str) -> None:
    assert "give articles with running text" in complaint(command(file(tmp_path, text)), 1)


@pytest.mark.parametrize("form", ["json", "markdown"])
def test_a_model_that_is_none_and_weights_that_fail_are_prose(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    path, target = file(tmp_path, WIRE), tmp_path / "brief.out"
    monkeypatch.undo()  # the real way to an encoder
    monkeypatch.setenv("SUMMARIZE_CACHE", str(tmp_path / "cache"))
    asked = (path, "-o", target, "--format", form)
    assert "holds no model" in complaint(command(*asked, "--model", tmp_path), 1)
    assert "No model 'nonsense'" in complaint(command(*asked, "--model", "nonsense"), 1)
    folder = tmp_path / "weights"
    folder.mkdir()
    (folder / "model.safetensors").write_bytes(b"other weights")
    copy(next(iter(models.locate(one) for one in models.manifests())) / "tokenizer.json", folder)
    monkeypatch.setattr(models, "locate", lambda _: folder)
    assert str(folder / "model.safetensors") in complaint(command(*asked), 1)
    assert not target.exists()


SIZE = 3_000  # times 300 they are the large files that were run by hand
LARGE = {
    "a line without a space": lambda size: "a" * (20 * size),
    "a line of words without a stop": lambda size: "word " * (4 * size),
    "short lines": lambda size: "short\n" * size,
    "different short lines": lambda size: "".join(f"line {n}\n" for n in range(size)),
    "one long paragraph": lambda size: f"{EVENT} " * (size // 20),
    "one letter and stops": lambda size: "a. " * size,
    "quotation marks": lambda size: '“ "' * size,
}


@pytest.mark.parametrize("kind", LARGE)
def test_large_files_of_no_sense_end_in_seconds(tmp_path: Path, kind: str) -> None:
    path = file(tmp_path, LARGE[kind](SIZE))
    start = time.perf_counter()
    result = command(path, "--format", "text")
    assert time.perf_counter() - start < 20
    if result.exit_code:
        complaint(result, 1)
    else:
        assert len(result.stdout) < 10_000


def test_a_string_without_words_is_no_source_beside_an_article(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(WIRE, encoding="utf-8")
    (tmp_path / "wall.txt").write_text("a" * 20_000, encoding="utf-8")
    result = command(tmp_path, "--format", "text")
    assert result.exit_code == 0
    assert "wall.txt is one string of 20000 characters without a blank" in result.stderr
    assert "wall" not in result.stdout
    assert "2 independent sources" not in result.stdout


@pytest.mark.parametrize(
    "args",
    [
        ["a.txt", "--known", "{}"],
        ["verify", "{}"],
        ["verify", "{}", "a.txt"],
        ["evaluate", "{}"],
        ["batch", "{}", "-o", "out"],
    ],
)
def test_an_address_where_a_file_is_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, args: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(WIRE, "utf-8")
    for name, told in (
        ("https://desk.example/b.json", "https://desk.example/b.json is an address, and a file is"),
        ("-", "A file is wanted here, not standard input; save it as one."),
    ):
        if name == "-" and args[0] in ("verify", "batch"):
            continue  # which read it
        assert told in complaint(command(*(arg.format(name) for arg in args)), 1)


SLOW = """
import sys, time
sys.path.insert(0, {tests!r})
from small import SmallEncoder
import summarize.pipeline
class Slow(SmallEncoder):
    def encode(self, texts):
        print("encoding", file=sys.stderr, flush=True)
        while True:
            time.sleep(0.01)
sys.modules["summarize.pipeline"]._encoder = lambda _: Slow()
from summarize.cli import main
main()
"""


@pytest.mark.skipif(os.name != "posix", reason="sends a POSIX signal")
def test_ctrl_c_during_embedding_leaves_no_file(tmp_path: Path) -> None:
    source, out = file(tmp_path, WIRE + RADIO), tmp_path / "out"
    out.mkdir()
    program = SLOW.format(tests=str(Path(__file__).parent))
    args = [sys.executable, "-c", program, str(source), "-o", str(out / "brief.md")]
    with subprocess.Popen(args, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stderr is not None
        assert running.stderr.readline() == b"encoding\n"
        running.send_signal(signal.SIGINT)
        stdout, stderr = running.communicate(timeout=60)
    assert running.returncode == 130
    assert (stdout, stderr) == (b"", b"summarize: Stopped; nothing was written.\n")
    assert list(out.iterdir()) == []
