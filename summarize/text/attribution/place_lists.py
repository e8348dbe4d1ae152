"""Lists of places: a source that ends with a list of places: "voters in Halden, Sollen and Brock".

English only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.text.attribution.finite import has_verb
from summarize.text.attribution.marks import MARKS
from summarize.text.attribution.roles import are_many

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.text.attribution.clues import Token
    from summarize.text.attribution.extent import Range

_NAMES = frozenset("Name CAPS".split())
_LINKS = frozenset("in of from at".split())
_LONGEST = 12  # tokens of such a source before the last comma


def listed(tokens: Sequence[Token], kinds: Sequence[str], found: Range) -> Range:
    """Return a range of tokens that is the end of a list of places with whom the list is of."""
    begin, end = found
    whole = begin > 0 and tokens[begin - 1].text == "," and "and" in kinds[begin:end]
    if not whole or not all(sort in (*_NAMES, "and", ",") for sort in kinds[begin:end]):
        return found
    at = begin - 1
    while at > 0 and (kinds[at] in _NAMES or tokens[at].text == ","):
        at -= 1
    if tokens[at].text not in _LINKS or at == 0 or not are_many(tokens[at - 1].text):
        return found
    first = at - 1
    while first > 0 and tokens[first - 1].text not in MARKS:
        first -= 1
    plain = begin - first <= _LONGEST and not has_verb(tokens, kinds, first, at)
    return (first, end) if plain else found
