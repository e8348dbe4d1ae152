"""Shortcuts: cheap looks and cheaper ways, each held against the plain way that it spares."""

from __future__ import annotations

import re
import sys
from collections import Counter
from datetime import date
from itertools import product

import pytest
from dateutil.parser import parse
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.clean import clean
from summarize.records import Article, Span
from summarize.segment import _FEW, _Vocabulary
from summarize.text import boundaries, predicates, quoting
from summarize.text.agencies import SPELLINGS
from summarize.text.attribution import clues
from summarize.text.page import credits as credits_
from summarize.text.page import dates, glued, outlets, pages, prose, repeats
from summarize.text.page.blocks import blocks
from summarize.text.patterns import pattern
from summarize.text.terms import _token, tokens
from summarize.text.values import days, fates, numerals, polarity, quantities

LAW = settings(deadline=None, derandomize=True, max_examples=400)
ALL = "".join(map(chr, range(sys.maxunicode + 1)))
NAMED = st.lists(
    st.sampled_from(
        [
            *"AP,Reuters,The Associated Press,ASSOCIATED PRESS,dpa,PTI,ANI,JAPAN,CNN".split(","),
            *"SEOUL, |By |by Jane Roe, |(|)|/|[|]| - |— |.|.)|The |THE | Staff Writer".split("|"),
            *" staff| in London|© 2020 |Copyright by |rights|The story was |published by ".split(
                "|"
            ),
            *"A report is provided on | contributed|Kim said so to many people there| |\n".split(
                "|"
            ),
        ]
    ),
    min_size=1,
    max_size=7,
).map("".join)


@LAW
@given(NAMED)
def test_an_agency_is_credited_the_same_with_and_without_a_look_at_the_ends(line: str) -> None:
    found = credits_.credit_line(line), credits_._foot_line(line)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(credits_, "_ROLE_LAST", pattern(""))
        patch.setattr(credits_, "_FOOT", [(text, lambda _: True) for text, _ in credits_._FOOT])
        assert (credits_.credit_line(line), credits_._foot_line(line)) == found


ONE = "|".join(sorted(map(re.escape, SPELLINGS), key=len, reverse=True))
NO_NAME = re.compile(r"\[\^[()/,]+\]\+(?=\))")  # where the plain pattern lists all names


@LAW
@given(NAMED.map(lambda line: f"{line} and on it went from there to here"))
def test_a_dateline_is_one_that_names_an_agency(line: str) -> None:
    found = credits_.dateline(line)
    with pytest.MonkeyPatch.context() as patch:
        for name in ("_DATELINE", "_SLASHED"):
            listed = NO_NAME.sub(lambda _: ONE, getattr(credits_, name).pattern)
            assert ONE in listed
            patch.setattr(credits_, name, re.compile(listed))
        assert credits_.dateline(line) == found


def test_an_agency_s_name_has_none_of_the_marks_around_it() -> None:
    assert not [name for name in SPELLINGS if set(name) & set("()[]/,.\n") or len(name) > 40]


@pytest.mark.parametrize("name", glued._KNOWN.replace("\\", "").split("|"))
def test_a_known_agency_stands_in_a_dateline(name: str) -> None:
    line = f"PARIS, France ({name}) — The ferry sank."
    assert next(iter(glued.trims(line)))[2] == "dateline"


def test_no_wide_sign_is_overlooked() -> None:
    wide = prose._WIDE.findall(ALL)
    assert prose._MAY_BE_WIDE.sub("", "".join(wide)) == ""
    assert prose.size(f"“a” {wide[0]}{wide[-1]}") == 3


MONTHS = "Jan January Feb. march APR April May jun June July Aug. August Sept Sept. Oct Nov Dec."
FORMS = ("{month} {day}, {year}", "{month} {day} {year}", "{day} of {month} {year}")
FORMS += ("{day}-{month}-{year}", "{day} {month}, {year}", "{day}\xa0{month}\xa0{year}")


@pytest.mark.parametrize("form", FORMS)
def test_a_day_is_the_one_that_the_library_reads(form: str) -> None:
    for month, number, end in product(MONTHS.split(), range(40), ("", "th")):
        said = form.format(month=month, day=f"{number}{end}", year=2020 + number % 5)
        try:
            expected = parse(said).date().isoformat()
        except ValueError:
            expected = None
        assert dates.day(said) == expected, said


