"""trace: which articles are one voice, because they carry the same wire story.

Copied, trimmed, respelled, extended or reordered wire copy shares long runs of words with its
origin; independent reports of one event share names and quotations, so quotations do not count.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain, groupby, product
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from summarize.records import Voice
from summarize.text.copies import Words, parts, shared_runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.records import Article, Sentence

    Totals = dict[tuple[int, int], float]  # how alike pairs of ranks are, the longer first

LEAST_SHARED = 12  # runs, so that a stock phrase in a very short text joins nothing
# What articles of one voice share at least, and in how many of two groups' pairs. A page made of
# two stories would else join them: each is alike to it, but they are not to each other.
RELATED = 0.3
RELATED_PAIRS = 0.8
# More than half of each in the other: no page of two stories is that. Then fragments of less than
# half a group's longest, which may come from another end of the story, are not asked.
SURE = 1.25
FRAGMENT = 0.5
_BUCKET = 8  # articles remembered for a run: enough to find a copy, and linear in the articles
_NEAREST = 6  # articles that one is compared with
_WITNESSES = 5  # articles that speak for a voice


def trace(articles: Sequence[Article], sentences: Sequence[Sentence]) -> tuple[Voice, ...]:
    """Return the voices: every article in exactly one, lettered in the order of the articles.

    A page made of two stories is of the voice that it has most of, and joins nothing else to it.
    """
    words = _words(articles, sentences)
    order = sorted(
        range(len(articles)),
        key=lambda n: (-words[n].size, articles[n].text, articles[n].path),
    )
    ranked = [words[number] for number in order]
    credits_ = [articles[number].wire for number in order]
    totals: Totals = {}
    groups = _joined(ranked, sorted(_links(ranked, credits_, totals)), totals)
    ordered = sorted(sorted(order[rank] for rank in group) for group in groups)
    return tuple(
        Voice(_letters(index), _name([articles[number] for number in group]), tuple(group))
        for index, group in enumerate(ordered)
    )


def _words(articles: Sequence[Article], sentences: Sequence[Sentence]) -> list[Words]:
    """Return each article's words, paragraph by paragraph, since quotations end with theirs."""
    found = [Words(())] * len(articles)
    for article, own in groupby(sentences, key=lambda s: s.span.article):
        paragraphs = (
            [sentence.text for sentence in part] for _, part in groupby(own, lambda s: s.paragraph)
        )
        found[article] = Words(chain.from_iterable(map(parts, paragraphs)))
    return found


class _Link(NamedTuple):
    """Two articles by their ranks; sorted, those most alike come first."""

    unlike: float  # less than 0
    one: int
    other: int


def _links(ranked: Sequence[Words], wires: Sequence[str | None], totals: Totals) -> Iterator[_Link]:
    """Give the pairs of which one is a copy of the other; `totals` get all that are looked at."""
    for rank, shared in enumerate(shared_runs(ranked, _BUCKET, LEAST_SHARED)):
        nearest = sorted(shared, key=lambda other: (-shared[other], other))[:_NEAREST]
        for other in nearest:
            alike = ranked[other].alike(ranked[rank])
            totals[other, rank] = alike.total
            credited = bool(wires[rank]) and wires[rank] == wires[other]
            if alike.copied(credited=credited):
                yield _Link(-alike.total, other, rank)


def _joined(ranked: Sequence[Words], links: Sequence[_Link], totals: Totals) -> list[list[int]]:
    """Return the voices as groups of ranks: the surest links first, and none over a bridge.

    Two groups become one if nearly all of their longest articles are related, each to each.
    """

    def related(one: int, other: int) -> bool:
        if (one, other) not in totals:
            totals[one, other] = ranked[one].alike(ranked[other]).total
        return totals[one, other] >= RELATED

    group_of = list(range(len(ranked)))
    members = {rank: [rank] for rank in group_of}
    longest = {rank: [rank] for rank in group_of}
    for unlike, one, other in links:
        large, small = sorted((group_of[one], group_of[other]), key=lambda g: -len(members[g]))
        if large == small:
            continue
        least = FRAGMENT if unlike <= -SURE else 0.0
        asked = (
            [rank for rank in ranks if ranked[rank].size >= least * ranked[ranks[0]].size]
            for ranks in (longest[large], longest[small])
        )
        pairs = [related(min(pair), max(pair)) for pair in product(*asked)]
        if sum(pairs) >= RELATED_PAIRS * len(pairs):
            longest[large] = sorted(longest[large] + longest[small])[:_WITNESSES]
            for rank in members[small]:
                group_of[rank] = large
            members[large] += members.pop(small)
    return list(members.values())


def _letters(index: int) -> str:
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _name(articles: Sequence[Article]) -> str:
    """Return the agency most of the articles credit, else their outlet, site or file.

    Of several as frequent, it is that of the earliest article, since copies come later.
    """
    for field in ("wire", "outlet"):
        given: list[tuple[str | None, str]] = [
            (getattr(article, field), article.date or "9999") for article in articles
        ]
        named = Counter(name for name, _ in given if name)
        if named:
            return min((-named[name], date, name) for name, date in given if name)[2]
    return min(_place(article) for article in articles)


def _place(article: Article) -> str:
    host = urlsplit(article.url or "").hostname
    return host or PurePath(article.path).name or "an unnamed source"
