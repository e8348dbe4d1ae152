"""An evaluation as tables: scores with intervals, how the briefs read, the worst topics.

ROUGE is shown times 100, as usual.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from summarize.evaluate.runs import ORACLE, OURS, REPEATING, as_data, compare, fates, summary, worst
from summarize.evaluate.scores import METRICS, STEMS
from summarize.render.json import encode
from summarize.render.tables import Notes, Part, Table, markdown_tables, terminal_tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from summarize.evaluate.runs import Judged, Mean, Run, Summary
    from summarize.evaluate.significance import Difference

_NAMES = {"rouge1": "R-1", "rouge2": "R-2", "rougeL": "R-L", "rougeLsum": "R-Lsum"}
_SYSTEMS = (
    "All take whole sentences of the same cleaned articles, never over the length. Lead: the first "
    "sentences in turn. Random: the mean of 10 draws. Centroid, lexrank: on sentence vectors. "
    "Oracle: greedy with the references in sight. Ours by: how much better ours is in R-2, paired "
    "by topic, 95 % by bootstrap and p by randomization."
)


def render_run(run: Run, form: str, show: int, width: int, *, colour: bool) -> str:
    """Return a run in one of the formats of evaluations, with its `show` worst topics."""
    found = {name: summary(run, name) for name in run.systems}
    if form == "json":
        data = as_data(run)
        data["summary"] = {name: asdict(one) for name, one in found.items()}
        return encode(data)
    parts: list[Part] = [overview(found)]
    parts += [_full(found, kind) for kind in STEMS]
    parts.append(reading(found))
    if ORACLE in found:
        parts.append(losses(run))
    parts += [part for topic in worst(run, show) for part in _topic(topic)]
    topics = "1 topic" if len(run.topics) == 1 else f"{len(run.topics)} topics"
    return _page(f"{run.dataset}: {topics}", parts, run.signature, form, (width, colour))


def render_comparison(runs: tuple[Run, Run], form: str, width: int, *, colour: bool) -> str:
    """Return how much better our briefs of the first run are than those of the second."""
    one, other = runs
    found = compare(one, other)
    if form == "json":
        return encode(
            {
                "schema": "summarize/compare/1",
                "signatures": [one.signature, other.signature],
                "differences": {metric: asdict(way) for metric, way in found.items()},
            }
        )
    rows = []
    for metric, way in found.items():
        means = [sum(run.values(OURS, metric)) / len(run.topics) for run in runs]
        cells = (f"{100 * means[0]:.2f}", f"{100 * means[1]:.2f}", *_difference(way))
        rows.append((_NAMES[metric], *cells))
    head = ("stemmed F", "first", "second", "difference", "95 %", "p")
    foot = f"first: {one.signature}\nsecond: {other.signature}"
    table = Table("First against second", head, tuple(rows))
    return _page(f"{one.dataset}: two runs compared", [table], foot, form, (width, colour))


def _page(title: str, parts: Iterable[Part], foot: str, form: str, how: tuple[int, bool]) -> str:
    if form == "markdown":
        return markdown_tables(title, parts, foot)
    width, colour = how
    return terminal_tables(title, parts, foot, width, colour=colour)


def overview(found: Mapping[str, Summary]) -> Table:
    """Return the systems' scores side by side, and how much better ours are."""
    rows = []
    for name, one in found.items():
        scores = one.scores["stemmed"]
        means = [f"{100 * scores[metric].f.value:.2f}" for metric in METRICS]
        way = _difference(one.against) if one.against else ("", "", "")
        rows.append((name, *means, *way))
    head = ("F, stemmed", *(_NAMES[metric] for metric in METRICS), "ours by", "95 %", "p")
    return Table("Against the baselines", head, tuple(rows), _SYSTEMS)


def _full(found: Mapping[str, Summary], kind: str) -> Table:
    rows = []
    for name, one in found.items():
        for metric in METRICS:
            means = one.scores[kind][metric]
            cells = (f"{100 * mean.value:.2f}" for mean in means)
            first = name if metric == METRICS[0] else ""
            rows.append((first, _NAMES[metric], *cells, _interval(means.f)))
    head = ("", "", "precision", "recall", "F", "95 % of F")
    return Table(f"ROUGE, {kind}", head, tuple(rows))


def reading(found: Mapping[str, Summary]) -> Table:
    """Return how the systems' briefs read."""
    rows = tuple(
        (
            name,
            f"{one.cosine:.2f}",
            f"{one.shared:.2f}",
            f"{one.repeats}",
            f"{100 * one.voices:.0f} %",
            f"{one.length:g}",
            f"{100 * one.dangling:.1f} %",
            f"{one.seconds:.3f}",
        )
        for name, one in found.items()
    )
    head = ("", "cosine", "shared", "repeats", "voices", "words", "dangling", "seconds")
    note = (
        "Cosine and shared: the largest similarity of two sentences of a brief, by vectors and by "
        f"content words, mean over topics. Repeats: briefs where the latter reaches {REPEATING}. "
        "Voices: the share of independent sources that carry any of it. Words: the median "
        "sentence. Dangling: sentences that open by leaning on one that is not there. Seconds: a "
        "topic; ours with cleaning and vectors, be they made or remembered, the others without."
    )
    return Table("How the briefs read", head, rows, note)


def losses(run: Run) -> Table:
    """Return what became of the oracle's sentences in our briefs."""
    found = fates(run)
    total = sum(count for _, count in found)
    rows = tuple((fate, str(count), f"{100 * count / total:.1f} %") for fate, count in found)
    return Table("What became of the oracle's sentences", ("", "sentences", "share"), rows)


def _topic(topic: Judged) -> Iterable[Part]:
    f = 100 * topic.systems[OURS].scores["stemmed"]["rouge2"].f
    yield Notes(f"{topic.topic}: R-2 {f:.2f}, {topic.words} words allowed; picked", topic.picks)
    if topic.lost:
        lines = []
        for lost in topic.lost:
            fate = f"{lost.stage}: {lost.reason}" if lost.stage else "picked"
            lines.append(f"{lost.text} ({fate})")
        yield Notes(f"{topic.topic}: what the oracle picks, and where we lost it", tuple(lines))


def _difference(way: Difference) -> tuple[str, str, str]:
    p = "< 0.001" if way.p < 0.001 else f"{way.p:.3f}"
    return f"{100 * way.mean:+.2f}", f"{100 * way.low:+.2f} to {100 * way.high:+.2f}", p


def _interval(mean: Mean) -> str:
    return f"{100 * mean.low:.2f} to {100 * mean.high:.2f}"
