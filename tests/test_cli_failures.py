"""The command line when something goes wrong: prose on stderr, exit codes, no half-written file."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest
from briefs import BRIDGE, a_brief
from desk import Run, Stage, complaint

from summarize.errors import ModelError, NothingToSummarizeError
from summarize.records import Reading
from summarize.render import render

if TYPE_CHECKING:
    from pathlib import Path


def test_a_source_that_cannot_be_read_is_a_warning(stage: Stage, run: Run) -> None:
    result = run("a.txt")
    assert result.exit_code == 0
    assert result.stderr == "summarize: warning: news/broken.bin is no text; leave it out.\n"
    assert run("-q", "a.txt").stderr == ""


@pytest.mark.parametrize(
    "case",
    [
        (NothingToSummarizeError("Nothing fits in 5 words; 12 would."), 1, "12 would."),
        (ModelError("m holds no model; name another."), 1, "m holds no model; name another."),
        (KeyboardInterrupt(), 130, "Stopped; nothing was written."),
        (PermissionError(errno.EACCES, "Permission denied", "x.txt"), 1, "x.txt: Permission"),
        (RuntimeError("details"), 1, "a bug (RuntimeError)"),
        (MemoryError(), 1, "a bug (MemoryError)"),
        (ModelError("\x1b[2J\u202ename"), 1, "[2Jname"),
    ],
)
def test_failures_are_one_line_and_leave_no_file(
    stage: Stage, run: Run, tmp_path: Path, case: tuple[BaseException, int, str]
) -> None:
    stage.problem, code, words = case
    result = run("-q", "a.txt", "-o", tmp_path / "brief.md")
    assert words in complaint(result, code)
    assert "\x1b" not in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_verbose_shows_where_a_bug_is(stage: Stage, run: Run) -> None:
    stage.problem = RuntimeError("details")
    result = run("-v", "a.txt")
    assert result.exit_code == 1
    assert "RuntimeError: details" in result.stderr
    assert "Traceback" in result.stderr


def test_a_reader_who_has_seen_enough_is_no_failure(stage: Stage, run: Run) -> None:
    stage.problem = BrokenPipeError(errno.EPIPE, "Broken pipe")
    result = run("-q", "a.txt")
    assert (result.exit_code, result.output) == (0, "")


def test_verbose_tells_the_time_of_each_stage(stage: Stage, run: Run) -> None:
    stage.reading = Reading(stage.reading.articles)
    lines = run("-v", "a.txt").stderr.splitlines()
    assert [line.rpartition(":")[0] for line in lines] == ["summarize: embed"]
    assert lines[0].endswith(" s")


def test_no_such_path(reads: Stage, run: Run, tmp_path: Path) -> None:
    assert "missing.txt" in complaint(run(tmp_path / "missing.txt"), 1)


@pytest.mark.parametrize(
    "content", [b"", b" \n\n ", b"\x7fELF\x02\x01\x00\x00" + bytes(range(256))]
)
def test_empty_and_binary_files(reads: Stage, run: Run, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    assert "a.txt" in complaint(run(tmp_path / "a.txt"), 1)


def test_a_folder_with_nothing_readable(reads: Stage, run: Run, tmp_path: Path) -> None:
    assert tmp_path.name in complaint(run(tmp_path), 1)
    (tmp_path / ".hidden.txt").write_text(BRIDGE)
    assert tmp_path.name in complaint(run(tmp_path), 1)


def test_unreadable_permissions(
    reads: Stage, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, *_: object) -> int:  # file modes do not bind a superuser
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    path = tmp_path / "a.txt"
    path.write_text(BRIDGE)
    monkeypatch.setattr(os, "open", refuse)
    assert "a.txt may not be read" in complaint(run(path), 1)


def test_one_bad_file_among_good_ones(reads: Stage, run: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(BRIDGE)
    result = run(tmp_path / "good.txt", tmp_path / "missing.txt")
    assert result.exit_code == 0
    assert result.stdout == render(a_brief(), "markdown")
    assert result.stderr.startswith("summarize: warning: ")
    assert "missing.txt" in result.stderr


def test_standard_input(reads: Stage, run: Run) -> None:
    assert run("-", input=BRIDGE).exit_code == 0
    assert complaint(run("-", input=""), 1)
