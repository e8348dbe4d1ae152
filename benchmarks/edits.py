"""What happens to wire copy on its way: edits of a story's paragraphs, drawn from a seed.

Each edit takes a draw, the paragraphs and `spare`, an endless supply of paragraphs on other
matters, and returns new paragraphs. `EDITS` keep the story's voice. `mixed`, `quoting`, `passage`
and `speech` make the articles that put a tracer to the test.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from random import Random

    Edit = Callable[[Random, list[str], Iterator[str]], list[str]]

_SPELLINGS = """
harbour:harbor labour:labor defence:defense offence:offense centre:center theatre:theater
neighbour:neighbor neighbouring:neighboring colour:color favour:favor favourite:favorite
honour:honor behaviour:behavior programme:program programmes:programs organisation:organization
organisations:organizations organise:organize organised:organized recognise:recognize
recognised:recognized criticise:criticize criticised:criticized realise:realize realised:realized
analyse:analyze travelled:traveled travelling:traveling cancelled:canceled licence:license
grey:gray towards:toward metre:meter metres:meters kilometre:kilometer kilometres:kilometers
apologise:apologize apologised:apologized emphasised:emphasized authorised:authorized
"""
_NUMBERS = "two three four five six seven eight nine ten eleven twelve".split()
_SHORT = {
    "Jan.": "January", "Feb.": "February", "Aug.": "August", "Sept.": "September",
    "Oct.": "October", "Nov.": "November", "Dec.": "December", "Gov.": "Governor",
    "Sen.": "Senator", "Rep.": "Representative", "U.S.": "US", "U.N.": "UN",
}  # fmt: skip
_KOREAN = re.compile(
    r"\b(Kim|Moon|Park|Lee|Choi|Cho|Yoon) ([A-Z][a-z]{1,4})([ -])([A-Za-z][a-z]{1,5})\b"
)
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")
_LONG = 60  # words of a first paragraph that is more than a lede
_STOP = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][”\"’']))\s+(?=[A-Z“\"‘])")
_LEDES = (
    "Events around {0} took a new turn, with {1} at the heart of a matter that has kept {2} busy "
    "for some time, people there made clear.",
    "What began with {1} now reaches {0}. For {2}, much hangs on what comes next.",
    "{2} faces hard questions after the latest news on {0}, in which {1} plays a leading part, as "
    "became known in the course of the day.",
)


def trimmed(draw: Random, parts: list[str], _: Iterator[str]) -> list[str]:
    """Cut from the end, to 30 to 80 % of the words, at the end of a paragraph or a sentence."""
    units = parts if len(parts) > 3 else [s for part in parts for s in sentences(part)]
    aim, least = draw.uniform(0.3, 0.8) * words(units), 0.3 * words(units)
    kept = units[:2]
    for unit in units[2:]:
        if words(kept) > least and words(kept) + words([unit]) / 2 > aim:
            break
        kept.append(unit)
    return kept


def reordered(draw: Random, parts: list[str], _: Iterator[str]) -> list[str]:
    """Shuffle the paragraphs after the first."""
    rest = parts[1:]
    draw.shuffle(rest)
    return parts[:1] + rest


def merged(draw: Random, parts: list[str], _: Iterator[str]) -> list[str]:
    """Run paragraphs into one another, two or three at a time."""
    made: list[str] = []
    while parts:
        size = draw.randint(2, 3)
        made.append(" ".join(parts[:size]))
        parts = parts[size:]
    return made


def respelled(draw: Random, parts: list[str], _: Iterator[str]) -> list[str]:
    """Change the house style: spelling, numbers, names, abbreviations, quotes and dashes."""
    pairs = [pair.split(":") for pair in _SPELLINGS.split()]
    if draw.random() < 0.5:
        pairs = [[american, british] for british, american in pairs]
    style = dict(pairs) | dict(_style(draw))
    quotes = draw.choice([("“", "”"), ('"', '"'), ("‘", "’"), ("«", "»")])
    word = re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, style))})(?!\w)")

    def one(text: str) -> str:
        text = word.sub(lambda found: style[found.group()], text)
        text = _KOREAN.sub(_renamed, text)
        text = re.sub(r"(\d) ?(?:%|percent\b)", r"\1 per cent", text)
        text = re.sub(r"[“\"]([^“”\"]*)[”\"]", rf"{quotes[0]}\1{quotes[1]}", text)
        return text.replace(" — ", " - ").replace("—", " – ")

    return [one(part) for part in parts]


def retopped(draw: Random, parts: list[str], _: Iterator[str]) -> list[str]:
    """Write a new headline, if there is one, and a new first paragraph or its start."""
    head, body = headed(parts)
    first = sentences(body[0])
    kept = [" ".join(first[2:])] if words(body[:1]) > _LONG and len(first) > 2 else []
    names = list(dict.fromkeys(_NAME.findall(" ".join(parts)))) or ["The matter"]
    three = [draw.choice(names) for _ in range(3)]
    lede = draw.choice(_LEDES).format(*three)
    return [f"New turn for {three[0]}" for _ in head] + [lede, *kept, *body[1:]]


def localized(draw: Random, parts: list[str], spare: Iterator[str]) -> list[str]:
    """Put in one to three paragraphs of the paper's own: at most 40 % of the result."""
    made = list(parts)
    for _ in range(draw.randint(1, 3)):
        local = cut(next(spare), int(0.66 * words(parts)) - words(made) + words(parts))
        if local:
            made.insert(draw.randint(1, len(made)), local)
    return made


