"""Doers: who does what to whom, where a sentence says it in so many words.

"Israel struck Iran" and "Iran struck Israel" share every word. English only.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from summarize.text.patterns import pattern
from summarize.text.predicates import is_past
from summarize.text.terms import FUNCTION_WORDS
from summarize.text.terms import english_stem as stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NAME = r"[A-ZÀ-Þ][\w’'-]*(?:\s(?:(?:of|and|the|de|al|bin)\s)?[A-ZÀ-Þ][\w’'-]*){0,4}"
_HELP = r"(?:(?:has|have|had|will|would)\s)?"
_HOW = r"(?:[a-z]+ly\s|also\s|then\s|again\s)?"
_ACTIVE = pattern(
    rf"(?P<one>{_NAME})\s{_HELP}{_HOW}(?P<verb>[a-z]{{3,}})\s(?:the\s)?(?P<other>{_NAME})"
)
_PASSIVE = pattern(
    rf"(?P<one>{_NAME})\s(?:was|were|is|are|has been|have been|had been|being)\s{_HOW}"
    rf"(?P<verb>[a-z]{{3,}})\sby\s(?:the\s)?(?P<other>{_NAME})"
)
# What two do to one another.
_MUTUAL = frozenset(
    map(
        stem,
        """meet met marry married fight fought face faced join joined play played call called phone
        phoned contact contacted love kiss divorce divorced border match matched like follow
        following precede versus including said told resemble near oppose opposed""".split(),
    )
)


class Deed(NamedTuple):
    """Who does it and to whom, by the last words of their names, and the stem of what."""

    doer: str
    verb: str
    whom: str


def swapped(claim: str, told: Sequence[str]) -> bool:
    """Return whether sentences say that whom a claim names as the doer is the one it was done to.

    Nothing is swapped where one of them tells it as the claim does.
    """
    own = deeds(claim)
    if not own:
        return False
    others = {deed for text in told for deed in deeds(text)}
    return any(
        deed not in others and Deed(deed.whom, deed.verb, deed.doer) in others for deed in own
    )


@lru_cache(maxsize=1 << 12)
def deeds(text: str) -> tuple[Deed, ...]:
    """Return who does what to whom in a text, as far as names stand around a verb."""
    return tuple(_deeds(text))


def _deeds(text: str) -> Iterator[Deed]:
    for form in (_ACTIVE, _PASSIVE) if "by" in text else (_ACTIVE,):
        at = 0
        while match := form.search(text, at):
            at = match.start("other")
            verb = match["verb"]
            root = stem(verb)
            told = is_past(verb) or verb.endswith("s") or form is _PASSIVE
            if root in _MUTUAL or verb in FUNCTION_WORDS or not told:
                continue
            one, other = (match[side].lower().split()[-1] for side in ("one", "other"))
            if one != other:
                yield Deed(*((other, root, one) if form is _PASSIVE else (one, root, other)))
