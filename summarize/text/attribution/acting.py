"""Acting: which verbs are a source's own, as far as their form and place tell.

English only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.text.attribution.leading import ANNOUNCES, AUXILIARY, is_verb
from summarize.text.attribution.marks import ASIDE
from summarize.text.attribution.nouns import OWNING
from summarize.text.predicates import is_past

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.text.attribution.clues import Token

# Verbs that say nothing without their object: to issue a warning, to make a promise.
UTTERS = frozenset(
    """issued issues issue issuing made makes make making gave gives give giving delivered delivers
    voiced voices voice expressed expresses express released releases release sent sends send
    shared shares filed files raised raises launched launches laid unleashed offered offers echoed
    echoes echo spoke speaks went goes posted posts signed signs joined""".split()
)
# Verbs that tell of themselves that something is said.
VOICES = frozenset("expressed expresses voiced voices reaffirmed reaffirms reaffirm".split())
RELATIVE = frozenset("who which that whose".split())
_CLOSES = frozenset(",)–—")
_MAKES = frozenset("to modal do adv -ly not be have he it CAPS Name and".split())  # before a verb
_SAID = frozenset("said says told tells".split())  # are no nouns
_HELPING = frozenset("be have do".split())
_HELPED = 6  # tokens in which the verb stands that "have" helps: "have, in fact, praised"
_PASTS = frozenset("said told thought written".split())  # besides those that `predicates` has
# Participles that are no pasts, so that they hold nothing without "have" or "be".
_PARTICIPLES = frozenset(
    """taken given shown seen known written spoken chosen drawn driven forgotten thrown sworn
    withdrawn done gone begun sung overseen undergone""".split()
)
_DOING = ("saying", "telling", "asking")
# What is felt is no passive, and who is quoted says it.
_FELT = (
    *("concern", "worr", "convinc", "persuad", "surpris", "frustrat", "disappoint", "determin"),
    "quoted",
)
# What a poll does to those it asks about, and what it counts by.
_GIVES = frozenset("has had have gives gave give puts put placed places".split())
_COUNTED = frozenset("% percent percentage point points ahead behind lead trailing".split())
_NEAR = 12  # tokens behind it in which that stands


def own_verbs(tokens: Sequence[Token], kinds: Sequence[str], last: int) -> Iterator[int]:
    """Give the verbs of those whom a source names, up to the main one, but for its passives."""
    which = any(token.text in RELATIVE for token in tokens[last - 1 : last + 1])
    aside = which or any(token.text in ASIDE for token in tokens[last : last + 1])
    aside = aside or _opens_aside(tokens, kinds, last)
    done = False
    for at in range(last, len(tokens)):
        if _is_finite(tokens, kinds, at, last):
            free = which and kinds[at - 1] not in ("be", "have", "det", "to", "that")
            if (free or not done) and not _is_passive(tokens, kinds, at):
                yield at
            done = True
        if done and not (which or aside):
            return
        if aside and done and tokens[at].text in _CLOSES:
            done = aside = False  # who was there, said


def gives(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a verb gives somebody a number, as a poll does: "had Kim at 4 percent"."""
    given = [token.text for token in tokens[at + 1 : at + _NEAR]]
    return tokens[at].text in _GIVES and any(word in _COUNTED for word in given)


def is_done_by(tokens: Sequence[Token], kinds: Sequence[str], at: int) -> bool:
    """Return whether a participle only tells what was done to a thing: "a vaccine approved by"."""
    if not is_past(tokens[at].text) or [token.text for token in tokens[at + 1 : at + 2]] != ["by"]:
        return False
    while at > 0 and kinds[at - 1] in ("adv", "-ly", "not"):
        at -= 1
    return at > 0 and kinds[at - 1] not in ("be", "have", "and") and tokens[at - 1].text != ","


def _opens_aside(tokens: Sequence[Token], kinds: Sequence[str], at: int) -> bool:
    """Tell whether a token opens an aside behind a comma: "Roe, held in May, said"."""
    if at + 1 >= len(tokens) or tokens[at - 1].text != ",":
        return False
    return kinds[at] == "prep" or (is_past(tokens[at].text) and kinds[at + 1] == "prep")


def _is_finite(tokens: Sequence[Token], kinds: Sequence[str], at: int, last: int) -> bool:
    """Tell whether a token is a verb of those before it, as far as its form and place tell.

    So "shows" is one in "Kim shows", and none in "Kim runs two shows".
    """
    word, sort, before = tokens[at].text, kinds[at], kinds[at - 1]
    if sort in _HELPING:
        return not _helps(tokens, kinds, at)
    if word in UTTERS or word in VOICES:
        return True
    if word in _PARTICIPLES and before not in AUXILIARY:
        return False  # polls taken in May show
    if sort in AUXILIARY or word.endswith("ly") or not is_verb(word, sort):
        many = tokens[at - 1].text.endswith("s") and tokens[at - 1].text not in OWNING
        told = at == last and many and _is_told(tokens, kinds, last, at)  # scholars caution that
        return told or (before == "be" and word.endswith("ing"))
    if tokens[at - 1].text in OWNING and not (is_past(word) or word.endswith("ing")):
        return False  # Kim’s claims
    first = at == last or not tokens[at - 1].text[0].isalnum()
    made = first or before in _MAKES or _is_said(word, before)
    past = before not in ("det", "his") and (is_past(word) or sort == "think")
    return made or past or _is_told(tokens, kinds, last, at)


def _is_said(word: str, before: str) -> bool:
    """Tell whether a word is a verb of those far before it: "who rose said", not "that said"."""
    return word in _SAID and before not in ("that", "he", "it")


def _is_told(tokens: Sequence[Token], kinds: Sequence[str], last: int, at: int) -> bool:
    """Tell whether a verb of saying has "that" behind it and before it only more of a name.

    So "claims" is no noun in "a report from the yard claims that".
    """
    that = [one.text for one in tokens[at + 1 : at + 2]] == ["that"]
    if not that or "say" not in kinds[at].split("+"):
        return False
    return all(
        tokens[n].text[0].isalnum()
        and kinds[n] not in ("that", "it", "and", "as")
        and not is_verb(tokens[n].text, kinds[n])
        and not tokens[n].text.endswith("s")
        for n in range(last, at)
    )


def _helps(tokens: Sequence[Token], kinds: Sequence[str], at: int) -> bool:
    """Tell whether a form of be, have or do only helps a verb near behind it."""
    return any(
        is_past(tokens[n].text)
        or tokens[n].text.endswith("ing")
        or bool(ANNOUNCES & {*kinds[n].split("+")})
        for n in range(at + 1, min(len(tokens), at + _HELPED))
    )


def _is_passive(tokens: Sequence[Token], kinds: Sequence[str], at: int) -> bool:
    """Tell whether what a verb tells is done to those before it: "was found", "accused of"."""
    word = tokens[at].text
    if not (is_past(word) or word in _PASTS) or word.startswith(_FELT):
        return False
    after, doing = (*(token.text for token in tokens[at + 1 : at + 3]), "", "")[:2]
    saying = doing in _DOING or (word == "said" and doing.endswith("ing"))  # said by doing so
    by = after == "by" and not saying
    if by or (after == "of" and "judge" in kinds[at]):
        return True
    while at > 0 and kinds[at - 1] in ("adv", "-ly", "not"):
        at -= 1
    return at > 0 and kinds[at - 1] == "be"
