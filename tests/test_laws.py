"""The nine laws, from articles to the printed brief."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import unicodedata
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small import SmallEncoder
from stories import EDITS, reports
from test_inert import HOSTILE

from summarize.clean import clean
from summarize.cluster import cluster
from summarize.errors import NothingToSummarizeError
from summarize.explain import explain
from summarize.pipeline import summarize, understand
from summarize.records import Article, Brief, Embedded, Reading, Span
from summarize.render import FORMATS, ROW_FORMATS, render, render_rows
from summarize.settings import Settings
from summarize.weighing.stories import STAGE as STORIES

if TYPE_CHECKING:
    from collections.abc import Sequence

ENCODER = SmallEncoder()
STORY = reports()

# Sentences of the story, of one event in other words, that lean, deny, quote, or are furniture.
POOL = [
    *(s for article in STORY for s in re.findall(r"[^.\n]+\.", article.text) if len(s) > 50),
    "A ferry with 212 people on board hit a sandbank off Sollen in thick fog on Monday.",
    "He said that the budget for dredging had been exhausted since January.",
    "Halden Lines has not paid the divers for their work on the hull of the Aurora.",
    "The union accused Halden Lines of cutting crews, which the company denied.",
    "Why did the ferry leave the channel?",
    "Subscribe to our newsletter",
    "Share this story",
    "Photo: Coast Radio",
    "Norway's Øresund “tug” arrived at 6.40 a.m. from St. Olav with Dr. A. B. Lind on board.",
]
PARAGRAPHS = st.lists(st.sampled_from(POOL), min_size=1, max_size=4).map(" ".join)
ARTICLES = st.lists(
    st.builds(
        lambda paragraphs, outlet, date: Article(
            "", "\n\n".join(paragraphs), None, outlet, date=date
        ),
        st.lists(PARAGRAPHS, min_size=1, max_size=4),
        st.sampled_from(["Sollen Post", "Coast Radio", None]),
        st.sampled_from(["2024-04-08", "2024-04-09", None]),
    ),
    min_size=1,
    max_size=4,
).map(lambda made: [replace(a, path=f"{n}.txt", title=f"Ferry {n}") for n, a in enumerate(made)])
LENGTHS = st.one_of(
    st.builds(lambda n: {"words": n}, st.integers(1, 200)),
    st.builds(lambda n: {"sentences": n}, st.integers(1, 8)),
    st.builds(lambda n: {"chars": n}, st.integers(1, 1200)),
    st.builds(lambda n: {"ratio": n / 100}, st.integers(1, 100)),
)
generated = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])


def made(articles: Sequence[Article], **knobs: Any) -> Brief | None:
    """The brief of the articles, or None where nothing fits or nothing is left."""
    try:
        return summarize(articles, Settings(**knobs), encoder=ENCODER)
    except NothingToSummarizeError:
        return None


def of_story(**knobs: Any) -> Brief:
    brief = made(STORY, **knobs)
    assert brief is not None
    return brief


def content(brief: Brief | None) -> object:
    """All that a brief says, with articles by path instead of by number."""
    if brief is None:
        return None
    path = [article.path for article in brief.articles]

    def place(span: Span | str | None) -> object:
        return (path[span.article], span.start, span.end) if isinstance(span, Span) else span

    names = {voice.id: frozenset(path[n] for n in voice.articles) for voice in brief.voices}
    picks = [
        (
            pick.sentence.text,
            place(pick.sentence.span),
            pick.score,
            tuple(pick.parts.items()),
            frozenset(path[number] for number in pick.cites),
            frozenset(names[voice] for voice in pick.voices),
        )
        for pick in brief.picks
    ]
    drops = {
        (drop.stage, place(drop.item), drop.reason, place(drop.because_of)) for drop in brief.drops
    }
    voices = {(voice.name, names[voice.id]) for voice in brief.voices}
    return brief.title, brief.signature, picks, drops, voices, dict(brief.counts)


@given(ARTICLES, LENGTHS)
@generated
def test_1_verbatim(articles: list[Article], length: dict[str, Any]) -> None:
    brief = made(articles, **length)
    assert brief is None or {*brief.articles} <= {*articles}
    for pick in brief.picks if brief else ():
        span = pick.sentence.span
        assert brief.articles[span.article].text[span.start : span.end] == pick.sentence.text
        assert pick.sentence.text.strip() == pick.sentence.text != ""


@given(ARTICLES, LENGTHS, st.sampled_from("\u00a0\u202f\u2009"), st.randoms())
@generated
def test_1_verbatim_whatever_the_blanks(
    articles: list[Article], length: dict[str, Any], blank: str, draw: Any
) -> None:
    """What kind of blanks is between words changes nothing, and is shown as it was."""

    def other(text: str) -> str:
        return "".join(blank if one == " " and draw.random() < 0.3 else one for one in text)

    brief = made(articles, **length)
    again = made([replace(a, text=other(a.text)) for a in articles], **length)
    if brief is None or again is None:
        assert brief is again
        return
    for article, own in zip(again.articles, brief.articles, strict=True):
        assert article.text.replace(blank, " ") == own.text
    for pick, same in zip(again.picks, brief.picks, strict=True):
        span = pick.sentence.span
        assert pick.sentence.text == again.articles[span.article].text[span.start : span.end]
        plain = pick.sentence.text.replace(blank, " ")
        assert replace(pick, sentence=replace(pick.sentence, text=plain)) == replace(
            same, attributed_to=pick.attributed_to, rests_on=pick.rests_on
        )
        said = pick.attributed_to and pick.attributed_to.replace(blank, " ")
        assert said == same.attributed_to
    for point, same_point in zip(again.disagreements, brief.disagreements, strict=True):
        texts = [side.text.replace(blank, " ") for side in point.sides]
        assert texts == [side.text for side in same_point.sides]
    assert again.drops == brief.drops


@given(ARTICLES)
@generated
def test_2_lossless_from_cleaning_to_the_brief(articles: list[Article]) -> None:
    brief = made(articles, words=60)
    if brief is None:
        return
    # That the articles look like several stories is told of them, and leaves none out.
    left_out = [drop for drop in brief.drops if drop.stage != STORIES]
    gone = {drop.item for drop in left_out if isinstance(drop.item, str)}
    assert [a for a in articles if a.path not in gone] == [*brief.articles]
    left = [list(article.text) for article in brief.articles]
    for row in explain(brief):
        span = row.span
        assert "".join(left[span.article][span.start : span.end]) == row.text  # no overlap
        left[span.article][span.start : span.end] = " " * len(row.text)
    assert not "".join(char for text in left for char in text).strip()


@given(ARTICLES, LENGTHS, st.sampled_from(["story", "time", "rank"]), st.randoms())
@generated
def test_3_order_free(
    articles: list[Article], length: dict[str, Any], order: str, random: Any
) -> None:
    shuffled = articles.copy()
    random.shuffle(shuffled)
    assert content(made(articles, order=order, **length)) == content(
        made(shuffled, order=order, **length)
    )


def test_3_order_free_on_the_story_with_copies() -> None:
    articles = [*STORY, EDITS[2](STORY[0])]
    expected = content(made(articles, words=120))
    for way in permutations(articles):
        assert content(made(way, words=120)) == expected


@given(ARTICLES)
@generated
def test_4_idempotent_cleaning(articles: list[Article]) -> None:
    kept = clean(articles).kept
    again = []
    for number, article in enumerate(articles):
        own = [article.text[s.start : s.end] for s in kept if s.article == number]
        again.append(replace(article, text="\n\n".join(own)))
    second = clean(again).kept
    assert [again[s.article].text[s.start : s.end] for s in second] == [
        articles[s.article].text[s.start : s.end] for s in kept
    ]


@given(ARTICLES)
@generated
def test_4_idempotent_clustering(articles: list[Article]) -> None:
    try:
        story, _ = understand(Reading(tuple(articles)), ENCODER)
    except NothingToSummarizeError:
        return
    leaders = [one.leader for one in story.clusters]
    survivors = Embedded(
        tuple(story.embedded.statements[n] for n in leaders), story.embedded.vectors[leaders]
    )
    second = cluster(story.sentences, survivors, story.voices)
    assert [one.members for one in second] == [(n,) for n in range(len(leaders))]


@pytest.mark.parametrize("number", range(3))
@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize("words", [60, 150])
def test_5_syndication_proof(edit: Any, number: int, words: int) -> None:
    before = of_story(words=words)
    after = made([*STORY, edit(STORY[number])], words=words)
    assert after is not None
    assert [p.sentence.text for p in after.picks] == [p.sentence.text for p in before.picks]
    assert [p.voices for p in after.picks] == [p.voices for p in before.picks]
    assert len(after.voices) == len(before.voices)
    assert [voice.name for voice in after.voices] == [voice.name for voice in before.voices]
    for new, old in zip(after.picks, before.picks, strict=True):
        assert set(old.cites) <= set(new.cites) <= {*old.cites, 3}
    # What the copied article itself says is now said by the copy too, unless it was cut away.
    if edit.__name__ in ("copied", "reordered", "extended", "merged_paragraphs"):
        for pick in after.picks:
            assert (number in pick.cites) == (3 in pick.cites)


def test_5_many_copies_are_still_one_voice() -> None:
    before = of_story(words=150)
    copies = [replace(EDITS[0](STORY[0]), path=f"x{n:02}.txt") for n in range(12)]
    after = made([*STORY, *copies], words=150)
    assert after is not None
    assert [p.sentence.text for p in after.picks] == [p.sentence.text for p in before.picks]
    assert [p.score for p in after.picks] == [p.score for p in before.picks]
    assert len(after.voices) == 3


@given(ARTICLES, LENGTHS)
@generated
def test_6_conservation(articles: list[Article], length: dict[str, Any]) -> None:
    brief = made(articles, **length)
    if brief is None:
        return
    counts = brief.counts
    kinds = ("picked", "merged", "unpicked", "dropped")
    assert sum(counts[kind] for kind in kinds) == counts["sentences"] == len(explain(brief))
    assert all(drop.stage and drop.reason for drop in brief.drops)


@given(ARTICLES, LENGTHS)
@generated
def test_7_budget(articles: list[Article], length: dict[str, Any]) -> None:
    brief = made(articles, **length)
    if brief is None:
        return
    assert brief.picks
    texts = [pick.sentence.text for pick in brief.picks]
    ((unit, size),) = length.items()
    if unit == "sentences":
        assert len(texts) <= size
    elif unit == "chars":
        assert len(" ".join(texts)) <= size
    else:
        whole = sum(len(article.text.split()) for article in articles)
        assert brief.words <= (size if unit == "words" else size * whole)


PROGRAM = """
import sys
sys.path.insert(0, {tests!r})
from small import SmallEncoder
from stories import EDITS, reports
from summarize.pipeline import summarize
from summarize.render import render
from summarize.settings import Settings
articles = [*reports(), EDITS[3](reports()[0])]
for words in (40, 150):
    brief = summarize(articles, Settings(words=words), encoder=SmallEncoder())
    for form in ("json", "markdown", "html", "text", "terminal"):
        sys.stdout.buffer.write(render(brief, form).encode())
