"""Halts: ends of sentences that the library passes, since what stands there could go on.

A number with decimals, an hour, an address, typed quotation marks and brackets hide the stop
behind them; a name in small letters hides the beginning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.text.narrow import has
from summarize.text.patterns import pattern
from summarize.text.predicates import has_verb, may_follow_subject

if TYPE_CHECKING:
    from collections.abc import Iterator

# Words that begin a sentence and are never part of a name.
STARTERS = (
    r"(?:He|She|They|It|The|This|That|These|Those|We|You|There|His|Her|Its|Their|But|And|However"
    r"|When|While|If|As|After|Before|Some|Many|Most|Both|Analysts|Officials|Now|Then|Although"
    r"|Though|Because|Since|Several|Another|Our|My|What|Why|How|Meanwhile|According)\b"
)
# Lower case, but a beginning: iPhone, eBay, mRNA, wikiHow.
BRAND = "[a-z]{1,4}[A-Z]"

_OPENS = '[“"‘(]?[A-Z]'
# One mark before all else, which is looked for far quicker.
_HALT = pattern(
    r"[.!?'…](?:"
    rf"(?<=\d\.)\d{{1,6}}\.[”\"’)]?\s+(?={_OPENS}[a-z])"  # fell to 682.60. Every
    rf"|(?<=[a-z\d]{{3}}\.)[a-z]{{2,4}}(?:\.[a-z]{{2,4}})?\.\s+(?={_OPENS})"  # voters.co.nz. Names
    rf"|(?<=[.!?])''\s+(?={_OPENS})|(?<=')'\.\s+(?={_OPENS})"  # ''so.'' That
    rf"|(?<=[a-z]{{3}}[.!?])\)\s+(?={STARTERS}\s)"  # (as he said.) The
    rf"|(?<=[.!?…])(?:[’'][”\"]|[”\"][’'])\s+(?={_OPENS})"  # ‘Leave now.’” She
    rf"|(?<=…)[”\"]\s+(?={STARTERS}\s)"  # I waited…” He
    r"|(?<=[a-z] [A-Z]\.)\s+(?=(?:He|She|They|It|There|We|But|And)\s)"  # Malcolm X. He
    rf"|(?<=[a-z]{{2}}[.!?])[”\"’)]?\s+(?=(?:{BRAND}[a-z]|al-[A-Z]))"  # rose. iPhone sales
    r")"
)
_FIRST = pattern(r"\s*+\S++\s")  # a number there is that of a section: 2.1. Methods
_SHORTENED = pattern(
    r"\.(?:(?<=[^A-Za-z][ap]\.m\.)|(?<=\s(?:Inc|Ltd|Ave)\.)|(?<=\s(?:Co|St|Dr|Rd)\.)"
    r"|(?<=\s(?:Corp|Blvd)\.))\s+(?=[A-Z])"
)
_MAY_BE_SHORTENED = (".m. ", "nc. ", "td. ", "Co. ", "rp. ", "St. ", "ve. ", "Dr. ", "Rd. ", "vd. ")
# "at 300 W. Elm St.", "in the 300 block of Elm St.": no saint, and no doctor.
STREET = pattern(
    r"(?:\d|\bblock of) (?:[NSEW]\. |[A-Z\d][\w’'-]* ){1,3}(?:St|Ave|Dr|Rd|Blvd|Ln|Ct)\.?$"
)
# Who does something in the next sentence: "Sgt. Ann Poe told", "Johnson's body was", "Two men ran".
_SUBJECT = pattern(
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Eastern|Central|Pacific|Mountain|Local|GMT)\b)"
    r"(?:(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\s[a-z]+\s"
    r"|(?:[A-Z][\w’'-]*+\s|(?:Mr|Mrs|Ms|Dr|Sgt|Lt|Capt|Det|Gov|Sen|Rep|Rev|Col|Gen|Maj|St)\.\s){1,4}"
    r"(?:(?<=[’']s\s)[a-z]+\s)?)"
    r"(?P<verb>[a-z]+)\b"
)
_COMPANIES = ("Inc", "Ltd", "Co", "Corp")
_ANY = pattern(rf"(?:An?|No|In|On|At|By|Police|{STARTERS})\s")
_SURE = pattern(r"(?:Anyone|No one|Nobody|Everyone|According to|Mrs?\.|Ms\.)\s")
# An hour that says of what follows when it was: "the 7 p.m. Mass", "said that at 7 p.m. Smith".
_WHEN = pattern(
    r"(?:(?:^|[,;:–—]\s|\b(?:that|and|but|when|said|says|because|while|where|which|so|or)\s)"
    r"(?:(?:at|by|about|around|shortly|just|soon|after|before|until|from|only|exactly|nearly"
    r"|almost|on|[A-Z][a-z]+day|night|morning|afternoon|evening)\s){0,5}|\b(?:the|an?|this|that"
    r"|every|each|our|its|his|her|their)\s)[\d:.]+\s?[ap]\.m$"
)
_OPENED = pattern(r"(?:When|As|After|Before|If|Until|Once|While|Since)\s[^,]*$")
_ITEM = pattern(r"(?<!\S)(?:[•⁃▪–-]\s?)?(\d{1,2}|[a-h])(?:\.\)?|\))\s+(?=[“\"]?[A-Z])(?!FC )")
_OPENS_LIST = pattern(r"(?:[a-z\d)”\"]{3}[.!?]|:)$")  # but not "No. 1"
_SECOND = ("2.", "2)", "b.", "b)", "10.")  # one of which any list has
_STOP = pattern(r"[.!?][”\"’)]*\s+(?=[A-Z“\"])")
_LEAST = 2  # words that are no clause yet: "At 7 p.m."
_NEAR = 200  # characters before an hour, in which its sentence begins


def halts(piece: str) -> Iterator[int]:
    """Give where sentences begin behind such ends; some may be given by the library too."""
    first = _FIRST.match(piece)
    for found in _HALT.finditer(piece, first.end() if first else len(piece)):
        yield found.end()
    if has(piece, _MAY_BE_SHORTENED):
        yield from _shortened(piece)


def items(block: str) -> list[tuple[int, int]]:
    """Return where the numbers or letters stand of a list that is all on one line.

    They go up by one, from the block's beginning, or from one behind a colon or a stop.
    """
    found: list[tuple[int, int]] = []
    last = 0
    for mark in _ITEM.finditer(block) if has(block, _SECOND) else ():
        number = int(mark[1]) if mark[1].isdigit() else ord(mark[1]) - ord("a") + 1
        ahead = block[max(0, mark.start() - _NEAR) : mark.start()].rstrip()
        opens = not ahead or (number == 1 and _OPENS_LIST.search(ahead))
        if number == last + 1 if found else opens:
            found.append(mark.span())
            last = number
    return found if len(found) > 1 else []


def _shortened(piece: str) -> Iterator[int]:
    """Give where sentences begin behind an hour or a company, each of which may go on."""
    for found in _SHORTENED.finditer(piece):
        before = piece[max(0, found.start() - _NEAR) : found.start()]
        subject = _SUBJECT.match(piece, found.end())
        told = subject is not None and may_follow_subject(subject["verb"])
        if before.endswith(_COMPANIES):  # not "Inc. Chairman Bill Ford said"
            told = told and subject is not None and subject.group().count(" ") == 1
        elif before[-1] != "m":
            if STREET.search(before) and (told or _ANY.match(piece, found.end())):
                yield found.end()
            continue
        told = told or _SURE.match(piece, found.end()) is not None
        if told and _is_told(_STOP.split(before)[-1]):
            yield found.end()


def _is_told(clause: str) -> bool:
    """Whether what stands before an hour or a company's end is a sentence without what follows.

    "At 7 p.m. Obama will speak" and "the 5 p.m. Mass was held" have no verb before.
    """
    if len(clause.split()) <= _LEAST or not has_verb(clause):
        return False
    return not _WHEN.search(clause) and not _OPENED.match(clause)
