"""What a text's own head and foot tell: title, outlet, wire, byline, date, address."""

from __future__ import annotations

import time
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from cases import load
from hypothesis import given
from hypothesis import strategies as st

from summarize.text.agencies import NAMES, SPELLINGS, agency, short_name
from summarize.text.page.credits import _names_any, credited
from summarize.text.page.dates import dated, day, of_address
from summarize.text.page.ends import ends
from summarize.text.page.heads import Head, infer
from summarize.text.page.outlets import site

SEEDS = Path(__file__).parent.parent / "seeds"
STORY = (
    "The council of Harbourton voted on Monday to close the old bridge for two years, after"
    " engineers found cracks in three of its piers.\n\n"
    "Drivers will be sent over the northern bypass, which adds about twenty minutes to the way"
    " to work, the mayor told reporters at the town hall.\n\n"
    "Shop owners in the old town said that they feared for their trade, and asked the council for"
    " help with the rent until the bridge opens again."
)
SNIPPETS = st.sampled_from(
    ["By ", "Jane Roe", "Associated Press", " (AP) — ", "© 2023 ", "Published: ", "01.08.2023",
     " | ", "\n", "\n\n", "BBC News", "http://", "a.b", "@", "-", "/TASS/", "(", "word ",
     ". ", "The ", "東京"]
)  # fmt: skip


def whole(case: dict[str, Any]) -> str:
    if "file" in case:
        return (SEEDS / case["file"]).read_text("utf-8")
    story = case.get("start", "") + STORY + case.get("end", "")
    return "\n\n".join(
        x.strip("\n") for x in (case.get("head", ""), story, case.get("foot", "")) if x
    )


@pytest.mark.parametrize("case", load("heads"))
def test_case(case: dict[str, Any]) -> None:
    expected = Head(**{key: case[key] for key in asdict(Head()) if key in case})
    assert infer(whole(case)) == expected


@pytest.mark.parametrize("case", load("heads"))
def test_line_ends_in_the_middle_of_blank_space_change_nothing(case: dict[str, Any]) -> None:
    text = whole(case)
    expected = Head(**{key: case[key] for key in asdict(Head()) if key in case})
    assert infer("\n \n" + text.replace("\n\n", "\n \t\n\n") + "\n\n") == expected


@given(st.one_of(st.text(), st.lists(SNIPPETS, max_size=30).map("".join)))
def test_any_text_gives_a_head_made_of_lines_that_are_not_blank(text: str) -> None:
    for key, value in asdict(infer(text)).items():
        assert value is None or (value.strip() == value != "" and "\n" not in value), key


def test_only_the_ends_of_a_text_are_looked_at() -> None:
    middle = f"{STORY}\n\n" * 1000
    start = time.perf_counter()
    for text in (
        "a" * 20_000_000,
        "a\n" * 1_000_000,
        "By Jane Roe " * 500_000,
        " (AP" * 1_000_000,
        "http://" + ".," * 10_000 + " x",
        "A" * 9_000 + " A A A A A A, 2023-08-01 a",
        "By " + "Aa " * 6_000,
        "AP writer. " * 2_000,
        "© 2023 " * 2_000,
        "(Reporting by " * 1_000,
        "a@" * 10_000,
    ):
        infer(text)
    assert time.perf_counter() - start < 5
    assert infer(f"{middle}\n\nSEOUL (AP) — {STORY}\n\n{middle}").wire is None
    assert infer(f"{middle}\n\n(Reporting by Jane Roe; Editing by John Doe)").wire == "Reuters"


def test_credits_at_the_head_go_before_those_at_the_foot() -> None:
    assert credited(f"SEOUL (AP) — {STORY}\n\n© 2023 AFP") == "Associated Press"


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_way_to_write_a_day_is_read(value: date) -> None:
    iso = value.isoformat()
    for form in (
        "%Y-%m-%d",
        "%d.%m.%Y",
        "%d-%m-%Y",
        "%m/%d/%Y",
        "%B %d, %Y",
        "%d %b %Y",
        "%Y/%m/%d",
    ):
        written = value.strftime(form)
        assert day(written) == iso, written
        found = dated(f"Published: {written}")
        assert found is not None
        assert (found.day, found.sign, found.rest) == (iso, 0, ""), written
    assert day(value.strftime("%Y%m%d")) == iso


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://herald.example/2024/03/05/bridge", "2024-03-05"),
        ("https://herald.example/news/2024/mar/5/bridge", "2024-03-05"),
        ("https://herald.example/news/2024-03-05-bridge", "2024-03-05"),
        ("https://herald.example/bridge-closed-7-2024-03-05", "2024-03-05"),
        ("https://herald.example/2024/13/45/bridge", None),
        ("https://herald.example/2024/xyz/05/bridge", None),
        ("https://herald.example/2024/03/bridge", None),
        ("https://herald.example/bridge-12024-03-051", None),
    ],
)
def test_the_day_in_an_address(address: str, expected: str | None) -> None:
    assert of_address(address) == expected


@pytest.mark.parametrize(
    "text", ["", "soon", "2023", "July 2023", "2023-13-01", "30 February 2023", "1.8."]
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert day(text) is None


@pytest.mark.parametrize(
    ("given_name", "name"),
    [("AP", "Associated Press"), ("the associated press", "Associated Press"),
     ("(Reuters)", "Reuters"), ("afp", "Agence France-Presse"), ("Yonhap News Agency", "Yonhap"),
     ("BBC", None), ("", None)],
)  # fmt: skip
def test_agencies_have_one_name(given_name: str, name: str | None) -> None:
    assert agency(given_name) == name


def test_short_names() -> None:
    assert short_name("Associated Press") == short_name("AP News") == "AP"
    assert short_name("The Harbourton Herald") == "The Harbourton Herald"
    assert all(agency(name) == name and agency(short_name(name)) == name for name in NAMES)


@pytest.mark.parametrize(
    ("url", "outlet"),
    [("https://www.nytimes.com/2023/x", "The New York Times"), ("http://news.sky.com", "Sky News"),
     ("https://m.harbourton.co.uk:80/a", "harbourton.co.uk"), ("harbourton.com", "harbourton.com"),
     ("nowhere", None), ("", None), ("https://user@daily.example.org/x", "example.org"),
     ("https://halden.wordpress.com/x", "halden.wordpress.com"),
     ("https://www.blogspot.com/x", "blogspot.com")],
)  # fmt: skip
def test_sites(url: str, outlet: str | None) -> None:
    assert site(url) == outlet


def test_the_foot_begins_with_the_story_and_the_head_ends_with_its_second_paragraph() -> None:
    page = ends(f"Title\n\n{STORY}\n\nFooter")
    first, second, third = STORY.split("\n\n")
    assert page.before == ("Title",)
    assert page.opening == ("Title", first, second)
    assert page.foot == (first, second, third, "Footer")
    assert page.last_prose == third


@pytest.mark.parametrize("name", sorted(SPELLINGS))
def test_an_agency_is_seen_wherever_its_name_stands(name: str) -> None:
    for text in (name, f"x{name}y", name[1:], name.swapcase()):
        assert _names_any(text) == any(known in text for known in (*SPELLINGS, "ASSOCIATED PRESS"))
