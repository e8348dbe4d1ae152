"""Participants: who played a part that only one can have played, and with what weapon.

"Police named the gunman as Rolf Enger", "was shot by Anton Weiss", "armed with a rifle". English
only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.text.patterns import pattern
from summarize.text.values.names import NAME
from summarize.text.values.value import Value

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_NAME = rf"(?P<name>{NAME})(?![\w’'-])"
_ROLE = (
    r"(?P<role>gunman|shooter|attacker|assailant|suspect|victim|driver|pilot|bomber|killer|winner"
    r"|hostage|captain)"
)
# One alone: "the victim", not "victims", "one of the victims" or "a second victim".
_IDENTIFIED = (
    pattern(
        rf"\b(?<!of\s)[Tt]he\s{_ROLE}(?:[,\s][\w\s’'-]{{0,40}}?)?\s(?:is|was|has\sbeen)\s(?:\w+ly\s)?"
        rf"(?:identified|named)(?:\sby\s[\w\s]{{1,30}}?)?\sas\s{_NAME}"
    ),
    pattern(rf"\b(?:identif(?:ied|y)|named)\s(?:the|their)\s{_ROLE}\sas\s{_NAME}"),
)
_HARMED = (
    r"(?:shot(?:\sdead)?|stabbed|killed|murdered|carried\sout|launched|fired|planted|attacked"
    r"|bombed)"
)
_DOER = pattern(rf"\b{_HARMED}(?:\s[a-z]+){{0,2}}?\sby\s(?:the\s)?{_NAME}")
_KINDS = (
    "handgun pistol revolver",
    "rifle",
    "shotgun",
    "knife knives machete dagger blade",
    "axe hatchet",
    "hammer",
    "crossbow",
    "grenade",
    "missile rocket",
    "machine-gun",
)
_OF = {word: tuple(kind.split()) for kind in _KINDS for word in kind.split()}
_WEAPON = pattern(
    r"\b(?:with|using|wielding|carrying|had)\s(?:an?|his|her|the)\s(?:[a-z-]+\s){0,3}?"
    rf"(?P<weapon>{'|'.join(_OF)}|machine\sgun)\b"
)


def participants(text: str) -> tuple[Value, ...]:
    """Return who is named as the only one of a part, who did harm, and with which weapon."""
    return (*_identified(text), *_harmed(text), *_weapons(text))


def _identified(text: str) -> Iterator[Value]:
    for form in _IDENTIFIED if " as " in text else ():
        for match in form.finditer(text):
            yield _value(f"part {match['role']}", match)


def _harmed(text: str) -> Iterator[Value]:
    for match in _DOER.finditer(text) if " by " in text else ():
        yield _value("part doer", match)


def _weapons(text: str) -> Iterator[Value]:
    for match in _WEAPON.finditer(text):
        kind = _OF[match["weapon"].replace(" ", "-")]
        yield Value("name", "weapon", *match.span("weapon"), name=kind)


def _value(slot: str, match: re.Match[str]) -> Value:
    name = tuple(match["name"].lower().split())
    return Value("name", slot, *match.span("name"), name=name)
