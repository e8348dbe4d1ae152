"""Days, as publications write them: found in date lines and datelines, never in running text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache

from summarize.text.calendar import MONTH, SHORT_MONTHS
from summarize.text.patterns import pattern

_MONTHS = [name.lower() for name in SHORT_MONTHS]
_YEAR = r"(?:19|20)\d\d"
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
# Digits of a year one behind the other, whatever stands between: a line without them dates nothing.
_DIGITS = re.compile(r"[^12]*+[12][^09]*+[09]\D*+\d\D*+\d")
# The letters looked ahead for are those that names begin with: the names take longer to try.
_PATTERN = pattern(
    r"(?<![\d/.-])(?=\d|[jfmasond][aeupco][nbrylgptvc])"
    rf"(?:(?P<iso>{_YEAR}[-/.][01]?\d[-/.][0-3]?\d)"
    rf"|(?P<numbers>[0-3]?\d([-/.])[0-3]?\d\3{_YEAR})"
    rf"|(?P<words>{MONTH}\s{_DAY},?\s{_YEAR}|{_DAY}(?:\sof)?[\s-]{MONTH},?[\s-]{_YEAR}))"
    r"(?![\d/-])",
    re.IGNORECASE,
)
_ZONES = (
    r"(?:GMT|UTC|BST|CES?T|E[SD]?T|C[SD]T|M[SD]T|P[SD]?T|IST|JST|KST|AE[SD]T|NZ[SD]T|MSK|SGT"
    r"|HKT|local time)\b"
)
_ZONE = rf"\(?\b{_ZONES}\)?(?:\s?[+-]\d\d?(?::?\d\d)?)?"
_CLOCK = pattern(
    r"\b[0-2]?\d(?:[:.][0-5]\d)?\s?[ap]\.?\s?m\b\.?"
    r"|(?:\b|(?<=\d)T)[0-2]?\d[:h][0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z\b|\s?[+-]\d\d:?\d\d)?"
    rf"|\b[0-2]?\d\.[0-5]\d(?=\s?{_ZONE})|\b(?:noon|midnight)\b|{_ZONE}",
    re.IGNORECASE,
)
_TIME = pattern(rf"\s?(?:{_CLOCK.pattern})", re.IGNORECASE)
_MAY_TIME = pattern(  # what a line with a time has
    r"\d(?:[:h]\d|\s?[ap]\.?\s?m)"
    rf"|\b(?=[abceghijklmnpsu][degikmostz])(?:noon\b|midnight\b|{_ZONES})",
    re.IGNORECASE,
)
_WEEKDAY = pattern(
    r"\b(?=[mtwfs][ouehra][nedutri])"
    r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b[.,]?",
    re.IGNORECASE,
)
# What stands before a date, best first: when it was published, a date alone, when it was changed.
_PUBLISHED = (
    r"(?:first |originally )?(?:published|posted|created|issued|released|submitted|filed|uploaded)"
    r"|pub(?:lish(?:ed)?|lication)? ?date|date published"
)
_CHANGED = r"(?:last )?(?:updated?|modified|edited|changed|revised)(?: date)?"
_LABEL = pattern(
    rf"(?:this (?:article|story|post|piece|report) (?:was|has been) )?"
    rf"(?:(?P<published>{_PUBLISHED})|(?P<changed>{_CHANGED})|date(?:line)?)\b"
    r"(?:\s|:|-|,|\bon\b|\bat\b|\bin\b)*",
    re.IGNORECASE,
)
_PIECES = pattern(
    r"\s*[|•·‧∙]\s*|\s+[-–—/]\s+|\t+|\s{3,}|\s*[-–—,;]?\s+(?=(?:(?:[Ll]ast )?(?:Updated|Modified)"
    r"|Published|Posted)\b[:\s])"
)
# The day in an address of a page: "/2023/07/27/", "/2023/jul/27/", "-2023-07-27".
_ADDRESS = pattern(
    rf"/(?P<year>{_YEAR})/(?P<month>[01]?\d|[a-z]{{3}})/(?P<day>[0-3]?\d)(?=[/?#-]|$)"
    rf"|[/-](?P<iso>{_YEAR}-[01]\d-[0-3]\d)(?=[/?#._-]|$)",
    re.IGNORECASE,
)
# What programs write: day and time in a row, and the seconds since 1970, from 2001 to 2128.
_PACKED = re.compile(rf"({_YEAR})([01]\d)([0-3]\d)(?:T?\d\d(?:\d\d){{0,2}}Z?)?")
_COUNTED = re.compile(r"([1-4]\d{9})(?:\d{3})?(?:\.\d{1,9})?", re.ASCII)
_GLUE = " \t\xa0,;:-–—()[]|•·"
_CAPITALISED = pattern(r"(?:[Bb]y\s+|BY\s+)?(?:[^\W\d_a-z]\S*(?:\s+|$)){0,5}")
_RUNNING = pattern(
    r"\b(?:[oi]n|at|of|since|until|till|from|after|before|as|to|the)$", re.IGNORECASE
)
_STAMP = pattern(
    rf"\s{MONTH} \d\d?, {_YEAR},? (?:at )?\d\d?:\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{{2,4}})?$",
    re.IGNORECASE,
)
_DATELINE = pattern(r"[^\W\d_a-z][^().]{0,50},\s*$")
_AFTER_DATELINE = pattern(r"\s*(?:\([^()]{2,30}\)|/[^/]{2,20}/)?\s*[-–—:]")


@dataclass(frozen=True, slots=True)
class Dated:
    """A line that dates its text: the day, how good a sign it is (0 is best), what else it says.

    Signs: 0 "published", 1 a date without a label, 2 "updated".
    """

    day: str
    sign: int
    rest: str
    labelled: bool


@lru_cache(maxsize=256)  # a line is asked for as a title, a byline, a masthead and a foot
def dated(line: str) -> Dated | None:
    """Return the day a date line or a dateline gives; None for all other lines.

    A sentence that mentions a day is no date line.
    """
    if not _DIGITS.match(line):
        return None
    dateline = _dateline(line)
    if dateline:
        return dateline
    best: Dated | None = None
    others: list[str] = []
    timeless = _TIME.sub("", line) if _MAY_TIME.search(line) else line
    if not _PATTERN.search(_WEEKDAY.sub(" ", timeless)):
        return None
    for piece in _PIECES.split(timeless):
        found = _piece(piece)
        if found is None:
            others.append(piece.strip(_GLUE))
        elif best is None or found.sign < best.sign:
            best = found
    if best is None:
        return None
    words = sum(len(other.split()) for other in others)
    # A long line is a list of headlines with their dates, or a sentence with a dash in it.
    if words > 12 and not best.labelled:
        return None
    return best


def stamped(line: str) -> Dated | None:
    """Return the day of a line that ends with a day and its time, with the words before; or None.

    A title so stamped is one; what ends with a day alone may tell of it.
    """
    found = _STAMP.search(line) if _DIGITS.match(line) else None
    value = day(found.group()) if found else None
    return (
        Dated(value, 1, line[: found.start()].rstrip(), labelled=False) if found and value else None
    )


def is_date(line: str) -> bool:
    """Tell whether a line holds a date, a time, a weekday or labels for them, and nothing else."""
    rest = _CLOCK.sub(" ", _WEEKDAY.sub(" ", _PATTERN.sub(" ", _LABEL.sub(" ", line))))
    bare = re.sub(rf"\b{_DAY}\b|\b{MONTH}(?=\W|$)", " ", rest, flags=re.IGNORECASE)
    return bool(line.strip()) and not bare.strip(_GLUE + ".,/")


def day(text: str) -> str | None:
    """Return the first day named in a text, as ISO 8601; None if it names none in full."""
    found = _PATTERN.search(text)
    if found:
        return _iso(found)
    compact = re.match(rf"({_YEAR})([01]\d)([0-3]\d)(?:\D|$)", text.strip())
    return _valid(*map(int, compact.groups())) if compact else None


def given_day(text: str) -> str | None:
    """Return the day that a value given as a date names, also as a program counts or packs it.

    20240305081500 is one, and so are the seconds or milliseconds since 1970, in Greenwich.
    """
    value = text.strip()
    packed = _PACKED.fullmatch(value)
    found = _valid(*map(int, packed.groups())) if packed else day(value)
    if found is None and (counted := _COUNTED.fullmatch(value)):
        return datetime.fromtimestamp(int(counted[1]), UTC).date().isoformat()
    return found


def of_address(url: str) -> str | None:
    """Return the day that the address of a page names, as ISO 8601; None if it names none."""
    found = _ADDRESS.search(url)
    if not found:
        return None
    if found["iso"]:
        return _valid(*map(int, found["iso"].split("-")))
    month = found["month"].lower()
    number = (
        int(month) if month.isdigit() else 1 + (_MONTHS.index(month) if month in _MONTHS else -1)
    )
    return _valid(int(found["year"]), number, int(found["day"]))


def _piece(piece: str) -> Dated | None:
    """Read one of the pieces that bars, bullets and dashes divide a date line into."""
    plain = _WEEKDAY.sub(" ", piece)
    found = _PATTERN.search(plain)
    value = _iso(found) if found else None
    if found is None or value is None:
        return None
    before, after = plain[: found.start()].strip(), plain[found.end() :].strip()
    label = _LABEL.match(before)
    if label:
        before = before[label.end() :].strip()
        after = after.strip(_GLUE + ".")
    sign = 1 if not label else 0 if label["published"] else 2 if label["changed"] else 1
    rest = " ".join(x for x in (before.strip(_GLUE), after.strip(_GLUE)) if x)
    result = Dated(value, sign, rest, label is not None)
    at_start = not before and (label or found["iso"])
    if at_start and after[:1] not in (".", "?", "!"):  # whatever follows: a section, the title
        return result
    fits_before = before[-1:] in (*",|:-–—", "") or _CAPITALISED.fullmatch(before)
    if _RUNNING.search(before.strip(_GLUE)):
        return None
    fits_after = _CAPITALISED.fullmatch(re.sub(r"\bat$", "", after.strip(_GLUE)))
    short = len(rest.split()) <= (8 if label else 5)
    return result if fits_before and fits_after and short else None


def _dateline(line: str) -> Dated | None:
    """Read `SEOUL, July 27, 2023 (Agency) —`, where the dateline of a report names the year."""
    found = _PATTERN.search(line[:100])
    if not found or not _DATELINE.match(line[: found.start()]):
        return None
    after = line[found.end() :]
    value = _iso(found) if _AFTER_DATELINE.match(after) and len(after) > 60 else None
    return Dated(value, 1, "", labelled=False) if value else None


def _iso(found: re.Match[str]) -> str | None:
    if found["iso"]:
        return _valid(*map(int, re.split(r"\D", found["iso"])))
    if found["numbers"]:
        first, second, year = map(int, re.split(r"\D", found["numbers"]))
        # Slashes are America's way first; dashes and dots are Europe's and India's.
        by_month = "/" in found["numbers"]
        if second > 12 or (by_month and first <= 12):
            return _valid(year, first, second)
        return _valid(year, second, first)
    # Not by dateutil, which reads them alike, but takes 7 ms to import for a pattern's own words.
    of_month, year = map(int, re.findall(r"\d+", found["words"]))
    month = re.search("|".join(_MONTHS), found["words"].lower())
    return _valid(year, _MONTHS.index(month[0]) + 1, of_month) if month else None


def _valid(year: int, month: int, of_month: int) -> str | None:
    try:
        return date(year, month, of_month).isoformat()
    except ValueError:
        return None
