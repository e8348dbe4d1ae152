"""Capitals and peoples that stand for their governments: "Moscow denies" is "Russia denies".

Only pairs that news writes one for the other, as lower-case words that `terms.stem` then cuts.
"""

from __future__ import annotations

from functools import lru_cache

from summarize.text.terms import english_stem as stem

_PAIRS = """
    moscow russia, kremlin russia, washington usa, washington america, beijing china,
    pyongyang korea, seoul korea, tokyo japan, taipei taiwan, delhi india, islamabad pakistan,
    kabul afghanistan, tehran iran, baghdad iraq, damascus syria, ankara turkey, cairo egypt,
    riyadh arabia, jerusalem israel, beirut lebanon, amman jordan, doha qatar, tripoli libya,
    kyiv ukraine, kiev ukraine, minsk belarus, warsaw poland, berlin germany, paris france,
    london britain, london uk, westminster britain, brussels eu, madrid spain, lisbon portugal,
    rome italy, athens greece, vienna austria, prague czech, budapest hungary, belgrade serbia,
    dublin ireland, stockholm sweden, oslo norway, copenhagen denmark, helsinki finland,
    ottawa canada, canberra australia, wellington zealand, havana cuba, caracas venezuela,
    brasilia brazil, bogota colombia, nairobi kenya, khartoum sudan, hanoi vietnam,
    bangkok thailand, jakarta indonesia, manila philippines, usa america, uk britain
"""
# Only those that do not begin like their country; `words.forms` knows Russia and Russian.
_PEOPLES = """
    france french, spain spanish, portugal portuguese, sweden swedish, norway norwegian,
    denmark danish, finland finnish, poland polish, britain british, uk british, turkey turkish,
    iran iranian, iraq iraqi, cuba cuban, netherlands dutch, greece greek, ireland irish,
    scotland scottish, wales welsh, switzerland swiss, belgium belgian, lebanon lebanese,
    philippines filipino, thailand thai, peru peruvian, cyprus cypriot
"""


@lru_cache(maxsize=1)
def metonyms() -> dict[str, frozenset[str]]:
    """Return for a stem the stems that may stand for the same government, both ways."""
    found: dict[str, set[str]] = {}
    for pair in _PAIRS.split(","):
        one, other = (stem(word) for word in pair.split())
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    for pair in _PEOPLES.split(","):
        country, people = (stem(word) for word in pair.split())
        for one in {country, *found.get(country, ())} - {people}:
            found.setdefault(one, set()).add(people)
            found.setdefault(people, set()).add(one)
    return {word: frozenset(others) for word, others in found.items()}
