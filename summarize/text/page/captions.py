"""Captions: sentences that tell what a picture or a video shows, with a full stop like any other.

English only. News is told in the past, and what will be is given no year; so what somebody does
with his hands today, on a day that is named, is in a picture.
"""

from __future__ import annotations

import re

from summarize.text.calendar import WEEKDAYS
from summarize.text.metonyms import metonyms
from summarize.text.narrow import has
from summarize.text.page.telling import SPOKEN, telling
from summarize.text.patterns import pattern
from summarize.text.terms import english_stem

_LONGEST = 400  # characters
# Without one of these no pattern below fits, and most sentences have none.
_SIDES = ("left, ", "right, ", "center, ", "centre, ", "left)", "right)", "center)", "centre)")
# Whose pictures are printed without the word "photo" beside.
_OWNER = ("AP", "AFP", "EPA", "UPI", "Reuters", "REUTERS", "Getty Images", "USA TODAY")
_OWNERS = tuple(f"{owner}." for owner in _OWNER)
_DAY = rf"(?:{'|'.join(WEEKDAYS)})"
_MONTH = (  # as agencies shorten it, never without its full stop
    r"(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|March|Mar\.|April|Apr\.|May|June|July|Aug(?:ust|\.)"
    r"|Sept?(?:ember|\.)|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.))"
)
_DATED = pattern(rf"\b(?:{_MONTH} \d\d?, (?:19|20)\d\d|\d\d? {_MONTH},? (?:19|20)\d\d)\b")
_WEEKDAY = pattern(rf"\b{_DAY}\b(?! (?:and|or|to)\b)")
# Who stands where: "Jo Park, left, and Ann Price", "Jo Park (right)".
_PLACED = pattern(
    r".{0,160}?\b[A-Z][\w’'.-]+(?:, (?:(?:far|second from|third from|top|bottom|back|front) )?"
    r"(?:(?:left|right|cent(?:er|re)), (?!left\b|right\b|cent|and\b|or\b)"
    r"|cent(?:er|re)(?: left| right)?,? and (?=[A-Z])|cent(?:er|re) (?:left|right) [a-z]+ )"
    r"| \((?:(?:far|second from|top|bottom) )?(?:left|right|cent(?:er|re))\)[ ,.])"
)
_PAIR = pattern(
    r".{0,160}?\b[A-Z][a-z’'-]+ [A-Z][a-z’'-]+, (?:left|right), and (?:her |his |their |[A-Z])"
)
# What is done in a picture, whatever the day; and what is also announced for a day to come, but
# not with its year. A verb may be a noun too: of several who do it the last word must tell.
_SHOWN = (
    r"shakes? hands|waves? (?:to|at|as|from)|poses? (?:for|with|in|at)|gestures?(?! at)|smiles?"
    r"|hugs?|embraces?|kiss(?:es)?|greets?|applauds?|reacts?|listens? (?:to|as|during)|looks? on"
    r"|watch(?:es)?|inspects?|walks? (?:past|with|through|down|along|across|by|towards?|near|away)"
    r"|carr(?:y|ies) (?:an? |the |his |her |their |[a-z]+s )|stands? (?:guard|next to|beside|near"
    r"|outside|in front)|sits? (?:next to|beside|near|outside|in front)|holds? (?:up|hands"
    r"|(?:an? |his |her |their )?(?:signs?|banners?|placards?|posters?|flags?|candles?|bab(?:y|ies)"
    r"|portraits?|photos?))|lays? (?:flowers|a wreath)|wipes? away"
)
_DONE = (
    r"(?:carr(?:y|ies)|signs? autographs)\b|(?:walks?|stands?|sits?|holds?|looks?|speaks?"
    r"|address(?:es)?|search(?:es)?|prays?|attends?|rides?|displays?|waits?|lies|gathers?|listens?|waves?|poses?"
    r"|lights?|lays?|cheers?|chants?|sleeps?|signs?|arrives? (?:to|for|at)|steps?|mourns?|queues?"
    r"|sifts?|digs?|climbs?)(?= (?:an?|the|his|her"
    r"|their|in|on|at|to|for|with|by|near|past|down|up|out|along|across|through|over|as|from|during"
    r"|among|amid|outside|inside|beside|behind|under|before|next|around|into|off|against|towards?"
    r"|atop|make|[a-z]+ly|[A-Z]\w+)\b)"
)
_SUBJECT = r"(?P<subject>[“\"A-Z][^\s;:?!]* (?:[^\s;:?!]+ ){0,13}?)"
_NOW = pattern(rf"{_SUBJECT}(?P<verb>{_SHOWN})\b(?P<rest>.*)", re.DOTALL)
_THEN = pattern(rf"{_SUBJECT}(?P<verb>{_DONE})\b(?P<rest>.*)", re.DOTALL)
# No subject goes on over these, so what follows is not the first verb.
_TELLING = pattern(
    r"\b(?:that|who|whom|whose|which|when|where|while|if|because|to|will|would|can|could|may"
    r"|might|shall|should|must|did|do|does|not|is|are|was|were|be|been|being|has|have|had|said"
    r"|says|told|tells|it|he|she|they|we|you|I|there|(?!red\b|hundred\b)[a-z]{2,}ed)\b"
)
_SEVERAL = pattern(
    r"(?:[a-z]s|\b(?:[Pp]eople|[Mm]en|[Ww]omen|[Cc]hildren|[Pp]olice)|\b[a-z]+(?:men|women|people)"
    r"|\band .+) $"
)
# The weekday, the month, the day and the year, and before or after them a town with its state or
# country: so agencies date their pictures, and hardly anybody else a thing that is not over.
_FULL = rf"{_DAY},? (?:{_MONTH} \d\d?,? (?:19|20)\d\d|\d\d? {_MONTH},? (?:19|20)\d\d)\b"
_TO_THE_DAY = pattern(
    rf"[a-z], [A-Z][\w.’-]+(?: [A-Z][\w.’-]+)?,? (?:on )?{_FULL}"
    r"|\b(?:in|at|near|outside|off|of) (?:the )?[A-Z][\w.’-]+(?: (?:of )?[A-Z][\w.’-]+){0,4}, "
    rf"{_FULL}"
    rf"|\b{_FULL},? (?:in|at|near|outside|off|from|seen from|over) [^;:?!]{{2,60}}, [A-Z]"
    rf"|\b{_FULL},? (?:as )?seen from\b"
)
_YEAR_END = pattern(r"(?<=[\da-z]{3})[.!?][”\"]?\s+(?=[“\"A-Z])")
_ANNOUNCED = pattern(
    r"\b(?:opens?|begins?|starts?|runs?|airs?|premieres?|tak(?:es?|ing) (?:place|effect)|returns?"
    r"|expires?|ends?|closes?|kicks? off|falls?|meets?|convenes?|concludes?|resumes?|hosts?|plays?"
    r"|performs?|draws?|races?|competes?|visits?|tours?|features?|celebrates?|welcomes?"
    r"|votes?|faces?|heads?|reports?|reopens?|goes|launch(?:es)?|marks?|turns?|becomes?|elects?"
    r"|(?:is|are)(?! (?:seen|shown|(?!schedul|expect|plann|slat|requir|ask|invit|clos|urg|charg)"
    r"\w+ed|visible|worn|driven)\b)|has|have|does|do|can"
    r"|may|must|should|needs?|deadlines?|until|till|tickets?|not|[Ii]f|[Ww]hat|how|why)\b"
    r"|\d ?[ap]\.?m\b|:\d\d"
)
# "View of the bridge, on May 3, 2021": what a picture is called at the head of its caption.
_VIEW = pattern(
    r"(?:(?:An?|The|This) )?(?:(?:[Aa]erial|[Gg]eneral|[Dd]rone|[Ss]atellite|[Pp]artial) )?"
    r"(?:[Vv]iew|[Pp]icture|[Pp]hoto|[Pp]hotograph|[Ii]mage) (?:of|shows?(?! that| how| why))\b"
)
_SEEN = pattern(r"\b(?:is|are) (?:seen|pictured|shown|photographed)\b(?! (?:as|by|to)\b)")
# "THAW. Sailors carry a boat": some papers begin a caption with its word in capitals.
_NAMED = pattern(
    r"(?!UPDATE|BREAKING|LATEST|NOTE|CORRECTION|EXCLUSIVE|ANALYSIS|OPINION|LIVE|WATCH|WARNING)"
    r"[A-Z]{3}[A-Z’'-]*(?: [A-Z’'-]+){0,3}\. (?=[A-Z][\w’'-]* [\w’'-]+ )"
)
_NAMED_MOST = 45  # words
_ITEM = pattern(
    r"(?P<number>\d{1,3})\s?/\s?(?P<of>3[2-9]|[4-9]\d|1\d\d) [‘'“\"]?[A-Z].{10}", re.DOTALL
)
# Where no day is told: "Jo Park waves as he leaves the court."
_MEANWHILE = pattern(r" as (?:he|she|they) (?!ha(?:s|ve|d)\b|did\b|do(?:es)?\b|always\b)[a-z]+")
_NEXT = pattern(r"(?<=[a-z]{3})[.!?][”\"]?\s+(?=[“\"A-Z])")
_TOLD = pattern(
    r"\b(?:said|says|told|according|will|next|every|whether|(?:before|after|until|since|unless"
    r"|although|because) (?:he|she|it|they|there)|(?:is|are) (?:certain|likely|set|due|expected"
    r"|bound|poised)|(?:deadline|day|hour|season|vote|election) (?:nears|looms|approaches))\b"
)
# Who is in no picture: what has no hands, and places, which stand for their governments.
_NOBODY = pattern(
    r"(?:(?!of |from |in |at |for |with |by |and )[\w’'.-]+ ){0,3}(?:world|nation|country|continent"
    r"|states?|market|economy|industry|public|league|film|movie|book|novel|play|series|show|song"
    r"|album|party|government|administration|ministry|bank|company|firm|court|congress|parliament"
    r"|senate|house|fed|union|alliance|west|wall street|hollywood|silicon valley|europe|africa|asia"
    r"|america|nato|city|law|bill|plan|report|study|museum|campaign|coalition|opposition) ",
    re.IGNORECASE,
)
# Whose picture it is, with no word before that would make it somebody who speaks or is asked.
_SOURCE = pattern(
    r".*(?<![\w’'-])(?!(?:the|by|to|told|tells|from|with|via|and|or|for|of|on|in|at|as|like|than"
    r"|per|called|named|agenc\w+|services?|wires?|networks?|groups?|outlets?|partners?|report\w*"
    r"|says?|said|quot\w+|cit\w+|rivals?|join\w+|own\w+|includ\w+|against|between|is|was|are|were"
    r"|over|under|about|its|inform\w+|ask\w+|sued?|company|firm)\b)[a-z]{3,},? "
    rf"(?:{'|'.join(_OWNER)})\.",
    re.DOTALL,
)
# "for" what is on the air or in print, and not "for duty", "for spring training".
_OUTLET = (
    r"(?:the )?(?:[A-Z][\w.&’'-]* ){0,3}?(?:[A-Z]{2,}\d*|[A-Z]+\d+|[A-Z][\w-]*\.(?:com|org|net)"
    r"|News\w*|Times|Post|Herald|Today|Tonight|Radio|TV|Television|Journal|Tribune|Gazette|Guardian"
    r"|Telegraph|Mail|Sun|Mirror|Press|Live|Online|Bloomberg|Reuters|Newsnight|Newshour)"
    r"(?=[.,]| \d| (?:from|in|on|at|with|about|near|outside|[A-Z])\b| [A-Z])"
)
# A reporter announced: "Jo Park reports from Paris." But not ", Jo Park reports from Paris."
_REPORTER = pattern(
    r"(?:.{0,300}; )?(?:[\w’'.-]+ ){0,6}?(?:[A-Z][\w’'.-]+ ){1,2}[A-Z][\w’'-]+ (?:reports (?:live"
    rf" )?(?:from (?!\d)|for (?={_OUTLET}))[^,;:“\"]{{2,60}}"
    r"(?:, [^;:“\"]{2,40})?|has (?:that|the|this|more on (?:the|this|that)) story)\."
)


