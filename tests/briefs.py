"""A brief made by hand: five articles, three voices, one disagreement; written for the tests."""

from __future__ import annotations

from dataclasses import replace

from summarize.records import (
    Article,
    Brief,
    Disagreement,
    Drop,
    Pick,
    Reading,
    Sentence,
    Side,
    Span,
    Voice,
)

BRIDGE = "The old bridge over the Lenne was closed on Monday after inspectors found cracks."
BRIDGE_UK = "The old bridge over the Lenne was shut on Monday after inspectors found cracks."
COST = "Repairs will cost $5 million (about 10% of the town's budget), the mayor said."
DENIAL = "The builder denied that it had used cheaper steel."
TUESDAY = "Inspectors closed the bridge on Tuesday."
SHARE = "Share this story"
SHORT = "Buses are full."

ARTICLES = (
    Article(
        "news/01.txt",
        f"{SHARE}\n\n{BRIDGE} {COST}",
        title="Bridge closed",
        outlet="Valley Herald",
        wire="Associated Press",
        date="2024-03-05",
        url="https://valley.example/bridge",
    ),
    Article("news/02.txt", f"{BRIDGE_UK} {COST}", title="Bridge shut", outlet="Hill Times"),
    Article("news/03.txt", f"{BRIDGE}\n{DENIAL}", title="Cracks close bridge", date="2024-03-06"),
    Article("news/04.txt", f"{TUESDAY} {DENIAL}", title="Ein Brückenschaden", outlet="Der Bote"),
    Article("-", f"{BRIDGE_UK}\n{SHORT}", url="javascript:alert(1)"),
)


def span(article: int, text: str) -> Span:
    start = ARTICLES[article].text.index(text)
    return Span(article, start, start + len(text))


def sentence(article: int, text: str, position: int = 0) -> Sentence:
    return Sentence(span(article, text), text, position, position)


def a_brief() -> Brief:
    parts = {"centrality": 0.412345, "coverage": 0.3}
    return Brief(
        title="Bridge closed",
        signature="summarize 0.1.0 all-MiniLM-L6-v2 words=150",
        articles=ARTICLES,
        voices=(
            Voice("A", "Associated Press", (0, 1, 2)),
            Voice("B", "Der Bote", (3,)),
            Voice("C", "standard input", (4,)),
        ),
        picks=(
            Pick(sentence(0, BRIDGE), 0.8312345, parts, (0, 1, 2, 4), ("A", "C")),
            Pick(sentence(1, COST, 1), 0.5, parts, (0, 1), ("A",), "Mayor Ida Brock"),
            Pick(sentence(3, DENIAL, 1), 0.4, parts, (2, 3), ("A", "B"), "the builder"),
        ),
        drops=(
            Drop("read", "news/broken.bin", "news/broken.bin is no text; leave it out."),
            Drop("clean", span(0, SHARE), "share line"),
            Drop("fold", span(0, COST), "the same words", span(1, COST)),
            Drop("fold", span(1, BRIDGE_UK), "the same words", span(0, BRIDGE)),
            Drop("fold", span(2, BRIDGE), "the same words", span(0, BRIDGE)),
            Drop("fold", span(2, DENIAL), "the same words", span(3, DENIAL)),
            Drop("cluster", span(3, TUESDAY), "says the same", span(0, BRIDGE)),
            Drop("fold", span(4, BRIDGE_UK), "the same words", span(0, BRIDGE)),
            Drop("select", span(4, SHORT), "did not fit"),
        ),
        counts={
            "articles": 5,
            "voices": 3,
            "sentences": 10,
            "picked": 3,
            "merged": 6,
            "dropped": 1,
        },
        disagreements=(
            Disagreement(
                "The day the bridge was closed",
                "day",
                (
                    Side("Monday", span(0, BRIDGE), BRIDGE),
                    Side("Tuesday", span(3, TUESDAY), TUESDAY),
                ),
            ),
        ),
    )


def a_reading() -> Reading:
    brief = a_brief()
    return Reading(brief.articles, brief.drops[:1])


def brief_of(text: str) -> Brief:
    """A brief whose every word from outside is `text`."""
    article = Article("news/" + text, text, text, text, text, text, text, text)
    here = Span(0, 0, len(text))
    pick = Pick(Sentence(here, text, 0, 0), 1.0, {"centrality": 1.0}, (0,), ("A",), text)
    point = Disagreement(text, "day", (Side(text, here, text),))
    return replace(
        a_brief(),
        title=text,
        articles=(article, article),
        voices=(Voice("A", text, (0,)), Voice("B", text, (1,))),
        picks=(pick,),
        drops=(Drop("clean", here, text),),
        disagreements=(point,),
    )
