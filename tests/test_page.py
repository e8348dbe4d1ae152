"""The evidence page in a real browser: pointer, keyboard, all widths, light, dark and paper.

`python tests/test_page.py` draws docs/evidence.png anew, the page of the seeds.
"""

from __future__ import annotations

import shutil
import subprocess
from base64 import b64decode
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from briefs import BRIDGE, COST, DENIAL, brief_of, span
from browser import MISSING, Window, window
from pages import borne_out
from selenium.webdriver import ActionChains, Keys
from test_html_inert import ATTACKS

from summarize.records import Article, Brief, Pick, Sentence, Span, Voice
from summarize.render.html import html

if TYPE_CHECKING:
    from collections.abc import Iterator

browser = pytest.fixture(scope="module")(window)

WIDTHS = (320, 375, 768, 1024, 1280, 1600)
FILLER = "Nobody on the other bank of the river had heard of anything that day. "


def long_brief() -> Brief:
    """The brief made by hand, its articles so long that what they state is far down in them."""
    brief = borne_out()
    ahead = (FILLER * 3 + "\n\n") * 30

    def moved(one: Span) -> Span:
        return Span(one.article, one.start + len(ahead), one.end + len(ahead))

    picks = [
        replace(
            pick,
            sentence=replace(pick.sentence, span=moved(pick.sentence.span)),
            evidence=tuple(moved(one) for one in pick.evidence),
        )
        for pick in brief.picks
    ]
    articles = [replace(one, text=f"{ahead}{one.text}\n\n{ahead}") for one in brief.articles]
    return replace(brief, articles=tuple(articles), picks=tuple(picks), drops=(), disagreements=())


def crowd() -> Brief:
    """A brief of forty articles in twenty-five voices, with a word too long for any line."""
    word = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrente" * 3
    text = f"{word} is what they call it."
    articles = tuple(Article(f"{n}-{word}.txt", text, title=word) for n in range(40))
    voices = [Voice(f"{n}", word, (n,)) for n in range(24)]
    voices.append(Voice("24", word, tuple(range(24, 40))))
    ids = tuple(voice.id for voice in voices)
    pick = Pick(Sentence(Span(3, 0, len(text)), text, 0, 0), 1.0, {}, tuple(range(40)), ids, word)
    return Brief(word, word, articles, tuple(voices), (pick,) * 12, (), {})


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    briefs = {"short": borne_out(), "long": long_brief(), "crowd": crowd()}
    for name, brief in briefs.items():
        (folder / f"{name}.html").write_text(html(brief), encoding="utf-8")
    return {name: folder / f"{name}.html" for name in briefs}


@pytest.fixture
def page(browser: Window) -> Iterator[Window]:
    """The browser, wide and light; after each test it must have told and asked for nothing."""
    browser.size(1280)
    browser.media()
    browser.script(runs=True)
    yield browser
    console, asked = browser.told()
    assert console == []
    assert asked == []


def test_how_to_get_a_browser_is_told_by_make_too() -> None:
    assert MISSING in (Path(__file__).parent.parent / "Makefile").read_text(encoding="utf-8")


def test_at_first_it_shows_where_the_first_sentence_comes_from(
    page: Window, made: dict[str, Path]
) -> None:
    page.open(made["long"])
    page.until(lambda: page.in_view("mark.is-here"))
    assert page.find("mark.is-here").text == BRIDGE
    assert page.find("tr.is-lit").get_attribute("data-pick") == "1"
    assert page.run("return scrollY") == 0
    assert [one.get_attribute("id") for one in page.all(".article") if one.is_displayed()] == ["a1"]


