"""Cuts an article where its notes begin and end, so that a page can mark every stretch of it.

Notes may touch, nest and overlap, as the evidence of two picks in one article does; each piece of
text is given once, with all that is noted of it. The work grows with the text and its notes, not
with their product.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# A blank line of any make; what stands between two of them is a paragraph.
_BETWEEN = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")


@dataclass(frozen=True, slots=True)
class Note:
    """What is noted of characters `start` to `end`: one of evidence, a disputed side, a drop.

    `pick` counts from 1 the picked sentence that the stretch is evidence of.
    """

    start: int
    end: int
    pick: int | None = None
    side: bool = False
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Fragment:
    """A stretch of an article with all that is noted of it.

    `anchor` is true where a note of evidence or of a side begins. `why` is the reason of a drop,
    `told` whether it is the first of its kind in a row.
    """

    text: str
    start: int
    end: int
    picks: tuple[int, ...] = ()
    side: bool = False
    anchor: bool = False
    why: str | None = None
    told: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The fragments between two blank lines; `dropped` if nothing of it was kept."""

    fragments: tuple[Fragment, ...]
    dropped: bool


def paragraphs(text: str, notes: Sequence[Note]) -> list[Paragraph]:
    """Return the paragraphs of a text, cut into fragments that together are its non-blank text."""
    bounds = _bounds(text)
    edges = {edge for bound in bounds for edge in bound}
    pieces = list(_pieces(text, notes, edges))
    found, at, told = [], 0, None
    for start, end in bounds:
        fragments = []
        while at < len(pieces) and pieces[at].start < end:
            piece = pieces[at]
            at += 1
            if piece.start < start:
                continue
            if not piece.text.isspace():
                if piece.why and piece.why != told:
                    piece = replace(piece, told=True)
                told = piece.why
            fragments.append(piece)
        solid = [piece for piece in fragments if not piece.text.isspace()]
        found.append(Paragraph(tuple(fragments), all(piece.why for piece in solid)))
    return found


def _bounds(text: str) -> list[tuple[int, int]]:
    """Return where the paragraphs of a text begin and end."""
    end = len(text.rstrip())
    start = len(text) - len(text.lstrip())
    bounds = []
    for gap in _BETWEEN.finditer(text, start, end):
        bounds.append((start, gap.start()))
        start = gap.end()
    return [*bounds, (start, end)] if start < end else bounds


def _pieces(text: str, notes: Sequence[Note], edges: set[int]) -> Iterator[Fragment]:
    """Give the text from edge to edge, with the notes that cover it."""
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for number, note in enumerate(notes):
        start, end = max(0, note.start), min(note.end, len(text))
        if start < end:
            opening.setdefault(start, []).append(number)
            closing.setdefault(end, []).append(number)
    active: dict[int, Note] = {}
    for start, end in pairwise(sorted(edges | opening.keys() | closing.keys())):
        for number in closing.get(start, ()):
            del active[number]
        new = {number: notes[number] for number in opening.get(start, ())}
        active |= new
        yield Fragment(
            text[start:end],
            start,
            end,
            picks=tuple(sorted({note.pick for note in active.values() if note.pick})),
            side=any(note.side for note in active.values()),
            anchor=any(note.pick or note.side for note in new.values()),
            why=next((note.why for note in active.values() if note.why), None),
        )
