"""evaluate: how close the briefs of a dataset's topics come to what people wrote of them.

Every topic is read and understood once; ours and the baselines then choose from the same sentences
at the same length. The time of understanding counts for ours alone.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from summarize import __version__
from summarize.errors import NothingToSummarizeError
from summarize.evaluate import baselines
from summarize.evaluate.runs import ORACLE, OURS, Judged, Lost, Outcome, Run
from summarize.evaluate.scores import Style, library_version, mean, rouge, style
from summarize.evaluate.significance import DRAWS
from summarize.languages import main_language, suited, told
from summarize.pipeline import compose, understand
from summarize.records import Span
from summarize.settings import DEFAULT_MODEL, Settings
from summarize.text.tongues.force import is_foreign, speaking

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from summarize.evaluate.dataset import Dataset, Topic
    from summarize.records import Brief, Encoder, Story

    Watch = Callable[[str, int, int], None]
    Maker = Callable[[], list[list[int]]]
    Peer = Callable[[Story, int], list[int]]

BASELINES = ("lead", "random", "centroid", "lexrank", ORACLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How to evaluate: length (None is each topic's mean reference length), baselines, seed."""

    words: int | None = None
    baselines: bool = True
    seed: int = 0
    model: str = DEFAULT_MODEL


def evaluate(
    dataset: Dataset,
    plan: Plan,
    encoder: Encoder,
    watch: Watch | None = None,
    peers: Mapping[str, Peer] | None = None,
) -> Run:
    """Return the scores of our briefs, and of the baselines, on every topic of a dataset.

    A topic of which no brief can be made counts as nought for all. `peers` are further systems: of
    a story and a number of words each makes the numbers of the statements it picks.

    Raises:
        UsageError: the library that computes ROUGE is not installed.
    """
    revision = library_version()
    judged = []
    for number, topic in enumerate(dataset.topics):
        if watch:
            watch("evaluate", number, len(dataset.topics))
        judged.append(_judge(topic, plan, encoder, peers or {}))
    length = "reference" if plan.words is None else plan.words
    signature = (
        f"summarize:{__version__} words:{length} {_means(dataset, encoder)}rouge-score:{revision} "
        f"corpus:{dataset.digest} topics:{len(judged)} seed:{plan.seed} draws:{DRAWS}"
    )
    return Run(dataset.name, dataset.digest, signature, plan.seed, tuple(judged))


def _means(dataset: Dataset, encoder: Encoder) -> str:
    """Return what embeds the topics, and whether their words are cut by Unicode, to be signed."""
    spoken = {main_language(told(topic.reading)) for topic in dataset.topics}
    used = set()
    for language in spoken:
        with speaking(language):
            used.add(suited(encoder).revision)
    unicode = "tokens:unicode " if any(map(is_foreign, spoken)) else ""
    return f"model:{'+'.join(sorted(used))} {unicode}"


def _judge(topic: Topic, plan: Plan, encoder: Encoder, peers: Mapping[str, Peer]) -> Judged:
    with speaking(main_language(told(topic.reading))):
        return _judged(topic, plan, encoder, peers)


def _judged(topic: Topic, plan: Plan, encoder: Encoder, peers: Mapping[str, Peer]) -> Judged:
    """Return what became of a topic: our brief of it, and those it is compared with."""
    words = topic.length if plan.words is None else plan.words
    start = time.perf_counter()
    try:
        story, drops = understand(topic.reading, encoder)
        settings = Settings(words=words, model=plan.model)
        brief = compose(story, drops, settings, encoder)
    except NothingToSummarizeError:
        return _nothing(topic, words, [OURS, *(BASELINES if plan.baselines else ()), *peers])
    seconds = time.perf_counter() - start
    number_of = {story.sentence(n).span: n for n in range(len(story.embedded.statements))}
    picked = [number_of[pick.sentence.span] for pick in brief.picks]
    systems = {OURS: _outcome([picked], story, topic.references, seconds)}
    lost: tuple[Lost, ...] = ()
    makers = _makers(story, words, topic.references, plan.seed) if plan.baselines else {}
    makers |= {name: partial(_once, peer, story, words) for name, peer in peers.items()}
    for name, make in makers.items():
        start = time.perf_counter()
        chosen = make()
        seconds = (time.perf_counter() - start) / len(chosen)
        systems[name] = _outcome(chosen, story, topic.references, seconds)
        if name == ORACLE:
            lost = tuple(_lost(chosen[0], story, brief))
    picks = tuple(pick.sentence.text for pick in brief.picks)
    return Judged(topic.id, words, systems, picks, lost)


def _makers(story: Story, words: int, references: Sequence[str], seed: int) -> dict[str, Maker]:
    """Return the baselines in the order of the table; each makes one brief or several."""
    makers: tuple[Maker, ...] = (
        lambda: [baselines.lead(story, words)],
        lambda: baselines.random(story, words, seed),
        lambda: [baselines.centroid(story, words)],
        lambda: [baselines.lexrank(story, words)],
        lambda: [baselines.oracle(story, words, references)],
    )
    return dict(zip(BASELINES, makers, strict=True))


def _once(peer: Peer, story: Story, words: int) -> list[list[int]]:
    return [peer(story, words)]


def _outcome(
    chosen: Sequence[Sequence[int]], story: Story, references: Sequence[str], seconds: float
) -> Outcome:
    """Return how the briefs of one system score and read: the mean where it drew several."""
    scores = [rouge(references, [story.sentence(n).text for n in one]) for one in chosen]
    styles = [style(one, story) for one in chosen]
    count = len(styles)
    return Outcome(
        scores=mean(scores),
        style=Style(
            cosine=sum(one.cosine for one in styles) / count,
            shared=sum(one.shared for one in styles) / count,
            voices=sum(one.voices for one in styles) / count,
            lengths=tuple(length for one in styles for length in one.lengths),
            dangling=sum(one.dangling for one in styles),
        ),
        seconds=seconds,
    )


def _lost(wanted: Sequence[int], story: Story, brief: Brief) -> Iterator[Lost]:
    """Say of each of the oracle's sentences where it was lost; all are sentences of the story."""
    drops = {drop.item: drop for drop in brief.drops if isinstance(drop.item, Span)}
    for number in wanted:
        sentence = story.sentence(number)
        drop = drops.get(sentence.span)
        yield Lost(sentence.text, drop.stage if drop else None, drop.reason if drop else None)


def _nothing(topic: Topic, words: int, systems: Sequence[str]) -> Judged:
    empty = Outcome(rouge(topic.references, []), Style(0.0, 0.0, 0.0, (), 0), 0.0)
    return Judged(topic.id, words, dict.fromkeys(systems, empty), ())