def is_caption(text: str) -> bool:
    """Return whether a sentence is what stands under a picture or a video."""
    named = _NAMED.match(text) if text[:3].isupper() else None
    if named:
        text = text[named.end() :]
        if text.count(" ") < _NAMED_MOST and not telling(text) and not _ANNOUNCED.search(text):
            return True
    if len(text) > _LONGEST:
        return False
    if (
        (has(text, _SIDES) and (_PLACED.match(text) or _PAIR.match(text)))
        or (text.endswith(_OWNERS) and _SOURCE.fullmatch(text))
        or (has(text, ("reports ", " story.")) and _REPORTER.fullmatch(text))
    ):
        return True
    if " as " in text and _MEANWHILE.search(text) and _shows(_NOW.match(text) or _THEN.match(text)):
        return True
    year = _DATED.search(text) if ("20" in text or "19" in text) else None
    if not year and not ("day" in text and _WEEKDAY.search(text)):
        return False
    return _shows(_NOW.match(text)) or (year is not None and _is_dated(text, year))


def _is_dated(text: str, year: re.Match[str]) -> bool:
    """Whether a sentence with a day and its year tells what is in a picture of that day."""
    if _is_to_the_day(text) or _shows(_THEN.match(text)):
        return True
    if _VIEW.match(text):
        return telling(text) != SPOKEN
    seen = _SEEN.search(text)
    return seen is not None and seen.end() < year.start() and not telling(text)


