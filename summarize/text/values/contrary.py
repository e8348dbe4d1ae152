"""Contrary: whether a text tells the opposite of what another tells, or another number of it.

Two sentences on one matter share nearly all words, and their vectors hardly tell "guilty" from "not
guilty", "rose" from "fell" or "seventeen" from "fourteen". English only.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from itertools import chain, product
from typing import TYPE_CHECKING

from summarize.text.clauses import main_clause
from summarize.text.cues import kind
from summarize.text.narrow import may_have
from summarize.text.terms import FUNCTION_WORDS, content, negates
from summarize.text.terms import english_stem as stem
from summarize.text.tongues.force import in_force
from summarize.text.values.accusations import denies
from summarize.text.values.doers import swapped
from summarize.text.values.fates import lone
from summarize.text.values.particulars import differ
from summarize.text.values.plans import only_planned, present
from summarize.text.values.quantities import quantities
from summarize.text.values.value import Value, agree

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# What one side of a pair says is not so if the other is. Won and lost are none: both have a side.
_OPPOSITES = tuple(
    tuple(frozenset(map(stem, side.split())) for side in pair.split("|"))
    for pair in (
        "rise rises rose risen increase climb soar surge jump|fall falls fell fallen drop decline"
        " plunge slump tumble decrease slide sink sank sunk",
        "approve adopt pass endorse|reject defeat veto",
        "sign|veto",
        "grant|refuse deny",
        "accept agree|reject refuse decline",
        "open reopen|close shut",
        "convict guilty|acquit innocent",
        "uphold upheld|overturn overturned quash strike struck",
        "lift|impose extend",
        "resume|suspend halt stop",
        "support back|oppose",
        "arrest detain|release free",
        "confirm|deny denied dispute",
    )
)
_OPPOSED = frozenset().union(*(side for pair in _OPPOSITES for side in pair))
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# "No" denies what follows it of a thing, and "no sign of unusual activity" is "no activity" too.
_NEGATIONS = frozenset("not never cannot".split())
_SHORT = ("n't", "n’t")
# Who fails to do something did not do it.
_FAILS = frozenset(
    "fail fails failed refuse refuses refused decline declines declined unable".split()
)
_NEGATIVE = ("not", "never", *_SHORT, "fail", "refuse", "decline", "unable")  # none without these
# "Not only", "not yet", "no longer", "not immediately": these deny nothing, or only for now.
_WITHOUT = frozenset(
    """only just immediately yet clear clearly known sure necessarily all every more less longer
    least later always one doubt matter fewer other further so very even""".split()
)
_BETWEEN = frozenset("be been being have had to a an the any ever".split())
_REACH = 4  # words behind a "not" of which one may be what it denies
_UNTIL = 14  # words behind a "not" that may have an "until" of its clause


def contrary(claim: str, told: Sequence[str]) -> bool:
    """Return whether sentences tell the opposite of a claim's main clause, or something else of it.

    That is another number, year, month, hour, rank, fraction or currency, or who does it to whom
    the other way round.
    """
    if in_force():
        return False
    return opposite(claim, told) or _miscounted(_counted(claim), told) or otherwise(claim, told)


def opposite(claim: str, told: Sequence[str]) -> bool:
    """Return whether sentences tell the opposite of a claim's main clause, by its words."""
    if in_force():
        return False
    own, sides, whole = _claimed(claim)
    if sides:
        against = _OPPOSED.intersection(chain.from_iterable(map(content, told)))
        if _opposed(sides, whole, against):
            return True
    if only_planned(main_clause(claim), told):
        return True
    found = [_denied(sentence) for sentence in told]
    denied = frozenset().union(*(one for one, _ in found))
    # What denies something itself may say the same in other words; Required asks a "not" of it.
    if not denied or _denied(claim)[0] or negates(main_clause(claim)) or denies(claim):
        return False
    main = set(map(present, main_clause(claim).lower().split()))
    return bool((own | _alike(sides) | main) & denied.difference(*(plain for _, plain in found)))


