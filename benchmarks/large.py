"""Large stories: seconds of each stage besides embedding, and the most memory, by their size.

    python benchmarks/large.py --sizes 100,1000 ../data/mds/multinews.jsonl …

Each size is measured in a process of its own, in which a stand-in gives vectors at once: sentences
that share words have similar ones. What embedding would take is told by a sample of the sentences,
encoded by the default model in the same process once all else is done; seconds are the processor's,
of all cores. The articles are those of the topic files named (of the seeds,
without any), varied until there are enough: no two of them are copies, all tell of the same people.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
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

# As the command has it: threads that wait for the next small product keep a core busy, and to look
# for circles in what a large story leaves takes a twentieth of the time.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
gc.set_threshold(50_000, 20, 20)
SEEDS = Path(__file__).parent.parent / "seeds"
SENTENCES = 30  # of an article
OTHER = 0.4  # of the words are another article's, so that no run of five is often left
PEOPLE = 60  # names that the whole story shares
NAMED = 0.5  # of the names in mid-sentence are one of these
SAMPLE = 1000  # sentences, of all that would be embedded
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
    texts = [story.sentence(number).text for number in range(len(story.embedded.statements))]
    return {"counts": counts, "stages": stages, "embedding": stand.texts * each(texts)}


def denied(count: int, paths: Sequence[str]) -> dict[str, int]:
    """Return how many pairs disagree about a deed: of those most denied, and of all."""
    from summarize.differing import deeds
    from summarize.differing.contrast import Contrast
    from summarize.differing.points import Points
    from summarize.pipeline import understand
    from summarize.records import Reading

    story, _ = understand(Reading(tuple(varied(count, told(paths)))), Stand())
    found = {}
    for name, most in (("most denied", deeds.MOST), ("all", sys.maxsize)):
        deeds.MOST = most
        points = Points(story)
        slots: dict[str, list[Any]] = {}
        for point in points.each():
            if point.value.slot.startswith("to "):
                slots.setdefault(point.value.slot, []).append(point)
        own = (sorted(members, key=points.place) for members in slots.values())
        found[name] = sum(1 for members in own for _ in Contrast(points, members).pairs())
    return found


def each(texts: Sequence[str]) -> float:
    """Return the processor seconds in which the default model encodes a text, by a sample."""
    from summarize.models import load
    from summarize.settings import Settings

    some = Random(0).sample(sorted(texts), min(SAMPLE, len(texts)))
    model = load(Settings().model)
    model.encode(some[:1])
    begun = time.process_time()
    model.encode(some)
    return (time.process_time() - begun) / len(some)


def main() -> None:
    """Print a column of seconds a size, a row a stage, with the total a thousand sentences."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("topics", nargs="*", help="topic files whose articles are varied")
    parser.add_argument("--sizes", default="100,300,1000", help="numbers of articles")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    parser.add_argument(
        "--deeds", type=int, help="articles: count the pairs that disagree about a deed instead"
    )
    asked = parser.parse_args()
    if asked.deeds:
        print(denied(asked.deeds, asked.topics))
        return
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
    ms = [1000 * t / one["counts"]["articles"] for t, one in zip(totals, found, strict=True)]
    print(f"{'an article':12}{''.join(f'{one:8.1f} ms     ' for one in ms)}")
    embedding = [one["embedding"] for one in found]
    print(f"{'embedding':12}{''.join(f'{seconds:9.2f} s     ' for seconds in embedding)}")
    shares = [100 * t / e for t, e in zip(totals, embedding, strict=True)]
    print(f"{'all of it':12}{''.join(f'{share:8.1f} %      ' for share in shares)}")


if __name__ == "__main__":
    main()
