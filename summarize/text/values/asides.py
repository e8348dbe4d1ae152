"""Asides: what a clause says by the way, so that another one tells the same without it.

"On May 9", "at 6:30 a.m.", "in 1998", "the 1950-53 war", "9/11" and "36 hours after" say when; who
tells the thing without them, or says "Sunday", tells it all the same. A bracket adds to what stands
before it, "phase 2/3" only says which trial, and a Jakarta Herald is not the capital.
"""

from __future__ import annotations

import re

from summarize.text.tongues.force import in_force

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.?)"
)
_ASIDE = re.compile(
    r"\([^()]*\)"
    rf"|\b{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?(?:\sof)?\s{_MONTH}(?!\w)"
    r"|\b(?:19|20)\d\d(?:[-–]\d\d(?:\d\d)?)?\b"
    r"|\b\d{1,2}/\d{1,2}\b"
    r"|\b\d{1,2}(?:[:.]\d\d)?(?=\s?[ap]\.?m\b)|\b\d{1,2}:\d\d\b"
    r"|\b\d+(?:\s\w+)?\s(?:minutes|hours|days|weeks|months|years)\s"
    r"(?:after|ago|before|earlier|later|since)\b"
    r"|\b[A-Z]\w+(?=\s(?:Daily|Herald|Journal|Mail|Morning|News|Post|Star|Telegraph|Times|Today"
    r"|Tribune)\b)"
)


def without_asides(clause: str) -> str:
    """Return a clause without times, brackets and the places that outlets are named for.

    English only.
    """
    return clause if in_force() else _ASIDE.sub("", clause)
