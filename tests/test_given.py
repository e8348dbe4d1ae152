"""What is known of an article: `sources.toml`, then its own front matter, then inference."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import pytest
from files import write
from hypothesis import given
from hypothesis import strategies as st

from summarize.read import read
from summarize.text.page.dates import given_day
from summarize.text.page.front import KEYS, normal, split

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEXT = (
    "Bridge closes for two years\n\n"
    "HARBOURTON (AP) — The bridge closes for two years, the council said.\n"
)


def test_precedence(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", TEXT)
    known = asdict(read(path).articles[0])
    assert (known["title"], known["wire"]) == (
        "Bridge closes for two years",
        "Associated Press",
    )
    write(path, f"---\ntitle: From the file\noutlet: Herald\n---\n{TEXT}")
    known = asdict(read(path).articles[0])
    assert (known["title"], known["outlet"], known["wire"]) == (
        "From the file",
        "Herald",
        "Associated Press",
    )
    assert known["text"] == TEXT
    write(tmp_path / "sources.toml", '["a.txt"]\ntitle = "Noted"\nwire = ""\ndate = 2023-08-01\n')
    known = asdict(read(path).articles[0])
    assert (known["title"], known["outlet"]) == ("Noted", "Herald")
    assert (known["wire"], known["date"]) == (None, "2023-08-01")


def test_it_is_found_beside_each_file_of_a_folder(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        write(tmp_path / folder / "a.txt")
        write(tmp_path / folder / "sources.toml", f'["a.txt"]\noutlet = "{folder}"\nwire = "afp"')
    assert [(a.outlet, a.wire) for a in read(tmp_path)] == [
        ("one", "Agence France-Presse"),
        ("two", "Agence France-Presse"),
    ]


@pytest.mark.parametrize(
    ("toml", "reason"),
    [
        ("[", "sources.toml is no valid TOML: "),
        ("x = 1", 'sets x outside a table; put it under ["file.txt"].'),
        (
            '["a.txt"]\noutlte = "x"',
            "has the unknown key outlte; known are title, outlet, wire",
        ),
        ('["b.txt"]\noutlet = "x"', "is about a file that is not there; check its name."),
        ('[a.txt]\noutlet = "x"', 'not there; write ["a.txt"], in quotation marks.'),
        (f'["{"b" * 300}.txt"]\noutlet = "x"', "a file that is not there; check its name."),
        ('["a.txt"]\noutlet = 3', "gives outlet as no text; put it in quotes."),
        ('["a.txt"]\ndate = "soon"', "gives a date that is none (soon); write it 2023-07-27."),
        ('["a.txt"]\nextracted = "yes"', "gives extracted as something else than true or false."),
        ("\x89PNG\r\n", "sources.toml is no"),
    ],
)
def test_what_of_it_cannot_be_used_is_a_drop(tmp_path: Path, toml: str, reason: str) -> None:
    path = write(tmp_path / "a.txt")
    write(tmp_path / "sources.toml", toml)
    reading = read([path, path])
    assert len(reading) == 1
    drop = reading.drops[0]
    assert drop.item == f"{tmp_path}/sources.toml"
    assert reason in drop.reason
    assert f"{tmp_path}/sources.toml" in drop.reason


@pytest.mark.parametrize("when", ["never", "2024-13-45"])
def test_a_date_in_front_matter_that_is_none_is_told(tmp_path: Path, when: str) -> None:
    path = write(tmp_path / "a.txt", f"---\ntitle: Bridge\ndate: {when}\n---\n{TEXT}")
    reading = read(path)
    assert reading.articles[0].title == "Bridge"
    assert [drop.reason for drop in reading.drops] == [
        f"{path} gives a date that is none ({when}); write it 2023-07-27."
    ]
    for right in ("2024-03-05", "5 March 2024", "''"):
        assert read(write(path, f"---\ndate: {right}\n---\n{TEXT}")).drops == ()


@given(st.text(st.sampled_from("-.\n:title[]{}&*!'\"|> #%@`")))
def test_front_matter_never_fails_and_never_invents(text: str) -> None:
    found, body = split(f"---\n{text}")
    assert f"---\n{text}".endswith(body)
    assert set(found) <= set(KEYS)


def test_deeply_nested_yaml_is_text() -> None:
    text = f"---\ntitle: {'[' * 9000}\n---\nText.\n"
    assert split(text)[1] in (text, "Text.\n")


def test_what_broken_yaml_leaves_of_a_title_is_none() -> None:
    given, body = split("---\ntitle: [\noutlet: The Sollen Post\n---\nA ferry ran aground.")
    assert normal(given) == {"outlet": "The Sollen Post"}
    assert body == "A ferry ran aground."


def test_a_title_of_a_megabyte_is_its_beginning_and_an_address_is_one_of_the_web() -> None:
    long = "A headline " * 100_000
    far = "https://a.example/" + "a" * 9000
    found = normal({"title": long, "outlet": long, "byline": long, "url": far})
    assert set(found) == {"title", "outlet", "byline"}
    for value in found.values():
        assert value is not None
        assert value.startswith("A headline A")
        assert len(value) <= 1001
    for url in ("javascript:alert(1)", "DATA:text/html,x", "file:///etc/passwd", "ftp://a.example"):
        assert normal({"url": url}) == {}
    for url in ("https://a.example/b", "HTTP://a.example", "a.example/b", "a.example:80/b"):
        assert normal({"url": url}) == {"url": url}


@pytest.mark.parametrize(
    ("value", "named"),
    [
        ("1709626500", "2024-03-05"),  # seconds since 1970
        ("1709626500000", "2024-03-05"),
        (" 1709626500.25 ", "2024-03-05"),
        ("1709626500000.0", "2024-03-05"),
        ("20240305081500", "2024-03-05"),
        ("20240305T081500Z", "2024-03-05"),
        ("2024030508", "2024-03-05"),  # that day at eight, and not 2034
        ("5 March 2024", "2024-03-05"),
        ("0555123456", None),
        ("5123456789", None),
        ("yesterday", None),
    ],
)
def test_a_day_may_be_given_as_programs_count_or_pack_it(value: str, named: str | None) -> None:
    assert given_day(value) == named


def documents(*dates: object) -> str:
    rows = [{"text": f"{TEXT} {number}", "date": when} for number, when in enumerate(dates)]
    return "\n".join(map(json.dumps, rows))


def table(*dates: str) -> str:
    return "\n".join(["text,date", *(f'"{TEXT} {n}","{when}"' for n, when in enumerate(dates))])


@pytest.mark.parametrize(("name", "made"), [("a.jsonl", documents), ("a.csv", table)])
def test_a_date_that_is_none_is_told_where_many_articles_have_one_file(
    tmp_path: Path, name: str, made: Callable[..., str]
) -> None:
    path = write(tmp_path / name, made("yesterday", "N/A", "", "2024-03-05", "unknown", "NaT"))
    reading = read(path)
    assert [article.date for article in reading] == [None, None, None, "2024-03-05", None, None]
    told = f"{path}#1 gives a date that is none (yesterday); write it 2023-07-27."
    assert [drop.reason for drop in reading.drops] == [told]
    assert [drop.item for drop in reading.drops] == [f"{path}#1"]


def test_of_many_dates_that_are_none_the_first_are_told_and_how_many_more(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", documents(*["in spring " * 20] * 5))
    reasons = [drop.reason for drop in read(path).drops]
    assert [reason.partition(" gives")[0] for reason in reasons[:3]] == [
        f"{path}#{number}" for number in (1, 2, 3)
    ]
    assert all(len(reason) < len(str(path)) + 120 for reason in reasons)
    assert reasons[3:] == [f"{path}: 2 more articles give dates like that."]


def test_a_topic_may_count_the_seconds_of_its_dates(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", documents(1709626500, 1709626500.5, float("nan")))
    reading = read(path)
    assert [article.date for article in reading] == ["2024-03-05", "2024-03-05", None]
    assert reading.drops == ()
