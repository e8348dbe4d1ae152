"""Stops that surely end a sentence, or surely do not, so that the library need not be asked.

The library (syntok) decides at each mark by the words beside it, and begins anew with each
sentence. Nearly all stops of news stand between a plain word and a capital, where it always
divides, or behind a title or initials, where it hardly ever does. What is between two stops of the
first kind goes to the library only if it has a mark that is of neither, and then alone.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from summarize.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

# Words without any mark at which the library stops to think: of a row of them, it needs the first
# and the last. Behind an opening bracket it counts words, so there it gets all.
_BRACKET = pattern(r"[(\[{\u2329\u2983\u2985\u3018\u301a\ufd3e-\uff5f]")
_MARKS = (
    r".!?;…)\]}\u200b\u203c\u203d\u2047-\u2049\u232a\u2984\u2986\u3002\u3019\u301b\ufd3e-\uffff"
)
_PLAIN = rf"[^\s{_MARKS}]++(?!\S)"
_PLAIN_ROW = pattern(rf"(?<!\S){_PLAIN}(?: {_PLAIN}){{2,}}")

# Marks at which the library may divide: not before a small letter or a comma, at the end of all,
# nor within a number or an abbreviation. The group is what parts a stop from a capital behind it.
_CLOSER = "[\"”’']?"
_MARK = pattern(
    rf"[.!?;\n(\[{{)\]}}\u203c-\u2049\u2329-\u232a\u2983-\u2986\u3002-\u301b\ufd3e-\uffff]"
    rf"(?:(?<=[.!?])({_CLOSER} )(?=[A-Z“\"‘])|(?<![.!?;\n])|(?<=\n)(?=\s)"
    rf"|(?<=[.!?;])(?!{_CLOSER}(?:[,:]| [a-z]|\Z))"
    r"(?!(?<=[0-9A-Z]\.)-?[0-9A-Za-z]|(?<=[a-z]\.)(?:[0-9a-z]|-[0-9A-Za-z])))"
)
# Words that are one word for the library too, its last part if there are hyphens in it.
_WORD = pattern(r"[\"“‘]?(?:[A-Za-z]+-)*([A-Za-z][a-z]+|[A-Z]{2,}|[0-9]{2,})")
_INITIALS = pattern(r"(?:[A-Z]\.)*[A-Z]|(?:[a-z]\.)+[a-z]|[b-df-hj-np-tv-z]")


def library_starts(piece: str) -> Iterator[int]:
    """Give the offset of each sentence as the library has it."""
    for begin, end, doubtful in _parts(piece):
        if doubtful:
            yield from (begin + start for start in _asked(piece[begin:end]))
        else:
            yield begin


def shortens(word: str) -> bool:
    """Tell whether a word, without its stop, is an abbreviation that the library knows."""
    return word in _known()[0]


def _parts(piece: str) -> Iterator[tuple[int, int, bool]]:
    """Divide at sure stops; tell of each part whether it may be more, or less, than a sentence."""
    begin = depth = 0
    doubtful = not piece[:1].strip().strip("\u200b")  # its first word may be further on
    for found in _MARK.finditer(piece):
        at, behind = found.span()
        if found[1] and not depth:
            word = piece[max(begin, piece.rfind(" ", begin, at) + 1) : at]
            ends = _ends(word, piece, behind)
            if ends:
                yield begin, behind - 1, doubtful
                begin, doubtful = behind, False
            doubtful = doubtful or ends is None
        else:
            doubtful = True
            depth = _depth(piece, at, depth)
    if begin < len(piece):
        yield begin, len(piece), doubtful


def _depth(piece: str, at: int, depth: int) -> int:
    """Return in how many brackets what follows a mark may be; if unsure, more than it is."""
    if piece[at] in ".!?;\n":
        return depth
    if piece[at] not in ")]}":  # brackets of other scripts too, which none closes here
        return depth + 1
    # Marks that no word is glued to are no brackets for the library.
    before = piece[max(0, at - 2) : at]
    closes = before[-1:].isalnum() or (before[:1].isalnum() and before[-1:] in ".,!?\"”’'")
    return max(0, depth - 1) if closes else depth


def _ends(word: str, piece: str, behind: int) -> bool | None:
    """Tell whether a stop after a word, a capital behind it, ends a sentence; None if unsure."""
    abbreviations, months, starters = _known()
    if word in abbreviations or _INITIALS.fullmatch(word):
        return None if piece.startswith(starters, behind) else False
    found = _WORD.fullmatch(word)
    if not found or found[1] in abbreviations or found[1].lower() == "no":
        return None
    return None if word[-1].isdigit() and piece.startswith(months, behind) else True


@lru_cache(maxsize=1)
def _known() -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    """Return words that end no sentence for the library, months, and words that begin one."""
    from syntok.segmenter import State

    never = State.abbreviations | State.roman_numerals
    return frozenset(never), tuple(State.months), tuple(State.starters)


def _asked(piece: str) -> Iterator[int]:
    from syntok import segmenter

    short, cuts = shortened(piece)
    cut = ahead = 0
    for paragraph in segmenter.analyze(short):
        for sentence in paragraph:
            start = sentence[0].offset
            while cut < len(cuts) and cuts[cut][0] <= start:
                ahead, cut = cuts[cut][1], cut + 1
            yield start + ahead


def shortened(piece: str) -> tuple[str, list[tuple[int, int]]]:
    """Leave plain words between plain words out: two thirds of English, of which none can matter.

    Returns the rest, and the places in it behind which this many characters are missing.
    """
    bracket = _BRACKET.search(piece)
    parts: list[str] = []
    cuts: list[tuple[int, int]] = []
    done = length = 0
    for row in _PLAIN_ROW.finditer(piece, 0, bracket.start() if bracket else len(piece)):
        words = row.group()
        parts.append(piece[done : row.start() + words.index(" ") + 1])
        length += len(parts[-1])
        done = row.start() + words.rindex(" ") + 1
        cuts.append((length, done - length))
    return "".join([*parts, piece[done:]]), cuts
