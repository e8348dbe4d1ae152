"""Narrowing: where a costly pattern can match at all, told by a cheap look.

Most sentences have none of the words that a pattern needs, and a pattern that ends where a number
begins needs only the last words before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# Letters that patterns for any case take for an i, s or k, though small they are none.
_ODD = str.maketrans("ıİſ\u212a", "iisk")


def has(text: str, marks: Iterable[str]) -> bool:
    """Return whether a text has one of some marks, as they stand."""
    for mark in marks:  # noqa: SIM110 - quicker than `any`, which makes a generator each time
        if mark in text:
            return True
    return False


def may_have(text: str, words: Iterable[str]) -> bool:
    """Return whether a text may have one of some words, given in small letters, in any case."""
    lowered = text.lower()
    for word in words:  # a generator takes twice as long
        if word in lowered:
            return True
    return is_odd(text)


def is_odd(text: str) -> bool:
    """Return whether a text has a letter that only patterns for any case take for an i, s or k."""
    if text.isascii():
        return False
    return "ı" in text or "İ" in text or "ſ" in text or "\u212a" in text


def small(text: str) -> str:
    """Return in small letters what a pattern for any case has found."""
    return text.translate(_ODD).lower()


def last_words(text: str, count: int) -> str:
    """Return the last words of a text with the blank before them, as many as are asked for.

    A pattern that ends with the text, and takes up fewer blanks, finds there what it finds in all.
    """
    head, *rest = text.rsplit(" ", count)
    return text[len(head) :] if len(rest) == count else text
