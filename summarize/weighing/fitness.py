"""Fitness: whether a sentence can stand in a brief by itself, and if not, why."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from summarize import counted
from summarize.text.anaphors import anaphor, pointing, subject
from summarize.text.attribution.clues import is_little
from summarize.text.attribution.quotations import is_amid
from summarize.text.attribution.transcripts import NOBODY
from summarize.text.authors import comments, speaks_for_itself
from summarize.text.complete import is_complete
from summarize.text.cues import kind
from summarize.text.headlines import is_headline
from summarize.text.openers import unresolved
from summarize.text.page.captions import is_caption
from summarize.text.page.furniture import furniture
from summarize.text.patterns import pattern
from summarize.text.pointing import pointed
from summarize.text.predicates import has_verb
from summarize.text.quoting import is_attributed, quoted_share
from summarize.text.terms import tokens
from summarize.text.tongues.force import in_force
from summarize.text.unanswered import unanswered

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from summarize.records import Span

LEAST_WORDS, MOST_WORDS = 6, 60
# Many languages have no articles, or write them as parts of words: "Ремонт коштуватиме 2,5 млн
# гривень." is a sentence. Worth nothing in ROUGE either way, on six languages, 2026-11.
LEAST_ABROAD = 4
# "Devastated: The star was seen", "Example: A firm makes", "Prison program: A cell has": what
# stands before is a caption's or a list's name for it. A film's name may go on behind a colon too.
_LABEL = pattern(r"[A-Z][\w’'&-]*(?: [\w’'&-]+){0,4}(?=: [A-Z\d])")
# Who and what is called so after it was named: "President Roe", "the University of Arn".
_OFFICES = frozenset(
    """agency airline ambassador bank chairman court governor hospital judge mayor minister party
    premier president secretary senator sheriff team university""".split()
)
_NAME = r"[A-Z][\w’'.-]*"
_HOLDER = pattern(
    rf"(?P<before>(?:{_NAME} )*)\b(?P<office>{'|'.join(sorted(map(str.capitalize, _OFFICES)))})\b"
    rf"(?P<after>(?: (?:of|for)(?: the)?)?(?: {_NAME})*)"
)
_LITTLE = frozenset("A An Former In On The".split())


def unfit(text: str) -> str | None:
    """Return why a sentence cannot stand in any brief, or None if it can."""
    return next(_faults(text), None)


def unfit_at(text: str, span: Span) -> str | None:
    """Return why a sentence cannot be taken from its place in an article's text, None if it can.

    What stands amid somebody's words would, without their marks, be the article's own, and what
    stands above a story is its headline.
    """
    if reason := unfit(text[span.start : span.end]):
        return reason
    if is_headline(text, span.start, span.end):
        return "a headline"
    return "a part of a quotation" if is_amid(text, span.start, span.end) else None


def _faults(text: str) -> Iterator[str]:
    """Give all reasons, looking for each only when it is asked for."""
    words = counted.span(text)
    if words < (LEAST_ABROAD if in_force() else LEAST_WORDS):
        yield "too short to stand alone"
    if words > MOST_WORDS:
        yield "too long for a brief"
    if opener := unresolved(text) or pointing(text):
        yield f"leans on a sentence before: “{opener}”"
    if not is_complete(text) or not (in_force() or has_verb(text)):
        yield "not a complete sentence"
    if form := _form(text):
        yield form
    if quoted_share(text) and not is_attributed(text):
        yield "a quotation without its speaker"
    if voice := _author(text):
        yield voice
    if sort := _furniture(text):
        yield f"page furniture: {sort}"
    if name := label(text):
        yield f"opens with a label: “{name}:”"


def _author(text: str) -> str | None:
    if speaks_for_itself(text):
        return "the author speaking as I or we"
    return "the author’s own comment" if comments(text) else None


def _form(text: str) -> str | None:
    if text.startswith("(") and text.endswith(")"):
        return "an aside in brackets"
    if matter := unanswered(text):
        return f"tells only {matter}"
    return "a question" if text.rstrip("\"”'’").endswith(("?", "؟", "？")) else None


def _furniture(text: str) -> str | None:
    if in_force():
        return None
    return "caption" if is_caption(text) else furniture(text, ended=True)


def label(text: str) -> str | None:
    """Return the words before a colon that only name what follows, None if there are none.

    Those of a film or a person are none, nor is what has a verb: "One thing is certain: It rains".
    """
    found = None if in_force() else _LABEL.match(text)
    if found is None:
        return None
    words = found.group().split()
    if len(words) == 1:
        low = words[0].lower()
        named = low.endswith(("ed", "ing")) or low in NOBODY or "paper" in kind(low).split("+")
    else:
        small = any(word.islower() and not is_little(word) for word in words)
        named = small and not has_verb(found.group())
    table = text[found.end() + 2].isdigit() and words[-1].isalpha()  # "Army: 40 percent are"
    return found.group() if named or table else None


def leans_on(text: str, others: Iterable[str], titles: Collection[str]) -> str | None:
    """Return the noun of "The ferry was" or "this ferry" that nothing else in the brief explains.

    The articles' titles explain it if half of them have it, for a reader knows what the story is
    about. So does another sentence that has it, unless it is a noun that points back at a sentence
    before ("The report", "The move"), or that sentence opens with it too. "The president" is
    explained by "President Roe" if no other president is named.
    """
    others = tuple(others)
    noun = anaphor(text) or subject(text) or pointed(text)
    if noun is None or (noun in _OFFICES and len(_holders(noun, others)) == 1):
        return None
    forms = {noun, f"{noun}s", noun.removesuffix("s")}
    named = [title for title in titles if forms & set(tokens(title))]
    if titles and 2 * len(named) >= len(titles):
        return None
    named = [other for other in others if forms & set(tokens(other)) and subject(other) != noun]
    return None if named and not anaphor(text) else noun


def _holders(office: str, texts: Iterable[str]) -> set[str]:
    """Return the last words of the names with which an office or a kind of house is named."""
    found = set()
    for match in chain.from_iterable(map(_HOLDER.finditer, texts)):
        if match["office"].lower() != office:
            continue
        before = [name for name in match["before"].split() if name not in _LITTLE]
        names = match["after"].split() or before
        if names and names[-1][0].isupper():
            found.add(names[-1].rstrip(".").removesuffix("’s").removesuffix("'s"))
    return found
