"""Alternatives of a pattern, and which of them a text cannot be without some words.

A pattern that begins with "anything" is tried at each sign of a text, which takes long. Where all
such patterns name words that they need, a text without any of these needs only the others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarize.text.narrow import has, is_odd
from summarize.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_ANYTHING = re.compile(r"(?:\(\?!\w+\))?\.\{\d+,\d+\}")
_WORD = re.compile(r"\w+")
_ESCAPE = re.compile(r"\\.")
_CAPITAL = re.compile(r"[A-Z]|\(\?-i")


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of a reason and a pattern: which row a whole text is, in any case, the first that fits.

    `near` and `far` have no capitals and are held against the text in small letters, at which `re`
    rules out at a look what begins otherwise; `cased` and `odd` are held against it as it stands.
    `parts` and `words`, in lower case, are those of which each alternative that begins with
    anything, and so with `.{0,60}`, needs one at least: a part anywhere, or a word as a whole.
    """

    near: re.Pattern[str]
    far: re.Pattern[str]
    cased: re.Pattern[str]
    odd: re.Pattern[str]
    parts: tuple[str, ...]
    words: frozenset[str]

    def fullmatch(self, text: str) -> int | None:
        """Return the number of the first row that a text is; None if it is none."""
        if is_odd(text):
            found = [self.odd.fullmatch(text)]
        else:
            small = text.lower()
            found = [self.near.fullmatch(small), self.cased.fullmatch(text)]
            if self._may_be_far(small):
                found.append(self.far.fullmatch(small))
        return min((int((one.lastgroup or "r0")[1:]) for one in found if one), default=None)

    def _may_be_far(self, small: str) -> bool:
        if has(small, self.parts):
            return True
        return bool(self.words) and not self.words.isdisjoint(_WORD.findall(small))


def rows(patterns: Sequence[str], parts: Sequence[str], words: Iterable[str] = ()) -> Rows:
    """Return the rows of some patterns, all of which are compiled as they stand.

    Raises:
        ValueError: one that begins with anything asks for a capital.
    """
    near, far, cased = (
        ["|".join(part for part in alternatives(row) if kind(part)) for row in patterns]
        for kind in (lambda one: not is_far(one) and not has_case(one), is_far, _is_near_and_cased)
    )
    if any(map(has_case, far)):
        raise ValueError("What begins with anything is held against small letters.")
    return Rows(
        _union(near, 0),
        _union(far, 0),
        _union(cased, re.IGNORECASE),
        _union(patterns, re.IGNORECASE),
        tuple(parts),
        frozenset(words),
    )


def has_case(alternative: str) -> bool:
    """Tell whether an alternative tells capitals from small letters, or is written with any."""
    return _CAPITAL.search(_ESCAPE.sub("", alternative)) is not None


def _is_near_and_cased(alternative: str) -> bool:
    return not is_far(alternative) and has_case(alternative)


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


def _union(patterns: Sequence[str], flags: int) -> re.Pattern[str]:
    """Return a pattern whose last group names the row that fits.

    It is empty and stands behind its row: with a group before it, `re` would rule out no row by
    the sign that the text begins with, which takes four times as long.
    """
    named = (f"(?:{row})(?P<r{number}>)" for number, row in enumerate(patterns) if row)
    return pattern("|".join(named) or "(?!)", flags)
