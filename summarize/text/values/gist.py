"""Gists: the words of a clause without the value it gives, short enough for a heading."""

from __future__ import annotations

import re

_LONGEST = 16  # words of a heading
_BEFORE = 12  # words of it before the value
_LOOSE_END = re.compile(
    r"[\s,:;–—-]*(?:\b(?:on|in|at|by|from|of|to|for|with|since|until|and|or|the|a|an|that"
    r"|after|before|when|while|because|whether|if|amid|during|against|between|into|under|but"
    r"|late|early|about|as|than|who|which|such|its|their|his|her|only|just|nearly|almost|around|some"
    r"|over|least|more|up)\b[\s,:;]*)*$",
    re.IGNORECASE,
)
_LOOSE_START = re.compile(
    r"^(?:\W*\b(?:and|but|or|that|who|which|while|when|as|after|although|because|on|of|to|in|at|by"
    r"|for|with|including)\b)*[^\w“\"‘($€£]*",
    re.IGNORECASE,
)
_TURN = frozenset("that to who which whether and".split())


def gist(text: str, value: tuple[int, int], clause: tuple[int, int]) -> str:
    """Return a clause without its value, and without loose ends; all words are the text's own.

    A value in the middle leaves an ellipsis behind, and so does what is cut for length.
    """
    before = text[clause[0] : value[0]].split()
    after = text[value[1] : clause[1]].rstrip(' .,;:!?–—-…”"\n').split()
    if len(before) + len(after) > _LONGEST and len(before) > _BEFORE:
        before = _near(before)
    left = " ".join(before)
    left = left if left.startswith("…") else _LOOSE_START.sub("", left)
    right = re.sub(r"^[,;:)\s]+", "", _LOOSE_END.sub("", " ".join(after)))
    if not right:
        left = _LOOSE_END.sub("", left)
    if not left:
        right = _LOOSE_START.sub("", right)
    gap = "… " if value[0] < value[1] else ""
    words = f"{left} {gap}{right}".split() if left and right else (left or right).split()
    if len(words) > _LONGEST:
        words = [*_LOOSE_END.sub("", " ".join(words[:_LONGEST])).split(), "…"]
    return re.sub(r"[ …,]*…[ …]*…", " …", " ".join(words))


def _near(before: list[str]) -> list[str]:
    """Return the last words before a value, from where a thought begins if that is near."""
    turns = [n for n, word in enumerate(before) if word in _TURN and n >= len(before) - _BEFORE]
    if turns and turns[-1] < len(before) - 1:
        return before[turns[-1] :]
    return ["…", *before[-_BEFORE:]]
