"""Clues to who says a sentence: its words one by one, each with what can be seen around it.

The clues are legible ("r0=say", "s-1 s0=Name|say"); models/attribution.npz weighs them. Names and
numbers are seen as names and numbers only, so that nobody's name is a clue.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from summarize.text.attribution.roles import SHORT_TITLES
from summarize.text.cues import kind, root

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOKEN = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}|(?:{'|'.join(SHORT_TITLES)}|St|Jr|Sr)\.(?=\s)"
    r"|[’'](?:s|re|ve|ll|d|m|t)\b|[^\W_]+(?:[-–][^\W_]+)*|``|''|\.{2,}|\S"
)
# The weights were learned with these classes: other lists of such words may grow, these may not.
_CLOSED = {
    "det": "a an the this that these those some any no each every all both half several",
    "prep": "of in on at by for with from into onto about against between among through during"
    " before after over under without within across toward towards amid despite like near upon"
    " via per since until behind beyond around off out up down",
    "to": "to",
    "according": "according",
    "he": "he she they i we you who",
    "it": "it one which what",
    "him": "him her them me us himself herself themselves",
    "his": "his their its my our your whose",
    "be": "is are was were be been being am ’s ’re 's 're",
    "have": "has have had having ’ve 've",
    "do": "do does did doing done",
    "modal": "will would can could may might must should shall ’ll ’d 'll 'd",
    "not": "not n’t n't never ’t 't no",
    "and": "and or but nor",
    "that": "that whether if how why",
    "as": "as than so because when while where although though",
    "adv": "also then later earlier now once again still already just even only often repeatedly"
    " previously recently publicly privately reportedly allegedly ago today yesterday tomorrow"
    " sunday monday tuesday wednesday thursday friday saturday",
    "title": " ".join(f"{title} {title}." for title in map(str.lower, SHORT_TITLES))
    + " sir st. jr. sr.",
}
_CLASS = {word: name for name, words in _CLOSED.items() for word in words.split()}
_LITTLE = frozenset(_CLASS) - {"i", "me", "on", "us", "a", "an", "am", "do", "per", "via", "it"}
_MARKS = '“”"‘’«»'
_OPEN, _CLOSE, _EITHER = ("“", "«", "``"), ("”", "»"), ('"', "''")
_QUOTE = re.compile(r"``|''|[“”«»\"]")
_ENDED = re.compile(r"[,.!?…’](?:\"|''| ?”)(?=\s|$)")
_ENDINGS = ("ing", "ed", "ly", "ion", "ers", "er", "ists", "ist", "s")
_LONGEST = 120  # tokens of a sentence that are looked at; what is longer is a list or a wreck
_VERBAL = ("say", "think", "want", "judge", "show", "according")

# w word, r root, s sort, q quoted, a place from the start, z from the end, f the next verb of
# saying or thinking and p the one before; the number says which token, counted from this one.
TEMPLATES = tuple(
    part.strip()
    for part in """
    q0, w0, r0, s0, s0 q0, w-1, w+1, s-1, s+1, s-2, s+2, w-2, w+2, r+1, r-1, s-1 s0, s0 s+1,
    s-1 s0 s+1, s0 s+1 s+2, s-2 s-1 s0, s0 s+1 s+2 s+3, w-1 w0, w0 w+1, r0 s+1, s0 r+1, s-1 r0,
    e0, f0, p0, s0 f0, s0 p0, q0 h0 g0 b0, a0, z0, s0 a0, o0, o0 s0
    """.split(",")
)
EDGE = 3  # places before the first token and after the last that a template may see


def _shaped(template: str) -> tuple[tuple[tuple[str, int], ...], int]:
    """Return the fields of a template, counted from its first one, and where that is."""
    fields = [(part[0], int(part[1:])) for part in template.split()]
    start = fields[0][1]
    return tuple((field, step - start) for field, step in fields), EDGE + start


# "s-1 s0" sees what "s0 s+1" does, a token later: they are of one shape. Of each template its
# shape's number, and where what it sees of the first token begins.
SHAPES = tuple(dict.fromkeys(_shaped(name)[0] for name in TEMPLATES))
SHAPED = tuple((SHAPES.index(shape), start) for shape, start in map(_shaped, TEMPLATES))


class Token(NamedTuple):
    """A word or a mark of a sentence: where it stands, and whether within quotation marks."""

    text: str
    start: int
    end: int
    quoted: bool


def tokenized(text: str, *, quoted: bool = False) -> list[Token]:
    """Return the tokens of a sentence; `quoted` says that it starts within a quotation."""
    found: list[Token] = []
    inside = quoted or _starts_within(text)
    for match in _TOKEN.finditer(text):
        word = match.group().replace("―", "—")
        opens = word in _OPEN or (word in _EITHER and not inside)
        found.append(Token(word, match.start(), match.end(), inside or opens))
        inside = opens or (inside and word not in _CLOSE and word not in _EITHER)
        if len(found) == _LONGEST:
            break
    return found


def left_open(text: str, *, quoted: bool = False) -> bool:
    """Return whether a quotation is open at the end of a sentence."""
    quoted = quoted or _starts_within(text)
    for match in _QUOTE.finditer(text):
        mark = match.group()
        quoted = mark in _OPEN or (mark in _EITHER and not quoted)
    return quoted


def _starts_within(text: str) -> bool:
    """Tell whether the first mark of a text closes a quotation: It rains," said Roe."""
    first = _QUOTE.search(text)
    ended = _ENDED.search(text) if first and first.group() not in _OPEN else None
    return bool(first and ended and ended.end() == first.end())


