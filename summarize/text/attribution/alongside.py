"""Alongside: who says something beside what he does: "X left, saying that …", "X shrugged: “…”".

English only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.text.attribution.clues import is_little
from summarize.text.attribution.finite import FINITE, is_finite
from summarize.text.attribution.leading import AUXILIARY, opened
from summarize.text.attribution.marks import MARKS, behind_brackets, to_mark
from summarize.text.attribution.nouns import OWNING, is_period, is_somebody
from summarize.text.attribution.roles import are_many, is_role
from summarize.text.attribution.subjects import LONGEST, REPORTED, is_predicate
from summarize.text.predicates import is_past

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.text.attribution.clues import Token
    from summarize.text.attribution.extent import Range

# Participles that tell on with what is said; prices rise "suggesting that", but nobody says it.
_SAYING = frozenset(
    """saying adding arguing noting writing insisting warning telling claiming explaining stating
    declaring asserting tweeting acknowledging vowing pledging promising predicting contending
    alleging""".split()
)
_CONTENT = frozenset("that it there he she they".split())
_NEAR = 5  # tokens behind such a participle in which its "that" stands: "writing on Twitter that"
_JUDGES = frozenset("calling accusing criticizing denouncing blaming praising".split())
_JUDGED = frozenset("det his him it Name CAPS title".split())
_OTHERS = frozenset("who whom which whose where that because when while after before as".split())
_NAMED = frozenset("Name CAPS title Cap".split())
_SPEAK = frozenset("he she they".split())
# What is asked of somebody, or reaches him, is another's word.
_TAKES = frozenset(
    """received receives got gets heard hears read reads saw sees found finds faced faces met won
    cited quoted drew recalled""".split()
)
_BEFORE = 3  # tokens of what is named before a colon: "his answer was simple: “"
_LEAST = 3  # words of what is quoted


def alongside(tokens: Sequence[Token], kinds: Sequence[str]) -> Range | None:
    """Return the subject that opens a sentence and, doing one thing, says another."""
    at = _saying(tokens, kinds) or _colon(tokens)
    begin = opened(tokens, kinds) if at else None
    if begin is None or begin >= at or any(token.quoted for token in tokens[:at]):
        return None
    first = end = min(at, behind_brackets(tokens, begin))
    verb = _verb(tokens, kinds, begin, first)
    if verb == first:
        if tokens[first].text != ",":
            return None
        while end < at and tokens[end].text == "," and not is_predicate(tokens, kinds, end + 1):
            end = to_mark(tokens, end + 1)  # Roe, a clerk, left, saying
        verb = end + 1
    name = begin, _without_time(tokens, kinds, begin, min(first, verb))
    if verb >= at or kinds[verb] == "modal" or not _is_speaker(tokens, kinds, *name):
        return None
    others = _is_joined(tokens, kinds, verb, at) or _is_done_to(tokens, kinds, verb, at)
    return None if others else name


def _saying(tokens: Sequence[Token], kinds: Sequence[str]) -> int:
    """Return the comma before a participle that tells what is said, the first; 0 if none does."""
    for at in range(1, len(tokens) - 2):
        if tokens[at].text != "," or tokens[at].quoted:
            continue
        verb = at + 1 + (kinds[at + 1] in ("adv", "-ly"))
        if verb + 1 < len(tokens) and _tells(tokens, kinds, verb):
            return at
    return 0


def _tells(tokens: Sequence[Token], kinds: Sequence[str], at: int) -> bool:
    """Tell whether what is said stands behind a participle: "saying he", "calling Roe a"."""
    word, after = tokens[at].text, tokens[at + 1]
    if word in _JUDGES:
        return after.quoted or after.text in ("for", "on") or kinds[at + 1] in _JUDGED
    if word not in _SAYING:
        return False
    near = [token.text for token in tokens[at + 1 : at + _NEAR]]
    said = after.quoted or after.text in _CONTENT or word in ("saying", "arguing", "insisting")
    return said or ("that" in near and "," not in near[: near.index("that")]) or ":" in near


def _colon(tokens: Sequence[Token]) -> int:
    """Return the colon behind which a sentence quotes to its end; 0 if there is none."""
    for at in range(2, len(tokens) - _LEAST):
        if tokens[at].quoted:
            return 0
        if tokens[at].text == ":":
            rest = tokens[at + 1 :]
            words = [token for token in rest if token.text[0].isalnum()]
            quoted = rest[0].quoted and all(token.quoted for token in words)
            return at if quoted and len(words) >= _LEAST else 0
    return 0


def _verb(tokens: Sequence[Token], kinds: Sequence[str], begin: int, end: int) -> int:
    """Return the first verb of a subject that begins at a token; `end` if there is none."""
    for at in range(begin + 1, min(end, begin + LONGEST)):
        if tokens[at].text in OWNING:
            continue
        if kinds[at] in FINITE or is_past(tokens[at].text) or is_finite(tokens, kinds, at, end):
            return at
    return end


def _without_time(tokens: Sequence[Token], kinds: Sequence[str], begin: int, end: int) -> int:
    """Return the end of a name without how or when he does it: "Roe sternly", "Roe on Friday"."""
    while end > begin + 1:
        last = tokens[end - 1]
        if not (kinds[end - 1] in AUXILIARY or is_period(last) or last.text == "on"):
            break
        end -= 1
    return end


def _is_speaker(tokens: Sequence[Token], kinds: Sequence[str], begin: int, end: int) -> bool:
    """Tell whether a range of tokens names people in a few words: "Roe", "the two officials"."""
    words = tokens[begin:end]
    if not 0 < len(words) <= LONGEST or words[0].text in MARKS or kinds[begin] == "number":
        return False
    if any(token.text in _OTHERS for token in words):
        return False
    if end == begin + 1 and words[0].text.lower() in _SPEAK:
        return True
    head = next((n for n in range(begin + 1, end) if kinds[n] == "prep"), end) - 1
    last = tokens[head]
    people = is_role(last.text) or are_many(last.text) or "body" in kinds[head].split("+")
    named = kinds[head] in _NAMED or kinds[head].endswith("^")
    named = named and not is_little(last.text) and last.text[0].isupper()
    return (people or named) and is_somebody(words, kinds[begin:end])


def _is_joined(tokens: Sequence[Token], kinds: Sequence[str], verb: int, at: int) -> bool:
    """Tell whether somebody else does something too: "Roe rose as Kim left", "and Kim left"."""
    if any(token.text in _OTHERS for token in tokens[verb:at]):
        return True
    if any(token.text in REPORTED for token in tokens[verb + 1 : at]):
        return True  # Roe will win, Kim said:
    return any(
        kinds[n] == "and"
        and kinds[n + 1] not in ("adv", "-ly")
        and not is_past(tokens[n + 1].text)
        and any(is_past(token.text) for token in tokens[n + 2 : min(at, n + 4)])
        for n in range(verb, at)
    )


def _is_done_to(tokens: Sequence[Token], kinds: Sequence[str], verb: int, at: int) -> bool:
    """Tell whether another does, or says, what a subject is told of: "was fired by Roe"."""
    paper = "paper" in kinds[at - 1] and tokens[at].text == ":"
    if tokens[verb].text in _TAKES or (paper and "in" not in [t.text for t in tokens[verb:at]]):
        return True
    by = any(token.text == "by" for token in tokens[verb:at])
    asked = any(kinds[n] == "be" and is_past(tokens[n + 1].text) for n in range(verb, at - 1))
    thing = tokens[at].text == ":" and any(kinds[n] == "be" for n in range(at - _BEFORE, at))
    return by or asked or thing
