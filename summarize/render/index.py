"""The index of many briefs, as Markdown or as one HTML page without script."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from summarize.render.inert import inert, inert_markdown
from summarize.render.messages import message
from summarize.render.phrases import count

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Listing:
    """A topic as the index lists it: with the file of its brief, or the reason why it has none."""

    id: str
    title: str
    articles: int
    voices: int
    file: str | None
    reason: str | None = None

    @property
    def link(self) -> str:
        """The address of the brief beside the index."""
        return quote(self.file or "")

    @property
    def size(self) -> str:
        """How many articles of how many independent sources it has."""
        return f"{count(self.articles, 'article')}, {count(self.voices, 'independent source')}"


def index(entries: Sequence[Listing], form: str) -> str:
    """Return a page that links to every brief, and lists what could not be made."""
    made = [entry for entry in entries if entry.file]
    failures = [entry for entry in entries if not entry.file]
    return _html(made, failures) if form == "html" else _markdown(made, failures)


def _markdown(made: Sequence[Listing], failures: Sequence[Listing]) -> str:
    blocks = [f"# {count(len(made), 'brief')}"]
    # Bullets, since a list of a million numbers would be indented by them.
    blocks.append("\n".join(_item(entry) for entry in made))
    if failures:
        blocks.append(f"## {_failing(failures)}")
        lines = [f"- {inert_markdown(e.id)}: {inert_markdown(e.reason or '')}" for e in failures]
        blocks.append("\n".join(lines))
    return "\n\n".join(block for block in blocks if block) + "\n"


def _failing(failures: Sequence[Listing]) -> str:
    return message("without brief", topics=count(len(failures), "topic"))


def _item(entry: Listing) -> str:
    title = inert_markdown(entry.title) or inert_markdown(entry.id)
    known = f"{inert_markdown(entry.id)}, " if entry.title else ""
    return f"- [{title}]({entry.link}) ({known}{entry.size})"


def _html(made: Sequence[Listing], failures: Sequence[Listing]) -> str:
    from markupsafe import Markup

    from summarize.render.html import policy, resource, template

    style = resource("index.css")
    # Our own file, not a brief's words: what is marked as safe is what the policy's digest pins.
    return template("index.html.j2").render(
        heading=count(len(made), "brief"),
        failing=_failing(failures),
        made=made,
        failures=failures,
        inert=inert,
        policy=policy(style),
        style=Markup(style),  # noqa: S704
    )
