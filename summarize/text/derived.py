"""Derived names: Korea and Korean, Congress and congressional are forms of one, no two names.

Told from the stems alone: what they begin with alike, and how each goes on. English only; of other
languages' names the same endings are rare.
"""

from __future__ import annotations

_LEAST = 4  # letters that two forms of a name share
# How one goes on where the other ends: a people, a place, a belief, an office and who holds it.
_ENDINGS = frozenset(
    """n an ian ean nian es les i istan a ia ist ern er or ri enti ion com
    man men woman person""".split()
)
_SHORT = frozenset(("n", "an", "ian"))  # and behind no more than _LEAST letters
# How both do: China and Chinese, Mexico and Mexican.
_PAIRS = frozenset(
    tuple(pair.split())
    for pair in "a an,a es,a i,a ian,an o,ian istan,man person,man woman,person woman".split(",")
)


def derived(one: str, other: str) -> bool:
    """Return whether two different stems are forms of one name."""
    pairs = enumerate(zip(one, other, strict=False))
    shared = next((at for at, (mine, yours) in pairs if mine != yours), min(len(one), len(other)))
    if shared < _LEAST or not (one + other).isalpha():
        return False
    short, long = sorted((one[shared:], other[shared:]))
    if short:
        return (short, long) in _PAIRS
    if long == "i":
        return shared > _LEAST and one[shared - 1] != "c"  # policy comes of no police
    return long in (_ENDINGS if shared > _LEAST else _SHORT)
