"""Telling: whether a sentence tells that somebody says, thinks or judges something.

Who only does something says nothing by it: a sentence of his is told in the article's own voice.
English only.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from summarize.text.attribution.acting import UTTERS, VOICES, gives, is_done_by, own_verbs
from summarize.text.attribution.clues import is_little, sorts
from summarize.text.attribution.finite import FINITE
from summarize.text.attribution.leading import ANNOUNCES, AUXILIARY, TELLS, is_verb, words_of
from summarize.text.attribution.marks import ASIDE, is_titled
from summarize.text.attribution.nouns import OWNING, is_event
from summarize.text.attribution.roles import is_person
from summarize.text.attribution.silent import is_act, is_silent
from summarize.text.attribution.transcripts import is_heading
from summarize.text.cues import TAGS, root
from summarize.text.predicates import is_past

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from summarize.text.attribution.clues import Token

_BEFORE = 3  # tokens before a source in which "said" or "according to" stands
# Verbs that are as often done to a thing or a person: to find a way, to welcome a child.
_DEEDS = """
    find see hear know learn discover determine decide notice forget accept show reveal prove
    demonstrate expose contain read list detail offer choose opt try need push press commit eye
    refuse decline campaign welcome embrace knock hammer cast paint frame celebrate charge contest
    add continue address teach sing publish post cable phone
"""
_NAMES = frozenset(["Name", "CAPS", "title"])
# What is somebody's own and done or meant to be.
_DONE = frozenset(map(root, "plan decision order ruling proposal agreement attack defense".split()))
_REACH = 12  # tokens behind such a verb in which the words stand that it is of,
_ENDS = frozenset(", ; — – who which after before because when until since".split())  # up to these
# Forms that go on with what is said behind "and".
_ADDS = frozenset("say says said add adds added told warned noted insisted argued denied".split())
_OBJECT = 9  # tokens behind a verb in which its object stands: "issued a statement"
_TOWARD = frozenset("of from with at for in to by on".split())  # before whom a deed is done to
_JOINS = ("and", ",")  # pressed guards and said
_APART = frozenset("that and as be have".split())  # behind which another clause goes on


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
    if any(_announces(tokens, kinds, at) for at in range(max(0, here[0] - _BEFORE), here[0])):
        return True
    for at in range(here[-1] + 1, len(tokens)):
        known = {*kinds[at].split("+")}
        if "saying" in known or "paper" in known:
            return True
        if is_verb(tokens[at].text, kinds[at]) and kinds[at] not in AUXILIARY:
            return _announces(tokens, kinds, at)
    return False


def tells(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether a sentence quotes, or tells what those named by a range of tokens hold.

    That is more than to say it: to want it, to praise it, to issue a statement on it.
    """
    # "Kim: the harbour stays open" is a quotation as well.
    colon = [token.text for token in tokens[last : last + 1]] == [":"]
    if _quotes(tokens, first, last) or colon:
        return not (colon and is_heading(tokens, first, last))
    kinds = sorts(list(tokens))
    if _is_behind(tokens, kinds, first) or _owns(tokens, kinds, last):
        return True
    if _is_owner(tokens, kinds, last):
        return False  # what Kim’s plan does is not Kim’s word
    done = first > 0 and (tokens[first - 1].text in _TOWARD or is_past(tokens[first - 1].text))
    if not done and any(_is_going_on(tokens, kinds, at) for at in range(last, len(tokens))):
        return True
    written = any(
        "paper" in kinds[at] and not is_person(tokens[at].text) for at in range(first, last)
    )
    happened = is_event(tokens, kinds, first, last)
    return any(
        _utters(tokens, kinds, at)
        or (written and ("show" in kinds[at] or gives(tokens, at)))  # a poll shows Kim ahead
        or (_holds(tokens, kinds, at) and not (happened and "show" in kinds[at]))
        for at in own_verbs(tokens, kinds, last)
        if not (done and tokens[at - 1].text in _JOINS)
    )


