"""trace: which articles are one voice, because they carry the same wire story.

Copied, trimmed, respelled, extended or reordered wire copy shares long runs of words with its
origin; independent reports of one event share names and quotations, so quotations do not count.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from summarize.records import Voice
from summarize.text.terms import fold, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.records import Article, Sentence

# Share of the shorter article's five-word runs that the other has too. Measured on the seeds
# (copies 0.43 and more, others 0.04 at most), on newswcl50 (different outlets: 0.08 at most) and
# allsides (only true copies above 0.3), 2026-11.
SAME_VOICE = 0.3
LEAST_SHARED = 12  # shared runs, so that a stock phrase in a very short text joins nothing
RUN = 5  # words
_BUCKET = 8  # articles remembered for a run: enough to join a copy, and linear in the articles

_QUOTATION = re.compile(r"“[^”]{0,2000}”|\"[^\"]{0,2000}\"|«[^»]{0,2000}»")


def trace(articles: Sequence[Article], sentences: Sequence[Sentence]) -> tuple[Voice, ...]:
    """Return the voices: every article in exactly one, lettered in the order of the articles."""
    runs = _runs_of(articles, sentences)
    parents = list(range(len(articles)))
    for one, other in _overlapping(runs):
        parents[_root(parents, one)] = _root(parents, other)
    groups: dict[int, list[int]] = defaultdict(list)
    for number in range(len(articles)):
        groups[_root(parents, number)].append(number)
    ordered = sorted(groups.values())
    return tuple(
        Voice(_letters(index), _name([articles[number] for number in group]), tuple(group))
        for index, group in enumerate(ordered)
    )


def _runs_of(articles: Sequence[Article], sentences: Sequence[Sentence]) -> list[set[int]]:
    words: list[list[str]] = [[] for _ in articles]
    for sentence in sentences:
        parts = _QUOTATION.sub(" | ", sentence.text).split("|")
        for part in parts:
            words[sentence.span.article] += [fold(word) for word in tokens(part)]
            if part is not parts[-1]:
                words[sentence.span.article].append("|")  # no run reaches across a quotation
    return [
        {
            hash(run)
            for run in zip(*(row[shift:] for shift in range(RUN)), strict=False)
            if "|" not in run
        }
        for row in words
    ]


def _overlapping(runs: Sequence[set[int]]) -> Iterator[tuple[int, int]]:
    index: dict[int, list[int]] = defaultdict(list)
    for number, own in enumerate(runs):
        shared: Counter[int] = Counter()
        for run in own:
            shared.update(index[run])
            if len(index[run]) < _BUCKET:
                index[run].append(number)
        for other, count in shared.items():
            smaller = min(len(own), len(runs[other]))
            if count >= min(LEAST_SHARED, smaller) and count >= SAME_VOICE * smaller:
                yield other, number


def _root(parents: list[int], number: int) -> int:
    while parents[number] != number:
        parents[number] = parents[parents[number]]
        number = parents[number]
    return number


def _letters(index: int) -> str:
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _name(articles: Sequence[Article]) -> str:
    """Return the agency most of the articles credit, else their outlet, site or file."""
    for field in ("wire", "outlet"):
        given = (getattr(article, field) for article in articles)
        named: Counter[str] = Counter(value for value in given if value)
        if named:
            most = max(named.values())
            return min(name for name, count in named.items() if count == most)
    return min(_place(article) for article in articles)


def _place(article: Article) -> str:
    host = urlsplit(article.url or "").hostname
    return host or PurePath(article.path).name or "an unnamed source"
