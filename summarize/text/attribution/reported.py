"""Reported sentences: the source that a sentence as a whole is laid to.

"Kim praised the army, KCNA said" tells of two sources, and the whole is KCNA's. What is set off at
the end or the start of a sentence goes before whatever is said inside. English only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.text.attribution.clues import is_little, sorts
from summarize.text.attribution.leading import AUXILIARY, is_verb, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.text.attribution.clues import Token

_REPORTED = frozenset(  # forms that are verbs and hardly ever nouns
    """said says say reported added adds announced wrote writes told tells confirmed claimed noted
    explained explains tweeted warned argued argues insisted insists acknowledged alleged testified
    estimated concluded recalled""".split()
)
_BREAK = frozenset(',;:—–"“”()')
_LONGEST = 14  # tokens of a subject, and of what follows its verb
_LEAST = 4  # tokens that must be told before
_NO_SUBJECT = frozenset("and that as prep to it is be have do modal not according".split())
_CLAUSAL = frozenset("be modal have do that as not".split())
_VERBAL = frozenset("say think want judge show -ed -ing".split())
_NOUNS = frozenset("word person body paper saying say+saying -s -er -ers -ion".split())
_OWNING = ("’s", "'s")  # which is sorted with "is"
# What is done by saying it: who does so is no source of it.
_ACTS = ("plead", "pled", "order", "rul", "authori", "command", "invit", "greet", "thank", "apolog")
_BEFORE = 3  # tokens before a source in which "said" or "according to" stands
_SETTING = frozenset("while although though when if after before because since".split())

Range = tuple[int, int]


def laid_to(tokens: Sequence[Token]) -> Range | None:
    """Return the range of tokens that names to whom the sentence as a whole is laid, if set off."""
    kinds = sorts(list(tokens))
    return _according(tokens, kinds) or _closing(tokens, kinds)


def is_told(text: str, start: int, end: int) -> bool:
    """Return whether a sentence tells that those named at a place in it say or show something.

    By the verb before or behind them: "said Kim", "Kim, 30, has said", "according to Kim"; by what
    is theirs: "Kim’s report".
    """
    tokens = words_of(text)
    kinds = sorts(list(tokens))
    here = [at for at, token in enumerate(tokens) if start <= token.start < end]
    if not here:
        return False
    if any(_announces(tokens[at], kinds[at]) for at in range(max(0, here[0] - _BEFORE), here[0])):
        return True
    for at in range(here[-1] + 1, len(tokens)):
        known = {*kinds[at].split("+")}
        if "saying" in known or "paper" in known:
            return True
        if is_verb(tokens[at].text, kinds[at]) and kinds[at] not in AUXILIARY:
            return _announces(tokens[at], kinds[at])
    return False


def _announces(token: Token, kind: str) -> bool:
    word = token.text.lower()
    if kind == "according" or word.startswith(("accus", "blam")):
        return True
    return bool({"say", "think", "show"} & {*kind.split("+")}) and not word.startswith(_ACTS)


def aside(tokens: Sequence[Token]) -> int:
    """Return the number of the token from which on a sentence only concedes: ", although"."""
    for at, token in enumerate(tokens):
        if at > _LEAST and token.text in ("although", "though", "while", "whereas"):
            return at
    return len(tokens)


def in_whole(tokens: Sequence[Token], first: int, last: int) -> Range:
    """Return a range of tokens as a whole phrase: "chief" grows to "the bank chief".

    What holds a verb or "than" is a clause, and only what follows that is kept.
    """
    kinds = sorts(list(tokens))
    for at in range(first, last - 1):
        if tokens[at].text in ("is", "are", "was", "were", "than", "would", "will"):
            first = at + 1
    if not tokens[first].text.islower() or kinds[first] not in _NOUNS:
        return first, last
    begin, noun = first, first
    while begin > max(0, first - 4) and _is_modifier(tokens[begin - 1], kinds[begin - 1]):
        begin -= 1
        noun = begin if kinds[begin] in _NOUNS and noun == begin + 1 else noun
    if begin > 0 and kinds[begin - 1] in ("det", "his"):
        return begin - 1, last
    whole = begin == 0 or tokens[begin - 1].text in _BREAK
    return (begin if whole else noun), last


def _is_modifier(token: Token, kind: str) -> bool:
    plain = token.text[0].isalnum() and not token.quoted and not is_little(token.text)
    return plain and kind not in ("-ed", "-ing", "-ly", "number")


def _according(tokens: Sequence[Token], kinds: Sequence[str]) -> Range | None:
    """Find "According to X," at the start and ", according to X" at the end."""
    for at in range(len(tokens) - 2):
        if kinds[at] == "according" and kinds[at + 1] == "to" and not tokens[at].quoted:
            end = _break(tokens, at + 2)
            sized = at + 2 < end <= at + 2 + _LONGEST and kinds[at + 2] != "his"
            return (at + 2, end) if sized and (at <= 1 or end + 1 >= len(tokens)) else None
    return None


def _closing(tokens: Sequence[Token], kinds: Sequence[str]) -> Range | None:
    """Find ", X said on Monday" and ", said X" at the end."""
    for at in range(len(tokens) - 1, _LEAST, -1):
        if tokens[at].quoted or tokens[at].text not in _REPORTED:
            continue
        begin = at
        while begin > 0 and tokens[begin - 1].text not in _BREAK:
            begin -= 1
        if begin < _LEAST or tokens[0].text.lower() in _SETTING:
            return None
        if begin == at:
            return _inverted(tokens, kinds, at)
        end = at
        while end > begin and kinds[end - 1] in ("adv", "have", "-ly"):
            end -= 1
        return (begin, end) if _is_subject(tokens, kinds, begin, end, at) else None
    return None


def _inverted(tokens: Sequence[Token], kinds: Sequence[str], at: int) -> Range | None:
    """Find what follows "said" at the end, where it can be no clause."""
    rest = kinds[at + 1 :]
    if tokens[at].text in ("told", "tells"):
        return None
    if not 0 < len(rest) <= _LONGEST or rest[0] in (*_NO_SUBJECT, "he", "adv", "number"):
        return None
    if any(kind in _CLAUSAL or kind in _VERBAL for kind in rest):
        return None
    end = _break(tokens, at + 1)
    return (at + 1, end) if end > at + 1 else None


def _is_subject(
    tokens: Sequence[Token], kinds: Sequence[str], begin: int, end: int, at: int
) -> bool:
    rest = kinds[at + 1 : at + 2]
    if not 0 < end - begin <= _LONGEST or len(tokens) - at > _LONGEST or rest == ["that"]:
        return False
    if kinds[end - 1] in _NO_SUBJECT or not tokens[end - 1].text[0].isalnum():
        return False
    if kinds[begin] in _NO_SUBJECT or tokens[begin].text in ("who", "which", "one", "it"):
        return False
    return not any(
        kind in _CLAUSAL and token.text not in _OWNING
        for kind, token in zip(kinds[begin:end], tokens[begin:end], strict=True)
    )


def _break(tokens: Sequence[Token], at: int) -> int:
    while at < len(tokens) and tokens[at].text not in _BREAK:
        if tokens[at].text == "." and at == len(tokens) - 1:
            break
        at += 1
    return at
