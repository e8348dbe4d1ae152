"""Claimants: who a source is, by what name it goes, and which sources are one.

English only. Places are those of the text given, so whatever is named is named in its own words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarize.text.agencies import agency
from summarize.text.attribution.clues import is_little
from summarize.text.attribution.roles import SHORT_TITLES, is_title
from summarize.text.cues import kind
from summarize.text.metonyms import metonyms
from summarize.text.terms import english_stem as stem

if TYPE_CHECKING:
    from collections.abc import Iterator

Place = tuple[int, int]

_PRONOUN = frozenset(
    "he she they it we i you him her them me us his their its our my your hers theirs himself"
    " herself themselves itself who whom whose which that this these those one what".split()
)
_OWN = frozenset("i we me us my our myself ourselves".split())
# Without Pope, Miss and Princess, which `roles` has: those stay with their names.
_TITLES = frozenset([*map(str.lower, SHORT_TITLES), "sir", "lord", "lady", "dame"])
_ARTICLES = frozenset("a an the its his her their".split())
_WORD = r"(?:[^\W\d_a-z][\w’'-]*\w|[^\W\d_a-z](?:\.[^\W\d_a-z])*\.?)"
_TITLE = rf"(?:{'|'.join(SHORT_TITLES)}|St)\."
_JR = r"(?:Jr|Sr)\."
NAME = re.compile(
    rf"(?<!\w)(?:{_TITLE}|{_WORD})(?:[ \u00a0](?:{_TITLE}|(?!{_JR}){_WORD})){{0,7}}"
    rf"(?:,?[ \u00a0]{_JR})?"
)
_LINKED = re.compile(rf"(?<!\w){_WORD}(?:\s(?:(?:of|the|for|and)\s){{0,2}}{_WORD}){{1,9}}")
_SHORT = re.compile(r"(?<!\w)(?:[^\W\d_a-z]\.?){2,}(?!\w)")
_OWNING = re.compile(r"[’']s?$")
# Not broken off amid what it is over: "the head of roads, harbours and bridges".
_ROLE = re.compile(
    r", (?P<role>[^,.;:“”\"()\n]{4,90})(?=,)(?!, [a-z-]{2,20}(?:, [a-z-]{2,20}){0,4},? and [a-z])"
)
_OFFICE = re.compile(
    r"(?<!\w)(?:(?:Prime|Vice|Deputy|Assistant|Acting|Former|First) )?[A-Z][a-z]+ of (?:the )?$"
)
_JUNIOR = frozenset("jr sr ii iii iv".split())  # behind a name, and no part of what he is called
# What an office is no longer, or not quite: "former FBI Director James Comey".
_BUT = re.compile(
    r"(?<![\w’'-])(?:(?:the late|former|onetime|acting|interim|outgoing|incoming|retired|deputy"
    r"|assistant|vice)[ \u00a0-]|then-|ex-|co-)+$",
    re.IGNORECASE,
)
_HEADLINES = 2  # times that a name may stand alone, as headlines have it, before it is introduced
_VERBS = frozenset("is are was were be been has have had will would can could".split())


def is_pronoun(words: str) -> bool:
    """Return whether words name nobody by themselves: "he", "who", "they", not the WHO."""
    return words.lower() in _PRONOUN and not (len(words) > 1 and words.isupper())


def is_own(words: str) -> bool:
    """Return whether words are what a speaker calls himself: "I", "we", not the US."""
    return words.lower() in _OWN and not (len(words) > 1 and words.isupper())


def core(words: str) -> tuple[str, ...]:
    """Return the name in a source's first part, without titles and owners.

    "President Yoon", "South Korea's president, Yoon" and "Yoon's spokesman Lee" give Yoon, nothing
    and Lee.
    """
    best: tuple[str, ...] = ()
    for match in NAME.finditer(re.split(r",|\(|\s[–—-]\s", words)[0]):
        found: list[str] = []
        for word in match.group().split():
            plain = _OWNING.sub("", word)
            lower = plain.rstrip(".").lower()
            if plain != word or lower in _TITLES or "person" in kind(lower):
                found = []
            elif not is_little(lower) and not (found and lower in _JUNIOR):
                found.append(plain)
        best = tuple(found) or best
    return best


def may_be_it(words: str) -> bool:
    """Return whether a source is one that an article goes on to call "it"."""
    last = re.split(r"[,(]", words)[0].split()[-1:] or [""]
    what = kind(last[0].lower())
    return "body" in what or "paper" in what or last[0].isupper()


def fuller(text: str, words: str, until: int) -> Place | None:
    """Return the first place before `until` that gives a short name in full, where it is certain.

    Certain means that the full name, or one with a role such as "President Yoon", introduces the
    short one, and that all full names there agree: with a Bill and a Hillary Clinton, or with a
    wife named long after her husband, the short name stays as it is.
    """
    short = core(words)
    if len(short) != 1 or not _is_surname(short[0], words):
        return None
    found: Place | None = None
    known: set[tuple[str, str]] = set()
    juniors: set[str] = set()
    bare = 0
    for match in _mentions(text, short[0], until):
        full = core(match.group())
        start = _office(text, match.start() + _opening(match.group()))
        place = described(text, start, match.end(), until)
        if full == short and found is None:
            if "person" in kind(match.group().split()[-2:][0].lower()):
                return place
            bare += 1
        elif _is_full(full) and _calls(short[0], full, text, place):
            known.add((full[0], full[-1]))
            juniors.update(_JUNIOR & {match.group().split()[-1].rstrip(".").lower()})
            found = found or place
    sure = len(known) == 1 and len(juniors) < 2 and bare <= _HEADLINES
    return found if sure else None


def _is_surname(name: str, words: str) -> bool:
    """Tell whether a source is called by a name alone, not "Brock officials", "the NRA", Israel."""
    whole = re.split(r",|\(", words)[0].split()
    if (
        name.isupper()
        or not whole
        or whole[0].lower() in _ARTICLES
        or any(word in ("of", "to", "for", "with", "from") for word in whole)  # close to Roe
        or stem(name.lower()) in metonyms()
        or _OWNING.search(whole[-1])  # Christie’s is nobody’s surname
    ):
        return False
    return whole[-1] == name


def _office(text: str, start: int) -> int:
    """Return where a name begins with its office: State Antony Blinken at "Secretary of"."""
    before = _OFFICE.search(text, max(0, start - 40), start)
    return before.start() if before else start


def _opening(name: str) -> int:
    """Return where a name begins behind little words in capitals: "On Marten" at Marten."""
    words = re.finditer(r"\S+", name)
    return next((word.start() for word in words if not _is_lead(word.group())), 0)


def _is_lead(word: str) -> bool:
    """Tell whether a word in capitals only leads to a name: "On", but not "US"."""
    return is_little(word) and not (len(word) > 1 and word.isupper()) and not is_title(word)


def _mentions(text: str, short: str, until: int) -> Iterator[re.Match[str]]:
    """Give the names before `until` that a word is part of."""
    for at in re.finditer(rf"(?<!\w){re.escape(short)}(?!\w)", text[:until]):
        line = max(text.rfind("\n", 0, at.start()) + 1, at.start() - 80)
        for match in NAME.finditer(text, line, min(until, at.end() + 60)):
            if match.start() <= at.start() < match.end():
                yield match


def _calls(short: str, full: tuple[str, ...], text: str, place: Place) -> bool:
    return short == full[-1] or (short == full[0] and _of_person(text, place))


def _is_full(name: tuple[str, ...]) -> bool:
    return 1 < len(name) < 5 and "body" not in kind(name[-1].lower())


def _of_person(text: str, place: Place) -> bool:
    """Tell whether a name is a person's: by a title, a role, or as Park Won-gon is."""
    words = re.findall(r"[^\W\d_]+", text[max(0, place[0] - 24) : place[0]])[-1:]
    words += re.findall(r"[^\W\d_]+", text[slice(*place)])
    roles = any("person" in kind(word.lower()) for word in words)
    name = core(text[slice(*place)])
    short = len(name) == 3 and max(map(len, name)) <= 5  # Kim Jong Un
    return roles or short or any(re.search(r"\w-[a-z]", part) for part in name)


