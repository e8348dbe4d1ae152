"""Spellings that writers of a language leave each other free to choose, made one.

For keys to compare, never to show: digits of a script are those of all, Arabic letters stand
without hamza, Persian ones are Persian, Hindi's nasals are dots, and a Turkish name stands alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

# The scripts whose digits are written beside 0 to 9: Arabic, Persian, Devanagari, Bengali, Thai.
_ZEROS = "٠۰०০๐"
_DIGITS = {ord(zero) + digit: str(digit) for zero in _ZEROS for digit in range(10)}
_DIGITS |= {ord("٫"): ".", ord("٬"): ","}
_LETTERS: dict[str, Mapping[int, int | str | None]] = {
    "ar": str.maketrans("أإآٱکیؤئ", "ااااكيءء"),
    "fa": str.maketrans("يىكةۀأإٱ", "ییکههااا"),
    "ur": str.maketrans("يىكأإٱ", "ییکااا"),
    **{code: {ord("़"): None, ord("ँ"): "ं"} for code in ("hi", "mr", "ne")},
}
# A nasal before a consonant of its own row may be written as a dot: हिन्दी, हिंदी.
_NASAL = pattern("ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[त-ध])|म्(?=[प-भ])")
_NASALS = frozenset(("hi", "mr", "ne"))
# Behind a Turkish name an ending is set off: İstanbul'da.
_ENDING = pattern(r"(?<=[^\W\d_])['’][^\W\d_]+")
_TURKISH = str.maketrans("İI", "iı")


def plain(text: str, language: str) -> str:
    """Return a text with digits of all scripts as 0 to 9, and of Turkish, names without endings."""
    if language == "tr":
        text = _ENDING.sub("", text.translate(_TURKISH))
    return text if text.isascii() else text.translate(_DIGITS)


def spelled(word: str, language: str) -> str:
    """Return a word with one spelling where a language has several."""
    letters = _LETTERS.get(language)
    if letters is None:
        return word
    word = word.translate(letters)
    return _NASAL.sub("ं", word) if language in _NASALS else word
