"""Tallies: the figures that a sentence gives as its news, so that they need not be given twice.

How many an event killed, hurt or left missing, and any share with a decimal, is so much one
sentence's own that another one with the same of the same tells the same again. A sum of money is
none: "the $3.5 million bridge" only says which.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarize.text.narrow import may_have
from summarize.text.tongues.force import in_force
from summarize.text.values.fates import PEOPLE, TOLLS, is_open, years
from summarize.text.values.numerals import amount, numerals
from summarize.text.values.quantities import FATES, quantities

if TYPE_CHECKING:
    from collections.abc import Iterator

# Without one of these there is none. Most texts have none, and to read quantities takes long.
_SIGNS = (
    "%", "percent", "per cent", "toll", "kill", "dead", "died", "dies", "death", "fatal", "perish",
    "slain", "lives", "injur", "wound", "hurt", "missing", "unaccount", "arrest", "detain",
)  # fmt: skip
_FEW = 2  # one or two dead are told of in many ways, and of many an event
# "The nine missing", "all 30 miners": what the reader knows is only named again.
_KNOWN = re.compile(r"\b(?:the|these|those|all|other|remaining|its|their)\s$", re.IGNORECASE)


def tallies(text: str) -> frozenset[tuple[str, float]]:
    """Return the tallies of a sentence, what each counts and how much. English only."""
    return frozenset((slot, number) for slot, number, _ in _told(text))


def tolls(text: str) -> frozenset[tuple[str, float]]:
    """Return those tallies that count the people whom an event of this year befell.

    None counts some of them, such as nuns or children.
    """
    if years(text):
        return frozenset()
    found = (told for told in _told(text) if told[0] in TOLLS)
    return frozenset((slot, number) for slot, number, of in found if of <= PEOPLE)


def _told(text: str) -> Iterator[tuple[str, float, frozenset[str]]]:
    """Give what each tally of a sentence counts, how much, and what narrows it."""
    if in_force() or not may_have(text, _SIGNS):
        return
    for value in quantities(text):
        toll = value.slot in FATES
        before = text[: value.start]
        if (toll and (_KNOWN.search(before) or is_open(before))) or not (toll or value.slot == "%"):
            continue
        for match in numerals(text[value.start : value.end]):
            number = amount(match["number"], match["scale"])
            if number > _FEW and (toll or "." in match["number"]):
                yield value.slot, number, value.of
