"""Where sentences of languages besides English begin, and which of them are whole.

The library (sentencex, of the Wikimedia Foundation) knows the stops, quotation marks and many
abbreviations of 240 languages. Repaired here is what it cannot know or leaves torn: sentences glued
together when a page was saved, initials, ordinal numbers, and closing marks left behind.
"""

from __future__ import annotations

import re
from collections import deque
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from summarize.text.boundaries import pieces
from summarize.text.patterns import pattern
from summarize.text.tongues.quotations import spans

if TYPE_CHECKING:
    from collections.abc import Iterator

_SURROGATE = pattern("[\ud800-\udfff]")
_WITHIN_WORD = pattern(r"(?<=\w)[\"״](?=\w)")
_OPEN = "“‘«„‚‹»([\"'「『（【—–-¿¡ "
_CLOSE = "”’»›)]}\"'」』）】“‘"
_STOPS = ".!?…。！？．｡؟۔।॥"

# Marks that end a sentence with or without a blank behind them.
_FULL_STOP = pattern(r"[।॥؟۔]+(?![」』”’\"）)\s])|[।॥؟۔]+\s+(?=\S)")
# One letter, Latin or not: M. Dupont, د. أحمد, J. K. Rowling.
_INITIAL = pattern(r"(?<![^\W_])[^\W\d_]\.$")
# Short words before a number: art. 5, čl. 3, str. 12, h. 30.
_BEFORE_NUMBER = pattern(r"(?<![^\W_])[^\W\d_]{1,4}\.$")
_ORDINAL = pattern(r"(?<![\d.,:-])\d{1,2}\.$")
# Languages with 1., 2., 3.; of those with a danda no sentence ends so.
_ORDINALS = frozenset("cs da de et fi hi hr hu lv mr ne no pl sk sl sr".split())
# Titles and the like that stand before a name, where the library splits.
_TITLES = frozenset(
    "dr prof mr mme mlle mgr sr sra srta dott avv ing rev gen col st sv sto"
    " δρ κα κος κ αρ проф акад ген гр ім вул пр просп дом рис стор див тов".split()
)
# Hindi's titles and units, and letters of other alphabets by their names: ए. एफ़. पी., جورج دبليو.
_SHORT_FORMS = frozenset(
    "डॉ डा प्रो मो पं स्व ले कु रु कि मि मी सेमी नं पृ ई पू"
    " ए बी सी डी एफ एफ़ एफ़ जी एच जे के एल एम एन ओ पी क्यू आर एस टी यू वी डब्ल्यू डबल्यू एक्स वाई"
    " دبليو جيه إتش اتش كيه كيو إكس اكس".split()
)
_DIGITS = "0123456789०१२३४५६७८९٠١٢٣٤٥٦٧٨٩"
_LAST_WORD = pattern(r"([^\s.(“«\"']+)\.$")
# What a bad encoding leaves of a percent sign: "25-40 ? من".
_LOST = pattern(r"\d \?$")
_WINDOW = 4000  # characters, more than nearly all paragraphs have
_NEAR = 40  # characters around a start that tell whether it is one
_SPEECH = 2000  # characters in which the mark that opens a quotation is looked for
# Which marks a whole sentence has as many of; a straight one, as an even number.
_PAIRS = (("«", "»"), ("「", "」"), ("『", "』"), ("（", "）"), ("(", ")"))
_CUT = pattern(rf"(?:\.\s?\.\s?\.|…)[{re.escape(_CLOSE)}\s]*$")
_MARKED_SHORT = frozenset({"he"})  # a straight mark stands inside short forms, too


def sentence_starts(block: str, language: str) -> list[int]:
    """Return the offset of each sentence of a paragraph; together the slices are the block."""
    starts = {0}
    for begin, end in pieces(block):
        piece = block[begin:end]
        starts.add(begin)
        starts.update(begin + offset for offset in _library_starts(piece, language))
        starts.update(begin + offset for offset in _full_stops(piece, language))
        starts.update(begin + offset for offset in _glued_starts(piece))
    kept, here = [0], 0
    for start in sorted(starts - {0}):
        if start < here:  # among closing marks that were passed over already
            continue
        here = _past_closing(block, start)
        before = block[max(kept[-1], here - _NEAR) : here].rstrip()
        after = block[here : here + _NEAR]
        if kept[-1] < here < len(block) and not _continues(before, after, language):
            kept.append(here)
    return kept


