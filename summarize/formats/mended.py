"""mended: markup of a page's sentences that hides them from who looks for its article, put right.

The extractor goes by names of classes and by borders, and takes out what is called a link, a bar or
a slide. Amid a sentence, such a name is no more than how a word looks.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from summarize.formats.set_apart import set_apart
from summarize.text.page.prose import is_ended

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_PARAGRAPHS = ("p", "li", "blockquote", "dd", "h2", "h3")
# What holds words amid a sentence; anything else is a block of its own.
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i ins kbd mark q s samp small"
    " span strike strong sub sup time tt u var wbr".split()
)
_NAMES = ("class", "id", "role")
_LEAST = 8  # words of a sentence that a name may stand in
_AROUND = 4  # of these, around what has the name
_COLUMN = 60  # words of a cell that is a part of the page and no value
_LONG = 12  # words of what surely is a paragraph
_FRAMES = ("div", "section", "main")
_WITHIN = ("ul", "ol", "dl", "blockquote")
# Of the words of all paragraphs: what has as many holds the article, where nothing is called so,
# and where something is. On the pages of `benchmarks/extraction.py` without the names that tell,
# F1 is .976 with the first and .967 without; with the names, it is .986 with the second and .984
# without (2026-11).
_MOST, _NEARLY = 0.7, 0.9
_LINKS = 2  # of a card that shows who is named, besides a picture
_UNSEEN = re.compile(
    r"\b(?:hid(?:e|den)|invisible|tooltip)\b|display:\s*none|visibility:\s*hidden", re.IGNORECASE
)
# What is read out to the blind of a link: "opens in a new window".
_READ_OUT = re.compile(
    r"(?:.*\s)?(?:sr-only|visually-?hidden|screen-?reader(?:-text)?)(?:\s.*)?",
    re.IGNORECASE | re.DOTALL,
)
_HEADING = re.compile(r"sub-?head|cross-?head|inter-?title", re.IGNORECASE)
_BORDER = re.compile(r"\s*border[\w-]*\s*:([^;]*)", re.IGNORECASE)
_NO_BORDER = re.compile(
    r"\s*0(?:px|pt|em|rem|%)?(?!\.?\d)|.*\bnone\b|\s*(?:initial|inherit|unset)\b", re.IGNORECASE
)


def mend(tree: HtmlElement) -> None:
    """Take off a page's sentences what would hide them: names amid them, and borders of nothing."""
    for element in tree.iter("p", "span", "div", "li", "section", "ul", "ol"):
        if "border" in (style := element.get("style") or "").lower():
            element.set("style", ";".join(_bordered(style)))
    for paragraph in list(tree.iter(*_PARAGRAPHS)):
        if paragraph.find(".//span") is not None:
            _plain(paragraph)
    _laid_out(tree)
    set_apart(tree, _is_told)
    _alike(tree)
    _held(tree)


def _laid_out(tree: HtmlElement) -> None:
    """Make plain divisions of tables that do no more than lay a page out, as pages once were.

    Such a one holds other tables, or whole paragraphs in a cell. What only tells how paragraphs
    look goes from around them.
    """
    for table in list(tree.iter("table")):
        cells = table.iter("td")
        if table.find(".//table") is None and not any(map(_is_column, cells)):
            continue
        for part in [table, *table.iterdescendants("thead", "tbody", "tfoot", "tr", "td", "th")]:
            if next(part.iterancestors("table"), table) is table:
                part.tag = "div"
    for around in list(tree.iter("font", "center")):
        if around.find("p") is not None and around.getparent() is not None:
            around.drop_tag()


def _is_column(cell: HtmlElement) -> bool:
    return len(cell.text_content().split()) >= _COLUMN


def _bordered(style: str) -> Iterator[str]:
    """Give what a style says but for borders that nobody sees."""
    for told in style.split(";"):
        border = _BORDER.match(told)
        if border is None or not _NO_BORDER.match(border[1]):
            yield told


