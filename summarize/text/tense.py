"""tense: whether what a sentence tells of a day is still to come on that day.

Told without a parser, by the verb that a day goes with: "will", a plan with its infinitive, and the
present of what is scheduled, "go to the polls on Sunday". The present alone is no sign of it: a
headline or a caption writes the past so, and verbs of saying are past.
"""

from __future__ import annotations

import re

from summarize.text.patterns import pattern
from summarize.text.predicates import clause, is_past, verbs

# Words in between: "will also be held", "could not be".
_BETWEEN = r"(?:(?:also|not|now|then|still|both|all|be|only|next|first|[a-z]+ly)\s){0,3}$"
_WILL = pattern(rf"(?:\b(?:will|shall|won['’]t)|['’]ll)\s{_BETWEEN}", re.IGNORECASE)
_MAY = pattern(rf"\b(?:would|should|may|might|must|can|could)\s{_BETWEEN}", re.IGNORECASE)
_HAVE = pattern(rf"\bhave\s{_BETWEEN}", re.IGNORECASE)
# Who would not comment on Monday did not.
_REFUSED = pattern(r"\b(?:(?:would|could|can|must|might)\s(?:not|never))\s", re.IGNORECASE)
_TO = pattern(rf"\bto\s{_BETWEEN}", re.IGNORECASE)
# What an infinitive is a plan after: "is due to begin", "agreed to meet", "were to vote".
_BENT = pattern(
    r"\b(?:due|set|scheduled|slated|expect(?:s|ed|ing)?|plan(?:s|ned|ning)?|poised|bound|about"
    r"|going|ready|likely|prepar(?:es?|ed|ing)|intend(?:s|ed|ing)?|hop(?:es?|ed|ing)|wants?|wanted"
    r"|aim(?:s|ed|ing)?|agreed?|vow(?:s|ed)|pledg(?:es|ed)|promis(?:es|ed)|threaten(?:s|ed|ing)?"
    r"|urg(?:es|ed|ing)|asked|invit(?:es|ed)|call(?:s|ed|ing)|summon(?:s|ed)|deadline)"
    r"\s(?:[\w’'.-]+\s){0,4}?$"
    r"|\b(?:is|are|was|were)\s$",
    re.IGNORECASE,
)
_DUE = pattern(
    r"\b(?:(?:is|are|was|were|be|been|being|,|and)\s(?:\w+ly\s)?(?:due|scheduled|slated|planned"
    r"|expected|set(?=\sfor)|listed|booked)|(?:scheduled|slated|due))"
    r"\s(?:[\w’'-]+\s){0,5}$",
    re.IGNORECASE,
)
_FOR = pattern(r"\b(?:for|beginning|starting|effective)\s(?:this\s|on\s)?$", re.IGNORECASE)
# What is still to come whatever participle follows: "is to appear on Thursday charged with fraud".
_SET = pattern(
    r"\b(?:will|shall|(?:is|are)\s(?:\w+ly\s)?(?:(?:due|set|scheduled|expected)\s)?to)\s",
    re.IGNORECASE,
)
_WAS = pattern(r"\b(?:was|were|had|did|been)\b", re.IGNORECASE)
# Verbs that the present of what is scheduled has, and that are nothing but verbs.
_SCHEDULED = pattern(
    r"(?<!\bto\s)(?<!\bnot\s)\b(?:(?:go|goes)\s(?:to\sthe\spolls|on\s(?:sale|trial|strike|show|air"
    r"|display|general\srelease)|into\s(?:effect|force)|ahead|live|back|before)|begins?|expires?"
    r"|resumes?|takes?\s(?:place|effect|office|over)|comes?\s(?:into\s(?:effect|force)|out|back)"
    r"|turns?\s\d\d"
    r"|(?:is|are)(?=\s(?:on\s|this\s|next\s)?$)|(?:(?:is|are)\s(?:being\s)?)(?:held|released"
    r"|sworn\sin|inaugurated|buried)|(?:is|are)\s(?:meeting|voting|holding|going|starting|beginning|opening"
    r"|closing|arriving|returning|leaving|coming|playing|hosting|facing)"
    r"|elects?|kicks?\soff|gets?\sunder\sway|meets?(?!\s(?:with\s)?[A-Z][a-z])"
    r"|runs?\s(?:out|until)|(?:leaves?|arrives?|appears?|departs?)(?=\s(?:in|at|for|on|before)?)"
    r"|opens(?=\s(?:on|at|in|its|for|next|this|$)))\b"
)
# Those that are nouns as well, which count only where nothing else is a verb.
_EITHER = pattern(
    r"(?:[a-z]s\s|[a-z]\s|\bpeople\s)(?:votes?|starts?|ends?|returns?|closes?|airs?|debuts?|open"
    r"|premieres?|plays?\s(?:in|at|against|host)|launch(?:es)?|reports?\s(?:earnings|results)"
    r"|decides?|rules?|hears?|faces?|hosts?|holds?\s(?:a|an|its|their|elections?|talks))\s"
)
_NOUN = pattern(
    r"^(?:after|amid|at|before|by|despite|during|following|for|in|of|on|since|with)\b"
    r"|(?:\b(?:the|a|an|this|that|these|those|his|her|its|their|our|of|for|in|at|by|with|after"
    r"|from|before|on|since|to|not|no|any|some|new|last|first|two|three)|['’]s)\s$",
    re.IGNORECASE,
)
_POSSESSIVE = pattern(r"['’]s?\s")
_SENTENCE = pattern(r"[.!?…][\"”’')\]]*$")
# What is the case by now: the toll "has climbed", rescuers "are still" searching.
_BY_NOW = pattern(
    r"\b(?:has|have)\s(?:(?:also|now|since|already|yet|not|[a-z]+ly)\s){0,2}(?P<verb>[a-z]+)\b"
    r"|\b(?:is|are)\s(?:still|now)\b"
)
_SAID = frozenset("said told confirmed announced reported acknowledged admitted stated".split())
_SUBORDINATE = pattern(r"(?:who|which|that|whose|when|as|because|where|after|since|before)\s$")
_RELATIVE = pattern(r"\s(?:who|which|that)\s(?:[\w’'-]+\s){1,8}$")
_AND = pattern(r",\s(?:and|but)\s")
_OF_AN_EVENT = pattern(
    r"\b(?:of|over|about|following|despite|amid|against|into|ahead of)\s(?:\w+\s)?$"
)
_COUNT = pattern(r"\b(?:toll|number|count|total|tally|losses|damage)\b[^,;.]{0,60}$")
_GROWS = pattern(
    r"[^,;.]{0,40}\b(?:rose|climbed|jumped|grew|increased|soared|mounted|reached|passed|stood"
    r"|stands|rises?|climbs?)\b"
)


