"""docs/scripts.md, run: what it shows to scripts and notebooks works as it stands."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from briefs import brief_of
from test_inert import HOSTILE

from summarize.records import Brief
from summarize.render import render

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "scripts.md").read_text("utf-8")
SHELL = re.findall(r"<!-- run -->\n```sh\n(.*?)```", PAGE, re.DOTALL)
PYTHON = re.findall(r"<!-- run -->\n```python\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with the seeds, and the program on the path."""
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    program = tmp_path / "bin" / "summarize"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m summarize "$@"\n')
    program.chmod(0o755)
    return tmp_path


def shell(desk: Path, script: str) -> list[str]:
    if "jq " in script and not shutil.which("jq"):
        pytest.skip("No jq here, so an example of docs/scripts.md is not run; install jq.")
    path = f"{desk / 'bin'}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["sh", "-eu", "-c", script],
        cwd=desk,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


def test_there_are_examples() -> None:
    assert (len(SHELL), len(PYTHON)) == (4, 2)


@pytest.mark.model
def test_json_in_a_script(desk: Path) -> None:
    lines = shell(desk, SHELL[0])
    brief = json.loads((desk / "brief.json").read_text("utf-8"))
    told = [f"{pick['text']}\t{len(pick['voices'])}" for pick in brief["sentences"]]
    of_a = [source["path"] for source in brief["sources"] if source["voice"] == "A"]
    assert lines == [*told, *of_a]


def test_exit_codes_in_a_script(desk: Path) -> None:
    (line,) = shell(desk, SHELL[1])
    assert line.startswith("none (1): summarize: ")
    assert not (desk / "new.md").exists()


@pytest.mark.model
def test_proof_in_a_script(desk: Path) -> None:
    assert shell(desk, SHELL[2])[-1] == "holds"


@pytest.mark.model
def test_standard_input_in_a_script(desk: Path) -> None:
    (line,) = shell(desk, SHELL[3])
    assert line


@pytest.mark.model
def test_a_notebook_s_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {}
    for cell in PYTHON:
        exec(compile(cell, "docs/scripts.md", "exec"), names)
    brief = names["brief"]
    assert isinstance(brief, Brief)
    assert len(brief.picks) == 3
    assert str(names["frame"]).startswith('<iframe sandbox="allow-scripts" srcdoc="&lt;!doctype')


PLAIN = {
    *("Para", "Plain", "Str", "Space", "SoftBreak", "Header", "HorizontalRule", "Emph", "Strong"),
    *("BulletList", "OrderedList", "Quoted", "DoubleQuote", "SingleQuote", "Decimal", "Period"),
    *("DefaultStyle", "DefaultDelim", "None"),
}
GITHUB = (
    *("> [!NOTE] alert", "[ ] task", "- [x] task", ":tada: :100: :+1:", "[^1]: note [^1]"),
    *("a|b\n-|-\n1|2", "```mermaid\ngraph\n```", "<details><summary>x</summary>", "~~a~~ ~b~"),
    *("![x](/etc/passwd)", "@name said @@x", "$`x`$ and ```math", "#12 GH-12 owner/name#12"),
)


@pytest.mark.parametrize("text", [text for text in HOSTILE if "//" not in text] + [*GITHUB])
def test_markdown_survives_a_paste_into_github(text: str) -> None:
    """By a reader of GitHub's Markdown with its extensions: notes, formulas, tasks, emoji."""
    if not shutil.which("pandoc"):
        pytest.skip("No pandoc here, so GitHub's Markdown is not tested; install pandoc.")
    form = (
        "gfm+footnotes+tex_math_dollars+task_lists+emoji+strikeout+pipe_tables+autolink_bare_uris"
    )
    page = render(brief_of(text), "markdown")
    done = subprocess.run(
        ["pandoc", "-f", form, "-t", "json"],
        input=page.encode(),
        capture_output=True,
        check=True,
        timeout=60,
    )
    kinds: set[str] = set()
    json.loads(done.stdout, object_hook=lambda node: kinds.add(str(node.get("t"))))
    assert kinds <= PLAIN
