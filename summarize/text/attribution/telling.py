"""Telling: whether a sentence tells that somebody says, thinks or judges something.

Who only does something says nothing by it: a sentence of his is told in the article's own voice.
English only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.text.attribution.clues import is_little, sorts
from summarize.text.attribution.leading import AUXILIARY, is_verb, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from summarize.text.attribution.clues import Token

# What is done by saying it: who does so is no source of it.
_ACTS = ("plead", "pled", "order", "rul", "authori", "command", "invit", "greet", "thank", "apolog")
_DEALS = frozenset("to on with upon".split())  # what is agreed to is done
_BEFORE = 3  # tokens before a source in which "said" or "according to" stands
_SAYS = frozenset("say think show".split())
_HOLDS = _SAYS | {"judge", "want"}
# Verbs that say nothing without their object: to issue a warning, to make a promise.
_UTTERS = frozenset(
    """issued issues issue issuing made makes make making gave gives give giving delivered delivers
    voiced voices voice expressed expresses express released releases release sent sends send
    shared shares filed files raised raises launched launches laid unleashed offered offers echoed
    echoes echo spoke speaks went goes posted posts signed signs joined""".split()
)
# Verbs that tell of themselves that something is said, and those that go on behind "and".
_VOICES = frozenset("expressed expresses voiced voices reaffirmed reaffirms reaffirm".split())
_ADDS = frozenset("say says said add adds added told warned noted insisted argued denied".split())
_OBJECT = 9  # tokens behind such a verb in which its object stands
_RELATIVE = frozenset("who which that whose".split())
_ASIDE = frozenset(",(–—")
_CLOSES = frozenset(",)–—")


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
    if any(token.quoted for token in tokens) or [
        token.text for token in tokens[last : last + 1]
    ] == [":"]:
        return True
    kinds = sorts(list(tokens))
    if _is_behind(tokens, kinds, first):
        return True
    if any(_is_going_on(tokens, kinds, at) for at in range(last, len(tokens))):
        return True
    return _is_ahead(tokens, kinds, last)


def _is_ahead(tokens: Sequence[Token], kinds: Sequence[str], last: int) -> bool:
    """Tell whether what is behind a source is his verb, or his report: "Kim’s report"."""
    near = range(last, min(len(tokens), last + _BEFORE))
    which = next(
        (at for at in (last - 1, last) if tokens[at : at + 1] and tokens[at].text in _RELATIVE),
        None,
    )
    aside = which is not None or (bool(near) and tokens[last].text in _ASIDE)
    done = False
    for at in range(last, len(tokens)):
        token = tokens[at]
        if not done and at in near and {*kinds[at].split("+")} & {"saying", "paper"}:
            return True
        if is_verb(token.text, kinds[at]) and kinds[at] not in AUXILIARY:
            free = which is not None and kinds[at - 1] not in ("be", "have", "det", "to", "that")
            if (free or not done) and (_holds(tokens, kinds, at) or _utters(tokens, kinds, at)):
                return True
            done = True
        if aside and done and token.text in _CLOSES:
            done = aside = False  # who was there, said
    return False


def _is_behind(tokens: Sequence[Token], kinds: Sequence[str], first: int) -> bool:
    """Tell whether what announces a source stands before it: "said Kim", "a claim by Kim"."""
    for at in range(max(0, first - _BEFORE), first):
        if not _holds(tokens, kinds, at):
            continue
        if at == first - 1 and at > 0 and _is_noun(tokens[at - 1], kinds[at - 1]):
            continue  # letters describe Roe as shy
        return True
    return False


def _is_noun(token: Token, kind: str) -> bool:
    plain = token.text[0].isalnum() and not token.quoted and not is_little(token.text)
    return plain and kind not in ("-ed", "-ing", "-ly", "number", "adv")


def _is_going_on(tokens: Sequence[Token], kinds: Sequence[str], at: int) -> bool:
    """Tell whether a token tells what is said besides: "left, saying that", "left and said"."""
    word, before = tokens[at].text, tokens[at - 1].text
    if before in ("and", "but"):
        return word in _ADDS or (word.endswith("ed") and _holds(tokens, kinds, at))
    begins = before == "," or kinds[at - 1] == "-ly"
    return begins and word.endswith("ing") and _holds(tokens, kinds, at)


def _holds(tokens: Sequence[Token], kinds: Sequence[str], at: int) -> bool:
    return tokens[at].text.lower() in _VOICES or _announces(tokens, kinds, at, _HOLDS)


def _utters(tokens: Sequence[Token], kinds: Sequence[str], at: int) -> bool:
    """Tell whether a verb has for its object what is said: "issued a statement"."""
    if tokens[at].text not in _UTTERS:
        return False
    return any("saying" in kinds[n] for n in range(at + 1, min(len(tokens), at + _OBJECT)))


def _announces(
    tokens: Sequence[Token], kinds: Sequence[str], at: int, verbs: AbstractSet[str] = _SAYS
) -> bool:
    word = tokens[at].text.lower()
    if kinds[at] == "according" or word.startswith(("accus", "blam")):
        return True
    after = tokens[at + 1].text if at + 1 < len(tokens) else "."
    if word.startswith(_ACTS) or (word.startswith("agree") and after in _DEALS):
        return False  # who agrees to a deal does so
    return bool(verbs & {*kinds[at].split("+")})
