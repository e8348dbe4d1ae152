"""What a text says of itself at its head and foot: title, outlet, wire, byline, date, address.

Better nothing than something wrong: whatever may be part of the story is not taken.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarize.text.agencies import agency
from summarize.text.page.credits import credit_line, credited, dateline
from summarize.text.page.dates import Dated, dated, is_date
from summarize.text.page.ends import before_others, ends, is_prose
from summarize.text.page.furniture import furniture
from summarize.text.page.outlets import in_foot, named, site, split_title

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
_FURNITURE = re.compile(  # how lines around a story begin that no headline begins like
    r"\W*(?:skip to|sign (?:in|up)\b(?! or)|log ?in\b|register (?:now|here|today|for free"
    r"|to (?:read|continue|comment|get))|subscribe\b|menu\b|left menu|newsletters?$"
    r"|share (?:this|on|via)|like us|media (?:playback|caption)|follow (?:us|me|@|on)"
    r"|advertise (?:with|here|on)|search (?:our|this|the (?:site|archive)|by|results)"
    r"|cookies? (?:policy|settings|notice|preferences|consent|and (?:similar|privacy))|we use"
    r"|this (?:site|website|page)|click\b|copy link|show more|read (?:more|also|next)"
    r"|story highlights|watch (?:live|now|this|the (?:video|full|moment|latest|clip))\b"
    r"|get the (?:latest|best of|day[’']s|news|app|free|most|top)\b|you are here|you have\b"
    r"|leave a (?:comment|reply)|please (?:\w+ )?(?:enable|log|sign|subscribe|wait|try|enter|note"
    r"|read|click|turn|upgrade|update|check|select|share|support|consider|visit|do not|see)\b"
    r"|close (?:this|menu|search|the (?:menu|window|ad))\b|save (?:this|for later)\b"
    r"|print (?:this|article|page)\b|e-?mail (?:this|us|address)\b|last (?:updated|modified)"
    r"|download (?:our|the|this)\b.{0,40}\bapps?\b|listen (?:to (?:this|the|our|article)|now"
    r"|live)\b|filed under|most (?:read|popular)\b|breaking news$|add this|see more|by(?:line:)?\s"
    r"|(?:photos?|images?|videos?) (?:advert\w*|copyright|captions?|credits?|source|by|courtesy)\b"
    r"|editor.s (?:note|picks)|support (?:us|our)\b|\d+ comments|these crawls are|provided by"
    r"|the seed for this crawl|this (?:[\"“]?\w+[\"”]? )?crawl was|page \d)",
    re.IGNORECASE,
)
# And how headlines may begin too: "Search for ferry enters third day", "Video shows police …".
# Such a line is furniture if it is short, or if a mark makes a label of its beginning.
_MAYBE = re.compile(
    r"\W*(?:register|subscri\w*|newsletters?|advert\w*|search|cookies?|related(?: \w+)?"
    r"|welcome to(?: \w+)?|highlights|key points|photos?|images?|videos?|pictures?|download"
    r"|galler(?:y|ies)|watch|listen|enlarge|captions?|get the|home|top stories|trending"
    r"|latest news|comments?|back to(?: \w+)?|loading|updated?|published|posted|tags?"
    r"|categor(?:y|ies)|topics?|country|tweet|sorry|please|close|print|e-?mail|save|accessibility"
    r"|donate|leave a|javascript|enable|courtesy)\b(?P<label>(?: \w+)?\s*[:|»>›/])?",
    re.IGNORECASE,
)
_FEW = 4  # words: longer lines that begin like furniture are headlines more often
_CREDIT = re.compile(
    r"\b(?:photo|image|picture)s?\b.{0,30}(?:\bby\b|:|/)|\b(?:getty|reuters|afp|ap|epa|shutterstock)"
    r"\s?(?:images?|photo)?\)?$|/\s?(?:getty|ap\b|afp|reuters|facebook|twitter|instagram)"
    r"|^[(].*[)]$|^[^()]{0,40}[(][A-Z]\w{1,14}[)]|[(](?:source|photo|image|credit)\b",
    re.IGNORECASE,
)
_NAME = (
    r"(?:[^\W\d_a-z][\w.'’-]*)(?:\s(?:[^\W\d_a-z][\w.'’-]*"
    r"|de|da|del|della|di|du|van|von|der|den|bin|al|el|la|le|ter|y|e)){1,4}"
)
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
    days = [found for line in page.opening if (found := dated(line))]
    # Below an article its own date may stand, and those of others.
    days = days or [
        found
        for line in before_others(page.foot)
        if (found := dated(line)) and found.labelled and found.sign != 1
    ]
    title, suffix = _title(page)
    url = _url(page)
    byline, employer = _byline(page)
    wire = credited(text) or (agency(suffix) if suffix else None)
    outlet = suffix if suffix and not agency(suffix) else None
    outlet = (
        outlet or _masthead(page) or employer or in_foot(page.foot) or (site(url) if url else None)
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


def _sign(found: Dated) -> int:
    return found.sign


def _title(page: Ends) -> tuple[str | None, str | None]:
    """Return the headline, and the name of the site behind it.

    A headline stands before the first paragraph, and its words return in the story. Other lines
    that stand there, such as menus and the headlines of other stories, share few words with it.
    """
    found: list[tuple[str, str | None]] = []
    for line in page.before:
        date = dated(line)
        if date and date.labelled and len(date.rest.split()) >= 4:
            line = date.rest  # noqa: PLW2901 - the same line, without its date
        elif date or is_date(line):
            continue
        head, suffix = split_title(line)
        if _is_headline(head):
            found.append((head, suffix))
    if not found or len(page.first) < 2:
        return None, None
    story = _stems(" ".join(line for line in page.first if is_prose(line)))
    good = [x for x in found if _shares(x[0], story)]
    long = [x for x in good if len(x[0].split()) >= 5]
    repeated = [x for x in good if page.first.count(x[0]) > 1]
    if good:
        return (repeated or long or good)[0]
    # A play on words shares nothing with its story; then only the very first line is sure.
    first = page.before[0].find(found[0][0]) == 0 and len(found[0][0].split()) >= 4
    return found[0] if first or found[0][1] else (None, None)


def _stems(text: str) -> frozenset[str]:
    """Return the words of four letters and more, cut to five so that inflections agree."""
    return frozenset(re.findall(r"([^\W\d_]{4,5}+)[^\W\d_]*+", text.lower()))


def _shares(headline: str, story: frozenset[str]) -> bool:
    words = _stems(headline)
    both = len(words & story)
    return both >= min(2, len(words)) and both >= 0.4 * len(words) > 0


def _is_headline(line: str) -> bool:
    words = line.split()
    wide = len(words) < 3 and len(line) >= 10 and not line.isascii()  # a script without spaces
    if not (wide or 3 <= len(words) <= 30) or len(line) > 220 or line[-1] in ".,:;…>»|-–—":
        return False
    first = next((char for char in line if char.isalpha()), "")
    if first.islower() and not re.match(r"\W*[a-z][A-Z]", line):
        return False
    if sum(char.isalpha() or char.isspace() for char in line) < 0.7 * len(line):
        return False
    if _is_furniture(line) or _CREDIT.search(line) or is_prose(line) or named(line):
        return False
    return not (credit_line(line) or dateline(line) or re.search(r"[|»›•]|https?:|@", line))


def _is_furniture(line: str) -> bool:
    if _FURNITURE.match(line):
        return True
    maybe = _MAYBE.match(line)
    if maybe is None:
        return False
    short = line.count(" ") < _FEW
    return short or bool(maybe["label"]) or furniture(line, ended=True) is not None


def _masthead(page: Ends) -> str | None:
    for line in page.before:
        date = dated(line)
        outlet = named(date.rest if date else line)
        if outlet:
            return outlet
    return None


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
