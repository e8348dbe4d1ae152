"""The words of a source, cut fit to print: no loose marks, no clause of its own, names whole.

English only. Whatever is returned is a place in the text given, never words of our own.
"""

from __future__ import annotations

import re

from summarize.text.attribution.claimants import NAME, Place, is_pronoun

_EDGE = " \t\n\r\u00a0,;:.!?–—-…\"“”‘’'«»([{)]}*|/@#<>"
_DOTTED = re.compile(r"(?:\b(?:[^\W\d_]\.)+|\b(?:Jr|Sr|Inc|Corp|Co|Ltd|Bros|No)\.)$")
_FRONT = re.compile(
    r"(?:by|to|and|but|or|yet|though|although|maybe|perhaps|meanwhile|that|as|for|from|in|of|at|on|with|according|when|while|if|because|than"
    r"|unlike|like|despite|after|before|until|since|during|under"
    r"|says?|said|is|was|are|were)\s+",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"(?:[\s,]+(?:and|or|of|the|a|an|in|with|to|for|at|on|by|from|that|who|which|as|is|was|has|had"
    r"|also|said|says)|\s*\([^()\s]+:[^()\s]+\))$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r",?\s(?:who|whom|whose|which|where|when|while|after|before|because|speaking|asked|citing|told"
    r"|said|says)\s"
    r"|\s(?:in|during|at|via)\s(?:an?|his|her|their|its)\s(?:[\w’'-]+\s){0,3}(?:statement|interview"
    r"|conference|briefing|speech|testimony|tweet|post|e-?mail|letter|message)\b"
)
_OWNING = re.compile(r"[’']s?$")
# A name that ends like an owner, for nothing of his follows: "Christie’s said".
_ENDS = re.compile(
    r"[’']s(?=,|\.?$| (?:said|says|told|announced|reported|has|had|have|will|would|did|also)\b)"
)
_DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s(?=\S)")  # no part of a name
_DAYS = re.compile(r"\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
_MAY = re.compile(r" May(?=,? [a-z])")  # Theresa May, which is no modal
_LONGEST = 24  # words of a source that are printed


def tidied(text: str, start: int, end: int) -> Place | None:
    """Return the words of a source without loose marks, clauses and little words at its edges."""
    clause = _CLAUSE.search(text, start + 1)
    if clause and clause.start() < end:
        end = clause.start()
    kept = _named_so(text, start, end)
    end = max(end, kept)
    before = None
    while before != (start, end) and start < end:
        before = (start, end)
        while start < end and text[start] in _EDGE:
            start += 1
        while start < end and text[end - 1] in _EDGE and not _whole(text, start, end):
            end -= 1
        if front := _FRONT.match(text, start, end):
            start = front.end()
        if back := _BACK.search(text, max(start, end - 24), end):
            end = back.start()
        if end != kept and (owning := _OWNING.search(text, max(start, end - 2), end)):
            end = owning.start()
        start, end = _balanced(text, start, end)
    words = text[start:end].split()
    if len(words) > _LONGEST:
        cut = text.find(",", start, end)
        return (start, cut) if cut > start + 2 else None
    return (start, end) if any(char.isalnum() for char in text[start:end]) else None


def _named_so(text: str, start: int, end: int) -> int:
    """Return where a name ends that ends like an owner, as Christie’s does; 0 if none does."""
    found = _ENDS.match(text, end) or _ENDS.match(text, max(start, end - 2))
    name = text[start : found.start()].split()[-1:] if found else []
    named = name and name[0][0].isupper() and not is_pronoun(name[0])
    return found.end() if found and named else 0


def _whole(text: str, start: int, end: int) -> bool:
    """Tell whether the last mark belongs: a closed bracket, or the dot of an abbreviation."""
    last = text[end - 1]
    if last == ")":
        return text.count("(", start, end) == text.count(")", start, end)
    return last == "." and bool(_DOTTED.search(text, max(start, end - 12), end))


def _balanced(text: str, start: int, end: int) -> Place:
    """Return the place cut, or closed, where it opens a bracket or a quotation and leaves it."""
    for opening, closing in (("(", ")"), ("“", "”"), ("[", "]")):
        if text.count(opening, start, end) > text.count(closing, start, end):
            at = text.rfind(opening, start, end)
            closed = text.find(closing, end, end + 30)
            end = closed + 1 if closed >= 0 else at
        elif text.count(closing, start, end) > text.count(opening, start, end):
            end = text.find(closing, start, end)
    if text.count('"', start, end) % 2:
        end = text.rfind('"', start, end)
    return start, max(start, end)


def widened(text: str, start: int, end: int) -> Place:
    """Return the place with the rest of the name that it holds a part of: "Joe" to "Joe Roe"."""
    if (may := _MAY.match(text, end)) and text[start:end].split()[-1:][0][:1].isupper():
        end = may.end()
    for match in NAME.finditer(text, max(0, start - 80), min(len(text), end + 80)):
        touches = match.start() < end and start < match.end()
        split = match.start() < start and text[start : start + 1].islower()
        if touches and not split and not _begins(text, match.start()):
            day, last = _DAY.match(match.group()), _DAYS.search(match.group())
            first = match.start() + (day.end() if day else 0)
            behind = match.start() + last.start() if last else match.end()
            return min(start, first), max(end, behind)
    return start, end


def _begins(text: str, at: int) -> bool:
    return at == 0 or text[max(0, at - 2) : at].strip() in (".", "!", "?", "“", '"', "")