def otherwise(claim: str, told: Sequence[str]) -> bool:
    """Return whether sentences give another particular than a claim, or turn its deed round."""
    return not in_force() and (differ(claim, told) or swapped(claim, told))


@lru_cache(maxsize=1 << 10)
def _claimed(claim: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the stems of a claim's main clause, which of them have an opposite, and of all."""
    own = frozenset(content(main_clause(claim)))
    return own, own & _OPPOSED, _OPPOSED.intersection(content(claim))


def _alike(words: frozenset[str]) -> frozenset[str]:
    """Return all that says the same as words that have an opposite: who is convicted is guilty."""
    return frozenset().union(*(side for pair in _OPPOSITES for side in pair if side & words))


def _opposed(own: frozenset[str], whole: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether a main clause has a side of an opposition and the other only the other side."""
    return any(
        own & one and not whole & against and other & against and not other & one
        for pair in _OPPOSITES
        for one, against in (pair, pair[::-1])
    )


def _miscounted(own: Mapping[str, Sequence[Value]], told: Sequence[str]) -> bool:
    """Tell whether both count one thing and agree on no number.

    Of money and shares a text has many, so only a thousand times as much is another number there.
    """
    others = [_counted(sentence) for sentence in told] if own else []
    for slot, values in own.items():
        found = chain.from_iterable(other.get(slot, ()) for other in others)
        pairs = list(product(values, found))
        if not pairs or any(agree(*pair) or _apart(*pair) for pair in pairs):
            continue
        if len(slot) > 1 or any(_thousandfold(*pair) for pair in pairs):
            return True
    return False


def _apart(one: Value, other: Value) -> bool:
    """Tell whether two numbers count two kinds of a thing: cargo ships and war ships."""
    return bool(one.of and other.of and not (one.of <= other.of or other.of <= one.of))


def _thousandfold(one: Value, other: Value) -> bool:
    """Tell whether one number is another with a larger word behind it: million, billion."""
    small, large = sorted((one.ranges[0], other.ranges[0]))
    return any(
        large[0] <= small[1] * scale and small[0] * scale <= large[1] for scale in (1e3, 1e6, 1e9)
    )


@lru_cache(maxsize=1 << 12)
def _counted(text: str) -> Mapping[str, Sequence[Value]]:
    """Return the numbers of a text by what they count."""
    counts = defaultdict(list)
    for value in quantities(text):
        counts[value.slot].append(value)
    for fate in lone(text):
        counts[fate].append(Value("number", fate, 0, 0, ((1.0, 1.0),)))
    return dict(counts)


@lru_cache(maxsize=1 << 12)
def _denied(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the stems that a text denies, and all others."""
    if not may_have(text, _NEGATIVE):
        return frozenset(), frozenset(content(text))
    words = [match.group().lower() for match in _WORD.finditer(text)]
    places = {place for at in range(len(words)) if _denies(words, at) for place in _next(words, at)}
    plain = (word for at, word in enumerate(words) if at not in places)
    return (
        frozenset(stem(words[at]) for at in places),
        frozenset(stem(word) for word in plain if word not in FUNCTION_WORDS),
    )


def _denies(words: Sequence[str], at: int) -> bool:
    word = words[at]
    fails = word in _FAILS and words[at + 1 : at + 2] == ["to"]
    return fails or word in _NEGATIONS or word.endswith(_SHORT)


def _next(words: Sequence[str], at: int) -> Sequence[int]:
    """Return the number of the word that a "not" denies, as far as that can be told.

    What is not done until something happens is done then.
    """
    if "until" in words[at : at + _UNTIL]:
        return ()
    for number in range(at + 1, min(len(words), at + 1 + _REACH)):
        word = words[number]
        open_ = {"say", "think", "want"} & {*kind(word).split("+")}
        sure = words[at] in _FAILS or words[number + 1 : number + 2] == ["out"]  # "not ruled out"
        if word in _WITHOUT or (open_ and not sure):
            return ()
        if word in _BETWEEN or word.endswith("ly") or word in FUNCTION_WORDS:
            continue
        return (number,)
    return ()
