"""Manner: the words around two values by which they are of two things, however alike they look.

Who does what is counted, what it is a count of, whether it is wished for, happens again, or bounds
something: "until Friday", "on Friday".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarize.differing.rules import rule
from summarize.text.patterns import pattern
from summarize.text.terms import stem

if TYPE_CHECKING:
    from summarize.differing.points import Point, Points

# A count of the one is none of the other, however near their verbs are in meaning.
_APART = frozenset(map(stem, ("destroyed", "damaged")))
_AGAIN = pattern(
    r"\bagain\b|\banother\b|\b[Aa] (?:second|third|fourth|fifth|fresh|further)\b"
    r"|\b(?:second|third|fourth|fifth)\s(?:consecutive|day|night|straight|time)\b"
)
# What is asked for, offered or expected is not what comes of it.
_WISHED = pattern(
    r"\b(?:ask(?:s|ed|ing)?\sfor|demand\w*|seek(?:s|ing)?|sought|request\w*|propos\w*|recommend\w*"
    r"|want\w*|expect\w*|forecast\w*|predict\w*|project(?:s|ed|ing)|target\w*|could|may|might|if)\b"
)
# Who does what is counted: "Velox will cut", but not who says how many.
_DOES = pattern(
    r"(?P<who>[A-ZÀ-Þ][\w’'-]*)\s(?:(?:will|would|has|have|had|is|was|to)\s|[a-z]+ly\s){0,3}"
    r"(?!(?:sa[iy]|to?ld|tell|report|count|record|estimat|put|claim|announc|confirm|list|cit))"
    r"[a-z]{3,}\s(?:(?:by|for|off|out|up)\s)?$"
)
_BEFORE = 80  # characters before a number in which somebody does what is counted
_OF = pattern(r"\sof\s(?:(?:all|an?|her|his|its|the|their)\s)*(?P<of>[a-z]{3,})")
# "At the hospital" and "at the scene", "in early trading" and "at the close".
_AT = pattern(r"\b(?:at|in)\s(?:(?:an?|early|late|the)\s){0,2}(?P<at>[a-z]{3,})")
# "Three times since October", "40 a day": of a time of its own.
_WITHIN = pattern(
    r"\s(?:[a-z]+\s)?(?:since|so far|this (?:month|season|week|year)|in (?:the )?(?:last|past)"
    r"|(?:an?|each|every|per) (?:day|hour|month|week|year))\b"
)
# "Until Friday" and "on Saturday" may both be true.
_BOUND = pattern(
    r"\b(until|till|through|since|from|by|before|after)\s(?:late\s|early\s)?$", re.IGNORECASE
)


def otherwise_told(points: Points, one: Point, other: Point) -> bool:
    """Return whether two points are told in words by which they are of two things."""
    return (
        _other_doer(points, one, other)
        or _other_stage(one, other)
        or _other_bound(one, other)
        or _other_span(one, other)
        or _other_deed(one, other)
        or _other_matter(points, one, other)
    )


def _other_doer(points: Points, one: Point, other: Point) -> bool:
    """Two numbers of what two do, of whom the other's sentence does not know either."""
    if one.value.kind != "number":
        return False
    places = ((point.text, point.value.start) for point in (one, other))
    does = [_DOES.search(text[max(0, start - _BEFORE) : start]) for text, start in places]
    known = (points.words(point.statement) for point in (other, one))
    whose = [stem(found["who"].lower()) if found else "" for found in does]
    # "Thieves stole": where a sentence begins, any word has a capital.
    return all(
        name in points.fixed and name not in words for name, words in zip(whose, known, strict=True)
    )


def _other_stage(one: Point, other: Point) -> bool:
    """Only one of two is told as wished for or expected, or as happening again."""
    if rule(one.value) in ("dispute", "polarity", "age", "designation"):
        return False
    again = {bool(_AGAIN.search(point.text, *point.where)) for point in (one, other)}
    wished = {
        bool(_WISHED.search(point.text, point.where[0], point.value.start))
        for point in (one, other)
    }
    return len(again) > 1 or (one.value.kind == "number" and len(wished) > 1)


def _other_bound(one: Point, other: Point) -> bool:
    """Two days of which one only begins or ends a time: until Friday."""
    if one.value.kind != "day":
        return False
    starts = ((point.text, point.value.start) for point in (one, other))
    found = [_BOUND.search(text[max(0, start - _BEFORE) : start]) for text, start in starts]
    return len({match and match[1].lower() for match in found}) > 1


def _other_span(one: Point, other: Point) -> bool:
    """Two numbers of which one is of a time of its own: three times since October."""
    if rule(one.value) not in ("number", "fate"):
        return False
    return len({bool(_WITHIN.match(it.text, it.value.end)) for it in (one, other)}) > 1


def _other_deed(one: Point, other: Point) -> bool:
    """Two numbers of what befell things in two ways: homes destroyed, and homes damaged."""
    mine, yours = (_APART.intersection(point.verbs) for point in (one, other))
    return one.value.kind == "number" and bool(mine and yours) and mine.isdisjoint(yours)


def _other_matter(points: Points, one: Point, other: Point) -> bool:
    """Two numbers of one word, each "of" or "at" something else: counts of fraud, of bribery."""
    if one.value.kind != "number":
        return False
    of = [_OF.match(point.text, point.value.end) for point in (one, other)]
    at = [_AT.search(point.text, point.value.end, point.where[1]) for point in (one, other)]
    mine, yours = of if all(of) else at
    if not (mine and yours):
        return False
    return stem(mine[1]) not in points.words(other.statement) and (
        stem(yours[1]) not in points.words(one.statement)
    )
