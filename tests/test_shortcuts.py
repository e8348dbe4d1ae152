"""Shortcuts: cheap looks and cheaper ways, each held against the plain way that it spares."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from itertools import product

import pytest
from dateutil.parser import parse
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize import counted
from summarize.clean import clean
from summarize.records import Article, Span
from summarize.segment import _FEW, _Vocabulary
from summarize.text import boundaries, credits, dates, glued, pages, prose, repeats  # noqa: A004
from summarize.text.agencies import SPELLINGS
from summarize.text.blocks import blocks
from summarize.text.patterns import pattern
from summarize.text.terms import _token, tokens

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
    found = credits.credit_line(line), credits._foot_line(line)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(credits, "_ROLE_LAST", pattern(""))
        patch.setattr(credits, "_FOOT", [(text, lambda _: True) for text, _ in credits._FOOT])
        assert (credits.credit_line(line), credits._foot_line(line)) == found


ONE = "|".join(sorted(map(re.escape, SPELLINGS), key=len, reverse=True))
NO_NAME = re.compile(r"\[\^[()/,]+\]\+(?=\))")  # where the plain pattern lists all names


@LAW
@given(NAMED.map(lambda line: f"{line} and on it went from there to here"))
def test_a_dateline_is_one_that_names_an_agency(line: str) -> None:
    found = credits.dateline(line)
    with pytest.MonkeyPatch.context() as patch:
        for name in ("_DATELINE", "_SLASHED"):
            listed = NO_NAME.sub(lambda _: ONE, getattr(credits, name).pattern)
            assert ONE in listed
            patch.setattr(credits, name, re.compile(listed))
        assert credits.dateline(line) == found


def test_an_agency_s_name_has_none_of_the_marks_around_it() -> None:
    assert not [name for name in SPELLINGS if set(name) & set("()[]/,.\n") or len(name) > 40]


@pytest.mark.parametrize("name", glued._KNOWN.replace("\\", "").split("|"))
def test_a_known_agency_stands_in_a_dateline(name: str) -> None:
    line = f"PARIS, France ({name}) — The ferry sank."
    assert next(iter(glued.trims(line)))[2] == "dateline"


@pytest.mark.parametrize(
    ("quick", "plain"),
    [
        (counted._HIGH, "[\u3005-\U0010ffff]"),
        (boundaries._STOP, r"(?s)[.!?…\u0589-\uffff](?=.)"),
    ],
)
def test_what_is_said_by_its_opposite_is_the_same(quick: re.Pattern[str], plain: str) -> None:
    assert quick.findall(ALL) == re.findall(plain, ALL)


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


def ended(last: str) -> subprocess.CompletedProcess[str]:
    """Return how the program ended that was asked for its version, in a process of its own."""
    program = (
        "import atexit, sys; atexit.register(print, 'taken apart')\n"
        f"from summarize.__main__ import run\nsys.argv[1:] = ['--version']\n{last}\nrun()"
    )
    return subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )


def test_the_program_ends_without_being_taken_apart() -> None:
    result = ended("")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith("summarize ")
    assert "apart" not in result.stdout


@pytest.mark.parametrize(
    "last",
    [
        "import multiprocessing.popen_fork",
        "sys.stderr.flush = lambda: open('')",
        "sys.stderr = None",
    ],
)
def test_the_program_ends_as_python_ends_where_something_is_left_to_see_to(last: str) -> None:
    result = ended(last)
    assert result.stdout.startswith("summarize ")
    assert "taken apart" in result.stdout
