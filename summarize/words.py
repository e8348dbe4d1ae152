"""Word likeness: which words of one text say what a word of another says.

Sentence vectors know a topic, exact words know a wording; to tell whether an article supports a
sentence one must know that "arms" are "weapons" and that the Hwasong-15 is no Hwasong-17. So common
words may match by meaning (vectors in models/words.npz), while names, numbers and quoted words must
match as they stand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from summarize.errors import ModelError
from summarize.text.metonyms import metonyms
from summarize.text.terms import is_content, stem, tokens
from summarize.text.tongues.force import in_force

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# Cosines of the word table at which likeness starts and is complete: "arms" and "weapons" 0.57,
# "ship" and "vessel" 0.59, "killed" and "injured" 0.40. Set with the constants of evidence.py.
_FROM, _FULL = 0.45, 0.75
_TOGETHER = 256  # words whose meanings are compared at once

_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?")
_NEXT = re.compile(r"\s+([a-z]+)")
_NAME = re.compile(r"\b[A-Z][\w’'.-]*")
# What somebody expresses is what the sentence tells: thanks, concern, support.
_EXPRESSED = re.compile(
    r"\b(?:express|reiterat|voic)(?:e[ds]|ing)\s+(?:[\w’'-]+\s+){0,3}?([a-z]{4,})"
    r"(?=\s+(?:about|at|for|in|of|on|over|that|to|towards?|with)\b|[,.;])"
)
_START = re.compile(r"(?:^|[.!?:]\s+)[\"“‘'(]*$")


@dataclass(frozen=True, slots=True)
class Terms:
    """The content words of a text as stems: those that must match as they stand, and common ones.

    Both are sorted, and no stem is in both.
    """

    fixed: tuple[str, ...]
    common: tuple[str, ...]


def terms(text: str) -> Terms:
    """Return the content of a text, with names, numbers and quoted words as fixed."""
    return _terms(text, in_force())


@lru_cache(maxsize=1 << 16)  # the sentences of a thousand articles
def _terms(text: str, language: str | None) -> Terms:
    bound = {word for part in _QUOTED.findall(text) for word in tokens(part)}
    for match in _NAME.finditer(text):
        named = tokens(match.group())
        # At the start any word has a capital; there a country is told by what is known of it.
        if not _opens(text, match.start()) or any(is_state(stem(w)) for w in named):
            bound.update(named)
    fixed: set[str] = set()
    common: set[str] = set()
    for word in tokens(text):
        found = _content(word) if language is None else _stem_of(word)
        if found is not None:
            known = word in bound or (not word.isalpha() and any(map(str.isdigit, word)))
            (fixed if known else common).add(found)
    return Terms(tuple(sorted(fixed)), tuple(sorted(common - fixed)))


def _opens(text: str, at: int) -> bool:
    """Return whether a sentence starts at a place of a text, or a quotation or bracket in it."""
    before = text[max(0, at - 2) : at]
    if before[1:] == " " and before[0] not in ".!?:" and not before[0].isspace():
        return False  # as nearly always; what follows looks through all the text
    return _START.search(text, 0, at) is not None


def _stem_of(word: str) -> str | None:
    return stem(word) if is_content(word) else None


_content = lru_cache(maxsize=1 << 15)(_stem_of)  # where English is in force


def quotations(text: str) -> list[list[str]]:
    """Return the content stems of each quotation of several that stands for something itself.

    One before a noun only describes it: a “warm and good letter”, “strategic” relations.
    """
    found = []
    fixed = set(terms(text).fixed)  # where a mark is also a letter's, a part may be cut otherwise
    for match in _QUOTED.finditer(text):
        stems = sorted({stem(word) for word in tokens(match[0]) if is_content(word)} & fixed)
        after = _NEXT.match(text, match.end())
        if len(stems) > 1 and not (after and is_content(after[1])):
            found.append(stems)
    return found


def expressed(text: str) -> list[str]:
    """Return the stems of what a text says that somebody expresses: gratitude, concern."""
    return sorted({stem(word) for match in _EXPRESSED.finditer(text) for word in tokens(match[1])})


def forms(name: str, stems: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the stems that are forms of a name: Russia and Russian, Moscow and Russia.

    `stems` are the stems to look among by their first four letters, as `by_start` gives them.
    """
    names = {name, *metonyms().get(name, ())}
    return sorted({o for n in names for o in stems.get(n[:4], ()) if _same_name(n, o)})


@lru_cache(maxsize=1 << 12)
def is_state(name: str) -> bool:
    """Return whether a stem names a country, its people or its capital, as far as is known."""
    return bool(forms(name, _states()))


@lru_cache(maxsize=1)
def _states() -> Mapping[str, Sequence[str]]:
    return by_start(metonyms())


def by_start(stems: Iterable[str]) -> Mapping[str, list[str]]:
    """Return stems by their first four letters."""
    found: dict[str, list[str]] = {}
    for word in stems:
        found.setdefault(word[:4], []).append(word)
    return found


def _same_name(one: str, other: str) -> bool:
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < 5 or not shorter.isalpha():
        return False
    return longer.startswith(shorter[: max(4, len(shorter) - 1)])


class Meanings:
    """The meanings of stems, to be compared with those of others; looked up once for all."""

    def __init__(self, stems: Sequence[str]) -> None:
        self._vectors = _vectors(stems)

    def likeness(self, stems: Sequence[str]) -> Any:
        """Return how alike the meanings of other stems are to these, len(stems) × own, 0 to 1.

        A stem without a vector is like nothing.
        """
        import numpy as np

        cosines = _vectors(stems) @ self._vectors.T
        return np.clip((cosines - _FROM) / (_FULL - _FROM), 0.0, 1.0)

    def most(self, groups: Sequence[Sequence[int]]) -> Any:
        """Return how alike each stem is to that of each group most like it, stems × groups.

        Groups are of numbers of stems, and none is empty.
        """
        import numpy as np

        vectors = self._vectors
        found = np.empty((len(groups), len(vectors)))
        numbers = [np.array(group, dtype=np.int64) for group in groups]
        for start in range(0, len(vectors), _TOGETHER):
            cosines = vectors @ vectors[start : start + _TOGETHER].T
            for row, group in zip(found, numbers, strict=True):
                own = cosines.take(group, axis=0)
                np.maximum.reduce(own, axis=0, out=row[start : start + _TOGETHER])
        return np.clip((found.T - _FROM) / (_FULL - _FROM), 0.0, 1.0)


def likeness(stems: Sequence[str], others: Sequence[str]) -> Any:
    """Return how alike the meanings of common words are, len(stems) × len(others), 0 to 1."""
    return Meanings(others).likeness(stems)


def _vectors(stems: Sequence[str]) -> Any:
    """Return the unit vectors of stems, float64, in rows; of one that is not known, zeros."""
    import numpy as np

    row_of, table = _table()
    # The table is of English: a word of another language that is spelled alike means another thing.
    known = [] if in_force() else [number for number, word in enumerate(stems) if word in row_of]
    found = np.zeros((len(stems), table.shape[1]))
    rows = table[[row_of[stems[number]] for number in known]].astype(np.float64)
    found[known] = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return found


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, int], Any]:
    """Return the row of each stem, and the vectors as they are stored, int8."""
    import numpy as np

    from summarize.models import word_table

    path = word_table()
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
            stems = stored["stems"].tobytes().decode("ascii").split("\n")
            return {word: row for row, word in enumerate(stems)}, stored["vectors"]
    except Exception as problem:  # a damaged archive fails in many ways
        raise ModelError(f"{path} cannot be read; reinstall summarize.") from problem
