"""How a text credits the news agency that it comes from."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from summarize.text.agencies import SPELLINGS, agency
from summarize.text.calendar import MONTH
from summarize.text.narrow import may_have
from summarize.text.page.dates import dated
from summarize.text.page.ends import ends
from summarize.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable

# Short names that are an agency's wherever they stand; others only within a dateline.
_FAMOUS = frozenset(map(agency, ("AP", "AFP", "PTI", "ANI", "UPI", "dpa", "EFE", "AAP")))
_ONE = "|".join(sorted(map(re.escape, SPELLINGS), key=len, reverse=True))
# The patterns with names of agencies are texts, which `re` compiles at the first line that has one:
# each takes milliseconds, and most articles name none.
_ANY = f"{_ONE}|ASSOCIATED PRESS"
# The same by their first letters, for a quick look whether there is any.
_NAMES = "|".join(
    f"{first}(?:{'|'.join(re.escape(name[1:]) for name in names)})"
    for first, names in groupby(sorted([*SPELLINGS, "ASSOCIATED PRESS"]), key=lambda name: name[0])
)
_ENDINGS = (*SPELLINGS, "ASSOCIATED PRESS")
_THE = rf"(?:[Tt]he\s+|THE\s+)?(?P<agency>{_ANY})"

_PHOTO = re.compile(
    r"\b(?:photos?|photograph\w*|images?|pictures?|getty|file|credit|courtesy|caption|handout|pool"
    r"|videos?|graphic|illustration)\b",
    re.IGNORECASE,
)
# Marks enclose the name, and are in none: whether it is an agency's is looked up.
_DATELINE = re.compile(
    r"(?P<place>[^()]{0,70})[(](?P<agency>[^()/,]+)(?:[/,]\s?[^()]{2,20})?[)]"
    r"(?P<dash>\s*\.?\s*[-–—―:])?\s*(?P<next>\S)"
)
_SLASHED = re.compile(r"(?P<place>[^/()]{0,70})/(?P<agency>[^/]+)/(?P<dash>)\W*(?P<next>\w)")
_PLACE = re.compile(r"(?:\[?[^\W\d_a-z]\S*|\d{1,4}[.,]?|of|de|la|and|the|&|[|,–—-])")
_DAY_LAST = pattern(rf"\b(?:{MONTH}\s\d\d?|\d\d?\s{MONTH})(?:,?\s(?:19|20)\d\d)?,?\s*$")
_MOST_PLACE = 71  # characters in front of an agency, with the mark behind them
_ROLE = (
    r"(?:\s+(?:Staff|News|[A-Z][a-z]+))?\s+(?i:staff|writers?|reporters?|correspondents?|editors?"
    r"|journalists?|newsroom|bureau)"
)
_TOWN = r"[^\W\d_a-z][\w’'-]*(?:\s[^\W\d_a-z][\w’'-]*){0,2}"
_ROLE_LAST = pattern(rf"{_ROLE}\.?$")
_BARE = (
    rf"[\s(\[*]*(?:(?i:by|source|agency)\s*:?\s+)?{_THE}(?:{_ROLE})?(?:\s+in\s+{_TOWN})?"
    r"[\s)\].*]*"
)
_AUTHOR = (
    rf"(?P<by>(?i:by)\s+)?(?:[^\W\d_a-z][\w.'’-]*,?\s+|(?:and|de|van|von|bin|al|in)\s+){{2,12}}"
    rf"(?:[|/–—-]\s*|of\s+|for\s+)?{_THE}(?P<role>{_ROLE})?\.?"
)
_SIGNED = (
    rf"(?:^|[.!?\"”’)]\s*)[-–—]{{1,2}}\s*{_THE}\.?\s*$"
    rf"|^[(\[]{_THE.replace('agency', 'alone')}[)\]]\.?$"
)
_CLOSED = rf"[.!?\"”’]\s*\({_THE}\)\.?$"
_DESK = r"(?:^|[.!?\"”’]\s*)(?P<agency>PTI|ANI|IANS|UNI)(?:\s[A-Z]{2,4}){1,5}\.?$"
_COPYRIGHT = (
    rf"(?:©|\([cC]\)|[Cc]opyright|COPYRIGHT)[\s,©:]*(?:\([cC]\)\s*)?(?:(?:19|20)\d\d\S*\s*(?:by\s+)?{_THE}\b"
    rf"|(?:by\s+)?{_THE.replace('agency', 'undated')}\b(?=.*\brights\b))"
)
_REPORTING = pattern(  # at the start of a line, or in brackets
    r"\s*(?:additional )?(?:reporting|writing)(?: and \w+)? by\b.{3,300}"
    r"\b(?:editing|writing)(?: and \w+)? by\b",
    re.IGNORECASE,
)
_STAFF = (
    rf"(?:^[\W_]*|[.!?]\s){_THE}['’s]*{_ROLE}s?\b.*\bcontribut|\b(?:story|article|report)\s(?:was|is)\s"
    rf"(?:first\s|originally\s)?(?:published|provided|produced|distributed)\s(?:by|on)\s"
    rf"{_THE.replace('agency', 'provider')}\b"
)

_FOOT: tuple[
    tuple[str, Callable[[str], bool]], ...
] = (  # with what a line must have for each, since most have none
    (_COPYRIGHT, lambda line: _has(line, "©", "(c)", "(C)", "opyright", "COPYRIGHT")),
    (_STAFF, lambda line: _is_provided(line) or "contribut" in line),
    (_DESK, lambda line: _has(line, "PTI", "ANI", "IANS", "UNI")),
    (_SIGNED, lambda line: _is_last(line) and _has(line, "-", "–", "—", "(", "[")),
)


def credited(text: str) -> str | None:
    """Return the agency that a text credits as where it comes from, by its full name.

    Credits are datelines, credit lines and bylines before the story, signatures, copyright and
    editors' lines after it. An agency that is quoted, or that took a photo, is no credit.
    """
    page = ends(text)
    for line in page.first:
        found = dateline(line)
        if found:
            return found
    for line in page.opening:
        found = credit_line(line)
        if found:
            return found
    for line in reversed(page.foot):
        found = _foot_line(line)
        if found:
            return found
    last = page.last_prose
    named = last and _names_any(last) and not _PHOTO.search(last)
    closed = re.search(_CLOSED, last) if last and named and ")" in last[-2:] else None
    return _name(closed) if closed and _stands_alone(closed["agency"]) else None


def dateline(line: str) -> str | None:
    """Return the agency of a line that begins `PLACE, day (Agency) —`."""
    for enclosed, sign in ((_DATELINE, "("), (_SLASHED, "/")):
        found = enclosed.match(line) if sign in line[:_MOST_PLACE] else None
        if not found or found["agency"] not in SPELLINGS or len(line) < found.end() + 20:
            continue
        place = found["place"].split()
        if not all(_PLACE.fullmatch(word) for word in place):
            continue
        # Without its dash only a place in capitals, with its day, or none, is a dateline's.
        sure = found["dash"] or found["place"].isupper() or not place or enclosed is _SLASHED
        if sure or _DAY_LAST.search(found["place"]):
            return _name(found)
    return None


def credit_line(line: str) -> str | None:
    """Return the agency of a line before the story that says no more than whose the story is."""
    if len(line) > 200 or not _names_any(line) or _PHOTO.search(line):
        return None
    day = dated(line)
    pieces = [
        line,
        *re.split(r"\s*[|•·]\s*|\s+[-–—]\s+|\s{3,}", line),
        *([day.rest] if day else []),
    ]
    for piece in pieces:
        found = re.fullmatch(_BARE, piece)
        if found and _stands_alone(found["agency"]):
            return _name(found)
    signed = _is_last(line) or _ROLE_LAST.search(line)
    author = re.fullmatch(_AUTHOR, line) if signed else None
    # "Jane Roe, AP" is how photos are signed; bylines say "By", a role, or the name in full.
    whole = author and (author["by"] or author["role"] or len(author["agency"]) > 4)
    return _name(author) if author and (whole or line.isupper()) else None


def _foot_line(line: str) -> str | None:
    if _reported(line) or "Thomson Reuters Trust Principles" in line:
        return "Reuters"
    if not _names_any(line):
        return None
    for text, may_be in _FOOT:
        found = re.search(text, line) if may_be(line) else None
        if found and not _PHOTO.search(line[: found.start()]) and _name(found):
            return _name(found)
    by = re.match(r"[-–—(\[]*(?i:by|source:)\s", line)
    return credit_line(line) if by else None


@lru_cache(maxsize=256)  # a line may be a dateline, a credit and a foot
def _names_any(line: str) -> bool:
    """Tell whether a line has an agency's name anywhere."""
    return re.search(_NAMES, line) is not None


def _is_last(line: str) -> bool:
    """Tell whether a line ends with an agency's name and what may stand behind it."""
    return line.rstrip().rstrip(".)]").endswith(_ENDINGS)


def _is_provided(line: str) -> bool:
    """Tell whether a line may say by whom its story was published."""
    by = _has(line, "published", "provided", "produced", "distributed")
    return by and _has(line, "story", "article", "report")


def _has(line: str, *parts: str) -> bool:
    return any(part in line for part in parts)


def _reported(line: str) -> bool:
    """Tell whether a line says who reported and who edited, as Reuters does."""
    if not may_have(line, ("reporting", "writing")):
        return False
    starts = [0, *(bracket + 1 for bracket, sign in enumerate(line) if sign == "(")]
    return any(_REPORTING.match(line, start) for start in starts)


def _name(found: re.Match[str]) -> str:
    groups = found.groupdict()
    spelling = next(x for x in map(groups.get, ("agency", "alone", "undated", "provider")) if x)
    return agency(spelling) or spelling


def _stands_alone(spelling: str) -> bool:
    """Tell whether a name is an agency's even without a dateline around it."""
    return len(spelling) > 3 or agency(spelling) in _FAMOUS
