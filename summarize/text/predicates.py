"""Predicates: what happens in a sentence around one place in it, told without a parser.

A word is taken for a verb by its form and its neighbour: a past (-ed, or an irregular verb of
news) that no article makes an adjective, an -ing form after a comma or a form of "be", and
whatever follows "will" or "to".
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from summarize.text.narrow import is_odd
from summarize.text.terms import FUNCTION_WORDS, content, stem, stemming

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

_IRREGULAR = frozenset(
    """
    beat beaten became become befallen befell began begun bent bit bled blew bore born bought
    bound bred broadcast broke broken brought built burnt burst came cast caught chose chosen
    clung cost crept cut dead dealt died drank drawn drew driven drove dug dwelt fallen fed fell
    felt fled flew flown forbade forbidden forecast foresaw foreseen foresworn foretold forgave
    forgone fought found froze frozen gave given got gotten grew grown heard held hid hidden hit
    hung hurt kept knelt knew known laid lain landed lay leapt led left lent let lied lit lost made
    meant met misled misread mistaken mistook mown outbid outdid outgrew outran outsold overcame
    overcome overheard overran overridden overrode oversaw overseen overtaken overthrew
    overthrown overtook paid partook proved proven put quit ran rang read rebid rebuilt rejoined
    remade repaid reran rerun resold retaken retold retook rewritten rewrote risen rode rose
    rung sang sank sat saw seen sent set sewn shed shone shook shorn shot showed shown shrank
    shrunk shut slain slept slew slid slit sold sought sped spent split spoke spoken sprang
    spread sprung spun stank stole stolen stood strewn strode strove struck strung stuck stung
    sued sung sunk swam swept swollen swore sworn swung taken taught threw thrown thrust took
    tore torn undergone understood undertook underwent undid undone upheld went wept withdrawn
    withdrew withheld withstood woke won wore wove woven wrung
    """.split()
)
_NO_VERB = frozenset(
    "united hundred need indeed speed breed seed feed during according including morning evening "
    "nothing something anything everything building following said told".split()
)
_MAKES_ADJECTIVE = re.compile(
    r"(?:\b(?:a|an|the|most|more|some|its|their|his|her|our|these|those|newly|of|highly|so-called)"
    r"|['’]s?)\s$",
    re.IGNORECASE,
)
_MAKES_PARTICIPLE = re.compile(r"(?:,|\b(?:is|are|was|were|be|been|being|by|for|of|while))\s$")
_MAKERS = tuple("will would shall should can could may might must to not did".split())
_MAKES_VERB = re.compile(rf"\b(?:{'|'.join(_MAKERS)})\s$", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*")
_REACH = 24  # characters; more than the longest word, with what sets it off, that makes a verb
_LEAST = 3  # content words of a clause; fewer are a part of one
_BREAK = re.compile(
    r"[,;:]\s|\s[–—-]+\s|\s(?:while|although|though|but|which|who|whose|when|as|because"
    r"|(?:after|before|since|until)(?!\s(?:dawn|dark|noon|midnight|sun)))\s"
)
_LEANS = re.compile(
    r"(?:The|This|That)\s[a-z-]+(?:,?\s(?:which|that))?\s(?:took place|was held|were held|happened"
    r"|occurred|came|began|started|ended|followed)\b"
)


# One of these has almost any sentence, and they are found without a look at each word.
_MOSTLY = (
    "ed ", " is ", " was ", " are ", " were ", " has ", " have ", " had ", " will ", " said",
    " would ", "ed by", "’s ", "'s ", "n’t ", "n't ", " says", "ed.",
)  # fmt: skip
# Verbs that end in nothing that would tell: those that help, the pasts and plurals of news.
_UNMARKED = _IRREGULAR | frozenset(
    """
    is are was were am be been has have had do does did will would can could may might must shall
    should cannot let said told saw stood understand forgot rang rose sold slung spun spat spilt
    wrote wept wound agree allege appear argue ask aim back believe call claim come consider
    continue deny describe die differ discover dispute doubt expect face fear feel fight find flee
    gather get give go hold hope include join know lack lead live look love make mark meet move need
    note offer oppose own pay plan point push ran reach refuse rely remain report require rule run
    say see seek seem show sit speak stand start stay suggest support take talk tell think threaten
    tend try turn urge use vote wait want warn watch wish wonder work worry
    """.split()
)
_NO_FORM = frozenset("as his its this thus us yes less unless towards perhaps besides".split())
_CONTRACTED = re.compile(r"[A-Za-z][’'][a-z]{1,2}\b")
_PLAIN_WORD = re.compile(r"(?<![\w’'-])(to )?([a-z]+)(?![\w’'-])")


def has_verb(text: str) -> bool:
    """Return whether a word of a text, such as "Kim Jong Un with his sister.", can be its verb.

    What may be a verb counts as one, such as any small word in -s, so most that has none passes.
    English only: of a text without a small word of Latin letters nothing is said.
    """
    for mark in _MOSTLY:  # a generator takes twice as long
        if mark in text:
            return True
    words = _PLAIN_WORD.findall(text)
    return (
        not words
        or bool(_CONTRACTED.search(text))
        or any(
            (word in _UNMARKED and not behind)
            or word.endswith("ed")
            or (word.endswith("s") and word not in _NO_FORM)
            for behind, word in words
        )
    )


# "A risk to their neighbours.": a thing, and what is no verb for it stands behind such a word.
_NAMED = re.compile(
    r"(?:A|An|Another) (?:[a-z-]+ )?[a-z-]+ (?:against|between|for|from|in|on|to|with) "
)
_BEHIND = re.compile(
    r"\b(?:a|an|the|their|its|his|her|our|these|those|of|to|in|for|on|from|with|at|by|and|or"
    r"|between|against|[\w-]+[’']s) (?:[a-z-]+s\b|[\w-]+ [a-z-]+s(?=\.$))"
)


def only_names(text: str) -> bool:
    """Return whether a text such as "A risk to their neighbours." names a thing and tells nothing.

    English only; what may be a verb counts as one, but for what a little word makes a noun.
    """
    if not _NAMED.match(text) or any(mark in text for mark in _MOSTLY if mark[0] == " "):
        return False
    rest = _BEHIND.sub(" ", text)
    return not any(
        (word in _UNMARKED and not behind) or word.endswith(("ed", "s"))
        for behind, word in _PLAIN_WORD.findall(rest)
    )


def is_past(word: str) -> bool:
    """Return whether a lower-case word has the form of a past or a participle."""
    return word in _IRREGULAR or (word.endswith("ed") and len(word) > 4 and "-" not in word)


def may_follow_subject(word: str) -> bool:
    """Return whether a lower-case word has a form that a verb right behind its subject has."""
    return word in _UNMARKED or (is_past(word) and word not in _NO_VERB)


def verbs(text: str, stems: AbstractSet[str] | None = None) -> list[tuple[int, int]]:
    """Return where the verbs of a text stand, as far as their form tells.

    With `stems`, only those that have one of them.
    """
    words = list(map(str.lower, _WORD.findall(text)))
    if stems is None:
        asked = _formed(words, odd=is_odd(text))
    else:
        asked = [at for at, found in enumerate(map(stemming(), words)) if found in stems]
    if not asked:
        return []
    places = [match.span() for match in _WORD.finditer(text)]
    return [places[at] for at in asked if _is_verb(text, places[at][0], words[at])]


def _formed(words: Sequence[str], *, odd: bool) -> Sequence[int]:
    """Return the numbers of the words that may be verbs by their form or by the word before."""
    if odd:
        return range(len(words))
    pairs = zip(words, chain([""], words), strict=False)
    return [
        at
        for at, (word, last) in enumerate(pairs)
        if word.endswith(("ed", "ing")) or word in _IRREGULAR or last.endswith(_MAKERS)
    ]


def _is_verb(text: str, start: int, word: str) -> bool:
    """Return whether a word, given in small letters, is a verb where it stands in a text."""
    named = start > 0 and text[start].isupper()
    if named or word in _NO_VERB or word in FUNCTION_WORDS:
        return False
    before = text[max(0, start - _REACH) : start]
    return bool(
        (is_past(word) and not _MAKES_ADJECTIVE.search(before))
        or (word.endswith("ing") and len(word) > 5 and _MAKES_PARTICIPLE.search(before))
        or (_may_make(before) and _MAKES_VERB.search(before))
    )


def _may_make(before: str) -> bool:
    """Return whether a look for what makes a verb may find it: most words have none before."""
    return before.rstrip().lower().endswith(_MAKERS) or is_odd(before)


def clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the clause around a stretch: up to the breaks that leave it a verb and some words."""
    cuts = [0, *(match.end() for match in _BREAK.finditer(text)), len(text)]
    low = max(number for number, cut in enumerate(cuts) if cut <= start)
    high = min(number for number, cut in enumerate(cuts) if cut >= end)
    while low > 0 or high < len(cuts) - 1:
        around = f"{text[cuts[low] : start]} {text[end : cuts[high]]}"
        if verbs(around) and len(content(around)) >= _LEAST:
            break
        # An opening such as "On Wednesday," belongs to what follows, any other to what leads.
        if high < len(cuts) - 1 and (low == 0 or not verbs(text[: cuts[low]])):
            high += 1
        else:
            low -= 1
    return cuts[low], cuts[high]


def predicate(text: str, start: int, end: int) -> tuple[str, ...]:
    """Return the stem of the verb that a stretch of a clause goes with; nothing if there is none.

    It is the verb right behind ("on Wednesday ordered"), else the last before, else the next.
    """
    found = verbs(text)
    behind = [span for span in found if span[0] >= end]
    before = [span for span in found if span[1] <= start]
    if behind and not text[end : behind[0][0]].strip():
        chosen = behind[0]
    elif found:
        chosen = before[-1] if before else behind[0] if behind else found[0]
    else:
        return ()
    return (stem(text[slice(*chosen)].lower()),)


def predicates(text: str) -> tuple[str, ...]:
    """Return the stems of all verbs of a text."""
    return tuple(stem(text[low:high].lower()) for low, high in verbs(text))


def leans(text: str) -> bool:
    """Return whether a sentence only says of the event before it when it was.

    "The meeting, which took place on Wednesday, …" says it of the sentence before.
    """
    return bool(_LEANS.match(text))
