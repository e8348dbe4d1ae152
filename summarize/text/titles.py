"""Titles: what a brief is called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarize.text.patterns import pattern
from summarize.text.predicates import verbs
from summarize.text.terms import content

if TYPE_CHECKING:
    from collections.abc import Collection

_LONGEST = 90  # characters of a sentence that make a title
_LEAST = 3  # content words; of fewer, such as "What you need to know", chance bears out many
# Where a sentence that is too long for a title may end as one: before a clause that adds to it.
_ADDS = pattern(
    r"[;:]\s|\s[–—]\s|,?\s(?:as|while|although|but|after|amid|because|when|before|despite"
    r"|according to)\s|,\s(?:which|who|whose|where|with|saying|including|leaving|making)\s"
)
# What a sentence opens with that tells the event only behind such a clause.
_BEFORE = pattern(
    r"(?:while|although|though|as|after|before|when|because|despite|if|since|once)\b", re.IGNORECASE
)
_FIGURE = re.compile(r"(?<![\w.,-])\d+(?:[.,]\d+)*(?![\w-])")  # and neither R21 nor a 14-year-old


def title(first: str, titles: Collection[str]) -> str:
    """Return the one of the articles' titles that a brief's first sentence bears out best.

    One with a figure of which the sentence says nothing counts half, for it may be overtaken.
    Without any title it is what fits of that sentence.
    """
    known = sorted(titles)
    known = [one for one in known if len(set(content(one))) >= _LEAST] or known
    if not first or not known:
        return known[0] if known else _shortened(first)
    stated = set(content(first))

    def borne(one: str) -> float:
        words = set(content(one))
        figures = {*_FIGURE.findall(one)} <= {*_FIGURE.findall(first)}
        return len(words & stated) / max(1, len(words)) * (1.0 if figures else 0.5)

    return max(known, key=borne)


def _shortened(text: str) -> str:
    """Return a sentence as a title: whole, or up to a clause that adds to it, or the words."""
    if len(text) <= _LONGEST:
        return text.rstrip(".")
    ends = () if _BEFORE.match(text) else tuple(_ADDS.finditer(text, 0, _LONGEST))
    for match in reversed(ends):
        head = text[: match.start()]
        if verbs(head) and len(set(content(head))) > _LEAST:
            return head
    return text[:_LONGEST].rsplit(" ", 1)[0].rstrip(",;:—– ") + " …"