def says(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether those named by a range of tokens say it, by a verb of saying of their own."""
    if first > 0 and tokens[first - 1].text in TAGS:
        return True
    if last < len(tokens) and tokens[last].text.endswith("ing"):
        return False  # guards asking for more
    kinds = sorts(list(tokens))
    return any(
        "say" in kinds[at].split("+") and _holds(tokens, kinds, at)
        for at in own_verbs(tokens, kinds, last)
    )


def _quotes(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether anything is quoted beside a source: not “Red Harbour”, which is a title."""
    words = [
        token.text
        for at, token in enumerate(tokens)
        if token.quoted and token.text[0].isalnum() and not first <= at < last
    ]
    return len(words) == 1 or any(word[0].islower() and not is_little(word) for word in words)


def _owns(tokens: Sequence[Token], kinds: Sequence[str], last: int) -> bool:
    """Tell whether what is a source's own is said or written: "Kim’s report"."""
    for at in range(last - 1, min(len(tokens), last + 1)):
        if tokens[at].text in OWNING:
            return any(
                {*kinds[n].split("+")} & {"saying", "paper"}
                and root(tokens[n].text.lower()) not in _DONE
                for n in range(at, min(len(tokens), at + _BEFORE))
            )
    return False


def _is_owner(tokens: Sequence[Token], kinds: Sequence[str], last: int) -> bool:
    """Tell whether those named up to a token only own what the sentence tells of: "Kim’s plan"."""
    for at in range(max(1, last - 1), min(len(tokens) - 1, last + 1)):
        if tokens[at].text in OWNING:
            short = kinds[at - 1] in ("he", "it", "that")  # he’s angry
            says = kinds[at + 1] == "say"  # Marten’s said
            return not short and not says and _is_plain(tokens[at + 1], kinds[at + 1])
    return False


def _is_behind(tokens: Sequence[Token], kinds: Sequence[str], first: int) -> bool:
    """Tell whether what announces a source stands before it: "said Kim", "a claim by Kim"."""
    for at in range(first - 1, max(0, first - _BEFORE) - 1, -1):
        if tokens[at].text in ASIDE or kinds[at] in _APART or is_silent(tokens, kinds, at):
            return False
        known = {*kinds[at].split("+")}
        # Right before him stands a verb of saying, farther off perhaps a claim "by" him.
        said = "say" in known and "show" not in known
        near = said if at == first - 1 else bool(known & (ANNOUNCES | {"saying"}))
        if not near and "according" not in known:
            continue
        if at < first - 1 and "judge" in known and is_done_by(tokens, kinds, at):
            continue  # a vaccine approved by the agency
        if at == first - 1 and at > 0 and _is_plain(tokens[at - 1], kinds[at - 1]):
            continue  # letters describe Roe as shy
        return True
    return False


def _is_plain(token: Token, kind: str) -> bool:
    plain = token.text[0].isalnum() and not token.quoted and not is_little(token.text)
    return plain and kind not in ("-ed", "-ing", "-ly", "number", "adv")


def _is_going_on(tokens: Sequence[Token], kinds: Sequence[str], at: int) -> bool:
    """Tell whether a token tells what is said besides: "left, saying that", "left and said"."""
    word, before = tokens[at].text, tokens[at - 1].text
    if before in ("and", "but"):
        return (word in _ADDS or word.endswith("ed")) and _holds(tokens, kinds, at)
    begins = before == "," or kinds[at - 1] == "-ly"
    return begins and word.endswith("ing") and _holds(tokens, kinds, at)


@lru_cache(maxsize=1)
def _deeds() -> AbstractSet[str]:
    return frozenset(map(root, _DEEDS.split()))


def _holds(tokens: Sequence[Token], kinds: Sequence[str], at: int) -> bool:
    word = tokens[at].text.lower()
    if word in VOICES:
        return True
    if is_silent(tokens, kinds, at):
        return False
    told = _announces(tokens, kinds, at, ANNOUNCES)
    return told and (root(word) not in _deeds() or _is_of_words(tokens, kinds, at))


def _is_of_words(tokens: Sequence[Token], kinds: Sequence[str], at: int) -> bool:
    """Tell whether what a verb has behind it is said or thought: a clause, a claim, a quotation.

    So "found that", "found the toll was", "declined to say" and "welcomed the ruling".
    """
    own = {*kinds[at].split("+")}
    tag = "say" in own and at + 1 < len(tokens) and tokens[at + 1].text in ".:,"  # , he added.
    last = at + 2 == len(tokens) and tokens[-1].text == "."  # , the Herald has learned.
    judged = "judge" in own and _NAMES.intersection(kinds[at + 1 : at + 3])
    if tag or judged or (last and own & TELLS):
        return True
    for n in range(at + 1, min(len(tokens) - 1, at + _REACH)):
        word, known = tokens[n].text, {*kinds[n].split("+")}
        if tokens[n].quoted or "that" in known or word in (":", "what"):
            return not is_titled(tokens, n)  # sang “Happy Birthday”
        if word in _ENDS or "as" in known:
            return "as" in known and "think" in own  # seen as
        if "to" in known and "say" in kinds[n + 1]:
            return True
        if own & TELLS:
            clause = n > at + 1 and known & FINITE and word not in OWNING
        else:
            clause = known & {"saying", "paper"} and "to" not in kinds[n - 1]
        if clause:
            return True
    return False


def _utters(tokens: Sequence[Token], kinds: Sequence[str], at: int) -> bool:
    """Tell whether a verb has for its object what is said: "issued a statement"."""
    if tokens[at].text not in UTTERS:
        return False
    if [token.text for token in tokens[at + 1 : at + 3]] == ["on", "to"]:
        return any("say" in kind for kind in kinds[at + 3 : at + 4])  # went on to say
    for n in range(at + 1, min(len(tokens), at + _OBJECT)):
        case = [token.text for token in tokens[n : n + 2]] == ["case", "that"]
        if case or "saying" in kinds[n] or tokens[n].text == "clear":
            return True  # made the case that, made clear that
        if kinds[n] in ("to", "not") or tokens[n].text in _ENDS - {","}:
            return False  # gave Roe a chance to answer, gave no answer
    return False


def _announces(
    tokens: Sequence[Token], kinds: Sequence[str], at: int, verbs: AbstractSet[str] = TELLS
) -> bool:
    word = tokens[at].text.lower()
    if kinds[at] == "according" or word.startswith(("accus", "blam")):
        return True
    return bool(verbs & {*kinds[at].split("+")}) and not is_act(tokens, at)
