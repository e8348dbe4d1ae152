"""A second process: it changes nothing but the time, and is gone when the work is done."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.parallel import each

TESTS = Path(__file__).parent
forks = pytest.mark.skipif(
    sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2,
    reason="a second process is forked on Linux, where there is a core for it",
)


def told(expression: str, *before: str) -> Any:
    """Return what an expression is in a new process, which has no threads yet."""
    program = "\n".join(["import json, os, handy", *before, f"print(json.dumps({expression}))"])
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=TESTS, check=False
    )
    assert result.stderr == ""
    return json.loads(result.stdout)


@given(st.lists(st.text(max_size=3), max_size=20))
def test_without_a_second_process_it_is_a_loop(items: list[str]) -> None:
    assert each(str.upper, items, [len(item) for item in items]) == [x.upper() for x in items]


@pytest.mark.parametrize("begun", [True, False])
@pytest.mark.parametrize("many", [1, 2, 3, 25, 1000])
def test_the_result_is_that_of_a_loop(many: int, *, begun: bool) -> None:
    found = told(f"handy.each(handy.doubled, [str(n) for n in range({many})], begun={begun})")
    assert found == [f"{n}{n}" for n in range(many)]


@forks
def test_both_processes_work(tmp_path: Path) -> None:
    here, there = told(f"handy.each(handy.met, [{str(tmp_path)!r}] * 2)")
    assert here != there


@forks
def test_what_was_begun_is_taken(tmp_path: Path) -> None:
    sizes = "[handy.BIG]"
    waited = (
        "with handy.parallel.lent():",
        f"    handy.parallel.begin(handy.who, ['a'], {sizes})",
        "    while not sum(handy.parallel._LENT.get().fork([handy.BIG])._board._begun): pass",
        f"    told = handy.parallel.each(handy.who, ['a'], {sizes}) + [os.getpid()]",
    )
    there, here = told("told", *waited)
    assert there != here


@forks
def test_the_first_process_fills_its_time_once() -> None:
    before = (
        "told = []",
        "with handy.parallel.lent(lambda: told.append('meanwhile')):",
        "    told += [handy.parallel.there(handy.doubled, item) for item in 'ab']",
        "    told += [handy.parallel.there(handy.who, 'c') != os.getpid()]",
        "    told += [handy.parallel.there(handy.failing_there, 'd')]",
        "told += [handy.parallel.there(handy.doubled, 'e')]",
    )
    assert told("told", *before) == ["meanwhile", "aa", "bb", True, None, None]


@forks
def test_the_second_process_imports_what_it_will_need_once_it_has_nothing_to_do() -> None:
    before = (
        "told = []",
        "with handy.parallel.lent(idle=['colorsys', 'nowhere.to.be.found', 'chunk']):",
        "    told += [handy.parallel.there(handy.imported, 'colorsys')]",
        "    while not handy.parallel.there(handy.imported, 'chunk'): pass",
        "    told += [handy.parallel.there(handy.imported, 'colorsys')]",
        "told += [handy.imported('colorsys')]",
    )
    assert told("told", *before) == [False, True, False]


@forks
@pytest.mark.parametrize("voices", [1, 2, 3])
def test_a_story_is_folded_alike_by_two_processes_and_by_one(voices: int) -> None:
    assert told(f"handy.folded({voices}, lent=True)") == told(f"handy.folded({voices}, lent=False)")


@pytest.mark.parametrize("other", ["handy.who, ['b']", "handy.tongue, ['a']"])
def test_what_was_begun_and_is_not_asked_for_is_forgotten(other: str) -> None:
    before = (
        "with handy.parallel.lent():",
        f"    handy.parallel.begin({other}, [handy.BIG])",
        "    told = handy.parallel.each(handy.doubled, ['a', 'b'], [handy.BIG] * 2)",
    )
    assert told("told", *before) == ["aa", "bb"]


def test_the_language_in_force_is_that_of_who_asks() -> None:
    before = (
        "from summarize.text.tongues.force import speaking",
        "items, sizes = list('abcdef'), [handy.BIG] * 6",
        "with handy.parallel.lent():",
        "    handy.parallel.begin(handy.tongue, items, sizes)",
        "    with speaking('de'):",
        "        told = handy.parallel.each(handy.tongue, items, sizes)",
    )
    assert told("told", *before) == [[item, "de"] for item in "abcdef"]


@pytest.mark.parametrize("work", ["failing_there", "dying_there"])
@pytest.mark.parametrize("begun", [True, False])
def test_what_the_second_process_fails_to_do_is_done_here(work: str, *, begun: bool) -> None:
    again = f"handy.each(handy.{work}, list('abcdef'), begun={begun})"
    assert told(f"{again} + {again}") == ["aa", "bb", "cc", "dd", "ee", "ff"] * 2


def test_after_a_death_all_else_is_done_here() -> None:
    before = (
        "sizes = [handy.BIG] * 6",
        "with handy.parallel.lent():",
        "    told = handy.parallel.each(handy.dying_there, list('abcdef'), sizes)",
        "    told += handy.parallel.each(handy.doubled, list('ghijkl'), sizes)",
    )
    assert told("told", *before) == [letter * 2 for letter in "abcdefghijkl"]


def test_an_error_is_raised_as_it_always_was_and_nobody_is_left() -> None:
    before = (
        "told = []",
        "try: handy.each(handy.failing, list('abcdef'))",
        "except ValueError as problem: told += problem.args",
        "try: os.waitpid(-1, os.WNOHANG)",
        "except ChildProcessError: told.append('nobody')",
    )
    assert told("told", *before) == ["a", "nobody"]


@pytest.mark.parametrize(
    "alone",
    [
        "handy.each(handy.who, list('abc'), lent=False)",
        "small()",
        "in_thread(lambda: handy.each(handy.who, list('abc'), lent=False))",
        "beside_a_thread(lambda: handy.each(handy.who, list('abc')))",
    ],
)
def test_none_is_begun_unless_it_is_lent_worth_it_and_safe(alone: str) -> None:
    before = (
        "import threading",
        "from concurrent.futures import ThreadPoolExecutor",
        "def in_thread(work):",
        "    with handy.parallel.lent(), ThreadPoolExecutor(1) as pool:",
        "        return pool.submit(work).result()",
        "def beside_a_thread(work):",
        "    over = threading.Event()",
        "    threading.Thread(target=over.wait).start()",
        "    try: return work()",
        "    finally: over.set()",
        "def small():",
        "    with handy.parallel.lent():",
        "        return handy.parallel.each(handy.who, list('abc'), [1] * 3)",
    )
    assert len(set(told(f"{alone} + [os.getpid()]", *before))) == 1


STORY = "".join(
    f"The minister told reporters on Monday that plan {n} was sound.\n\n" for n in range(2000)
)


@forks
def test_ctrl_c_ends_both_processes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    program = (
        "import sys, signal, summarize.reading.remembered as remembered\n"
        "def wait(*_): print('busy', file=sys.stderr, flush=True); signal.pause()\n"
        "remembered._inferred = wait\n"
        "from summarize.cli import main\n"
        "main()"
    )
    command = [sys.executable, "-c", program, "--no-cache", str(tmp_path)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as running:
        assert running.stderr is not None
        assert running.stderr.readline() == b"busy\n"
        members = group(running.pid)
        os.killpg(running.pid, signal.SIGINT)
        stdout, stderr = running.communicate(timeout=60)
    assert len(members) == 2
    assert (running.returncode, stdout) == (130, b"")
    assert stderr == b"summarize: Stopped; nothing was written.\n"
    assert group(running.pid) == []


def group(leader: int) -> list[str]:
    """Return the processes of a group."""
    with suppress(OSError):
        return [
            stat.parent.name
            for stat in Path("/proc").glob("[0-9]*/stat")
            if stat.read_text().rpartition(")")[2].split()[2] == str(leader)
        ]
    return group(leader)  # one ended meanwhile


@forks
def test_none_is_begun_beside_a_thread_or_on_one_core() -> None:
    before = (
        "import threading",
        "from summarize.fork import may_fork",
        "seen = [may_fork()]",
        "over = threading.Event()",
        "threading.Thread(target=over.wait).start()",
        "seen.append(may_fork())",
        "over.set()",
    )
    assert told("seen", *before) == [True, False]
    before = (
        "from summarize.fork import may_fork",
        "os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})",
    )
    assert told("may_fork()", *before) is False
