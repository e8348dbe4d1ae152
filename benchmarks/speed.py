"""Time and memory of the command beside others, each from starting Python to the printed page.

    pip install -e '.[peers]'
    python benchmarks/speed.py [--runs 5] [--only cold …]

Ours and the peer run in turn, so that both meet the same machine; a row's ratio is the median of
the ratios of the pairs. Machines are noisy: what counts are the ratios, of the seconds on the clock
and of those that all cores worked, and not the seconds. Memory is the peak of the process, or of
the larger where it has a second one.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

HERE = Path(__file__).parent
SEEDS = HERE.parent / "seeds"
MIB = 1 << 10  # ru_maxrss is in KiB


@dataclass(frozen=True)
class Cost:
    """What one run cost: seconds on the clock, seconds of all cores, MiB at its peak."""

    wall: float
    cpu: float
    memory: float


@dataclass(frozen=True)
class Row:
    """A comparison: how to run ours and the peer, and the ratios that are hoped for."""

    name: str
    what: str
    against: str
    ours: Callable[[], Cost]
    theirs: Callable[[], Cost]
    most_wall: float | None = None
    most_memory: float | None = None


def cost(command: Sequence[str], cache: Path | None = None) -> Cost:
    """Run a command to its end and return what it cost.

    A child's peak is never less than what its parent had when it was started, so this module
    imports nothing heavy.

    Raises:
        RuntimeError: it failed.
    """
    environment = {key: value for key, value in os.environ.items() if key not in _LEFT_OUT}
    environment["SUMMARIZE_CACHE"] = str(cache or "")
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} failed")
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / MIB)


# Python would compile every module anew, which an installed program does once.
_LEFT_OUT = frozenset(("PYTHONDONTWRITEBYTECODE", "OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"))


def summarize(*args: str, cache: Path | None = None) -> Cost:
    """Run our command; without a cache, in an empty one."""
    command = [sys.executable, "-m", "summarize", *args]
    if cache:
        return cost(command, cache)
    with tempfile.TemporaryDirectory() as empty:
        return cost(command, Path(empty))


def contender(name: str, text: Path) -> Cost:
    """Run a peer on a text."""
    return cost([sys.executable, str(HERE / "contenders.py"), name, str(text)])


def rows(folder: Path) -> Iterator[Row]:
    """Give the comparisons; `folder` is where their inputs are put."""
    seeds, crowd = folder / "seeds.txt", folder / "crowd.txt"
    seeds.write_text(_joined(sorted(SEEDS.glob("*.txt"))), encoding="utf-8")
    many = folder / "crowd"
    subprocess.run([sys.executable, HERE / "crowd.py", many], check=True, stdout=subprocess.DEVNULL)
    crowd.write_text(_joined(sorted(many.iterdir())), encoding="utf-8")
    cold = lambda: summarize(str(SEEDS))  # noqa: E731
    warm = lambda: summarize(str(SEEDS), "--words", "120", cache=folder / "warm")  # noqa: E731
    large = lambda: summarize(str(many))  # noqa: E731
    python = lambda: cost([sys.executable, "-c", "pass"])  # noqa: E731
    sumy = ("sumy lex-rank", lambda: contender("sumy", seeds))
    summa = ("summa", lambda: contender("summa", seeds))
    slow = ("sumy lex-rank", lambda: contender("sumy", crowd))
    fast = ("TF-IDF centroid", lambda: contender("centroid", crowd))
    cut = ("the same, sentences by syntok", lambda: contender("centroid-syntok", crowd))
    help_ = lambda: summarize("--help")  # noqa: E731
    yield Row("cold", "the seeds, empty cache", sumy[0], cold, sumy[1], 1.0, 1.5)
    yield Row("warm", "the seeds, warm cache", summa[0], warm, summa[1], 1.0)
    yield Row("help", "`--help`", "`python -c pass`", help_, python)
    yield Row("crowd", "100 articles, empty cache", fast[0], large, fast[1], 1.5)
    yield Row("crowd-cut", "100 articles, empty cache", cut[0], large, cut[1])
    yield Row("crowd-sumy", "100 articles, empty cache", slow[0], large, slow[1], 0.1)


def _joined(paths: Sequence[Path]) -> str:
    return "\n\n".join(path.read_text(encoding="utf-8") for path in paths)


def measured(row: Row, runs: int) -> list[tuple[Cost, Cost]]:
    """Run both sides in turn, after a run of each that does not count."""
    row.ours()
    row.theirs()
    return [(row.ours(), row.theirs()) for _ in range(runs)]


def line(row: Row, pairs: Sequence[tuple[Cost, Cost]]) -> str:
    """Return a row of the table."""
    cells = [row.what, row.against]
    for measure, form, most in (
        ("wall", "{:.2f} s", row.most_wall),
        ("cpu", "{:.2f} s", None),
        ("memory", "{:.0f} MiB", row.most_memory),
    ):
        ours, theirs = (
            [getattr(side, measure) for side in sides] for sides in zip(*pairs, strict=True)
        )
        ratio = median(one / other for one, other in zip(ours, theirs, strict=True))
        hoped = f" (≤ {most:g})" if most else ""
        sides = f"{form.format(median(ours))} : {form.format(median(theirs))}"
        cells += [sides, f"{ratio:.2f}{hoped}"]
    return f"| {' | '.join(cells)} |"


HEAD = ("what", "against", "clock", "ratio", "all cores", "ratio", "peak memory", "ratio")


def main() -> None:
    """Print the table, row by row as it is measured."""
    names = ("cold", "warm", "help", "crowd", "crowd-cut", "crowd-sumy")
    parser = argparse.ArgumentParser(description="Time and memory beside others.")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", nargs="+", choices=names, default=names)
    asked = parser.parse_args()
    print(f"| {' | '.join(HEAD)} |\n|---|---|{'---:|' * (len(HEAD) - 2)}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for row in rows(Path(folder)):
            if row.name in asked.only:
                print(line(row, measured(row, asked.runs)), flush=True)
    print(f"\nOurs : theirs, median of {asked.runs}; {os.cpu_count()} cores.")


if __name__ == "__main__":
    main()
