"""Corroboration: what fewer voices carry than asked for stays out, and the reader is told why."""

from __future__ import annotations

import pytest
from built import story
from small import SmallEncoder
from stories import copied, reports

from summarize.errors import NothingToSummarizeError, UsageError
from summarize.explain import explain
from summarize.pipeline import summarize
from summarize.records import Article, Brief
from summarize.settings import Settings
from summarize.weighing.carried import uncarried
from summarize.weighing.evidence import Evidence

FOGHORN = "The foghorn of Sollen has been silent since lightning struck it in February."
HULL = "Divers will inspect the hull of the Aurora before any sailings resume on the line."
LONE = "Nobody on the island keeps hens any more."


def made(least: int, *articles: Article) -> Brief:
    return summarize(
        articles or reports(), Settings(min_voices=least, words=150), encoder=SmallEncoder()
    )


def shared() -> list[Article]:
    """Three reports of which two tell of the foghorn and all three of the divers."""
    extra = (f"{FOGHORN} {HULL}", f"{HULL} {FOGHORN}", f"{HULL} {LONE}")
    return [
        Article(article.path, f"{article.text}\n{more}\n", article.title, article.outlet)
        for article, more in zip(reports(), extra, strict=True)
    ]


@pytest.mark.parametrize("least", [2, 3])
def test_every_sentence_is_carried_by_as_many_voices_as_asked_for(least: int) -> None:
    brief = made(least, *shared())
    texts = [pick.sentence.text for pick in brief.picks]
    assert HULL in texts
    assert (FOGHORN in texts) == (least == 2)
    assert all(len(pick.voices) >= least for pick in brief.picks)
    assert min(len(pick.voices) for pick in made(1, *shared()).picks) == 1


def test_what_is_refused_has_its_reason_in_prose() -> None:
    rows = explain(made(3, *shared()))
    (foghorn, *_) = [row for row in rows if row.text == FOGHORN and row.stage == "select"]
    assert foghorn.reason == "2 of the 3 independent sources asked for carry it"
    (lone,) = [row for row in rows if row.text == LONE]
    assert lone.reason == "1 of the 3 independent sources asked for carries it"


def test_copies_carry_nothing() -> None:
    wire = shared()[0]
    with pytest.raises(NothingToSummarizeError, match="all the articles are one"):
        made(2, wire, copied(wire))


def test_where_no_sentence_has_enough_voices_the_best_is_told() -> None:
    wire, local, radio = reports()
    telling = Article(local.path, f"{local.text}\n{FOGHORN}\n", None, local.outlet)
    other = Article(radio.path, f"{radio.text}\n{FOGHORN}\n", None, radio.outlet)
    with pytest.raises(NothingToSummarizeError, match="the best one has 2; give --min-voices 2"):
        made(3, wire, telling, other)


def test_where_each_has_one_voice_the_option_is_to_be_left_out() -> None:
    lone = story([[FOGHORN], [LONE]])
    with pytest.raises(NothingToSummarizeError, match="each sentence has only one; leave"):
        uncarried([0, 1], Evidence(lone), 2)


def test_more_voices_than_there_are_is_said_so() -> None:
    with pytest.raises(NothingToSummarizeError, match="than the 3 that the articles are"):
        made(4)
    with pytest.raises(NothingToSummarizeError, match="there is one article"):
        made(2, reports()[0])


def test_one_voice_is_always_enough() -> None:
    assert uncarried([0], Evidence(story([[LONE]])), 1) == {}


def test_the_knob_has_a_range_and_is_in_the_signature_where_it_is_used() -> None:
    with pytest.raises(UsageError, match="--min-voices must be at least 1, not 0"):
        Settings(min_voices=0)
    assert " min-voices:2 " in made(2, *shared()).signature
    assert "min-voices" not in made(1).signature
