"""Hard-wrapped text: which lines are one paragraph, broken where the next word did not fit."""

from __future__ import annotations

import re
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from summarize.text.narrow import has
from summarize.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# No article has so many lines; what follows is a log, a table or an attack.
MOST_LINES = 20_000
_BREAKS = "\n\r\u2028\u2029\x0b\x0c\x85"
_LINE = re.compile(f"[^{_BREAKS}]+")
_WIDEST = 100  # characters: no line of a hard-wrapped text is wider, but for addresses
_FITTED = 0.9  # of the breaks inside of sentences: where the next word did not fit
_SHORT = 0.6  # of the width: a line that is shorter is a heading, however the rest was broken
_STOPS = ".!?:…"
_APART = " " * 6  # between what stands at the left of a page and at the right
# No paragraph and no heading ends with one of these, however short its line became when a dateline
# was cut off it: "Kim Jong Un met with" goes on.
_OPEN = frozenset(
    """a about across after against among an and as at before between but by during for from her his
    in into its near of off on onto or our over per than that the their through to toward towards
    under until upon via whose with within without""".split()
)
# "SOLLEN, Norway (AP) — A", "LONDON - The": a line that begins so is no heading, but a sentence.
_BEGUN = pattern(
    r"[A-Z][^\W\d_]{1,20}(?:[ ,.'’-]{1,2}[^\W\d_]{1,20}){0,6},?(?: [\d,]{1,5}){0,2} ?"
    r"\([^()]{2,30}\) ?[-–—]{1,2} ?.{30}"
    r"|[A-ZÀ-Þ]{4,20}(?:[ ,.'’-]{1,2}[A-ZÀ-Þ]{2,20}){0,4} ?[-–—]{1,2} .{30}"
)
_ENDED = re.compile(r"[.!?:…][\"”’»')\]]*$")


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return where the first MOST_LINES non-blank lines of a text stand, trimmed.

    Of a hard-wrapped text those of a paragraph are one.
    """
    lines = list(islice(_lines(text), MOST_LINES))
    return list(_joined(text, lines)) if _is_wrapped(text, lines) else lines


def unwrapped(text: str) -> str:
    """Return a text with each paragraph of a hard-wrapped one on a line; any other as it is."""
    lines = list(islice(_lines(text), MOST_LINES))
    if not _is_wrapped(text, lines):
        return text
    return "\n".join(" ".join(text[start:end].split()) for start, end in _joined(text, lines))


def has_lines(text: str) -> bool:
    """Return whether a text, which is trimmed, has more than one line."""
    return has(text, _BREAKS)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for found in _LINE.finditer(text):
        line = found.group()
        content = line.strip()
        if content:
            start = found.start() + len(line) - len(line.lstrip())
            yield start, start + len(content)


def _adjoins(text: str, before: tuple[int, int], after: tuple[int, int]) -> bool:
    return text.count("\n", before[1], after[0]) <= 1 and "\r\r" not in text[before[1] : after[0]]


def _is_wrapped(text: str, lines: Sequence[tuple[int, int]]) -> bool:
    """Tell whether most neighbouring lines are one sentence, broken at a fixed width."""
    wide = (text[start:end] for start, end in lines if end - start > _WIDEST)
    if len(lines) < 2 or any(map(_tells_width, wide)) or _width(text, lines) > _WIDEST:
        return False
    pairs = joined = 0
    for before, after in pairwise(lines):
        if _adjoins(text, before, after) and before[1] - before[0] > _WIDEST // 3:
            pairs += 1
            joined += _runs_on(text, before, after)
    return joined >= 1 and joined >= 0.3 * pairs


def _width(text: str, lines: Sequence[tuple[int, int]]) -> int:
    """Return the length of the longest line that has a blank, as addresses have none.

    What stands at both ends of a line, as a paper's name and the day do, tells no width.
    """
    told = [text[start:end] for start, end in lines]
    whole = [len(line) for line in told if _tells_width(line)]
    return max(whole, default=0) or max((len(line) for line in told if " " in line), default=0)


def _tells_width(line: str) -> bool:
    return " " in line and _APART not in line


def _runs_on(text: str, before: tuple[int, int], after: tuple[int, int]) -> bool:
    """Tell whether a line goes on with the sentence of the one before it, also with a name."""
    if text[before[1] - 1] in _STOPS:
        return False
    if text[after[0]].islower() or (text[after[0]].isalnum() and _is_open(text, *before)):
        return True
    return _BEGUN.match(text, *before) is not None and not _ENDED.search(text, *before)


def _joined(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Give the paragraphs: one ends at a blank line, and where the next word would have fitted.

    If the lines are not broken where a word did not fit, it ends at a line that is far too short.
    """
    width = _width(text, lines)
    inside = [
        _fits(text, before, after, width)
        for before, after in pairwise(lines)
        if _adjoins(text, before, after) and _runs_on(text, before, after)
    ]
    fitted = inside.count(False) >= _FITTED * len(inside)
    start, end = lines[0]
    for before, after in pairwise(lines):
        over = text[after[0]].isupper() or not text[after[0]].isalnum()
        if over and (fitted or _ENDED.search(text, *before)):
            over = _fits(text, before, after, width)
        elif over:
            over = before[1] - before[0] < _SHORT * width
        over = over and not _is_open(text, *before)
        if over or not _adjoins(text, before, after):
            yield start, end
            start = after[0]
        end = after[1]
    yield start, end


def _is_open(text: str, start: int, end: int) -> bool:
    """Tell whether a line ends with a word behind which something must follow."""
    return text[start:end].rpartition(" ")[2] in _OPEN


def _fits(text: str, before: tuple[int, int], after: tuple[int, int], width: int) -> bool:
    """Tell whether the first word of a line would have fitted on the line before it."""
    word = text[after[0] : after[1]].split(None, 1)[0]
    return before[1] - before[0] + 1 + len(word) <= width
