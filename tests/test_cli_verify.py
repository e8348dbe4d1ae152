"""The command `verify`: its briefs and sources, its formats, its exit codes, its refusals."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import pytest
from desk import Run, complaint
from proving import articles, page, value
from small import SmallEncoder

import summarize.models  # noqa: F401 - so that its encoder can be replaced

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

NOTES = """["wire.txt"]
outlet = "Daily Harbour"
wire = "Reuters"
date = "2024-04-08"
["local.txt"]
outlet = "Sollen Post"
date = "2024-04-08"
["radio.txt"]
outlet = "Coast Radio"
date = "2024-04-09"
["x-copy.txt"]
outlet = "The Copyist"
wire = "Reuters"
date = "2024-04-09"
"""


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the articles and the briefs of them, and the small encoder for any model."""
    monkeypatch.setattr(sys.modules["summarize.models"], "load", lambda _: SmallEncoder())
    monkeypatch.chdir(tmp_path)
    for article in articles():
        (tmp_path / article.path).write_text(article.text, "utf-8")
    (tmp_path / "sources.toml").write_text(NOTES, "utf-8")
    (tmp_path / "brief.json").write_text(page("json"), "utf-8")
    (tmp_path / "brief.md").write_text(page("markdown"), "utf-8")
    return tmp_path


@pytest.fixture
def verify(run: Run) -> Run:
    def invoke(*args: object, **more: Any) -> Result:
        return run("verify", *args, "--no-cache", **more)

    return invoke


NAMES = [article.path for article in articles()]


def test_a_brief_that_holds_is_told_a_line_a_sentence(verify: Run) -> None:
    result = verify("brief.json")
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    sentences = value()["sentences"]
    for number, sentence in enumerate(sentences, 1):
        name = NAMES[sentence["source"] - 1]
        at = f"characters {sentence['start']} to {sentence['end']}"
        assert lines[number - 1].startswith(f"✓ sentence {number}: word for word in {name}, {at}")
    assert "✓ sources: 4 articles are there and as told" in lines
    assert lines[-1] == f"All holds: {len(sentences)} sentences."
    assert "\x1b" not in result.stdout


def test_markdown_needs_its_sources(verify: Run) -> None:
    assert "name them behind it" in complaint(verify("brief.md"), 2)
    result = verify("brief.md", *NAMES)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.endswith(f"All holds: {len(value()['sentences'])} sentences.\n")


def test_what_fails_is_told_and_with_quiet_nothing_else(verify: Run, desk: Path) -> None:
    assert verify("-q", "brief.json").stdout == ""
    article = desk / "local.txt"
    article.write_text(
        article.read_text("utf-8").replace("212 people", "212 p\x1b[2Jeople"), "utf-8"
    )
    result = verify("brief.json")
    assert result.exit_code == 1
    told = next(x for x in result.stdout.splitlines() if x.startswith("✗ sentence"))
    assert "says ‘U+0065’ where local.txt has ‘U+001B’" in told
    assert "\x1b" not in result.stdout
    quiet = verify("-q", "brief.json")
    assert quiet.exit_code == 1
    assert told in quiet.stdout.splitlines()
    assert all(line.startswith("✗ ") for line in quiet.stdout.splitlines())


def test_articles_that_were_moved_are_found(verify: Run, desk: Path) -> None:
    (desk / "moved").mkdir()
    for name in (*NAMES, "sources.toml"):
        (desk / name).rename(desk / "moved" / name)
    gone = verify("-q", "brief.json")
    assert gone.exit_code == 1
    assert "✗ source 1: wire.txt was not found" in gone.stdout
    assert verify("brief.json", "moved").exit_code == 0


def test_a_brief_and_articles_may_be_piped_but_not_both(verify: Run) -> None:
    assert verify("-", input=page("json")).exit_code == 0
    assert "Standard input is either" in complaint(verify("-", "-", input=page("json")), 2)


def test_a_folder_named_in_a_brief_is_not_walked(verify: Run, desk: Path) -> None:
    told = value()
    told["sources"][0]["path"] = "."
    (desk / "brief.json").write_text(json.dumps(told), "utf-8")
    result = verify("brief.json")
    assert result.exit_code == 1
    assert "source 1" in result.stdout


def test_json_tells_every_finding(verify: Run) -> None:
    made = json.loads(verify("brief.json", "--format", "json").stdout)
    assert made["schema"] == "summarize/verify/1"
    assert (made["brief"], made["holds"]) == ("brief.json", True)
    assert made["signature"] == value()["signature"]
    abouts = [finding["about"] for finding in made["findings"]]
    assert abouts.count("source") == 4
    assert set(abouts) == {"sentence", "source", "signature", "title", "voices", "counts", "brief"}
    assert all(f["holds"] and f["proofs"] and f["faults"] == [] for f in made["findings"])


