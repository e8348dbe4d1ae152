"""Names by the role they play: Hwasong-15, the age of a person, in a town, the ferry Aurora."""

from __future__ import annotations

import re

from summarize.text.calendar import MONTHS, SHORT_MONTHS, WEEKDAYS
from summarize.text.terms import FUNCTION_WORDS, stem
from summarize.text.values.value import Value

_DESIGNATION = re.compile(
    r"(?<![\w-])(?P<family>[A-Z][A-Za-z]*)(?P<hyphen>[-\s])?(?P<number>\d{1,4}[A-Z]?)"
    r"(?![\w-]|[.,:]\d|\s?%|['’]s\b|\s(?:percent|people|million|billion))"
)
_DIGIT = re.compile(r"\d")  # without one there is neither a number nor an age
_NO_FAMILY = frozenset(
    f"{' '.join((*MONTHS, *SHORT_MONTHS)).lower()} sept page aged q no age top us ages".split()
)
NAME = r"[A-Z][a-z’'-]+(?:\s[A-Z][a-z’'-]+){0,3}"
_AGE = re.compile(
    rf"\b(?P<name>{NAME}),\s(?:aged\s)?(?P<after>\d{{1,2}})(?=[,.]|\sand\b)"
    rf"|\b(?P<before>\d{{1,2}})-year-old\s(?:[a-z]+\s){{0,2}}(?P<named>{NAME})"
    rf"|\b(?P<dead>{NAME})(?:,\s[a-z\s]{{3,40}},)?\s(?:has\s|had\s)?(?:died|dies)\b[^.,;A-Z]{{0,40}}?"
    r"\s(?:at\sthe\sage\sof|at\sage|aged|at)\s(?P<at>\d{2})(?!\d|[:.]\d|,\d|\s?[ap]\.?m)"
)
_PLACE = re.compile(
    rf"\b(?:in|near|outside|off)\s(?:the\s(?:city|town|village|port|province|district|state|suburb"
    rf"|county|region)\sof\s)?(?P<name>{NAME})(?![\w’'-]|\s?\d)"
)
_ROLE = re.compile(rf"\b(?P<role>[a-z]{{4,}})\s(?P<name>{NAME})\b(?!['’]s)")
_STATES = frozenset(
    """alabama,alaska,arizona,arkansas,california,colorado,connecticut,delaware,florida,georgia,hawaii
    idaho,illinois,indiana,iowa,kansas,kentucky,louisiana,maine,maryland,massachusetts,michigan
    minnesota,mississippi,missouri,montana,nebraska,nevada,new hampshire,new jersey,new mexico
    new york,north carolina,north dakota,ohio,oklahoma,oregon,pennsylvania,rhode island
    south carolina,south dakota,tennessee,texas,utah,vermont,virginia,washington,west virginia
    wisconsin,wyoming,england,scotland,wales,northern ireland,ontario,quebec,queensland,victoria
    new south wales,british columbia,alberta,europe,africa,asia""".replace("\n    ", ",").split(",")
)
_NO_PLACE = frozenset(" ".join((*MONTHS, *WEEKDAYS)).lower().split())
_NO_ROLE = frozenset(
    "said says told that when while with from including because called degrees".split()
)


def numbered(text: str) -> tuple[Value, ...]:
    """Return the designations and the ages of a text: most texts have no digit, and so neither."""
    return (*designations(text), *ages(text)) if _DIGIT.search(text) else ()


def designations(text: str) -> tuple[Value, ...]:
    """Return the names that end in a number: their slot is the family, their range the number."""
    found = []
    for match in _DESIGNATION.finditer(text):
        family = match["family"].lower()
        year = re.fullmatch(r"(?:19|20)\d\d", match["number"]) and match["hyphen"] != "-"
        if year or family in _NO_FAMILY or family in FUNCTION_WORDS:
            continue
        key = float(re.sub(r"\D", "", match["number"]))  # 448C and 448 C are one colour
        found.append(Value("name", f"{family}-#", match.start(), match.end(), ((key, key),)))
    return tuple(found)


def ages(text: str) -> tuple[Value, ...]:
    """Return the ages of people named in full: their slot is the name."""
    found = []
    for match in _AGE.finditer(text):
        name = (match["name"] or match["named"] or match["dead"]).lower()
        number = next(key for key in ("after", "before", "at") if match[key])
        if " " in name:
            age = float(match[number])
            first, last = name.split()[-2:]  # "Cyclist Jan Polk, 34": what leads may be no name
            slot = f"age of {first} {last}"
            found.append(Value("number", slot, *match.span(number), ((age, age),)))
    return tuple(found)


def places(text: str) -> tuple[Value, ...]:
    """Return the places in which something is said to be or to happen."""
    return tuple(
        Value("place", "place", *match.span("name"), name=_words(match["name"]))
        for match in _PLACE.finditer(text)
        if not set(_words(match["name"])) & _NO_PLACE and not re.search(r"['’]s?$", match["name"])
    )


def is_wide(name: tuple[str, ...]) -> bool:
    """Return whether a place is a state or a part of the world, in which others lie."""
    return " ".join(name) in _STATES


def roles(text: str) -> tuple[Value, ...]:
    """Return the names that follow a word for what they are: "the ferry Aurora"."""
    return tuple(
        Value(
            "name", f"role {stem(match['role'])}", *match.span("name"), name=_words(match["name"])
        )
        for match in _ROLE.finditer(text)
        if match["role"] not in FUNCTION_WORDS
        and match["role"] not in _NO_ROLE
        and not re.search(r"(?:ed|ing|ly)$", match["role"])
        and not set(_words(match["name"])) & _NO_PLACE
    )


def _words(name: str) -> tuple[str, ...]:
    return tuple(re.sub(r"['’]s?$", "", word) for word in name.lower().split())