def test_a_click_on_a_citation_opens_the_article_at_the_sentence(
    page: Window, made: dict[str, Path]
) -> None:
    page.open(made["long"])
    citation = page.find("#p3 .chip")  # article 3, two sentences of which bear it out
    citation.click()
    page.until(lambda: page.in_view("#a3 mark.is-here"))
    assert page.find("mark.is-here").text == DENIAL
    assert [mark.text for mark in page.all("mark.is-lit")] == [BRIDGE, DENIAL]
    assert page.driver.current_url.endswith(citation.get_attribute("href") or "nowhere")
    assert page.find(".tabs [aria-current]").text == "3"
    assert [one.get_attribute("class") for one in page.all("main [aria-current]")] == [
        "cell",
        "chip",
    ]
    assert page.find("#p3 .chip").get_attribute("aria-current") == "true"
    assert page.find("#p3").is_displayed()  # beside it, not instead of it
    assert not page.find("#p3 .carriers").is_displayed()
    assert "is-hushed" in (page.find("#p3").get_attribute("class") or "")

    page.driver.back()
    page.until(lambda: "#" not in page.driver.current_url)


def test_steps_lead_through_the_sentences_of_an_article(
    page: Window, made: dict[str, Path]
) -> None:
    page.open(made["long"])
    page.find("#p3 .chip").click()
    assert page.find(".steps output").text == "2 of 2"
    page.find(".step[data-step='-1']").click()
    assert (page.find(".steps output").text, page.find("mark.is-here").text) == ("1 of 2", BRIDGE)
    assert not page.find(".step[data-step='-1']").is_enabled()
    page.find("#p2 .chip").click()
    assert not page.find(".steps").is_displayed()  # one sentence needs no steps


def test_back_and_forward_follow_what_was_opened(page: Window, made: dict[str, Path]) -> None:
    page.open(made["long"])
    page.find("#p1 .chip:nth-of-type(3)").click()
    page.find("#p2 .chip").click()
    page.until(lambda: page.all("#a1 mark.is-here"))
    page.driver.back()
    page.until(lambda: page.all("#a3 mark.is-here"))
    page.driver.forward()
    page.until(lambda: page.all("#a1 mark.is-here"))
    assert page.find("mark.is-here").text == COST


def test_an_address_with_a_name_opens_there(page: Window, made: dict[str, Path]) -> None:
    start = long_brief().picks[1].sentence.span.start
    page.open(made["long"], f"#a2-{start}")
    page.until(lambda: page.in_view("#a2 mark.is-here"))


def test_a_mark_leads_back_to_its_sentence(page: Window, made: dict[str, Path]) -> None:
    page.open(made["short"])
    page.find("#p3 .chip").click()
    page.find("#a3 .back[href='#p1']").click()
    page.until(lambda: page.find("#p1.is-lit"))
    assert page.driver.current_url.endswith("#p1")


def test_a_pointer_on_a_sentence_shows_who_carries_it(page: Window, made: dict[str, Path]) -> None:
    page.open(made["short"])
    told = page.find("#p2 .carriers")
    assert not told.is_displayed()
    ActionChains(page.driver).move_to_element(page.find("#p2 .text")).perform()
    page.until(told.is_displayed)
    assert "Only one source carries this" in told.text
    assert page.find("tr.is-lit").get_attribute("data-pick") == "2"
    ActionChains(page.driver).send_keys(Keys.ESCAPE).perform()
    page.until(lambda: not told.is_displayed())
    ActionChains(page.driver).move_to_element(page.find("#p3 .text")).perform()
    page.until(page.find("#p3 .carriers").is_displayed)


def test_a_tap_on_a_sentence_shows_who_carries_it_and_another_hides_it(
    page: Window, made: dict[str, Path]
) -> None:
    page.open(made["short"])
    sentence, button = page.find("#p1 .text"), page.find("#p1 .who")
    sentence.click()
    page.until(page.find("#p1 .carriers").is_displayed)
    assert button.get_attribute("aria-expanded") == "true"
    sentence.click()
    assert button.get_attribute("aria-expanded") == "false"
    button.click()
    assert button.get_attribute("aria-expanded") == "true"
    page.find("h1").click()
    assert button.get_attribute("aria-expanded") == "false"


