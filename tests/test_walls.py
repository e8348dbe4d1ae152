"""Walls: a page that holds no article but a notice is no source, and news in such words is one."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

import pytest
from cases import FOLDER

from summarize.errors import SourceError
from summarize.read import read
from summarize.text.page.walls import wall

if TYPE_CHECKING:
    from pathlib import Path

CASES: dict[str, list[dict[str, Any]]] = tomllib.loads((FOLDER / "walls.toml").read_text("utf-8"))
NEWS = "A ferry with 212 people on board ran aground off Sollen on Monday, the coast guard said."


@pytest.mark.parametrize("case", CASES["wall"], ids=lambda case: case["is"][:40])
def test_a_page_that_asks_its_reader_for_something_is_a_wall(case: dict[str, Any]) -> None:
    assert wall(case["text"]) == case["is"]


@pytest.mark.parametrize("case", CASES["news"], ids=lambda case: case["text"][:40])
def test_news_in_the_words_of_a_wall_is_news(case: dict[str, Any]) -> None:
    assert wall(case["text"]) is None


@pytest.mark.parametrize("case", CASES["wall"], ids=lambda case: case["is"][:40])
def test_an_article_behind_a_wall_is_an_article(case: dict[str, Any]) -> None:
    assert wall(f"{case['text']}\n\n{NEWS}") is None


@pytest.mark.parametrize("tag", ["p", "noscript"])
def test_a_wall_is_told_and_is_no_source(tmp_path: Path, tag: str) -> None:
    asked = "You need to enable JavaScript to run this app."
    page, story = tmp_path / "wall.html", tmp_path / "story.txt"
    page.write_text(
        f"<html><head><title>Herald</title></head><body><div id='root'></div>"
        f"<{tag}>{asked}</{tag}><script src='app.js'></script></body></html>",
        "utf-8",
    )
    story.write_text(NEWS, "utf-8")
    told = (
        f"{page} holds no article but a notice (“{asked}”), as pages do that need a script, or "
        "keep programs or readers out; save it from a browser."
    )
    with pytest.raises(SourceError) as refused:
        read([page])
    assert str(refused.value) == told
    found = read([page, story])
    assert [article.path for article in found] == [str(story)]
    assert [drop.reason for drop in found.drops] == [told]
