"""undated: which articles of a file give a date that none can be read from, so that they have none.

Where nothing is known, files say so in many ways ("N/A", "NaT"); those are no dates gone wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.records import Drop
from summarize.text.page.dates import given_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarize.reading.document import Document

NO_DAY = "{} gives a date that is none ({}); write it 2023-07-27."
_UNKNOWN = frozenset("0 - – — ? n/a na nan nat nd n.d. nil none null tba tbd unknown".split())
_TOLD = 3  # where one is written in another way, mostly all are
_LONG = 60  # characters


def is_amiss(when: str) -> bool:
    """Tell whether what a source gives as a date says a day that cannot be read."""
    return bool(when.strip()) and when.strip().casefold() not in _UNKNOWN and not given_day(when)


def no_day(where: str, when: str) -> str:
    """Return what is told of a place that gives a date that is none."""
    plain = " ".join(when.split())
    return NO_DAY.format(where, plain[:_LONG] + "…" * (len(plain) > _LONG))


def undated(documents: Iterable[Document], file: str) -> list[Drop]:
    """Return the first documents of a file whose dates are none, and of the others their number."""
    amiss = [
        (f"{file}#{document.name}", document.given["date"])
        for document in documents
        if is_amiss(document.given.get("date", ""))
    ]
    drops = [Drop("read", name, no_day(name, when)) for name, when in amiss[:_TOLD]]
    more = len(amiss) - _TOLD
    if more > 0:
        articles = "article gives a date" if more == 1 else "articles give dates"
        drops.append(Drop("read", file, f"{file}: {more} more {articles} like that."))
    return drops
