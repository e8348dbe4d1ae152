"""Subjects that say it: "X said" and "X, who that is, said" at the start of a sentence.

So a sentence is told that is laid to its own subject, however much else it tells of. English only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.text.attribution.clues import is_little
from summarize.text.attribution.finite import has_event, has_verb
from summarize.text.attribution.leading import TELLS, is_verb, opened
from summarize.text.attribution.marks import behind_brackets, dashed, is_said, to_mark
from summarize.text.attribution.nouns import OWNING, before_date, is_one, is_period, is_time
from summarize.text.attribution.roles import are_many
from summarize.text.predicates import is_past

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from summarize.text.attribution.clues import Token
    from summarize.text.attribution.extent import Range

REPORTED = frozenset(  # forms that are verbs and hardly ever nouns
    """said says say reported added adds announced wrote writes told tells confirmed claimed noted
    explained explains tweeted warned argued argues insisted insists acknowledged alleged alleges
    testified estimated concluded recalled contends contended asserts asserted""".split()
)
# What the subject that opens a sentence does where the sentence is his,
_OPENS = REPORTED | frozenset(
    """stated declared denied reiterated reaffirmed pledged vowed urged say believe believes think
    thinks expects predicts predicted suggested hinted""".split()
)
# Those of them that judge, and no participles where they have an object.
_JUDGES = frozenset(
    """accused blamed likened criticized condemned denounced praised slammed blasted mocked
    ridiculed rebuked applauded hailed described defended dismissed lambasted""".split()
)
_OBJECT = frozenset("det his him it Name CAPS title".split())
# not all of them whatever follows: who claimed a seat or added a line said nothing,
_LOOSE = frozenset(
    "added adds wrote writes confirmed claimed noted estimated concluded recalled".split()
)
_CONTENT = frozenset("that it there he she they".split())
# and behind what is said of him between commas, where it is no participle.
_ALSO = frozenset("called urged accused condemned described praised criticized dismissed".split())
_CITES = frozenset("cited quoted cites quotes".split())  # somebody "as saying"
LONGEST = 14  # tokens of a subject, and of what follows its verb
NO_SUBJECT = frozenset("and that as prep to it is be have do modal not according".split())
_OTHERS = frozenset("who which whose where that as".split())  # before what somebody else does
_AMID = frozenset("first last however further even later".split())
_NAMED = frozenset("Name CAPS title person^ body^ paper^".split())
_NEAR = 5  # tokens behind a verb in which its "that" stands: "said on Friday that"
_SPANS = frozenset("week month year day morning afternoon evening night weekend time".split())


def saying(tokens: Sequence[Token], kinds: Sequence[str]) -> Range | None:
    """Return the subject that opens a sentence, or follows a quotation, and says what it tells."""
    begin = _subject(tokens, kinds)
    if begin is None or begin >= len(tokens) or tokens[begin].quoted:
        return None
    first = end = behind_brackets(tokens, begin)
    while tokens[end : end + 1] and tokens[end].text == ",":
        if is_predicate(tokens, kinds, end + 1) or _goes_on(tokens[end + 1].text):
            break
        end = behind_brackets(tokens, end + 1)
    close = dashed(tokens, first)
    if close and _verb(tokens, kinds, close, _OPENS | _ALSO):
        return (begin, first) if _is_name(tokens, kinds, begin, first) else None
    if end > first and _verb(tokens, kinds, end + 1, _OPENS | _ALSO):
        return _among(tokens, kinds, begin, end)
    for at in range(begin + 1, min(first, begin + LONGEST)):
        cites = tokens[at].text in _CITES and "saying" in (
            t.text for t in tokens[at : at + LONGEST]
        )
        if tokens[at - 1].text != "and" and (cites or _verb(tokens, kinds, at, _OPENS)):
            end = _before_time(tokens, kinds, before_date(tokens, begin, at))
            while cites and kinds[end - 1] in ("be", "have", "adv"):
                end -= 1  # Kim was quoted as saying
            who = next((n + 1 for n in range(begin + 1, end - 1) if tokens[n].text == "who"), begin)
            if not any(is_past(token.text) for token in tokens[who:end]):
                begin = who  # the man who guards said
            return (begin, end) if _is_name(tokens, kinds, begin, end) else None
    return _going_on(tokens, kinds, begin, (first, end))


def _going_on(
    tokens: Sequence[Token], kinds: Sequence[str], begin: int, ends: Range
) -> Range | None:
    """Return the subject that does something first: "Kim rose and said", "Kim, a clerk, rose"."""
    first, end = ends
    for at in range(begin + 2, len(tokens)):
        if tokens[at].text in _OTHERS:
            return None
        joined = kinds[at - 1] == "and" and not tokens[at].quoted
        if joined and _verb(tokens, kinds, at, REPORTED):
            break
    else:
        return None
    if kinds[begin].endswith("-ing"):
        return None
    if end > first:
        return _among(tokens, kinds, begin, end) if is_predicate(tokens, kinds, end + 1) else None
    own = {at for at in range(begin, first) if tokens[at].text in OWNING}  # Ines Roe’s brother
    verbs = (n for n in range(begin + 1, first) if n not in own and is_predicate(tokens, kinds, n))
    end = next(verbs, first)
    if end < first and kinds[end] == "and":  # Roe runs a yard and said
        end = next((n for n in range(begin + 1, end) if _goes_on(tokens[n].text)), first)
    return (begin, end) if end < first and _is_name(tokens, kinds, begin, end) else None


def _among(tokens: Sequence[Token], kinds: Sequence[str], begin: int, end: int) -> Range | None:
    """Return the name before what is said of it between commas, with the comma in front or first.

    "The ferries run late, Ines Roe, an engineer, said" is laid to the second.
    """
    first = to_mark(tokens, begin)
    if _is_name(tokens, kinds, begin, first):
        name = first + 1
        while name < end and (kinds[name] in _NAMED or _is_initial(tokens, name)):
            name += 1
        role = tokens[first - 1].text.islower() and name > first + 2
        return begin, name if role else first  # the chief envoy, Ines Roe,
    while first < end:
        begin, first = first + 1, to_mark(tokens, first + 1)
        if _is_all_name(kinds, begin, first):
            return begin, first
    return None


def _is_initial(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a token is the full stop of an initial: "Ines M. Roe"."""
    return tokens[at].text == "." and len(tokens[at - 1].text) == 1


