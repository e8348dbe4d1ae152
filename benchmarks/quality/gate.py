"""The gate: briefs of the project's own topics must tell as much as they did, and read as well.

    python benchmarks/quality/gate.py                 the topics of this folder (make quality)
    python benchmarks/quality/gate.py --data FOLDER   the development sets (make quality-full)
    … --raise                                         pin what is reached now; floors only rise

Of the topics of this folder it is told besides how many citations are right (citations.py).

Floors stand in floors.toml, each set's with the digest of the corpus it was measured on. They are
whole points, half a point or more below what was reached, so that neither the last digit of another
machine nor a change of one sentence in one brief fails anybody.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import re
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING

import citations

from summarize.cache import CachedEncoder, default_path
from summarize.errors import SummarizeError
from summarize.evaluate.dataset import Dataset, Topic, dataset
from summarize.evaluate.judge import Plan, evaluate
from summarize.evaluate.runs import OURS, summary
from summarize.models import load
from summarize.read import read
from summarize.settings import DEFAULT_MODEL

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from summarize.evaluate.runs import Run
    from summarize.records import Encoder

    Measured = tuple[str, dict[str, float]]
    Floors = Mapping[str, Mapping[str, str | int]]

HERE = Path(__file__).parent
SEEDS = HERE.parent.parent / "seeds"
FLOORS = HERE / "floors.toml"
WORDS = 150
SLACK = 0.5  # points between what is reached and the floor that is pinned, at least
OWN = "own"
SETS = (("multiling2011-en", 250), ("multinews", 264), ("allsides", 150), ("allsides", 66))
# How every brief must read, whatever it tells: shares of sentences, briefs, and words.
MOST_DANGLING, MOST_REPEATING, LONGEST_MEDIAN = 0.03, 0, 32


@dataclass(frozen=True, slots=True)
class Fact:
    """Something a brief should tell: told where a sentence matches; weighed by its sources."""

    fact: str
    pattern: str
    weight: int

    def told(self, sentences: Iterable[str]) -> bool:
        """Return whether any of the sentences tells it."""
        return any(re.search(self.pattern, one, re.IGNORECASE) for one in sentences)


def facts() -> dict[str, list[Fact]]:
    """Return the facts of each topic."""
    known = tomllib.loads((HERE / "facts.toml").read_text(encoding="utf-8"))
    return {topic: [Fact(**fact) for fact in own] for topic, own in known.items()}


def coverage(sentences: Sequence[str], own: Sequence[Fact]) -> float:
    """Return the weighted share of the facts that the sentences tell."""
    told = sum(fact.weight for fact in own if fact.told(sentences))
    return told / sum(fact.weight for fact in own)


def corpus() -> Dataset:
    """Return the project's own topics; the digest covers articles, references and facts."""
    reference = (HERE / "seeds.txt").read_text(encoding="utf-8").strip()
    seeds = Topic("seeds", read(SEEDS), (reference,))
    files = [HERE / "topics.jsonl", HERE / "seeds.txt", HERE / "facts.toml"]
    files += sorted(SEEDS.glob("*.txt"))
    digest = hashlib.sha256()
    for file in files:
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    topics = (seeds, *dataset(HERE / "topics.jsonl").topics)
    return Dataset(OWN, digest.hexdigest()[:12], topics)


def scored(run: Run) -> dict[str, float]:
    """Return the scores of a run that have floors, times 100."""
    found = summary(run, OURS).scores["stemmed"]
    return {metric: 100 * found[metric].f.value for metric in ("rouge1", "rouge2")}


def unreadable(run: Run) -> list[str]:
    """Return what is wrong with how the briefs of a run read."""
    found = summary(run, OURS)
    wrong = []
    if found.dangling > MOST_DANGLING:
        wrong.append(f"{run.dataset}: {100 * found.dangling:.1f} % of the sentences dangle")
    if found.repeats > MOST_REPEATING:
        wrong.append(f"{run.dataset}: {found.repeats} briefs repeat themselves")
    if found.length > LONGEST_MEDIAN:
        wrong.append(f"{run.dataset}: the median sentence has {found.length:g} words")
    return wrong


