"""Make a large story out of a small one: its articles many times over, each time a little other.

    python benchmarks/crowd.py FOLDER [--times 20]

Of every copy, one word in twelve is replaced by another word of the articles, and one pair of
neighbouring sentences in ten changes places. The same command writes the same bytes.
"""

from __future__ import annotations

import argparse
import random
import re
from pathlib import Path

SEEDS = Path(__file__).parent.parent / "seeds"
TIMES = 20
REPLACED = 1 / 12
SWAPPED = 1 / 10

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SENTENCE = re.compile(r"(?<=[.!?]) +(?=[A-Z])")


def varied(text: str, words: list[str], rng: random.Random) -> str:
    """Return a text with some of its words replaced by others of `words`, and sentences moved."""
    lines = []
    for line in text.splitlines():
        parts = _SENTENCE.split(line)
        at = 0
        while at + 1 < len(parts):
            if rng.random() < SWAPPED:
                parts[at : at + 2] = parts[at + 1], parts[at]
                at += 1
            at += 1
        lines.append(" ".join(parts))
    places = list(_WORD.finditer(moved := "\n".join(lines)))
    chosen = set(rng.sample(range(len(places)), round(len(places) * REPLACED)))
    pieces, end = [], 0
    for number, place in enumerate(places):
        pieces.append(moved[end : place.start()])
        pieces.append(rng.choice(words) if number in chosen else place[0])
        end = place.end()
    return "".join([*pieces, moved[end:], "\n"])


def crowd(texts: dict[str, str], times: int) -> dict[str, str]:
    """Return `times` varied copies of each text, by the names of their files."""
    words = sorted({word for word in _WORD.findall(" ".join(texts.values())) if word.islower()})
    rng = random.Random(0)
    return {
        f"{copy:03}-{name}": varied(text, words, rng)
        for copy in range(times)
        for name, text in sorted(texts.items())
    }


def write(folder: Path, times: int = TIMES) -> list[Path]:
    """Write the copies of the seeds into a folder and return their paths."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in SEEDS.glob("*.txt")}
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, text in crowd(texts, times).items():
        paths.append(folder / name)
        paths[-1].write_text(text, encoding="utf-8")
    return paths


def main() -> None:
    """Write the articles and say how many words they have."""
    parser = argparse.ArgumentParser(description="A large story out of the seeds.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--times", type=int, default=TIMES)
    asked = parser.parse_args()
    paths = write(asked.folder, asked.times)
    words = sum(len(path.read_text(encoding="utf-8").split()) for path in paths)
    print(f"{len(paths)} articles, {words} words")


if __name__ == "__main__":
    main()
