"""feed: what an RSS, Atom or JSON feed lists, with the articles that it holds itself."""

from __future__ import annotations

import io
import json
import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from summarize.counted import span
from summarize.errors import SourceError
from summarize.formats.page import extract
from summarize.text.page.decode import tidy
from summarize.text.page.prose import is_ended

if TYPE_CHECKING:
    from summarize.reading.document import Document

# A feed of that many elements takes 6 s to read; feeds have some thousand.
_MOST_ELEMENTS = 50_000
# Shorter than this, in words, what a feed holds is a teaser and not the article, unless it has
# several paragraphs, each of so many words.
_WHOLE = 150
_SEVERAL, _TOLD = 3, 6
_BREAK = re.compile(r"</p>|<br|\n", re.IGNORECASE)
# How a beginning ends. What systems add themselves below an article says nothing of its length.
_ADDED = re.compile(r"\n\nThe post .{1,400} (?:appeared|first appeared) .{1,200}\Z", re.DOTALL)
_CUT = re.compile(
    r"(?:(?:…|\.\.\.)\]?|\b(?:read|see) more\W*|continue reading.{0,200})\Z", re.IGNORECASE
)
_IS_FEED = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:(?><!--.{0,2000}?-->)\s*|<\?[^>]{0,500}>\s*){0,5}"
    r"<(?:rss|(?:\w+:)?feed|rdf:RDF)\b",
    re.IGNORECASE | re.DOTALL,
)
_IS_JSON_FEED = re.compile(
    r'\s*\{.{0,2000}?"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org', re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed lists: its own name for it, where it is, what is known, and its markup."""

    name: str
    url: str
    given: dict[str, str] = field(default_factory=dict)
    markup: str = ""

    @property
    def whole(self) -> Document | None:
        """The article, if the feed holds all of it and not only its beginning."""
        if span(self.markup) < _WHOLE and len(_BREAK.findall(self.markup)) < _SEVERAL - 1:
            return None
        found = self.held
        if found is None or span(found.text) >= _WHOLE:
            return found
        # A beginning is a paragraph, perhaps two, or is cut off.
        paragraphs = _ADDED.sub("", found.text).split("\n\n")
        told = [part for part in paragraphs if len(part.split()) >= _TOLD and is_ended(part)]
        return found if len(told) >= _SEVERAL else None

    @property
    def held(self) -> Document | None:
        """What the feed itself holds of the article, if that is whole sentences."""
        if not self.markup.strip():
            return None
        try:
            found = extract(
                f"<html><body><article>{self.markup}</article></body></html>", self.name
            )
        except SourceError:
            return None
        told = _ADDED.sub("", found.text)
        if span(told) < _WHOLE and (not is_ended(told) or _CUT.search(told)):
            return None
        return replace(found, name=self.name, given=self.given)


def is_feed(text: str) -> bool:
    """Tell whether a text is a feed."""
    return _IS_FEED.match(text[:8192]) is not None or _IS_JSON_FEED.match(text[:8192]) is not None


def entries(text: str, name: str, base: str = "") -> list[Entry]:
    """Return what a feed lists, in its order; `base` is where it is from.

    Raises:
        SourceError: it is no feed, lists nothing, or has more elements than any feed.
    """
    found = _of_json(text) if text.lstrip().startswith("{") else _of_xml(text, name)
    listed = []
    for number, entry in enumerate(found, 1):
        url = urljoin(base, entry.url.strip()) if entry.url else ""
        url = url if re.match(r"https?://", url) else ""
        given = {key: tidy(value) for key, value in entry.given.items() if value}
        label = tidy(entry.name).strip() or url or str(number)
        listed.append(Entry(label, url, given | ({"url": url} if url else {}), entry.markup))
    if not listed:
        raise SourceError(f"{name} is a feed that lists nothing; try again later.")
    return list({entry.name: entry for entry in reversed(listed)}.values())[::-1]


def _of_json(text: str) -> list[Entry]:
    """Return the entries of a JSON Feed; none if it is no JSON, or has no items."""
    from summarize.text.page.heads import people

    try:
        feed = json.loads(text, strict=False)  # a separator of lines in it is a line feed now
    except (ValueError, RecursionError):
        return []
    items = feed.get("items") if isinstance(feed, dict) else None
    title = _plain(feed, "title")
    return [
        Entry(
            _plain(item, "id"),
            _plain(item, "url") or _plain(item, "external_url"),
            {
                "title": _plain(item, "title"),
                "date": (_plain(item, "date_published") or _plain(item, "date_modified"))[:10],
                "byline": people(_authors(item))[0] or "",
                "outlet": title,
            },
            _plain(item, "content_html") or _paragraphs(_plain(item, "content_text")),
        )
        for item in (items if isinstance(items, list) else [])
    ]


def _authors(item: Any) -> str:
    """Return who wrote what a JSON feed lists: version 1.1 has several, version 1 has one."""
    told = isinstance(item, dict) and (item.get("authors") or [item.get("author")])
    return (
        ", ".join(filter(None, (_plain(one, "name") for one in told)))
        if isinstance(told, list)
        else ""
    )


def _of_xml(text: str, name: str) -> list[Entry]:
    if text.count("<") + text.count("&lt;") > 2 * _MOST_ELEMENTS:
        raise SourceError(
            f"{name} holds more than {_MOST_ELEMENTS} elements, more than any feed; leave it out."
        )
    import feedparser

    try:
        feed = feedparser.parse(io.BytesIO(re.sub(r"^\s*<\?xml[^>]*\?>", "", text).encode("utf-8")))
    except Exception as error:  # hostile feeds fail in ways that the library does not list
        raise SourceError(f"{name} is a feed that is damaged; try again later.") from error
    title = _plain(feed.get("feed"), "title")
    return [_entry(item, title) for item in feed.get("entries", ())]


def _entry(item: Any, title: str) -> Entry:
    from summarize.text.page.heads import people

    bodies = [str(part.get("value") or "") for part in item.get("content") or ()]
    bodies.append(_plain(item, "summary"))
    # Atom need not tell more than the last change, and RSS 1.0's only date counts as that.
    day = _day(item, "published") or _day(item, "updated")
    given = {
        "title": re.sub(r"<[^<>]*>", "", _plain(item, "title")),
        "date": day,
        "byline": people(_plain(item, "author"))[0] or "",
        "outlet": title,
    }
    return Entry(_plain(item, "id"), _plain(item, "link"), given, max(bodies, key=len))


def _day(item: Any, key: str) -> str:
    """Return the day of a date where it was written, not the day that it was in Greenwich."""
    from email.utils import parsedate

    # As it is there: the library's own way takes one date for the other.
    known = dict.get(item, f"{key}_parsed")
    if not known:
        return ""
    written = _plain(item, key)
    told = parsedate(written)
    local = f"{told[0]:04}-{told[1]:02}-{told[2]:02}" if told else written[:10]
    utc = f"{known[0]:04}-{known[1]:02}-{known[2]:02}"
    try:
        near = abs(date.fromisoformat(local) - date.fromisoformat(utc)).days <= 1
    except ValueError:  # written in another way, which the library knows
        near = False
    return local if near else utc


def _plain(value: Any, key: str) -> str:
    found = value.get(key) if isinstance(value, dict) else None
    return str(found) if isinstance(found, (str, int)) and found is not True else ""


def _paragraphs(text: str) -> str:
    from html import escape

    return "".join(f"<p>{escape(part)}</p>" for part in text.split("\n") if part.strip())
