"""`--format docx`: Word by way of pandoc, which is told from us what it may open: nothing."""

from __future__ import annotations

import shutil
import sys
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from briefs import COST, a_brief, brief_of
from desk import Run, Stage, complaint
from docx import Document
from test_inert import HOSTILE

from summarize.errors import SummarizeError
from summarize.render import docx as docx_module
from summarize.render.docx import docx
from summarize.render.inert import inert

if TYPE_CHECKING:
    from pathlib import Path

needs_pandoc = pytest.mark.skipif(
    not shutil.which("pandoc"),
    reason="No pandoc here, so no Word document is tested; on Debian: apt-get install pandoc",
)


def stand_in(folder: Path, script: str) -> None:
    """Put a program named pandoc into a folder."""
    program = folder / "pandoc"
    program.write_text(f"#!{sys.executable}\nimport sys\n{script}\n", "utf-8")
    program.chmod(0o755)


@needs_pandoc
def test_a_document_has_title_sentences_and_sources(tmp_path: Path, stage: Stage, run: Run) -> None:
    path = tmp_path / "brief.docx"
    assert run("-q", "a.txt", "-o", path).exit_code == 0
    parts = Document(str(path)).paragraphs
    style = parts[0].style
    assert (parts[0].text, style and style.name) == ("Bridge closed", "Title")
    assert any(part.text.startswith(f"{COST} [1, 2]") for part in parts)
    headings = [part.text for part in parts if part.style and part.style.name == "Heading 1"]
    assert headings == ["Where the sources disagree", "Sources"]
    assert "word/document.xml" in ZipFile(path).namelist()


@needs_pandoc
def test_the_same_brief_gives_the_same_bytes_also_in_a_pipe(stage: Stage, run: Run) -> None:
    piped = run("-q", "a.txt", "--format", "docx").stdout_bytes
    assert piped == docx(a_brief())


OPENING = [text for text in HOSTILE if "<" in text or "](" in text or "\x1b" in text]


@needs_pandoc
@pytest.mark.parametrize("text", [*OPENING, "![x](/etc/passwd) ![](http://x.example/x.png)"])
def test_an_article_opens_nothing_and_is_text(text: str) -> None:
    page = docx(brief_of(text))
    with ZipFile(BytesIO(page)) as archive:
        assert not [name for name in archive.namelist() if "media" in name]
        links = archive.read("word/_rels/document.xml.rels").decode()
    assert "etc/passwd" not in links
    assert "javascript" not in links
    title, sentence, *_ = Document(BytesIO(page)).paragraphs
    assert title.text == inert(text)
    assert sentence.text.startswith(f"{inert(text)} [1]")


def test_what_pandoc_would_open_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, """print('{"blocks": [{"t": "Para", "c": [{"t": "Image", "c": []}]}]}')""")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SummarizeError, match="Image"):
        docx(a_brief())


def test_without_pandoc_it_is_named_before_any_work(
    stage: Stage, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    line = complaint(run("a.txt", "-o", tmp_path / "x.docx"), 1)
    assert "pandoc, which is not installed" in line
    assert stage.settings is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("sys.stderr.write('Unknown option --x\\nmore'); sys.exit(6)", "(Unknown option --x)"),
        ("pass", "made no document (0)"),
        ("import signal; signal.pause()", "was stopped after"),
    ],
)
def test_a_pandoc_that_fails_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, words: str
) -> None:
    stand_in(tmp_path, script)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(docx_module, "_SECONDS", 0.7)
    with pytest.raises(SummarizeError) as caught:
        docx(a_brief())
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_pandoc_that_does_not_start_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pandoc").write_bytes(b"\x7fELF nonsense")
    (tmp_path / "pandoc").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SummarizeError, match="could not be run"):
        docx(a_brief())


def test_a_word_document_is_not_for_a_terminal(
    stage: Stage, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal:
        def isatty(self) -> bool:
            return True

    from summarize.options import page

    monkeypatch.setattr(page.sys, "stdout", Terminal())
    with pytest.raises(page.UsageError, match="not for a terminal"):
        page._form(None, "docx", ("docx",))
    assert "docx" in complaint(run("explain", "a.txt", "-o", "x.docx"), 2)
