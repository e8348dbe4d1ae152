"""Anaphors: nouns by which a sentence points at what was told before it, such as "The report".

English only: of another language nothing is said, so nothing is held against it.
"""

from __future__ import annotations

import re

from summarize.text.clauses import main_clause
from summarize.text.complete import started
from summarize.text.openers import DAY
from summarize.text.patterns import pattern
from summarize.text.quoting import unquoted
from summarize.text.tongues.force import in_force

# "The report did not say": which report? Resolved where an earlier sentence names one. A noun with
# a complement of its own ("the report of the committee") brings its answer along.
_NOUNS = """report statement move decision pair two three four trio duo latter former announcement
    comment comments remark remarks incident man woman boy girl couple suspect suspects victim
    victims document documents memo memos letter proposal measure measures deal agreement order
    ruling lawsuit complaint video footage post tweet message survey poll study figure figures
    number numbers finding findings rest reason reasons result results talks meeting visit event
    effort policy plan bill law company party firm airline bank university hospital team group
    agency organization official officials officer
    officers author authors researchers spokesman spokeswoman spokesperson outlet newspaper site
    website change changes attack crash accident aircraft plane ship vessel building strike
    president minister premier governor mayor senator congressman congresswoman lawmaker secretary
    ambassador chairman leader judge court jury prosecutor lawyer attorney sheriff soldier
    driver pilot gunman shooter attacker killer teenager teen child baby mother father parents
    family singer actor actress star player coach writer journalist reporter doctor teacher"""
# Who or what is named right behind: "The suspect, 29-year-old Jo Park, was arrested".
_NAMED = (
    rf", (?:\d+-year-old |identified as |named )?(?-i:(?!{DAY})(?:[A-Z][\w.’'-]+ ?)"
    "{2,4},)"
)
_ANAPHOR = pattern(
    r"the (?:(?:same|other|latest|new|whole|entire|alleged|first|second|third|fourth|fifth|last) )?"
    rf"(?P<noun>{'|'.join(_NOUNS.split())})\b(?! (?:of|that|which|who|in|on|at|to|for|by|with|from|"
    r"between|against|over|into|near|about|after|before|days|weeks|months|years)\b|['’]s"
    rf"|{_NAMED})",
    re.IGNORECASE,
)
_TOLD = """report statement move decision announcement comment remark incident document memo letter
    proposal measure deal agreement ruling lawsuit complaint video footage post message survey poll
    study finding effort policy plan visit meeting event attack crash accident"""
# "That" before other nouns and plurals mostly joins what somebody says: "said that officials".
_POINTING = pattern(
    rf"\b(?:th(?:is|ese|ose) (?P<noun>{'|'.join(_NOUNS.split())})"
    rf"|that (?P<told>{'|'.join(_TOLD.split())}))\b"
)
# "Experts say that just isn't true": behind such a verb and before another it joins nothing.
_THAT = pattern(
    r"\bthat(?:['’]s|(?: (?:alone|also|just|really|simply|still))? (?:is|was|has|had|will|would"
    r"|could|may|might|does|did|means|meant|(?:is|was|has|does|did|wo)n['’]t))\b"
)
_SAYS = pattern(
    r"\b(?:sa(?:ys?|id)|argue[sd]?|believe[sd]?|th(?:inks?|ought)|warn(?:s|ed)|add(?:s|ed)"
    r"|insist(?:s|ed)|note[sd]?|claim(?:s|ed)?)\s$"
)
_VERB = 12  # characters before it, in which such a verb stands
_MAY_POINT = pattern(r"th(?:is|ese|ose|at)[ '’]")
_COMPLEMENT = pattern(r" (?:of|that|which|who)\b")
# What there is one of, and what only leads to the clause behind it.
_KNOWN_TO_ALL = (
    "(?:world|police|dollar|euro|pound|yen|sun|moon|earth|internet|public|economy|weather|stakes"
    "|media|rich|poor|future|past|pope|(?:danger|fact|fear|hope|issue|point|problem|question|risk"
    "|truth) (?:is|was) (?:that|whether|how|what|who)) "
)
# Any other noun that is the whole subject, "The exhibition also featured", "The ferry was", or that
# closes it, "Photos from the exhibition showed".
_SUBJECT = pattern(
    r"(?:(?!The )[A-Z][a-z]+ (?:[a-z]+ )?(?:about|at|by|for|from|in|inside|near|of|on|with) t|[Tt])"
    rf"he (?!{_KNOWN_TO_ALL})(?P<noun>[a-z]{{3,}}) (?:shows?|showed|also|is|are|was|were|has|have"
    r"|had|will|would|can|could|may|might|did|does|do|must|should|now|then|later|still|never|only"
    r"|said|says|told|came|comes|began|took)\b"
)
_WORDS = pattern(r"[^\W\d_]+")


def anaphor(text: str) -> str | None:
    """Return the noun, lower case, of an opening such as "The report", else None.

    These are nouns that mostly point back at what was told before.
    """
    match = None if in_force() else _ANAPHOR.match(started(text))
    return match["noun"].lower() if match else None


def pointing(text: str) -> str | None:
    """Return the words of a main clause that point at what was told before, such as "that comment".

    Or of any clause, a mere "that" of which somebody says something. None if there are none, or if
    the clause has named the thing before.
    """
    if in_force() or not _MAY_POINT.search(text):
        return None
    whole = unquoted(text)
    for match in _THAT.finditer(whole):
        if _SAYS.search(whole[max(0, match.start() - _VERB) : match.start()]):
            return match.group()
    # The clause is the head of all that; few texts point at all.
    clause = main_clause(whole) if _POINTING.search(whole) else ""
    for match in _POINTING.finditer(clause):
        noun = match["noun"] or match["told"]
        explained = _COMPLEMENT.match(clause, match.end())
        if not explained and noun not in _WORDS.findall(clause[: match.start()].lower()):
            return match.group()
    return None


def subject(text: str) -> str | None:
    """Return the bare noun that is, or closes, the subject of an opening; None if there is none.

    Such are "The ferry was" and "Photos of the ferry showed".
    """
    match = None if in_force() else _SUBJECT.match(started(text))
    return match["noun"] if match else None
