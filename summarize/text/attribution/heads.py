"""Heads: the phrase that a source is only part of, where the whole phrase says it.

"A letter from his doctor says" is laid to the letter, and "people at the top of the bank, who say"
to the people. English only.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarize.text.attribution.claimants import NAME
from summarize.text.attribution.clues import is_little, sorts, tokenized
from summarize.text.attribution.leading import AUXILIARY, is_verb
from summarize.text.attribution.nouns import is_month, is_period, is_time
from summarize.text.attribution.roles import is_person
from summarize.text.cues import kind
from summarize.text.predicates import is_past

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.text.attribution.claimants import Place
    from summarize.text.attribution.clues import Token
    from summarize.text.attribution.extent import Range

_NOUNS = re.compile(
    r"(?<!\w)(?:[Tt]he|[Aa]n?|[Ss]ome|[Mm]any|[Ss]everal|[Mm]ost|[Tt]hose|[Oo]ther)\s"
    r"(?:[\w’'-]+\s){0,5}$"
)
_LOOK = 120  # characters before a relative pronoun in which its noun must stand
_BEHIND = 60  # characters from it on, in which its verb must
_LINKS = frozenset("of from by for in at on with among behind near".split())
_PLACES = frozenset("in at on near behind among".split())
_PARTS = 3  # phrases that a head may be away: people at the top of the bank
_PLAIN = 4  # tokens before a noun that may belong to it
_NO_NOUN = frozenset("-ed -ing -ly number adv he it him not be have do modal".split())
_NAMES = frozenset("Name CAPS Cap".split())
_ADVERBS = frozenset("along together back away apart forward".split())
# Behind one of these a clause begins.
_CLAUSE = frozenset("that as and".split())
_AFTER = frozenset("after before until since".split())


def headed(tokens: Sequence[Token], kinds: Sequence[str], found: Range) -> Range | None:
    """Return the range of the whole phrase that a source is only part of, else its own.

    What stands right behind tells it: a verb, or the "who" or "that" that goes on from the phrase.
    None if that is a thing that says nothing: "scenes of grief show the loss".
    """
    first, last = _joined(tokens, kinds, found)
    found = first, found[1]
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


def antecedent(text: str, start: int, at: int) -> Place | None:
    """Return the phrase or name before a relative pronoun at `at` of a sentence that it means.

    None where that says nothing: a day, or a thing by a verb that tells of no words.
    """
    begin = max(start, at - _LOOK)
    end = len(text[begin:at].rstrip(" ,–—-\u00a0")) + begin
    named = [match.start() for match in NAME.finditer(text, begin, end) if match.end() == end]
    noun = _NOUNS.search(text[begin:end] + " ")
    if not named and not noun:
        return None
    first = named[0] if named else begin + noun.start() if noun else end
    tokens = tokenized(text[begin : at + _BEHIND])
    kinds = sorts(tokens)
    inside = [n for n, token in enumerate(tokens) if first <= begin + token.start < end]
    who = next((n for n, token in enumerate(tokens) if begin + token.start >= at), 0)
    if not inside or who == 0:
        return None
    low, high = inside[0], inside[-1] + 1
    low = max((n + 1 for n in inside[1:-1] if _is_done(tokens, kinds, n)), default=low)
    links = [n for n in range(low + 1, high - 1) if kinds[n] in ("prep", "to")]
    person = tokens[who].text == "who"
    if (
        person
        and links
        and is_person(tokens[high - 1].text)
        and not is_person(tokens[links[0] - 1].text)
    ):
        low, links = links[-1] + 1, []  # a blow to the officials, who
    head = links[0] - 1 if links else high - 1
    found = headed(tokens, kinds, (low, high))
    silent = not person and not _may_say(tokens, kinds, head, who + 1, "say show".split())
    if found == (low, high) and (is_period(tokens[head]) or silent):
        return None
    return (begin + tokens[found[0]].start, end) if found else None


def _is_done(tokens: Sequence[Token], kinds: Sequence[str], at: int) -> bool:
    """Tell whether a token is a past verb between two nouns: "the mayor angered many critics"."""
    word = tokens[at].text
    digits = tokens[at - 1].text.isdigit()
    before = kinds[at - 1] not in ("det", "his", "adv", "-ly", "and") and not digits
    return before and word.islower() and is_past(word)


def _joined(tokens: Sequence[Token], kinds: Sequence[str], found: Range) -> Range:
    """Return the range of a body’s name with what "and" joins in it: "the Food and Drug Office"."""
    first, last = found
    body = "body" in kind(tokens[last - 1].text.lower()) and tokens[last - 1].text[0].isupper()
    at = first - 1
    if not body or last - first < 2 or at < 1 or tokens[at].text not in ("and", "&"):
        return found
    while at > 0 and tokens[at - 1].text[0].isupper() and not is_little(tokens[at - 1].text):
        at -= 1
    named = at < first - 1 and at > 0 and kinds[at - 1] == "det"
    return (at - 1, last) if named else found


def _acts(tokens: Sequence[Token], kinds: Sequence[str], at: int) -> bool:
    """Tell whether a token is a verb, or helps one."""
    main = _main(tokens, kinds, at)
    if main == len(tokens) or (main == at and tokens[at].text.endswith("ing")):
        return False  # guards in Halden saying
    return is_verb(tokens[main].text, kinds[main])


def _main(tokens: Sequence[Token], kinds: Sequence[str], at: int) -> int:
    """Return the token behind what only helps a verb."""
    while at < len(tokens) and kinds[at] in AUXILIARY:
        at += 1
    return at


def _may_say(
    tokens: Sequence[Token],
    kinds: Sequence[str],
    noun: int,
    verb: int,
    ways: Sequence[str] = ("say",),
) -> bool:
    """Tell whether a noun may be what says something: a thing does with some verbs only."""
    if (noun and tokens[noun].text[0].isupper()) or kind(tokens[noun].text.lower()):
        return True
    at = _main(tokens, kinds, verb)
    that = at + 1 < len(tokens) and tokens[at + 1].text == "that"
    return that or (at < len(tokens) and not {*ways}.isdisjoint(kinds[at].split("+")))


def _goes_on(tokens: Sequence[Token], kinds: Sequence[str], part: tuple[int, int], at: int) -> bool:
    """Tell whether "who" or "that" goes on from the noun before the preposition of a part."""
    link, last = part
    if tokens[at].text == "who":
        named = kinds[last - 1] in _NAMES and tokens[link].text not in _PLACES
        return is_person(tokens[link - 1].text) and not (named or is_person(tokens[last - 1].text))
    if not _acts(tokens, kinds, at + 1):
        return False  # a claim by Roe that the ferry sank
    own = kinds[last - 1].split("+")
    said = _is_written(kind(tokens[link - 1].text.lower())) and not _is_written(kinds[last - 1])
    return said and "body" not in own


def _phrase(tokens: Sequence[Token], kinds: Sequence[str], first: int) -> Range | None:
    """Return where a phrase begins that goes on at a token, and the preposition between."""
    link = first - 1
    while link > 0 and kinds[link] in ("det", "his", "number"):
        link -= 1
    if link < 1 or tokens[link].quoted or tokens[link].text not in _LINKS:
        return None
    if is_time(tokens[link + 1]) or is_month(tokens[link + 1]):
        return None  # back in October
    said = link > 1 and kinds[link - 2] == "det" and _is_written(kinds[link - 1])  # an estimate
    if tokens[link - 1].text in _ADVERBS:
        return None
    if not (said or _is_part(tokens[link - 1], kinds[link - 1])):
        return None
    at = link - 1
    while at > max(0, link - _PLAIN) and _is_part(tokens[at - 1], kinds[at - 1]):
        at -= 1
    return at - (at > 0 and kinds[at - 1] in ("det", "his", "number")), link


def _is_written(sort: str) -> bool:
    return not {"saying", "paper"}.isdisjoint(sort.split("+"))


def _is_part(token: Token, sort: str) -> bool:
    """Tell whether a token may be the noun of a phrase, or stand before it."""
    plain = token.text[0].isalnum() and not token.quoted and not is_little(token.text)
    done = token.text.islower() and is_past(token.text)
    return plain and not done and sort not in _NO_NOUN and "say" not in sort.split("+")


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
