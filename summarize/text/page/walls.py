"""Walls: pages that ask their reader for something before they show an article, or have none.

A site's script has not run, or the site takes its reader for a program, is closed to his country,
has taken the page away or wants to be paid. What stands there is in no story, and nobody's report.
"""

from __future__ import annotations

import re

from summarize.text.page.furniture import furniture
from summarize.text.page.prose import is_ended
from summarize.text.page.telling import SPOKEN, telling
from summarize.text.patterns import pattern

_LONGEST = 1500  # characters; a longer text has an article behind what it asks for
_SHORT = 500  # characters in which whoever names JavaScript asks for it, in any language
_QUOTED = 80
_FEW = 6  # words of a sentence; fewer are a button
_HEADING = 20  # words of a line that is none

_ENDS = pattern(r"(?<=[.!?…:])\s+|\n+|(?<=[。！？])")
_UNSPACED = pattern(r"[\u0e00-\u0e7f\u2e80-\ud7af]{2}")  # two signs without blanks: about a word
_SCRIPT = r"(?:java ?script|(?-i:JS)|cookies)\b"
_PAGE = r"\b(?:page|article|story|content|document|resource|url|link)\b"
_SIGN = r"(?:subscribe|sign (?:in|up)|log ?in|register)"
# What only a page says that shows no article. Each is looked for in a sentence.
_SURE = pattern(
    rf"\b(?:enabl\w+|activat\w+|allow|turn\w*|switch|requires?|needs?|supports?|without|disabled?)"
    rf"\b[^.!?]{{0,60}}\b{_SCRIPT}"
    rf"|\b{_SCRIPT}[^.!?]{{0,60}}\b(?:enabled|disabled|required|turned|activated|supported|blocked)\b"
    r"|\b(?:disable|turn off|whitelist|pause) (?:\w+ ){0,2}ad ?blocker"
    r"|\byou(?: a|[’']|[’']?r| we)re (?:not )?(?:an? )?(?:human|(?:ro)?bot)\b"
    r"|\bchecking (?:your browser|if the site)\b|\bjust a moment\b"
    r"|\b(?:internal server error|bad gateway)\b|\b50\d (?:service|gateway)\b"
    r"|\bunavailable (?:for|due to) legal reasons\b|\baccess cannot be granted\b"
    r"|^\W*(?:\d{3}\W+)?(?:page not found|not found|access denied|forbidden|redirecting)\W*$",
    re.IGNORECASE,
)
# And what others say too, but not to their readers.
_TOLD = pattern(
    r"\bcaptcha\b|\bunusual (?:activity|traffic)\b|\bvalue your privacy\b|\bbefore you continue\b"
    r"|\b(?:uses?|using|stor(?:e|ing)|accept|reject|set) [^.!?]{0,60}\bcookies\b"
    r"|\b(?:accept|reject) all\b|\bdown for (?:\w+ )?maintenance\b"
    r"|\b(?:security|browser) (?:check|verification)\b"
    r"|\b(?:automated|automation) (?:tools?|requests?|access|traffic)\b"
    r"|\b(?:been|were|are) blocked\b|\bdenied\b|\bpermission to (?:access|view)\b"
    rf"|{_PAGE}[^.!?]{{0,80}}\b(?:(?:could(?: ?not|n[’']t)|can(?: ?not|[’']t)) be found|not found"
    r"|no longer (?:exists?|available)|(?:does not|doesn[’']t) exist|(?:is not|isn[’']t) available"
    r"|(?:been|was) (?:\w+ )?(?:moved|removed|deleted))\b"
    rf"|\b(?:can(?: ?not|[’']t)|could(?: not|n[’']t)|unable to) find [^.!?]{{0,40}}{_PAGE}"
    r"|\b(?:not |un)available (?:in|to|for) [^.!?]{0,40}\b(?:countr(?:y|ies)|regions?|locations?)\b"
    r"|\b(?:reached|used|read) (?:\w+ ){0,2}your [^.!?]{0,30}\b(?:limit|articles?|stories)\b"
    r"|\bredirect(?:ed|ing)\b|\bnothing (?:was|could be) found\b",
    re.IGNORECASE,
)
_OFFER = pattern(
    rf"^\W*(?:please )?{_SIGN} (?:\w+ ){{0,3}}to (?:continue|read|view|keep|unlock|access)\b"
    rf"|\bthis {_PAGE} is (?:only |reserved |exclusive\w* )?(?:available )?(?:to|for) "
    r"[^.!?]{0,30}subscribers",
    re.IGNORECASE,
)
_READER = pattern(
    r"\b(?:you|yours?|we|our|us|please|sorry|oops|error)\b|\?\W{0,3}$|\b(?:that|this) (?:web ?)?"
    r"(?:site|page|server|resource|url|location)\b",
    re.IGNORECASE,
)


def wall(text: str) -> str | None:
    """Return what a page asks of its reader, cut short, if that is all it says, else None.

    Args:
        text: The text that was taken out of the page.
    """
    if len(text) > _LONGEST:
        return None
    told = [sentence for sentence in _ENDS.split(text) if any(map(str.isalpha, sentence))]
    asked = [sentence for sentence in told if _is_wall(sentence)]
    if not asked and len(text) <= _SHORT:
        asked = [each for each in told if "javascript" in each.lower() and not telling(each)]
    other = [sentence for sentence in told if sentence not in asked and not _is_asking(sentence)]
    if not asked or any(map(telling, other)) or 2 * len(other) >= len(told):
        return None
    return asked[0] if len(asked[0]) <= _QUOTED else f"{asked[0][:_QUOTED].rstrip()}…"


def _is_wall(sentence: str) -> bool:
    """Whether a sentence tells that there is no article, or what its reader must do for it."""
    if telling(sentence) == SPOKEN:
        return False
    if _SURE.search(sentence) or _OFFER.search(sentence):
        return True
    return _TOLD.search(sentence) is not None and _READER.search(sentence) is not None


def _is_asking(sentence: str) -> bool:
    """Whether a sentence is too short to tell anything, speaks to the reader or is furniture."""
    ended = is_ended(sentence)
    return (
        len(sentence.split()) + len(_UNSPACED.findall(sentence)) < (_FEW if ended else _HEADING)
        or _READER.search(sentence) is not None
        or furniture(sentence, ended=ended) is not None
    )
