"""What a press release tells of its sender at its end: "About Norvolt", and whom to call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.text.page.blocks import Block

_ABOUT = pattern(r"\W*(?:About|ABOUT) (?:the |THE )?(?P<name>[A-Z\d][\w.&’'-]*+)(?: \S++){0,7}")
# How a sender praises itself; an island, or a law, that a writer explains is none of these.
_FIRM = pattern(
    r"\b(?:(?:global|world|market|industry|recognized|recognised)[ -]lead\w+|leading (?:\w+ ){0,3}?"
    r"(?:provider|supplier|developer|manufacturer|maker|producer|platform|company|firm|brand|group"
    r"|operator|bank|organi[sz]ation)|(?:provider|supplier|manufacturer|developer|distributor) of"
    r"|headquartered|NYSE|Nasdaq|NASDAQ|listed on|publicly traded|our (?:mission|customers|clients)"
    r"|for more information)\b"
)
# The same without a heading: "Norvolt is a global maker of batteries. Its mission is …".
_IS = pattern(
    r"(?P<name>[A-Z\d][\w.&’'-]*+)(?: [A-Z][\w.&’'-]*+){0,3},? is (?:an?|the|one of the) "
)
_PRAISES = (
    pattern(
        r"\b(?:(?:its|our|company[’']s|[A-Z]\w+[’']s) (?:\w+ )?(?:mission|vision)|the vision of)\b"
    ),
    pattern(r"\b(?:headquartered|headquarters (?:is|are) in)\b"),
    pattern(r"\b(?:listed on|NYSE|Nasdaq|NASDAQ|publicly traded)\b"),
    pattern(
        r"\b(?:lead\w+|global|world[’'-]\w+|innovative) (?:\w+ ){0,3}(?:provider|supplier|developer"
        r"|manufacturer|maker|producer|platform|company|firm|brand|group|operator)\b"
    ),
    pattern(
        r"\b(?:subsidiaries|offices|operations|customers|clients|employees|people) (?:in|across"
        r"|worldwide|around|throughout)\b"
    ),
    pattern(r"\b(?:more|further) information\b"),
)
_FEWEST = 3  # such praises; news tells where a firm sits and how many work there
_TAIL, _PARAGRAPHS = 0.4, 6  # of all words; at most
_LONGEST = 10  # words of the heading
_LOOK = 400  # characters
_MOST = 1  # of the words before; more after it is the article going on


def mark_about(page: Sequence[Block]) -> None:
    """Give a reason to what a sender tells of itself, from a heading that names it to the end.

    It has been told of before, and what follows the heading praises it.
    """
    words = [0 if block.reason else block.words for block in page]
    for number, block in enumerate(page[:-1]):
        found = _ABOUT.fullmatch(block.text) if block.words <= _LONGEST else None
        if found is None or block.ended or not _FIRM.search(page[number + 1].text, 0, _LOOK):
            continue
        name = found["name"].casefold()
        told = any(name in before.text.casefold() for before in page[:number])
        if told and sum(words[number:]) <= _MOST * sum(words[:number]):
            for rest in page[number:]:
                rest.reason = rest.reason or "footer"
            return


def mark_praise(page: Sequence[Block], title: str | None) -> None:
    """Give a reason to the last paragraphs if a sender praises itself in them, under no heading.

    They begin with who it is, whom the title names.
    """
    named = (title or "").casefold().split()
    kept = [block for block in page if block.reason is None]
    total, tail = sum(block.words for block in kept), 0
    for number in range(len(kept) - 1, max(0, len(kept) - 1 - _PARAGRAPHS), -1):
        tail += kept[number].words
        if tail > _TAIL * total:
            return
        found = _IS.match(kept[number].text)
        if found is None or found["name"].casefold() not in named:
            continue
        text = "\n".join(block.text for block in kept[number:])
        if sum(one.search(text) is not None for one in _PRAISES) >= _FEWEST:
            for block in kept[number:]:
                block.reason = "footer"
            return
