"""Complete: whether a sentence starts and ends as one does, and is no fragment."""

from __future__ import annotations

from summarize.text.patterns import pattern
from summarize.text.predicates import only_names
from summarize.text.tongues.force import in_force
from summarize.text.tongues.sentences import is_whole

_SMALL = pattern(r"[a-z][A-Z]|(?:al|el)-[A-Z]")  # iPhone, al-Shabab
_LEADING = pattern(r"[\s\"“”'‘’(\[–—-]+")
_ENDS = (".", "!", "?", "…", "。", "！", "？", "।", "؟")
_CLOSERS = "\"”'’)]»"
# Marks that stand alone, as where each word of a text was set apart. Over more sentences than one
# they do not tell what they open and what they close.
_APART = pattern(r"[^.!?]*[.!?] [\"”]")
_AMID = (*",;:!?)]|", ". ", ".. ")  # not a sentence's start, but a table row's
# Debris of a translation or a bad page inside a sentence: "told AFP. from Ewha", "groups. , such".
_TORN = pattern(
    r"\b(?!etc\b|approx\b|incl\b)(?:[A-Z]{3,}|[a-z]{3,}|[A-Z][a-z]{5,})\. [a-z]|[.!?][”\"]? ,"
)
_SINGLE = pattern(r"['‘][A-Z][a-z]* ")  # no ’em and no '90s
_SINGLE_END = pattern(r"['’](?!\w)")
# A row of a chronicle, "1973 – health warnings begin.", and what stands under an asterisk.
_ROW = pattern(r"\d{4}(?: (?:to|and) \d{4}|[–-]\d{2,4})? [–—-] |\*\w")
_CUT = pattern(r"(?:\.\s?\.\s?\.|…)[\"”'’)\]»]*$")  # an excerpt that was cut off


def is_complete(text: str) -> bool:
    """Return whether a sentence starts and ends like one and closes the quotations it opens."""
    if language := in_force():
        return is_whole(text, language)
    start = started(text)
    if not start or (start[0].islower() and not _SMALL.match(start)) or start.startswith(_AMID):
        return False
    if not _is_ended(text) or ((". " in text or " ," in text) and _TORN.search(text)):
        return False
    if "\ufffd" in text or text.count("(") > text.count(")") or _is_torn_off(text):
        return False
    if _ROW.match(start) or only_names(start):
        return False
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0


def _is_ended(text: str) -> bool:
    """Return whether a text ends as a sentence does, whatever closes behind, and is not cut off."""
    ended = text.removesuffix("\n").rstrip(_CLOSERS)
    ended = ended.rstrip() if _APART.fullmatch(text) else ended
    return ended.endswith(_ENDS) and _CUT.search(text) is None


def _is_torn_off(text: str) -> bool:
    """Return whether quotation marks of other kinds, 'so' or ``so'', open or close too much."""
    if text.startswith("'' ") or text.count("``") > text.count("''"):
        return True
    return _SINGLE.match(text) is not None and _SINGLE_END.search(text, 1) is None


def started(text: str) -> str:
    """Return a text without the marks and blanks that it begins with."""
    lead = _LEADING.match(text)  # quicker than `sub`, which looks on for another beginning
    return text[lead.end() :] if lead else text
