"""Alternatives of a pattern, and which of them a text cannot be without some words.

A pattern that begins with "anything" is tried at each sign of a text, which takes long. Where all
such patterns name words that they need, a text without any of these needs only the others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarize.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ANYTHING = re.compile(r"(?:\(\?!\w+\))?\.\{\d+,\d+\}")
_ODD = ("ı", "İ")  # an i in any case, for `re`, but not for `casefold`


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of a reason and a pattern: which row a whole text is, in any case, the first that fits.

    `words`, in lower case, are those of which each alternative that begins with anything, and so
    with `.{0,60}`, needs one at least.
    """

    patterns: tuple[re.Pattern[str], re.Pattern[str]]
    words: tuple[str, ...]

    def fullmatch(self, text: str) -> int | None:
        """Return the number of the first row that a text is; None if it is none."""
        small = text.casefold()
        whole = any(word in small for word in self.words) or any(sign in text for sign in _ODD)
        found = self.patterns[not whole].fullmatch(text)
        return int((found.lastgroup or "r0")[1:]) if found else None


def rows(patterns: Sequence[str], words: Sequence[str]) -> Rows:
    """Return the rows of some patterns, all of which are compiled as they stand."""
    near = ["|".join(part for part in alternatives(row) if not is_far(part)) for row in patterns]
    return Rows((_union(patterns), _union(near)), tuple(words))


def is_far(alternative: str) -> bool:
    """Tell whether an alternative begins with anything, and so fits nearly anywhere."""
    return _ANYTHING.match(alternative) is not None


def alternatives(text: str) -> Iterator[str]:
    """Give what a pattern's text divides into at its outermost bars."""
    depth = start = 0
    for sign in re.finditer(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]", text, re.DOTALL):
        depth += (sign.group() == "(") - (sign.group() == ")")
        if sign.group() == "|" and not depth:
            yield text[start : sign.start()]
            start = sign.end()
    yield text[start:]


def _union(patterns: Sequence[str]) -> re.Pattern[str]:
    named = (f"(?P<r{number}>{row})" for number, row in enumerate(patterns) if row)
    return pattern("|".join(named), re.IGNORECASE)
