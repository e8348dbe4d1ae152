"""Figures: numbers written in one way, so that two texts can be held against each other by them.

"Eighteen" and "18", "the sixteenth" and "the 16th", "twelve to eight" and "12-8", "1.20%" and "1.2
per cent", "$3bn" and "$3 billion", "half a billion" and "500 million", "a decade" and "10 years",
"half a point" and "50 basis points" are each one number.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from summarize.text.narrow import may_have, small
from summarize.text.patterns import pattern
from summarize.text.terms import tokens
from summarize.text.tongues.force import in_force
from summarize.text.values.numerals import FIGURES, ONES, WORD, amount, numerals

if TYPE_CHECKING:
    from collections.abc import Mapping

# Small numbers are also told in other words (both, a pair, a few), and with them in figures as many
# citations are right, but fewer are found; labelled pairs of all development sets, 2026-11.
LEAST = 11
# Before the fourth an ordinal may be a share or a time: "a third", "the second".
_ORDINALS = {
    word: f"{number}th"
    for number, word in enumerate(
        "fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=4,
    )
}
_SHARES = {"quarter": "0.25", "half": "0.5", "three": "0.75"}
_SCALES = {"bn": "billion", "mn": "million", "m": "million", "tn": "trillion"}
_HALVES = {"million": "500 thousand", "billion": "500 million", "trillion": "500 billion"}
_TOLD = frozenset(
    [*FIGURES, *_ORDINALS, *"point points decade decades".split()]
)  # without these there is no word
_ORDINAL = pattern(rf"\b(?:{'|'.join(_ORDINALS)})\b", re.IGNORECASE)
_SPELLED = pattern(rf"\b{WORD}\b", re.IGNORECASE)
_VOTE = pattern(rf"\b({WORD}) to ({WORD})\b", re.IGNORECASE)
_POINT = pattern(
    r"\b(?:a )?(quarter|half|three)(?:[- ]quarters?)?(?:[- ]of)?(?:[- ]an?)?(?:[- ]percentage)?"
    r"[- ]points?\b",
    re.IGNORECASE,
)
_HALF = pattern(rf"\bhalf[- ](?:an? )?({'|'.join(_HALVES)})\b", re.IGNORECASE)
_DECADES = pattern(rf"\b(a|{'|'.join(ONES[2:10])}) decades?\b", re.IGNORECASE)
_BASIS = pattern(r"\b(\d{1,3})[ -]?(?:basis[- ]points?|bps?)\b", re.IGNORECASE)
_THOUSANDS = pattern(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?!\d)")
_ZEROS = pattern(r"(?<![\d.,])(\d+)(?:\.0+|(\.\d*?[1-9])0+)(?![\d.])")
_PERCENT = pattern(r"(\d)(?:\s?%|[ -](?:per cent|percent|pct|pc)\b)", re.IGNORECASE)
# Without a currency "100m" is a distance.
_SCALE = pattern(r"(\d)\s?(bn|mn|tn)\b|([$€£¥]\d+(?:\.\d+)?)\s?(m)\b", re.IGNORECASE)
_HEDGES = (
    (r"at least|more than|no (?:less|fewer) than|over|above|upwards? of", 0.95, 1.5),
    (r"at most|(?:less|fewer|no more) than|under|below|up to|as (?:many|much) as", 0.67, 1.05),
    (r"about|around|some|nearly|almost|roughly|approximately|close to|an? estimated", 0.85, 1.15),
)
_HEDGED = tuple(
    (pattern(rf"\b(?:{words})\s(?:an? )?[$€£¥]?(?=\d)", re.IGNORECASE), low, high)
    for words, low, high in _HEDGES
)
_COVID = pattern(r"\b(covid)-?19\b", re.IGNORECASE)  # a name that many write without the year
_DIGIT = pattern(r"\d")


def figures(text: str) -> str:
    """Return a text with its numbers in figures, each in one form. English only."""
    return text if in_force() else _figures(text)


@lru_cache(maxsize=1 << 14)  # a claim is read again for what none may lack that supports it
def _figures(text: str) -> str:
    if not _TOLD.isdisjoint(tokens(text)):
        text = _POINT.sub(lambda found: f"{_SHARES[small(found[1])]} point", text)
        text = _ORDINAL.sub(lambda found: _ORDINALS[small(found[0])], text)
        text = _HALF.sub(lambda found: _HALVES[small(found[1])], text)
        text = _DECADES.sub(_years, text)
        text = _VOTE.sub(lambda found: f"{_figure(found[1])}-{_figure(found[2])}", text)
        text = _SPELLED.sub(lambda found: _figure(found[0], LEAST), text)
    if not _DIGIT.search(text):
        return text
    for signs, shape, form in _FORMS:
        if may_have(text, signs):
            text = shape.sub(form, text)
    return text


@lru_cache(maxsize=1 << 12)  # asked of a claim for each number in it, beside each window
def hedged(text: str) -> Mapping[str, tuple[float, float]]:
    """Return the figures that a text gives as bounds or roughly, with what others may say."""
    found = {}
    for words, low, high in _HEDGED:
        for match in words.finditer(text):
            number = next(numerals(text[match.end() :]), None)
            if number and not number.start():
                value = amount(number["number"], number["scale"])
                found[number["number"]] = low * value, high * value
    return found


@lru_cache(maxsize=1 << 14)
def amounts(text: str) -> tuple[float, ...]:
    """Return how much each number of a text is."""
    return tuple([amount(one["number"], one["scale"]) for one in numerals(text)])


def _years(found: re.Match[str]) -> str:
    count = small(found[1])
    return f"{10 if count == 'a' else 10 * amount(count, None):g} years"


def _scaled(found: re.Match[str]) -> str:
    number, scale = (found[1], found[2]) if found[1] else (found[3], found[4])
    return f"{number} {_SCALES[small(scale)]}"


def _figure(word: str, least: int = 0) -> str:
    value = amount(word, None)
    return f"{value:g}" if value >= least else word


def _basis(found: re.Match[str]) -> str:
    return f"{int(found[1]) / 100:g} point"


# What is written in another form, in this order: the signs without one of which there is none, in
# small letters, how it looks, and its form.
_FORMS = (
    (("covid",), _COVID, r"\1"),
    (("bp", "basis"), _BASIS, _basis),
    ((",",), _THOUSANDS, lambda found: found[0].replace(",", "")),
    ((".",), _ZEROS, lambda found: found[1] + (found[2] or "")),
    (("%", "per", "pct", "pc"), _PERCENT, r"\1"),
    (("bn", "mn", "tn", "m"), _SCALE, _scaled),
)