def is_whole(text: str, language: str) -> bool:
    """Return whether a sentence starts and ends like one and closes the quotations it opens."""
    start = text.lstrip(_OPEN)
    if not start or start[0].islower() or start[0] in ",;:!?)]، ":
        return False
    end = text.rstrip(_CLOSE + "«\u00a0\u202f ")[-1:]
    question = end == ";" and language == "el"
    if not (end and (end in _STOPS or question)) or _CUT.search(text):
        return False
    if language not in _MARKED_SHORT and text.count('"') % 2:
        return False
    if sum(map(text.count, "“„”")) % 2:
        return False
    return all(text.count(one) == text.count(other) for one, other in _PAIRS)


def _library_starts(piece: str, language: str) -> Iterator[int]:
    """Give what the library finds, a window at a time: its time grows with the square of a text."""
    from sentencex import get_sentence_boundaries

    # The library takes valid text only, and a mark within a word for a quotation; what stands for
    # these is as long.
    plain = _WITHIN_WORD.sub("'", _SURROGATE.sub("?", piece))
    begin = 0
    while begin < len(plain):
        window = plain[begin : begin + _WINDOW]
        found = [begin + one["start_index"] for one in get_sentence_boundaries(language, window)]
        yield from found[1:]
        rest = begin + _WINDOW < len(plain)
        # The last one of a window may go on behind it, so the next one begins there.
        begin = found[-1] if rest and len(found) > 1 else begin + _WINDOW


def _full_stops(piece: str, language: str) -> Iterator[int]:
    """Give the ends of sentences that need no blank, but for those within a quotation."""
    found = [match.end() for match in _FULL_STOP.finditer(piece)]
    quoted = deque(spans(piece, language) if found else ())
    if quoted and piece[quoted[-1][1] - 1] not in _CLOSE:
        quoted.clear()  # with a mark too few it is not known which ones open
    for offset in found:
        while quoted and quoted[0][1] <= offset:
            quoted.popleft()
        if not quoted or offset <= quoted[0][0]:
            yield offset


def _glued_starts(piece: str) -> Iterator[int]:
    for found in _glued().finditer(piece):
        yield found.end()


@lru_cache(maxsize=1)
def _glued() -> Any:
    """Return the pattern of a stop without a blank between two sentences: "fin.Le ministre"."""
    import regex

    return regex.compile(r"(?<=\p{Ll}{2})[.!?…]+[»”\"]?(?=[«“„\"]?\p{Lu}\p{Ll}*[,]?\s)")


def _past_closing(block: str, start: int) -> int:
    """Move a start behind closing marks and blanks that belong to the sentence before."""
    while start < len(block):
        char, following = block[start], block[start + 1 : start + 2]
        ambiguous = char in "\"'»“‘"  # opens in some languages and closes in others
        torn = char in _CLOSE and (not ambiguous or not following or following.isspace())
        if char == "»" and _opens_guillemet(block, start):
            torn = False
        if char == '"' and following and _opens_straight(block, start):
            torn = False
        if not torn and not char.isspace():
            break
        start += 1
    return start


def _opens_guillemet(block: str, start: int) -> bool:
    reach = max(0, start - _SPEECH)
    return block.count("«", reach, start) <= block.count("»", reach, start)


def _opens_straight(block: str, start: int) -> bool:
    """Return whether as many marks stand before one as an opening one has, and one behind it."""
    reach = max(0, start - _SPEECH)
    before = sum(block.count(mark, reach, start) for mark in '"“”')
    return before % 2 == 0 and block.find('"', start + 1, start + _SPEECH) >= 0


def _continues(before: str, after: str, language: str) -> bool:
    """Return whether what stands before a supposed start and what follows are one sentence."""
    if not before:
        return True
    bare = after.lstrip(_OPEN)[:2]
    if not bare or after[0] in ",;:،؛、" or all(char in _STOPS for char in bare):
        return True
    if bare[0].islower() or _INITIAL.search(before) or _LOST.search(before):
        return True
    if bare[0].isdigit() and (_BEFORE_NUMBER.search(before) or _is_point(before, after)):
        return True
    return (language in _ORDINALS and bool(_ORDINAL.search(before))) or _is_short(before)


def _is_point(before: str, after: str) -> bool:
    """Return whether a stop is the point of a number: ७.०, of which the library does not know."""
    return before[-1] == "." and before[-2:-1].isdigit() and after[0].isdigit()


def _is_short(before: str) -> bool:
    """Return whether a text ends with a short form that a name, a number or more of it follows."""
    last = _LAST_WORD.search(before)
    if last is None:
        return False
    return last[1].lower() in _TITLES or last[1].lstrip(_DIGITS) in _SHORT_FORMS