def is_marked(text: str) -> bool:
    """Return whether a text has a quotation mark."""
    return bool(_QUOTE.search(text))


def all_quoted(text: str, *, quoted: bool = False) -> bool:
    """Return whether nine words in ten of a sentence stand in quotation marks."""
    if not quoted and not _QUOTE.search(text):
        return False
    words = [token for token in tokenized(text, quoted=quoted) if token.text[0].isalnum()]
    return sum(word.quoted for word in words) * 10 >= len(words) * 9 > 0


def is_english(tokens: list[Token]) -> bool:
    """Return whether one word in eight is a little word of English."""
    words = [token.text.lower() for token in tokens if token.text[0].isalnum()]
    return sum(word in _LITTLE or bool(kind(word)) for word in words) * 8 >= max(1, len(words))


def is_little(word: str) -> bool:
    """Return whether a word is one of the closed classes, which names nobody."""
    return word.lower() in _CLASS


@lru_cache(maxsize=1 << 14)  # the words of a story come again and again
def _sort(text: str, first: bool) -> str:  # noqa: FBT001, PLR0911 - a ladder
    """Return the sort of a word: what it announces, its class, or its shape."""
    word = text.lower()
    if word in _CLASS:
        return _CLASS[word]
    if not text[0].isalnum():
        return "quote" if word in _MARKS else word[0]
    named = text[0].isupper() and not first
    announced = kind(word)
    if announced:
        return f"{announced}^" if named else announced
    if named:
        return "CAPS" if text.isupper() and len(word) > 1 else "Name"
    if text[0].isdigit():
        return "number"
    shape = "Cap" if text[0].isupper() else ""
    for ending in _ENDINGS:
        if len(word) > len(ending) + 2 and word.endswith(ending):
            return f"{shape}-{ending}"
    return shape or "word"


def sorts(tokens: list[Token]) -> list[str]:
    """Return the sort of each token; at the start a capital says nothing."""
    marks = _marks(tokens)
    return [_sort(token.text, number <= marks) for number, token in enumerate(tokens)]


def _marks(tokens: list[Token]) -> int:
    """Return how many marks stand before the first word."""
    for number, token in enumerate(tokens):
        if token.text[0].isalnum():
            return number
    return len(tokens)


def clues(tokens: list[Token], *, opening: str) -> list[list[str]]:
    """Return the clues of each token, one a template; `opening` says where the sentence stands."""
    sights, made = seen(tokens, opening=opening), []
    for name, (shape, start) in zip(TEMPLATES, SHAPED, strict=True):
        made.append([f"{name}={sight}" for sight in sights[shape][start : start + len(tokens)]])
    return [list(row) for row in zip(*made, strict=True)]


def seen(tokens: list[Token], *, opening: str) -> list[list[str]]:
    """Return what each of SHAPES sees from each token on, and from EDGE places before and after."""
    columns = _columns(tokens, opening)
    padded = {name: ["<"] * EDGE + [*own] + [">"] * EDGE for name, own in columns.items()}
    found = []
    for shape in SHAPES:
        parts = [padded[field][step:] for field, step in shape]
        # What begins too near the end is seen by no template.
        joined = parts[0] if len(parts) == 1 else map("|".join, zip_longest(*parts, fillvalue=""))
        found.append(list(joined))
    return found


def _columns(tokens: list[Token], opening: str) -> dict[str, Sequence[str]]:
    """Return what is seen of each token, by the letter that stands for it in the templates."""
    count, marks = len(tokens), _marks(tokens)
    looks = [_look(token.text, number <= marks) for number, token in enumerate(tokens)]
    kinds, masked, roots, endings, announcing = zip(*looks, strict=True) if looks else [()] * 5
    quoted = [token.quoted for token in tokens]
    verbs = ["" if within else verb for verb, within in zip(announcing, quoted, strict=True)]
    before, after = _carried(verbs), _carried(verbs[::-1])[::-1]
    return {
        "w": masked,
        "r": roots,
        "s": kinds,
        "q": ["q" if within else "u" for within in quoted],
        "e": endings,
        "f": after,
        "p": before,
        "h": ["quotes" if True in quoted else "plain"] * count,
        "g": ["verb" if word else "-" for word in after],
        "b": ["verb" if word else "-" for word in before],
        "a": [*"0123", *"4" * count][:count],
        "z": [*"4" * count, *"321"][-count:],
        "o": [opening] * count,
    }


@lru_cache(maxsize=1 << 14)  # the words of a story come again and again
def _look(text: str, first: bool) -> tuple[str, str, str, str, str]:  # noqa: FBT001 - for the cache
    """Return a word's sort, how it is seen, its root, its ending, and its root if it announces."""
    name = _sort(text, first)
    hidden = name in ("Name", "CAPS", "number") or name.startswith("Cap")
    word = f"<{name}>" if hidden else text.lower()
    announces = name[-1] != "^" and any(verb in name for verb in _VERBAL)
    return name, word, root(word), word[-3:], root(word) if announces else ""


def _carried(verbs: list[str]) -> list[str]:
    """Return for each place the last verb before it."""
    found, last = [], ""
    for verb in verbs:
        found.append(last)
        last = verb or last
    return found
