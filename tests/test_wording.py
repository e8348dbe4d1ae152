"""No page has a word of its own: whatever is not an article's comes from the message catalogue.

Every letter of the catalogue is turned into a sign, and what is told of has digits for words; so a
letter that is left on a page was written into a renderer or a template.
"""

from __future__ import annotations

import re
import string
from dataclasses import replace

import pytest
from briefs import a_brief, brief_of
from pages import tree

from summarize.explain import Row
from summarize.group import Event
from summarize.records import Brief, Drop, Reading, Span
from summarize.render import messages, render, render_rows
from summarize.render.index import Listing, index
from summarize.render.notebook import notebook
from summarize.render.pile import render_pile
from summarize.render.proof import render_proof
from summarize.verify.proof import Finding, Proof

SIGN = "※"
LETTERS = re.compile(r"[^\W\d_]+")
# What no reader sees or hears of a page's attributes; the language is the catalogue's.
UNSEEN = {"class", "id", "href", "rel", "type", "http-equiv", "content", "name", "dir", "role"} | {
    *"charset scope target tabindex hidden aria-labelledby aria-controls aria-hidden".split(),
    *"aria-expanded".split(),
}
PAGES = ("terminal", "markdown", "html", "text")


def signed(form: str) -> str:
    """A message with signs for letters and its fields as they were."""
    parts = string.Formatter().parse(form)
    fields = ((text, "" if name is None else f"{{{name}}}") for text, name, _, _ in parts)
    return "".join(LETTERS.sub(lambda found: SIGN * len(found[0]), text) + x for text, x in fields)


@pytest.fixture(autouse=True)
def catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    signs = {
        key: signed(forms) if isinstance(forms, str) else tuple(map(signed, forms))
        for key, forms in messages.ENGLISH.items()
    }
    monkeypatch.setattr(messages, "ENGLISH", signs)


def digits() -> Brief:
    """A brief whose every word from outside is a number, with all that a page can show of one."""
    brief = brief_of("7 7")
    (pick,) = brief.picks
    articles = tuple(replace(one, path="7", date="2024-03-05") for one in brief.articles)
    return replace(
        brief,
        signature="7",
        articles=(*articles, replace(articles[0], path="-", outlet=None)),
        voices=tuple(replace(voice, id=str(n)) for n, voice in enumerate(brief.voices)),
        picks=(replace(pick, parts={"1": 1.0}, attributed_to="8 8", rests_on="9"),) * 2,
        drops=(*brief.drops, Drop("clean", Span(1, 0, 3), ""), Drop("read", "7", "7")),
        counts=dict.fromkeys(a_brief().counts, 1) | {"unpicked": 2},
    )


def briefs() -> list[Brief]:
    brief = digits()
    both = replace(brief.picks[0], voices=("0", "1"), cites=(0, 1))
    asked = {"focus": "7", "new_since": "2024-01-01", "since": "2024-01-01", "until": "2024-02-01"}
    days = (replace(both, day="2024-03-05"), replace(brief.picks[0], day=None))
    return [
        brief,
        replace(brief, picks=(both,), scope=asked),
        replace(brief, picks=days, scope={"timeline": True, "new_since": ""}),
        replace(brief, title="", drops=(Drop("language", "7", "7"),)),
        replace(brief, voices=brief.voices[:1], drops=(Drop("days", "7", "7"),)),
        replace(brief, voices=(replace(brief.voices[0], articles=(0, 1, 2)),)),
    ]


def words(page: str) -> list[str]:
    """The words that a page has of its own."""
    assert SIGN in page
    return LETTERS.findall(page)


def html_words(page: str) -> list[str]:
    """The same of HTML: in its text, in what its attributes say, and in what its script shows."""
    found = []
    for element in tree(page).everything():
        if element.tag == "script":
            shown = re.findall(r"\.(?:value|textContent|innerText|title) = (.+);", element.text)
            assert shown
            found += [re.sub(r"\$\{[^}]*\}", "", text) for text in shown]
        elif element.tag != "style":
            found += [child for child in element.children if isinstance(child, str)]
        told = (text for name, text in element.attributes.items() if name not in UNSEEN)
        found += told
    return words("\n".join(found))


@pytest.mark.parametrize("brief", briefs())
@pytest.mark.parametrize("width", [60, 100])
def test_a_brief(brief: Brief, width: int) -> None:
    for form in PAGES:
        page = render(brief, form, width)
        assert (html_words(page) if form == "html" else words(page)) == []
    assert html_words(notebook(brief)) == []


@pytest.mark.parametrize("form", ["terminal", "text"])
def test_an_explanation(form: str) -> None:
    here = Span(0, 0, 3)
    rows = (
        Row(here, "7", "picked", 1, pick=1),
        Row(here, "7", "merged", 2, stage="7", reason="7", into=here, into_row=(0, 1)),
        Row(here, "7", "merged", 3, stage="7", reason="7"),
        Row(here, "7", "dropped", 4, stage="7", reason="7", into=here, into_row=(0, 1)),
        Row(here, "7", "dropped", 5, stage="7", reason="7"),
    )
    assert words(render_rows(digits(), rows, form, 80, colour=False)) == []


@pytest.mark.parametrize("form", ["terminal", "text"])
def test_the_proof_of_a_brief(form: str) -> None:
    kinds = [key.removeprefix("about ") for key in messages.ENGLISH if key.startswith("about ")]
    for faults in ((), ("7",)):
        findings = [Finding(kind, n, ("7",), faults) for kind in kinds for n in (None, 1, 2)]
        proof = Proof("7", "7", tuple(findings), ("7",))
        assert words(render_proof(proof, form, 80, colour=False)) == []


@pytest.mark.parametrize("form", ["terminal", "text"])
def test_the_events_of_a_pile(form: str) -> None:
    articles = Reading(digits().articles).articles
    dated = (articles[0], replace(articles[1], date="2024-03-06"), articles[2])
    events = [Event("7", (0, 1)), Event("7", (2,))]
    page = render_pile(events, dated, form, 80, colour=False)
    assert words(page) == []


def test_an_index_of_briefs() -> None:
    entries = [Listing("7", "7", 2, 1, "7"), Listing("8", "", 0, 0, None, "7")]
    assert words(index(entries, "markdown")) == []
    assert html_words(index(entries, "html")) == []
