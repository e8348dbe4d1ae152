"""Outcomes: which of two ends a matter came to, where it can have come to one alone.

Who was convicted was not acquitted, who resigned was not fired, and a ban that was upheld was not
overturned. A word tells an outcome only where it is told as done: not as planned, asked for,
offered or denied. English only.
"""

from __future__ import annotations

import re

from summarize.text.patterns import pattern
from summarize.text.values.value import Value

SLOT = "outcome "
# Of each matter: what it is called, one end, the other end. Words that mean an end whoever it is
# said of, or that are told of it as a passive.
_BE = r"(?:is|are|was|were|been|being|be|got)\s(?:\w+ly\s)?"
_NO_SUM = r"(?!\s(?:[\w-]+\s){0,2}[$€£]?\d)"
_ENDS = (
    (
        "verdict",
        r"(?<!not\s)(?<!plead\s)(?<!pleads\s)(?<!pleaded\s)(?<!pled\s)(?<!pleading\s)guilty(?!\splea)"
        r"|convicted",
        r"(?<!plead\s)(?<!pleads\s)(?<!pleaded\s)(?<!pled\s)(?<!pleading\s)not\sguilty(?!\splea)"
        r"|acquitted|exonerated|cleared(?=\s(?:[\w’'.-]+\s){0,6}?of\b)",
    ),
    (
        "exit",
        r"resigned|quit(?!\s(?:smoking|drinking))|stepped\sdown|stood\sdown",
        rf"{_BE}(?:fired(?!\s(?:at|by\s(?:the\s)?(?:rebel|soldier|troop)|from|into|on|upon)\b)"
        r"|sacked|dismissed|ousted|removed\sfrom\soffice)"
        r"|sacked|ousted|fired(?=\s(?:the|its|his|her|their)?\s?(?:[a-z]+\s){1,3}[A-Z])",
    ),
    (
        "win",
        # What was won or lost in figures is money, seats or tanks, and no contest.
        rf"won{_NO_SUM}|beat|prevailed|(?<!was\s)(?<!were\s)(?<!been\s)defeated(?!\sby\b)",
        rf"lost{_NO_SUM}|{_BE}(?:defeated|beaten)",
    ),
    (
        "ruling",
        r"upheld",
        r"overturned|quashed|annulled|struck\sdown|threw\sout|thrown\sout",
    ),
    ("motion", r"passed|approved|adopted", r"failed(?!\sto\b)|rejected|defeated|voted\sdown"),
    ("leave", r"granted", r"denied|refused(?!\sto\b)"),
    ("offer", r"accepted", r"rejected|refused(?!\sto\b)|turned\sdown"),
    ("assent", r"signed", r"vetoed"),
    (
        "level",
        r"rose|increased|climbed|jumped|soared|grew",
        r"fell|decreased|dropped|declined(?!\sto\b)|slumped|tumbled|plunged",
    ),
    ("life", r"survived", r"died|(?:was|were)\skilled"),
    (
        "case",
        r"(?:allowed|let|permitted)(?=\s(?:[\w’'.-]+\s){1,8}(?:to\s)?(?:proceed|go\s(?:ahead|forward)"
        r"|advance)\b)",
        r"dismissed|threw\sout|thrown\sout|tossed(?:\sout)?",
    ),
    ("plea", r"(?:pleaded|pled)\sguilty", r"(?:pleaded|pled)\snot\sguilty"),
    ("event", r"went\sahead|took\splace", r"called\soff|cancell?ed|scrapped"),
)
# What each names of the other's subject must be one: Velden beat Arvenia, which lost to it.
OF_ITS_SUBJECT = frozenset((f"{SLOT}win", f"{SLOT}level", f"{SLOT}life"))
_FOLLOWING = ("leave", "offer", "level", "life", "motion", "case", "plea", "event")
# Of these one may follow the other within days, so articles must be known to be of one.
MAY_FOLLOW = frozenset(f"{SLOT}{name}" for name in _FOLLOWING)
# What a text must have for a matter's pattern to find anything: most texts have none of it.
_WORDS = {
    "verdict": "guilty convicted acquitted exonerated cleared",
    "exit": "resigned quit stepped stood fired sacked dismissed ousted removed",
    "win": "won beat prevailed lost defeated",
    "ruling": "upheld overturned quashed annulled struck threw thrown",
    "motion": "passed approved adopted failed rejected defeated voted",
    "leave": "granted denied refused",
    "offer": "accepted rejected refused turned",
    "assent": "signed vetoed",
    "level": "rose increased climbed jumped soared grew fell decreased dropped declined slumped"
    " tumbled plunged",
    "life": "survived died killed",
    "case": "allowed let permitted dismissed threw thrown tossed",
    "plea": "pleaded pled",
    "event": "went took called cancelled canceled scrapped",
}
_SIGNS = {name: tuple(words.split()) for name, words in _WORDS.items()}


def _ends(name: str) -> str:
    """Return the pattern of a matter's two ends."""
    one, other = next(ends for matter, *ends in _ENDS if matter == name)
    return rf"\b(?:(?P<one>{one})|(?P<other>{other}))(?![\w-])"


# One call each, not a loop over them, so that those who try every pattern find these too.
_READ = (
    ("verdict", pattern(_ends("verdict"))),
    ("exit", pattern(_ends("exit"))),
    ("win", pattern(_ends("win"))),
    ("ruling", pattern(_ends("ruling"))),
    ("motion", pattern(_ends("motion"))),
    ("leave", pattern(_ends("leave"))),
    ("offer", pattern(_ends("offer"))),
    ("assent", pattern(_ends("assent"))),
    ("level", pattern(_ends("level"))),
    ("life", pattern(_ends("life"))),
    ("case", pattern(_ends("case"))),
    ("plea", pattern(_ends("plea"))),
    ("event", pattern(_ends("event"))),
)
# Words before an end in its clause by which it is none, or none yet: "could be fired", "not".
_OPEN = pattern(
    r"\b(?:if|unless|whether|would|could|should|may|might|will|shall|must|can|not|never|no|nor"
    r"|nobody|nearly|almost|some|others|many|most|several|half|denied|denies|call\w*|demand\w*"
    r"|want\w*|ask\w*|urg\w*|refus\w*|threat\w*|plan\w*|expect\w*|fear\w*|had|having|until|before"
    r"|after|when|previously|earlier|forced|first|second)\b(?:\s[\w’'-]+){0,5}\s$"
    r"|\bto\s(?:be|get|have|see)\s(?:\w+\s)?$"
    r"|n['’]t\s(?:[\w’'-]+\s){0,3}$",
    re.IGNORECASE,
)
_SOLE = pattern(r"\b(?:forced|pressure|pushed)\b", re.IGNORECASE)
_REACH = 70  # characters before an end in which it is told that it is none
_BREAK = pattern(r"[,;:]\s|\s[–—-]+\s|\s(?:and|but|while|although|though)\s")


def outcomes(text: str) -> tuple[Value, ...]:
    """Return the outcomes that a sentence tells as done: the slot is what was to be settled."""
    found = []
    for name, ends in _READ:
        if not any(sign in text for sign in _SIGNS[name]):
            continue
        for match in ends.finditer(text):
            before = _BREAK.split(text[max(0, match.start() - _REACH) : match.start()])[-1]
            if _OPEN.search(before) or (name == "exit" and _SOLE.search(text)):
                continue
            side = 1.0 if match["one"] else 0.0
            found.append(Value("polarity", f"{SLOT}{name}", *match.span(), ((side, side),)))
    return tuple(found)
