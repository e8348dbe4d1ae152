"""Heads: the phrase that a source is only part of, where the whole phrase says it.

"A letter from his doctor says" is laid to the letter, and "people at the top of the bank, who say"
to the people. English only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.text.attribution.clues import is_little
from summarize.text.attribution.leading import AUXILIARY, is_verb
from summarize.text.attribution.nouns import is_month, is_time
from summarize.text.attribution.roles import are_many, is_role
from summarize.text.cues import kind
from summarize.text.predicates import is_past

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.text.attribution.clues import Token
    from summarize.text.attribution.extent import Range

_LINKS = frozenset("of from by for in at on with among behind near".split())
_PLACES = frozenset("in at on near behind among".split())
_PARTS = 3  # phrases that a head may be away: people at the top of the bank
_PLAIN = 4  # tokens before a noun that may belong to it
_NO_NOUN = frozenset("-ed -ing -ly number adv he it him not be have do modal".split())
_NAMES = frozenset("Name CAPS Cap".split())
# Behind one of these a clause begins.
_CLAUSE = frozenset("that as and".split())
_AFTER = frozenset("after before until since".split())


def headed(tokens: Sequence[Token], kinds: Sequence[str], found: Range) -> Range | None:
    """Return the range of the whole phrase that a source is only part of, else its own.

    What stands right behind tells it: a verb, or the "who" or "that" that goes on from the phrase.
    None if that is a thing that says nothing: "scenes of grief show the loss".
    """
    first, last = found
    last -= last > first + 1 and tokens[last - 1].text == ","
    at = last + (last < len(tokens) and tokens[last].text == ",")
    if at >= len(tokens) or tokens[at].quoted or tokens[first].quoted:
        return found
    who = tokens[at].text in ("who", "that", "which")
    if not who and (at > last or not _acts(tokens, kinds, at)):
        return found
    begin = link = first
    for _ in range(_PARTS):
        phrase = _phrase(tokens, kinds, begin)
        if phrase is None:
            break
        begin, link = phrase
        if who and _goes_on(tokens, kinds, (link, last), at):
            return begin, last
    if who or begin == first or not _opens(tokens, kinds, begin):
        return found
    return (begin, last) if _may_say(tokens, kinds, link - 1, at) else None


def _acts(tokens: Sequence[Token], kinds: Sequence[str], at: int) -> bool:
    """Tell whether a token is a verb, or helps one."""
    at = _main(tokens, kinds, at)
    return at < len(tokens) and is_verb(tokens[at].text, kinds[at])


def _main(tokens: Sequence[Token], kinds: Sequence[str], at: int) -> int:
    """Return the token behind what only helps a verb."""
    while at < len(tokens) and kinds[at] in AUXILIARY:
        at += 1
    return at


def _may_say(tokens: Sequence[Token], kinds: Sequence[str], noun: int, verb: int) -> bool:
    """Tell whether a noun may be what says something: a thing does with a verb of saying only."""
    if tokens[noun].text[0].isupper() or kind(tokens[noun].text.lower()):
        return True
    at = _main(tokens, kinds, verb)
    return "say" in kinds[at].split("+") or [token.text for token in tokens[at + 1 : at + 2]] == [
        "that"
    ]


def _goes_on(tokens: Sequence[Token], kinds: Sequence[str], part: tuple[int, int], at: int) -> bool:
    """Tell whether "who" or "that" goes on from the noun before the preposition of a part."""
    link, last = part
    noun, own = tokens[link - 1].text, tokens[last - 1].text
    if tokens[at].text == "who":
        named = kinds[last - 1] in _NAMES and tokens[link].text not in _PLACES
        return (is_role(noun) or are_many(noun)) and not (named or is_role(own) or are_many(own))
    written = {"saying", "paper"} & {*kind(noun.lower()).split("+")}
    return bool(written) and not {"paper", "saying", "body"} & {*kinds[last - 1].split("+")}


def _phrase(tokens: Sequence[Token], kinds: Sequence[str], first: int) -> Range | None:
    """Return where a phrase begins that goes on at a token, and the preposition between."""
    link = first - 1
    while link > 0 and kinds[link] in ("det", "his", "number"):
        link -= 1
    if link < 1 or tokens[link].quoted or tokens[link].text not in _LINKS:
        return None
    if is_time(tokens[link + 1]) or is_month(tokens[link + 1]):
        return None  # back in October
    noun = tokens[link - 1].text
    said = "saying" in kinds[link - 1].split("+") and kinds[link - 2] == "det"  # an estimate
    verb = noun.islower() and is_past(noun)
    if verb or not (said or _is_part(tokens[link - 1], kinds[link - 1])):
        return None
    at = link - 1
    while at > max(0, link - _PLAIN) and _is_part(tokens[at - 1], kinds[at - 1]):
        at -= 1
    return at - (at > 0 and kinds[at - 1] in ("det", "his", "number")), link


def _is_part(token: Token, sort: str) -> bool:
    """Tell whether a token may be the noun of a phrase, or stand before it."""
    plain = token.text[0].isalnum() and not token.quoted and not is_little(token.text)
    return plain and sort not in _NO_NOUN and "say" not in sort.split("+")


def _opens(tokens: Sequence[Token], kinds: Sequence[str], at: int) -> bool:
    """Tell whether a clause begins at a token."""
    if at == 0:
        return True
    before = tokens[at - 1]
    return (
        not before.text[0].isalnum()
        or before.quoted
        or kinds[at - 1] in _CLAUSE
        or before.text in _AFTER
    )
