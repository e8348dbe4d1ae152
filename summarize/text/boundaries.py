"""Where sentences begin: the library's opinion, corrected for what the web does to text.

The library (syntok) knows abbreviations, decimals and quotes. What it cannot know is repaired
here: sentences glued together when a page was saved, fragments torn off by machine translation,
titles before names, and closing quotation marks left at the start of the next sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarize.text.cutoff import cut_amid, cut_starts
from summarize.text.halts import BRAND, STARTERS, STREET, halts, items
from summarize.text.patterns import pattern
from summarize.text.states import SHORT_STATES
from summarize.text.stops import library_starts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# Longer blocks are cut at white space before the library sees them: its memory grows with the
# block, and no paragraph of a news story comes near this many characters.
LONGEST = 50_000

_GAP = pattern(r"\s{200,}")
_SPACE = pattern(r"\s")
# A stop, or what may be one in another script; said by what is none, which compiles ten times
# as fast.
_STOP = pattern(r"[^\x00- \"-\-/->@-\u0588\U00010000-\U0010ffff](?=.)", re.DOTALL)
_GLUED = pattern(r"[A-Z](?<=[a-z\d].)")

_OPEN = "“‘«„([\"'"
_NEAR = 120  # characters behind a start that tell whether it is one

# After these a capital letter continues the sentence. The library splits at most of them.
_TITLE = pattern(
    r"(?<![\w.])(?:Gov|Lt|Sen|Rep|Reps|Sens|Gen|Col|Maj|Capt|Cpl|Sgt|Cmdr|Adm|Pvt|Det|Insp|Supt"
    r"|Rev|Fr|Hon|Pres|Prof|Dr|Mr|Mrs|Ms|Mx|Messrs|St|Mt|Ft|Amb|Atty|Dist|Asst|Assoc|vs|Op|Vol"
    r"|Pfc|Spc|Pte|Brig|Cdr|Cst|Cllr|Con|Coun|Ald|Msgr|Govs|Drs|Mmes|Ens|Dep|Tpr|Ofc|Rt|Ste|Pt|Treas"
    r"|Bros)\.$"
)
# "Calif. Gov. Gavin Newsom", "former Conn. Attorney General".
_STATE = pattern(rf"(?<!\w)(?<!, )(?:{SHORT_STATES})\.$")
_OF_STATE = pattern(
    r"(?:(?:Lt\. )?Gov|Sens?|Reps?|Atty)\. [A-Z]|(?:Attorney General|Supreme Court)\b"
)
# What is called after somebody: Martin Luther King Jr. Day.
_CALLED = pattern(
    r"(?:[A-Z]\w+ ){0,2}(?:Day|Holiday|Parade|Boulevard|Blvd|Avenue|Ave|Street|Drive|Way|Highway"
    r"|Parkway|Bridge|Library|Memorial|Cent(?:er|re)|Park|Plaza|Hospital|Airport|School|Elementary"
    r"|Middle|High|Foundation|Institute|Award)\b"
)
_NUMBER_SIGN = pattern(
    r"(?<![\w.])(?:No|Nos|no|nos|Art|Sec|Res|Fig|p|pp|c|ca|Rs|Sect|Ch|Vols|Eq|Para)\.$"
)
# Months as other languages shorten them, which papers there write in English too: "on Set. 12".
_MONTH = pattern(
    r"\b(?:[Oo]n|of|[Ss]ince|[Uu]ntil|[Ff]rom|[Bb]y|\d)"
    r" (?:Ene|Abr|Ago|Set|Dic|Okt|Dez|Mrz|Ott|Fev)\.$"
)
_PARTICLE = pattern(r"(?:al|el|de|da|di|du|del|della|van|von|bin|ibn|ter|ten|la|le)[-\s’'][\w’]")
_BRAND_CASE = pattern(BRAND)

_STARTER = pattern(STARTERS)
# Who says what is asked or cried right before: “Go home!” Kim shouted at the crowd.
_CRIED = pattern(r"[!?]’?(?:[”\"’']|'')$")
_TAG = pattern(
    rf"(?!{STARTERS})(?:[A-Z][\w.’'-]*,? |(?:of|the|a) ){{1,6}}(?:(?:said|says|wrote|tweeted"
    r"|shouted|yelled|cried|screamed|added|replied|exclaimed|joked|recalled|chanted|declared)"
    r"|(?:asked|asks|told)(?: (?!if |whether )(?:the |his |her )?[\w’'-]+(?: [\w’'-]+)?)?)"
    r"(?: [a-z]+ly)?"
    r"(?:[.,]| (?:about|after|again|as|at|before|during|from|in|later|last|of|on|this|to|while"
    r"|with|[A-Z][a-z]+day)\b)"
)
# An abbreviation that may also end a sentence, before such a word; an address before any.
_ABBREVIATION_END = pattern(
    r"(?:\b(?:[A-Za-z]|Ph)\.[A-Za-z]\.|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|etc)\.)[”\"’)]?\s+"
    rf"(?=[“\"‘]?{STARTERS}\s)|\band I\.\s+(?=[A-Z])"
    r"|\b(?!A\.M|P\.M)(?:[A-Z]\.){1,3}[A-Z]\.\s+(?=M(?:rs?|s)\.\s)"
    r"|[\w/-]\.(?:com|org|net|edu|gov|html?|co\.uk)\.\s+(?=[A-Z])"
)
# What a text must have for these patterns to find anything: most have none, and a pattern that
# begins with a mark is looked for far quicker.
_MAY_END = pattern(
    r"\.(?:[A-Za-z]\.|(?:com|org|net|edu|gov|html?|co\.uk)\.|(?<=Inc.)|(?<=Corp.)|(?<=Co.)"
    r"|(?<=Ltd.)|(?<=Jr.)|(?<=Sr.)|(?<=etc.)|(?<=and I.))"
)
_CLOSE_STOP = pattern(r"[.!?…][”’»)\]\"']{0,2}[“‘«(\"']?[A-Z]")
_TYPED_CLOSE = pattern(r"''(?!\S)")  # ``so'', as typewriters and corpora have it
_GOES_ON = pattern(r"[,;:]|[–—] [a-z]")
_ONLY_MARKS = pattern(r"[.!?…]+[”\"’)]")

# "discussed.North Korea", `exercises.”The North`, "July 27.The North": no space in between.
_GLUED_STOP = pattern(
    r"(?<=[^\W_A-Z][^\W_A-Z])[.!?…]+[”’»)\]\"']{0,2}"
    r"(?=[“‘«(\"']?[A-Z](?:[a-z’']+|)[,]?\s)(?!(?:Com|Org|Net|Gov|Co)\b)"
)
# Full stops of other scripts end a sentence with or without a space behind them.
_OTHER_STOP = pattern(r"[。！？।॥؟۔።]+(?![」』”’\"）)。！？\s])|[।॥؟۔።]+\s+(?=\S)")
_OTHER = pattern("[。！？।॥؟۔።]")
# "the NorthLee Sung Joon": not even a full stop in between. Also "in 1953The".
_GLUED_WORDS = pattern(r"\b(?:(?P<left>[A-Z]?[a-z]{2,})|\d{4})(?=(?P<right>[A-Z][a-z]+)\b)")
_PREFIXES = frozenset("Mc Mac De Del Della La Le Di Da Du El Al Van Von Fitz Mbe Ni San Lo".split())
_NAME_AFTER = pattern(r"[A-Z][a-z]+,?\s+(?:[A-Z][a-z]+|\(|said\b)")


def sentence_starts(block: str, words: Mapping[str, int]) -> list[int]:
    """Return the offset of each sentence of `block`; together the slices are the block.

    Args:
        block: One paragraph.
        words: How often each word occurs in the whole story. It tells a glued pair of words,
            which occurs once while its halves are known, from a name with a capital inside.
    """
    starts: set[int] = {0}
    for begin, end in pieces(block):
        starts.add(begin)
        piece = block[begin:end]
        # Without a mark inside there is nothing to find.
        if end - begin <= 2 * LONGEST and (_STOP.search(piece) or _GLUED.search(piece)):
            starts.update(begin + offset for offset in library_starts(piece))
            starts.update(begin + offset for offset in _glued_starts(piece, words))
    kept = _rejoined(block, sorted(starts))
    listed = items(block)
    marks = {at for start, end in listed for at in range(start, end + 1)}
    return sorted({start for start, _ in listed} | ({*kept} - marks)) if listed else kept


def pieces(block: str) -> Iterator[tuple[int, int]]:
    """Cut at wide gaps, which are slow to look behind, and into lengths the library can take."""
    begin = 0
    for gap in _GAP.finditer(block):
        yield from _lengths(block, begin, gap.start())
        begin = gap.end()
    yield from _lengths(block, begin, len(block))


def _lengths(block: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    while end - begin > LONGEST:
        cut = block.rfind(". ", begin, begin + LONGEST) + 1
        if not cut:
            cut = block.rfind(" ", begin + 1, begin + LONGEST)
        if cut < 0:
            found = _SPACE.search(block, begin + LONGEST, end)
            cut = found.start() if found else end
        yield begin, cut
        begin = cut
    if begin < end:
        yield begin, end


def _glued_starts(piece: str, words: Mapping[str, int]) -> Iterator[int]:
    yield from halts(piece)
    yield from cut_starts(piece)
    for found in _ABBREVIATION_END.finditer(piece) if _MAY_END.search(piece) else ():
        yield found.end()
    for found in _OTHER_STOP.finditer(piece) if _OTHER.search(piece) else ():
        yield found.end()
    for found in _GLUED_STOP.finditer(piece) if _CLOSE_STOP.search(piece) else ():
        end = found.end()
        # A straight quotation mark closes only when one is open.
        if piece[end - 1] in "\"'" and piece.count(piece[end - 1], 0, end) % 2:
            end -= 1
        yield end
    for found in _GLUED_WORDS.finditer(piece) if _GLUED.search(piece) else ():
        if _is_glued(piece, found, words):
            yield found.end()


def _is_glued(piece: str, found: re.Match[str], words: Mapping[str, int]) -> bool:
    left, right = found["left"], found["right"]
    rest = piece[found.end() : found.end() + 400]
    if len(rest.split(None, 5)) < 6 or left in _PREFIXES:
        return False
    if left is None:
        return words.get(right, 0) > 0
    if words.get(left + right, 0) > 1 or not words.get(left):
        return False
    if words.get(right):
        return True
    # An unknown right half must look like the name of somebody who then speaks or is described,
    # far enough from the sentence's beginning to have left a whole sentence behind.
    before = piece[max(0, found.start() - 400) : found.start()]
    return len(before.split()) >= 5 and _NAME_AFTER.match(rest) is not None


def _rejoined(block: str, starts: list[int]) -> list[int]:
    kept = [0]
    for start in starts[1:]:
        begin = _past_closing(block, start)
        if begin >= len(block) or begin <= kept[-1]:
            continue
        before = block[max(kept[-1], begin - 40) : begin].rstrip()
        if not _continues(before, block[begin : begin + _NEAR]):
            kept.append(begin)
    return kept


def _past_closing(block: str, start: int) -> int:
    """Move a start behind closing marks that belong to the sentence before."""
    while start < len(block):
        char = block[start]
        if typed := _TYPED_CLOSE.match(block, start):
            start = typed.end()
            continue
        following = block[start + 1 : start + 2]
        torn = char in "”’»)]" or (char in "\"'" and (not following or following in " \t\n,"))
        torn |= char == "." and following != "." and block[max(0, start - 1)] == ")"
        if not torn and not char.isspace():
            break
        if char == "’" and following.isalnum():  # ’Tis, ’90s
            break
        start += 1
    return start


def _continues(before: str, after: str) -> bool:
    bare = after.lstrip(_OPEN)
    if not before or (_STATE.search(before) and _OF_STATE.match(bare)):
        return True
    if (
        _TITLE.search(before)
        and not STREET.search(before)
        and (bare[:1].isalpha() or bare.startswith("1st Class"))
    ):
        return not _STARTER.match(bare)
    if _NUMBER_SIGN.search(before) or _MONTH.search(before):
        return bare[:1].isdigit()
    goes_on = before[-1] == ";" or _GOES_ON.match(after) or _ONLY_MARKS.match(after)
    if goes_on or cut_amid(before, after):
        return True
    if not bare[:1].islower():
        called = before.endswith(" Jr.") and _CALLED.match(bare)
        return bool(called or (_CRIED.search(before) and _TAG.match(after)))
    return not (_BRAND_CASE.match(bare) or _PARTICLE.match(bare))
