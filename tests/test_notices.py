"""Notices: each row of the table is needed, takes what it is for and leaves the news alone."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import pytest
from cases import FOLDER

from summarize.text.page.furniture import furniture
from summarize.text.page.notices import MAY_BE, NOTICES
from summarize.text.page.telling import PAST, SPOKEN, telling

ROWS: list[dict[str, Any]] = tomllib.loads((FOLDER / "notices.toml").read_text("utf-8"))["row"]


def fits(text: str) -> list[int]:
    """Return the numbers of all rows that a text may be."""
    may_be = NOTICES[: MAY_BE[telling(text)]]
    return [
        number for number, (_, row) in enumerate(may_be) if re.fullmatch(row, text, re.IGNORECASE)
    ]


def test_every_row_has_its_examples() -> None:
    assert [row["reason"] for row in ROWS] == [reason for reason, _ in NOTICES]


@pytest.mark.parametrize("number", range(len(ROWS)))
def test_a_row_is_needed_for_its_example(number: int) -> None:
    row = ROWS[number]
    assert fits(row["is"]) == [number]
    assert furniture(row["is"], ended=True) == row["reason"]


@pytest.mark.parametrize("number", range(len(ROWS)))
def test_a_row_leaves_news_alone_that_is_worded_like_it(number: int) -> None:
    assert furniture(ROWS[number]["not"], ended=True) is None


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Sign up for our newsletter, delivered every morning.", 0),
        ("Comments are moderated and have been closed.", 0),
        ("To subscribe, enter your address to have it added to our list.", 0),
        ("Write to desk@met.example with your questions.", 0),
        ("To sign up, pensioners queued for hours.", PAST),
        ("Already a member, Croatia adopted the euro.", PAST),
        ("Become a member or leave was the choice in 2022.", PAST),
        ("Register offices here will open on Sundays.", PAST),
        ("Sign up here and you will get the news.", 0),
        ("Like them, Brazil has refused to sign.", PAST),
        ("Click on the link and the virus spreads, the agency warned.", SPOKEN),
        ("Tap the link between diet and mood, say scientists.", SPOKEN),
        ("Get the vaccine, health officials in Ohio urge the old.", SPOKEN),
        ("Be the first to comment, aides in the party tell ministers.", SPOKEN),
    ],
)
def test_what_tells_of_the_past_or_of_somebody_s_words_is_no_notice(text: str, level: int) -> None:
    assert telling(text) == level


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("28/37 New bridge opens " + "The bridge was opened by the mayor. " * 30, "caption"),
        ("3/45 The bridge closes in Halden after cracks were found in its piers.", "caption"),
        ("120/80 Was long thought to be a healthy blood pressure.", None),
        ("9/11 Commission members said that the agency had not shared what it knew.", None),
        ("24/7 Guards at the embassy were withdrawn in June, the department said.", None),
    ],
)
def test_items_of_a_gallery_of_pictures_are_captions_of_any_length(
    text: str, reason: str | None
) -> None:
    assert furniture(text, ended=True) == reason
