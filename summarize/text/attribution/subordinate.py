"""Subordinate clauses: who says something only in one, beside what is told: "left after X said".

English only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.text.attribution.clues import sorts
from summarize.text.attribution.leading import words_of
from summarize.text.attribution.marks import MARKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.text.attribution.clues import Token

# What opens a clause that tells what went before, why, or what else holds.
_OPENS = frozenset("after before since because until although though unless".split())
_NEAR = 3  # tokens before a source in which "said" or "according to" stands


def _is_beside(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a token stands in a clause beside what is told: "left after Roe said"."""
    while at > 0 and not tokens[at - 1].quoted and tokens[at - 1].text not in MARKS:
        at -= 1
        if tokens[at].text.lower() in _OPENS:
            return True
    return False


def is_told_beside(text: str, start: int, end: int) -> bool:
    """Return whether those named at a place in a sentence only say something beside what it tells.

    What "it fell after Kim warned of it" tells is not Kim's word, and what "it fell after the storm
    according to Kim" tells is.
    """
    tokens = words_of(text)
    here = [at for at, token in enumerate(tokens) if start <= token.start < end]
    if not here:
        return False
    at = max((at + 1 for at in here[:-1] if tokens[at].text == ","), default=here[0])
    if not _is_beside(tokens, at):
        return False
    before = sorts(list(tokens))[max(0, here[0] - _NEAR) : here[0]]
    return not any("say" in kind.split("+") or kind == "according" for kind in before)
