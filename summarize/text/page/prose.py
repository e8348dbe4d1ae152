"""Telling running text from lines: ends of sentences, little words, capital letters."""

from __future__ import annotations

import re
from functools import lru_cache
from zlib import crc32

from summarize.text.patterns import pattern

# Counted on a block's first characters only: enough to know what it is, whatever its length.
_LOOK = 4_000

# A block without a full stop is running text from this many words on. Captions and headlines
# stay below: 97 % of the 2 026 such lines outside the articles of the extraction pages (2026-11).
LONG = 30

# Repetition is looked for in runs of so many words, and in blocks of so many: tried on the seeds
# and on Multi-News (2026-11).
GRAM = 5  # as long as a chance repetition in one article hardly ever is
SHORTEST = 6  # "He was 78." may well be said twice

# Not `terms.FUNCTION_WORDS`, which are more: the shares below were set on these.
_LITTLE = frozenset(
    "a about above after again against all also although am among an and any are as at be because"
    " been before being between both but by can could did do does down during each even few for "
    "from further had has have having he her here him his how however i if in into is it its "
    "itself just last made many may me might more most much must my near never no nor not now of "
    "off on once one only or other our out over own said same say says she should since so some "
    "such than that the their them then there these they this those though through to told too two "
    "under until up upon was we were what when where whether which while who whom whose why will "
    "with within without"
    " would yet you your".split()
)
_STOPS = ".!?…。！？．｡؟۔।॥።፧՞։"
_CLOSERS = "\"'”’»›)]}*†‡」』）】“« "  # the last two close in German, Czech and Danish
_GREEK_QUESTION = re.compile("[\u0370-\u03ff\u1f00-\u1fff]\\s?;$")
_TAIL_NOTE = re.compile(r"(?:\s*\[\d{1,3}\])+$|\s*\([^()]{1,60}\)$")
_INNER_STOP = re.compile(r"[a-z0-9)”\"’][.!?][”\"’)]?\s+[“\"‘(]?[A-Z]")
_WORD = re.compile(r"[^\W_]++(?:['’-][^\W_]++)*+")
_WIDE = pattern(r"[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_MAY_BE_WIDE = re.compile(r"[^\x00-\u0dff\u2000-\u2fff]")  # compiled five times as fast


def size(text: str) -> int:
    """Return the number of words, counting scripts without spaces as two signs a word."""
    look = text[:_LOOK]
    may_be = not look.isascii() and _MAY_BE_WIDE.search(look)
    wide = len(_WIDE.findall(look)) if may_be else 0
    return len(look.split()) + wide // 2


def is_english(text: str) -> bool:
    """Return whether a text has the little words of English; of a few words, whether it may."""
    # Menus have no little words: where there are longer lines, they alone tell.
    lines = [line for line in text[:100_000].splitlines() if line.count(" ") >= 9]
    counts = [_counts(line) for line in lines or [text[:_LOOK]]]
    words = sum(count for count, _ in counts)
    if words < 30:
        return text.isascii()
    return sum(little for _, little in counts) >= 0.17 * words


def little_share(text: str) -> float:
    """Return the share of English function words among the words of a block."""
    words, little = _counts(text[:_LOOK])
    return little / words if words else 0.0


def _counts(line: str) -> tuple[int, int]:
    """Return how many words a text has, and how many of them are little words of English."""
    return _remembered(line) if len(line) <= _LOOK else _counted(line)


def _counted(line: str) -> tuple[int, int]:
    words = _WORD.findall(line)
    return len(words), sum(map(_LITTLE.__contains__, map(str.casefold, words)))


# A line is asked for as a part of its page, and as a block of its own.
_remembered = lru_cache(maxsize=1 << 12)(_counted)


def capital_share(text: str) -> float:
    """Return the share of words that begin with a capital letter, function words left aside."""
    words = [word for word in _WORD.findall(text[:_LOOK]) if word.casefold() not in _LITTLE]
    return sum(word[0].isupper() for word in words) / len(words) if words else 0.0


def is_ended(text: str) -> bool:
    """Return whether a block ends like a sentence, in any script, whatever marks close it."""
    tail = text[-200:].rstrip(_CLOSERS + "\n\t\r")
    if tail[-1:] and (tail[-1] in _STOPS or _GREEK_QUESTION.search(tail)):
        return True
    noted = _TAIL_NOTE.sub("", text[-200:]).rstrip(_CLOSERS + "\n\t\r")
    return bool(noted) and noted[-1] in _STOPS


def is_running(text: str, words: int, *, ended: bool, english: bool = True) -> bool:
    """Return whether a block of so many words reads as running text, even if nothing ends it."""
    if ended:
        return words >= 3 and (not english or words < 6 or little_share(text) >= 0.12)
    if words < 20 or (english and little_share(text) < 0.25):
        return False
    return words >= LONG or (words >= 20 and bool(_INNER_STOP.search(text[:_LOOK])))


def bare(text: str) -> str:
    """Return the text's letters and digits in lower case: equal for what reads the same."""
    return " ".join(_WORD.findall(text.replace("’", "").replace("'", "").casefold()))


def grams(words: str) -> list[int]:
    """Return each run of five of some bare words as a number; none of fewer than six words."""
    split = words.split()
    if len(split) < SHORTEST:
        return []
    # Not hash(): it differs from run to run.
    starts = range(len(split) - GRAM + 1)
    return [crc32(" ".join(split[start : start + GRAM]).encode()) for start in starts]
