"""hidden: what of a web page its readers do not see, by its own marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

BLOCKS = (
    *("p", "div", "section", "article", "aside", "ul", "ol", "li", "dl", "figure", "table"),
    *("blockquote", "details", "h1", "h2", "h3", "h4", "h5", "h6", "pre"),
)
UNSEEN = frozenset(
    {"script", "style", "noscript", "template", "head", "title", "nav", "footer", "svg"}
)


def hidden(tree: HtmlElement) -> list[HtmlElement]:
    """Return the blocks that are marked as hidden, each that is in no other such.

    One with most of the page's words is none: pages hide their whole story until a script shows it,
    and behind a dialogue that was open when they were saved.
    """
    sizes: dict[Any, int] = {}
    for element in reversed(list(tree.iter())):  # children before parents
        own = element.text if isinstance(element.tag, str) else ""
        inside = sum(sizes[child] + len((child.tail or "").split()) for child in element)
        sizes[element] = len((own or "").split()) + inside * (element.tag not in UNSEEN)
    found: list[HtmlElement] = []
    inner: set[Any] = set()
    for element in tree.iter(*BLOCKS):
        parent = element.getparent()
        if parent in inner:
            inner.add(element)
        elif parent is not None and is_marked(element) and 2 * sizes[element] < sizes[tree]:
            found.append(element)
            inner.add(element)
    return found


def is_marked(element: HtmlElement) -> bool:
    """Tell whether an element says that it is hidden; text that a search would show is not."""
    hidden = element.get("hidden")
    told = hidden is not None and hidden.strip().lower() != "until-found"
    return told or (element.get("aria-hidden") or "").strip().lower() == "true"
