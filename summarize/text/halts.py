"""Halts: ends of sentences that the library passes, since what stands there could go on.

A number with decimals, an hour, an address, typed quotation marks and brackets hide the stop
behind them, and the dots of a text that was cut off the stop before; a name in small letters hides
the beginning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.text.patterns import pattern
from summarize.text.predicates import has_verb
from summarize.text.stops import shortens

if TYPE_CHECKING:
    from collections.abc import Iterator

# Words that begin a sentence and are never part of a name.
STARTERS = (
    r"(?:He|She|They|It|The|This|That|These|Those|We|You|There|His|Her|Its|Their|But|And|However"
    r"|When|While|If|As|After|Before|Some|Many|Most|Both|Analysts|Officials)\b"
)
# Lower case, but a beginning: iPhone, eBay, mRNA, wikiHow.
BRAND = "[a-z]{1,4}[A-Z]"

_OPENS = '[“"‘(]?[A-Z]'
# One mark before all else, which is looked for far quicker.
_HALT = pattern(
    r"[.!?'](?:"
    rf"(?<=\d\.)\d{{1,6}}\.[”\"’)]?\s+(?={_OPENS}[a-z])"  # fell to 682.60. Every
    rf"|(?<=[a-z\d]{{3}}\.)[a-z]{{2,4}}(?:\.[a-z]{{2,4}})?\.\s+(?={_OPENS})"  # voters.co.nz. Names
    rf"|(?<=[.!?])''\s+(?={_OPENS})|(?<=')'\.\s+(?={_OPENS})"  # ''so.'' That
    rf"|(?<=[a-z]{{3}}[.!?])\)\s+(?={STARTERS}\s)"  # (as he said.) The
    rf"|(?<=[a-z]{{2}}[.!?])[”\"’)]?\s+(?=(?:{BRAND}[a-z]|al-[A-Z]))"  # rose. iPhone sales
    r")"
)
_FIRST = pattern(r"\s*+\S++\s")  # a number there is that of a section: 2.1. Methods
_HOUR = pattern(
    r"(?<![A-Za-z])[ap]\.m\.\s+(?=[A-Z][a-z’'-]+ (?:(?:was|were|is|are|has|have|had|will|would|can"
    r"|could|may|might|must|do|did|said|found)\b|(?!need|speed)[a-z]{2,}ed\b))"
)
_STOP = pattern(r"[.!?][”\"’)]*\s+(?=[A-Z“\"])")
# Where a text was cut off: "on Friday. [...]", and four dots in a row.
_DOTS = r"(?:\.\.\.|…|\[(?:\.\.\.|…)\]|\((?:\.\.\.|…)\))"
_CUT_OFF = pattern(rf"[.!?][”\"’)]?(?=\s?{_DOTS}\s*\Z)")
_ONLY_DOTS = pattern(rf"{_DOTS}\s*")
# What is no abbreviation, as "Gov." and "Roe v." are.
_LAST_WORD = pattern(r"(\b[a-z]{3,}|\b[A-Z][a-z]{5,}|[a-z][’'][a-z]+|\d|[!?])[%”\"’)]*\.?[”\"’)]*$")
_CUTS = ("...", "…", "]", ")")
_LEAST = 2  # words that are no clause yet: "At 7 p.m."
_NEAR = 200  # characters before an hour, in which its sentence begins


def halts(piece: str) -> Iterator[int]:
    """Give where sentences begin behind such ends; some may be given by the library too."""
    first = _FIRST.match(piece)
    for found in _HALT.finditer(piece, first.end() if first else len(piece)):
        yield found.end()
    for found in _CUT_OFF.finditer(piece) if piece.endswith(_CUTS) else ():
        yield found.end()
    for found in _HOUR.finditer(piece) if ".m. " in piece else ():
        before = piece[max(0, found.start() - _NEAR) : found.start()]
        # "At 7 p.m. Obama will speak" and "the 5 p.m. Mass was held" have no verb before.
        clause = _STOP.split(before)[-1]
        if len(clause.split()) > _LEAST and has_verb(clause):
            yield found.end()


def cut_amid(before: str, after: str) -> bool:
    """Tell whether all that follows is the mark of a cut, and what it cut off is no sentence."""
    if not _ONLY_DOTS.fullmatch(after):
        return False
    word = _LAST_WORD.search(before)
    return word is None or shortens(word[1])
