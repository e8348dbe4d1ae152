"""Patterns: compiled when they are first used, and as any other from then on."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.text import dates
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
        assert dates.dated(line) == found