WORDS = st.lists(st.sampled_from("the North Lee NorthLee Leeway é x1y a_b".split()), max_size=30)


@LAW
@given(WORDS.map(" ".join), st.integers(0, 20), st.integers(0, 90))
def test_words_are_counted_alike_one_by_one_and_all_at_once(
    text: str, start: int, end: int
) -> None:
    block = Span(0, start, max(start, end))
    words = _Vocabulary([Article("a.txt", text)], [block])
    counts = Counter(re.findall(r"[^\W\d_]+", text[start : max(start, end)]))
    asked = [*"the North Lee NorthLee Leeway é x a b y".split(), "none"]
    assert len(asked) > _FEW
    assert [words[word] for word in asked] == [counts[word] for word in asked]
    assert dict(words) == counts


@LAW
@given(st.lists(st.sampled_from(["a" * 63, "b" * 64, "c" * 70, "It's", "U.S.", " "]), max_size=6))
def test_a_long_word_is_its_beginning(pieces: list[str]) -> None:
    text = "".join(pieces)
    plain = re.findall(r"[^\W_]+(?:['’.][^\W_]+)*", text)
    assert tokens(text) == [_token(word[:64]) for word in plain]


SENTENCES = st.lists(
    st.sampled_from(
        (
            "The old ferry sank off the coast on Monday. He was not there at that time at all. "
            "The old ferry sank off the coast again today. Rescuers found nobody on the ferry. "
            "He was not there at that time…"
        )
        .replace("…", "….")
        .split(". ")
    ),
    min_size=1,
    max_size=4,
).map(". ".join)


@LAW
@given(texts=st.lists(SENTENCES, min_size=1, max_size=6), easy=st.booleans())
def test_repeats_are_the_same_with_and_without_a_look_at_the_first_words(
    texts: list[str], *, easy: bool
) -> None:
    quick, plain = blocks("\n\n".join(texts)), blocks("\n\n".join(texts))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(repeats, "_EASY", 2_000_000 if easy else 0)
        repeats.mark_repeats(quick)
        patch.setattr(repeats, "may_be_contained", lambda _: True)
        repeats.mark_repeats(plain)
    assert [block.reason for block in quick] == [block.reason for block in plain]


PAGES = st.lists(
    st.one_of(SENTENCES, st.sampled_from(["Photo: The old ferry sank off the coast on Monday."])),
    min_size=1,
    max_size=6,
).map("\n\n".join)


@LAW
@given(st.lists(PAGES, min_size=1, max_size=3))
def test_pages_are_cleaned_the_same_whether_their_blocks_are_known_to_be_apart(
    texts: list[str],
) -> None:
    articles = [Article(f"{number}.txt", text) for number, text in enumerate(texts)]
    cleaned = clean(articles)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pages, "may_be_contained", lambda _: True)
        assert clean(articles) == cleaned


def test_blocks_are_known_to_be_apart_where_none_repeats_another() -> None:
    lines = ["The old ferry sank off the coast.", "Rescuers found nobody on board that day."]
    assert all(block.apart for block in pages.opened(("\n\n".join(lines), False)))
    lines.append(f"{lines[0]} {lines[1]}")
    assert not any(block.apart for block in pages.opened(("\n\n".join(lines), False)))


PIECES = st.sampled_from(
    "July 27, 2023 20 19 9 99 2 0 10:30 am 3pm 19pm99 Thu Published: | – T10:30Z 2023-07-27 noon "
    "27/07/2023 ٢٠٢٣ 19٢٣ Jan . EST Updated on at by Kim said".split()
)
LINES = st.lists(st.tuples(PIECES, st.sampled_from([" ", " ", ""])), max_size=9).map(
    lambda pairs: "".join(piece + gap for piece, gap in pairs)
)


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
        for name in ("_NOTICE_MARKS", "CREDIT_MARKS"):
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
    assert all("day" in name for name in days.WEEKDAYS)


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
    found = quoting.quoted_share(text), quoting.attributed_quote(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(quoting, "_may_quote", lambda text: True)
        assert (quoting.quoted_share(text), quoting.attributed_quote(text)) == found
    for quoted in (False, True):
        whole = clues.all_quoted(text, quoted=quoted)
        words = [t for t in clues.tokenized(text, quoted=quoted) if t.text[0].isalnum()]
        assert whole == (sum(word.quoted for word in words) * 10 >= len(words) * 9 > 0)
