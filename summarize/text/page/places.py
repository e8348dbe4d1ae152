"""Places before a story whose shape alone does not tell them: with a day, a state, bars between.

"Geneva, 6 February 2024 – Relief", "LONDON | Tuesday 5 March 2024 — The", "Dekalb, Ill. — Mike",
"03/04/2024 - BERLIN - The", "Halden: The": only before an article's first paragraph, since what is
told of a day or of a place further down may begin so.
"""

from __future__ import annotations

from summarize.text.calendar import MONTH, WEEKDAYS
from summarize.text.patterns import pattern
from summarize.text.states import SHORT_STATES

_LOOK = 160  # characters: no such beginning is longer
_WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)}|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?"
_DAY = (  # a month and its day, in either order
    rf"(?:{MONTH}\s\d\d?(?:st|nd|rd|th)?|\d\d?(?:st|nd|rd|th)?\s{MONTH})(?:,?\s(?:19|20)\d\d)?"
)
_NUMBERS = r"(?:\d\d?/\d\d?/|\d\d?-\d\d?-|\d\d?\.\d\d?\.)(?:19|20)\d\d"
_CLOCK = (
    r"\d\d?[:.]\d\d(?:\s?[ap]\.?m\.?)?"
    r"(?:\s(?:GMT|UTC|BST|CES?T|E[SD]?T|P[SD]?T|C[SD]T|IST|AE[SD]T)(?:[+-]\d\d?)?)?"
)
# Names in capitals that are no places: what they say or do follows a dash or a colon too.
BODIES = (
    r"(?!(?:NATO|OPEC|NASA|UNICEF|UNESCO|UNHCR|USAID|INTERPOL|EUROPOL|FRONTEX|FIFA|UEFA|IKEA|HAMAS"
    r"|ISIS|COVID|BREXIT|MAGA|GAVI|OSHA|FEMA|ASEAN|BRICS|UNRWA|AIPAC|NAFTA|SAMSUNG|TOYOTA|NVIDIA"
    r"|BOEING|TIKTOK|TESLA|SPACEX|OPENAI|GREENPEACE|AMNESTY)\b)"
)
# What begins a sentence, and is no place: "On Tuesday, March 4 — the day of the vote".
_NO_PLACE = (
    rf"(?!(?:{'|'.join(WEEKDAYS)}|{MONTH}|On|In|At|By|From|Since|Until|Before|After|The|An?|Last|Next"
    r"|This|That|It|He|She|They|We|I|And|But|When|Updated?|Published|Posted|Dated?|Dear"
    r"|Episode|Day|Week|Part|Chapter|Question|Answer|Photo|Image|Version)\b)"
)
_WORD = r"[A-ZÀ-Þ][\w.'’À-ÿ-]*"
_TOWN = rf"{_NO_PLACE}{_WORD}(?:[\s/](?:(?:de|la|el|al|of|du|sur|upon)\s)?{_WORD}){{0,3}}"
_DASH = r"(?:--+|[–—―]|-(?=\s))"
_BEGINS = r"(?=[“\"‘'(]?[A-Z\dÀ-Þ])"
# As agencies shorten them, and as letters do.
_STATE = (
    rf"(?:{SHORT_STATES}|N\.\s?H|N\.\s?J|N\.\s?M|N\.\s?Y|N\.\s?C|N\.\s?D|R\.\s?I|S\.\s?C|S\.\s?D"
    r"|W\.\s?Va|D\.\s?C|B\.\s?C|Ont|Que|Alta|Sask)\."
    r"|A[BKLRZ]|BC|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ABDEINOST]|N[BCDEHJMSVY]|O[HKNR]|PA|QC"
    r"|RI|S[CDK]|T[NX]|UT|V[AT]|W[AIVY]"
)
# What is set between two dashes is said of the name before the first.
_NOT_ASIDE = (
    rf"(?!\s*[^.—–]{{3,60}}\s?{_DASH}\s(?:has|have|had|is|was|are|were|will|would|said|says"
    r"|[a-z]+ed)\b)"
)
_PLACES = pattern(
    rf"{_TOWN}(?:,\s{_TOWN}){{0,2}},?\s(?:{_WEEKDAY},?\s)?(?:{_DAY}|{_NUMBERS})(?:,?\s{_CLOCK})?"
    rf"\s*[,:]?\s*{_DASH}\s*{_BEGINS}{_NOT_ASIDE}"
    rf"|{_TOWN},\s(?:{_STATE})\s*{_DASH}\s+{_BEGINS}{_NOT_ASIDE}"
    rf"|{_TOWN}(?:,\s{_TOWN})?(?:\s?\|\s?(?:[A-Z][\w.-]*[A-Z]|Reuters|Bloomberg|Xinhua|\d+ words"
    rf"|(?:{_WEEKDAY},?\s)?(?:{_DAY}|{_NUMBERS})(?:,?\s(?:-\s)?{_CLOCK})?|{_CLOCK})){{1,4}}"
    rf"\s*(?:{_DASH}|\|)\s+{_BEGINS}"
)
# The day in numbers, behind which a place may stand.
_DATE = pattern(rf"{_NUMBERS}(?:,?\s{_CLOCK})?\s*[-–—|]+\s+{_BEGINS}")
# "Washington — The Senate", "Halden, Norway – The Senate": before other paragraphs than the first,
# whom they are about.
_NAMED = pattern(
    rf"{BODIES}{_WORD}(?:(?:,?\s{_WORD}){{0,3}}\s?—|(?:\s{_WORD}){{0,2}},\s{_WORD}(?:\s{_WORD})?\s[–-])"
    rf"{_NOT_ASIDE}\s+(?=(?:The|An?|In|On|At|As|After|For|When|More|Two|Three|Police|President"
    r"|Authorities|Officials|Prosecutors|Lawmakers)\s)"
)
# "Halden: The harbour froze": as papers of South Asia date their stories; in the first paragraph.
_FIRST_TOWN = pattern(
    r"(?!(?:Analysis|Opinion|Watch|Updated?|Exclusive|Breaking|Live|Report|Review|Videos?|Photos?"
    r"|Images?|Pictures?|Reports|Explainer|Editorial|Comment|Note|Correction|Clarification|Warning|Summary"
    r"|Abstract|Background|Read|Listen|Sources?|Credits?|Question|Answer|Title|Subject|Dear|Editor"
    r"|Related|Context|Details|Fact|Facts|Poll|Quiz|Podcast|Interview|Trending|Alert|Objective"
    r"|Conclusions?|Results?|Methods?|Victims?|Key|Top|Mayor"
    r"|Minister|President|Police|Court|Judge|Senator|Governor|Officials?|Experts?|Scientists?|Study"
    r"|Survey|Coach|Union|Army|Government|Ministry|Opposition|Pope|King|Queen|Doctors?|Lawyers?"
    r"|Prosecutors?|Witness|Witnesses)\b)"
    r"[A-ZÀ-Þ][a-zà-ÿ’'-]+(?:[\s/][A-ZÀ-Þ][a-zà-ÿ’'-]+){0,2}:\s+"
    r"(?=(?!I\b|We\b|My\b|Our\b|You\b|Your\b|Why\b|How\b|What\b|The [A-Z])[A-Z\d][\w,.’'-]* )"
)
_LEAST = 70  # characters of a paragraph that is no headline
_MARKS = ("—", "–", " -", "―", "|")


def place_end(head: str, start: int = 0) -> int:
    """Return where a place ends that a first paragraph has before its story, `start` if none.

    With it end its day, the agency between bars, and the dash.
    """
    if not any(mark in head[start : start + _LOOK] for mark in _MARKS):
        return start
    dated = _DATE.match(head, start) if head[start : start + 1].isdigit() else None
    if dated:
        start = dated.end()
    found = _PLACES.match(head, start) or _NAMED.match(head, start)
    return found.end() if found else start


def town_end(block: str, start: int) -> int:
    """Return where the name of a town and its colon end before a paragraph, `start` if none."""
    if len(block) - start < _LEAST or block.rstrip('”"’)')[-1:] not in ".!?":
        return start
    found = _FIRST_TOWN.match(block, start)
    return found.end() if found else start
