"""The benchmark of speed: a large story that is always the same, and what a process costs."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from types import ModuleType

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return importlib.import_module("speed")


@pytest.fixture
def crowd(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return importlib.import_module("crowd")


def test_a_crowd_is_a_hundred_articles_and_always_the_same(
    crowd: ModuleType, tmp_path: Path
) -> None:
    one, other = (crowd.write(tmp_path / name) for name in ("one", "other"))
    assert len(one) == 100
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in other]
    assert len({path.read_bytes() for path in one}) == 100
    assert sum(len(path.read_text("utf-8").split()) for path in one) == pytest.approx(64_000, 0.02)


def test_a_copy_has_one_word_in_twelve_replaced_and_some_sentences_moved(
    crowd: ModuleType,
) -> None:
    sentences = [" ".join(f"w{n}x{m}" for m in range(12)).capitalize() + "." for n in range(300)]
    ((_, copy),) = crowd.crowd({"a.txt": " ".join(sentences)}, 1).items()
    was, now = " ".join(sentences).split(), copy.split()
    assert len(now) == len(was)
    assert len(set(was) - set(now)) == pytest.approx(len(was) / 12, rel=0.15)
    # What comes in is a word of the articles.
    assert {word.lower().strip(".") for word in now} <= {word.lower().strip(".") for word in was}
    first = [word for word in now if word.startswith("W")]
    assert first != sorted(first, key=lambda word: int(word[1:].split("x")[0]))


def test_a_process_costs_time_and_memory(bench: ModuleType) -> None:
    # From a small process: a child's peak is at least what its parent had when it was started.
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); import speed;"
        "cost = speed.cost([sys.executable, '-c', 'x = bytes([1]) * (64 << 20)']);"
        "print(cost.memory, cost.cpu > 0, cost.wall > 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(BENCHMARKS)], capture_output=True, text=True, check=True
    )
    memory, *seconds = done.stdout.split()
    assert 64 < float(memory) < 120
    assert seconds == ["True", "True"]
    with pytest.raises(RuntimeError, match="failed"):
        bench.cost([sys.executable, "-c", "raise SystemExit(3)"])


def test_a_row_gives_the_median_of_the_ratios_of_its_pairs(bench: ModuleType) -> None:
    costs = iter([bench.Cost(wall, wall, 100.0) for wall in (9, 1, 4, 6)])
    row = bench.Row("x", "ours", "a peer", lambda: next(costs), lambda: bench.Cost(2, 4, 50), 1.0)
    pairs = bench.measured(row, 3)
    assert [ours.wall for ours, _ in pairs] == [1, 4, 6]  # the first run does not count
    cells = [cell.strip() for cell in bench.line(row, pairs).strip("|").split("|")]
    assert cells == [
        *("ours", "a peer", "4.00 s : 2.00 s", "2.00 (≤ 1)"),
        *("4.00 s : 4.00 s", "1.00", "100 MiB : 50 MiB", "2.00"),
    ]
    assert len(cells) == len(bench.HEAD)
