"""Charges: the words for what somebody says of another, and a claim told from one that takes.

"Critics claim that" says something is so, "claimed 12 lives" or "jobless claims" says nothing.
"""

from __future__ import annotations

import re

from summarize.text.patterns import pattern

# What somebody says of another, or says is so; a claim for damages is none, nor one for benefits.
CHARGE = (
    r"(?:accusations?|allegations?|assertions?|charges?|insinuations?|reports?|rumou?rs?"
    r"|speculation|suggestions?|(?<!asylum )(?<!insurance )(?<!jobless )(?<!benefit )"
    r"(?<!unemployment )(?<!disability )claims?(?!\s(?:for|to)\b)|existence of"
    r"|(?:idea|notion|possibility) that|(?:attacks|complaints?|criticism)(?=[^.;]{0,60}\sthat\b))\b"
)
# Up to five words of one phrase, none of which begins another.
SOME = (
    r"(?:(?!\s(?:after|and|as|at|because|before|but|by|for|from|he|if|in|it|of|on|or|over|she|that"
    r"(?!\s(?:charge|claim|report)\b)|they|to|was|were|when|which|while|who|with)\b)"
    r"\s[\w.’'“‘\"&-]+){0,5}?"
)
MANY = pattern(r"\b[a-z]+s\s$")  # that may be who claims or disputes

_HARM = (
    r"(?:abuse|assault|bias|bribery|bullying|cheating|collusion|corruption|discrimination|doping"
    r"|fraud|harassment|misconduct|negligence|racism|rape|torture)"
)
# What may be claimed as one's own, and what a storm or a war claims.
_TAKEN = pattern(
    rf"(?:\sat least)?{SOME}(?:\s(?:dozens|hundreds|millions|scores|thousands) of)?\s(?:asylum"
    r"|benefits?|bronze|casualties|championship|compensation|credit|crown|damages|deaths?"
    r"|deposits?|expenses|gold"
    r"|independence|insurance|islands?|land|lives|life|medal|ownership|points?|privilege|prize"
    r"|refunds?|responsibility|scalp|seats?|silver|sovereignty|spot|territory|throne"
    r"|titles?(?!\s[IVX]+\b)|trophy|turf|victims?|victory|wins?|\w+(?:st|nd|rd|th) place)\b"
    r"|[^.,;]{0,40}\sas\s(?:her|his|its|part|their)\b",
    re.IGNORECASE,
)
_STATED = pattern(
    r"\s(?:[“\"]|(?:against|he|it|she|that|there|they|we|you|to (?!an?\b|fame\b|his\b|its\b|the\b)"
    r"|(?:at|by|from|in|last|on)\s(?:[\w.’'-]+\s){1,5}that)\b)",
    re.IGNORECASE,
)
_STATES = pattern(
    rf"\s(?:the|a|an|his|her|its|their|this|no|some|{_HARM})\b|\s(?-i:[A-Z])", re.IGNORECASE
)
_OWN = pattern(
    rf"(?:[’']s?|\b{_HARM}|\b(?:her|his|its|that|their|these|this|those)|\b(?:baseless|dubious"
    r"|false|misleading|unfounded|unproven|unsubstantiated)|\b(?:den(?:y|ies|ied|ying)|dismiss\w*"
    r"|disput\w+|refut\w+|reject\w*)(?:\s(?:all|any|such|the|these|those))*)\s$",
    re.IGNORECASE,
)
_NOUN = pattern(r"\b(?:an?|any|each|every|his|her|its|no|such|the|their|these|this|those)\s$", re.I)
_SAYS = pattern(
    r"\b(?:he|I|it|people|she|they|we|who|you|complaint|lawsuit|report|suit)\s$", re.IGNORECASE
)
_OF = pattern(r"\sof\s(?![A-Z])")


def is_claim(word: str, before: str, after: str) -> bool:
    """Return whether a "claim" says something is so, and takes nothing for somebody."""
    if _STATED.match(after):
        return True
    if _TAKEN.match(after):
        return False
    noun = _NOUN.search(before) is not None
    if word in ("claimed", "claiming"):
        return not noun
    if _OWN.search(before) or _OF.match(after):
        return True
    many = word == "claim" and MANY.search(before)  # "what critics claim is a cut"
    return not noun and bool(many or _STATES.match(after) or _SAYS.search(before))