def qualified(text: str, place: Place) -> Place:
    """Return the place of a name with the "former" or "acting" that stands right before it."""
    start, end = place
    front = _BUT.search(text, max(0, start - 40), start) if text[start].isupper() else None
    return (front.start() if front else start), end


def described(text: str, start: int, end: int, until: int) -> Place:
    """Return the place of a name with who that is, where the text says so right behind it."""
    role = _ROLE.match(text, end, until)
    if role:
        words = role["role"].lower().split()
        opens = words[0] in _ARTICLES or "person" in kind(words[0])
        opens = opens and not _VERBS & {*words[: words.index("who") if "who" in words else None]}
        if opens and len(words) <= 14 and any("person" in kind(word) for word in words[:6]):
            end = role.end("role")
    return start, end


def keys(words: str) -> frozenset[str]:
    """Return what a source goes by: its name, its initials, an agency's name; empty if none."""
    found: set[str] = set()
    outer = words.split(",", maxsplit=1)[0]
    for match in _LINKED.finditer(outer):
        parts = [part for part in match.group().split() if part[0].isupper() and part != "The"]
        found.add(" ".join(parts).casefold())
        if len(parts) > 2:
            found.add("".join(part[0] for part in parts).casefold())
    name = core(words)
    if name:
        found.add(" ".join(name).casefold())
        if "body" not in kind(name[-1].lower()):
            found.add(name[-1].casefold())
    found.update(short.replace(".", "").casefold() for short in _SHORT.findall(outer))
    found.update(full.casefold() for name in tuple(found) if (full := agency(name)))
    return frozenset(found - {""})
