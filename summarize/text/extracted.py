"""What is no article in the text of a page of which an extractor has taken the furniture off.

Such a text is nearly all article: its headings, lists, tables and lines without a full stop are the
writer's. So only words can tell here, not shapes. Chosen on 91 pages with gold bodies, 2026-11
(`benchmarks/extraction.py`): each reason below is right more often than wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.text.furniture import furniture
from summarize.text.layout import is_paragraph, mark_lists
from summarize.text.prose import bare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.text.blocks import Block

# What a page says of itself in lines too. Not "list item", "caption", "footer" or "date line":
# after an extractor a list is the writer's, and so is a line with a picture's or a firm's name.
_LINES = frozenset(
    {"advertisement", "byline", "clock time", "comment box", "contact line", "menu", "newsletter"}
    | {"photo credit", "reading time", "related list", "share line", "syndication notice"}
    | {"updated line", "video player"}
)
_LONG = 20  # letters: a shorter title may be a word of any line


def mark_extracted(page: Sequence[Block], title: str | None) -> None:
    """Give a reason to what an extractor left: the title again, and what a page says of itself.

    Args:
        page: The blocks of an extracted text without those that already have a reason.
        title: The article's title, if known.
    """
    name = bare(title or "")
    head = True
    for block in page:
        head = head and not (is_paragraph(block) and block.bare != name)
        block.reason = "title" if head and _tells(block, name) else _words(block)
    mark_lists(page, gentle=True)


def _tells(block: Block, name: str) -> bool:
    """Whether a block is the title, a line that has it, or one that is most of it."""
    if not name or block.bare == name:
        return bool(name)
    short, long = sorted((name, block.bare), key=len)
    return not block.ended and len(short) > _LONG and short in long


def _words(block: Block) -> str | None:
    """Return what a block's words alone say that it is; of its shape, nothing is believed."""
    reason = block.furniture
    if reason is None or block.ended or reason in _LINES:
        return reason
    return furniture(block.text, ended=True)
