"""Doers: who does what to whom, where a sentence says it in so many words.

"Israel struck Iran" and "Iran struck Israel" share every word. English only.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from summarize.text.patterns import pattern
from summarize.text.predicates import is_past
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
    """The words of the names of who does it and to whom, and the stem of what."""

    doer: frozenset[str]
    verb: str
    whom: frozenset[str]


def swapped(claim: str, told: Sequence[str]) -> bool:
    """Return whether sentences say that whom a claim names as the doer is the one it was done to.

    Nothing is swapped where one of them tells it as the claim does.
    """
    own = deeds(claim)
    if not own:
        return False
    others = [deed for text in told for deed in deeds(text)]
    return any(
        any(_same(deed, Deed(one.whom, one.verb, one.doer)) for one in others)
        and not any(_same(deed, one) for one in others)
        for deed in own
    )


def _same(deed: Deed, other: Deed) -> bool:
    return deed.verb == other.verb and bool(deed.doer & other.doer and deed.whom & other.whom)


@lru_cache(maxsize=1 << 12)
def deeds(text: str) -> tuple[Deed, ...]:
    """Return who does what to whom in a text, as far as names stand around a verb."""
    return tuple(_deeds(text))


def _deeds(text: str) -> Iterator[Deed]:
    for form in (_ACTIVE, _PASSIVE):
        at = 0
        while match := form.search(text, at):
            at = match.start("other")
            verb = match["verb"]
            root = stem(verb)
            if root in _MUTUAL or not (is_past(verb) or verb.endswith("s") or form is _PASSIVE):
                continue
            one, other = (frozenset(match[side].lower().split()) for side in ("one", "other"))
            if not one & other:
                yield Deed(*((other, root, one) if form is _PASSIVE else (one, root, other)))
