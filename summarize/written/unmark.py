"""unmark: a brief in Markdown, as a record of what it tells: render/markdown.py, undone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarize.written.told import ListedSource, Quote, Told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from markdown_it.token import Token

    Block = tuple[str, str]

_QUOTE = re.compile(
    r"(?P<text>.*) \[(?P<cites>[\d, –]+)\](?: — (?P<who>.*?))?"
    r"(?: \((?P<how>[^(),;]*)(?:, all citing .*?)?(?:; \[\d+\] says .*)?(?:; as of [\d-]+)?\))?"
)
_SIDE = re.compile(r"(?P<value>.*?): (?P<text>.*) \[(?P<cites>\d+)\]")
_FOOT = re.compile(
    r"(?P<words>\d+) words?, (?P<picked>\d+) sentences?\. Made by (?P<signature>summarize:.*)"
)
# The headings of its parts, as `render` has them.
_DISAGREE, _SOURCES = "Where the sources disagree", "Sources"
_ASKED = re.compile(r" (?:since|until|focus|known):")
_DATED = re.compile(r" timeline:")
_LONGEST = 6  # digits of a number of a source


def unmark(page: str, name: str) -> Told | None:
    """Return what a brief in Markdown tells, or None where the page has not the form of one.

    Any CommonMark counts that shows the same, however it is escaped or wrapped.
    """
    blocks = list(_blocks(page))
    ends = [number for number, block in enumerate(blocks) if _FOOT.fullmatch(block[1])]
    end = ends[-1] if ends else 0
    blocks, added = blocks[: end + 1], blocks[end + 1 :]
    foot = _FOOT.fullmatch(blocks[-1][1]) if blocks else None
    headings = [number for number, (kind, _) in enumerate(blocks) if kind == "h2"]
    if not foot or not headings or blocks[headings[-1]][1] != _SOURCES:
        return None
    opening, sources = blocks[: headings[0]], blocks[headings[-1] + 1 : -1]
    title = next((text for kind, text in opening if kind == "h1"), "")
    prose = [text for kind, text in opening if kind == "p"]
    # Its signature tells whether a brief opens with a line on what it was asked to tell.
    asked = prose[:1] if _ASKED.search(foot["signature"]) else []
    quotes = [_quote(_QUOTE, text) for text in prose[len(asked) :]]
    listed = blocks[headings[0] + 1 : headings[-1]]
    sides = [_quote(_SIDE, text) for kind, text in listed if kind == "ul"]
    return Told(
        name=name,
        form="markdown",
        page=page,
        title=title,
        signature=foot["signature"],
        entries=tuple(
            ListedSource(None, {"entry": text}) for kind, text in sources if kind == "ol"
        ),
        voices=tuple(text for kind, text in sources if kind == "p"),
        quotes=tuple(quotes),
        sides=tuple(sides),
        counts={"words": int(foot["words"]), "picked": int(foot["picked"])},
        scope="".join(asked) or None,
        strange=tuple(_strange(opening, blocks[len(opening) : -1], foot["signature"])),
        added=tuple(text for _, text in added),
    )


def _strange(opening: Sequence[Block], rest: Sequence[Block], signature: str) -> Iterator[str]:
    """Give what stands in a page between the parts of a brief: other lists, headings, code."""
    titles = [number for number, (kind, _) in enumerate(opening) if kind == "h1"]
    days = ("h3",) if _DATED.search(signature) else ()
    for number, (kind, text) in enumerate(opening):
        if kind not in ("p", *days) and number not in titles[:1]:
            yield text
    at = len(rest) - 1 - rest[::-1].index(("h2", _SOURCES))
    for number, (kind, text) in enumerate(rest[:at]):
        headed = number == 0 and (kind, text) == ("h2", _DISAGREE)
        about = kind == "p" and rest[number + 1][0] == "ul"
        if not (headed or about or kind == "ul"):
            yield text
    yield from (text for kind, text in rest[at + 1 :] if kind not in ("p", "ol"))


def _quote(form: re.Pattern[str], line: str) -> Quote:
    """Return what a line quotes and cites; one without the form of a quotation cites nothing."""
    match = form.fullmatch(line)
    if not match:
        return Quote(text=line, cites=())
    found = match.groupdict()
    how = found.get("how")
    return Quote(
        text=match["text"],
        cites=tuple(number - 1 for number in _numbers(match["cites"])),
        voices=(how,) if how else (),
        attributed_to=found.get("who"),
    )


def _numbers(cites: str) -> Iterator[int]:
    """Give the numbers of `1–3, 5`; a range that is none, or too long to be one, gives nothing."""
    for part in cites.split(","):
        ends = [end.strip() for end in part.split("–")]
        if all(end.isdecimal() and len(end) < _LONGEST for end in ends) and len(ends) <= 2:
            yield from range(int(ends[0]), int(ends[-1]) + 1)


def _blocks(page: str) -> Iterator[Block]:
    """Give the blocks of a page as a reader sees them, each with its kind: h1, h2, p, ul, ol."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").parse(page)
    within: list[str] = []
    for token in tokens:
        if token.nesting > 0:
            within.append(token.tag)
        elif token.nesting < 0:
            within.pop()
        elif token.type == "inline":
            lists = [tag for tag in within if tag in ("ul", "ol")]
            yield (lists or within)[0], _shown(token.children or ())
        elif token.type != "hr":
            yield token.type, token.content


def _shown(tokens: Iterable[Token]) -> str:
    """Return the text that a reader sees, not that behind a picture."""
    breaks = ("softbreak", "hardbreak")
    words = (token for token in tokens if token.type != "image")
    return "".join(" " if token.type in breaks else token.content for token in words)
