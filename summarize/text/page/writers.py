"""Writers: what a page tells of whoever wrote its article, below it: "Jane Roe is a columnist"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarize.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.text.page.blocks import Block

# What is told of a writer, and no story tells of its own.
_DOES = pattern(
    r",?(?: who)? (?:is|are|was|were|has|have|covers?|covered|writes?|works?|reports?|joined"
    r"|teaches|hosts?|serves?|served|lives?|edits?|leads|contributes?|blogs?|studies)\b"
)
_UNNAMED = pattern(r"\W*[Tt]he (?:writer|author)s? (?:is|are) (?:an? |the )?[^“\"]{3,250}")
_BETWEEN = re.compile(r",? and |\s?[,;&]\s?")
_BODY = 100  # words of the article before it; a story about its writer names him at once
_LONGEST = 90  # words


def mark_writers(page: Sequence[Block], byline: str | None) -> None:
    """Give a reason to paragraphs below an article's beginning that tell of a writer it names.

    Who is called "the writer" is told of in its last paragraph alone.
    """
    names = [name.casefold() for name in _BETWEEN.split(byline or "") if " " in name.strip()]
    kept = [block for block in page if block.reason is None]
    before = 0
    for block in kept:
        text = block.text.lstrip("—–-*_ ")
        small = text.casefold()
        told = any(small.startswith(one) and _DOES.match(text, len(one)) for one in names)
        last = block is kept[-1] and _UNNAMED.fullmatch(text) is not None
        if before >= _BODY and block.words <= _LONGEST and (told or last):
            block.reason = "byline"
        else:
            before += block.words