def _is_all_name(kinds: Sequence[str], begin: int, end: int) -> bool:
    return end - begin > 1 and all(kind in _NAMED for kind in kinds[begin:end])


def _subject(tokens: Sequence[Token], kinds: Sequence[str]) -> int | None:
    """Return the token with which the subject begins, behind "But on Sunday," or a quotation."""
    if not any(token.quoted for token in tokens[:2]):
        return opened(tokens, kinds)
    return max(at for at, token in enumerate(tokens) if token.quoted) + 1


def is_predicate(tokens: Sequence[Token], kinds: Sequence[str], at: int) -> bool:
    """Tell whether a token begins what is told of a subject: "said", "was", "met"."""
    while at < len(tokens) and kinds[at] in ("adv", "-ly") and tokens[at].text != "Today":
        at += 1
    if at >= len(tokens) or tokens[at].quoted:
        return True
    return (
        kinds[at] in ("be", "have", "do", "modal", "and")
        or is_past(tokens[at].text)
        or tokens[at].text in _OPENS
        or tokens[at].text == "thought"
    )


def _before_time(tokens: Sequence[Token], kinds: Sequence[str], end: int) -> int:
    """Return the end of a name before when he says it: "Ines Roe on Friday", "Roe in"."""
    timed = is_time(tokens[end - 1]) and tokens[end - 1].text[0].isupper()
    end -= timed
    return end - (kinds[end - 1] == "prep")


def _goes_on(word: str) -> bool:
    """Tell whether a word goes on with what is told of a subject: "waits for rain"."""
    return word.islower() and word.endswith("s") and not is_little(word) and not are_many(word)


