"""set_apart: what a page puts beside its article's sentences, and what it keeps from them.

Cards and lists that lead to other stories are taken out; posts that an article shows, and those of
which a live report consists, lose what tells the extractor that they are something else.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from summarize.formats.hidden import UNSEEN

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.html import HtmlElement

_HEADS = ("h2", "h3", "h4", "h5", "h6")
_HEADLINE = 4  # words, on average, of what leads to a story; "Home" and "Sports" are others' work
_FEWEST = 2  # items of a list, posts of a live report
_LINKED = 0.9  # of an item's letters
_SHARE = 0.5  # of a page's words: what has more is what the page is about
_REPORT = 0.7  # of the words of all paragraphs
_NAMES = ("class", "id", "role")
_FRAMES = ("div", "section", "figure", "p")
_POST = re.compile(
    r"twitter-tweet|instagram-media|bluesky-embed|mastodon-embed|tiktok-embed",
    re.IGNORECASE,
)


def set_apart(tree: HtmlElement, is_told: Callable[[HtmlElement], bool]) -> None:
    """Take out cards and lists of other stories, and make plain the frames of posts.

    Args:
        tree: A page.
        is_told: Whether an element is a paragraph of running text.
    """
    measure = _Measure(tree)
    most = _SHARE * measure.words[tree]
    cards = [link for link in tree.iter("a") if _leads_away(link) and link in measure.headed]
    lists = [listed for listed in tree.iter("ul", "ol") if measure.is_linked(listed)]
    for other in cards + lists:
        if other.getparent() is not None and measure.words[other] < most:
            other.drop_tree()
    for post in tree.iter("blockquote"):
        if _POST.search(post.get("class") or ""):
            _unframe(post, measure)
    _join_reports(tree, is_told)


def _leads_away(link: HtmlElement) -> bool:
    """Whether a link leads to another page, and not to a place in this one."""
    to = (link.get("href") or "").strip()
    return bool(to) and not to.startswith("#")


class _Measure:
    """What every element of a page holds, counted once from the innermost on."""

    def __init__(self, tree: HtmlElement) -> None:
        self.words: Counter[HtmlElement] = Counter()
        self.letters: Counter[HtmlElement] = Counter()
        self.linked: Counter[HtmlElement] = Counter()  # letters that lead away
        self.headed: set[HtmlElement] = set()  # what has a heading in it
        for element in reversed(list(tree.iter())):
            texts = [element.text if isinstance(element.tag, str) else "", *_tails(element)]
            self.words[element] += sum(len((text or "").split()) for text in texts)
            self.letters[element] += sum(len((text or "").strip()) for text in texts)
            if element.tag == "a" and _leads_away(element):
                self.linked[element] = self.letters[element]
            parent = element.getparent()
            if parent is None or element.tag in UNSEEN:
                continue
            for count in (self.words, self.letters, self.linked):
                count[parent] += count[element]
            if element.tag in _HEADS or element in self.headed:
                self.headed.add(parent)

    def is_linked(self, listed: HtmlElement) -> bool:
        """Whether all items of a list are headlines that lead to other pages."""
        items = list(listed.iterchildren("li"))
        if len(items) < _FEWEST or self.words[listed] < _HEADLINE * len(items):
            return False
        return all(self.linked[item] >= max(1, _LINKED * self.letters[item]) for item in items)


def _tails(element: HtmlElement) -> list[str | None]:
    return [child.tail for child in element]


def _unframe(post: HtmlElement, measure: _Measure) -> None:
    """Take the names off what holds a post and nothing else, such as "social-media-embed"."""
    frame, words = post.getparent(), measure.words[post]
    while frame is not None and frame.tag in _FRAMES and measure.words[frame] == words:
        for name in _NAMES:
            frame.attrib.pop(name, None)
        frame = frame.getparent()


def _join_reports(tree: HtmlElement, is_told: Callable[[HtmlElement], bool]) -> None:
    """Make one article of the posts of a live report, each of which is marked as one."""
    told = {
        paragraph: len(str(paragraph.text_content()).split())
        for paragraph in tree.iter("p")
        if is_told(paragraph)
    }
    posts: dict[HtmlElement, int] = {}
    for paragraph, size in told.items():
        around = next((one for one in paragraph.iterancestors("article")), None)
        if around is not None and around.find(".//h1") is None:
            posts[around] = posts.get(around, 0) + size
    holders: dict[HtmlElement, list[HtmlElement]] = {}
    for post in posts:
        holder = post.getparent()
        if holder is not None and holder.tag == "li":
            holder = holder.getparent()
        if holder is not None:
            holders.setdefault(holder, []).append(post)
    for holder, own in holders.items():
        if len(own) < _FEWEST or sum(map(posts.__getitem__, own)) < _REPORT * sum(told.values()):
            continue
        for post in own:
            post.tag = "div"
            post.attrib.clear()
        holder.set("itemprop", "articleBody")
