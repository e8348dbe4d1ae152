"""selfsaid: what a page says of itself in ways that the library which reads pages passes over."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from itertools import chain
from typing import TYPE_CHECKING, Any

from summarize.text.page.decode import tidy
from summarize.text.page.outlets import named
from summarize.text.page.prose import bare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_MOST = 1 << 20  # characters of data
_PARAGRAPH, _LONG, _FEW = 12, 4, 3  # words; letters; words
_BREAK = re.compile(r"</(?:p|div|li|h\d)>|<br\s*/?>", re.IGNORECASE)
_BROKEN = r"\g<0>\n"
_UNSHOWN = 4  # times what a page shows: a script brings the rest
_SCHEMA = "https://schema.org"
_LIVE = "LiveBlogPosting"
_BAR = re.compile(r"\s+[|–—·•-]\s+|\s*[|·•]\s*")
_NAME = re.compile(r"(?:the )?[A-Z][\w.&'’]*(?: (?:of|the|and|&|de|la|[A-Z][\w.&'’]*)){0,4}")
# Of such words alone are the names of sections.
_SECTION = frozenset(
    "the and & home news world local us uk u.s. u.k. breaking latest top business money politics"
    " sport sports opinion culture health science tech technology travel weather live video"
    " national international entertainment lifestyle region regional africa asia europe america"
    " middle east north south west story stories article articles".split()
)


def told_by_schema(tree: HtmlElement) -> None:
    """Say of data about an article that it is in the words of schema.org, where it does not itself.

    Such data is passed over else, though hardly any other words are used in pages. A live report is
    an article without its posts, whose headlines are taken for its own.
    """
    for script, value in _data(tree):
        told = value if isinstance(value, list) else [value]
        without = [one for one in told if _is_bare(one)]
        for one in without:
            one["@context"] = _SCHEMA
        live = [one for one in told if isinstance(one, dict) and one.get("@type") == _LIVE]
        for one in live:
            one["@type"] = "NewsArticle"
            one.pop("liveBlogUpdate", None)
        if without or live:
            script.text = json.dumps(value)


def body_said(tree: HtmlElement) -> str:
    """Return the longest body of an article in a page's data, a paragraph a line, or nothing.

    Pages that a script brings have their text there alone.
    """
    bodies = (body for _, value in _data(tree) for body in _bodies(value))
    body = tidy(max(bodies, key=len, default=""))
    if "<" not in body and "&" not in body:
        return body
    from lxml.html import fromstring  # imported here: only pages need it

    whole = fromstring(f"<div>{_BREAK.sub(_BROKEN, body)}</div>")
    return str(whole.text_content())


def fuller(text: str, body: str) -> str:
    """Return the body that a page's data gives where the page shows but a part of it, or its text.

    So it does where the page's text is all one paragraph and the body has more.
    """
    alike = "\n" not in text and text.split() == body.split()
    shown, whole = (sum(map(str.isalnum, one)) for one in (text, body))
    return body if alike or _UNSHOWN * shown < whole else text


def _data(tree: HtmlElement) -> Iterator[tuple[HtmlElement, Any]]:
    """Give the scripts of a page that hold data in the words of some vocabulary, and what."""
    for script in tree.iter("script"):
        text = script.text or ""
        if "json" not in (script.get("type") or "") or '"@' not in text or len(text) > _MOST:
            continue
        with suppress(ValueError, RecursionError):
            yield script, json.loads(text, strict=False)


def _bodies(value: Any) -> Iterator[str]:
    told = value if isinstance(value, list) else [value]
    graphs = (one.get("@graph") for one in told if isinstance(one, dict))
    for one in chain(told, *(graph for graph in graphs if isinstance(graph, list))):
        body = one.get("articleBody") if isinstance(one, dict) else None
        if isinstance(body, str):
            yield body


def _is_bare(value: Any) -> bool:
    """Tell whether data names no words that it is in, or in a list schema.org's among others."""
    if not isinstance(value, dict) or not value.keys() & {"@type", "@graph"}:
        return False
    context = value.get("@context")
    return not context or (isinstance(context, list) and "schema.org" in str(context[:5]))


def site_in_title(tree: HtmlElement) -> str:
    """Return the name of the site behind the headline in a page's title, empty if it has none.

    What is before the name must be the headline, as the page itself shows it.
    """
    title = _line(tree.find(".//head/title"))
    for heading in tree.iter("h1"):
        head = _line(heading)
        bar = _BAR.match(title, len(head)) if head and title.startswith(head) else None
        if bar:
            name = _BAR.split(title[bar.end() :])[-1]
            sections = set(name.casefold().split()) <= _SECTION
            own = " " in name and not sections and _NAME.fullmatch(name) is not None
            return named(name) or (name if own else "")
    return ""


def headings(tree: HtmlElement) -> list[str]:
    """Return the headings of the first two ranks above the first paragraph, by rank."""
    found: dict[str, list[str]] = {"h1": [], "h2": []}
    for element in tree.iter("h1", "h2", "p"):
        line = _line(element)
        if element.tag != "p":
            found[element.tag].append(line)
        elif len(line.split()) >= _PARAGRAPH:
            break
    return found["h1"] + found["h2"]


def headline(heads: list[str], title: str, text: str) -> str:
    """Return the heading that is the headline of a page whose title is another's, such as a site's.

    Most of its words are in the text and hardly any of the title's, which no heading has; empty
    where there is none, or no need.
    """
    words = set(bare(text).split())
    if not title or bare(title) in map(bare, heads) or _share(title, words) > 1 / 3:
        return ""
    return next((head for head in heads if _share(head, words) >= 2 / 3), "")


def _share(line: str, words: set[str]) -> float:
    """Return which share of a line's longer words are among others, 0 if it has but one or two."""
    own = [word for word in bare(line).split() if len(word) >= _LONG]
    return sum(word in words for word in own) / len(own) if len(own) >= _FEW else 0.0


def _line(element: HtmlElement | None) -> str:
    return " ".join(str(element.text_content()).split()) if element is not None else ""
