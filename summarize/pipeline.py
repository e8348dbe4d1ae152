"""The stages in order, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from summarize.errors import NothingToSummarizeError, nothing_left
from summarize.languages import in_its_language, noted, suited
from summarize.records import Drop, Reading, Story
from summarize.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from summarize.records import Article, Brief, Encoder, Sentence

    Watch = Callable[[str, int, int], None]


def summarize(
    articles: Reading | Iterable[Article],
    settings: Settings | None = None,
    encoder: Encoder | None = None,
    watch: Watch | None = None,
) -> Brief:
    """Return one attributed brief of the articles of one story.

    Without an encoder, the settings' model is used, with its vectors cached on disk. `watch` is
    told each stage's name as it starts, and of embedding how much of how much is done.

    Raises:
        NothingToSummarizeError: no sentence is left to pick, or none fits the length.
        ModelError: the model is missing, is none, or fails its checksum.
    """
    from summarize.answers import remembering
    from summarize.asked.within import within
    from summarize.recall import recall

    settings = settings or Settings()
    reading = articles if isinstance(articles, Reading) else Reading(tuple(articles))
    own, encoder, tell = encoder is None, encoder or _encoder(settings), watch or _silent

    reading = noted(within(reading, settings), settings.language, encoder.revision)
    memory = recall(reading, settings, encoder, own=own)
    story, drops = memory.understood or understand(replace(reading, drops=()), encoder, tell)
    story = remembering(story, kept=memory.keeps(story))
    if settings.focus:
        from summarize.weighing.stories import STAGE

        # It says which story is meant.
        drops = tuple(drop for drop in drops if drop.stage != STAGE)
    try:
        made = compose(story, (*reading.drops, *drops), settings, encoder, tell)
    except NothingToSummarizeError as problem:
        problem.drops = (*reading.drops, *drops)
        raise
    memory.keep(story, drops)
    return made


@in_its_language
def compose(
    story: Story,
    drops: tuple[Drop, ...],
    settings: Settings,
    encoder: Encoder,
    tell: Watch | None = None,
) -> Brief:
    """Return the brief of a story that is understood, and of which `drops` were left out.

    Raises:
        NothingToSummarizeError: no sentence fits the length, or none is of what was asked for.
        SourceError: what is known to the reader cannot be read.
    """
    from summarize import findings
    from summarize.answers import remembering
    from summarize.asked.scope import concerned, scope
    from summarize.brief import brief, picks, sign
    from summarize.cite import cite
    from summarize.order import order
    from summarize.select import select

    tell, encoder, story = tell or _silent, suited(encoder), remembering(story)
    tell("rank", 0, 0)
    known, proof = findings.concepts(story), findings.evidence(story)
    asked = scope(story, settings, encoder)
    findings.begin_to_compare(story)
    worth = findings.ranked(story, known, proof, asked.parts)
    tell("select", 0, 0)
    selection = select(worth, known, proof, settings, asked.barred)
    tell("cite", 0, 0)
    cites = dict(zip(selection.picked, cite(selection.picked, proof), strict=True))
    del known, proof  # by far the largest things of a large story, and no more needed
    tell("order", 0, 0)
    ordered = order({p: worth[p].score for p in cites}, settings.order, story, cites)
    days = _days(ordered, story) if settings.timeline else {}
    ordered = tuple(days) or ordered
    tell("attribute", 0, 0)
    cited = [cites[pick] for pick in ordered]
    chosen = findings.attributed(picks(ordered, worth, cited, story), story)
    chosen = tuple(replace(p, day=days.get(n)) for n, p in zip(ordered, chosen, strict=True))
    tell("compare", 0, 0)
    differing = concerned(findings.disagreements(story), asked.barred, story)
    tell("brief", 0, 0)
    signature = sign(story.articles, settings, encoder.revision, asked.knowing)
    made = brief(chosen, selection, story, (*_note("focus", story, asked.note), *drops), signature)
    return replace(made, disagreements=differing, scope=asked.told)


def _days(ordered: Sequence[int], story: Story) -> dict[int, str | None]:
    from summarize.asked.timeline import timeline

    return dict(timeline(ordered, story))


@in_its_language
def understand(
    reading: Reading, encoder: Encoder, tell: Watch | None = None, *, whole: bool = False
) -> tuple[Story, tuple[Drop, ...]]:
    """Return all that is known of the articles before anything is chosen, and what was dropped.

    Articles that tell nothing, or something else than all others, are dropped, unless the story
    is to have the `whole` reading.

    Raises:
        NothingToSummarizeError: no sentence is left once page furniture is gone.
    """
    from summarize.clean import clean
    from summarize.embed import Reusing
    from summarize.segment import segment
    from summarize.text.terms import forget
    from summarize.text.typography import plainly
    from summarize.weighing.blank import blank
    from summarize.weighing.off_topic import off_topic

    forget()
    tell, encoder = tell or _silent, suited(encoder)
    while True:
        articles = plainly(reading.articles)
        tell("clean", 0, 0)
        cleaned = clean(articles)
        tell("segment", 0, 0)
        cut = segment(articles, cleaned.kept)
        if not cut:
            raise nothing_left(articles)
        idle, stage = {} if whole else blank(articles, cut), "clean"
        if not idle:
            story = replace(_story(articles, cut, encoder, tell), articles=reading.articles)
            idle, stage = {} if whole else off_topic(story), "trace"
        if not idle:
            notes = () if whole else _mixed(story)
            return story, (*reading.drops, *notes, *cleaned.drops)
        if stage == "trace":
            encoder = Reusing(story, encoder)
        reading = _without(idle, reading, stage)


def _story(
    articles: Sequence[Article], cut: Sequence[Sentence], encoder: Encoder, tell: Watch
) -> Story:
    """Return the story of articles that were cut into sentences."""
    from summarize.cluster import cluster
    from summarize.embed import embed, expect
    from summarize.fold import fold
    from summarize.join import join
    from summarize.trace import trace

    tell("join", 0, 0)
    sentences = join(articles, cut)
    expect(sentences, encoder)
    tell("trace", 0, 0)
    voices = trace(articles, cut)
    tell("fold", 0, 0)
    statements = fold(articles, sentences, voices)
    tell("embed", 0, len(statements))
    embedded = embed(sentences, statements, encoder, partial(tell, "embed"))
    tell("cluster", 0, 0)
    clusters = cluster(sentences, embedded, voices)
    return Story(tuple(articles), sentences, voices, embedded, clusters)


def _without(idle: Mapping[int, str], reading: Reading, stage: str) -> Reading:
    """Return a reading without some of its articles, which are drops for the reasons given."""
    from summarize.reading.called import called

    given = reading.articles
    drops = (Drop(stage, given[n].path, f"{called(given[n].path)} {idle[n]}") for n in idle)
    articles = tuple(one for number, one in enumerate(given) if number not in idle)
    return Reading(articles, (*reading.drops, *drops))


def _mixed(story: Story) -> tuple[Drop, ...]:
    """Return what to say of articles that are on several stories, if they are."""
    from summarize.weighing.stories import STAGE, stories

    many = stories(story)
    told = (
        f"The articles look like {many} stories or more, and this is one brief of all; summarize "
        "group SOURCES sorts them, and with -o FOLDER gives each a folder."
    )
    return _note(STAGE, story, told if many > 1 else "")


def _note(stage: str, story: Story, told: str) -> tuple[Drop, ...]:
    """Return what a reader is told of all articles, if anything, as a drop of the first by path."""
    return (Drop(stage, min(article.path for article in story.articles), told),) if told else ()


def _encoder(settings: Settings) -> Encoder:
    from summarize.cache import CachedEncoder, default_path
    from summarize.models import load

    return CachedEncoder(load(settings.model), default_path())


def _silent(stage: str, done: int, total: int) -> None:
    """Tell nobody."""