def test_the_keyboard_is_enough(page: Window, made: dict[str, Path]) -> None:
    page.open(made["long"])
    press = ActionChains(page.driver).send_keys
    press(Keys.TAB).perform()
    assert page.run("return document.activeElement.className") == "skip"
    assert page.in_view(".skip")
    page.run("document.querySelector('#p2').focus()")
    ActionChains(page.driver).send_keys(Keys.TAB).perform()
    assert page.run("return document.activeElement.hash").startswith("#a1-")
    page.until(page.find("#p2 .carriers").is_displayed)
    ActionChains(page.driver).send_keys(Keys.ENTER).perform()
    page.until(lambda: page.in_view("#a1 mark.is-here"))
    assert page.focused() == page.find("mark.is-here").get_attribute("id")
    ActionChains(page.driver).send_keys(Keys.TAB).perform()
    assert page.run("return document.activeElement.className") == "back"
    ActionChains(page.driver).send_keys(Keys.ESCAPE).perform()
    assert page.run("return document.activeElement.hash").startswith("#a1-")
    assert page.run("return document.activeElement.closest('.line').id") == "p2"


def test_everything_that_can_be_focused_shows_it(page: Window, made: dict[str, Path]) -> None:
    page.open(made["short"])
    seen = set()
    for _ in range(60):
        ActionChains(page.driver).send_keys(Keys.TAB).perform()
        kind, outline, edge = page.run(
            "const one = document.activeElement, style = getComputedStyle(one);"
            "return [one.className || one.tagName, style.outlineStyle, style.outlineWidth]"
        )
        if kind == "BODY":
            break
        seen.add(kind)
        assert (outline, edge) == ("solid", "2px"), kind
    assert {"skip", "chip", "who", "cell", "back", "frame"} <= {one.split()[0] for one in seen}


def test_on_a_narrow_screen_the_article_lies_over_the_brief(
    page: Window, made: dict[str, Path]
) -> None:
    page.size(375, 700)
    page.open(made["long"])
    assert not page.find(".reader").is_displayed()
    page.find("#p2 .chip").click()
    page.until(lambda: page.in_view("#a1 mark.is-here"))
    assert not page.in_view("#p2 .chip")
    assert page.run("return document.querySelector('#brief').inert")
    page.find(".close").click()
    page.until(lambda: page.in_view("#p2 .chip"))
    assert page.run("return document.activeElement.closest('.line').id") == "p2"
    assert not page.run("return document.querySelector('#brief').inert")


def test_the_way_past_the_brief_leads_to_the_articles(page: Window, made: dict[str, Path]) -> None:
    for width in (375, 1280):
        page.size(width)
        page.open(made["short"])
        ActionChains(page.driver).send_keys(Keys.TAB, Keys.ENTER).perform()
        page.until(lambda: page.focused() == "articles")
        assert page.find("#a1").is_displayed()


def test_the_row_of_what_is_open_is_lit_unless_another_is_pointed_at(
    page: Window, made: dict[str, Path]
) -> None:
    page.open(made["short"])
    page.find("#p2 .chip").click()
    ActionChains(page.driver).move_to_element(page.find("tbody tr:last-child .cell")).perform()
    page.until(lambda: page.find("#p3.is-lit"))
    ActionChains(page.driver).move_to_element(page.find("h1")).perform()
    page.until(lambda: page.find("#p2.is-lit"))


def test_a_window_made_wide_shows_both(page: Window, made: dict[str, Path]) -> None:
    page.size(375, 700)
    page.open(made["short"])
    page.find("#p2 .chip").click()
    page.until(lambda: page.run("return document.querySelector('#brief').inert"))
    page.size(1280)
    page.until(lambda: not page.run("return document.querySelector('#brief').inert"))
    assert page.in_view("#p2 .chip")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["short", "crowd"])
def test_nothing_is_wider_than_the_window(
    page: Window, made: dict[str, Path], name: str, width: int
) -> None:
    page.size(width)
    page.open(made[name])
    assert page.run("return document.documentElement.scrollWidth") <= width
    page.find("#p1 .chip").click()
    page.until(lambda: page.find(".article.is-open").is_displayed())
    assert page.run("return document.querySelector('.reader').scrollWidth") <= width
    assert page.run("return document.documentElement.scrollWidth") <= width


