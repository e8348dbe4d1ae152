"""names: a file name for every topic that is safe, readable and its own."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_MOST = 100  # bytes, so that suffixes and a draft's name fit into the 255 of a file system
_UNSAFE = re.compile(r"[^\w.-]+")
# Names that mean something to Windows, whatever their suffix, and those that a batch itself uses.
_TAKEN = re.compile(r"(con|prn|aux|nul|com\d|lpt\d|index|journal|failures|readme)(\..*)?", re.I)


def stem(id_: str, taken: set[str]) -> str:
    """Return the name, without suffix, of a topic's file, and note it as taken.

    It has letters, digits, `_`, `-` and `.` only and begins with none of the last two. An id that
    is such a name stands as it is; what had to be changed carries a digest of the id, as does what
    differs from an earlier name by capital letters alone.
    """
    composed = unicodedata.normalize("NFC", id_)
    plain = _UNSAFE.sub("-", composed).strip("-.")
    plain = plain.encode("utf-8", "replace")[:_MOST].decode("utf-8", "ignore").strip("-.")
    name, number = plain, 0
    while name != composed or not name or is_taken(name) or _folded(name) in taken:
        salt = f"{id_}\0{number}" if number else id_
        digest = hashlib.sha256(salt.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        name = f"{plain}-{digest}" if plain else f"topic-{digest}"
        if _folded(name) not in taken:
            break
        number += 1
    taken.add(_folded(name))
    return name


def is_taken(name: str) -> bool:
    """Tell whether no topic's file has this name: a system or a batch itself uses it."""
    return _TAKEN.fullmatch(name) is not None


def _folded(name: str) -> str:
    """Return what a file system that ignores case, or spells accents apart, makes of a name."""
    return unicodedata.normalize("NFKD", name).casefold()
