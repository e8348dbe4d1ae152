"""Numerals: numbers as they are written in running text, in digits or in words."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from summarize.text.narrow import small

if TYPE_CHECKING:
    from collections.abc import Iterator

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES = {
    "dozen": 12,
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "m": 1e6,
    "bn": 1e9,
    "k": 1e3,
    "mn": 1e6,
}
_WORDS = {word: float(n) for n, word in enumerate(ONES)} | {
    word: 10.0 * n for n, word in enumerate(_TENS, start=2)
}
# Words for numbers as figures, and those that make a number another: "one" may count nothing.
FIGURES = {word: f"{value:g}" for word, value in _WORDS.items() if value > 1} | {
    word: word
    for word in "dozen dozens hundred hundreds thousand thousands million millions billion "
    "billions trillion".split()
}
WORD = rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(ONES[1:10])}))?|{'|'.join(ONES[1:])})"
_DOZEN = 0.15  # share by which dozens may be off
_OF_A_DOZEN = {"a": 1.0, "half a": 0.5, "half": 0.5}  # what stands before "dozen" and is a number
DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_NUMBER = re.compile(
    rf"(?<![\w.,:/$€£¥-])(?P<sign>[$€£¥]|US\$)?(?P<number>{DIGITS}|{WORD}"
    r"|(?:half\s)?a(?=\sdozen\b)|half(?=-dozen\b))"
    rf"(?:(?:\s?[-–]\s?|\sto\s|\sand\s)[$€£¥]?(?P<upper>{DIGITS}))?"
    r"(?:[\s-]?(?P<scale>dozen|hundred|thousand|million|billion|trillion|mn|bn|m|k))?"
    r"(?![\w:/]|[.,]\d|[-–]\d)",
    re.IGNORECASE,
)
# Where one may begin behind the start: what is before, and the first letters of what follows. That
# is far quicker than to try it everywhere.
_CASES = {"i": "[iIıİ]", "s": "[sSſ]", "$": r"\$"}
_FIRST = "|".join(
    "".join(_CASES.get(letter, f"[{letter}{letter.upper()}]") for letter in word)
    for word in sorted({"us$", "a do", "half", *(word[:4] for word in (*ONES[1:], *_TENS))})
)
_BEFORE = re.compile(rf"[^\w.,:/$€£¥-](?=[\d$€£¥]|(?=[aAhHoOtTfFsSſeEnNuU])(?:{_FIRST}))")


def numerals(text: str) -> Iterator[re.Match[str]]:
    """Give the numbers of a text, none within another."""
    end = 0
    for place in chain((0,), map(re.Match.end, _BEFORE.finditer(text))):
        if place >= end and (match := _NUMBER.match(text, place)):
            end = match.end()
            yield match


def is_year(match: re.Match[str]) -> bool:
    """Return whether a number may be that of a year."""
    plain = not (match["sign"] or match["scale"])
    return plain and bool(re.fullmatch(r"(?:1[5-9]|20)\d\d", match["number"]))


def amount(number: str, scale: str | None) -> float:
    """Return how much a number is, in digits or in words, with its scale."""
    plain = small(number).replace(",", "")
    if plain[0].isdigit():
        value = float(plain)
    elif plain in _OF_A_DOZEN:
        value = _OF_A_DOZEN[plain]
    else:
        value = sum(_WORDS[word] for word in re.split(r"[- ]", plain))
    return value * (_SCALES[small(scale)] if scale else 1.0)


def rounding(match: re.Match[str], value: float) -> float:
    """Return half of the last place given: 200 stands for 150 to 250, 198 for itself.

    A dozen is about twelve.
    """
    if match["scale"] and small(match["scale"]) == "dozen":
        return _DOZEN * value
    digits = match["number"].replace(",", "")
    if "." in digits or match["scale"]:
        places = len(digits.partition(".")[2])
        scale = _SCALES[small(match["scale"])] if match["scale"] else 1.0
        return 0.49 * scale / float(10**places)
    if not digits.isdigit() or value < 100:
        return 0.0
    zeros = len(digits) - len(digits.rstrip("0"))
    return 0.49 * float(10**zeros) if zeros else 0.0
