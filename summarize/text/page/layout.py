"""Which blocks of a page are the article, by what they look like and where they stand."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from summarize.text.page.captions import is_caption
from summarize.text.page.firms import mark_about
from summarize.text.page.lists import opens_list
from summarize.text.page.prose import bare, capital_share, little_share

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.text.page.blocks import Block

# Tuned on the extraction pages and read through on Multi-News (2026-11).
_PARAGRAPH = 12  # words of an ended block that surely is running text
_BODY = 40  # words of running text before comments: less is a page's head, not an article
_ARTICLE = 0.5  # of the words after a link to the comments: fewer before it are a page's head
_GAP = 2  # lines between blocks that stand alone after the article; before it, twice as many
_TEASERS = 0.3  # of the words before a list's heading: more after it is the article going on

_ASIDE = re.compile(r"[(\[][^()\[\]]{1,60}[)\]]\W*")
_ENDLESS = re.compile(r"[^\s.!?…。！？।؟]{5000}")


def mark_endless(page: Sequence[Block]) -> None:
    """Drop what has no words: thousands of characters without a space or the end of a sentence."""
    for block in page:
        if block.reason is None and _ENDLESS.search(block.text):
            block.reason = "no words"


def mark_furniture(page: Sequence[Block]) -> None:
    """Give a reason to blocks whose own words tell that they are furniture, and to lists."""
    for block in page:
        if block.reason is None:
            block.reason = block.furniture
    mark_lists(page)
    mark_about(page)


def mark_lines(page: Sequence[Block], title: str | None) -> None:
    """Give a reason to lines that no full stop ends, by their place before, in or after the body.

    Args:
        page: An article's blocks without those that already have a reason.
        title: The article's title, if known.
    """
    if not _is_punctuated(page):
        return
    strong = [number for number, block in enumerate(page) if is_paragraph(block)]
    first, last = (strong[0], strong[-1]) if strong else (0, len(page) - 1)
    name = bare(title or "")
    headline = bool(name)
    dropped_in_tail = 0
    for number, block in enumerate(page):
        place = "head" if number < first else "tail" if number > last else "body"
        if block.running:
            if place == "tail" and dropped_in_tail > 1 and not is_paragraph(block):
                block.reason = "page foot"
            elif place == "head" and _is_title(block, name):
                block.reason = "title"
        elif _introduces(block, page[number + 1 : number + 2]):
            continue
        elif not block.ended or (place != "body" and _is_heading(block)):
            block.reason = _line_reason(block, place, name, headline=headline)
            headline = headline or block.reason == "title"
            # What is heard beside a speech, "(APPLAUSE)", stands amid what is said.
            dropped_in_tail += place == "tail" and not _ASIDE.fullmatch(block.text)


def mark_teasers(page: Sequence[Block]) -> None:
    """Give a reason to running blocks that stand alone among lines, before or after the article."""
    kept = [number for number, block in enumerate(page) if block.reason is None]
    gaps = [after - before - 1 for before, after in pairwise(kept)]
    close = [number for number, gap in enumerate(gaps) if gap < _GAP]
    if not close:
        return
    first, last = close[0], close[-1] + 1
    head = [n for n in range(first) if gaps[n] >= 2 * _GAP]
    tail = list(range(last + 1, len(kept)))
    if len(tail) < 2:  # one paragraph after a picture and a heading may well be the article's end
        tail = []
    words = sum(page[number].words for number in kept)
    # A story told in pictures stands apart like this too, but not so far, or not so long.
    wide = bool(tail) and sum(gaps[last:]) >= 2.5 * len(tail)
    if sum(page[kept[n]].words for n in (*head, *tail)) <= (0.6 if wide else 0.4) * words:
        for n in (*head, *tail):
            page[kept[n]].reason = "teaser"


def mark_captions(page: Sequence[Block]) -> None:
    """Give a reason to sentences that stand under a picture, going by their own words."""
    for block in page:
        if block.reason is None and block.ended and block.english and is_caption(block.text):
            block.reason = "caption"


def mark_lists(page: Sequence[Block], *, gentle: bool = False) -> None:
    """Give a reason to headings that open lists of other things, and to what these hold.

    `gentle` lets a list other than the readers' comments end where a paragraph follows, even at the
    article's end.
    """
    total = sum(block.words for block in page if block.reason is None and is_paragraph(block))
    before, opened = 0, None
    for block in page:
        paragraph = block.reason is None and is_paragraph(block)
        kind = None if block.ended and block.words > 4 else opens_list(block.text)
        if kind == "comment box" and (before < _BODY or before < _ARTICLE * (total - before)):
            kind, block.reason = None, kind
        if kind and before:
            # What a list at the article's end holds is furniture to the last line.
            to_the_end = kind == "comment box" or (
                not gentle and total - before <= _TEASERS * before
            )
            opened = (kind, to_the_end)
        elif opened and paragraph and not opened[1]:
            opened = None
        if opened:
            block.reason = block.reason or opened[0]
        elif kind:
            block.reason = block.reason or kind
        before += block.words if paragraph and not opened else 0


def is_paragraph(block: Block) -> bool:
    """Whether a block surely is running text."""
    return block.running and block.words >= _PARAGRAPH and (block.ended or block.words >= 20)


def _is_title(block: Block, name: str) -> bool:
    """Whether a running block is a headline that asks or cries."""
    return block.text[-1] != "." and (block.bare == name or _is_heading(block))


def _introduces(block: Block, following: Sequence[Block]) -> bool:
    """Whether it is the sentence before a quotation or a list: "The ministry said in a note:"."""
    if not following or not following[0].running:
        return False
    return block.text.endswith(":") and block.words >= 6 and little_share(block.text) >= 0.25


def _is_heading(block: Block) -> bool:
    return block.words <= 16 and block.english and capital_share(block.text) >= 0.75


def _is_punctuated(page: Sequence[Block]) -> bool:
    """Whether the article marks the ends of its sentences at all."""
    if not page or page[0].english:
        return True
    ended = sum(block.words for block in page if block.ended)
    return ended >= 0.2 * sum(block.words for block in page)


def _line_reason(block: Block, place: str, name: str, *, headline: bool) -> str:
    if name and (block.bare == name or (len(name) > 20 and name in block.bare)):
        return "title"
    if block.words <= 3:
        return {"head": "section name", "body": "section heading", "tail": "page foot"}[place]
    if place == "tail":
        return "page foot"
    if place == "head" and not headline:
        return "title"
    if place == "body" and block.words <= 9 and little_share(block.text) < 0.6:
        return "section heading"
    return "caption"
