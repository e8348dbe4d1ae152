"""Cut off: the end of a text that goes on elsewhere, after a whole sentence or amid one.

"A shutdown...." and "on Friday. […]" are whole sentences, and what is left out; "then-Gov...." is
none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.text.patterns import pattern
from summarize.text.stops import shortens

if TYPE_CHECKING:
    from collections.abc import Iterator

_DOTS = r"(?:\.\.\.|…|\[(?:\.\.\.|…)\]|\((?:\.\.\.|…)\))"
_CUT_OFF = pattern(rf"[.!?][”\"’)]?(?=\s?{_DOTS}\s*\Z)")
_ONLY_DOTS = pattern(rf"{_DOTS}\s*")
_MAY_CUT = ("...", "…", "]", ")")
# What is no abbreviation, as "Gov." and "Roe v." are.
_WORD = r"\b[a-z]{3,}|\b[A-Z][a-z]{5,}|[a-z][’'][a-z]+|\d|[!?]"
_LAST_WORD = pattern(rf"({_WORD})[%”\"’)]*\.?[”\"’)]*$")


def cut_starts(piece: str) -> Iterator[int]:
    """Give where the mark of a cut begins behind what may be a whole sentence."""
    if piece.endswith(_MAY_CUT):
        for found in _CUT_OFF.finditer(piece):
            yield found.end()


def cut_amid(before: str, after: str) -> bool:
    """Tell whether all that follows is the mark of a cut, and what it cut off is no sentence."""
    if not _ONLY_DOTS.fullmatch(after):
        return False
    word = _LAST_WORD.search(before)
    return word is None or shortens(word[1])
