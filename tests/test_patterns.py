"""Patterns: how they are put together, and compiled when they are first used."""

from __future__ import annotations

import re
import sys
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarize import counted
from summarize.text import boundaries
from summarize.text.alternatives import Rows, alternatives, is_far, rows
from summarize.text.narrow import may_have, small
from summarize.text.page import furniture
from summarize.text.patterns import pattern

LAW = settings(deadline=None, derandomize=True, max_examples=300)


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


TABLES = ((furniture._LINES, furniture._any_line()), (furniture.NOTICES, furniture._any_sentence()))
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


@pytest.mark.parametrize("letter", "ıİſ\u212a")
def test_what_a_pattern_for_any_case_finds_is_made_small(letter: str) -> None:
    assert re.fullmatch(small(letter), letter, re.IGNORECASE)
    assert small(letter) in "isk"
    assert may_have(letter, ["nothing of the kind"])


ALL = "".join(map(chr, range(sys.maxunicode + 1)))


@pytest.mark.parametrize(
    ("quick", "plain"),
    [
        (counted._HIGH, "[\u3005-\U0010ffff]"),
        (boundaries._STOP, r"(?s)[.!?…\u0589-\uffff](?=.)"),
    ],
)
def test_what_is_said_by_its_opposite_is_the_same(quick: re.Pattern[str], plain: str) -> None:
    assert quick.findall(ALL) == re.findall(plain, ALL)
