"""According: the source behind "according to", "as reported by", "per" or "was accused by".

English only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.text.attribution.leading import is_verb
from summarize.text.attribution.marks import to_mark
from summarize.text.attribution.nouns import OWNING, is_time
from summarize.text.attribution.roles import is_role
from summarize.text.attribution.subjects import LONGEST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.text.attribution.clues import Token
    from summarize.text.attribution.extent import Range

_FAR = 30  # tokens in which "was accused by" stands
# Done by saying it: what is seen or dismissed as something, words that are denied, no goals,
_SEEN = frozenset("seen viewed regarded considered identified hailed dismissed branded".split())
_MET = frozenset("denied welcomed".split())
DONE = (_SEEN | _MET) | frozenset(
    """accused criticized criticised condemned denounced described praised blamed ridiculed mocked
    slammed blasted disputed echoed quoted told estimated urged advised reported announced
    confirmed""".split()
)
_AMID = ("adv", "-ly")
_WORDS = frozenset("move deal news vote law bill".split())
_SOMEBODY = frozenset("det his him Name CAPS title person".split())
_MANY = ("person", "body", "-ers", "-ists")
_CLAUSES = frozenset("who which that because when after before ;".split())
_CUTS = _CLAUSES | {"more", "but", "twice"}
_ENDS = frozenset("prep to as that be have modal".split())
_PER = frozenset("the multiple several police sources reports".split())
_BY = frozenset("reported stated confirmed announced revealed".split())


def according(tokens: Sequence[Token], kinds: Sequence[str]) -> Range | None:
    """Return X of "According to X," at the start and ", according to X" behind, and their kin.

    None where somebody else speaks behind it.
    """
    if found := _done_by(tokens, kinds):
        return found
    for at in range(len(tokens) - 2):
        begin = _leads_to(tokens, kinds, at)
        if begin and not tokens[at].quoted:
            end = to_mark(tokens, begin)
            last = end + 1 >= len(tokens) and at > 1
            sized = begin < end <= begin + LONGEST and (kinds[begin] != "his" or last)
            if not sized or not (at <= 1 or _is_all(tokens, kinds, at, end)):
                return None
            return begin, _with_name(tokens, kinds, end)
    return None


def _done_by(tokens: Sequence[Token], kinds: Sequence[str]) -> Range | None:
    """Return X of "was accused by X of", where nobody speaks before."""
    for at in range(2, min(len(tokens) - 2, _FAR)):
        word = tokens[at].text
        if word in DONE and tokens[at + 1].text == "by":
            begin, end = at + 2, _until(tokens, kinds, at + 2)
            seen = word not in _SEEN or "as" in (token.text for token in tokens[end:])
            sized = begin < end <= begin + LONGEST
            somebody = sized and _is_somebody(tokens, kinds, begin, end)
            if not (seen and somebody and _is_passive(tokens, kinds, at)):
                return None
            return begin, _with_name(tokens, kinds, end)
        if tokens[at].quoted or word in _CLAUSES or kinds[at] == "say":
            return None
    return None


def _is_somebody(tokens: Sequence[Token], kinds: Sequence[str], begin: int, end: int) -> bool:
    """Tell whether a range of tokens may speak: "police", "her boss", "rights groups", no phone."""
    known = {*kinds[begin].split("+")} & _SOMEBODY or kinds[begin][-1] == "^"
    many = any(kind in _MANY for kind in kinds[begin:end]) or tokens[end - 1].text.endswith("s")
    bare = kinds[begin] in ("his", "him") and end == begin + 1
    return (bool(known) and not bare) or many


def _is_passive(tokens: Sequence[Token], kinds: Sequence[str], at: int) -> bool:
    """Tell whether what a participle tells is done to what fits: to claims, where it is denied."""
    helper = next(n for n in range(at - 1, -1, -1) if n == 0 or kinds[n] not in _AMID)
    while helper > 1 and kinds[helper - 1] in ("have", *_AMID):
        helper -= 1  # has been denied
    if not any(kind == "be" for kind in kinds[helper:at]):
        return False
    met = {*kinds[helper - 1].split("+")} if helper else set()
    words = met & {"saying", "paper"} or tokens[helper - 1].text in _WORDS
    return tokens[at].text not in _MET or bool(words)


def _until(tokens: Sequence[Token], kinds: Sequence[str], begin: int) -> int:
    """Return the end of a source behind "by": before what he says of whom, or when."""
    for at in range(begin, to_mark(tokens, begin)):
        if tokens[at].text == "of":
            ends = tokens[at + 1].text.endswith("ing")
        else:
            ends = kinds[at] in _ENDS and tokens[at].text not in OWNING
        ends = ends or is_time(tokens[at])
        if ends or tokens[at].quoted or tokens[at].text in _CUTS:
            return at
    return to_mark(tokens, begin)


def _is_all(tokens: Sequence[Token], kinds: Sequence[str], at: int, end: int) -> bool:
    """Tell whether what is behind "according to X" is nobody else’s: "..., though it may rain"."""
    if end + 1 >= len(tokens):
        return True
    per = tokens[at].text == "per" and tokens[at + 1].text.islower()
    if per or tokens[at - 1].text != "," or tokens[end].text != ",":
        return False
    return not any(
        tokens[n].quoted or ("say" in kinds[n].split("+") and is_verb(tokens[n].text, kinds[n]))
        for n in range(end + 1, len(tokens))
    )


def _with_name(tokens: Sequence[Token], kinds: Sequence[str], end: int) -> int:
    """Return the end of a source with the name behind its role: "the minister, Ines Marten,"."""
    at = end + 1
    while at < len(tokens) and kinds[at] in ("Name", "CAPS", "title"):
        at += 1
    ends = at < len(tokens) and (tokens[at].text == "," or kinds[end + 1] == "title")
    named = end + 1 < at and ends and tokens[end].text == ","
    return at if named and is_role(tokens[end - 1].text) else end


def _leads_to(tokens: Sequence[Token], kinds: Sequence[str], at: int) -> int:
    """Return where a source begins behind "according to", "as reported by" or ", per"; else 0."""
    if kinds[at] == "according" and tokens[at + 1].text.lower() == "to":
        return at + 2
    if at and tokens[at - 1].text != ",":
        return 0
    words = [token.text.lower() for token in tokens[at : at + 3]]
    if words[:2] == ["as", "first"]:
        at, words = at + 1, [words[0], *words[2:], "by"]
    if words[0] == "as" and words[1] in _BY and words[2] == "by":
        return at + 3
    named = at and words[0] == "per" and (tokens[at + 1].text[0].isupper() or words[1] in _PER)
    return at + 1 if named else 0
