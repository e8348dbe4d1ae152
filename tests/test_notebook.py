"""A brief shows itself: as a fragment in a notebook's page, as text in IPython, to rich."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from briefs import BRIDGE, a_brief, brief_of
from browser import Window, window
from hypothesis import given, settings
from pages import tree
from rich.console import Console
from test_inert import HOSTILE, texts

from summarize.render import render
from summarize.render.inert import inert
from summarize.render.notebook import notebook

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from summarize.records import Brief

ALLOWED = set("div h3 h4 p em ul ol li strong a small span".split())


@pytest.fixture(scope="module")
def browser() -> Iterator[Window]:
    yield from window()


def html(brief: Brief) -> str:
    """What Jupyter asks for."""
    return str(brief._repr_html_())  # type: ignore[attr-defined]


def test_a_brief_shows_itself_as_html() -> None:
    page = tree(html(a_brief()))
    assert page.one("h3").words == "Bridge closed"
    first, *_ = page.all("li")
    assert first.words == f"{BRIDGE} [1–3, 5] (2 independent sources; [4] says Tuesday)"
    assert [item.words for item in page.all("h4")] == ["Where the sources disagree", "Sources"]
    assert "Tuesday: Inspectors closed the bridge on Tuesday. [4]" in page.words
    (link,) = page.all("a")
    assert link.attributes["href"] == "https://valley.example/bridge"
    assert "A: AP in 3 outlets [1–3]" in page.words


def test_days_of_a_timeline_are_headings() -> None:
    brief = a_brief()
    days = ("2024-03-04", "2024-03-04", None)
    picks = tuple(replace(p, day=day) for p, day in zip(brief.picks, days, strict=True))
    page = tree(html(replace(brief, picks=picks, scope={"timeline": True})))
    assert [item.words for item in page.all("h4")][:2] == ["2024-03-04, Monday", "Undated"]
    assert [len(item.all("li")) for item in page.all("ul")][:2] == [2, 1]


def test_the_fragment_has_nothing_that_reaches_out_of_it() -> None:
    for element in tree(html(a_brief())).everything():
        assert element.tag in ALLOWED
        assert set(element.attributes) <= {"href", "rel", "target"}


@given(texts)
@settings(deadline=None)
def test_the_fragment_shows_hostile_text_as_text(text: str) -> None:
    page = tree(notebook(brief_of(text)))
    assert page.one("h3").text == inert(text)
    assert {element.tag for element in page.everything()} <= ALLOWED


@pytest.mark.parametrize("text", [*HOSTILE, "$5 and $6", "\\(x\\) \\[y\\] \\begin{align} $$z$$"])
def test_no_text_of_it_can_be_a_formula(text: str) -> None:
    page = tree(notebook(brief_of(text)))
    for element in [page, *page.everything()]:
        for child in element.children:
            if isinstance(child, str) and element.tag != "span":
                assert "$" not in child
                assert "\\" not in child
    assert page.one("h3").text == inert(text)


def test_a_browser_shows_it_in_a_foreign_page_and_runs_nothing(
    browser: Window, tmp_path: Path
) -> None:
    attack = (
        "<img src=x onerror='document.title=1'><script>document.title=2</script>"
        "<style>body{display:none}</style></div></div><h1 id=top>x</h1>"
    )
    outputs = [html(brief_of(text)) for text in (attack, *HOSTILE)]
    page = "<!doctype html><meta charset=utf-8><title>calm</title><style>h3 {color: red}</style>"
    page += "".join(f"<div class=output>{output}</div>" for output in [html(a_brief()), *outputs])
    path = tmp_path / "notebook.html"
    path.write_text(f"{page}<p id=after>after</p>", "utf-8", "replace")
    browser.open(path)
    assert browser.run("return document.title") == "calm"
    assert browser.find("#after").is_displayed()
    assert browser.run("return document.querySelector('#after').parentElement.tagName") == "BODY"
    assert len(browser.all("body > .output")) == len(outputs) + 1
    assert browser.run("return document.querySelectorAll('img, script, style, h1').length") == 1
    shown = browser.run("return document.querySelectorAll('.output h3')[1].textContent")
    assert shown == inert(attack)
    # The notebook's own style holds in it.
    colour = browser.run("return getComputedStyle(document.querySelector('.output h3')).color")
    assert colour == "rgb(255, 0, 0)"
    assert browser.told() == ([], [])


def test_other_documents_are_made_of_its_markdown() -> None:
    assert a_brief()._repr_markdown_() == render(a_brief(), "markdown")  # type: ignore[attr-defined]


def test_ipython_prints_text_and_not_every_article() -> None:
    printed: list[str] = []

    class Printer:
        text = staticmethod(printed.append)

    a_brief()._repr_pretty_(Printer(), _cycle=False)  # type: ignore[attr-defined]
    assert printed == [render(a_brief(), "text").rstrip("\n")]


@pytest.mark.parametrize("width", [60, 100])
def test_rich_prints_the_page_of_a_terminal(width: int) -> None:
    file = io.StringIO()
    Console(file=file, width=width).print(a_brief())
    lines = [line.rstrip() for line in file.getvalue().splitlines()]
    assert lines == render(a_brief(), "terminal", width).splitlines()


@pytest.mark.parametrize("text", HOSTILE)
def test_rich_obeys_nothing_in_an_article(text: str) -> None:
    file = io.StringIO()
    Console(file=file, width=10_000, force_terminal=True).print(brief_of(text))
    assert "\x1b]" not in file.getvalue()
    assert "\x1b[2J" not in file.getvalue()
