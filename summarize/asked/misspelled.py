"""misspelled: words of a focus that no article has, and which of the articles' words are near.

A reader types "Shoygu" where the articles have "Shoigu": that the brief tells nothing of him would
look as if they did not either.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING
from unicodedata import category

from summarize.text.calendar import MONTHS, WEEKDAYS
from summarize.text.patterns import pattern
from summarize.text.terms import is_content, stem
from summarize.words import by_start, forms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.records import Story

_WORD = pattern(r"[^\W\d_]+")
_LEAST = 4  # letters; a shorter word is near to many
# Of difflib: "Shoygu" and "Shoigu" have 0.83, "Zelensky" and "Zelenskyy" 0.94, two misspellings in
# eight letters 0.75. A word that begins otherwise, or is no name, must be nearer: "health" is no
# misspelled "wealth" (0.83), nor "trade" a "grade" (0.8).
_NAME, _OTHER = 0.75, 0.85
_SHOWN = 3
_DAYS = frozenset((*WEEKDAYS, *MONTHS))  # near to one another, and spelled right


def misspelled(text: str, story: Story) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the words of a text that no article has, each with the nearest words that they have.

    Words that are near to none are not told: they may well be another way to say something.
    """
    if any(category(sign)[0] == "M" for sign in text):
        return ()  # in scripts that write vowels as marks, letters alone are no words
    whole = [article.text.casefold() for article in story.articles]
    asked = [word for word in dict.fromkeys(_WORD.findall(text)) if len(word) >= _LEAST]
    unknown = [
        word
        for word in asked
        if is_content(word.casefold())
        and word.title() not in _DAYS
        and not any(word.casefold() in one for one in whole)
    ]
    if not unknown:
        return ()
    spellings = Counter(chain.from_iterable(_WORD.findall(s.text) for s in story.sentences))
    stems = by_start({stem(word.casefold()) for word in spellings})
    strange = [word for word in unknown if not forms(stem(word.casefold()), stems)]
    return tuple((word, near) for word in strange if (near := tuple(_near(word, spellings))))


def _near(word: str, spellings: Counter[str]) -> Iterator[str]:
    """Give the spellings nearest to a word, the nearest first; a name at its capital."""
    from difflib import SequenceMatcher

    own = word.casefold()
    matcher = SequenceMatcher(b=own, autojunk=False)
    found: dict[str, tuple[float, int, str]] = {}
    for spelling, count in spellings.items():
        other = spelling.casefold()
        named = spelling[:1].isupper() and other not in spellings and other[0] == own[0]
        least = _NAME if named else _OTHER
        matcher.set_seq1(other)
        if len(other) < _LEAST or min(matcher.real_quick_ratio(), matcher.quick_ratio()) < least:
            continue
        if (alike := matcher.ratio()) >= least:
            rank = (-alike, -count, spelling)
            found[other] = min(rank, found.get(other, rank))
    for *_, spelling in sorted(found.values())[:_SHOWN]:
        yield spelling


def noted(text: str, story: Story) -> str:
    """Return what to say of the misspelled words of a focus, a sentence, or nothing."""
    return " ".join(
        f"No article has “{word}” of --focus; did you mean {_listed(near)}?"
        for word, near in misspelled(text, story)
    )


def _listed(near: Sequence[str]) -> str:
    return " or ".join(f"“{word}”" for word in near)