def _is_to_the_day(text: str) -> bool:
    """Whether a first sentence tells of now, and names the day as pictures are dated."""
    if not _TO_THE_DAY.search(text):
        return False
    first = _YEAR_END.split(text, maxsplit=1)[0]
    told = _TO_THE_DAY.search(first) and not _TOLD.search(first)
    return bool(told) and not telling(first) and not _ANNOUNCED.search(first)


def names_a_day(text: str) -> bool:
    """Return whether a text names a town and the whole day, as agencies do under their pictures."""
    return _TO_THE_DAY.search(text) is not None


def is_gallery_item(text: str) -> bool:
    """Return whether a text is an item of a gallery of pictures: "28/37 New bridge opens …".

    Whatever its length: what a gallery tells is of other stories. Smaller numbers may be a day.
    """
    found = _ITEM.match(text) if text[:1].isdigit() else None
    return found is not None and int(found["number"]) <= int(found["of"])


def _is_nobody(subject: str) -> bool:
    """Whether a subject can be in no picture: "The world", "Beijing", "Spain"."""
    words = subject.split()
    # "The lies from his rival": an article alone is the subject of what follows it.
    if len(words) == 1 and words[0] in ("The", "A", "An"):
        return True
    place = len(words) == 1 and english_stem(words[0].casefold()) in metonyms()
    return place or _NOBODY.fullmatch(subject) is not None


def _shows(found: re.Match[str] | None) -> bool:
    """Whether a subject and what it does are in a picture, by the day or deed told after."""
    if found is None or _TELLING.search(found["subject"]) or _is_nobody(found["subject"]):
        return False
    rest = _NEXT.split(found["rest"], maxsplit=1)[0]
    shown = _DATED.search(rest) or _WEEKDAY.search(rest) or _MEANWHILE.search(rest)
    if not shown or _TOLD.search(rest):
        return False
    one = found["verb"].split()[0].endswith("s")
    return one or _SEVERAL.search(found["subject"]) is not None
