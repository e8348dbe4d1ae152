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
_LONGEST = 10  # words of the heading
_LOOK = 400  # characters
_MOST = 0.6  # of the words before; more after it is the article going on


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
