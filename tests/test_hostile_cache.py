"""The cache on a full disk, of another version, and of many at once: the right brief, or prose."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
FILES = ("vectors.sqlite3", "stories.sqlite3")
PROGRAM = """
import resource, sys
sys.path.insert(0, {tests!r})
from small import SmallEncoder
import summarize.pipeline
from summarize.cache import CachedEncoder, default_path
module = sys.modules["summarize.pipeline"]
module._encoder = lambda _: CachedEncoder(SmallEncoder(), default_path())
if {room}:
    resource.setrlimit(resource.RLIMIT_FSIZE, ({room}, {room}))
from summarize.cli import main
main()
"""
pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs limits of a POSIX system")


def started(folder: Path, room: int = 0) -> subprocess.Popen[bytes]:
    """A run over the seeds with its cache in `folder`; no file may grow beyond `room` bytes."""
    program = PROGRAM.format(tests=str(ROOT / "tests"), room=room)
    place = {"SUMMARIZE_CACHE": str(folder), "XDG_CONFIG_HOME": os.devnull, "PATH": ""}
    return subprocess.Popen(
        [sys.executable, "-c", program, str(SEEDS), "--format", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env=place,
    )


def brief(folder: Path, room: int = 0) -> bytes:
    running = started(folder, room)
    out, said = running.communicate()
    assert (running.returncode, said) == (0, b"")
    return out


@pytest.fixture(scope="module")
def right(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return brief(tmp_path_factory.mktemp("right"))


@pytest.mark.parametrize("room", [1, 4096, 20_000])
def test_a_full_disk_costs_the_cache_and_never_the_brief(
    tmp_path: Path, right: bytes, room: int
) -> None:
    assert brief(tmp_path, room) == right
    assert brief(tmp_path, room) == right
    assert brief(tmp_path) == right  # and what was left behind does no harm


def test_a_disk_that_fills_up_later_keeps_what_was_there(tmp_path: Path, right: bytes) -> None:
    brief(tmp_path)
    sizes = [(tmp_path / name).stat().st_size for name in FILES]
    assert brief(tmp_path, min(sizes)) == right
    assert [(tmp_path / name).stat().st_size for name in FILES] == sizes


@pytest.mark.parametrize(
    "shape",
    [
        "CREATE TABLE vectors (id INTEGER); CREATE TABLE records (id INTEGER)",
        "CREATE TABLE vectors (key TEXT UNIQUE, vector TEXT, more INTEGER NOT NULL);"
        " CREATE TABLE records (key TEXT UNIQUE, value TEXT, more INTEGER NOT NULL)",
        "CREATE VIEW vectors AS SELECT 1 AS key, 2 AS vector;"
        " CREATE VIEW records AS SELECT 1 AS key, 2 AS value",
        "PRAGMA user_version = 9",
    ],
)
def test_a_cache_of_another_version_is_a_miss(tmp_path: Path, right: bytes, shape: str) -> None:
    for name in FILES:
        with sqlite3.connect(tmp_path / name) as database:
            database.executescript(shape)
        database.close()
    assert brief(tmp_path) == right
    assert brief(tmp_path) == right


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_cache_that_may_only_be_read_is_read(tmp_path: Path, right: bytes) -> None:
    brief(tmp_path)
    for name in FILES:
        (tmp_path / name).chmod(0o400)
    tmp_path.chmod(0o500)
    try:
        assert brief(tmp_path) == right
    finally:
        tmp_path.chmod(0o700)


def test_processes_at_once_make_the_right_brief(tmp_path: Path, right: bytes) -> None:
    running = [started(tmp_path) for _ in range(6)]
    ends = [process.communicate() for process in running]
    assert ends == [(right, b"")] * 6
    assert brief(tmp_path) == right