def test_numbers_of_articles_stay_on_a_line_in_a_large_matrix(page: Window, tmp_path: Path) -> None:
    some = crowd()
    articles = tuple(replace(some.articles[0], path=f"{n}.txt") for n in range(130))
    voices = tuple(Voice(str(n), "x", (n,)) for n in range(130))
    path = tmp_path / "many.html"
    path.write_text(html(replace(some, articles=articles, voices=voices)), "utf-8")
    page.open(path)
    high = "[...document.querySelectorAll('thead a')].map((a) => a.getBoundingClientRect().height)"
    assert len(set(page.run(f"return {high}"))) == 1


FAINTEST = """
const light = (colour) => {
  const parts = colour.match(/[\\d.]+/g).map(Number);
  return parts.length > 3 && parts[3] === 0 ? null : parts.slice(0, 3);
};
const luminance = (parts) => {
  const [r, g, b] = parts.map((p) => p / 255)
    .map((p) => (p <= 0.04045 ? p / 12.92 : ((p + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const ground = (one) => {
  for (; one; one = one.parentElement) {
    const found = light(getComputedStyle(one).backgroundColor);
    if (found) return found;
  }
};
let least = [21, "nothing"], texts = 0;
for (const one of document.querySelectorAll("body *:not(:disabled)")) {
  const own = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  if (!own || !one.checkVisibility() || one.closest(".aside")) continue;
  texts += 1;
  const pair = [light(getComputedStyle(one).color), ground(one)].map(luminance);
  const ratio = (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
  if (ratio < least[0]) least = [ratio, one.outerHTML];
}
return [...least, texts];
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_on_the_screen_has_contrast(
    page: Window, made: dict[str, Path], scheme: str
) -> None:
    page.media(prefers_color_scheme=scheme)
    page.open(made["short"])
    dark = page.run("return getComputedStyle(document.documentElement).backgroundColor")
    assert (dark == "rgb(22, 21, 19)") == (scheme == "dark")
    for citation in page.all("#p3 .chip"):
        citation.click()
        ratio, where, texts = page.run(FAINTEST)
        assert ratio >= 4.5, where
        assert texts > 60


def test_on_paper_there_is_the_brief_alone(page: Window, made: dict[str, Path]) -> None:
    page.open(made["short"])
    page.find("#p1 .who").click()
    page.media("print", prefers_color_scheme="dark")
    for gone in (".reader", ".coverage", ".carriers"):
        assert not page.find(gone).is_displayed()
    for kept in ("h1", "#p3 .text", "#p3 .cites", ".points", ".sources", ".signature"):
        assert page.find(kept).is_displayed()
    ink = page.run("return getComputedStyle(document.documentElement).color")
    assert ink == "rgb(31, 28, 24)"
    lit = "getComputedStyle(document.querySelector('.chip[aria-current]')).backgroundColor"
    assert page.run(f"return {lit}") == "rgba(0, 0, 0, 0)"  # nothing is open on paper
    assert b64decode(page.driver.print_page()).startswith(b"%PDF")


def test_without_its_script_the_page_is_all_there_and_its_links_work(
    page: Window, made: dict[str, Path]
) -> None:
    page.script(runs=False)
    for width in (375, 1280):
        page.size(width, 700)
        page.open(made["long"])
        assert all(article.is_displayed() for article in page.all(".article"))
        page.find("#p2 .chip").click()
        target = f"#a1-{long_brief().picks[1].evidence[1].start}"
        page.until(lambda name=target: page.in_view(f"[id='{name[1:]}']"))
    page.script(runs=True)


def test_an_article_of_a_megabyte_opens(page: Window, tmp_path: Path) -> None:
    ahead = FILLER * 15_000
    article = Article("x.txt", f"{ahead}{BRIDGE} {FILLER * 100}", title="Long")
    here = Span(1, len(ahead), len(ahead) + len(BRIDGE))
    brief = borne_out()
    first = Pick(Sentence(span(0, BRIDGE), BRIDGE, 0, 0), 1.0, {}, (0, 1), ("A",), evidence=(here,))
    long = replace(
        brief,
        articles=(brief.articles[0], article),
        voices=(Voice("A", "x", (0, 1)),),
        picks=(first,),
        drops=(),
        disagreements=(),
    )
    path = tmp_path / "huge.html"
    path.write_text(html(long), encoding="utf-8")
    page.open(path)
    page.find("#p1 .chip:not(.own)").click()
    page.until(lambda: page.in_view("#a2 mark.is-here"))


def test_hostile_text_does_nothing(page: Window, tmp_path: Path) -> None:
    path = tmp_path / "hostile.html"
    for text in ATTACKS:
        path.write_bytes(html(brief_of(text)).encode("utf-8", "replace"))
        page.open(path)
        assert page.all("#p1 .text")
        page.run("for (const link of document.querySelectorAll('a[href^=\"#\"]')) link.click()")
        console, asked = page.told()
        assert (console, asked) == ([], [])


@pytest.mark.parametrize(
    "attack",
    [
        "<script>document.title = 'taken'</script>",
        "<img src='http://evil.example/x.png' onerror=\"document.title = 'taken'\">",
        "<svg onload=\"document.title = 'taken'\"></svg>",
        "<style>body { display: none }</style>",
        "<p style='position: fixed'>x</p>",
        "<iframe src='http://evil.example/'></iframe>",
        "<link rel='stylesheet' href='http://evil.example/x.css'>",
    ],
)
def test_the_policy_stops_what_would_slip_through(
    browser: Window, tmp_path: Path, attack: str
) -> None:
    path = tmp_path / "broken.html"
    path.write_text(html(borne_out()).replace("<main>", f"<main>{attack}"), encoding="utf-8")
    browser.open(path)
    console, asked = browser.told()
    assert asked == []
    assert any("Content Security Policy" in message for message in console)
    assert browser.driver.title == "Bridge closed"
    assert browser.find("h1").is_displayed()


def test_a_listener_hears_names_and_landmarks(page: Window, made: dict[str, Path]) -> None:
    page.open(made["short"])
    nodes = page.driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    heard = [
        (node["role"]["value"], node.get("name", {}).get("value", ""))
        for node in nodes
        if not node["ignored"]
    ]
    roles = {role for role, _ in heard}
    assert {"main", "complementary", "navigation", "contentinfo", "table", "rowheader"} <= roles
    assert all(name for role, name in heard if role in ("link", "button", "region", "article"))
    assert ("heading", "Where the sources disagree") in heard
    assert ("link", "1: Valley Herald, quoted from here") in heard
    assert any(role == "table" and "articles that state them" in name for role, name in heard)


def draw() -> None:
    """Draw the page of the seeds with an article open; small if pngquant is there to make it so."""
    from summarize import read, summarize

    root = Path(__file__).parent.parent
    picture = root / "docs" / "evidence.png"
    with TemporaryDirectory() as folder, contextmanager(window)() as view:
        path = Path(folder) / "seeds.html"
        path.write_text(html(summarize(read(root / "seeds"))), encoding="utf-8")
        view.size(1280, 1170)
        view.media()
        view.driver.execute_cdp_cmd("Emulation.setScrollbarsHidden", {"hidden": True})
        view.open(path)
        view.find("#p1 .chip[href^='#a3-']").click()
        view.until(lambda: view.in_view("#a3 mark.is-here"))
        picture.write_bytes(b64decode(view.driver.get_screenshot_as_base64()))
    if shutil.which("pngquant"):
        arguments = ["--force", "--nofs", "--ext", ".png", "128"]
        subprocess.run(["pngquant", *arguments, str(picture)], check=True)


if __name__ == "__main__":
    draw()
