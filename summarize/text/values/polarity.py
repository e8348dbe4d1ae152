"""Yes and no: what a sentence says did not happen, and who denies what."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarize.text.narrow import may_have
from summarize.text.predicates import is_past, verbs
from summarize.text.terms import FUNCTION_WORDS, content, negates
from summarize.text.values.accusations import accusation, denial
from summarize.text.values.plans import pasts, present
from summarize.text.values.value import Value

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

_NOT = re.compile(
    r"\b(?=[acdhinw])(?:(?:do|does|did|has|have|had|is|are|was|were|can)(?:\snot|n['’]t)"
    r"|never|cannot|can['’]t|denie[sd]\shaving|denied)\s",
    re.IGNORECASE,
)
# What a text must have, in small letters, for these patterns to find anything: most have none.
_NOT_WORDS = ("not", "n't", "n’t", "never", "den")
# "Not only", "not yet", "not until Friday", "not clear" deny nothing, or not for long.
_NO_DENIAL = re.compile(
    r"(?:only|just|because|yet|all|every|necessarily|immediately|always)\b"
    r"|[^,;.]*\b(?:(?:so far|yet)(?=[,;.]|$)|until\b)"
)
_UNTIL_NOW = re.compile(r"ha(?:s|ve)(?:\snot|n['’]t)\s", re.IGNORECASE)
# "If they did not", "some did not", "contradicted the claim that they did not": no statement of
# fact, or one of others.
_OPEN = re.compile(
    r"\b(?:if|unless|whether|some|others|many|most|several|would|could|should|may|might|who"
    r"|contradict\w*|contrary to|debunk\w*|disprov\w*|false|falsely|refut\w*|wrongly)\b[^,;.]*$",
    re.IGNORECASE,
)
_PLANNED = re.compile(r"\b(?:to|will|shall|not)\s$", re.IGNORECASE)  # not said to have happened
_PLAN = 10  # characters, more than the longest of these words has, with what sets it off
_REFERS = re.compile(
    r"\b(?:accus\w*|alleg\w*|charges?|claim\w*|according to|blam\w*)\b", re.IGNORECASE
)
_GENERIC = frozenset(
    "claim charg alleg accus report wrongdo anyth involv statement suggest repeat repeatedli "
    "strong strongli categor vehement all any".split()
)
_LEAST = 3  # content words that say what a denial is about
_ENDS = re.compile(r"[,;:]\s|\s[–—-]+\s|\s(?:although|though|but|while)\s")
_NAMED = re.compile(r"(?:accusation|allegation|denial)s?", re.IGNORECASE)
_OF_WHAT = re.compile(r"\s(?:that|of|about)\b", re.IGNORECASE)
_UNTOLD = re.compile(
    r"\b(?:(?<!continue )(?<!continues )(?<!continued )to|for|from|of|without)\s(?:\w+ly\s)?"
    r"(?:den|disput|refut|rebut|reject|dismiss)(?:y|e|s|ying|ing)?$",
    re.IGNORECASE,
)
_STATE = re.compile(r"(?:is|are|was|were)\b", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*")


def denied(text: str) -> tuple[Value, ...]:
    """Return what a sentence says did not happen: the slot is its verb."""
    found = []
    for match in _NOT.finditer(text) if may_have(text, _NOT_WORDS) else ():
        if match.group().lower().startswith("den") and not denial(text):
            continue  # "denied bail"
        if _NO_DENIAL.match(text, match.end()) or _is_open(text, match.start()):
            continue
        for word in list(_WORD.finditer(text, match.end()))[:3]:
            low = word.group().lower()
            if low in FUNCTION_WORDS or low.endswith("ly"):
                continue
            # "Is not released" denies a deed, "is not clear" none.
            state = _STATE.match(match.group()) and not (is_past(low) or low.endswith("ing"))
            if not state:
                here = (match.start(), word.end())
                found.append(Value("polarity", f"to {present(low)}", *here, ((0.0, 0.0),)))
            break
    return tuple(found)


def affirmed(text: str, deeds: AbstractSet[str] | None = None) -> tuple[Value, ...]:
    """Return what a sentence says happened; nothing for one that says no, or accuses.

    With `deeds`, only by verbs of these stems.
    """
    found = verbs(text, None if deeds is None else deeds | pasts(deeds))
    if not found or denial(text) or accusation(text) or negates(text):
        return ()
    return tuple(
        Value("polarity", f"to {present(text[low:high].lower())}", low, high, ((1.0, 1.0),))
        for low, high in found
        if not _is_open(text, low) and not _PLANNED.search(text, max(0, low - _PLAN), low)
    )


def _is_open(text: str, start: int) -> bool:
    """Return whether what stands there is under an "if", or told of "some".

    Such a word is behind the last comma or stop, so nothing before that need be read.
    """
    last = max(text.rfind(",", 0, start), text.rfind(";", 0, start), text.rfind(".", 0, start))
    return _OPEN.search(text, last + 1, start) is not None


def until_now(text: str, value: Value) -> bool:
    """Return whether a sentence says that something has not happened, as it still may."""
    return _UNTIL_NOW.match(text, value.start) is not None


def disputed(text: str) -> tuple[Value, ...]:
    """Return the accusation or the denial of a sentence; of one that tells both, the denial."""
    no = denial(text)
    match = no or accusation(text)
    if not match or not _is_told(text, match):
        return ()
    if no and not _matters(text[no.end() :]) and not _REFERS.search(text[: no.start()]):
        return ()  # "He denied it": what, another sentence said
    side = 0.0 if no else 1.0
    return (Value("polarity", "dispute", *match.span(), ((side, side),)),)


def _is_told(text: str, match: re.Match[str]) -> bool:
    """Return whether a sentence tells a denial or an accusation, and not only of one.

    "The allegation was heard" says of what only elsewhere, "hard to refute" that nobody does it.
    """
    if _NAMED.fullmatch(match.group()) and not _OF_WHAT.match(text, match.end()):
        return False
    return not _UNTOLD.search(text, 0, match.end())


def _matters(part: str) -> bool:
    return len(set(content(part)) - _GENERIC) >= _LEAST


def accuser(text: str, value: Value) -> str:
    """Return the words before an accusation that name who makes it, or before a denial who denies.

    Nothing for "was accused", which names the accused.
    """
    before = text[: value.start]
    if re.search(r"\b(?:is|are|was|were|be|been|being|allegedly)\W+(?:\w+ly\W+)?$", before):
        return ""
    return re.split(r"[;:]\s|\s(?:while|although|though|but|and)\s", before)[-1]


def matter(text: str, value: Value) -> str:
    """Return what an accusation or a denial is about: the clause that follows the word for it.

    Where that is only "the claim" or nothing, it is what stands before, or else all that follows.
    """
    rest = text[value.end :].lstrip(" ,")
    for part in (_ENDS.split(rest, maxsplit=1)[0], text[: value.start]):
        if _matters(part):
            return part
    return rest
