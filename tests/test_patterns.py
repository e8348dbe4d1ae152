"""Patterns: compiled when they are first used, and as any other from then on."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarize.text import (
    boundaries,
    dates,
    furniture,
    glued,
    openers,
    outlets,
    polarity,
    predicates,
    quantities,
)
from summarize.text import credits as credits_
from summarize.text.alternatives import alternatives, is_far, rows
from summarize.text.patterns import pattern

LAW = settings(deadline=None, derandomize=True, max_examples=300)
PIECES = st.sampled_from(
    "July 27, 2023 20 19 9 99 2 0 10:30 am 3pm 19pm99 Thu Published: | – T10:30Z 2023-07-27 noon "
    "27/07/2023 ٢٠٢٣ 19٢٣ Jan . EST Updated on at by Kim said".split()
)
LINES = st.lists(st.tuples(PIECES, st.sampled_from([" ", " ", ""])), max_size=9).map(
    lambda pairs: "".join(piece + gap for piece, gap in pairs)
)


def test_a_pattern_is_compiled_once_and_when_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    compile_ = re.compile

    def noted(text: str, flags: int) -> re.Pattern[str]:
        made.append(text)
        return compile_(text, flags)

    monkeypatch.setattr(re, "compile", noted)
    late = pattern(r"a+", re.IGNORECASE)
    assert (late.pattern, made) == ("a+", [])
    assert late.sub("x", "bAab") == "bxb"
    assert late.search("baa", 2).span() == (2, 3)  # type: ignore[union-attr]
    assert late.flags & re.IGNORECASE
    assert made == ["a+"] * 2  # for `flags`, which is no method, it is asked once more


@LAW
@given(LINES)
def test_a_line_without_the_digits_of_a_year_is_dated_by_nothing(line: str) -> None:
    found = dates.dated(line)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dates, "_DIGITS", re.compile(""))
        dates.dated.cache_clear()
        assert dates.dated(line) == found
    dates.dated.cache_clear()


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("a", ["a"]),
        ("a|b(c|d)|e", ["a", "b(c|d)", "e"]),
        (r"[|)]\||\(|[]|]x|[^]|]y", [r"[|)]\|", r"\(", "[]|]x", "[^]|]y"]),
    ],
)
def test_a_pattern_divides_at_its_outermost_bars(text: str, parts: list[str]) -> None:
    assert list(alternatives(text)) == parts


FAR = [part for _, row in furniture._SENTENCES for part in alternatives(row) if is_far(part)]


@pytest.mark.parametrize("number", range(len(FAR)))
def test_what_may_begin_with_anything_has_one_of_the_words_that_are_looked_for(
    number: int,
) -> None:
    @settings(
        deadline=None, derandomize=True, max_examples=40, suppress_health_check=list(HealthCheck)
    )
    @given(st.from_regex(re.compile(FAR[number], re.IGNORECASE), fullmatch=True))
    def needs(line: str) -> None:
        reduced = rows([FAR[number]], furniture._NEEDED.split(","))
        assert reduced.fullmatch(line) == 0

    needs()


SAID = st.lists(
    st.sampled_from(
        "Updated Posted: July 27 posted at this story was first published on contributed to "
        "report rights reserved subscrıbe CONTACT us @ a.org your inbox READ MORE … the vıews "
        "İn fıle photo by is a reporter for and follow her twİtter caption Kim said".split(" ")
    ),
    min_size=1,
    max_size=12,
).map(" ".join)


@LAW
@given(SAID)
def test_a_sentence_is_the_same_furniture_with_and_without_a_look_at_its_words(line: str) -> None:
    table = [row for _, row in furniture._SENTENCES]
    assert rows(table, furniture._NEEDED.split(",")).fullmatch(line) == rows(table, [""]).fullmatch(
        line
    )


CLAIMS = st.lists(
    st.sampled_from(
        "He She did not didn't DİD NOT denied denıed denies having accuſed accused alleged "
        "ALLEGEDLY blamed rejected the claims to resign will resigned , ; . if some TO killed 12 "
        "people never was not released only yet cut\n shall disputed that said".split(" ")
    ),
    min_size=1,
    max_size=14,
).map(" ".join)


@LAW
@given(CLAIMS)
def test_yes_and_no_are_the_same_with_and_without_a_look_at_the_words(text: str) -> None:
    told = [read(text) for read in (polarity.denied, polarity.affirmed, polarity.disputed)]
    verbs = predicates.verbs(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(polarity, "_has", lambda *_: True)
        patch.setattr(polarity, "_PLAN", len(text))
        patch.setattr(
            polarity,
            "_is_open",
            lambda text, start: polarity._OPEN.search(text[:start]) is not None,
        )
        patch.setattr(predicates, "_may_make", lambda _: True)
        assert [
            read(text) for read in (polarity.denied, polarity.affirmed, polarity.disputed)
        ] == told
        assert predicates.verbs(text) == verbs


ENDS = st.lists(
    st.sampled_from(
        "The ferry sank. ( Reporting by Jane Roe; Editing by John Doe ) [ ] Photo: AP/Kim "
        "Additional reporting from Rome © (c) Copyright COPYRIGHT 2023 Daily Herald copyright "
        "a@herald.com news@example.org writing and editing by Source: Reuters".split(" ")
    ),
    min_size=1,
    max_size=14,
).map(" ".join)


@LAW
@given(ENDS)
def test_ends_are_the_same_with_and_without_a_look_at_their_marks(text: str) -> None:
    trimmed, owner = list(glued.trims(text)), outlets.in_foot((text,))
    with pytest.MonkeyPatch.context() as patch:
        for name in ("_NOTICE_MARKS", "_CREDIT_MARKS"):
            patch.setattr(glued, name, ("",))
        patch.setattr(outlets, "_MARKS", ("",))
        assert list(glued.trims(text)) == trimmed
        assert outlets.in_foot((text,)) == owner


@LAW
@given(ENDS)
def test_who_reported_is_told_at_the_start_of_a_line_or_in_brackets(line: str) -> None:
    anywhere = re.compile(rf"(?:^|\(){credits_._REPORTING.pattern}", re.IGNORECASE)
    assert credits_._reported(line) == (anywhere.search(line) is not None)


NUMBERS = st.lists(
    st.sampled_from(
        "one Two thirty-six of often money US$ us$5 $ 5 12.5 4,051 ſeven ſix x . , - / ' ’ _ to "
        "and million twoé éone forty for if ٣ € \n £3bn".split(" ")
    ),
    max_size=9,
).flatmap(lambda words: st.sampled_from(["", " "]).map(lambda gap: gap.join(words)))


@LAW
@given(NUMBERS)
def test_numbers_are_found_where_they_may_begin(text: str) -> None:
    found = [match.span() for match in quantities._numbers(text)]
    assert found == [match.span() for match in quantities._NUMBER.finditer(text)]


ENDINGS = st.sampled_from(
    "Inc. Corp. Co. Ltd. Jr. etc. U.S. I. a.com. x.html. said. sank.” (here.) so!” NorthLee".split(
        " "
    )
)
OPENINGS = st.sampled_from("The He “The (A They Kim 1953The mcDonald iPhone in".split(" "))
GAPS = st.sampled_from([" ", " ", ""])
GLUED = st.lists(st.tuples(ENDINGS, GAPS, OPENINGS), min_size=1, max_size=4).map(
    lambda found: "".join(
        f"It came and {end}{gap}{start} was there as one of many more " for end, gap, start in found
    )
)


@LAW
@given(GLUED)
def test_sentences_start_where_they_would_without_a_look_ahead(text: str) -> None:
    words = {"North": 2, "Lee": 1, "The": 3}
    found = boundaries.sentence_starts(text, words)
    with pytest.MonkeyPatch.context() as patch:
        for name in ("_MAY_END", "_CLOSE_STOP", "_GLUED"):
            patch.setattr(boundaries, name, re.compile(""))
        assert boundaries.sentence_starts(text, words) == found


VERBS = st.lists(
    st.sampled_from(
        "will wIll- to' pinto the killed was going speed Monday Ended not did can’t-will go \n é "
        "gone wıll wılL réto said must".split(" ")
    ),
    max_size=8,
).flatmap(lambda words: st.sampled_from(["", " ", "\n"]).map(lambda gap: gap.join(words)))


@LAW
@given(VERBS)
def test_no_verb_is_overlooked_for_what_stands_before_it(text: str) -> None:
    found = predicates.verbs(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(predicates, "_MAKERS", "")  # which any word ends with, so that all are tried
        assert predicates.verbs(text) == found


@LAW
@given(st.text('ab “”"‘’é1', max_size=40))
def test_nothing_is_quoted_without_a_mark(text: str) -> None:
    found = openers.quoted_share(text), openers.attributed_quote(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(openers, "_MARK", re.compile(""))
        assert (openers.quoted_share(text), openers.attributed_quote(text)) == found
