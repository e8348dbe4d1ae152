"""Stages: the deeds by which a matter moves on, each of them news of its own.

Who is charged, convicted or sentenced after an arrest, what is passed, vetoed or struck down after
a vote, who is found after a search: all else that is told of them stays the same. English only.
"""

from __future__ import annotations

from functools import lru_cache

from summarize.text.clauses import main_clause
from summarize.text.predicates import predicates
from summarize.text.terms import content
from summarize.text.terms import english_stem as stem
from summarize.text.tongues.force import in_force

# A stage a row, in the words by which it may be told. With them 82 of 2 294 statements that were
# taken as known to a reader of half of the articles of a story are news, about three in five of
# them rightly; development sets and ECB+, 2026-11.
_STAGES = (
    "arrest detain catch caught capture apprehend custody seize",
    "charge indict",
    "plead pleaded pled plea guilty",
    "convict guilty conviction verdict",
    "acquit clear innocent",
    "sentence jail imprison prison",
    "release free bail",
    "sue sued lawsuit suit",
    "settle settlement",
    "accept agree approve pass adopt endorse back ratify vote support",
    "reject dismiss refuse veto decline deny oppose defeat block",
    "block halt stop suspend ban bar prohibit forbid",
    "sign signature",
    "struck strike overturn quash annul void unconstitutional",
    "upheld uphold",
    "die dead death kill toll fatal",
    "rescue reach free evacuate",
    "found find discover recover locate determine",
    "identify name",
    "resume reopen restart",
    "cancel scrap off abandon",
    "postpone delay adjourn",
    "apologise apologize apology sorry",
    "survive survivor",
    "collapse fallen",
    "elect election vote win won",
    "fire sack dismiss oust remove",
    "withdraw withdrew",
    "beat beaten defeat win won lose lost",
    "raid search",
    "return",
    "extinguish contain control",
    "appeal",
    "repeal revoke rescind",
    "land landed landfall",
    "complete completion finish",
)
_OF: dict[str, frozenset[int]] = {}
for _number, _words in enumerate(_STAGES):
    for _word in map(stem, _words.split()):
        _OF[_word] = _OF.get(_word, frozenset()) | {_number}


def moves_on(text: str, told: str) -> bool:
    """Return whether the main clause of a text tells a stage, and another text none of its kind."""
    if in_force():
        return False
    new = _stages(text)
    return bool(new) and new.isdisjoint(_named(told))


@lru_cache(maxsize=1 << 12)
def _stages(text: str) -> frozenset[int]:
    found = (_OF.get(verb, frozenset()) for verb in predicates(main_clause(text)))
    return frozenset().union(*found)


@lru_cache(maxsize=1 << 12)
def _named(text: str) -> frozenset[int]:
    return frozenset().union(*(_OF.get(word, frozenset()) for word in content(text)))
