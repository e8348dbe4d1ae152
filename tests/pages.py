"""An HTML page as its readers' programs see it: a tree of elements, by Python's own parser."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from briefs import BRIDGE, BRIDGE_UK, COST, DENIAL, a_brief, span

from summarize.render.html import html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarize.records import Brief

VOID = {"meta", "link", "br", "hr", "img", "input"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    children: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        parts = [child if isinstance(child, str) else child.text for child in self.children]
        return "".join(parts)

    @property
    def words(self) -> str:
        return " ".join(self.text.split())

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    def everything(self) -> Iterator[Element]:
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child.everything()

    def all(self, tag: str = "", class_: str = "") -> list[Element]:
        return [
            one
            for one in self.everything()
            if (not tag or one.tag == tag) and (not class_ or class_ in one.classes)
        ]

    def one(self, tag: str = "", class_: str = "") -> Element:
        (found,) = self.all(tag, class_)
        return found

    def by_id(self, name: str) -> Element:
        (found,) = [one for one in self.everything() if one.attributes.get("id") == name]
        return found


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs)
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")


def tree(page: str) -> Element:
    """The page as a tree; every element but the void ones must be closed, in order."""
    builder = _Builder()
    builder.feed(page)
    builder.close()
    assert builder.open == [builder.root]
    return builder.root


def shown(brief: Brief) -> Element:
    """The evidence page of a brief, as a tree."""
    return tree(html(brief))


def borne_out() -> Brief:
    """The brief made by hand, with the sentences that bear its picks out."""
    brief = a_brief()
    evidence = (
        (span(0, BRIDGE), span(1, BRIDGE_UK), span(2, BRIDGE), span(4, BRIDGE_UK)),
        (span(1, COST), span(0, COST)),
        (span(3, DENIAL), span(2, BRIDGE), span(2, DENIAL)),
    )
    picks = zip(brief.picks, evidence, strict=True)
    return replace(brief, picks=tuple(replace(pick, evidence=spans) for pick, spans in picks))
