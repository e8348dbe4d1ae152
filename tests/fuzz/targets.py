"""What is fuzzed: for each kind of input, all that the program does with bytes of that kind.

A target takes any bytes and returns, or raises what nobody may meet: our own errors, which are
prose for the reader, end in it.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from small import SmallEncoder
from stories import LOCAL, WIRE

from summarize.errors import SummarizeError
from summarize.explain import explain
from summarize.formats.opened import opened
from summarize.pipeline import summarize
from summarize.reading.intake import Intake
from summarize.records import Article, Reading
from summarize.render import FORMATS, render, render_rows
from summarize.settings import Settings
from summarize.text.page.decode import NotTextError, decode
from summarize.verify.prove import verify
from summarize.web.feed import entries, is_feed
from summarize.web.wishes import Web
from summarize.written.reread import reread

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarize.reading.document import Document

    Target = Callable[[bytes], None]

KINDS = (
    *(".txt", ".html", ".eml", ".mhtml", ".pdf", ".docx", ".zip", ".csv", ".json", ".jsonl"),
    *(".warc", ".warc.gz", ".parquet", ""),
)


def of_kind(kind: str) -> Target:
    """Return the target that reads a file of a kind and makes a brief of what it holds."""

    def target(data: bytes) -> None:
        with suppress(SummarizeError):
            found, _ = opened(data, f"a{kind}", kind)
            told(found[:5])

    return target


def told(documents: list[Document]) -> None:
    """Make a brief of documents, and show it in every format."""
    intake = Intake(Web())
    for number, document in enumerate(documents):
        intake.keep(document, f"a#{number}", f"a#{number}")
    intake.lay()
    if intake.articles:
        shown(Reading(tuple(intake.articles), tuple(intake.drops)))


def shown(reading: Reading) -> None:
    """Make a brief of articles, prove that it is made of them, and show it in every format."""
    made = summarize(reading, Settings(words=60), SmallEncoder())
    for pick in made.picks:
        span = pick.sentence.span
        assert pick.sentence.text == made.articles[span.article].text[span.start : span.end]
    for form in FORMATS:
        render(made, form).encode("utf-8")
    render_rows(made, explain(made), "text", 80, colour=False).encode("utf-8")


def feed(data: bytes) -> None:
    """Read a feed and the articles that it holds."""
    with suppress(SummarizeError, NotTextError):
        text = decode(data)
        is_feed(text)
        listed = entries(text, "feed.xml", "https://post.example/")
        told([one.whole for one in listed[:5] if one.whole])


def earlier(data: bytes) -> None:
    """Read an earlier brief, and prove it by articles of another story."""
    with suppress(SummarizeError, UnicodeDecodeError):
        brief = reread(data.decode("utf-8"), "brief.json")
        articles = (Article("a.txt", WIRE), Article("b.txt", LOCAL))
        verify(brief, Reading(articles), SmallEncoder())


TARGETS: dict[str, Target] = {
    **{kind.removeprefix(".") or "nameless": of_kind(kind) for kind in KINDS},
    "feed": feed,
    "earlier": earlier,
}
