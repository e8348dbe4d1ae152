"""Nouns: whether words name anybody, or only tell a time or what is done. English only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarize.text.attribution.clues import is_little

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.text.attribution.clues import Token

_ALONE = frozenset("some many most several others those that".split())  # name somebody alone
_MONTH = re.compile(
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?$"
)
_DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
_TIME = frozenset(
    "late early last earlier later shortly soon overnight again ahead here there today".split()
)

_PERIODS = frozenset(
    "week month year day morning afternoon evening night weekend time moment decade hour".split()
)


def is_time(token: Token) -> bool:
    """Return whether a token tells a time and nobody: "late", "Wednesday", "2023"."""
    word = token.text
    return word[0].isdigit() or word.lower() in _TIME or bool(_DAY.match(word))


def is_period(token: Token) -> bool:
    """Return whether a token tells when, by itself or counted: "Monday", "week", "years"."""
    word = token.text
    return (
        is_time(token) or is_month(token) or word in _PERIODS or word.removesuffix("s") in _PERIODS
    )


def is_month(token: Token) -> bool:
    """Return whether a token is the name of a month, perhaps short."""
    return bool(_MONTH.match(token.text))


def is_somebody(tokens: Sequence[Token], kinds: Sequence[str]) -> bool:
    """Return whether tokens name anybody: not "a", "000", "late Wednesday", "Please"."""
    dated = any(token.text[0].isdigit() for token in tokens)
    for token, sort in zip(tokens, kinds, strict=True):
        word = token.text
        if not word[0].isalpha() or is_time(token) or (dated and is_month(token)):
            continue
        if sort in ("he", "it", "him", "his") or word.lower() in _ALONE:
            return True
        if (
            not is_little(word)
            and not (word.islower() and word.endswith("ly"))
            and word != "Please"
        ):
            return True
    return False
