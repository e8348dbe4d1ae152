"""page: the article of a web page, without what is around it, and what the page says of it.

Trafilatura (A. Barbaresi, ACL 2021) finds both. Its settings were chosen on 91 news and other
pages with gold bodies, 2026-11 (`benchmarks/extraction.py`): no comments, precision before recall.
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from summarize.errors import SourceError
from summarize.formats.hidden import BLOCKS, UNSEEN, hidden, is_marked
from summarize.formats.mended import mend
from summarize.formats.selfsaid import (
    body_said,
    fuller,
    headings,
    headline,
    site_in_title,
    told_by_schema,
)
from summarize.reading.document import Document
from summarize.text.agencies import agency
from summarize.text.page.decode import NotTextError, declared, decode, tidy
from summarize.text.page.walls import wall

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

# Above this, extraction takes longer than a reader waits, for some of its steps take time with the
# square of a page: below it, 7 s at most for 5 MB of list items or links. The largest of 91 has
# 1596 elements.
MOST_ELEMENTS = 10_000
MOST_CHARACTERS = 8 << 20

# A thousand attributes on one element, where it is cut: the parser's time grows with the square of
# their number. What is in a script or a comment is no loss.
_CROWDED = re.compile(
    r"<[a-z][^\s/>]*+(?:[\s/]*+=?+[^\s/>=]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]*+))?+)"
    r"{1000}(?!\s*/?>)",
    re.IGNORECASE,
)
_EMBEDDED = re.compile(r"(?<=data:)[\w/+.;=-]{1,100};base64,[A-Za-z0-9+/=%\s]{64,}")
_DATES = {  # not today's date: a page says the same on every day
    "original_date": True,
    "extensive_search": False,
    "max_date": "2100-01-01",
}
_BEGINS = re.compile(
    rb"\s*(?:(?><!--.{0,2000}?-->)\s*){0,5}<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_BULLET = re.compile(r"^- (?=\S)", re.MULTILINE)
_RULED = re.compile(r"(?:\|[\s:-]*){2,}$")  # the line under a table's head
_PARAGRAPHS = ("p", "h1", "h2", "h3", "blockquote", "li", "td", "pre")


def is_page(data: bytes) -> bool:
    """Tell whether bytes begin as a web page does."""
    return _BEGINS.match(data[:4096].removeprefix(b"\xef\xbb\xbf")) is not None


def page(data: bytes, name: str, url: str | None = None, charset: str | None = None) -> Document:
    """Return the article of a web page with what the page says of it.

    `url` is where the page is from, `charset` the encoding that its sender named.

    Raises:
        SourceError: the bytes are no text, too many, or hold no text for readers.
    """
    try:
        markup = decode(data, charset or declared(data))
    except NotTextError as error:
        raise SourceError(f"{name} is {error}, not a web page; save the page itself.") from error
    return extract(markup, name, url)


def extract(markup: str, name: str, url: str | None = None) -> Document:
    """Return the article of a page's markup with what the page says of it.

    Raises:
        SourceError: it is too long, or holds no text for readers.
    """
    markup = _CROWDED.sub(r"\g<0>>", _EMBEDDED.sub("", markup))
    if len(markup) > MOST_CHARACTERS:
        raise SourceError(
            f"{name} is a page of {len(markup) >> 20} million characters, more than any article; "
            "save the article's text as .txt."
        )
    found = _extracted(markup, url)
    if found is None or not any(map(str.isalnum, found.text)):
        raise SourceError(
            f"{name} is a page without text for readers, as pages are whose text a script brings; "
            "save the article's text as .txt."
        )
    if asked := wall(found.text):
        raise SourceError(
            f"{name} holds no article but a notice (“{asked}”), as pages do that need a "
            "script, or keep programs or readers out; save it from a browser."
        )
    return found


def _extracted(markup: str, url: str | None) -> Document | None:
    # Imported here: a quarter of a second that only pages need.
    from trafilatura import load_html

    for library in ("trafilatura", "htmldate", "courlan"):
        logger = logging.getLogger(library)
        if not logger.handlers:  # otherwise their complaints would reach stderr
            logger.addHandler(logging.NullHandler())
    if "<html" not in markup[:50].lower():  # the library takes fragments for no page
        markup = f"<html>{markup}</html>"
    try:
        tree = load_html(markup, 4 * MOST_CHARACTERS)
    except Exception:  # noqa: BLE001 - what no parser can take is a page without text
        return None
    if tree is None:
        return None
    small = sum(1 for _ in tree.iter()) <= MOST_ELEMENTS
    found = _article(tree, url) if small else None
    return found or Document("", "\n\n".join(_plain(tree)), {"url": url} if url else {})


def _article(tree: HtmlElement, url: str | None) -> Document | None:
    """Return what the library finds, first with precision; None if it finds no text."""
    from trafilatura import bare_extraction

    _strip(tree)
    mend(tree)
    told_by_schema(tree)
    name, heads, body = site_in_title(tree), headings(tree), _paragraphs(body_said(tree))
    for precise in (True, False):
        try:
            found = bare_extraction(
                tree,
                url=url,
                include_comments=False,
                favor_precision=precise,
                favor_recall=not precise,
                with_metadata=True,
                date_extraction_params=_DATES,
            )
        except Exception:  # noqa: BLE001 - hostile markup fails in ways that nobody listed
            found = None
        text = _paragraphs(getattr(found, "text", None) or "")
        if text:
            text = fuller(text, body)
            given = _told(found, url, name)
            head = headline(heads, given.get("title", ""), text)
            return Document("", text, given | ({"title": head} if head else {}), extracted=True)
    return None


def _strip(tree: HtmlElement) -> None:
    """Take out what no browser shows, except data about the article; the library leaves some."""
    for element in hidden(tree):
        element.drop_tree()
    for element in list(tree.iter("script", "style", "template")):
        if element.tag != "script" or "json" not in (element.get("type") or ""):
            parent = element.getparent()
            if parent is not None:
                element.drop_tree()  # and keeps the text behind it


def _paragraphs(text: str) -> str:
    """Return extracted text with a blank line after every paragraph, and lists without bullets."""
    lines = (line.strip() for line in _BULLET.sub("", tidy(text)).split("\n"))
    return "\n\n".join(line for line in lines if line and not _RULED.match(line))


def _plain(tree: HtmlElement) -> Iterator[str]:
    """Give the paragraphs of a page that is too large or too strange, each once."""
    told: set[str] = set()
    elements = tree.iter(*_PARAGRAPHS)
    for element in elements if tree.find(".//p") is not None else (tree,):
        inside = {str(parent.tag) for parent in element.iterancestors()}
        if inside & UNSEEN or inside & set(_PARAGRAPHS):
            continue
        text = tidy(" ".join(" ".join(_seen(element)).split()))
        if text and text not in told:
            told.add(text)
            yield text


def _seen(element: HtmlElement) -> Iterator[str]:
    """Give the pieces of text in an element that a browser shows."""
    if element.tag in UNSEEN or not isinstance(element.tag, str):
        return
    if element.tag in BLOCKS and is_marked(element):
        return
    yield element.text or ""
    for child in element:
        yield from _seen(child)
        yield child.tail or ""


def _told(found: Any, url: str | None, name: str) -> dict[str, str]:
    """Return what a page says of its article, as front matter would; `name` if it names no site."""
    from summarize.text.page.heads import people
    from summarize.text.page.outlets import site, split_title

    address = found.url if _is_web(found.url) else url
    site_ = " ".join((found.sitename or name).split())
    name = re.split(r" [|–—•-] ", site_)[0].strip(" @")
    wire = agency(name)
    known = site(address or found.hostname or "") or ""
    if known and "." not in known:  # how the outlet writes itself
        outlet = known
    elif wire or name.casefold() in (known, _host(address)):
        outlet = ""  # the address says as much
    else:
        outlet = name
    title, _ = split_title(" ".join((found.title or "").split()))
    ending = re.compile(rf"\s+[-–—|:]\s+{re.escape(name)}$", re.IGNORECASE) if name else None
    names = []
    for part in (found.author or "").split("; "):
        wire = wire or agency(part)
        writers, _ = people(part)
        if writers and not (name and name.casefold() in part.casefold()):
            names.append(writers)
    given = {
        "title": ending.sub("", title) if ending else title,
        "outlet": outlet,
        "wire": wire,
        "byline": " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]])),
        "date": found.date,
        "url": address,
    }
    return {key: tidy(value) for key, value in given.items() if value}


def _host(address: str | None) -> str:
    """Return the host of an address without its `www.`, empty where damage has left none."""
    try:
        return urlsplit(address or "").netloc.removeprefix("www.")
    except ValueError:
        return ""


def _is_web(url: str | None) -> bool:
    return re.match(r"https?://[^/\s\[\]]+\.[^/\s\[\]]+", url or "") is not None
