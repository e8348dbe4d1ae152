"""The coverage-guided fuzzer: `python tests/fuzz/fuzz.py --minutes 15 [TARGET…]`, or `make fuzz`.

Each target has its share of the time in a process of its own, which starts from the corpus beside
this file and from what earlier runs found worth keeping (`.fuzz/`, not part of the project). It
stops at the first input that raises what is none of our errors, takes more than 25 seconds or 2 GB,
and leaves that input in `.fuzz/found`: make it a test, then mend what it shows.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
KEPT = ROOT / ".fuzz"
LONGEST = 20_000  # bytes of an input; larger ones are in tests/cases/hostile
LIMITS = (
    f"-max_len={LONGEST}",
    "-timeout=25",
    "-rss_limit_mb=2048",
    "-len_control=0",
    "-print_final_stats=1",
)


def main() -> int:
    """Fuzz the targets named, or all, one after the other; 1 if any was broken."""
    sys.path[:0] = [str(HERE), str(HERE.parent), str(ROOT)]
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=15)
    parser.add_argument("--one", help=argparse.SUPPRESS)
    parser.add_argument("targets", nargs="*")
    asked = parser.parse_args()
    if asked.one:
        _fuzz(asked.one, asked.minutes * 60)
        return 0
    from targets import TARGETS

    names = asked.targets or list(TARGETS)
    share = str(asked.minutes / len(names))
    command = [sys.executable, __file__, "--minutes", share, "--one"]
    broken = [name for name in names if subprocess.run([*command, name], check=False).returncode]
    told = f"Broken: {', '.join(broken)}; see {KEPT / 'found'}.\n" if broken else "Nothing found.\n"
    sys.stdout.write(told)
    return 1 if broken else 0


def _fuzz(name: str, seconds: float) -> None:
    """Fuzz one target; ends the process."""
    try:
        import atheris
    except ImportError:
        raise SystemExit("The fuzzer is an extra: pip install -e '.[fuzz]'.") from None
    # All modules now: what is imported later, inside functions, would not be followed.
    names = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in sorted((ROOT / "summarize").rglob("*.py"))
        if not path.stem.startswith("__")
    ]
    with atheris.instrument_imports(include=["summarize"]):
        for module in names:
            import_module(module)
    from targets import TARGETS

    target = TARGETS[name]
    places = [KEPT / name, HERE / "corpus" / name]
    for place in (*places, KEPT / "found"):
        place.mkdir(parents=True, exist_ok=True)
    found = f"-artifact_prefix={KEPT / 'found'}/{name}-"
    limits = [*LIMITS, f"-max_total_time={int(seconds)}", found]
    atheris.Setup([sys.argv[0], *limits, *map(str, places)], target)
    atheris.Fuzz()


if __name__ == "__main__":
    raise SystemExit(main())
