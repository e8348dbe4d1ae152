"""Workers that end: only one that had begun with its topics costs them a try."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from datasets import FIRE, topic
from small import SmallEncoder

from summarize import models
from summarize.batch import processes, together
from summarize.batch.make import Made, Recipe, failed
from summarize.batch.supply import tasks
from summarize.batch.task import Task
from summarize.batch.together import make_together
from summarize.batch.workers import AHEAD, LOST, STARTS, TRIES, EarlyEnds, in_order
from summarize.errors import SummarizeError
from summarize.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desk import Run

TESTS = Path(__file__).parent
# The command in processes of its own, with a small encoder; a worker imports this file too.
DESK = """
import multiprocessing, os, signal, sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from small import SmallEncoder
from summarize import models
from summarize.batch import processes, workers
models.load = lambda _: SmallEncoder()
def kill(*names):
    for child in multiprocessing.active_children():
        if child.name in names:
            os.kill(child.pid, signal.SIGKILL)
            child.join()
{then}
if __name__ == "__main__":
    from summarize.cli import main
    main()
"""
# When tasks are given for the first time, before or after they are sent, some workers are killed.
GIVEN = """
workers.TRIES = 1  # whatever is taken for a loss is a failure
give = processes.Processes.give
def given(self, seat, tasks):
    once, first = Path("once"), not Path("once").exists()
    once.touch()
    if first and {before}:
        kill({names})
    give(self, seat, tasks)
    if first and not {before}:
        kill({names})
processes.Processes.give = given
"""
STARTED = """
if __name__ == "__mp_main__" and {when}:
    Path("once").touch()
    os._exit(7)
