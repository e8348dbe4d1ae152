"""Quotations in languages besides English: what stands between their marks, and who says it.

Marks differ: « », „ “, “ ”, 「 」, and in some languages » « or the same mark on both sides. A
straight one, or Hebrew's ״, that stands in a short form such as צה"ל is part of a word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize import counted
from summarize.text.patterns import pattern
from summarize.text.tongues.openers import points

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARKS = pattern('["“”„«»״「『]')
# What closes a low mark differs from house to house, as does what an ASCII keyboard leaves of it.
_PAIRS = '„[^“”"]*[“”"]?|“[^”]*”?|"[^"”]*["”]?|״[^״]*״?|「[^」]*」?|『[^』]*』?'
# »so« in some languages, »so» or ”so” in others, else «so»; in Korean a particle is written behind.
_INWARD = pattern(rf"{_PAIRS}|«[^»]*»?")
_OUTWARD = pattern(rf"{_PAIRS}|«[^»]*»?|»[^«]*«?")
_SAME = pattern(rf"[»”][^»”]*[»”]?|{_PAIRS}|«[^»]*»?")
_WITH_PARTICLE = pattern(rf"(?:{_PAIRS}|«[^»]*»?)[^\W\d_]*")
_QUOTED = {
    **dict.fromkeys("cs da de hr hu sk sl sr".split(), _OUTWARD),
    **dict.fromkeys(("fi", "sv"), _SAME),
    "ko": _WITH_PARTICLE,
}
# The mark of a short form stands before the last letter, or behind more letters than the particles
# that are written in one with a quotation: ב"הארץ".
_SHORT = pattern(
    r"(?<=[א-ת])[\"״](?=[א-ת](?![א-ת]))|(?<=[א-ת]{3})[\"״](?=[א-ת])"
    r"|(?<=[א-ת])(?<!\b[הובכלמש])(?<!\b[הובכלמש]{2})[\"״](?=[א-ת])"
)
_PUNCTUATION = "\"'“”‘’„«»‹›()[].,:;!?…،؛؟।–—"
_PRONOUN = pattern("[他她它][们們]?|[，。、：！？\\s]")
_NO_BLANKS = frozenset({"ja", "zh"})
# What marks who or what a Japanese sentence is about, or on whose word.
_TOPIC = ("は", "が", "も", "氏", "によると", "によれば", "：", ":")


def spans(text: str, language: str) -> list[tuple[int, int]]:
    """Return where the quotations of a text are, marks included; an open one goes on to its end."""
    if not _MARKS.search(text):
        return []
    return [
        found.span()
        for found in _QUOTED.get(language, _INWARD).finditer(unshortened(text, language))
    ]


def unshortened(text: str, language: str) -> str:
    """Return a text, as long, in which a mark that is part of a Hebrew word is an apostrophe."""
    return _SHORT.sub("'", text) if language == "he" else text


def unquoted(text: str, language: str, instead: str = " ") -> str:
    """Return a text with something else in place of each quotation."""
    return "".join(_between(text, language, instead))


def is_attributed(text: str, language: str) -> bool:
    """Return whether something outside the quotations of a text tells who says them.

    Two words do, of which one is more than a name and none a pronoun, or three signs where there
    are no blanks. In Japanese they must name somebody, since "と述べた" does not.
    """
    outside = unquoted(text, language)
    if language in _NO_BLANKS:
        told = language != "ja" or any(sign in outside for sign in _TOPIC)
        return told and counted.words(_PRONOUN.sub("", outside)) > 2
    words = [word.strip(_PUNCTUATION) for word in outside.replace("-", " ").split()]
    words = [word for word in words if word[1:] and not points(word, language)]
    named = ":" in outside or any(not word[0].isupper() for word in words)
    return named and len(words) > 1


def _between(text: str, language: str, instead: str) -> Iterator[str]:
    at = 0
    for start, end in spans(text, language):
        yield text[at:start]
        yield instead
        at = end
    yield text[at:]