def shortfalls(name: str, digest: str, found: Mapping[str, float], floors: Floors) -> list[str]:
    """Return where the scores of a set fall short of its floors."""
    floor = floors.get(name)
    if floor is None:
        return [f"{name} has no floors; pin them with --raise"]
    if floor["corpus"] != digest:
        return [
            f"{name} is another corpus ({digest}) than its floors were measured on "
            f"({floor['corpus']}); remove its floors and pin new ones with --raise"
        ]
    return [
        f"{name}: {metric} is {value:.2f}, its floor {floor[metric]}"
        for metric, value in found.items()
        if value < int(floor.get(metric, 0))
    ]


def raised(
    name: str, digest: str, found: Mapping[str, float], floors: Floors
) -> dict[str, dict[str, str | int]]:
    """Return the floors with those of a set raised to what is reached; none is ever lowered.

    Raises:
        ValueError: the floors were measured on another corpus.
    """
    old = dict(floors.get(name, {"corpus": digest}))
    if old["corpus"] != digest:
        raise ValueError(shortfalls(name, digest, found, floors)[0])
    new = {
        metric: max(math.floor(value - SLACK), int(old.get(metric, 0)))
        for metric, value in found.items()
    }
    return {**{key: dict(value) for key, value in floors.items()}, name: {**old, **new}}


def written(floors: Floors) -> str:
    """Return the floors as TOML."""
    lines = ["# Written by gate.py --raise. A floor may rise, never fall."]
    for name, values in sorted(floors.items()):
        lines += ["", f"[{name}]"]
        lines += [f"{k} = {v}" if isinstance(v, int) else f'{k} = "{v}"' for k, v in values.items()]
    return "\n".join(lines) + "\n"


def own(encoder: Encoder) -> tuple[str, dict[str, float], list[str]]:
    """Return digest, scores and what is wrong of the project's own topics, with a table."""
    topics, known = corpus(), facts()
    run = evaluate(topics, Plan(words=WORDS, baselines=False), encoder)
    shares = {one.topic: coverage(one.picks, known[one.topic]) for one in run.topics}
    for one in run.topics:
        f = 100 * one.systems[OURS].scores["stemmed"]["rouge2"].f
        missing = [fact.fact for fact in known[one.topic] if not fact.told(one.picks)]
        print(
            f"{one.topic:16} facts {100 * shares[one.topic]:5.1f}  R-2 {f:5.2f}  not told: "
            f"{'; '.join(missing) or 'nothing'}"
        )
    return topics.digest, {"facts": 100 * fmean(shares.values()), **scored(run)}, unreadable(run)


def development(folder: Path, encoder: Encoder) -> tuple[dict[str, Measured], list[str]]:
    """Return digest and scores of each development set, and what is wrong with the briefs."""
    found: dict[str, Measured] = {}
    wrong: list[str] = []
    for stem, words in SETS:
        topics = dataset(citations.located(folder, f"{stem}.jsonl"))
        run = evaluate(topics, Plan(words=words, baselines=False), encoder)
        found[f"{stem}-{words}"] = run.digest, scored(run)
        wrong += unreadable(run)
    return found, wrong


def judge(data: Path | None, *, pin: bool) -> list[str]:
    """Measure, raise the floors if asked to, and return where something falls short."""
    encoder = CachedEncoder(load(DEFAULT_MODEL), default_path())
    floors: Floors = tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    if data:
        measured, wrong = development(data, encoder)
    else:
        digest, scores, wrong = own(encoder)
        measured = {OWN: (digest, scores), "citations": citations.own(encoder)}
    for name, (digest, found) in measured.items():
        print(name, digest, *(f"{metric} {value:.2f}" for metric, value in found.items()))
        if pin:
            floors = raised(name, digest, found, floors)
        wrong += shortfalls(name, digest, found, floors)
    if pin:
        FLOORS.write_text(written(floors), encoding="utf-8")
    return wrong


def main() -> int:
    """Return 0 where all floors are reached, 1 where one is not, 2 where it cannot be told."""
    parser = argparse.ArgumentParser(description="Hold the briefs to their floors.")
    parser.add_argument("--data", type=Path, help="folder with the development sets")
    parser.add_argument("--raise", dest="pin", action="store_true", help="raise the floors")
    asked = parser.parse_args()
    try:
        wrong = judge(asked.data, pin=asked.pin)
    except (SummarizeError, ValueError) as problem:
        print(f"quality: {problem}", file=sys.stderr)
        return 2
    for line in wrong:
        print(f"quality: {line}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
