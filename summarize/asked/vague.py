"""vague: whether a sentence tells of a time that is no day: "last month", "over the weekend"."""

from __future__ import annotations

import re

from summarize.text.patterns import pattern
from summarize.text.predicates import verbs
from summarize.text.tongues.force import in_force
from summarize.text.values.plans import planned

_SEASON = "spring|summer|autumn|winter"
_UNIT = rf"week|weekend|month|year|decade|season|quarter|century|{_SEASON}|fall"
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_FEAST = "Christmas|Easter|Thanksgiving|Passover|Ramadan|New Year"
_PERIOD = pattern(
    rf"\b(?:(?:earlier|late|early)\s(?:this|last)\s(?:{_UNIT})|last\s(?:{_UNIT})"
    rf"|(?:over|at|during|on)\s(?:the\s)?(?:(?:past|last|long)\s)?(?:{_FEAST}\s)?weekend"
    rf"|(?:over|at|during|on)\s(?:{_FEAST})(?:\s(?:Sunday|Monday|Day|Eve))?"
    r"|on\s(?:Good\sFriday|Labor\sDay|Memorial\sDay|Labour\sDay|Boxing\sDay)"
    r"|in\srecent\s(?:days|weeks|months|years)"
    rf"|in\s(?:early\s|late\s|mid-)?(?:(?:{_MONTH})(?:\s(?:of\s)?(?:19|20)\d\d)?|(?:19|20)\d\d)"
    r"|(?:days|weeks|months|years)\s(?:ago|earlier)"
    r"|(?:a|one|two|three|four|five|six|\d+)\s(?:(?:days?|weeks?)\searlier|months?\s(?:ago|earlier)"
    r"|years?\s(?:ago|earlier)))\b(?!['’]s|\s\d)",
    re.IGNORECASE,
)
# "A year ago" may be what a number is held against, "in May" what something is due in, and what
# stands behind a comma or "which" is told beside the news.
_BESIDE = pattern(
    r"[,;:(–—“\"]|\b(?:after|although|as|because|before|but|compared|if|since|than|that|though|until"
    r"|when|where|whether|which|while|who|whom|whose)\b",
    re.IGNORECASE,
)
_OF = pattern(
    r"\b(?:by|beginning|due|for|from|in|like|of|starting|through|to|with)\s(?:the\s)?$",
    re.IGNORECASE,
)
_TELLS = pattern(
    r"\b(?:announced|confirmed|revealed|reported|said|says|shows?|told)\s(?:[A-Z]\w+\s)?that\s"
)
_TOLD_BY = pattern(r"^[^,;:(“\"]{1,60}\b(?:reported|said)\s(?=[A-Z])")
_NOW = pattern(
    r"\b(?:am|are|can|could|do|does|has|have|is|may|might|must|shall|should|will|would)\b"
    r"|n['’]t\b|['’]ll\b"
)
_WAS = pattern(r"\b(?:was|were|had|did)\b")
_JOINED = pattern(rf"{_BESIDE.pattern}|\band\b", re.IGNORECASE)
_GOES_ON = pattern(
    r"\s(?:also\s|[a-z]+ly\s)?(?:are|can|could|has|have|had|is|may|might|was|were|will|would)\b"
)


def vague(text: str) -> bool:
    """Return whether what a sentence tells was at a time that it does not tell to the day.

    It must be said of the sentence's own verb, which is a past: "thieves broke in last month". What
    is the case by now, or was the case "compared with last month", is news of today.
    """
    if in_force():
        return False  # English only: of another language nothing is said
    lead = _TELLS.search(text) or _TOLD_BY.search(text)
    rest = text[lead.end() :] if lead and not _PERIOD.search(text, 0, lead.end()) else text
    match = _PERIOD.search(rest)
    if not match:
        return False
    before, after = rest[: match.start()], rest[match.end() :]
    if not before.strip():
        head = after.lstrip(" ,")
        return not _NOW.search(_main(head)) and bool(verbs(head) or " was " in f" {head} ")
    if (
        planned(before)
        or _BESIDE.search(before)
        or _OF.search(before)
        or _NOW.search(before)
        or _GOES_ON.match(after)
    ):
        return False
    return _own(before) and not _led(after)


def _own(before: str) -> bool:
    """Return whether the last verb of some words is the sentence's own, and a past.

    "Condemned those filming her" does not tell when they were condemned, nor "created" by itself.
    """
    found = verbs(before)
    if found and not before[: found[0][0]].strip():
        return False
    if found and before[slice(*found[-1])].lower().endswith("ing"):
        return False
    return bool(found or _WAS.search(before))


def _led(after: str) -> bool:
    """Return whether a verb follows in the same clause: "the study published last month showed"."""
    rest = _JOINED.split(after, maxsplit=1)[0]
    return any(not rest[:low].endswith("to ") for low, _ in verbs(rest))


def _main(head: str) -> str:
    """Return a clause up to its first comma."""
    return head.split(",", 1)[0]