"""
FIRST, SECOND, BOTH = "'SpawnProcess-1'", "'SpawnProcess-2'", "'SpawnProcess-1', 'SpawnProcess-2'"


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "load", lambda _: SmallEncoder())
    monkeypatch.chdir(tmp_path)


def saved(many: int) -> None:
    topics = [topic(str(n), [f"{text} Dispatch {n}." for text in FIRE], None) for n in range(many)]
    Path("topics.jsonl").write_text("".join(json.dumps(one) + "\n" for one in topics), "utf-8")


def program(then: str) -> subprocess.CompletedProcess[str]:
    Path("desk_.py").write_text(DESK.format(tests=str(TESTS), then=then), "utf-8")
    told = ["batch", "--no-cache", "topics.jsonl", "-o", "out.jsonl", "--jobs", "2"]
    return subprocess.run(
        [sys.executable, "desk_.py", *told],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize(
    ("names", "before", "many"),
    [
        (FIRST, True, 1),
        (SECOND, True, 1),
        (FIRST, False, 1),
        (SECOND, False, 1),
        (BOTH, False, 1),
        (BOTH, True, 40),  # more than one group
    ],
)
def test_a_worker_that_ends_before_it_begins_is_no_loss(
    run: Run, names: str, many: int, *, before: bool
) -> None:
    saved(many)
    result = program(GIVEN.format(names=names, before=before))
    assert (result.returncode, result.stdout) == (0, ""), result.stderr
    assert Path("once").exists()
    made = Path("out.jsonl").read_bytes()
    assert made.count(b"\n") == many
    undisturbed = run("batch", "topics.jsonl", "-o", "alone.jsonl", "--jobs", 1, "--no-cache")
    assert undisturbed.exit_code == 0
    assert Path("alone.jsonl").read_bytes() == made


def test_a_worker_that_ends_while_it_is_started_is_started_again() -> None:
    saved(2)
    result = program(STARTED.format(when="not Path('once').exists()"))
    assert Path("once").exists()
    assert result.returncode == 0, result.stderr


def test_where_no_worker_can_begin_it_says_so() -> None:
    saved(2)
    result = program(STARTED.format(when="True"))
    assert (result.returncode, result.stdout) == (1, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith("summarize: A worker of the batch ended before it could begin")
    assert "fewer --jobs" in line


def test_workers_that_end_early_are_replaced_some_times_in_a_row() -> None:
    ends = EarlyEnds()
    assert [ends.early() for _ in range(STARTS - 1)] == [True] * (STARTS - 1)
    with pytest.raises(SummarizeError, match=f"{STARTS} times in a row"):
        ends.early()
    ends.begun()  # so that what kills them may be in the tasks, which lose a try
    assert [ends.early() for _ in range(STARTS)] == [True] * (STARTS - 1) + [False]
    assert ends.early()


def test_without_threads_each_topic_is_made_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    saved(3)
    given, recipe = list(tasks("topics.jsonl")), Recipe(Settings(), "json")
    expected = make_together(given, recipe, SmallEncoder())
    started: list[Any] = []
    start = together.Thread.start

    def scarce(thread: together.Thread) -> None:
        if started:
            raise RuntimeError("can't start new thread")
        started.append(thread)
        start(thread)

    monkeypatch.setattr(together.Thread, "start", scarce)
    assert make_together(given, recipe, SmallEncoder()) == expected
    started[0].join(10)
    assert not started[0].is_alive()


class Doomed:
    """Workers who give back the first group last, and lose whoever has a task of some ids."""

    def __init__(self, size: int, groups: int, lost: str = "") -> None:
        self.size, self._lost = size, lost
        self.tasks = [[Task(f"{n}{half}", "", digest="x") for half in "ab"] for n in range(groups)]
        self.drawn = 0
        self.seats: dict[int, Sequence[Task]] = {}
        self.told: list[tuple[str, int]] = []

    def groups(self) -> Iterator[list[Task]]:
        for group in self.tasks:
            self.drawn += 1
            yield group

    def give(self, seat: int, tasks: Sequence[Task]) -> None:
        self.seats[seat] = tasks
        self.told.append((" ".join(task.id for task in tasks), self.drawn))

    def wait(self) -> tuple[int, Sequence[Made] | None]:
        seat = next((n for n, tasks in self.seats.items() if tasks[0].id != "0a"), None)
        seat = min(self.seats) if seat is None else seat
        tasks = self.seats.pop(seat)
        lost = self._lost and any(task.id == self._lost for task in tasks)
        return seat, None if lost else [failed(task, "none") for task in tasks]

    def close(self) -> None:
        """Do nothing."""


def test_no_more_is_begun_than_may_wait_for_the_first() -> None:
    workers = Doomed(size=2, groups=5 * AHEAD)
    made = in_order(workers.groups(), workers)
    first = next(made)
    assert (first.id, workers.drawn) == ("0a", 2 * AHEAD)
    assert [first.id, *(one.id for one in made)] == [
        task.id for group in workers.tasks for task in group
    ]


def test_who_loses_every_worker_has_so_many_tries_by_itself_and_nobody_else_fails() -> None:
    workers = Doomed(size=1, groups=3, lost="1a")
    reasons = {made.id: made.reason for made in in_order(workers.groups(), workers)}
    assert reasons == {
        task.id: LOST if task.id == "1a" else "none" for group in workers.tasks for task in group
    }
    # What was lost is given out again before the next group is even read.
    again = [("1a", 2), ("1b", 2), *[("1a", 2)] * (TRIES - 1)]
    assert workers.told == [("0a 0b", 1), ("1a 1b", 2), *again, ("2a 2b", 3)]


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="Windows has no such masks")
def test_ctrl_c_while_a_worker_starts_is_heard_here_and_not_there() -> None:
    asked = "import signal; print(signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, []))"
    deaf: list[bytes] = []

    def start() -> None:
        with processes._undisturbed():
            signal.raise_signal(signal.SIGINT)
            deaf.append(subprocess.check_output([sys.executable, "-c", asked]))

    with pytest.raises(KeyboardInterrupt):
        start()
    assert [told.split() for told in deaf] == [[b"True"]]
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, [])