"""


def test_8_deterministic_in_any_process() -> None:
    program = PROGRAM.format(tests=str(Path(__file__).parent))
    pages = set()
    for seed, threads in (("0", "1"), ("1", "2"), ("4242", "1")):
        environment = {
            "PATH": os.environ["PATH"],
            "PYTHONHASHSEED": seed,
            "OMP_NUM_THREADS": threads,
            "OPENBLAS_NUM_THREADS": threads,
        }
        result = subprocess.run(
            [sys.executable, "-c", program], env=environment, capture_output=True, check=True
        )
        pages.add(result.stdout)
    assert len(pages) == 1
    assert pages.pop()


@given(ARTICLES, LENGTHS)
@generated
def test_8_deterministic_in_one_process(articles: list[Article], length: dict[str, Any]) -> None:
    one, other = made(articles, **length), made(articles, **length)
    if one is None or other is None:
        assert one is other
        return
    for form in FORMATS:
        assert render(one, form) == render(other, form)


SAYS = "The harbour authority of Sollen said on Monday that {} was painted on the ferry."


@pytest.mark.parametrize("hostile", HOSTILE)
def test_9_hostile_text_is_inert(hostile: str) -> None:
    sentence = SAYS.format(hostile)
    evil = Article(f"x{hostile}.txt", f"{hostile}\n\n{sentence}\n\n{hostile} {sentence}", hostile)
    brief = made([*STORY, replace(evil, outlet=hostile, date=hostile, url=hostile)], words=400)
    assert brief is not None
    rows = explain(brief)
    assert {row.text for row in rows if row.span.article == 3}
    pages = [render(brief, form) for form in FORMATS]
    pages += [render_rows(brief, rows, form, 80, colour=False) for form in ROW_FORMATS]
    for page in pages:
        page.encode("utf-8")
        steering = {c for c in page if unicodedata.category(c) in ("Cc", "Cs")}
        assert steering <= {"\n", "\t"}  # a tab stands between the columns of plain rows
        assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b\ufeff]", page)
    parsed = json.loads(pages[FORMATS.index("json")])
    assert len(parsed["sources"]) == 4


@given(st.text(max_size=300), st.sampled_from(["\n", "\n\n", " ", ""]))
@generated
def test_9_any_text_makes_a_brief_or_a_refusal(text: str, between: str) -> None:
    article = Article("a.txt", f"{text}{between}{SAYS.format(text)}{between}{text}")
    brief = made([article, *STORY[:1]], words=80)
    assert brief is not None
    for form in FORMATS:
        assert render(brief, form)
    made([Article("a.txt", text)], words=80)
