"""What is glued to the front, the end or the middle of a paragraph and is not part of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarize.text import patterns
from summarize.text.narrow import has
from summarize.text.page.inside import CREDIT_MARKS, before, inside
from summarize.text.page.places import BODIES, place_end, town_end

if TYPE_CHECKING:
    from collections.abc import Iterator

# Datelines, credits and notices are short; nothing is looked for further from a block's ends.
_REACH = 300

# Agencies and broadcasters whose names stand in parentheses before a story: few of `agencies`, and
# many that are none.
_KNOWN = (
    r"AP|CNN Business|Associated Press|The Associated Press|Reuters|REUTERS|AFP|UPI|PTI|ANI|IANS"
    r"|Xinhua|KCNA|Yonhap|TASS|Interfax|dpa|DPA|EFE|ANSA|Kyodo|Bloomberg|CNN|CNNMoney|BBC|NPR|CBS"
    r"|CBS News|CBS/AP|ABC|NBC|NBC News|ABC News|Fox News|FOX|WKYT|RNS|CNS|JTA|RFE/RL|VOA"
    r"|MarketWatch|CNSNews\.com"
)
_AGENCIES = (  # those known, as far as the rest does not say them already
    r"[A-Z]{2,6}(?:[ /-][A-Z]{2,6}){0,2}|(?:The )?Associated Press|CNN Business|Reuters|REUTERS"
    r"|Xinhua|Yonhap|Interfax|dpa|Kyodo|Bloomberg|CNNMoney|MarketWatch"
    r"|[A-Z][A-Za-z\d]{1,14}(?: News| Times| Post|\.(?i:com|org|net|tv|co\.uk))"
)
_PLACE = r"[A-ZÀ-Þ][\w.'’À-ÿ-]*"
_TOWN = r"[A-ZÀ-Þ]{2}[A-ZÀ-Þ.'’-]*"
_DASH = r"(?:--+|[–—―_]|-(?=\s)|>>)"
_WHEN = (
    r"(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:,?\s+\d{4})?|\d{1,2}\s+[A-Z][a-z]{2,8}\.?(?:,?\s+\d{4})?)"
)
# Of the short names before a colon, which most often are somebody's ("WHO:"), and of those amid a
# story the ones of towns.
_SHORT_TOWNS = (
    r"(?:ACCRA|AMMAN|BAKU|BERN|BOGOTA|BOISE|BRUSSELS|CAIRO|DAKAR|DALLAS|DELHI|DHAKA|DOHA|DUBAI|GAZA"
    r"|HAGUE|HANOI|HAVANA|JUBA|KABUL|KIEV|KYIV|LAGOS|LIMA|LYON|MIAMI|MILAN|MINSK|OMAHA|OSLO"
    r"|PARIS|PATNA|PERTH|PUNE|QUETTA|QUITO|RABAT|RIGA|ROME|SANAA|SEOUL|SOFIA|TAMPA|TOKYO|TUNIS)"
)
# Where an agency's name and its dash are lost: "TOKYO Exhausted engineers attached".
_LARGE_TOWNS = (
    rf"(?:{_SHORT_TOWNS}|BAGHDAD|BEIJING|BEIRUT|BERLIN|GENEVA|JERUSALEM|LONDON|MOSCOW|WASHINGTON)"
)
# What is set between two dashes is said of the name before the first.
_NOT_ASIDE = (
    rf"(?!\s*[^.—–]{{3,60}}\s?{_DASH}\s(?:has|have|had|is|was|are|were|will|would|said|says"
    r"|[a-z]+ed)\b)"
)
# Who does something at the head of a story, behind a place without its dash.
_MANY = (
    r"(?:Officials|Police|Authorities|Thousands|Hundreds|Dozens|Residents|Protesters|Rescuers"
    r"|Firefighters|Scientists|Researchers|Lawmakers|Prosecutors|Investigators)"
)
_CAPITAL = r"(?=\s*(?:[“\"‘'(]?[A-Z\dÀ-Þ]|$))"
# "SEOUL, South Korea (AP) —", "LONDON, July 27 (Reuters) -", "PARIS —", "(CNN)", "Tokyo (CNN) --".
_DATELINE = re.compile(
    rf"(?:(?:{_PLACE}[,/]?\s+){{1,6}}(?:{_WHEN},?\s*)?\((?:{_AGENCIES})\)\s*(?:{_DASH}|:)"
    rf"|(?:{_PLACE}[,/]?\s+){{0,6}}{_WHEN},?\s*\((?:{_KNOWN})\)\s*(?:{_DASH}|:)?{_CAPITAL}"
    rf"|{_TOWN}(?:[\s/]+{_TOWN}){{0,3}}(?:,\s+(?:{_PLACE}\s*){{1,3}})?(?:,\s*{_WHEN})?"
    rf"\s*\((?:{_AGENCIES}|[A-Z][\w&.’' /-]{{1,24}})\)\s*{_DASH}"
    rf"|(?P<place>{BODIES}{_TOWN}(?:[\s/]+{_TOWN}){{0,3}})(?P<more>(?:,\s+(?:{_PLACE}\s*){{1,3}})?"
    rf"(?:,\s*{_WHEN})?)\s*{_DASH}{_CAPITAL}{_NOT_ASIDE}"
    rf"|(?:{_PLACE}\s+){{1,3}}>>"
    rf"|(?:{_TOWN}[,\s]+){{1,3}}(?:{_PLACE}\s*)?\((?:{_AGENCIES})\)|(?:{_PLACE}\s+){{1,4}}\(CNN[\w "
    rf"]*\)|{BODIES}[A-Z]{{5,}}(?:\s[A-Z]{{4,}})?(?=\s(?:The|An?)\s"
    rf"|\s{_MANY}\s[a-z])|{_TOWN}(?:\s{_TOWN}){{0,2}},\s{_PLACE}(?:\s{_PLACE})?(?=\s(?:The|An?|{_MANY})\s[a-z])"
    rf"|(?:{_PLACE}[,/]?\s){{1,3}}\([A-Z][^()]{{2,50}}\s[-–]\s[^()]{{4,25}}(?:19|20)\d\d\s?\)\s*(?:{_DASH}|:)?(?=\s*[A-Z])"
    rf"|{_LARGE_TOWNS}(?=\s[A-Z][a-z]+\s[a-z])"
    rf"|(?P<named>{BODIES}(?:{_SHORT_TOWNS}|[A-ZÀ-Þ'’-]{{6,}}|[A-Z]{{3,}}\s{_TOWN}"
    rf"|{_TOWN}(?:\s{_TOWN}){{0,2}}(?:,\s|/){_TOWN}(?:\s{_TOWN}){{0,2}})):(?=\s){_CAPITAL}"
    rf"|(?:{_PLACE}[,/]?\s+){{0,6}}(?:{_WHEN},?\s*)?/(?:[A-Z][\w.-]*[A-Z][\w.-]*"
    rf"|[A-Z]\w+ Newswire)/"
    rf"\s*{_DASH}"
    rf"|\((?:{_AGENCIES})\)\s*(?:{_DASH}|:|-(?=[A-Z“\"]))?"
    rf"|\([A-Z][\w.&’' ]{{2,24}}\)\s*{_DASH}"
    rf"|\([A-Z]{{4,}}\s?[-–]\s?[A-Z][^()]{{2,40}}\)(?=\s*[A-Z]))\s*(?=[“\"‘'(]?\w|$)"
)
# "… have his blessing. PALM BEACH, Fla. — President": where a summary may end, and a place begin.
_STOPPED = patterns.pattern(r"[.!?][”\"’]?\s+(?=[A-Z]{2}[A-Z]*[ ,/])")
_DASHED = patterns.pattern(rf"{_DASH}\s*$")
_SUMMARY = 500  # characters
_TOWNS = patterns.pattern(_SHORT_TOWNS)
_LONG_NAME = 6  # letters: amid a story, shorter names in capitals are rather somebody's than places
_NAMED = re.compile(rf"\((?:{_KNOWN})\)")
_LONGEST_HEAD = 80  # characters, so that few blocks are looked at
# A mark of a list, and what an item of it is named: "- The mayor's answer: The tax".
_BULLET = re.compile(
    r"[•·▪●◦*►▶‣■◆–—-]\s+(?:[A-Z][\w’'-]*(?: [\w’'-]+){0,2} [a-z][\w’'-]+: "
    r"(?=[A-Z]\w* [\w’'-]+ [\w’'-]+ ))?(?=\w|[“\"‘'(])|[-–](?=[A-Z][a-z]+ [a-z])"
    r"|[\U0001f300-\U0001faff\u2600-\u27bf\u25a0-\u25ff\u2b1b\u2b1c\ufe0f]+\s*(?=\w|[“\"‘'(])"
)
# What a paragraph of a briefing is named: "Why it matters: The court".
_LABEL = patterns.pattern(
    r"(?:Why (?:it|this|that) matters?|Driving the news|The (?:big|bigger) picture|By the numbers"
    r"|Between the lines|What[’']s (?:next|new|happening)|What (?:to watch|they[’']re saying"
    r"|to know|(?:he|she)[’']s saying|we[’']re watching|happened)|Go deeper"
    r"|(?:The )?[Ss]tate of play"
    r"|Zoom (?:in|out)|The (?:bottom line|intrigue|backdrop|latest|backstory|other side|details)"
    r"|Yes,? but|Be smart|Reality check|Worth noting|Of note|Catch up (?:quick|fast)|Flashback"
    r"|Quick take|How it works|Key (?:points|takeaways?)|At a glance|In brief|In short"
    r"|(?:(?:ORIGINALLY|FIRST) )?(?:PUBLISHED|POSTED|UPDATED) [A-Z]+ (?:\d\d?, )?\d{4}"
    r"|Updated? (?:\d{4}-\d\d?-\d\d?|[A-Z][a-z]+ \d\d?(?:, \d{4})?|\d\d? [A-Z][a-z]+(?: \d{4})?)"
    r"|STORY)"
    r"(?:, via [A-Z][^:.]{3,40})?:\s+(?=[“\"‘'(]?[A-Z\d])"
    # Words that also name a row of a table, so only before a sentence.
    r"|(?:Details|(?:The )?[Cc]ontext|Background|Summary):\s+(?=[A-Z][\w’']* [a-z])"
)
# "Date: 2023-07-27 The", "Thursday, July 27, 2023 - The".
_DATE_FIRST = re.compile(
    r"date:?\s+\d{4}-\d\d?-\d\d?(?=\s)"
    r"|(?:[A-Z][a-z]+day,?\s+)?(?:[A-Z][a-z]{2,8}\.?\s\d\d?|\d\d?\s[A-Z][a-z]{2,8}),?\s(?:19|20)\d\d"
    r"(?:,?\s\d\d?[:.]\d\d(?:\s?[APap]\.?[Mm]\.?)?)?\s*[-–—]+\s+(?=[“\"]?[A-Z])"
)
# "Story highlights … (CNN) --": the bullets end where the dateline does.
_HIGHLIGHTS = re.compile(
    r"(?:STORY HIGHLIGHTS|Story [Hh]ighlights|Highlights)\b.{0,1500}?\((?:CNN"
    r"|CNNMoney)\)(?:\s*--+)?\s*",
    re.DOTALL,
)
_SLASHED = (
    rf"(?:[\w.&'’ -]{{2,40}}(?:/| via | for |, )){{0,3}}(?:{_AGENCIES})(?: Photo)?"
    r"(?:\s*[/,]\s*[\w .'’-]{2,40})*"
)
_CREDIT_END = re.compile(
    rf"(?<=[.!?”\"’])\s*[(\[]\s?(?:(?:[Ss]ource|[Ii]mage|[Pp]hoto|[Pp]icture|[Ff]ile|[Cc]redit)s?"
    rf"(?:\s+(?:[Cc]redit|[Ss]ource|[Cc]ourtesy|by|from))?\s*[:/|]?\s*.{{0,80}}"
    rf"|{_SLASHED}"
    rf"|(?:{_PLACE} ){{1,3}}{_PLACE}\s?/\s?(?:The |[Ff]or )?{_PLACE}(?: [\w.&'’-]+){{0,4}}"
    rf"|[^()\[\]]{{2,80}}(?:\.\.\.|…) \((?:{_KNOWN}))\s?[)\]]\.?$"
)
_NOTICE_END = re.compile(
    r"\s*\(?(?:(?:Additional r|R)eporting (?:by|from)|(?:Writing|Editing|Compiled|Edited) "
    r"by)\s+[A-Z][^.]{0,180}?(?:;|\bediting by\b|\bEditing by\b|\)$).{0,160}$"
)
# What is left of a wiki’s mark for a picture: "150px Airbus has won", "thumb|right|200px The jet".
_PICTURE = re.compile(
    r"(?:(?:thumb|frame|left|right|\d{2,4}px)\|){0,4}\d{2,4}px\|?\s+(?=[“\"]?[A-Z])"
)
_FRONT = (
    (_PICTURE, "image markup"),
    (_BULLET, "bullet"),
    (_DATE_FIRST, "date line"),
    (_HIGHLIGHTS, "story highlights"),
    (_DATELINE, "dateline"),
    (_LABEL, "label"),
)
_NOTICE_MARKS = ("eporting by", "eporting from", "Writing by", "Editing by", "iled by", "dited by")
_SITE_MARKS = (".com", ".org", ".net", ".uk", ".info", ".news", ".in", ".ng")
_SITE_END = re.compile(
    r"(?<=[.!?”\"’])\s+(?:www\.)?[a-z\d-]{3,30}\.(?:com|org|net|co\.uk|info|news|in|ng)$"
)


def trims(
    block: str, *, places: bool = True, opening: bool = False
) -> Iterator[tuple[int, int, str]]:
    """Yield what is glued to a block as (start, end, reason), in order, without overlap.

    Without `places` only what names an agency is a dateline; what is one only in an article's
    first paragraph, only if it is `opening`.
    """
    start = 0
    head = block[: _REACH + 1500]
    for cut in _ahead(block, head, places=places, opening=opening):
        yield cut
        start = cut[1]
    if opening and (second := _second_place(head, start)):
        yield from inside(block, start, second[0])
        yield *second, "dateline"
        start = second[1]
    end, why = _content_end(block, start)
    yield from inside(block, start, end)
    if end < len(block):
        yield end, len(block), why


def _ahead(block: str, head: str, *, places: bool, opening: bool) -> Iterator[tuple[int, int, str]]:
    """Yield what is glued to the front of a block, one behind the other."""
    start = 0
    if ahead := before(head, opening=opening):
        yield start, *ahead
        start = ahead[0]
    if opening and (end := place_end(head, start)) > start:
        yield start, end, "dateline"
        start = end
    for pattern, reason in _FRONT:
        if pattern is _LABEL and ":" not in head[start : start + _LONGEST_HEAD]:
            continue
        found = pattern.match(head, start)
        if not found or found.end() == start:
            continue
        if pattern is _DATELINE and not _is_dateline(found, places=places, opening=opening):
            continue
        yield start, found.end(), reason
        start = found.end()
    if opening and (end := town_end(block, start)) > start:
        yield start, end, "dateline"


def _is_dateline(found: re.Match[str], *, places: bool, opening: bool) -> bool:
    """Whether a place, or an agency's name, is a dateline where it stands in an article."""
    if not places and not _NAMED.search(found.group()):
        return False
    place = found["place"] or found["named"]
    if place is None or opening or found["more"]:
        return True
    return len(place) >= _LONG_NAME or _TOWNS.fullmatch(place) is not None


def _second_place(head: str, start: int) -> tuple[int, int] | None:
    """Return where a dateline stands behind the summary that a first paragraph is glued to."""
    for stop in _STOPPED.finditer(head, start, start + _SUMMARY):
        found = _DATELINE.match(head, stop.end())
        dashed = found is not None and _DASHED.search(found.group())
        if found and dashed and _is_dateline(found, places=True, opening=False):
            return found.span()
    return None


def _content_end(block: str, start: int) -> tuple[int, str]:
    reach = max(start, len(block) - _REACH)
    tail = block[reach:]
    for pattern, needed, reason in (
        (_NOTICE_END, _NOTICE_MARKS, "syndication notice"),
        (_CREDIT_END, CREDIT_MARKS, "photo credit"),
        (_SITE_END, _SITE_MARKS, "syndication notice"),
    ):
        found = pattern.search(block, reach) if has(tail, needed) else None
        if found and found.start() > start:
            return found.start(), reason
    return len(block), ""
