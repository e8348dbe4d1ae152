"""Undone: whether a text says without any "not" that something is not so, or is not done.

"Declined to answer" is "did not answer", "is prohibited" is "is not allowed", and what is
ineffective does not help. English only.
"""

from __future__ import annotations

from summarize.text.narrow import may_have
from summarize.text.patterns import pattern
from summarize.text.tongues.force import in_force

_FAILS = ("declin", "refus", "fail", "neglect")
_FORBIDS = ("ban", "bar", "prohibit", "forb", "outlaw", "block", "prevent")
_NOT_SO = tuple(
    """unable unlikely unaware unspecified undisclosed undeterred unwilling unsuccessful impossible
    improper ineffective incapable unharmed unhurt uninjured unchanged unprepared""".split()
)
_UNDONE = pattern(
    r"\b(?:(?:declin(?:e[sd]?|ing)|refus(?:e[sd]?|ing)|fail(?:s|ed|ing)?"
    r"|neglect(?:s|ed|ing)?)\sto"
    r"|bans?|banned|banning|bars|barred|barring|prohibit(?:s|ed|ing|ions?)?|forbid(?:s|den|ding)?"
    r"|forbade|outlaw(?:s|ed|ing)|block(?:ed|ing)|prevent(?:s|ed|ing)?"
    rf"|{'|'.join(_NOT_SO)})\b"
)


def is_undone(text: str) -> bool:
    """Return whether a text says so of anything."""
    if in_force() or not may_have(text, (*_FAILS, *_FORBIDS, *_NOT_SO)):
        return False
    return _UNDONE.search(text.lower()) is not None
