"""Articles by their day: which are taken, what is said of the others, and which days are days."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small import SmallEncoder
from stories import reports

from summarize.asked.within import within
from summarize.errors import NothingToSummarizeError, UsageError
from summarize.explain import explain
from summarize.pipeline import summarize
from summarize.records import Article, Reading
from summarize.render import render
from summarize.settings import Settings
from summarize.text.values.absolute import absolute

if TYPE_CHECKING:
    from collections.abc import Sequence

DAYS = ("2024-04-07", "2024-04-08", "2024-04-09", None)


def dated(days: Sequence[str | None]) -> Reading:
    return Reading(tuple(Article(f"{n}.txt", "x", date=day) for n, day in enumerate(days)))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2023-07-27", "2023-07-27"),
        ("20230727", "2023-07-27"),
        ("27 July 2023", "2023-07-27"),
        ("Thursday, July 27, 2023", "2023-07-27"),
        ("27/07/2023", "2023-07-27"),
        ("2023-07-27T22:15:00Z", "2023-07-27"),
        ("03/04/2023", None),
        ("yesterday", None),
        ("today", None),
        ("Thursday", None),
        ("July 27", None),
        ("July 2023", None),
        ("2023", None),
        ("10:30", None),
        ("2023-02-30", None),
        ("", None),
        ("the day before", None),
    ],
)
def test_a_day_is_one_that_is_the_same_on_every_day(text: str, day: str | None) -> None:
    assert absolute(text) == day


@given(st.lists(st.sampled_from(DAYS), max_size=6), st.sampled_from(DAYS), st.sampled_from(DAYS))
def test_what_is_taken_is_of_those_days_and_the_rest_is_a_drop(
    days: list[str | None], since: str | None, until: str | None
) -> None:
    if since and until and since > until:
        since, until = until, since
    reading, settings = dated(days), Settings(since=since, until=until)
    try:
        taken = within(reading, settings)
    except NothingToSummarizeError:
        taken = Reading(())
        assert days
    else:
        assert len(taken.articles) + len(taken.drops) == len(days)
        assert within(taken, settings) == taken
    inside = [d for d in days if d and (since or d) <= d <= (until or d)]
    expected = inside if since or until else days
    assert [article.date for article in taken.articles] == expected


def test_each_article_left_out_says_why() -> None:
    taken = within(dated(DAYS), Settings(since="2024-04-08", until="2024-04-08"))
    assert [article.path for article in taken.articles] == ["1.txt"]
    early, late, undated = [drop.reason for drop in taken.drops]
    assert early == "0.txt is of 2024-04-07, before --since 2024-04-08; it is left out."
    assert late == "2.txt is of 2024-04-09, after --until 2024-04-08; it is left out."
    assert "3.txt has no date" in undated
    assert "sources.toml" in undated


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (DAYS, "they are of 2024-04-07 to 2024-04-09"),
        (DAYS[:1], "those with a date are of 2024-04-07"),
        ((None,), "none has a date"),
    ],
)
def test_none_of_those_days_is_an_error_that_tells_their_days(
    days: Sequence[str | None], words: str
) -> None:
    with pytest.raises(NothingToSummarizeError, match="--since 2025-01-01") as caught:
        within(dated(days), Settings(since="2025-01-01"))
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("knobs", "words"),
    [
        ({"since": "yesterday"}, "not 'yesterday'; “yesterday” is another day tomorrow."),
        ({"until": "03/04/2023"}, "--until needs a day in full"),
        ({"since": "2023-02-30"}, "such as 2023-07-27, not '2023-02-30'."),
        ({"since": "2024-04-09", "until": "2024-04-08"}, "is after --until 2024-04-08"),
    ],
)
def test_days_that_are_none_or_contradict_each_other_are_refused(
    knobs: dict[str, str], words: str
) -> None:
    with pytest.raises(UsageError, match=words):
        Settings(**knobs)  # type: ignore[arg-type]


def test_a_brief_of_some_days_says_so_and_counts_only_what_it_read() -> None:
    brief = summarize(reports(), Settings(since="April 9, 2024"), encoder=SmallEncoder())
    assert [article.path for article in brief.articles] == ["radio.txt"]
    assert brief.counts["sentences"] == len(explain(brief))
    assert "since:2024-04-09 " in brief.signature
    for form in ("terminal", "markdown", "html", "text"):
        assert "rticles since 2024-04-09" in render(brief, form)
    page = json.loads(render(brief, "json"))
    assert page["scope"] == {"since": "2024-04-09"}
    left_out = [drop["path"] for drop in page["drops"] if drop["stage"] == "date"]
    assert left_out == ["wire.txt", "local.txt"]
    assert "Could not be read" not in render(brief, "html")
