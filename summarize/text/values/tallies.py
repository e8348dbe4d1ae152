"""Tallies: the figures that a sentence gives as its news, so that they need not be given twice.

How many an event killed, hurt or left missing, and any share with a decimal, is so much one
sentence's own that another one with the same of the same tells the same again. A sum of money is
none: "the $3.5 million bridge" only says which.
"""

from __future__ import annotations

import re

from summarize.text.narrow import may_have
from summarize.text.tongues.force import in_force
from summarize.text.values.numerals import amount, numerals
from summarize.text.values.quantities import FATES, quantities

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
    if in_force() or not may_have(text, _SIGNS):
        return frozenset()
    found = set()
    for value in quantities(text):
        toll = value.slot in FATES
        if (toll and _KNOWN.search(text[: value.start])) or not (toll or value.slot == "%"):
            continue
        for match in numerals(text[value.start : value.end]):
            number = amount(match["number"], match["scale"])
            if number > _FEW and (toll or "." in match["number"]):
                found.add((value.slot, number))
    return frozenset(found)
