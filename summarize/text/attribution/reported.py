"""Reported sentences: the source that a sentence as a whole is laid to.

"Kim praised the army, KCNA said" tells of two sources, and the whole is KCNA's. What is set off at
the end or the start of a sentence goes before whatever is said inside. English only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.text.attribution.according import DONE, according
from summarize.text.attribution.alongside import alongside
from summarize.text.attribution.clues import sorts
from summarize.text.attribution.finite import has_event, has_verb
from summarize.text.attribution.leading import is_verb
from summarize.text.attribution.marks import MARKS, before_title, to_mark
from summarize.text.attribution.nouns import (
    OWNING,
    is_event,
    is_one,
    is_period,
    is_somebody,
    is_time,
)
from summarize.text.attribution.place_lists import listed
from summarize.text.attribution.roles import is_person, is_role
from summarize.text.attribution.subjects import (
    LONGEST,
    NO_SUBJECT,
    is_predicate,
    saying,
)
from summarize.text.attribution.tags import is_reporting, is_setting
from summarize.text.attribution.titled import titled
from summarize.text.attribution.transcripts import labelled
from summarize.text.attribution.worded import PUT, worded
from summarize.text.predicates import is_past

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.text.attribution.clues import Token
    from summarize.text.attribution.extent import Range

_ROLE = frozenset("a an another one the his her its who former then now".split())
_WHILE = frozenset("citing quoting speaking referring adding who".split())  # said Roe, doing so
_ROLES = 8  # tokens of a role, or behind a name, of which one may be it
_NAMED = frozenset("det Name CAPS paper^ body^ person^".split())  # the Wall Street Journal
_NAMED_AS = frozenset("Name CAPS title".split())
_LOOSELY = frozenset("noted added confirmed claimed announced reported wrote".split())
_LAST = 2  # tokens behind it: its verb and a full stop
_LEAST = 4  # tokens that must be told before
_CLAUSAL = frozenset("be modal have do that as not".split())
_VERBAL = frozenset("say think want judge show -ed -ing".split())
_CLAUSES = (["that"], ["be"], ["modal"])  # what the verb opens: "a man who police said was"


def laid_to(tokens: Sequence[Token]) -> Range | None:
    """Return the range of tokens that names to whom the sentence as a whole is laid, if set off."""
    if found := titled(tokens) or labelled(tokens):
        return found
    kinds = sorts(list(tokens))
    if found := according(tokens, kinds) or _closing(tokens, kinds) or worded(tokens, kinds):
        return listed(tokens, kinds, found)
    found = saying(tokens, kinds) or alongside(tokens, kinds)
    shows = found and "show" in kinds[found[1]].split("+")
    return None if found and shows and is_event(tokens, kinds, *found) else found


def agree(found: Range, whole: Range, tokens: Sequence[Token]) -> bool:
    """Return whether a range of tokens is the source that is set off, perhaps with its role."""
    if found[1] <= whole[0] or whole[1] <= found[0]:
        return False
    if found[1] > whole[1] and tokens[whole[1]].text in "—–-":
        return False
    kinds = sorts(list(tokens))
    head = tokens[whole[0] - 2].text if whole[0] > 1 else ""
    over = found[0] < whole[0] and tokens[whole[0] - 1].text in MARKS
    before = kinds[found[0] : whole[0] - 1]
    named = (
        kinds[whole[0]] == "det"
        and len(before) > 1
        and all(kind in ("Name", "Cap", "title") for kind in before)
    )
    role = len(before) < _ROLES and is_person(head)
    named = named or _is_clerk(tokens, kinds, found[0], whole[0])
    over = over and not (role or named)  # his spokesman, Ian Roe; Ian Roe, a doctor
    if over or has_event(tokens, kinds, found[0], whole[0]):
        return False  # "the dam broke, officials"
    if found[1] <= whole[1] + 1:
        return True
    first, after = tokens[whole[1] + 1], found[1]
    after = next((at for at in range(whole[1] + 2, after) if tokens[at].text == "who"), after)
    near = [token.text for token in tokens[whole[1] + 1 : after][:_ROLES]]
    role = "of" in near or any(map(is_role, near))  # head of the agency, a doctor
    if not (role or first.text in _ROLE or first.text[0].isupper()):
        return False
    done = (
        after < len(tokens) and tokens[after - 1].text != "," and is_predicate(tokens, kinds, after)
    )
    return first.text == "who" or not (done or has_verb(tokens, kinds, whole[1] + 1, after))


def _is_clerk(tokens: Sequence[Token], kinds: Sequence[str], begin: int, end: int) -> bool:
    """Tell whether a range of tokens names one with his role: "Ian Roe, director of Halden,"."""
    first = to_mark(tokens, begin)
    named = begin < first < end and all(
        kind in ("Name", "Cap", "title") for kind in kinds[begin:first]
    )
    return named and any(is_role(token.text) for token in tokens[first + 1 : min(end, first + 4)])


def is_settled(tokens: Sequence[Token], whole: Range | None) -> bool:
    """Return whether a source says something whatever the verbs of its sentence.

    So does what ends it, but for a verb, ", a study found.", "as Kim put it", "accused by Kim" and
    the source of a headline of capitals.
    """
    if whole is None:
        return False
    put = [token.text for token in tokens[whole[1] : whole[1] + 2]] in PUT
    before = [token.text for token in tokens[max(0, whole[0] - 2) : whole[0]]]
    done = before[1:] == ["by"] and before[0] in DONE
    return put or done or len(tokens) - whole[1] <= _LAST or titled(tokens) == whole


def aside(tokens: Sequence[Token]) -> int:
    """Return the number of the token from which on a sentence only concedes: ", although"."""
    for at, token in enumerate(tokens):
        if at > _LEAST and token.text in ("although", "though", "while", "whereas"):
            return at
    return len(tokens)


def _closing(tokens: Sequence[Token], kinds: Sequence[str]) -> Range | None:
    """Find ", X said on Monday" and ", said X" at the end."""
    for at in range(len(tokens) - 1, _LEAST, -1):
        if tokens[at].quoted or not is_reporting(tokens, kinds, at):
            continue
        begin = close = _before_initials(tokens, at)
        while begin > 0 and (
            tokens[begin - 1].text not in MARKS or before_title(tokens, kinds, begin) < begin
        ):
            begin = min(begin - 1, before_title(tokens, kinds, begin))
        if begin < _LEAST or is_setting(tokens, kinds, begin):
            return None
        if begin == at:
            said, behind = saying(tokens, kinds), _inverted(tokens, kinds, at)
            other = said and any(is_verb(tokens[n].text, kinds[n]) for n in range(said[1], at))
            return behind if behind and other else said or behind  # it shows that, said Roe
        end = close - (tokens[at].text in ("reporting", "saying"))
        named = tokens[at].text == "reports" and _is_paper(tokens, kinds, begin, end)
        while end > begin and not named and _is_between(tokens[end - 1], kinds[end - 1]):
            end -= 1
        if end < close and kinds[end - 1] == "prep":  # Roe on Monday; a study issued on Monday
            past = any(is_past(token.text) for token in tokens[begin + 1 : end])
            end = close if past else end - 1
        if tokens[at].text == "reports" and not named:
            return None
        return (begin, end) if _is_subject(tokens, kinds, begin, end, at) else None
    return None


def _is_between(token: Token, sort: str) -> bool:
    """Tell whether a token may stand between a source and its verb: "first reported"."""
    return sort in ("adv", "have", "-ly") or token.text == "first"


def _is_paper(tokens: Sequence[Token], kinds: Sequence[str], begin: int, end: int) -> bool:
    """Tell whether a range of tokens may name a paper: "the Mail on Sunday", no "wet reports"."""
    return all(
        kinds[at] in _NAMED or kinds[at] == "prep" or tokens[at].text[0].isupper()
        for at in range(begin, end)
    )


def _before_initials(tokens: Sequence[Token], at: int) -> int:
    """Return the token before initials in brackets before a token, "(AP) reports", or the token."""
    return at - 3 if tokens[at - 1].text == ")" and tokens[at - 3].text == "(" else at


def _inverted(tokens: Sequence[Token], kinds: Sequence[str], at: int) -> Range | None:
    """Find what follows "said" at the end, where it can be no clause."""
    end = to_mark(tokens, at + 1)
    end = next((n for n in range(at + 2, end) if tokens[n].text in _WHILE), end)
    rest = kinds[at + 1 : end]
    after = tokens[end].text if end < len(tokens) else "."
    if tokens[at].text in ("told", "tells") or tokens[at - 1].text == ")" or after in "—–:;":
        return None
    if not 0 < len(rest) <= LONGEST or rest[-1] in ("det", "his") or rest == ["him"]:
        return None
    if rest[0] in (*NO_SUBJECT, "he") and not is_one(tokens, at + 1, end):
        return None
    told = has_verb(tokens, kinds, 0, at - 1) or has_event(tokens, kinds, 0, at - 1)
    if tokens[at].text in _LOOSELY and tokens[at - 1].text == "," and not told:
        return None  # Ines Roe, a clerk, noted the rule
    verbs = _VERBAL | {"think+saying", "want+saying", "judge+saying"}
    clause = has_verb(tokens, kinds, at + 1, end) or any(
        (kind in _CLAUSAL or kind in verbs) and tokens[number].text not in OWNING
        for number, kind in enumerate(rest, at + 1)
    )
    timed = rest[0] in ("adv", "number") or is_time(tokens[at + 1])
    return None if clause or (timed and not _is_named(tokens, rest, at + 1)) else (at + 1, end)


def _is_named(tokens: Sequence[Token], rest: Sequence[str], at: int) -> bool:
    """Tell whether what begins like a time names somebody: "9/11 widow Roe", "TODAY’s Roe"."""
    dated = any(is_period(one) and one.text[0].isalpha() for one in tokens[at + 1 : at + 3])
    numbered = rest[0] == "number" and not dated
    shouted = rest[0] == "adv" and tokens[at].text.isupper()
    return (numbered or shouted) and not _NAMED_AS.isdisjoint(rest)


def _is_tag(tokens: Sequence[Token], begin: int, at: int) -> bool:
    """Tell whether a verb tells on of how it was said: "a clerk said, speaking of", "on Monday"."""
    after = [token.text for token in tokens[at + 1 : at + 4]]
    if len(after) < 3:
        return False
    if after[0] == ",":
        return after[1].endswith("ing")
    timed = is_time(tokens[at + 1]) and after[1] in ("in", "at", "during", "as", "after", ",")
    return timed and tokens[begin - 1].text == ","


def _is_subject(
    tokens: Sequence[Token], kinds: Sequence[str], begin: int, end: int, at: int
) -> bool:
    rest = kinds[at + 1 : at + 2]
    far = len(tokens) - at > LONGEST and not _is_tag(tokens, begin, at)
    if not 0 < end - begin <= LONGEST or far or rest[:1] in _CLAUSES:
        return False
    if kinds[end - 1] in (*NO_SUBJECT, "det", "his") or not tokens[end - 1].text[0].isalnum():
        return False
    if not is_somebody(tokens[begin:end], kinds[begin:end]):
        return False  # noting he said
    one = is_one(tokens, begin, end) and tokens[begin - 1].text != ";"
    if (kinds[begin] in NO_SUBJECT and not one) or tokens[begin].text in ("who", "which"):
        return False
    return not any(
        kind in _CLAUSAL and token.text not in OWNING
        for kind, token in zip(kinds[begin:end], tokens[begin:end], strict=True)
    )
