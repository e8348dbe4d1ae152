"""Timelines: each pick under the day that it tells of, days in order, in every format."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from cases import load
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small import SmallEncoder
from stories import EDITS, reports
from test_laws import ARTICLES, LENGTHS, content, made

from summarize.asked.timeline import timeline
from summarize.cli import main
from summarize.errors import UsageError
from summarize.pipeline import summarize, understand
from summarize.records import Article, Brief, Reading
from summarize.render import FORMATS, render
from summarize.settings import Settings
from summarize.text.values.days import days
from summarize.verify.prove import verify
from summarize.written.reread import reread

if TYPE_CHECKING:
    from collections.abc import Sequence

ENCODER = SmallEncoder()
HEADING = re.compile(r"^(?:### )? *(\d{4}-\d\d-\d\d, \w+day|Undated)$", re.MULTILINE)
generated = settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])


def of_story(articles: Sequence[Article] | None = None, **knobs: Any) -> Brief:
    return summarize(articles or reports(), Settings(timeline=True, **knobs), encoder=ENCODER)


@pytest.mark.parametrize("case", load("timeline"))
def test_cases(case: dict[str, Any]) -> None:
    article = Article("a.txt", case["text"], date=case.get("published"))
    story, _ = understand(Reading((article,)), ENCODER)
    assert timeline((0,), story) == ((0, case.get("day")),)


def test_picks_stand_in_the_order_of_their_days() -> None:
    brief = of_story(words=250)
    days = [pick.day for pick in brief.picks]
    assert days == sorted(days, key=lambda day: day or "9999")
    assert len(set(days)) > 1


def test_the_same_sentences_are_picked_as_without() -> None:
    plain = summarize(reports(), Settings(words=150), encoder=ENCODER)
    lined = of_story(words=150)
    assert {p.sentence for p in lined.picks} == {p.sentence for p in plain.picks}
    assert all(pick.day is None for pick in plain.picks)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_has_a_block_a_day(form: str) -> None:
    brief = of_story(words=250)
    days = list(dict.fromkeys(pick.day for pick in brief.picks))
    page = render(brief, form)
    if form == "json":
        told = json.loads(page)
        assert [sentence["day"] for sentence in told["sentences"]] == [p.day for p in brief.picks]
        return
    if form == "html":
        found = re.findall(r'<li class="day"><h2>(.*?)</h2></li>', page)
    else:
        found = HEADING.findall(page)
    assert [None if heading == "Undated" else heading[:10] for heading in found] == days
    assert days[-1] is None  # "It had passed its latest safety inspection in March."
    plain = render(summarize(reports(), Settings(words=250, order="time"), encoder=ENCODER), form)
    assert not HEADING.findall(plain)
    assert 'class="day"' not in plain


def test_a_heading_names_the_weekday_in_any_locale() -> None:
    page = render(of_story(words=250), "text")
    assert "2024-04-08, Monday" in page


def test_json_has_days_only_where_they_are_asked_for() -> None:
    plain = json.loads(render(summarize(reports(), Settings(), encoder=ENCODER), "json"))
    assert not any("day" in sentence for sentence in plain["sentences"])


def test_an_undated_article_speaks_on_the_first_day_of_its_voice() -> None:
    text = (
        "The ferry Aurora of the Halden Lines hit a sandbank off Sollen and stopped for many hours."
    )
    own = "Fishermen brought blankets and hot tea to the people on its deck."
    alone = Article("a.txt", f"{text} {own}\n")

    def day(*others: Article) -> str | None:
        """The day of the sentence that the undated article alone has."""
        story, _ = understand(Reading((alone, *others)), ENCODER)
        statements = range(len(story.embedded.statements))
        (number,) = (n for n in statements if story.sentence(n).text == own)
        assert len(story.voices) == 1
        return timeline((number,), story)[0][1]

    copies = [Article(f"{day}.txt", f"{text}\n", date=day) for day in ("2024-04-09", "2024-04-08")]
    assert day() is None
    assert day(*copies) == day(*reversed(copies)) == "2024-04-08"
    assert day(copies[0]) == "2024-04-09"


@pytest.mark.parametrize("day", ["0001-01-01", "0001-01-03", "9999-12-28", "9999-12-31"])
def test_an_article_may_be_of_the_first_or_the_last_days_of_the_calendar(day: str) -> None:
    told = (
        "A ferry of the Halden Lines {0} aground off Sollen on Monday, the coast guard said.",
        "Yesterday it had left the port, and last Friday 212 people were saved from {0} boats.",
        "The crew will be heard {0} tomorrow in Halden, and next Tuesday it goes to Norway.",
        "On January 3 and on December 30 the ship was {0} mended, as its owner says.",
        "Nine days ago it was {0} sold to Norway.",
    )
    articles = [
        Article(f"{word}.txt", "\n\n".join(told).format(word), date=dated)
        for word, dated in (("ran", day), ("went", day), ("drifted", "2024-04-09"))
    ]
    for knobs in ({}, {"timeline": True}, {"since": "0001-01-01", "until": "9999-12-31"}):
        brief = summarize(articles, Settings(words=400, **knobs), encoder=ENCODER)
        assert len(brief.picks) > 3


def test_of_days_that_the_calendar_has_not_a_sentence_tells_none() -> None:
    (last,) = days("It burnt tomorrow.", date.max, ())
    assert last.ranges == ((float(date.max.toordinal()),) * 2,)
    assert days("It burnt yesterday.", date.min, ()) == ()
    (first,) = days("It burnt on January 3.", date.min, ())
    assert first.ranges == ((3.0, 3.0),)


@given(ARTICLES, LENGTHS, st.randoms())
@generated
def test_free_of_the_order_and_within_the_length(
    articles: list[Article], length: dict[str, Any], random: Any
) -> None:
    shuffled = articles.copy()
    random.shuffle(shuffled)
    brief = made(articles, timeline=True, **length)
    again = made(shuffled, timeline=True, **length)
    assert content(brief) == content(again)
    if brief is None or again is None:
        return
    assert [pick.day for pick in brief.picks] == [pick.day for pick in again.picks]
    if "words" in length:
        assert brief.words <= length["words"]


@pytest.mark.parametrize("edit", EDITS)
def test_a_later_copy_changes_no_pick_and_no_day(edit: Any) -> None:
    before, after = of_story(), of_story([*reports(), edit(reports()[0])])
    told = [[(pick.sentence.text, pick.day) for pick in brief.picks] for brief in (before, after)]
    assert told[0] == told[1]


def test_it_implies_the_order_of_time_and_refuses_another() -> None:
    assert Settings(timeline=True).order == "time"
    with pytest.raises(UsageError, match="leave out --order rank"):
        Settings(timeline=True, order="rank")
    for order in ("story", "rank"):
        result = CliRunner().invoke(main, ["a.txt", "--timeline", "--order", order])
        assert result.exit_code == 2
        assert f"leave out --order {order}" in result.stderr


@pytest.mark.parametrize("form", ["json", "markdown"])
def test_a_timeline_is_proved_and_made_again(form: str) -> None:
    page = render(of_story(since="2024-04-08"), form)
    proof = verify(reread(page, "brief"), Reading(tuple(reports())), ENCODER)
    assert proof.holds, [finding for finding in proof.findings if finding.faults]
    moved = page.replace("2024-04-08, Monday", "2024-04-09, Tuesday").replace(
        '"day": "2024-04-08"', '"day": "2024-04-09"'
    )
    assert moved != page
    assert not verify(reread(moved, "brief"), Reading(tuple(reports())), ENCODER).holds
