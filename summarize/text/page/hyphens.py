"""Hyphens: words that the end of a line divides, put together again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.text.page.wrapped import MOST_LINES, has_lines, paragraphs
from summarize.text.patterns import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Set as AbstractSet

_DIVIDED = pattern(
    r"(?P<before>-?)(?<![^\W\d_])(?P<head>[^\W\d_]{2,}+)[-\u00ad\u2010]\n[^\S\n]*+(?P<tail>[^\W\d_]++)"
)
_DIVIDING = ("-\n", "\u00ad\n", "\u2010\n")  # without any of these there is none
_WORD = pattern(r"[^\W\d_]++(?:-[^\W\d_]++)*+")
_LEAST = 2  # words; one alone may be a "long-term" that happens to stand there
# What is written with a hyphen where a text has it only at the end of a line.
_COMPOUND = pattern(
    r"(?:two|three|four|five|seven|eight|nine|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)-"
    r"(?!teen|th\b|ty\b)[a-z]{3,}|self-(?!ish|less)[a-z]+|(?:well|ill)-[a-z]+(?:ed|n|ng)"
    r"|(?:long|short|medium)-(?:term|time|range|running|lived|distance|standing)|(?:high|low)-"
    r"(?:level|ranking|profile|speed|risk|tech|quality|cost|income|rise)|(?:right|left)-wing"
    r"|(?:full|part|half)-time|far-(?:right|left)"
)


def rejoined(text: str) -> str:
    """Return a text that was broken at a width, dividing words, with each paragraph on a line.

    Its words are whole. Any other text is returned as it is.
    """
    if not any(sign in text for sign in _DIVIDING):
        return text
    divided = sum(found["tail"][0].islower() for found in _DIVIDED.finditer(text))
    if divided < _LEAST:
        return text
    places = paragraphs(text)
    wrapped = any(has_lines(text[start:end]) for start, end in places)
    if not wrapped or len(places) >= MOST_LINES:
        return text
    known = words(text)

    def join(found: re.Match[str]) -> str:
        head, tail = found["head"], found["tail"]
        sign = "-" if found["before"] or is_compound(head, tail, known) else ""
        return f"{found['before']}{head}{sign}{tail}"

    told = (_DIVIDED.sub(join, text[start:end]) for start, end in places)
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in told)


def words(text: str) -> AbstractSet[str]:
    """Return the words of a text in lower case, those with hyphens as one."""
    return {found.lower() for found in _WORD.findall(text)}


def is_compound(head: str, tail: str, known: AbstractSet[str]) -> bool:
    """Tell whether a hyphen at the end of a line is the word's own, going by a text's words."""
    if not tail[0].islower():
        return True
    whole, compound = (f"{head}{sign}{tail}".lower() for sign in ("", "-"))
    if compound in known or whole in known:
        return compound in known
    return _COMPOUND.fullmatch(compound) is not None
