"""What is known of an article: `sources.toml`, then its own front matter, then inference."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import pytest
from files import write
from hypothesis import given
from hypothesis import strategies as st

from summarize.read import read
from summarize.text.page.front import KEYS, normal, split

if TYPE_CHECKING:
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
