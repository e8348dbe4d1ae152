"""Articles that tell nothing, or something else, are told of and are no source of the story."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from built import story
from cases import FOLDER
from small import SmallEncoder
from stories import reports

from summarize.errors import NothingToSummarizeError
from summarize.pipeline import compose, summarize, understand
from summarize.records import Article, Reading
from summarize.render import render
from summarize.settings import Settings
from summarize.verify.prove import verify
from summarize.weighing.off_topic import off_topic
from summarize.weighing.stories import stories
from summarize.written.reread import reread

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from desk import Run

    from summarize.arrays import Vectors
    from summarize.records import Brief

CASES: dict[str, list[dict[str, Any]]] = tomllib.loads((FOLDER / "blank.toml").read_text("utf-8"))
ENCODER = SmallEncoder()
STORY = reports()
STRAY = "Archive volunteers collect pages of museums, universities and weather stations."


def brief(articles: list[Article], **knobs: Any) -> Brief:
    return summarize(articles, Settings(**knobs), encoder=ENCODER)


@pytest.mark.parametrize("case", CASES["blank"], ids=lambda case: case["text"][:30])
@pytest.mark.parametrize("place", [0, 3])
def test_an_article_that_tells_nothing_is_left_out_and_told(case: Any, place: int) -> None:
    own = Article("own.txt", case["text"])
    made = brief([*STORY[:place], own, *STORY[place:]])
    expected = brief([*STORY])
    assert [drop.reason for drop in made.drops if drop.item == "own.txt"] == [
        f"own.txt {case['why']}"
    ]
    left = tuple(drop for drop in made.drops if drop.item != "own.txt")
    assert replace(made, drops=left) == expected
    assert (
        sum(made.counts[name] for name in ("picked", "merged", "unpicked", "dropped"))
        == (made.counts["sentences"])
    )


@pytest.mark.parametrize("case", CASES["news"], ids=lambda case: case["text"][:30])
def test_what_is_short_and_tells_something_is_a_source(case: Any) -> None:
    own = Article("own.txt", case["text"], language=case.get("language"))
    others = [replace(a, language=case.get("language")) for a in STORY]
    made = brief([*others, own])
    assert own in made.articles
    assert len(made.voices) == len(STORY) + 1


def test_where_all_tell_nothing_none_is_left_out() -> None:
    articles = [Article("a.txt", "Flood waters"), Article("b.txt", "Low tide")]
    with pytest.raises(NothingToSummarizeError, match="None of the 2 articles has a sentence"):
        brief(articles)
    assert len(brief([*articles, Article("c.txt", f"Sunday\n\n{EVENT}")]).articles) == 1


EVENT = "The ferry Aurora ran aground off Sollen in thick fog, and all passengers were safe."
OTHER = (
    "Fishermen brought tea to the deck.",
    "Divers look at the hull on Tuesday.",
    "Islanders wait for food and medicine.",
    "Nobody had tested the new radar.",
)


@pytest.mark.parametrize("place", [0, 2, 4])
def test_a_stray_is_left_out_and_told(place: int) -> None:
    articles = [Article(f"{n}.txt", f"{EVENT} {own}") for n, own in enumerate(OTHER)]
    expected = brief(articles)
    made = brief([*articles[:place], Article("stray.txt", STRAY), *articles[place:]])
    told = [drop for drop in made.drops if isinstance(drop.item, str)]
    assert [(drop.stage, drop.item, drop.reason) for drop in told] == [
        (
            "trace",
            "stray.txt",
            "stray.txt tells of something else than all the others, so it is left out; brief it by "
            "itself.",
        )
    ]
    assert replace(made, drops=tuple(d for d in made.drops if d not in told)) == expected


REST = (
    "Divers will inspect the hull of the ship before sailings resume.",
    "The union says that crews on the bridge were cut from three to two.",
    "Islanders complain that the channel near the northern buoy silts up every spring.",
    "He said that the budget for dredging had been exhausted since January.",
)
TOLD = "A ferry with 212 people ran aground off the island of Sollen on Monday."
AGAIN = "A ferry with 212 people on board ran aground near the island of Sollen on Monday."
TELLINGS = (TOLD, AGAIN, f"{TOLD[:-1]} morning.", f"{AGAIN[:-1]} morning in fog.")


@pytest.mark.parametrize("copies", [1, 2])
def test_a_stray_and_its_copies_are_off_topic(copies: int) -> None:
    articles = [[telling, other] for telling, other in zip(TELLINGS, REST, strict=True)]
    made = story([*articles, *[[STRAY]] * copies], voices="ABCD" + "E" * copies)
    assert set(off_topic(made)) == set(range(4, 4 + copies))


def test_where_articles_are_few_or_all_tell_something_else_none_is_off_topic() -> None:
    several = [TOLD, *REST[:3], STRAY]
    for own in ([[TOLD], [AGAIN], [STRAY]], [[text] for text in several]):
        assert not off_topic(story(own))


def test_a_story_that_is_made_again_without_a_stray_embeds_no_text_twice() -> None:
    class Counting(SmallEncoder):
        def encode(self, texts: Sequence[str]) -> Vectors:
            asked.extend(texts)
            return super().encode(texts)

    asked: list[str] = []
    articles = [Article(f"{n}.txt", f"{EVENT} {own}") for n, own in enumerate(OTHER)]
    again, _ = understand(Reading((*articles, Article("stray.txt", STRAY))), Counting())
    assert len(again.articles) == len(articles)
    assert STRAY in asked
    assert len(asked) == len(set(asked))
    expected, _ = understand(Reading(tuple(articles)), ENCODER)
    assert again.embedded.vectors.tolist() == expected.embedded.vectors.tolist()


SPORT = (
    "Arn United won the cup final against Holm Rovers after a late penalty.",
    "After a late penalty Arn United won the cup final, and Holm Rovers lost.",
)


def pile(*texts: str) -> list[Article]:
    return [Article(f"{number}.txt", text) for number, text in enumerate(texts)]


def mixed(*texts: str, **knobs: Any) -> list[str]:
    return [drop.reason for drop in brief(pile(*texts), **knobs).drops if drop.stage == "stories"]


def test_a_pile_of_several_stories_is_told() -> None:
    ferry = [f"{EVENT} {own}" for own in OTHER[:2]]
    told = mixed(*ferry, *SPORT)
    assert told == [
        "The articles look like 2 stories or more, and this is one brief of all; summarize group "
        "SOURCES sorts them, and with -o FOLDER gives each a folder."
    ]
    assert mixed(*SPORT, *ferry) == told
    assert mixed(*ferry, SPORT[0]) == []  # it may be a report of what else there was
    assert mixed(*ferry, SPORT[0], SPORT[0]) == []  # which is copied
    assert mixed(*ferry, *SPORT, focus="cup final") == []  # which says which story is meant
    five = [*OTHER, "The parliament of Holm chose a speaker."]
    assert stories(understand(Reading(tuple(pile(*five))), ENCODER)[0]) == len(five)
    assert mixed(*five[:4]) == []


def test_the_reports_of_one_story_are_one() -> None:
    assert stories(understand(Reading(tuple(STORY)), ENCODER)[0]) == 1


def test_what_was_found_after_reading_is_told_on_stderr(run: Run, tmp_path: Path) -> None:
    for article in STORY:
        (tmp_path / f"{article.outlet}.txt").write_text(article.text, "utf-8")
    (tmp_path / "one.txt").write_text("Word", "utf-8")
    told = f"summarize: warning: {tmp_path}/one.txt {CASES['blank'][0]['why']}\n"
    for _ in range(2):  # made, and recalled
        assert run(tmp_path, "--model", "lexical").stderr == told
    assert run(tmp_path, "--model", "lexical", "-q").stderr == ""
    nothing = run(tmp_path, "--model", "lexical", "--words", 1)
    assert nothing.exit_code == 1
    assert nothing.stderr.startswith(told)
    assert "No sentence fits --words 1" in nothing.stderr


@pytest.mark.parametrize("form", ["json", "markdown"])
def test_a_brief_that_counts_what_tells_nothing_does_not_hold(form: str) -> None:
    own = Article("one.txt", "Word")
    told = reread(render(brief([*STORY]), form), "brief")
    reading = Reading((*STORY, own))
    assert verify(told, reading, ENCODER).holds
    whole, drops = understand(reading, ENCODER, whole=True)
    forged = compose(whole, drops, Settings(), ENCODER)
    assert len(forged.voices) == len(STORY) + 1
    proof = verify(reread(render(forged, form), "brief"), reading, ENCODER)
    faults = [fault for finding in proof.findings for fault in finding.faults]
    assert faults == ["one.txt has no sentence left once page furniture is gone (“Word”)"]