def background(text: str, start: int, end: int) -> bool:
    """Return whether a day is that of an earlier event of which a sentence tells something new.

    "The toll from the earthquake on Tuesday has climbed": it did so when it was told.
    """
    if _POSSESSIVE.match(text, end) and _OF_AN_EVENT.search(text[:start]):
        return True
    if _COUNT.search(text[:start]) and _GROWS.match(text, end):
        return True
    low, high = clause(text, start, end)
    if coming(text, start, end) or _own(text, end, high):
        return False
    whole = 0 if _SUBORDINATE.search(text[:low]) else low
    relative = _RELATIVE.search(text[:start])
    if relative:  # "…, have been found": what follows the clause is told of the same
        joined = _AND.search(text, end)
        high = joined.start() if joined else len(text)
    for found in _BY_NOW.finditer(text, whole, high):
        deed = found["verb"]
        if found.start() < start:  # "has left on Monday" is loosely said, and means that day
            other = bool(_POSSESSIVE.match(text, end) or _past(text[found.end() : start]))
        else:
            # "The woman who was shot on Monday has died": it is she who has.
            since = end if relative else low
            other = not _past(text[since : found.start()])
        if other and (deed is None or (_participle(deed) and deed not in _SAID)):
            return True
    return False


def _participle(word: str) -> bool:
    return word in {"been", "died", "gone"} or is_past(word)


def _own(text: str, end: int, high: int) -> bool:
    """Return whether a verb stands right behind a day: "on Wednesday ordered"."""
    return any(not text[end : end + low].strip() for low, _ in verbs(text[end:high])[:1])


def _past(text: str) -> bool:
    return bool(verbs(text) or _WAS.search(text))


def coming(text: str, start: int, end: int) -> bool | None:
    """Return whether the day at a place of a sentence is told of as still to come.

    None is returned where no verb tells.
    """
    low, high = clause(text, start, end)
    before, after = text[low:start], text[end:high]
    behind = verbs(after)[:1]
    if behind and not after[: behind[0][0]].strip() and not _SET.search(before):
        return _verb(after, *behind[0])  # "on Wednesday ordered"
    full = bool(_SENTENCE.search(text.rstrip()))
    told = _led(before, full=full)
    if told is None and behind and len(before.split()) < 2 and _past(text[:low]):
        # "Led a protest in Paris, France, on Saturday, which": the verb is further off.
        told = False if _led(text[:low], full=False) is False else None
    # "The announcement on Saturday may be a ploy": it was made.
    if told is None and behind and not _MAY.search(after[: behind[0][0]]):
        told = _verb(after, *behind[0])
    set_ = _SET.search(after)
    if told is None and (
        (full and _scheduled(after) is not None)
        or (set_ and not _WAS.search(after[: set_.start()]))
    ):
        return True
    return told


def _led(before: str, *, full: bool) -> bool | None:
    """Return what the words before a day tell of it, those nearest to it first."""
    due = _DUE.search(before) or _FOR.search(before)
    if due:  # what "had been due" was not
        return not before[: due.start()].lower().endswith(("had ", "than "))
    found = verbs(before)
    last = found[-1] if found else None
    at = _scheduled(before) if full else None
    if at is not None and (last is None or at >= last[0]):
        return True
    for span in reversed(found):
        told = _verb(before, *span)
        if told is not None:
            return told
    return False if _WAS.search(before) else None


def _verb(text: str, start: int, end: int) -> bool | None:
    """Return whether a verb of a text tells of what is to come; None if it leaves that to another.

    An infinitive or a participle has the time of the verb before it, unless that is of a plan.
    """
    before = text[:start]
    if _WILL.search(before):
        return True
    if _HAVE.search(before):
        return False
    if (may := _MAY.search(before)) is not None:
        return not _REFUSED.match(may.group())
    if (to := _TO.search(before)) is not None:
        return True if _BENT.search(before[: to.start()]) else None
    return None if text[start:end].lower().endswith("ing") else False


def _scheduled(text: str) -> int | None:
    """Return where the present of what is scheduled last stands in a text."""
    found = [match.start() for match in _SCHEDULED.finditer(f"{text.rstrip()} ")]
    if not found and not verbs(text) and not _WAS.search(text):
        either = _EITHER.finditer(f"{text.rstrip()} ")
        found = [m.start() for m in either if not _NOUN.search(text[: m.start() + 2])]
    return max(found, default=None)
