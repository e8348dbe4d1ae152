"""Hostile text is inert: in every format it reaches the reader as text, and as nothing else."""

from __future__ import annotations

import re
import sys
import unicodedata

import pytest
from briefs import brief_of
from hypothesis import example, given, settings
from hypothesis import strategies as st
from marked import parsed, shown

from summarize.render import FORMATS, json, render
from summarize.render import inert as inert_
from summarize.render.inert import inert, inert_markdown, web_address

HOSTILE = [
    "[red]danger[/red] [link=http://x.example]here[/link] :smile:",
    "\x1b[2J\x1b[31mred\x1b[0m \x9b31m \x1b]8;;http://x.example\x07link\x1b]8;;\x07",
    "<script>alert(1)</script> <b>bold</b> <!-- comment --> &lt;i&gt; &#60; AT&T",
    "[click](javascript:alert(1)) ![x](http://x.example/x.png) <javascript:alert(1)>",
    "`code` ``` fence ~~~ fence | a | b | *em* **strong** _em_ ~~gone~~",
    "# heading",
    "- item",
    "+ item",
    "1. item",
    "2023) item",
    "> quote",
    "---",
    "===",
    ": definition",
    "[1]: javascript:alert(1)",
    "[^1] footnote [x][y] [[wiki]]",
    "$x^2$ $$y$$ \\(z\\) back\\slash",
    "https://x.example/a_b www.x.example <https://x.example>",
    "admin\u202egnp.exe \u2066isolate\u2069 zero\u200bwidth\u200d \ufeff\u00adsoft",
    "two\n\n# lines\r\nand\u2028more\tand\vmore\x85and",
    "lone \ud800 surrogate \udfff",
    "\ufdd0 a noncharacter",
]

# Any characters, and the ones that mean something to a terminal or to Markdown more often.
texts = st.text(
    st.one_of(st.characters(), st.sampled_from("[]()*_#|<>`~!&;:/\\$-+=.1 ab\n\t\x1b\x9b\u202e")),
    min_size=1,
    max_size=60,
).filter(lambda text: inert(text) != "")


def test_nothing_that_steers_is_printable() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    found = [*json._STEERING.findall(every), *inert_._SURROGATES.findall(every)]
    assert len(found) > 2048
    assert not any(map(str.isprintable, found))


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("form", FORMATS)
def test_no_format_lets_control_characters_through(form: str, text: str) -> None:
    page = render(brief_of(text), form)
    steering = {c for c in page if unicodedata.category(c) in ("Cc", "Cs")} - {"\n"}
    assert steering == set()
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b\ufeff]", page)
    page.encode("utf-8")


@given(texts)
@settings(deadline=None)
def test_terminal_and_text_show_hostile_text_as_text(text: str) -> None:
    for form in ("terminal", "text"):
        page = render(brief_of(text), form, 10_000)
        assert {c for c in page if unicodedata.category(c) in ("Cc", "Cs")} <= {"\n"}
    assert inert(text) in render(brief_of(text), "text")


@given(st.text("[]/=:;bolditrednk #@.x", min_size=1, max_size=40).filter(str.strip))
@example("[bold]x[/bold]")
@example(":smile:")
@settings(deadline=None)
def test_terminal_markup_in_articles_is_never_obeyed(text: str) -> None:
    page = render(brief_of(text), "terminal", 100)
    assert page.startswith(inert(text) + "\n\n1  " + inert(text) + " [1]")


ALLOWED = {
    *("heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "text", "hr"),
    *("ordered_list_open", "ordered_list_close", "list_item_open", "list_item_close"),
    *("bullet_list_open", "bullet_list_close", "em_open", "em_close", "strong_open"),
    *("strong_close", "link_open", "link_close", "text_special"),
}


@given(texts)
@settings(deadline=None, max_examples=300)
def test_markdown_renders_hostile_text_as_text(text: str) -> None:
    check_markdown(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_renders_known_attacks_as_text(text: str) -> None:
    check_markdown(text)


def check_markdown(text: str) -> None:
    page = render(brief_of(text), "markdown")
    tokens = parsed(page)
    assert {token.type for token in tokens} <= ALLOWED
    assert [token.tag for token in tokens if token.type == "heading_open"] == ["h1", "h2", "h2"]
    assert sum(token.type == "ordered_list_open" for token in tokens) == 1
    assert sum(token.type == "bullet_list_open" for token in tokens) == 1
    assert sum(token.type == "list_item_open" for token in tokens) == 3
    assert sum(token.type == "hr" for token in tokens) == 1
    for token in tokens:
        if token.type == "link_open":
            assert token.attrs["href"].startswith(("http://", "https://"))
    paragraphs = [token for token in tokens if token.type == "inline"]
    seen = ["".join(part.content for part in token.children or ()) for token in paragraphs]
    assert seen[0].strip() == inert(text)
    assert seen[1].startswith(inert(text) + " ")


@pytest.mark.parametrize(
    "prose",
    [
        "It cost $5 (about 10%).",
        "The U.S.-led West said: “no”; AT&T agreed - in part - to 1.5 million.",
        "She won 3-2, 6 < 7 > 5, didn't she?",
        "Mr. O'Neill's e-mail (of July 27, 1953) wasn't read!",
        "In 1953, 40 countries…",
        "It came as file_name_2.txt.",
    ],
)
def test_markdown_leaves_ordinary_prose_as_it_is(prose: str) -> None:
    assert inert_markdown(prose) == prose


def test_markdown_leaves_no_formula_for_a_viewer_to_set() -> None:
    assert inert_markdown("$x$ and $$y$$ for $5") == r"\$x\$ and \$\$y\$\$ for $5"


def test_joiners_that_join_nothing_are_taken_out() -> None:
    assert inert("K\u200dim \u200cJong\u200d\u200c Un.\u200d") == "Kim Jong Un."


def test_markdown_leaves_no_address_for_a_viewer_to_link_by_itself() -> None:
    escaped = inert_markdown("at https://x.example, HTTP://y.example or www.z.example")
    assert escaped == r"at https\://x.example, HTTP\://y.example or www\.z.example"
    assert shown(escaped) == "at https://x.example, HTTP://y.example or www.z.example"


@given(texts)
@example("a \u202e b \u200d c")
def test_inert_is_idempotent(text: str) -> None:
    assert inert(inert(text)) == inert(text)


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cخواهم",  # Persian needs the non-joiner
        "क्\u200dष",  # Devanagari the joiner
        "👩\u200d🚒",  # and so do emoji
        "naïve “quotes” – dashes… 한국어 日本語",
    ],
)
def test_inert_keeps_what_writing_needs(text: str) -> None:
    assert inert(text) == text


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://x.example/a?b=c&d=1#e", "https://x.example/a?b=c&d=1#e"),
        ("http://x.example/a b<c>", "http://x.example/a%20b%3Cc%3E"),
        ("HTTPS://x.example/", "https://x.example/"),
        ("https://x.example/ü", "https://x.example/%C3%BC"),
        ("javascript:alert(1)", None),
        (" java\nscript:alert(1)", None),
        ("data:text/html,x", None),
        ("ftp://x.example/", None),
        ("//x.example/", None),
        ("https://", None),
        ("http://[bad", None),
        ("", None),
        (None, None),
    ],
)
def test_only_web_addresses_become_links(url: str | None, address: str | None) -> None:
    assert web_address(url) == address
