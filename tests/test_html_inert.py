"""The evidence page asks for nothing, and whatever an article contains is text in it."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from pathlib import Path

import pytest
from briefs import brief_of
from hypothesis import given, settings
from pages import borne_out, shown
from test_inert import HOSTILE, texts

from summarize.render import views
from summarize.render.html import html
from summarize.render.inert import inert

PAGE = Path(views.__file__).parent / "page"


def test_the_policy_allows_the_page_s_own_style_and_script_and_nothing_else() -> None:
    page = shown(borne_out())
    meta = page.one("head").all("meta")[1]
    assert meta.attributes["http-equiv"] == "Content-Security-Policy"

    def digest(tag: str) -> str:
        text = page.one(tag).text
        return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

    assert meta.attributes["content"].split("; ") == [
        "default-src 'none'",
        f"style-src {digest('style')}",
        f"script-src {digest('script')}",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    assert page.one("style").text == (PAGE / "page.css").read_text("utf-8")
    script = (PAGE / "page.js").read_text("utf-8").split("{{ step }}")
    assert page.one("script").text == "${here + 1} of ${marks.length}".join(script)


def test_the_page_asks_for_nothing() -> None:
    style, script = ((PAGE / name).read_text("utf-8") for name in ("page.css", "page.js"))
    assert not re.search(r"url\(|@import|@font-face|https?:|</", style)
    assert not re.search(r"fetch|XMLHttp|import\(|https?:|innerHTML|eval|</", script)
    (icon,) = shown(borne_out()).all("link")
    assert icon.attributes["href"].startswith("data:image/svg+xml,")


TAGS = {
    *"html head meta title link style script body a div main header h1 h2 h3 p span".split(),
    *"section table caption thead tbody tr th td ol ul li button b i footer aside nav".split(),
    *"output article mark time blockquote".split(),
}
ATTRIBUTES = {
    *"lang charset http-equiv content name rel href class id tabindex dir type hidden".split(),
    *"scope colspan title role data-pick data-picks data-side data-start data-end".split(),
    *"data-why data-n data-step aria-label aria-labelledby aria-hidden aria-expanded".split(),
    "aria-controls",
}


def check(text: str) -> None:
    page = shown(brief_of(text))
    for one in page.everything():
        assert one.tag in TAGS
        assert set(one.attributes) <= ATTRIBUTES
        href = one.attributes.get("href", "#")
        assert href.startswith(("#", "https://", "http://")) or one.tag == "link"
    assert len(page.all("script")) == len(page.all("style")) == len(page.all("h1")) == 1
    assert page.one("title").text == page.one("h1").text == (inert(text) or "Brief")
    assert page.one("p", "text").text == inert(text)
    assert page.one(class_="value").text == inert(text)


ATTACKS = [
    *HOSTILE,
    "</script><script>alert(1)</script>",
    "</title></style><!--<script>",
    '" onmouseover="alert(1)" x=\'',
    "'><img src=x onerror=alert(1)>",
    "{{ 7 * 7 }} {% raw %} {# x #}",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "]]><svg onload=alert(1)>&#x3c;script&#x3e;",
]


@pytest.mark.parametrize("text", ATTACKS)
def test_known_attacks_are_text(text: str) -> None:
    check(text)


@given(texts)
@settings(deadline=None)
def test_any_hostile_text_is_text(text: str) -> None:
    check(text)


def test_what_an_article_says_in_another_direction_stays_in_its_place() -> None:
    page = shown(brief_of("שלום"))
    for one in (page.one("h1"), page.one("p", "text"), page.one("blockquote")):
        assert one.attributes["dir"] == "auto"
    assert all(p.attributes["dir"] == "auto" for p in page.one(class_="reader").all("p", "out"))


def test_the_page_is_the_same_every_time() -> None:
    assert html(borne_out()) == html(borne_out())
