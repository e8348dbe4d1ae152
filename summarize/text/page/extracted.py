"""What is no article in the text of a page of which an extractor has taken the furniture off.

Such a text is nearly all article: its headings, lists, tables and lines without a full stop are the
writer's. So only words can tell here, not shapes. Chosen on 91 pages with gold bodies, 2026-11
(`benchmarks/extraction.py`): each reason below is right more often than wrong.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarize.text.page.dates import dated
from summarize.text.page.firms import mark_about, mark_praise
from summarize.text.page.foreign import said_elsewhere
from summarize.text.page.furniture import furniture
from summarize.text.page.layout import is_paragraph, mark_lists
from summarize.text.page.prose import bare
from summarize.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.text.page.blocks import Block

# What a page says of itself in lines too. Not "list item", "caption", "footer" or "date line":
# after an extractor a list is the writer's, and so is a line with a picture's or a firm's name.
_LINES = frozenset(
    {"advertisement", "byline", "comment box", "contact line", "menu", "newsletter"}
    | {"photo credit", "reading time", "related list", "share line", "syndication notice"}
    | {"updated line", "video player"}
)
# When doors open and who plays when is told in lines; only the article's own day is the page's.
_TIMES = frozenset({"clock time", "date line"})
# Where to find more is told by writers too, and posts are set into their text by them.
_WRITERS = frozenset({"pointer", "embedded post"})
_ASKS = frozenset({"newsletter", "related list"})
_CLICK = pattern(r"\W*(?:click|tap)\b", re.IGNORECASE)
_LONG = 20  # letters: a shorter title may be a word of any line
_HEADLINE = 3  # words: "See also: Title of a story", but not "See it now: Shop"
_LABEL = pattern(r"\W*[^:|»>→–—]{2,40}[:|»>→–—]")
# What a page asks its reader to do with it. Advice on somebody else's offer has none of these:
# "Sign up for an account with the bank", "Click here to calculate your rent".
_OWN = pattern(
    r"\b(?:newsletters?|inbox|delivered|(?:un)?subscri\w+|alerts?|digest|briefing|headlines|podcasts?|our"
    r"|(?-i:us)|(?:unlimited|digital|premium) access"
    r"|(?:enjoyed|liked|preview of|reading) this|for signing up"
    r"|as little as|(?:day|week)[’']s (?:\w+ ){0,3}(?:news|stories|headlines)"
    r"|(?:local|independent) (?:news|journalism)|free (?:\w+ )?(?:articles?|stor(?:y|ies))"
    r"|(?:paid|paying) (?:subscribers|members)|reading (?-i:[A-Z])\w+)\b|\W*sign up here\W*$"
    r"|\bissues (?:for|from) (?:just |only )?[£$€]\d",
    re.IGNORECASE,
)
_ELSEWHERE = pattern(
    r"\b(?:read|see|watch|view|listen|follow|visit|share|join|donate|more (?:news|stories|on|from"
    r"|about|coverage)|full|latest|videos?|photos?|pictures|gallery|slideshow|story|article)\b",
    re.IGNORECASE,
)


def mark_extracted(page: Sequence[Block], title: str | None, day: str | None) -> None:
    """Give a reason to what an extractor left: the title again, and what a page says of itself.

    Args:
        page: The blocks of an extracted text without those that already have a reason.
        title: The article's title, if known.
        day: The article's date (ISO 8601), if known.
    """
    name = bare(title or "")
    head = True
    for block in page:
        head = head and not (is_paragraph(block) and block.bare != name)
        block.reason = "title" if head and _tells(block, name) else _words(block, day)
    mark_lists(page, gentle=True)
    mark_about(page)
    mark_praise(page, title)


def opens_story(page: Sequence[Block]) -> Iterator[bool]:
    """Tell of each block whether it is, or stands before, the first paragraph.

    Only there is a name in capitals before a dash or a colon surely where the story was written;
    further down it may be the writer's own label.
    """
    head = True
    for block in page:
        yield head
        head = head and not (block.reason is None and is_paragraph(block))


def _tells(block: Block, name: str) -> bool:
    """Whether a block is the title, a line that has it, or one that is most of it."""
    if not name or block.bare == name:
        return bool(name)
    short, long = sorted((name, block.bare), key=len)
    return not block.ended and len(short) > _LONG and short in long


def _words(block: Block, day: str | None) -> str | None:
    """Return what a block's words alone say that it is; of its shape, nothing is believed."""
    reason = block.furniture
    if reason is not None and not block.ended and reason not in _LINES:
        reason = furniture(block.text, ended=True)
    if reason in _TIMES:
        told = dated(block.text)
        return reason if told and told.day == day else None
    if reason in _WRITERS or (reason in _ASKS and not _asks(block.text, reason)):
        return None
    return reason


def _asks(text: str, reason: str) -> bool:
    """Whether a text that asks its reader to do something, or to look elsewhere, is the page's.

    What ends in a colon introduces what follows, and that is in the text.
    """
    if text.endswith(":"):
        return False
    if said_elsewhere(text) is not None:
        return True
    if reason == "newsletter":
        return _OWN.search(text) is not None
    if _CLICK.match(text):
        return (_OWN.search(text) or _ELSEWHERE.search(text)) is not None
    label = _LABEL.match(text)
    return label is None or "//" in text or len(text[label.end() :].split()) >= _HEADLINE