def updated(draw: Random, parts: list[str], spare: Iterator[str]) -> list[str]:
    """Write the later version: twice as long, with a new first paragraph, sentences dropped."""
    head, body = headed(retopped(draw, parts, spare))
    body = [" ".join(s for s in sentences(p) if draw.random() > 0.1) for p in body]
    body = [part for part in body if part]
    whole = 2 * words(body)
    place = draw.randint(1, 2)
    while words(body) < whole:  # evenly, so that whatever is cut off later, old text is left
        body.insert(min(place, len(body)), next(spare))
        place += 2
    return [*head, *body]


EDITS: dict[str, Edit] = {
    "updated": updated,
    "trimmed": trimmed,
    "reordered": reordered,
    "merged": merged,
    "respelled": respelled,
    "retopped": retopped,
    "localized": localized,
}
NEW = frozenset(("retopped", "localized"))  # edits that put in words which are not the story's


def combined(
    draw: Random, parts: list[str], spare: Iterator[str], kinds: Sequence[str] = tuple(EDITS)
) -> list[str]:
    """Make two or three of the kinds of edits, or the only one."""
    for name in several(draw, kinds):
        parts = EDITS[name](draw, parts, spare)
    return parts


def several(draw: Random, kinds: Sequence[str] = tuple(EDITS)) -> list[str]:
    """Return two or three of the kinds of edits, or the only one.

    They come in the order of the trade: first the agency's, then the desk's, the local paper's. The
    agency's later version has a new beginning and new text already; with more of either, so little
    of the story would be left that the page were no copy of it any more.
    """
    names = draw.sample(sorted(kinds), min(len(kinds), draw.randint(2, 3)))
    while "updated" in names and not NEW.isdisjoint(names):
        names = draw.sample(sorted(kinds), len(names))
    return sorted(names, key=list(EDITS).index)


def mixed(draw: Random, one: Sequence[str], other: Sequence[str]) -> list[str]:
    """Join the first half of one story to half of another's, as a desk does with two agencies."""
    share = draw.uniform(0.4, 0.6)
    first = _first(one, share * words(one))
    second = _first(list(other)[draw.randint(0, 1) :], (1 - share) * words(other))
    return first + second


def quoting(draw: Random, host: Sequence[str], origin: Sequence[str]) -> list[str] | None:
    """Put two paragraphs of `origin` into a host three times as long; None if it is shorter."""
    origin = headed(origin)[1]
    start = draw.randint(0, max(0, len(origin) - 2))
    taken = list(origin[start : start + 2])
    if words(host) < 3 * words(taken) or words(origin) < 2 * words(taken):
        return None
    place = draw.randint(1, len(host))
    return [*host[:place], *taken, *host[place:]]


def passage(draw: Random, parts: Sequence[str], said: Sequence[str]) -> list[str]:
    """Put a passage of a press release, which is not marked as one, into a report."""
    place = draw.randint(1, len(parts))
    return [*parts[:place], " ".join(said), *parts[place:]]


def speech(draw: Random, parts: Sequence[str], said: Sequence[str]) -> list[str]:
    """Put the sentences of a speech into a report as quotations, in its own style and order."""
    opened, closed = draw.choice(["“”", '""', "‘’"])
    made = list(parts)
    for one in said:
        plain = re.sub(r"[“”\"‘’]", "", one).rstrip(".")
        by = draw.choice(["the speaker said.", "said the visitor.", "the audience was told."])
        made.insert(draw.randint(1, len(made)), f"{opened}{plain},{closed} {by}")
    return made


def sentences(text: str) -> list[str]:
    """Return the sentences of a paragraph, roughly."""
    return [part for part in _STOP.split(text) if part]


def words(parts: Sequence[str]) -> int:
    """Return how many words paragraphs have."""
    return sum(len(part.split()) for part in parts)


def cut(text: str, most: int) -> str:
    """Return the first sentences of a text, of no more than so many words."""
    return " ".join(_first(sentences(text), most, whole=False))


def headed(parts: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the headline that a story may begin with, and its body."""
    has = len(parts) > 1 and len(parts[0].split()) < 15 and parts[0][-1:] not in '.!?”"'
    return list(parts[:has]), list(parts[has:])


def _first(units: Sequence[str], most: float, *, whole: bool = True) -> list[str]:
    kept: list[str] = list(units[:1]) if whole else []
    for unit in units[len(kept) :]:
        if words(kept) + words([unit]) > most:
            break
        kept.append(unit)
    return kept


def _style(draw: Random) -> Iterator[tuple[str, str]]:
    if draw.random() < 0.5:
        yield from _SHORT.items()
    figures = {word: str(number) for number, word in enumerate(_NUMBERS, start=2)}
    if draw.random() < 0.5:
        yield from figures.items()
    else:
        yield from ((figure, word) for word, figure in figures.items())


def _renamed(found: re.Match[str]) -> str:
    family, first, joint, second = found.groups()
    if joint == " ":
        return f"{family} {first}-{second.lower()}" if second[0].isupper() else found.group()
    return f"{family} {first} {second.capitalize()}"
