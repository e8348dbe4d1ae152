"""Naming: which words are a name or quoted anywhere in a story."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarize.text.terms import is_content, stem, tokens
from summarize.words import is_state, terms

if TYPE_CHECKING:
    from collections.abc import Iterable

_NAME = re.compile(r"\b[A-Z][\w’'.-]*")
_QUOTED = re.compile(r"“[^”]*|\"[^\"]*")
# All signs for which `str.isdigit` holds, and more; a word that has one behind its first sign.
_DIGIT = r"[\d²³¹\u1369-\u1371\u19da\u2070-\u2089\u2460-\u24ff\u2776-\u2793\U00010a40-\U0001f10f]"
_MIXED = re.compile(rf"{_DIGIT}(?<=[^\W\d_].)|{_DIGIT}(?<=[^\W\d_]['’.].)")


def fixed(texts: Iterable[str]) -> frozenset[str]:
    """Return the words, no numbers, that `terms` tells as fixed in any of some texts, as stems.

    Those are words with a capital or a digit, or in quotation marks. A text whose words of that
    kind are all known to be fixed, as nearly every text of a large story is, is not read again.
    """
    known: set[str] = set()
    settled: set[str] = set()  # parts as written that have nothing else
    opening: set[str] = set()  # names as written that are none where a text begins
    for text in texts:
        parts = _NAME.findall(text)
        if parts and text.startswith(parts[0]):
            if parts[0] not in opening and not _named(parts[0]):
                opening.add(parts[0])
            if parts[0] in opening:
                parts[0] = ""
        if '"' in text or "“" in text:
            parts += _QUOTED.findall(text)
        if _MIXED.search(text):
            parts += filter(_MIXED.search, text.split())
        for part in parts:
            if part not in settled:
                if not known.issuperset(_stems(part)):
                    known.update(word for word in terms(text).fixed if not word[0].isdigit())
                    break
                settled.add(part)
    return frozenset(known)


def _named(word: str) -> bool:
    """Return whether a word with a capital is fixed even where a text begins."""
    return any(is_state(stem(token)) for token in tokens(word)) or bool(_MIXED.search(word))


def _stems(part: str) -> list[str]:
    return [stem(word) for word in tokens(part) if is_content(word) and not word[0].isdigit()]
