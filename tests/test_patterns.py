"""Patterns: compiled when they are first used, and as any other from then on."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarize.text import (
    boundaries,
    clues,
    dates,
    days,
    fates,
    furniture,
    glued,
    numerals,
    openers,
    outlets,
    polarity,
    predicates,
    quantities,
)
from summarize.text import credits as credits_
from summarize.text.alternatives import Rows, alternatives, is_far, rows
from summarize.text.narrow import may_have, small
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
def test_a_line_is_dated_the_same_with_and_without_a_look_ahead(line: str) -> None:
    found = dates.dated(line)
    with pytest.MonkeyPatch.context() as patch:
        for name in ("_DIGITS", "_MAY_TIME"):
            patch.setattr(dates, name, re.compile(""))
        for name in ("_PATTERN", "_WEEKDAY"):
            anywhere = re.sub(r"\(\?=[^()]*\)", "", getattr(dates, name).pattern)
            patch.setattr(dates, name, re.compile(anywhere, re.IGNORECASE))
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


TABLES = ((furniture._LINES, furniture._ANY_LINE), (furniture.NOTICES, furniture._ANY_SENTENCE))
PARTS = [(part, known) for table, known in TABLES for _, row in table for part in alternatives(row)]
FAR = [(part, known) for part, known in PARTS if is_far(part)]


@pytest.mark.parametrize("number", range(len(FAR)))
def test_what_may_begin_with_anything_has_one_of_the_words_that_are_looked_for(
    number: int,
) -> None:
    far, known = FAR[number]

    @settings(
        deadline=None, derandomize=True, max_examples=40, suppress_health_check=list(HealthCheck)
    )
    @given(st.from_regex(re.compile(far, re.IGNORECASE), fullmatch=True))
    def needs(line: str) -> None:
        assert rows([far], known.parts, known.words).fullmatch(line) == 0

    needs()


SAID = st.lists(
    st.sampled_from(
        "Updated Posted: July 27 posted at this story was first published on contributed to "
        "report rights reserved subscrıbe CONTACT us @ a.org your inbox READ MORE … the vıews "
        "İn fıle photo by is a reporter for and follow her twİtter caption Kim said AP aP/Getty, "
        "courteſy of (PA) pap log in Jane Roe, staff writer 3 min read time".split(" ")
    ),
    min_size=1,
    max_size=12,
).map(" ".join)


@pytest.mark.parametrize(("table", "known"), TABLES)
@LAW
@given(line=SAID)
def test_a_text_is_the_same_furniture_with_and_without_a_look_at_its_words(
    line: str, table: Any, known: Rows
) -> None:
    fits = (re.fullmatch(row, line, re.IGNORECASE) for _, row in table)
    assert known.fullmatch(line) == next((n for n, found in enumerate(fits) if found), None)


CLAIMS = st.lists(
    st.sampled_from(
        "He|She|did not|didn't|DİD NOT|denied|denıed|denies|having|accuſed|accused|alleged|are not"
        "|ALLEGEDLY|blamed|rejected the|claims|to|resign|will|resigned|,|;|.|if|some|TO|killed|12"
        "|people|never|was not|released|only|yet|cut\n|shall|disputed|that|said|wıll not|İs not"
        "|can’t|haſ not|cannot".split("|")
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
        patch.setattr(polarity, "may_have", lambda *_: True)
        patch.setattr(polarity, "_PLAN", len(text))
        anywhere = re.sub(r"\(\?=\[\w+\]\)", "", polarity._NOT.pattern)
        patch.setattr(polarity, "_NOT", re.compile(anywhere, re.IGNORECASE))
        patch.setattr(
            polarity,
            "_is_open",
            lambda text, start: polarity._OPEN.search(text[:start]) is not None,
        )
        patch.setattr(predicates, "_may_make", lambda _: True)
        patch.setattr(predicates, "is_odd", lambda _: True)
        assert [
            read(text) for read in (polarity.denied, polarity.affirmed, polarity.disputed)
        ] == told
        assert predicates.verbs(text) == verbs


@LAW
@given(CLAIMS, st.sets(st.sampled_from("report kill resign deni cut accus say".split())))
def test_what_is_affirmed_by_some_verbs_is_all_that_is_affirmed_of_them(
    text: str, deeds: set[str]
) -> None:
    every = polarity.affirmed(text)
    asked = polarity.affirmed(text, deeds)
    assert asked == tuple(value for value in every if value.slot.removeprefix("to ") in deeds)


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
        "and million twoé éone forty for if ٣ € \n £3bn ELEVEN fıfteen nIne ninety eight ten "
        "thirteen this the three other".split(" ")
    ),
    max_size=9,
).flatmap(lambda words: st.sampled_from(["", " "]).map(lambda gap: gap.join(words)))


@LAW
@given(NUMBERS)
def test_numbers_are_found_where_they_may_begin(text: str) -> None:
    found = [match.span() for match in numerals.numerals(text)]
    assert found == [match.span() for match in numerals._NUMBER.finditer(text)]


COUNTED = st.tuples(
    st.sampled_from(
        "|at least |no fewer than an |more than |exceeding |as many as |a minimum of |just shy of "
        "|Sept. |May\xa0|his first just |needs only |two out of all its |five in every |4, "
        "|up from |rıſen from |pre-war levels of |compared with the |higher than |$9 (about nearly "
        "|versus |instead of |surpassing |killed |lives lost of at least |wounding |arreſts of "
        "|The toll rose to more than |a toll, of |over, |\n~".split("|")
    ),
    st.sampled_from(["12", "45", "$4", "5 million", "seven", "ſeven mıllion", "51,500", "2019"]),
    st.sampled_from(
        " people| missiles |%| percent| May | who were killed| of the 14 rhinos| in ten| of his men"
        " |, wounded. | Tomahawk missiles| days ago|-missile ".split("|")
    ),
).map("".join)
COUNTS = st.lists(COUNTED, min_size=1, max_size=3).map(" and ".join)


@LAW
@given(COUNTS)
def test_a_quantity_is_the_same_whatever_stands_far_before_it(text: str) -> None:
    found = quantities.quantities(text)
    with pytest.MonkeyPatch.context() as patch:
        for module in (quantities, fates):
            patch.setattr(module, "last_words", lambda before, _: before)
        patch.setattr(quantities, "may_have", lambda *_: True)
        patch.setattr(quantities, "_OF", re.compile(""))
        assert quantities.quantities(text) == found


@pytest.mark.parametrize("letter", "ıİſ\u212a")
def test_what_a_pattern_for_any_case_finds_is_made_small(letter: str) -> None:
    assert re.fullmatch(small(letter), letter, re.IGNORECASE)
    assert small(letter) in "isk"
    assert may_have(letter, ["nothing of the kind"])


def test_a_number_is_read_whatever_its_letters() -> None:
    odd, plain = "Fıve mİllion ſhips ſank in ſıx days.", "Five million ships sank in six days."
    told = [[value.ranges for value in quantities.quantities(text)] for text in (odd, plain)]
    assert told[0] == told[1] != []


DAYS = st.lists(
    st.sampled_from(
        "today YESTERDAY last night laſt Tomorrow Tonıght Monday on Sundays said July 27 4th of "
        "Dec. May Sept 3 , 2023 . sank Marchers every next".split(" ")
    ),
    max_size=9,
).map(" ".join)


@LAW
@given(DAYS)
def test_days_are_the_same_with_and_without_a_look_at_the_words(text: str) -> None:
    published = date(2024, 5, 15)
    found = days.days(text, published, ())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(days, "may_have", lambda *_: True)
        for name in ("_MONTHS", "_DIGIT"):
            patch.setattr(days, name, re.compile(""))
        assert days.days(text, published, ()) == found
    assert all("day" in name for name in days._NAMES)


ENDINGS = st.sampled_from(
    "Inc. Corp. Co. Ltd. Jr. etc. U.S. I. a.com. x.html. said. sank.” (here.) so!” NorthLee 东京。 "
    "سلام؟".split(" ")
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
        for name in ("_MAY_END", "_CLOSE_STOP", "_GLUED", "_OTHER"):
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
        patch.setattr(openers, "_may_quote", lambda text: True)
        assert (openers.quoted_share(text), openers.attributed_quote(text)) == found
    for quoted in (False, True):
        whole = clues.all_quoted(text, quoted=quoted)
        words = [t for t in clues.tokenized(text, quoted=quoted) if t.text[0].isalnum()]
        assert whole == (sum(word.quoted for word in words) * 10 >= len(words) * 9 > 0)
