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
from typing import TYPE_CHECKING

from summarize.errors import ModelError
from summarize.text.derived import derived
from summarize.text.metonyms import metonyms
from summarize.text.terms import content, is_content, stem, tokens
from summarize.text.tongues.force import in_force
from summarize.text.tongues.quotations import spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from summarize.arrays import Bytes, Doubles, Singles

# Cosines of the word table at which likeness starts and is complete: "arms" and "weapons" 0.57,
# "ship" and "vessel" 0.59, "killed" and "injured" 0.40. Set with the constants of evidence.py.
_FROM, _FULL = 0.45, 0.75
_AT_ONCE = 1 << 19  # pairs of words whose meanings are compared at once, 4 MiB

_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?")
_NEXT = re.compile(r"\s+([a-z]+)")
# A capital at the start of a word; that it is one is asked second, so that capitals are looked for.
_NAME = re.compile(r"[A-Z](?<!\w.)[\w’'.-]*")
# What somebody expresses is what the sentence tells: thanks, concern, support.
_EXPRESSED = re.compile(
    r"\b(?:express|reiterat|voic)(?:e[ds]|ing)\s+(?:[\w’'-]+\s+){0,3}?([a-z]{4,})"
    r"(?=\s+(?:about|at|for|in|of|on|over|that|to|towards?|with)\b|[,.;])"
)
_EXPRESSING = re.compile(r"express|reiterat|voic")  # without any of these there is none
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


@lru_cache(maxsize=1 << 14)  # of a large story all are asked for once, and then few
def _terms(text: str, language: str | None) -> Terms:
    words = tokens(text)
    bound = _bound(text, language).intersection(words)
    bound.update([w for w in words if not w.isalpha() and any(map(str.isdigit, w))])
    fixed = {_content(word) if language is None else _stem_of(word) for word in bound}
    stems = sorted([stem for stem in fixed if stem is not None])
    return Terms(tuple(stems), tuple(sorted(set(content(text)).difference(stems))))


def _bound(text: str, language: str | None) -> set[str]:
    """Return the words of a text that are quoted or part of a name."""
    bound: set[str] = set()
    bound.update(*map(tokens, (text[start:end] for start, end in _quoted(text))))
    for match in _NAME.finditer(text):
        named = _named(match[0], language)
        # At the start any word has a capital; there a country is told by what is known of it.
        if not _opens(text, match.start()) or any(map(is_state, map(stem, named))):
            bound.update(named)
    return bound


@lru_cache(maxsize=1 << 13)
def _named(name: str, language: str | None) -> tuple[str, ...]:
    return tuple(tokens(name))


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
    found: list[list[str]] = []
    for start, end in _quoted(text):
        own = {stem(word) for word in tokens(text[start:end]) if is_content(word)}
        stems = sorted(own.intersection(terms(text).fixed))
        after = _NEXT.match(text, end)
        if len(stems) > 1 and not (after and is_content(after[1])):
            found.append(stems)
    return found


def _quoted(text: str) -> list[tuple[int, int]]:
    """Return where the quotations of a text are."""
    if language := in_force():
        return spans(text, language)
    if "“" not in text and '"' not in text:
        return []
    return [match.span() for match in _QUOTED.finditer(text)]


def expressed(text: str) -> list[str]:
    """Return the stems of what a text says that somebody expresses: gratitude, concern."""
    if not _EXPRESSING.search(text):
        return []
    return sorted({stem(word) for match in _EXPRESSED.finditer(text) for word in tokens(match[1])})


def forms(name: str, stems: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the stems that are forms of a name: Russia and Russian, Moscow and Russia.

    `stems` are the stems to look among by their first four letters, as `by_start` gives them.
    """
    near = stems.get(name[:4], ())
    kin = metonyms().get(name, ())
    if not kin and len(near) == 1 and near[0] == name:  # as of most names
        return [name]
    names = {name, *kin}
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
    return one == other or derived(one, other)


class Meanings:
    """The meanings of stems, to be compared with those of others; looked up once for all."""

    def __init__(self, stems: Sequence[str]) -> None:
        self._vectors, self._scale = _vectors(stems)

    def likeness(self, stems: Sequence[str]) -> Doubles:
        """Return how alike the meanings of other stems are to these, len(stems) × own, 0 to 1.

        A stem without a vector is like nothing.
        """
        vectors, scale = _vectors(stems)
        cosines = (vectors @ self._vectors.T) * scale[:, None]
        return _complete(cosines, self._scale)

    def most(self, groups: Sequence[Sequence[int]]) -> Doubles:
        """Return how alike each stem is to that of each group most like it, stems × groups.

        Groups are of numbers of stems; nothing is like an empty one.
        """
        import numpy as np

        vectors = self._vectors
        found = np.empty((len(groups), len(vectors)))
        numbers = [np.array(group, dtype=np.int64) for group in groups]
        step = max(1, _AT_ONCE // max(1, len(vectors)))
        for start in range(0, len(vectors), step):
            cosines = (vectors @ vectors[start : start + step].T) * self._scale[:, None]
            for row, group in zip(found, numbers, strict=True):
                own = cosines.take(group, axis=0)
                np.maximum.reduce(own, axis=0, initial=-1.0, out=row[start : start + step])
        return _complete(found, self._scale).T


def likeness(stems: Sequence[str], others: Sequence[str]) -> Doubles:
    """Return how alike the meanings of common words are, len(stems) × len(others), 0 to 1."""
    return Meanings(others).likeness(stems)


def _complete(cosines: Doubles, scale: Doubles) -> Doubles:
    """Return how alike meanings are, 0 to 1, in place of cosines that lack a scale a column."""
    import numpy as np

    cosines *= scale
    cosines -= _FROM
    cosines /= _FULL - _FROM
    return np.clip(cosines, 0.0, 1.0, out=cosines)


def _vectors(stems: Sequence[str]) -> tuple[Singles, Doubles]:
    """Return the vectors of stems in rows, float32, and what makes each a unit vector.

    They are whole numbers of a byte, so that single precision has their products exactly. The
    vector of a stem that is not known is zeros.
    """
    import numpy as np

    row_of, table = _table()
    # The table is of English: a word of another language that is spelled alike means another thing.
    known = [] if in_force() else [number for number, word in enumerate(stems) if word in row_of]
    found = np.zeros((len(stems), table.shape[1]), dtype=np.float32)
    found[known] = table[[row_of[stems[number]] for number in known]]
    squares = np.einsum("nd,nd->n", found, found).astype(np.float64)
    return found, 1 / np.sqrt(np.maximum(1, squares))


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, int], Bytes]:
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
