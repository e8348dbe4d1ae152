"""Who is meant by he, she or they: the doer of what was told before, where it can be no other.

Readers take a pronoun that does something for whoever did something in the sentence before (the
centre of attention goes on: Grosz, Joshi and Weinstein 1995), and so from he to he. It is followed
only where the article tells that the doer is a person, and not one of the other sex. Of many doers
no word tells the sex; then somebody whom the sentence tells him to meet, ask, attack or come with,
and who is not known to be of the other sex, stops it, as one of the same sex does where it is told.
In a sentence between, anybody who is told to be a person stops it. English only.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarize.text.attribution.candidates import has_rival, may_be, others
from summarize.text.attribution.claimants import core, is_pronoun
from summarize.text.attribution.clues import all_quoted
from summarize.text.attribution.dealings import dealings
from summarize.text.attribution.doers import PRONOUNS, Doer, doer
from summarize.text.attribution.leading import CLAUSE, clause, opening, words_of
from summarize.text.attribution.roles import are_many, is_person, is_role
from summarize.text.cues import TAGS, kind
from summarize.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from summarize.records import Sentence
    from summarize.text.attribution.claimants import Place

_VERB = pattern(r" (?:also |have |had )?([a-z]+)")
_WORD = pattern(r"[^\W\d_]+")
_QUOTED = "quoted"
_ALL_QUOTED, _UNCLEAR = (Doer(0, 0, sort, 0, 0) for sort in (_QUOTED, "unclear"))
_GOES_ON = pattern(r" (?:added|adds|continued|continues|went on)\b")
_TAG = pattern(rf" (?:[a-z]+ )?(?:{'|'.join(TAGS)})[,.]")
_GAPS = 2  # sentences without a person that a pronoun may reach across


class Line(NamedTuple):
    """A sentence, whether it starts within a quotation, and what finds (at a cost) its source."""

    sentence: Sentence
    within: bool
    find: Callable[[], Place | None]


def meant(text: str, place: Place, lines: Iterator[Line]) -> Doer | None:
    """Return whom the pronoun at a place of an article means, with places of the article.

    The lines are its sentence and those before, the last first.
    """
    pronoun = text[slice(*place)].lower()
    own = next(lines)
    before = _unquoted(own, place[0])
    if before is None or (pronoun == "they" and not _announces(text, place[1])):
        return None
    here = _doer(own)
    if place[0] < own.sentence.span.start + opening(own.sentence.text):
        return None  # before he left, Robertson defended
    if here and here.sort in PRONOUNS:
        here = _leading(own)
        if pronoun == "they" and not here and opening(own.sentence.text):
            return None
    # Whom a sentence tells of does not say it: "Two men were found by Kay Roe, he said."
    tag = _is_tag(text, before, place)
    if here and here.end <= place[0] and (not tag or may_be(text, here, pronoun)):
        between = before[min(here.until, place[0]) - own.sentence.span.start :]
        apart = text[here.named : here.end]
        clear = not tag and not others(text, between, pronoun, apart=apart)
        return here if clear and may_be(text, here, pronoun) else None
    if not tag and others(text, before, pronoun):
        return None
    return _followed(text, place, lines)


def explained(text: str, place: Place, line: Line) -> bool:
    """Return whether the line of a pronoun tells who that is, or is quoted where the pronoun is."""
    before = _unquoted(line, place[0])
    if before is None or place[0] < line.sentence.span.start + opening(line.sentence.text):
        return True
    if _is_tag(text, before, place):
        here = _doer(line)
        return bool(here and may_be(text, here, text[slice(*place)].lower()))
    words = _WORD.findall(before)
    if words and words[-1].lower() in CLAUSE:  # after he left, Robertson
        return True
    return any(is_person(word) for word in words) or others(text, before, "he")


def _is_tag(text: str, before: str, place: Place) -> bool:
    """Tell whether a pronoun is that of a "he said" set off, with the line `before` it."""
    return before.rstrip().endswith(",") and bool(_TAG.match(text, place[1]))


def _announces(text: str, end: int) -> bool:
    """Tell whether a word is followed by a verb of saying or thinking: they may be things else."""
    verb = _VERB.match(text, end)
    return bool(verb and {"say", "think", "judge"} & {*kind(verb[1]).split("+")})


def _followed(text: str, place: Place, lines: Iterator[Line]) -> Doer | None:
    """Return whom a pronoun means by the lines before its own, the nearest first."""
    pronoun = text[slice(*place)].lower()
    goes_on = _GOES_ON.match(text, place[1])
    gaps = 0
    for line in lines:
        found = _told(text, line, pronoun)
        if goes_on and found and found.sort not in (pronoun, _QUOTED) and line.find() is None:
            return None  # who goes on to speak has spoken
        if found and found.sort in (pronoun, _QUOTED):
            continue
        if found and (found.sort != "they" or pronoun == "they"):
            return found if may_be(text, found, pronoun) else None
        gaps += 1
        rest = _unquoted(line, line.sentence.span.end) or ""
        if gaps > _GAPS or others(text, rest, pronoun, sure=True):
            return None
    return None


def _doer(line: Line) -> Doer | None:
    """Return who does what a line tells, with places of the article."""
    found = None if line.within else doer(line.sentence.text)
    return found.moved(line.sentence.span.start) if found else None


def _leading(line: Line) -> Doer | None:
    """Return who does what a line opens with: "When Robertson left, he said"."""
    start = clause(line.sentence.text)
    found = doer(line.sentence.text[start:]) if start else None
    return found.moved(line.sentence.span.start + start) if found and start else None


def _told(text: str, line: Line, pronoun: str) -> Doer | None:
    """Return who does or says what a line tells, None where that is nobody or not clear."""
    found = _active(text, line, pronoun)
    return _UNCLEAR if found and _has_rival(text, line, found, pronoun) else found


def _has_rival(text: str, line: Line, who: Doer, pronoun: str) -> bool:
    """Tell whether a line tells of somebody else with whom its doer has to do."""
    sentence, start = line.sentence.text, line.sentence.span.start
    if who.sort in (_QUOTED, "unclear") or (who.sort in PRONOUNS and who.sort != pronoun):
        return False
    own = who == _doer(line)
    met = dealings(sentence, who.moved(-start), opening=own, quoted=line.within)
    places = ((one + start, other + start) for one, other in met)
    return has_rival(text, who, places, pronoun)


def _active(text: str, line: Line, pronoun: str) -> Doer | None:
    """Return who does or says what a line tells; an `unclear` doer where it may be either."""
    does = _doer(line)
    if does and (does.sort == pronoun or _is_alone(text, does, line, pronoun)):
        return does
    says = _sayer(text, line)
    begins = line.sentence.span.start + opening(line.sentence.text)
    changed = does and does.sort in PRONOUNS and _leading(line)
    if changed or (says and says.end <= begins):
        return _UNCLEAR  # when Kay Roe left the mayor spoke; when she left, they spoke
    if not does or not says or does.sort in PRONOUNS or says.sort in (*PRONOUNS, "other"):
        quoted = does is says is None and all_quoted(line.sentence.text, quoted=line.within)
        return _ALL_QUOTED if quoted else does or says
    return _one_of(text, does, says, pronoun)


def _one_of(text: str, does: Doer, says: Doer, pronoun: str) -> Doer:
    """Return whom a pronoun means of one who does something and one who says something."""
    for one, other in ((says, does), (does, says)):
        if one.sort == "name" and not may_be(text, one, pronoun):
            return other
    if (does.sort == "many") != (says.sort == "many"):
        return does if (does.sort == "many") == (pronoun == "they") else says
    if says.end <= does.start or does.until <= says.start:
        return _UNCLEAR
    names = [core(text[one.named : one.end]) for one in (does, says)]
    return says if says.sort == "name" and names[0] != names[1] and says.end > does.end else does


def _is_alone(text: str, does: Doer, line: Line, pronoun: str) -> bool:
    """Tell whether who does what a line tells may be meant, and nobody else is in it."""
    if does.sort in PRONOUNS or not may_be(text, does, pronoun):
        return False
    start = line.sentence.span.start
    plain = _unquoted(line, line.sentence.span.end) or ""
    rest = f"{plain[: does.start - start]} . {plain[does.until - start :]}"
    return not others(text, rest, pronoun, apart=text[does.named : does.end])


def _sayer(text: str, line: Line) -> Doer | None:
    """Return the source that a line names, as a doer."""
    place = line.find()
    if place is None:
        return None
    start, end = place
    words = text[start:end]
    if is_pronoun(words):
        sort = words.lower() if words.lower() in PRONOUNS else "other"
        return Doer(start, end, sort, start, end)
    first = re.split(r",|\(|\s(?:of|for|in|at|to)\s", words)[0].rstrip()
    last = first.split()[-1:] or [""]
    if are_many(last[0]):
        return Doer(start, end, "many", start, end)
    if is_role(last[0]):
        return Doer(start, end, "role", start, end)
    name = core(first)
    if not name or name[-1] != last[0]:
        return Doer(start, end, "other", start, end)
    named = start + max(0, words.find(name[0]))
    end = end if words[len(first) : len(first) + 1] == "," else start + len(first)
    return Doer(start, end, "name", named, end)


def _unquoted(line: Line, until: int) -> str | None:
    """Return a line up to a place with what is quoted blotted out; None if the place is quoted."""
    start = line.sentence.span.start
    shown = list(line.sentence.text[: until - start])
    for token in words_of(line.sentence.text, quoted=line.within):
        if token.start >= len(shown):
            return None if token.quoted else "".join(shown)
        if token.quoted:
            shown[token.start : token.end] = "." * (token.end - token.start)
    return "".join(shown)
