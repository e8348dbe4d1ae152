"""Extent: how far the words of a source go in its sentence.

A source is somebody or something named, so it holds no verb of its own but in a clause that tells
which one is meant: "a study published in May". English only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.text.attribution.acting import RELATIVE
from summarize.text.attribution.asides import completed, who_speaks
from summarize.text.attribution.clues import is_little, sorts
from summarize.text.attribution.compounds import compounded
from summarize.text.attribution.finite import is_finite
from summarize.text.attribution.heads import headed
from summarize.text.attribution.marks import MARKS
from summarize.text.attribution.nouns import (
    OWNING,
    before_time,
    behind_time,
    is_month,
    is_period,
    is_somebody,
)
from summarize.text.attribution.subjects import REPORTED
from summarize.text.cues import is_verb, kind
from summarize.text.predicates import is_past

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.text.attribution.clues import Token

Range = tuple[int, int]

_NOUNS = frozenset("word person body paper saying say+saying -s -er -ers -ion".split())
_SERVES = frozenset("of by with for the".split())  # in what follows "according to"
_LINKS = frozenset("of to for at in from".split())  # between a role and what it serves
_AMID = ("of", "and", "for")  # between the parts of a name
_NAMES = ("Name", "title", "Cap")
_DEGREES = frozenset("much more most well long".split())
_NEAR = frozenset("close loyal".split())  # to somebody
_TO = frozenset("according attributed thanks due".split())  # before "to" and a source
_JOINED = 4  # tokens that open a sentence before "and" and more of a kind
_NOBODY = frozenset("there needless suffice".split())
_ACTS = frozenset("-ed -ing -ly say think show judge want".split())


def in_full(tokens: Sequence[Token], found: Range, whole: Range | None) -> Range | None:
    """Return a range of tokens that may be part of a source as all of it; None if it is nobody.

    `whole` is to whom the sentence as a whole is laid, if that is the same.
    """
    first, last = who_speaks(tokens, *found)
    who = (at for at in range(first + 1, last) if tokens[at].text in ("who", "which", "whose"))
    last = next(who, last)
    if first > 1 and tokens[first].text.isdigit() and tokens[first - 1].end == tokens[first].start:
        first -= 2  # 4,000
    amid = first > 0 and (tokens[first - 1].text in _AMID or tokens[first].text in RELATIVE)
    if whole and whole[0] < first and amid:
        first = whole[0]  # the Bureau of Labor Statistics, sources who saw it
    first += whole is not None and first + 1 == whole[0] and tokens[first].text == "by"
    serves = whole is not None and tokens[max(0, whole[0] - 1)].text == "to"  # according to
    after = [token.text for token in tokens[whole[1] : whole[1] + 1]] if whole else []
    over = whole is not None and first < whole[1] < last and not REPORTED.isdisjoint(after)
    if whole and (over or after in (["reports"], ["first"])):
        last = whole[1]  # the Mail on Sunday reports, the agency first reported, a clerk tells
    while whole and last < whole[1] and _goes_on(tokens, last, serves=serves):
        last += 1
    while first + 1 < last and is_verb(tokens[first].text):
        first += 1
    first, last = in_whole(tokens, first, last)
    last -= [token.text for token in tokens[last : last + 1]] in (["’t"], ["'t"])  # Roe didn’t
    if first >= last:
        return None
    named = fitted(tokens, behind_time(tokens, first, last), last)
    if named and named[1] == named[0] + 1:
        before, only = (tokens[at].text.lower() for at in (named[0] - 1, named[0]))
        after = [only, *(token.text for token in tokens[named[1] : named[1] + 2])]
        if only in _NOBODY or (before, only) == ("no", "one") or after == ["that", "said", ","]:
            return None  # there has been no confirmation; that said,
    kinds = sorts(list(tokens))
    if named is None:
        return None
    full = completed(tokens, kinds, named)
    return headed(tokens, kinds, compounded(tokens, kinds, named) if full == named else full)


def _goes_on(tokens: Sequence[Token], at: int, *, serves: bool) -> bool:
    """Tell whether a token goes on with a name: "Herald", "by" in "according to a plan by"."""
    word = tokens[at].text
    before = tokens[at - 1].text
    if serves and (before in _DEGREES or before.endswith("ly")) and is_past(word):
        return True  # a much read report, people directly involved
    after = tokens[at + 1] if at + 1 < len(tokens) else tokens[at]
    if serves and word in ("and", "&") and before[0].isupper() and after.text[0].isupper():
        return True  # Customs and Border Protection
    if serves and word in OWNING:
        return True  # the president’s office
    if serves and word == "on" and not (is_period(after) or is_month(after)):
        return True
    if serves and (
        word in _SERVES or (is_past(word) and tokens[min(at + 1, len(tokens) - 1)].text == "by")
    ):
        return True
    acts = word.islower() and (is_past(word) or word.endswith("ing") or word == "first")
    return word[0].isalnum() and not is_little(word) and not acts


def in_whole(tokens: Sequence[Token], first: int, last: int) -> Range:
    """Return a range of tokens as a whole phrase: "chief" grows to "the bank chief".

    What holds a verb or "than" is a clause, and only what follows that is kept.
    """
    kinds = sorts(list(tokens))
    for at in range(first, last - 1):
        if tokens[at].text in ("is", "are", "was", "were", "than", "would", "will"):
            if at > first and _says_too(tokens, kinds, at, last):
                return first, at  # Ines Roe is an engineer and says
            first = at + 1
    if not tokens[first].text.islower() or kinds[first] not in _NOUNS:
        return first, last
    begin, noun = first, first
    while begin > max(0, first - 4) and _is_plain(tokens[begin - 1], kinds[begin - 1]):
        begin -= 1
        noun = begin if kinds[begin] in _NOUNS and noun == begin + 1 else noun
    if begin > 0 and kinds[begin - 1] in ("det", "his"):
        return begin - 1, last
    if begin > 1 and tokens[begin - 1].text == "and" and _is_plural(tokens, kinds, begin - 1):
        return 0, last  # Harbour guards and clerks
    whole = begin == 0 or tokens[begin - 1].text in MARKS
    return (begin if whole else noun), last


def _is_plural(tokens: Sequence[Token], kinds: Sequence[str], end: int) -> bool:
    """Tell whether a sentence opens with several of a kind up to a token: "Harbour guards"."""
    words = tokens[:end]
    plain = all(map(_is_plain, words[1:], kinds[1:end])) and words[0].text[0].isalnum()
    many = words[-1].text.islower() and words[-1].text.endswith("s")
    return end <= _JOINED and plain and many and not is_verb(words[-1].text)


def _says_too(tokens: Sequence[Token], kinds: Sequence[str], verb: int, last: int) -> bool:
    """Tell whether a subject, of whom a verb tells what he is, also says something behind "and"."""
    at = last - (tokens[last - 1].text == "and")
    joined = verb < at < len(tokens) - 1 and tokens[at].text == "and"
    return joined and tokens[verb].text != "than" and "say" in kinds[at + 1].split("+")


def fitted(tokens: Sequence[Token], first: int, last: int) -> Range | None:
    """Return a range of tokens that names a source without a clause beside it; None if nobody."""
    kinds = sorts(list(tokens))
    last = _until_verb(tokens, kinds, first, last)
    if kinds[last - 1] == "he" and last > first + 1 and kinds[last - 2] != "and":
        first = last - 1  # the photos I
    led = _led(tokens, kinds, first, last)
    if led and tokens[led - 1].text == "US" and tokens[led].text[0].isupper():
        led -= 1  # which is no "us"
    if led is not None and led < last:
        last = before_time(tokens, led, last)
    if led is None or last <= led or not is_somebody(tokens[led:last], kinds[led:last]):
        return None
    return led, last


def _is_plain(token: Token, sort: str) -> bool:
    """Tell whether a token may stand before a noun: "bank" before "chief"."""
    plain = token.text[0].isalnum() and not token.quoted and not is_little(token.text)
    return plain and sort not in ("-ed", "-ing", "-ly", "number")


def _led(tokens: Sequence[Token], kinds: Sequence[str], first: int, last: int) -> int | None:
    """Return where a source begins with who serves it, or whose role it is; None if he is told to.

    "Roe" begins at "advisers" of "advisers to Roe", and at "Ines" of "Ines Roe, a director".
    """
    at = first
    while at > 0 and (kinds[at - 1] == "det" or tokens[at - 1].text == "both"):
        at -= 1
    set_off = any(token.text == "," for token in tokens[last - 1 : last + 1])
    if at > 1 and tokens[at - 1].text == "," and set_off:
        role = any("person" in kind(token.text.lower()) for token in tokens[first:last])
        return _named(tokens, kinds, at - 1) if role else first
    if at < 2 or tokens[at - 1].text not in _LINKS:
        return first
    at -= tokens[at - 2].text in _NEAR  # sources close to
    head = tokens[at - 2]
    known = {*kind(head.text.lower()).split("+")}
    serves = known & {"person", "body"} and not known & {"say", "judge", "saying"}
    office = tokens[at - 1].text == "of" and "body" in known
    if not serves or head.quoted or not (head.text.islower() or at == 2 or office):
        to = tokens[at - 1].text in ("to", *_NEAR) and head.text.lower() not in _TO
        return None if to else first
    at -= 2
    while at > 0 and _is_plain(tokens[at - 1], kinds[at - 1]) and kinds[at - 1] not in _ACTS:
        if tokens[at - 1].text.islower() and is_past(tokens[at - 1].text):
            break  # met friends of Roe
        at -= 1
    return at - (at > 0 and kinds[at - 1] in ("det", "his"))


def _named(tokens: Sequence[Token], kinds: Sequence[str], comma: int) -> int:
    """Return where the name before a comma begins, or what is behind it."""
    begin = comma
    while begin > 0 and (kinds[begin - 1] in _NAMES or tokens[begin - 1].text == "."):
        begin -= 1
    place = begin > 0 and kinds[begin - 1] in ("prep", "and", "number", ",")
    return comma + 1 if place or begin + 1 >= comma else begin


def _until_verb(tokens: Sequence[Token], kinds: Sequence[str], first: int, last: int) -> int:
    """Return the end of a range before its finite verb."""
    for at in range(first + 1, last):
        if tokens[at].text in RELATIVE:
            return last
        if tokens[at].quoted:
            continue
        spoken = at == last - 1 and _is_spoken(tokens, kinds, first, at)
        if spoken or is_finite(tokens, kinds, at, last):
            return at
    return last


def _is_spoken(tokens: Sequence[Token], kinds: Sequence[str], first: int, at: int) -> bool:
    """Tell whether a name is followed by its verb: "the Herald (HH) reports", "Roe posted"."""
    if tokens[at - 1].text == ")":
        return "say" in kinds[at].split("+")
    if tokens[at].text == "reports":
        named = kinds[at - 1] in ("Name", "CAPS") or kinds[at - 1][-1] == "^"
        return named and all(
            sort in ("det", "Name", "CAPS") or sort[-1] == "^" for sort in kinds[first:at]
        )
    return kinds[at] in ("say", "say+saying") and _is_name(tokens[at - 1])


def _is_name(token: Token) -> bool:
    return token.text[0].isupper() and not is_little(token.text)
