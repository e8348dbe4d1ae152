"""`--output`: whole files, never over a source, links and permissions kept."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from briefs import BRIDGE, a_brief
from desk import Run, Stage, complaint

from summarize import output
from summarize.records import Reading
from summarize.render import render


def test_output_takes_its_format_from_the_suffix(stage: Stage, run: Run, tmp_path: Path) -> None:
    forms = {"a.md": "markdown", "b.json": "json", "C.TXT": "text", "e.html": "html"}
    for name, form in forms.items():
        result = run("-q", "a.txt", "-o", tmp_path / name)
        assert (result.exit_code, result.output) == (0, "")
        assert (tmp_path / name).read_text(encoding="utf-8") == render(a_brief(), form)
    run("-q", "a.txt", "-o", tmp_path / "d.page", "--format", "terminal")
    assert (tmp_path / "d.page").read_text(encoding="utf-8") == render(a_brief(), "terminal", 80)
    assert len(list(tmp_path.iterdir())) == 5


def test_output_dash_is_stdout(stage: Stage, run: Run) -> None:
    assert run("a.txt", "-o", "-").stdout == render(a_brief(), "markdown")


def test_output_replaces_a_file_and_keeps_its_permissions(
    stage: Stage, run: Run, tmp_path: Path
) -> None:
    path, link = tmp_path / "brief.md", tmp_path / "link.md"
    path.write_text("old")
    path.chmod(0o640)
    link.symlink_to(path)
    assert run("a.txt", "-o", link).exit_code == 0
    assert link.is_symlink()
    assert path.read_text(encoding="utf-8") == render(a_brief(), "markdown")
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("how", ["itself", "link", "hard link", "a topic in it", "its notes"])
def test_output_never_overwrites_a_source(stage: Stage, run: Run, tmp_path: Path, how: str) -> None:
    article, target = tmp_path / "article.txt", tmp_path / "copy.txt"
    article.write_text(BRIDGE)
    name = str(article)
    if how == "itself":
        target = article
    elif how == "link":
        target.symlink_to(article)
    elif how == "hard link":
        target.hardlink_to(article)
    elif how == "a topic in it":
        name, target = f"{article}#7", article
    else:
        target = tmp_path / "sources.toml"
        target.write_text(BRIDGE)
    changed = tuple(type(item)(path=name, text=item.text) for item in stage.reading.articles[:1])
    stage.reading = Reading(changed)
    assert "would be overwritten" in complaint(
        run("other.txt", "-o", target, "--format", "text"), 2
    )
    assert target.read_text() == article.read_text() == BRIDGE


@pytest.mark.parametrize("failing", [(os, "fsync"), (Path, "replace")])
def test_a_write_that_fails_leaves_the_old_file(
    stage: Stage,
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    failing: tuple[object, str],
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    path = tmp_path / "brief.md"
    path.write_text("old")
    monkeypatch.setattr(*failing, fail)
    assert "No space left on device" in complaint(run("-q", "a.txt", "-o", path), 1)
    monkeypatch.undo()
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_draft_of_another_run_is_neither_in_the_way_nor_taken_away(
    stage: Stage, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "brief.md"
    drafts = [tmp_path / f".brief.md.{number}.part" for number in (os.getpid(), 4711, 0)]
    for draft in drafts:  # killed, or still at work: that cannot be told
        draft.write_text("half of a page")
    assert run("-q", "a.txt", "-o", path).exit_code == 0
    assert path.read_text(encoding="utf-8") == render(a_brief(), "markdown")
    monkeypatch.setattr(output.os, "urandom", bytes)  # the number of the last one is drawn
    assert "File exists" in complaint(run("-q", "a.txt", "-o", path), 1)
    assert [draft.read_text() for draft in drafts] == ["half of a page"] * 3
    assert sorted(tmp_path.iterdir()) == sorted([path, *drafts])


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="needs /dev/fd")
def test_output_may_be_a_pipe_that_has_no_name(stage: Stage, run: Run) -> None:
    """As /dev/stdout is, where another program reads it."""
    reader, writer = os.pipe()
    try:
        result = run("-q", "a.txt", "-o", f"/dev/fd/{writer}", "--format", "text")
        assert (result.exit_code, result.output) == (0, "")
        assert os.read(reader, 1 << 16).decode() == render(a_brief(), "text")
    finally:
        os.close(reader)
        os.close(writer)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_device_is_reported_and_stays_a_device(stage: Stage, run: Run) -> None:
    result = run("-q", "a.txt", "-o", "/dev/full", "--format", "text")
    assert "No space left" in complaint(result, 1)
    assert Path("/dev/full").is_char_device()
