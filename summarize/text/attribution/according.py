"""According: the source behind "according to", "as reported by", "per" or "was accused by".

English only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.text.attribution.leading import is_verb
from summarize.text.attribution.marks import to_mark
from summarize.text.attribution.nouns import OWNING
from summarize.text.attribution.roles import is_role
from summarize.text.attribution.subjects import LONGEST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.text.attribution.clues import Token
    from summarize.text.attribution.extent import Range

_FAR = 30  # tokens in which "was accused by" stands
_SEEN = frozenset("seen viewed regarded considered identified".split())  # as something
_DONE = _SEEN | frozenset(
    """accused criticized criticised condemned denounced described praised hailed blamed ridiculed
    mocked slammed blasted dubbed called labelled branded denied confirmed disputed echoed quoted
    warned told estimated urged advised reported announced challenged welcomed""".split()
)
_AMID = ("adv", "-ly")
_NOBODY = ("-ing", "it", "his", "him")
_CLAUSES = frozenset("who which that because when after before more ;".split())
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
        if word in _DONE and tokens[at + 1].text == "by":
            helper = next(n for n in range(at - 1, -1, -1) if n == 0 or kinds[n] not in _AMID)
            begin, end = at + 2, _until(tokens, kinds, at + 2)
            seen = word not in _SEEN or "as" in (token.text for token in tokens[end:])
            somebody = begin < end <= begin + LONGEST and kinds[begin] not in _NOBODY
            return (begin, end) if kinds[helper] == "be" and seen and somebody else None
        if tokens[at].quoted or word in _CLAUSES or kinds[at] == "say":
            return None
    return None


def _until(tokens: Sequence[Token], kinds: Sequence[str], begin: int) -> int:
    """Return the end of a source behind "by": before what he says of whom, or when."""
    for at in range(begin, to_mark(tokens, begin)):
        if tokens[at].text == "of":
            ends = tokens[at + 1].text.endswith("ing")
        else:
            ends = kinds[at] in _ENDS and tokens[at].text not in OWNING
        if ends or tokens[at].quoted or tokens[at].text in _CLAUSES:
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
    named = end + 1 < at < len(tokens) and tokens[at].text == "," and tokens[end].text == ","
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