def _plain(paragraph: HtmlElement) -> None:
    """Take the names off what stands amid a sentence, and out of it what is no part of it."""
    for span in reversed(list(paragraph.iter("span"))):  # the innermost first
        if _is_card(span) or _READ_OUT.fullmatch(span.get("class") or ""):
            span.drop_tree()
    text = " ".join(paragraph.text_content().split())
    words = text.count(" ") + 1
    if words < _LEAST or not is_ended(text):
        return
    for span in paragraph.iter("span"):
        own = len(span.text_content().split())
        amid = words - own >= _AROUND or own >= _LONG or not any(map(span.get, _NAMES))
        if own and amid and _is_inline(span) and not _is_unseen(span):
            for name in _NAMES:
                span.attrib.pop(name, None)


def _is_card(span: HtmlElement) -> bool:
    """Whether it shows who is named, with a picture and what else was written of them."""
    return span.find(".//img") is not None and len(span.findall(".//a")) >= _LINKS


def _is_inline(element: HtmlElement) -> bool:
    return all(inner.tag in _INLINE for inner in element.iterdescendants())


def _is_unseen(element: HtmlElement) -> bool:
    told = (element.get(name) or "" for name in ("class", "id", "style"))
    return element.get("hidden") is not None or any(map(_UNSEEN.search, told))


def _alike(tree: HtmlElement) -> None:
    """Take the names off paragraphs that stand side by side under one name, which tells nothing.

    A plain division with a sentence in it, beside paragraphs, is one too.
    """
    for parent in {child.getparent(): None for child in tree.iter("p")}:
        if parent is None:
            continue
        told = [child for child in parent.iterchildren("p", "div") if _is_told(child)]
        names = Counter(child.get("class") for child in told if child.tag == "p")
        for child in told:
            if child.tag == "p" and names[child.get("class")] > 1 and not _is_unseen(child):
                child.attrib.pop("class", None)
            elif child.tag == "div" and names and not child.attrib:
                child.tag = "p"


def _held(tree: HtmlElement) -> None:
    """Mark what holds nearly all paragraphs of a page as its article.

    Without a frame that is called so, the extractor gathers paragraphs alone, and leaves lists and
    headings behind; with a wide one, it gathers what else stands there. What stands first in a
    frame may be the lede, so then the frame stays.
    """
    words: Counter[HtmlElement] = Counter()
    first: dict[HtmlElement, None] = {}  # in order
    for told in filter(_is_told, tree.iter("p", "li")):
        holder = told.getparent()
        while holder is not None and holder.tag in _WITHIN:
            holder = holder.getparent()
        if holder is not None:
            words[holder] += len(told.text_content().split())
            first[holder] = None
    for holder, most in words.most_common(1):
        frame = _frame(tree)
        least = _MOST if frame is None else _NEARLY
        opens = (
            frame is None or next(h for h in first if h is holder or _within(h, frame)) is holder
        )
        if holder.tag in _FRAMES and opens and most >= least * words.total():
            holder.set("itemprop", "articleBody")
            _headed(holder)


def _headed(holder: HtmlElement) -> None:
    """Make plain headings of what heads a paragraph of an article as a link, or is called so."""
    for head in list(holder.iterchildren("h2", "h3", "h4", "div")):
        following = head.getnext()
        if following is None or following.tag != "p" or not _is_told(following):
            continue
        if head.tag == "div" and _HEADING.search(head.get("class") or "") and _is_inline(head):
            head.tag = "h3"
            head.attrib.clear()
        for link in head.findall(".//a") if head.tag != "div" else ():
            link.drop_tag()


def _frame(tree: HtmlElement) -> HtmlElement | None:
    """Return what the extractor takes for the article by its name, None if there is nothing."""
    from trafilatura.xpaths import BODY_XPATH

    return next((found[0] for called in BODY_XPATH if (found := called(tree))), None)


def _within(element: HtmlElement, frame: HtmlElement) -> bool:
    return element is frame or frame in element.iterancestors()


def _is_told(element: HtmlElement) -> bool:
    """Whether an element is a paragraph of running text, going by its words."""
    if not _is_inline(element):
        return False
    text = element.text_content().strip()
    linked = sum(len(link.text_content()) for link in element.iterdescendants("a"))
    return len(text.split()) >= _LONG and is_ended(text) and 2 * linked < len(text)