def test_the_page_for_a_terminal(verify: Run, desk: Path) -> None:
    result = verify("brief.json", "--format", "terminal", env={"COLUMNS": "60"})
    assert result.stdout.startswith("✓  sentence 1: word for word in local.txt")
    assert all(len(line) <= 60 for line in result.stdout.splitlines())
    assert result.stdout.splitlines()[-1].startswith("All holds: ")
    assert verify("-q", "brief.json", "--format", "terminal").stdout == ""


def test_a_file_is_written_and_never_over_what_was_read(verify: Run, desk: Path) -> None:
    assert verify("brief.json", "-o", "proof.txt").stdout == ""
    assert (desk / "proof.txt").read_text("utf-8") == verify("brief.json").stdout
    for name in ("brief.json", "wire.txt"):
        result = verify("brief.json", "-o", name, "--format", "text")
        assert "would be overwritten" in complaint(result, 2)


def altered(change: str, to: Any = None) -> str:
    """The brief in JSON with one field, named by its path, given another value or left out."""
    told = value()
    *path, last = (int(key) if key.isdigit() else key for key in change.split("."))
    inner = told
    for key in path:
        inner = inner[key]
    if to is None:
        del inner[last]
    else:
        inner[last] = to
    return json.dumps(told)


NEGATIVE = {
    "empty": ("", "is empty"),
    "blank": ("\n \n", "is empty"),
    "binary": (b"\x00\xff\xfe\x89PNG", "is no text in UTF-8"),
    "prose": ("A ferry ran aground.\n\nNobody was hurt. [1]\n", "is no brief"),
    "other Markdown": ("# Sources\n\n## Sources\n\n1. One\n\n---\n\nMade by hand", "is no brief"),
    "half a brief in JSON": (page("json")[:800], "is no brief"),
    "half a brief in Markdown": (page("markdown")[:400], "is no brief"),
    "other JSON": ('{"documents": []}', "is no brief"),
    "a list": ("[1, 2]", "is no brief"),
    "a batch": (f"{json.dumps(value())}\n" * 2, "holds several briefs, one a line; give one"),
    "deep": ("[" * 100_000, "is no brief"),
    "a long number": ('{"schema": ' + "1" * 5000 + "}", "is no brief"),
    "a later schema": (altered("schema", "summarize/brief/2"), "has the schema summarize/brief/2"),
    "a run": ('{"schema": "summarize/run/1"}', "has the schema summarize/run/1"),
    "no sentences": (altered("sentences"), "is no whole brief"),
    "no offset": (altered("sentences.1.start"), "`sentences[1]`"),
    "an offset in words": (altered("sentences.1.start", "one"), "`sentences[1].start`"),
    "a yes for a number": (altered("words", to=True), "`words`"),
    "citations in words": (altered("sentences.0.cites", "[1]"), "`sentences[0].cites`"),
    "sources out of order": (altered("sources.0.id", 3), "does not count its sources"),
    "hostile": (altered("schema", "\x1b[2J\u202e<script>"), "has the schema [2J<script>"),
}


@pytest.mark.parametrize("case", NEGATIVE)
def test_what_is_no_brief_is_refused_in_a_sentence(verify: Run, desk: Path, case: str) -> None:
    content, words = NEGATIVE[case]
    data = content if isinstance(content, bytes) else content.encode()
    (desk / "bad.json").write_bytes(data)
    line = complaint(verify("bad.json"), 1)
    assert words in line
    assert line.startswith("summarize: bad.json ")


def test_a_brief_that_is_not_there(verify: Run) -> None:
    assert "There is no file or folder none.json" in complaint(verify("none.json"), 1)
    assert ". is a folder, and a file is wanted here; name one in it." in complaint(verify("."), 1)
    assert "Missing argument 'BRIEF'" in complaint(verify(), 2)


@pytest.mark.parametrize(
    ("field", "to"),
    [
        ("sentences.0.source", 99),
        ("sentences.0.source", -1),
        ("sentences.0.start", -5),
        ("sentences.0.end", 10**15),
        ("sentences.0.text", "\x1b[31m\u202e[red]x[/red]"),
        ("sentences.0.cites", [0, -1, 10**12]),
        ("signature", "\x1b[2J model: articles:"),
        ("drops", {"not": "a list"}),
        ("drops", [1, "two", None]),
        ("sentences", []),
        ("sources", []),
        ("voices", []),
        ("title", ""),
    ],
)
def test_hostile_fields_fail_and_steer_nothing(
    verify: Run, desk: Path, field: str, to: Any
) -> None:
    (desk / "bad.json").write_text(altered(field, to), "utf-8")
    for form in ("text", "terminal", "json"):
        result = verify("bad.json", *NAMES, "--format", form)
        assert result.exit_code == 1
        assert result.stdout
        assert not {"\x1b", "\u202e"} & set(result.stdout + result.stderr)
        assert "bug" not in result.stderr
