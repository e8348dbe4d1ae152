"""What a text says of itself at its head and foot: title, outlet, wire, byline, date, address.

Better nothing than something wrong: whatever may be part of the story is not taken.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarize.text.agencies import agency
from summarize.text.page.credits import credited
from summarize.text.page.dates import Dated, dated, stamped
from summarize.text.page.ends import before_others, ends, is_prose
from summarize.text.page.outlets import OTHERS, in_foot, named, site
from summarize.text.page.titles import headline

if TYPE_CHECKING:
    from summarize.text.page.ends import Ends


@dataclass(frozen=True, slots=True)
class Head:
    """What could be inferred about a text; what could not is None."""

    title: str | None = None
    outlet: str | None = None
    wire: str | None = None
    byline: str | None = None
    date: str | None = None
    url: str | None = None


_MOST_CHARS = 1000  # of people's names in a row; what is longer is none
_URL = re.compile(
    r"(?:(?:url|link|source|original(?: article)?|read (?:the )?(?:original|full)[^:]{0,20}"
    r"|(?:this )?(?:article|story) (?:was )?(?:first|originally) (?:published|appeared)[^:]{0,20}?)"
    r"\s*:?\s*)?<?(?P<url>https?://[^\s<>\"]+?)[>.,)]*",
    re.IGNORECASE,
)
_NAME = (
    r"(?:[^\W\d_a-z][\w.'’-]*)(?:\s(?:[^\W\d_a-z][\w.'’-]*"
    r"|de|da|del|della|di|du|van|von|der|den|bin|al|el|la|le|ter|y|e)){1,4}"
)
_BARS = re.compile(r"\s*[|•·‧∙]\s*|\s+[-–—]\s+")  # between a masthead and its day
_PAPER = re.compile(rf"The (?P<place>[A-Z][a-z]{{3,}})(?: [A-Z][a-z]+)? {OTHERS}")
_MOST_LINE = 200  # characters of a masthead and its day
_NAMES = re.compile(rf"{_NAME}(?:\s*(?:,|&|\band\b|, and\b)\s*{_NAME})*")
_BY = re.compile(r"^\W*(?:(?:written|story|words|article) by|by|author:)\s*:?\s+", re.IGNORECASE)
_ROLE = re.compile(
    r"\b(?:staff|writers?|reporters?|editors?|correspondents?|columnists?|chief|bureau|contribut\w+"
    r"|producers?|special|news|media|press|desk|team|journalists?|service|agency|updated|published)\b",
    re.IGNORECASE,
)


def infer(text: str) -> Head:
    """Return what a text says of itself, from its first and last lines alone."""
    page = ends(text)
    days = [found for line in page.opening if (found := dated(line) or stamped(line))]
    # Below an article its own date may stand, and those of others.
    days = days or [
        found
        for line in before_others(page.foot)
        if (found := dated(line)) and found.labelled and found.sign != 1
    ]
    title, suffix = headline(page)
    days = _own(page, title) or days
    url = _url(page)
    byline, employer = _byline(page)
    wire = credited(text) or (agency(suffix) if suffix else None)
    outlet = suffix if suffix and not agency(suffix) else None
    outlet = (
        outlet
        or _masthead(page, title)
        or employer
        or in_foot(page.foot)
        or (site(url) if url else None)
    )
    return Head(
        title=title,
        outlet=None if outlet and agency(outlet) else outlet,
        wire=wire,
        byline=byline,
        date=min(days, key=_sign).day if days else None,
        url=url,
    )


def people(text: str) -> tuple[str | None, str | None]:
    """Divide `Jane Roe and John Doe, Daily Herald` into the names and the outlet behind them."""
    if len(text) > _MOST_CHARS:
        return None, None
    parts = [
        part.strip()
        for part in re.split(r"\s*,\s*(?:and\s+)?|\s+(?:[-–—&]|and|AND|for|of)\s+", text)
    ]
    people: list[str] = []
    employer = None
    for part in parts:
        plain = re.sub(r"\s+in\s+[A-Z].*$", "", part).strip(" .")
        if named(plain) or agency(plain):
            employer = employer or named(plain)
        elif _NAMES.fullmatch(plain) and not _ROLE.search(plain):
            people.append(plain)
        elif not _ROLE.search(plain):
            return None, None
    if not people:
        return None, None
    return " and ".join(filter(None, [", ".join(people[:-1]), people[-1]])), employer


def _own(page: Ends, title: str | None) -> list[Dated]:
    """Return the days of a page that has two alone on a line: those below its headline.

    What stands above it, in the first line, is the day on which the page was opened.
    """
    first = dated(page.first[0]) if page.first else None
    place = next((n for n, line in enumerate(page.opening) if title and title in line), 0)
    if not first or first.labelled or not place:
        return []
    return [found for line in page.opening[place + 1 :] if (found := dated(line))]


def _sign(found: Dated) -> int:
    return found.sign


def _masthead(page: Ends, title: str | None) -> str | None:
    """Return the outlet that a line before the story names, alone or beside a day."""
    for line in page.before:
        date = dated(line)
        outlet = named(date.rest if date else line)
        for piece in _BARS.split(line) if date and not outlet and len(line) < _MOST_LINE else ():
            outlet = outlet or named(piece)
        if outlet:
            return outlet
    first = page.before[0] if page.before else ""
    return first if title and first != title and _is_paper(first, page) else None


def _is_paper(line: str, page: Ends) -> bool:
    """Whether a first line, "The Arvenian Standard", is a paper's name, though it may be a title.

    Where a paper comes out is told in its story too, "in Arvenia", and "the rising star" is not.
    """
    found = _PAPER.fullmatch(line)
    told = " ".join(line for line in page.first if is_prose(line)).split()
    return found is not None and any(word.startswith(found["place"][:5]) for word in told)


def _byline(page: Ends) -> tuple[str | None, str | None]:
    """Return who wrote the text, and the outlet that the byline names."""
    lines = list(page.opening)
    for number, line in enumerate(lines):
        date = dated(line)
        piece = re.split(r"\s*[|•·]\s*", line)[0]
        if date and date.rest and piece == line:
            piece = date.rest
        if line.lower() == "by" and number + 1 < len(lines):
            piece = f"By {lines[number + 1]}"
        by = _BY.match(piece)
        if len(piece) > 150 or is_prose(line):
            continue
        names, employer = people(piece[by.end() :] if by else piece)
        if names and (by or employer):
            return names, employer
    return None, None


def _url(page: Ends) -> str | None:
    for line in (*page.before, *page.foot):
        found = _URL.fullmatch(line) if len(line) < 500 else None
        if found and (line in page.before or found.start("url") > 1):
            return found["url"]
    return None
