"""Pointing: nouns amid a sentence by which it points at what was told before, as "that plea".

English only: of another language nothing is said, so nothing is held against it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.text.attribution.clues import is_little
from summarize.text.clauses import main_clause
from summarize.text.patterns import pattern
from summarize.text.predicates import is_past
from summarize.text.quoting import unquoted
from summarize.text.terms import content, stem
from summarize.text.tongues.force import in_force

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

# Before a noun "that" is mostly what joins clauses, unless it stands behind one of these. What
# opens with "In this" is for `openers` to judge.
_AT = (
    "about|across|after|against|at|before|behind|between|by|during|for|from|inside|into|near|of|on"
    "|over|since|through|to|under|with|within"
)
_ANY = pattern(
    rf"(?<!\AIn )\b(?:(?:this|(?:{_AT}) that)|(?P<many>these|those)) "
    r"(?P<words>[a-z]{3,}(?: [a-z]{3,}){0,3})"
)
_MAY_POINT = pattern(r"\bth(?:is|at|ese|ose) [a-z]")
# What tells the noun behind it: "that day in May", "this message: …".
_TOLD = pattern(
    r"\s?[:—–]|,? (?:of|that|which|who|whose|called|dubbed|known|named|titled|when|where|in [A-Z]"
    r"|on [A-Z])|,?\s+\. "  # what was quoted stands behind it
)
# What every reader is amid, or knows, and what things are measured by: "this season", "this
# administration", "ships of that size".
_AROUND = frozenset(
    """administration afternoon age amount area autumn campaign case century city class community
    continent country county cycle day decade depth district earth election evening fall fiscal
    force game generation government height holiday hour island league length level magnitude
    moment month morning nation nature neighborhood neighbourhood night offseason page pandemic
    past planet point president quarter region season series session size speed spring stage
    state street strength summer term time town universe valley village virus way week weekend
    weight winter world year""".split()
)
# What sums up an event or what is said of it, which a brief tells in any words.
_SUMMING = frozenset(
    """allegation blow challenge change charge claim concern crime crisis criticism danger debate
    development disaster dispute effect fear fight issue matter problem risk situation threat
    tragedy violence worries""".split()
)
# What is no noun, and ends one, besides little words and what has a verb's form: "this else".
_NO_NOUN = frozenset(
    """afresh alone anew another clear come couldn deep didn difficult doesn due easier easy
    else enough ever fast first further hadn hand happen hard hasn here high inside isn kind
    last late less long many more most much need next nice particular possible quite rather said
    shouldn soon sort such there together too twice type very wasn well whole worse
    wouldn""".split()
)
_MANY = 5  # content words before it, among which may be what it points at
_PEOPLE = frozenset("children men people women".split())
_SINGULAR = ("ss", "us", "is", "news", "series")


def pointed(text: str) -> str | None:
    """Return the noun of a main clause that points at what was told before, or None.

    Such are "for that plea" and "this question"; none does if the sentence has named it before or
    tells it behind, or if it is a time or a place that readers know.
    """
    if in_force() or not _MAY_POINT.search(text):
        return None
    whole = unquoted(text)
    for match in _ANY.finditer(main_clause(whole)):
        noun, end = _noun(match["words"].split(), match)
        before = content(text[: max(match.start(), text.find(match.group()))])
        if noun and len(before) < _MANY and stem(noun) not in before:
            return None if _TOLD.match(whole, end) else noun
    return None


def _noun(words: Sequence[str], match: re.Match[str]) -> tuple[str | None, int]:
    """Return the noun behind "this" or "those" and where it ends, None if it is none.

    Several things end in -s, and one does not, as what it does mostly would.
    """
    found, end, several = None, match.start("words"), False
    for word in words:
        if {word, word.removesuffix("s")} & (_AROUND | _SUMMING):
            return None, end
        if word in _NO_NOUN or is_little(word) or _is_verbal(word):
            break
        several = word in _PEOPLE or (word.endswith("s") and not word.endswith(_SINGULAR))
        if several and not match["many"]:
            return found, end - 1
        found, end = word, end + len(word) + 1
        if several:
            break
    return (found if several == bool(match["many"]) else None), end - 1


def _is_verbal(word: str) -> bool:
    return word.endswith(("ing", "ly")) or is_past(word)
