"""Where a text that claims to be part of another first differs from it."""

from __future__ import annotations

_AROUND = 24  # characters that are shown on either side of the difference
_SHIFT = 8  # characters that may be lacking or be too many
_TELLING = 3  # characters in common that are no chance
_PROBE = 16  # characters that tell a place in a text


def nearest(quoted: str, text: str, start: int | None = None) -> tuple[int, int]:
    """Return how many characters of a quotation agree with `text` at its likeliest place, and that.

    Of `start`, where it is said to begin, and of the places of stretches of it, that is the place
    from which most of the quotation's beginning and end agree.
    """
    places = set() if start is None else {start}
    for offset in range(0, len(quoted), max(1, len(quoted) // 8)):
        probe = quoted[offset : offset + _PROBE]
        found = text.find(probe) if len(probe) == _PROBE else -1
        if found >= 0:
            places.add(max(0, found - offset))
    alike = [(_alike(quoted, text[place : place + len(quoted)]), -place) for place in places]
    most, place = max(alike, default=(0, 0))
    return most, _begun(quoted, text, -place)


def _begun(quoted: str, text: str, place: int) -> int:
    """Return where a quotation begins, if what it lacks or has more has shifted its end."""
    near = sorted(range(max(0, place - _SHIFT), place + _SHIFT + 1), key=lambda n: abs(n - place))
    alike = [_prefix(quoted, text[start : start + len(quoted)]) for start in near]
    return near[alike.index(max(alike))] if max(alike) >= _TELLING else place


def difference(quoted: str, text: str) -> tuple[str, str]:
    """Return the first stretch in which two texts differ, as either has it, with words around it.

    Where they look the same there, the characters are named: `U+00A0`.
    """
    first = _prefix(quoted, text)
    if first == len(quoted) == len(text):
        return "", ""
    begin = max(0, first - _AROUND)
    begin = quoted.find(" ", begin, first) + 1 or begin if begin else 0
    shown = [_until(one, begin, first) for one in (quoted, text)]
    if shown[0].split() == shown[1].split() or not all(map(str.isprintable, shown)):
        shown = [_named(one[first : first + 1]) for one in (quoted, text)]
    return shown[0], shown[1]


def _until(text: str, begin: int, first: int) -> str:
    """Return the text from `begin` to the end of the second word after the difference."""
    end = first
    for _ in range(2):
        end = text.find(" ", end + 1) if end >= 0 else end
    return text[begin : min(len(text) if end < 0 else end, first + _AROUND)].strip()


def _named(char: str) -> str:
    return f"U+{ord(char):04X}" if char else "nothing"


def _alike(one: str, other: str) -> int:
    """Return how many characters at their beginnings and their ends two texts share."""
    front = _prefix(one, other)
    back = _prefix(one[front:][::-1], other[front:][::-1])
    return front + back


def _prefix(one: str, other: str) -> int:
    """Return how many characters two texts have in common at their beginnings."""
    length = min(len(one), len(other))
    return next((n for n in range(length) if one[n] != other[n]), length)
