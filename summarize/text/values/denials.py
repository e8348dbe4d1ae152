"""Denials: whether a word that may deny says that something is untrue, or only refuses it.

"He denied the charge" denies. "The judge denied bail", "voters rejected the plan" and "the yard
dismissed 300 workers" do not: what is refused to somebody is not said to be untrue.
"""

from __future__ import annotations

import re

from summarize.text.patterns import pattern
from summarize.text.values.charges import CHARGE, MANY, SOME

_IS = r"(?:is|are|was|were|has been|have been|had been)"
# Whoever does not deny, or will neither confirm nor deny, denies nothing.
_UNDENIED = pattern(
    r"(?:\b(?:not|never|nor|or|cannot|nobody|no one|no|without|hard to|refus\w+ to|declin\w+ to)"
    r"|n[’']t)\s(?:(?!only)\w+ly\s)?$",
    re.IGNORECASE,
)
_PASSIVE = pattern(r"\b(?:is|are|was|were|be|been|being|gets?|got)\s(?:\w+ly\s)?$", re.IGNORECASE)
_IT = pattern(
    rf"\b(?:(?:{CHARGE}|involvement|wrongdoing|links?){SOME}|this|that|which|it)\s{_IS}"
    r"\s(?:\w+ly\s)?$",
    re.IGNORECASE,
)
_GETS = pattern(r"\s(?:an?|any|his|her|its|the|their)\b", re.IGNORECASE)  # "was denied a seat"
_REFUSED = pattern(
    rf"{SOME}\s(?:access|accreditation|admission|admittance|aid|amnesty|appeals?|applications?"
    r"|asylum|bail|benefits?|bids?|boarding|bond|care|certification|chances?|citizenship|clemency"
    r"|compensation|coverage|credit|custody|due process|education|entry|equaliser|exemptions?"
    r"|extension|food|freedoms?|funding(?!\s\w+s\b)|goals?|hearings?|help|injunction|insurance"
    r"|jobs?|justice|leave|liberty|licen[cs]es?|loans?|medical|medicine|motions?|offers?"
    r"|opportunity|pardons?|parole|payments?|pension|permission|permits?|petitions?|place|pleas?"
    r"|pleasure|privileges?|promotion|protections?|recognition|refunds?|registration|relief"
    r"|re-?entry|requests?|rights?|sanctuary|seats?|services?|shelter|spot|status|stay|support"
    r"|tenure|treatment|trial|victory|visas?|visits?|vote|waivers?|water|win)\b"
    r"(?!\s(?:was|were|had|has|is|are|took|ever)\b)",  # "denied a request was made"
    re.IGNORECASE,
)
_AGO = r"(?:day|few|hour|month|week|year|spokes\w+)"  # "denied the report a day later"
_REFUSED_TO = pattern(
    r"\s(?:(?:him|us|me|you)\s|(?:it|them|her|the\s\w+(?<!s)|people|women|voters|workers)\s"
    rf"(?:an?\s(?!{_AGO})|the\s|any\s|further\s|his\s|their\s|our\s|its\s)"
    rf"|(?-i:(?:[A-Z][\w.’'-]*\s){{1,3}}an?\s)(?!{_AGO})|(?:it|them|this)\sto\s|what\s"
    r"|them\s(?!(?:after|all|and|as|at|before|but|by|during|in|last|on|or|saying|this|through|to|today"
    r"|via|when|while|yesterday|\w+ly)\b)\w)",
    re.IGNORECASE,
)
_AS_FALSE = pattern(
    r"[^.;]{0,80}?\bas\s(?:[“\"‘']?[\w’'-]+\s){0,4}?[“\"‘']*(?:false|baseless|untrue|unfounded"
    r"|groundless|without (?:merit|foundation)|lies?|fabricat\w+|a hoax|fake|propaganda|a smear"
    r"|(?:\w+[ -])?conspiracy theor(?:y|ies)|rumou?rs?|fiction)\b",
    re.IGNORECASE,
)
# "Denied hiding a report": what somebody is denied is no deed.
_DOING = pattern(
    r"\s(?!boarding|building|funding|hearing|housing|parking|planning|training)\w{2,}ing\s(?:an?|any|her"
    r"|his|it|its|that|the|their|them|to|[A-Z]\w+)\b"
)
_A_CHARGE = pattern(rf"{SOME}\s[“\"‘]?{CHARGE}", re.IGNORECASE)
_OF_A_CHARGE = pattern(
    rf"\b{CHARGE},?(?:\s(?:that|which))?{SOME}\s(?:{_IS}\s)?(?:\w+ly\s)?$", re.IGNORECASE
)
_LAW = pattern(rf"{SOME}\scharges?\b(?!.{{0,30}}\sas\s)", re.IGNORECASE)
_THAT = pattern(
    r"\sthat\s(?:any|he|her|his|it|its|she|the|their|there|they|we|[A-Z]\w+)\s", re.IGNORECASE
)
_COURT = pattern(
    r"\b(?:appeals|arbitrators?|courts?|judges?|jur(?:y|ies|ors)|justices?|magistrates?|panel"
    r"|prosecutors|tribunals?)\b[^,;.]{0,30}$",
    re.IGNORECASE,
)
_BY_COURT = pattern(
    r"\s(?:by|in)\s(?:an?\s|the\s)?(?:\w+\s){0,2}(?:court|judge|jury)\b", re.IGNORECASE
)
_DISPUTED = pattern(
    r"\s(?:an?|any|by|her|his|how|its|some|that|the|their|these|this|those|whether)\b"
    rf"|{SOME}\s{CHARGE}",
    re.IGNORECASE,
)
_WHICH = pattern(r"\bwhich\s(?:[\w.’'-]+\s){1,5}$")
_TOLD = pattern(
    r"(?:[’']s?|\b(?:his|her|their|its|our|my|issue[sd]?(?: an?| another)?|issuing an?|despite"
    r"|repeat\w*(?: the)?))\s(?:(?!of\b)[\w-]+\s){0,2}$"
    r"|\ban?\s(?!bail|climate|holocaust|pregnancy|visa)[\w-]+\s$"
    r"|\b(?:angry|blanket|categorical|firm|flat|formal|official|outright|public|swift|vehement)\s$",
    re.IGNORECASE,
)
_OF_WRONG = pattern(
    rf"\s(?:that|from|by|of(?:{SOME}\s{CHARGE}|\s(?:any|wrongdoing|guilt|involvement|\w+ing)\b))",
    re.IGNORECASE,
)


