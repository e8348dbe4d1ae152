"""Large stories: seconds of each stage besides embedding, and the most memory, by their size.

    python benchmarks/large.py --sizes 100,1000 ../data/mds/multinews.jsonl …

Each size is measured in a process of its own, in which a stand-in gives vectors at once: sentences
that share words have similar ones. The articles are those of the topic files named (of the seeds,
without any), varied until there are enough: no two of them are copies, all tell of the same people.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import subprocess
import sys
import time
import zlib
from collections import Counter
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from summarize.records import Article

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SEEDS = Path(__file__).parent.parent / "seeds"
SENTENCES = 30  # of an article
OTHER = 0.4  # of the words are another article's, so that no run of five is often left
PEOPLE = 60  # names that the whole story shares
NAMED = 0.5  # of the names in mid-sentence are one of these
_BLOCK = 2048  # rows of words: vectors are made as they are needed
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]+[”\"’)]?")
_WORD = re.compile(r"[^\W\d_]{4,}")


class Stand:
    """Stands in for a model: the sum of a fixed random vector for each content word, normalized."""

    revision = "stand@1"
    dimension = 384

    def __init__(self) -> None:
        import numpy as np

        rng = np.random.default_rng(0)
        self._table = rng.standard_normal((_BLOCK, self.dimension), dtype=np.float32)
        self.texts = 0
        self.seconds = 0.0

    def encode(self, texts: Sequence[str]) -> Any:
        """Return one unit vector a text, n × d, float32."""
        import numpy as np

        from summarize.text.terms import content

        begun = time.process_time()
        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for at, text in enumerate(texts):
            for word in content(text):
                number = zlib.crc32(word.encode())
                rows[at] += np.roll(self._table[number % _BLOCK], number // _BLOCK % self.dimension)
        rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
        self.texts += len(texts)
        self.seconds += time.process_time() - begun
        return rows


def told(paths: Sequence[str]) -> list[list[str]]:
    """Return the sentences of each article of some topic files, or of the seeds."""
    texts = [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))] if not paths else []
    for path in paths:
        for line in Path(path).read_text("utf-8").splitlines():
            row = json.loads(line)
            texts += [document["text"] for document in row.get("documents", [row])]
    found = ([own.strip() for own in _SENTENCE.findall(text)] for text in texts)
    return [own for own in ([s for s in some if s.count(" ") > 5] for some in found) if own]


def varied(count: int, sources: Sequence[Sequence[str]]) -> Iterator[Article]:
    """Give articles on one story, each of sentences that no other has."""
    random = Random(7)
    every = [text for own in sources for text in own]
    words = [w for text in every for w in _WORD.findall(text[1:]) if w.islower()]
    names = Counter(w for text in every for w in _WORD.findall(text[1:]) if w.istitle())
    people = [name for name, _ in names.most_common(PEOPLE)]

    def another(match: re.Match[str]) -> str:
        word = match.group()
        if match.start() and word.istitle() and random.random() < NAMED:
            return people[int(PEOPLE * random.random() ** 2)]
        return random.choice(words) if word.islower() and random.random() < OTHER else word

    for number in range(count):
        own = list(sources[number % len(sources)])
        own += random.choices(every, k=max(0, SENTENCES - len(own)))
        lines = [_WORD.sub(another, text) for text in own[:SENTENCES]]
        text = "\n\n".join(" ".join(lines[at : at + 3]) for at in range(0, len(lines), 3))
        day = f"2024-04-{1 + number % 28:02}"
        title = " ".join(lines[0].split()[:9])
        yield Article(f"{number:05}.txt", text, title, f"Outlet {number % 300}", date=day)


def measured(count: int, paths: Sequence[str]) -> dict[str, Any]:
    """Return the seconds of each stage of one story, and the megabytes at its end."""
    from summarize.pipeline import compose, understand
    from summarize.records import Reading
    from summarize.render import render
    from summarize.settings import Settings

    reading = Reading(tuple(varied(count, told(paths))))
    stages: dict[str, list[float]] = {}
    last = [time.process_time(), "before"]

    def watch(stage: str, done: int, total: int) -> None:
        now = time.process_time()
        name = str(last[1])
        spent = stages.setdefault(name, [0.0, 0.0])
        spent[0] += now - float(last[0])
        spent[1] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        last[:] = [now, stage]

    stand = Stand()
    story, drops = understand(reading, stand, watch)
    made = compose(story, drops, Settings(), stand, watch)
    watch("render", 0, 0)
    for form in ("markdown", "json"):
        render(made, form)
    watch("end", 0, 0)
    stages["embed"][0] -= stand.seconds
    counts = {"articles": count, "sentences": len(story.sentences), "embedded": stand.texts}
    return {"counts": counts, "stages": stages, "picks": [p.sentence.text for p in made.picks]}


def main() -> None:
    """Print a column of seconds a size, a row a stage, with the total a thousand sentences."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("topics", nargs="*", help="topic files whose articles are varied")
    parser.add_argument("--sizes", default="100,300,1000", help="numbers of articles")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        print(json.dumps(measured(asked.one, asked.topics)))
        return
    found = []
    for size in asked.sizes.split(","):
        command = [sys.executable, __file__, "--one", size, *asked.topics]
        found.append(json.loads(subprocess.run(command, stdout=-1, check=True).stdout))
    heads = [f"{one['counts']['articles']:>16}" for one in found]
    print(f"{'articles':12}{''.join(heads)}")
    for count in ("sentences", "embedded"):
        numbers = [one["counts"][count] for one in found]
        print(f"{count:12}{''.join(f'{number:>16}' for number in numbers)}")
    for stage in found[0]["stages"]:
        cells = (one["stages"][stage] for one in found)
        print(f"{stage:12}{''.join(f'{s:9.2f} s{m:5.0f}' for s, m in cells)}")
    totals = [sum(s for n, (s, _) in one["stages"].items() if n != "before") for one in found]
    print(f"{'all':12}{''.join(f'{total:9.2f} s     ' for total in totals)}")
    each = [1000 * t / one["counts"]["articles"] for t, one in zip(totals, found, strict=True)]
    print(f"{'an article':12}{''.join(f'{ms:8.1f} ms     ' for ms in each)}")


if __name__ == "__main__":
    main()
