"""Hard-wrapped text: its paragraphs are what they were before somebody broke their lines."""

from __future__ import annotations

from dataclasses import replace
from textwrap import fill

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from summarize.clean import clean
from summarize.records import Article
from summarize.text.page.heads import infer
from summarize.text.page.wrapped import paragraphs, unwrapped

LAW = settings(deadline=None, derandomize=True, max_examples=200)
HEAD = [
    "Storm Ada kills four in the north of Portugal as its rivers burst their banks",
    "By Maria Lopes",
]
STORY = [
    "PORTO, Portugal, March 3, 2024 (Reuters) - Four people died and at least 30 were injured when "
    "a storm swept across the north of Portugal on Sunday, officials of the region said.",
    "Rivers burst their banks in Porto and Braga and flooded hundreds of homes, the agency for "
    "civil protection said. No ships have left the harbour of Porto since Saturday.",
    "“We have never seen anything like this,” said Rui Costa, the mayor of Porto. “The whole of "
    "the riverside is under water, and nobody knows for how long.”",
    "Trains between Porto and Lisbon were cancelled, and schools will stay closed on Monday.",
]  # fmt: skip
WIDTHS = st.integers(44, 90)


def wrapped(lines: list[str], width: int) -> str:
    return "\n".join(fill(line, width, break_on_hyphens=False) for line in lines)


def has_room(lines: list[str], width: int) -> bool:
    """Whether the first word of each paragraph would have fitted behind the one before it."""
    ends = [len(wrapped([line], width).splitlines()[-1]) for line in lines[:-1]]
    firsts = [len(line.split()[0]) for line in lines[1:]]
    return all(end + 1 + first <= width for end, first in zip(ends, firsts, strict=True))


@LAW
@given(st.permutations(STORY), WIDTHS)
def test_paragraphs_are_found_again_without_blank_lines(story: list[str], width: int) -> None:
    lines = [*HEAD, *story]
    text = wrapped(lines, width)
    widest = max(map(len, text.splitlines()))
    if has_room(lines, widest):
        assert unwrapped(text).splitlines() == lines
        assert [" ".join(text[start:end].split()) for start, end in paragraphs(text)] == lines
    else:  # nobody can tell then whether a paragraph ends there
        assert " ".join(unwrapped(text).split()) == " ".join(" ".join(lines).split())


def test_at_most_widths_the_end_of_a_paragraph_can_be_told() -> None:
    lines = [*HEAD, *STORY]
    widest = [max(map(len, wrapped(lines, width).splitlines())) for width in range(44, 91)]
    assert sum(has_room(lines, width) for width in widest) > len(widest) / 2


@LAW
@given(WIDTHS, st.sampled_from(["\n", "\n\n"]))
def test_the_same_is_kept_and_told_of_a_text_whose_lines_are_broken(width: int, gap: str) -> None:
    lines = [*HEAD, *STORY]
    text = gap.join(wrapped([line], width) for line in lines)
    widest = max(map(len, text.splitlines()))
    assume(gap == "\n\n" or has_room(lines, widest))
    assert infer(text) == infer("\n".join(lines))
    kept = [text[span.start : span.end] for span in clean([Article(path="a", text=text)]).kept]
    whole = "\n".join(lines)
    told = [whole[s.start : s.end] for s in clean([Article(path="a", text=whole)]).kept]
    assert [" ".join(block.split()) for block in kept] == told


@pytest.mark.parametrize(
    "text",
    ["World\nSport\nThe mayor of the town said on Friday that the old bridge will be closed.",
     "The bridge is closed.\nThe mayor said so.\nNobody knows for how long.",
     "one\ntwo\nthree",
     ""],
)  # fmt: skip
def test_what_is_not_wrapped_stays(text: str) -> None:
    assert unwrapped(text) == text


def test_an_address_that_is_wider_than_its_page_leaves_it_wrapped() -> None:
    address = f"https://example.org/{'a' * 120}"
    width = next(n for n in range(60, 90) if has_room([*HEAD, *STORY], n))
    text = wrapped([*HEAD, *STORY], width) + f"\n\n{address}"
    assert unwrapped(text).splitlines() == [*HEAD, *STORY, address]


def test_a_line_that_lost_its_dateline_goes_on() -> None:
    lede = (
        "SEOUL, South Korea (AP) — The leader of the north of the country met with Russian "
        "officers on Monday to speak of what the two armies may do for one another, "
        "and of the ships that each of them is to build in the next years."
    )
    article = Article("a", wrapped([lede, *STORY[1:3]], 74))
    assert "met with\nRussian" in article.text
    first = clean([article]).kept[0]
    assert article.text[first.start : first.end].startswith("The leader of the north")
    again = replace(article, text=article.text[first.start :])
    assert clean([again]).kept[0].end == first.end - first.start


def test_lines_that_were_broken_by_hand_are_no_paragraphs() -> None:
    text = (
        "The mayor of the town said on Friday that the old\n"
        "bridge over the river will be closed to all cars and\n"
        "Friday\n"
        "buses for two years, and that ferries will run from the\n"
        "Old Harbour in the meantime.\n"
        "Nobody knows for how long."
    )
    found = unwrapped(text).splitlines()
    assert found[-1] == "Nobody knows for how long."
    assert len(found) == 2


@pytest.mark.parametrize(
    "lines",
    [
        ["LONDON (AP) — Fire crews in London tackled a blaze in a tower block on", "Tuesday."],
        ["Fire crews tackled a blaze in a tower block in the", "City of London on Tuesday."],
        ["HALDEN, Norway, March 3 (Reuters) - Fire crews tackled a blaze in north", "Halden."],
        ["LONDON — The fire brigade tackled a blaze in a tower block in north", "Camden."],
    ],
)
def test_two_lines_are_one_where_the_second_begins_with_a_name(lines: list[str]) -> None:
    text = "\n".join(lines) + "\n"
    assert unwrapped(text) == " ".join(lines)
    assert unwrapped(f"Fire in a tower block\n\n{text}").endswith("\n" + " ".join(lines))


@pytest.mark.parametrize(
    "lines",
    [
        ["Ferry runs aground off the island of Sollen", "Coast guard says all are safe."],
        ["SOLLEN (AP) — A ferry ran aground off the island.", "Police opened an investigation."],
        ["SOLLEN (AP) — Story of the day", "A ferry ran aground on Monday, police said."],
        ["HALDEN MARKET - Prices of fish, meat and bread by the kilo:", "Cod 12, hake 14."],
    ],
)
def test_a_heading_and_what_ends_before_a_name_stay_lines(lines: list[str]) -> None:
    assert unwrapped("\n".join(lines)).splitlines() == lines