def _verb(tokens: Sequence[Token], kinds: Sequence[str], at: int, verbs: Collection[str]) -> bool:
    """Tell whether one of some verbs stands at a token, or behind "has also" there."""
    while at < len(tokens) and (kinds[at] in ("adv", "have") or _is_amid(tokens[at].text)):
        at += 1
    if at + 1 >= len(tokens):
        return False
    word, after = tokens[at].text, tokens[at + 1]
    if _has_content(tokens, kinds, at) or (word == "called" and after.text in ("on", "for")):
        return True
    if word not in verbs:
        return False
    if word in _LOOSE:
        return after.quoted or after.text in ":," or after.text in _CONTENT
    made = word in ("announced", "reported") and after.text in ("in", "by", "under")
    return after.text != "to" and not made  # plans announced in May


def _has_content(tokens: Sequence[Token], kinds: Sequence[str], at: int) -> bool:
    """Tell whether a verb has behind it what is said, or whom it judges: "holds that", ": “"."""
    word, after = tokens[at].text, tokens[at + 1]
    charged = word in ("charges", "charged") and after.text == "that"
    if not after.quoted and (charged or _holds(word, kinds[at])):
        near = [token.text for token in tokens[at + 1 : at + _NEAR]]
        between = near[: near.index("that")] if "that" in near else [","]
        if "," not in between and not any(map(is_past, between)):
            return True
    if word in _JUDGES:
        own = [token.text for token in tokens[at + 2 : at + 3]]
        return after.quoted or kinds[at + 1] in _OBJECT or own in (["’s"], ["'s"])  # Friday’s test
    return after.text == ":" and "say" in kinds[at].split("+") and word.endswith("ed")


def _holds(word: str, sort: str) -> bool:
    """Tell whether a word before "that" is a verb of saying or showing, no claim or list."""
    if TELLS.isdisjoint(sort.split("+")) or not word.islower():
        return False
    noun = word.endswith("ings") or ("paper" in sort and not is_past(word))
    return is_verb(word, sort) and not noun


def _is_amid(word: str) -> bool:
    """Tell whether a word may stand between a subject and its verb: "first", "himself"."""
    return word.endswith(("ly", "self", "selves")) or word in _AMID


def _is_name(tokens: Sequence[Token], kinds: Sequence[str], begin: int, end: int) -> bool:
    """Tell whether a range of tokens names somebody, in a few words and without a verb."""
    refused = kinds[begin] in (*NO_SUBJECT, "he", "it", "him", "his")
    refused = refused and not is_one(tokens, begin, end)
    if not 0 < end - begin <= LONGEST or refused:
        return False
    last = tokens[end - 1].text
    ends = last[0].isalnum() or last == ")"
    if kinds[end - 1] in (*NO_SUBJECT, "det", "his") or last in OWNING or not ends:
        return False
    timed = kinds[begin] == "adv" or kinds[end - 1] == "adv"
    timed = timed or (is_time(tokens[begin]) and not _is_counted(tokens[begin:end]))
    sadly = last.endswith("ly") and kinds[end : end + 2] in ([",", "it"], [",", "he"], [",", "det"])
    if timed or sadly or last in _SPANS:
        return False  # "this week", "Sadly"
    return not _has_clause(tokens, kinds, begin, end)


def _is_counted(tokens: Sequence[Token]) -> bool:
    """Tell whether a range of tokens counts or ages somebody: "55 percent", "a 45-year-old"."""
    counts = tokens[0].text.isdigit() and len(tokens) > 1 and tokens[1].text.islower()
    return (counts and not is_period(tokens[1])) or tokens[0].text.endswith("-old")


def _has_clause(tokens: Sequence[Token], kinds: Sequence[str], begin: int, end: int) -> bool:
    """Tell whether a range of tokens has a verb, also one behind "to", or is quoted in part."""
    if has_verb(tokens, kinds, begin, end) or has_event(tokens, kinds, begin, end):
        return True
    if "as" in kinds[begin:end] or any(is_said(token) for token in tokens[begin:end]):
        return True
    return any(kinds[n] == "to" and tokens[n + 1].text.islower() for n in range(begin, end - 1))