def is_denial(word: str, before: str, after: str) -> bool:
    """Return whether a word, given in small letters, denies between what stands around it."""
    if word == "no evidence":
        return True
    if word.startswith("denial"):
        told = _TOLD.search(before) is not None and not _REFUSED.match(after.removeprefix(" of"))
        return told or _OF_WRONG.match(after) is not None
    rule = next(rule for start, rule in _RULES if word.startswith(start))
    return _UNDENIED.search(before) is None and rule(word, before, after)


def _denies(_: str, before: str, after: str) -> bool:
    if _PASSIVE.search(before):
        return _IT.search(before) is not None and not _GETS.match(after)
    if _DOING.match(after):
        return True
    return not (_REFUSED.match(after) or _REFUSED_TO.match(after))


def _disputes(word: str, before: str, after: str) -> bool:
    if word == "dispute" and not (MANY.search(before) or before.endswith("to ")):
        return False  # "a dispute", "no dispute"
    return bool(_DISPUTED.match(after) or _WHICH.search(before))


def _refutes(*_: str) -> bool:
    return True  # nothing else is refuted


def _repels(word: str, before: str, after: str) -> bool:
    """Return whether what is rejected or dismissed is a charge, and that by no court."""
    if _COURT.search(before) or _BY_COURT.match(after):
        return False
    if _AS_FALSE.match(after) or (word.startswith("reject") and _THAT.match(after)):
        return True
    if word.startswith("dismiss") and (_LAW.match(after) or "charge" in before.lower()):
        return False  # by whoever may drop them
    return bool(_A_CHARGE.match(after) or _OF_A_CHARGE.search(before))


_RULES = (
    ("den", _denies),
    ("disput", _disputes),
    ("refut", _refutes),
    ("rebut", _refutes),
    ("reject", _repels),
    ("dismiss", _repels),
    ("rebuff", _repels),
)
