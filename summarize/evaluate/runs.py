"""runs: what an evaluation found, topic by topic, and two of them compared.

A run holds every topic's scores, so that intervals and paired tests can be made of it later.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass
from itertools import islice
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple

from summarize.errors import SourceError, UsageError
from summarize.evaluate.scores import METRICS, STEMS, Score, Style
from summarize.evaluate.significance import Difference, intervals, paired

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

OURS, ORACLE = "summarize", "oracle"
SCHEMA = "summarize/evaluate/1"
REPEATING = 0.6  # share of content words from which two sentences of a brief say the same


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one system made of one topic; of several draws, the mean."""

    scores: Mapping[str, Mapping[str, Score]]
    style: Style
    seconds: float


@dataclass(frozen=True, slots=True)
class Lost:
    """A sentence of the oracle's and what became of it in ours; stage None if we picked it too."""

    text: str
    stage: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Judged:
    """One topic: the words allowed, the outcome of each system, our picks, the oracle's."""

    topic: str
    words: int
    systems: Mapping[str, Outcome]
    picks: tuple[str, ...]
    lost: tuple[Lost, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """All topics of a dataset, and what their scores depend on."""

    dataset: str
    digest: str
    signature: str
    seed: int
    topics: tuple[Judged, ...]

    @property
    def systems(self) -> tuple[str, ...]:
        """The systems in the order of the table, ours first."""
        return tuple(self.topics[0].systems)

    def values(
        self, system: str, metric: str, kind: str = "stemmed", part: str = "f"
    ) -> list[float]:
        """Return one part of each topic's score: `precision`, `recall` or `f`."""
        scores = (topic.systems[system].scores[kind][metric] for topic in self.topics)
        return [getattr(score, part) for score in scores]


@dataclass(frozen=True, slots=True)
class Mean:
    """The mean of a score over topics with its 95 % interval."""

    value: float
    low: float
    high: float


class Means(NamedTuple):
    """The means of a metric's scores."""

    precision: Mean
    recall: Mean
    f: Mean


@dataclass(frozen=True, slots=True)
class Summary:
    """One system over all topics; `scores` by kind and metric.

    `cosine` and `shared` are means over topics of the largest similarity in a brief, `repeats`
    counts briefs with two sentences that share `REPEATING` of their words; `against` is ours less
    this system in stemmed ROUGE-2 F.
    """

    scores: Mapping[str, Mapping[str, Means]]
    cosine: float
    shared: float
    repeats: int
    voices: float
    length: float
    dangling: float
    seconds: float
    against: Difference | None


def summary(run: Run, system: str) -> Summary:
    """Return what a system did over all topics of a run."""
    columns = [
        run.values(system, metric, kind, part)
        for kind in STEMS
        for metric in METRICS
        for part in Score._fields
    ]
    rows = list(zip(*columns, strict=True))
    low, high = intervals(rows, run.seed)
    count = len(rows)
    means = [
        Mean(sum(c) / count, float(a), float(b)) for c, a, b in zip(columns, low, high, strict=True)
    ]
    found = iter(means)
    outcomes = [topic.systems[system] for topic in run.topics]
    lengths = [length for one in outcomes for length in one.style.lengths]
    ours = None
    if system != OURS:
        ours = paired(run.values(OURS, "rouge2"), run.values(system, "rouge2"), run.seed)
    return Summary(
        scores={k: {m: Means(*islice(found, 3)) for m in METRICS} for k in STEMS},
        cosine=sum(one.style.cosine for one in outcomes) / count,
        shared=sum(one.style.shared for one in outcomes) / count,
        repeats=sum(one.style.shared >= REPEATING for one in outcomes),
        voices=sum(one.style.voices for one in outcomes) / count,
        length=float(median(lengths)) if lengths else 0.0,
        dangling=sum(one.style.dangling for one in outcomes) / max(1, len(lengths)),
        seconds=sum(one.seconds for one in outcomes) / count,
        against=ours,
    )


def worst(run: Run, count: int) -> tuple[Judged, ...]:
    """Return the topics with our lowest ROUGE-2 F (stemmed), worst first."""
    scored = sorted(zip(run.values(OURS, "rouge2"), range(len(run.topics)), strict=True))
    return tuple(run.topics[number] for _, number in scored[:count])


def fates(run: Run) -> list[tuple[str, int]]:
    """Return what became of the oracle's sentences over all topics, the commonest first.

    What a reason quotes is left out, so that reasons of one kind count together.
    """
    counts = Counter(
        f"{lost.stage}: {(lost.reason or '').split(': “')[0]}" if lost.stage else "picked"
        for topic in run.topics
        for lost in topic.lost
    )
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def compare(one: Run, other: Run) -> dict[str, Difference]:
    """Return by metric how much better (stemmed F) our briefs of `one` are than of `other`.

    Raises:
        UsageError: the runs are not about the same topics.
    """
    if one.digest != other.digest:
        raise UsageError(
            f"The two runs are about different corpora ({one.dataset} {one.digest}, "
            f"{other.dataset} {other.digest}); compare runs of the same topics."
        )
    places = {topic.topic: number for number, topic in enumerate(other.topics)}
    order = [places[topic.topic] for topic in one.topics]
    found = {}
    for metric in METRICS:
        theirs = other.values(OURS, metric)
        found[metric] = paired(one.values(OURS, metric), [theirs[n] for n in order], one.seed)
    return found


def as_data(run: Run) -> dict[str, Any]:
    """Return a run as plain data, from which `load` makes the same run."""
    return {"schema": SCHEMA, **asdict(run)}


def load(text: str, name: str) -> Run:
    """Return the run that was saved as JSON.

    Raises:
        SourceError: the text is no saved run.
    """
    try:
        data = json.loads(text)
        topics = tuple(_judged(topic) for topic in data["topics"])
        run = Run(data["dataset"], data["digest"], data["signature"], int(data["seed"]), topics)
        sound = data["schema"] == SCHEMA and all(OURS in topic.systems for topic in topics)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        sound = False
    if not sound or not topics:
        raise SourceError(
            f"{name} is no saved run; make one with summarize evaluate DATASET -o run.json."
        )
    return run


def _judged(data: Any) -> Judged:
    return Judged(
        topic=str(data["topic"]),
        words=int(data["words"]),
        systems={name: _outcome(one) for name, one in data["systems"].items()},
        picks=tuple(data["picks"]),
        lost=tuple(Lost(**lost) for lost in data["lost"]),
    )


def _outcome(data: Any) -> Outcome:
    style = {**data["style"], "lengths": tuple(data["style"]["lengths"])}
    return Outcome(
        scores={k: {m: _score(data["scores"][k][m]) for m in METRICS} for k in STEMS},
        style=Style(**style),
        seconds=float(data["seconds"]),
    )


def _score(values: Sequence[float]) -> Score:
    precision, recall, f = values
    return Score(float(precision), float(recall), float(f))
