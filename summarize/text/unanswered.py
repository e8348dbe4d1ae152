"""Unanswered: sentences that tell only that nobody would say anything, or whom to tell something.

Papers owe such a sentence to whomever they asked; a brief has no room for it. English only.
"""

from __future__ import annotations

import re

from summarize.text.narrow import may_have
from summarize.text.patterns import pattern
from summarize.text.tongues.force import in_force

# What is told before it or behind it, in a clause of its own, is news.
_WHO = r"(?:(?!, (?:and|but|or|so|which)\b|\b(?:who|that|after|while)\b)[^“”\";:]){3,160}?"
_REST = r"(?:(?! (?:as|after|because|but|saying|while|that)\b|(?<! on) when\b)[^“”\",;:]){0,80}"
_ASKED = r"(?:requests?|calls?|e-?mails?|messages?|inquir(?:y|ies)|comments?)"
_SILENT = pattern(
    rf"{_WHO}\b(?:(?:did|does|do|has|have|had)(?: not|n[’']t)(?: \w+ly| yet| also)* (?:(?:respond"
    rf"(?:ed)?|repl(?:y|ied)) to|return(?:ed)?|answer(?:ed)?)\b[^,;“”\"]{{0,60}}?\b{_ASKED}"
    r"|(?:declin|refus)(?:ed?|es) (?:to )?(?:further |immediate )?comment"
    r"|could not(?: \w+ly)? be reached|(?:had|has|have|offered) no (?:immediate |further )?comment"
    rf")\b{_REST}\."
)
_NO_WORD = pattern(
    r"There (?:was|were|is|has been) (?:still )?no (?:immediate |official |further )*"
    rf"(?:comments?|reactions?|response|word)\b{_REST}\."
)
_UNHEARD = pattern(
    rf"(?:[\w-]+ ){{0,3}}{_ASKED}\b[^“”\";:]{{0,120}}? (?:was|were|went) (?:not(?: \w+ly| yet)? "
    rf"(?:answered|returned)|unanswered|unreturned)\b{_REST}\.|(?:[\w-]+ ){{0,2}}(?:tele)?phone "
    rf"(?:listing|number)s?\b[^“”\";:]{{0,120}}? (?:was|were) (?:disconnected|(?:not in|out of) "
    rf"service)\b{_REST}\.",
    re.IGNORECASE,
)
_MORE = r"(?:other|further|more|additional) (?:details|information)"
_NO_MORE = pattern(
    rf"(?:No {_MORE}\b[^“”\";:,]{{0,60}}? (?:was|were|has been|have been)(?: \w+ly| yet| so far)?"
    rf" (?:available|disclosed|given|known|made public|offered|provided|released)\b{_REST}"
    r"|(?!No )[^“”\";:,]{3,80}? (?:(?:did|has|have|would)(?: not|n[’']t)(?: \w+ly| yet)?"
    r"|declined to|refused to) (?:disclose|give|offer|provide|release)d? (?:any )?"
    rf"{_MORE}\b{_REST})\."
)
_CALL = pattern(
    rf"(?:{_WHO}\b(?:asks?|asked|urged?|urges) )?[Aa]nyone (?:who has|with)(?: \w+)? information\b"
    r"[^“”\";:]*\b(?:call|contact|phone|e-?mail|text|come forward)\b[^“”\";]*\."
)
# Without one of these a sentence is none of them, and most have none.
_NEEDED = (
    "comment",
    "reached",
    "respon",
    "repl",
    "return",
    "answer",
    "no ",
    "information",
    "details",
    "phone",
)


def unanswered(text: str) -> str | None:
    """Return what a sentence tells instead of news, or None: no more, nothing, whom to call."""
    if in_force() or not may_have(text, _NEEDED):
        return None
    if _CALL.fullmatch(text):
        return "whom to call"
    if _NO_MORE.fullmatch(text):
        return "that no more is told"
    silent = _SILENT.fullmatch(text) or _NO_WORD.fullmatch(text) or _UNHEARD.fullmatch(text)
    return "that somebody did not comment" if silent else None
