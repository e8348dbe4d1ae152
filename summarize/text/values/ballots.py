"""Ballots: how many voted for and against, and the scores of games: "51-49", "312 votes to 207".

Two figures make one value: 52-48 is not 51-49, and neither is 49-51, which is the same count told
from the other side. Only a sentence that tells of a vote, or of who beat whom, has one.
"""

from __future__ import annotations

import re

from summarize.text.patterns import pattern
from summarize.text.values.value import Value

_FIGURE = r"\d{1,3}(?:,\d{3})?"
_TWO = pattern(r"\d(?:\svotes)?(?:[-–]|\sto\s)\d")  # found far quicker, and seldom
_PAIR = pattern(
    rf"(?<![\w.,:/$€£¥–-])(?P<one>{_FIGURE})(?P<for>\svotes)?(?P<sign>[-–]|\sto\s)(?P<other>{_FIGURE})"
    r"(?![\w:/%–-]|[.,]\d)(?!\s(?:percent|per\scent|million|billion|thousand|seats|ballots|years"
    r"|months|weeks|days|hours|minutes|people|[ap]\.?m)\b)"
)
_VOTE = pattern(
    r"\b(?:vote[sd]?|voting|ballots?|passed|approv(?:es|ed|ing)|confirm(?:s|ed|ing)"
    r"|reject(?:s|ed|ing)|adopt(?:s|ed|ing)|censur(?:es|ed|ing)|rul(?:es|ed|ing)|decision|ratif\w+"
    r"|acquit(?:s|ted)|impeach(?:es|ed))\b"
)
_GAME = pattern(
    r"\b(?:beat(?:s|en|ing)?|won|wins?|winning|victor(?:y|ies)|los(?:t|es|ing|s)|defeat(?:s|ed)?"
    r"|fell|drew|draw|edg(?:ed|es|ing)|thrash(?:ed|ing)|downed|topped|trounc(?:ed|ing))\b"
)
# What stood so for a while, or of a part or a row of games: "led 2-0", "3-1 at half-time".
_PART = pattern(
    r"\b(?:led|lead(?:s|ing)?|trail\w*|ahead|behind|up|down|half-?time|halftime|quarter|inning"
    r"|period|set|sets|first leg|series|aggregate|record|season|improv\w+)\b"
)
_BODIES = frozenset(
    "house senate committee subcommittee council board assembly panel commission commons lords"
    " supreme appeals circuit lower upper union".split()
)
_WORD = pattern(r"[a-z]+")


def ballots(text: str) -> tuple[Value, ...]:
    """Return the vote or the score of a sentence that has one; of several, none."""
    if not _TWO.search(text):
        return ()
    found = list(_PAIR.finditer(text))
    if len(found) != 1:
        return ()
    (match,) = found
    vote, game = _VOTE.search(text), _GAME.search(text)
    slot = _slot(match, vote=bool(vote), game=bool(game), part=bool(_PART.search(text)))
    if not slot:
        return ()
    low, high = sorted(float(match[name].replace(",", "")) for name in ("one", "other"))
    both = 1e6 * high + low
    return (Value("number", slot, *match.span(), ((both, both),)),)


def _slot(match: re.Match[str], *, vote: bool, game: bool, part: bool) -> str | None:
    """Return what two figures count; None where they may be from one number to another."""
    voted = re.search(r"\b(?:vot(?:e[sd]?|ing)|by)\s(?:of\s)?$", match.string[: match.start()])
    if vote and (match["sign"] != " to " or match["for"] or voted):
        return "vote"
    record = match.string[: match.start()].endswith("(")  # "the Colts (11-4)"
    return "score" if game and not (part or record) and match["sign"] != " to " else None


def bodies(text: str) -> frozenset[str]:
    """Return the words that tell which body a sentence says voted or ruled."""
    return _BODIES.intersection(_WORD.findall(text.lower()))
