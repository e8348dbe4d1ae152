"""group: a mixed pile of articles becomes one topic per event.

Copies of one wire story go together; beyond that, text, names, numbers and dates decide.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from summarize.events.portrait import Portraits
    from summarize.records import Article, Encoder, Sentence

    Watch = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, by the headline of its most typical report, and the articles that tell it.

    Numbers are those of the articles given, sorted.
    """

    title: str
    articles: tuple[int, ...]


def group(
    articles: Sequence[Article], encoder: Encoder, watch: Watch | None = None
) -> tuple[Event, ...]:
    """Return the events: every article in exactly one, the most reported events first.

    An article like no other is an event by itself. The order of the articles does not matter.
    `watch` is told each stage's name as it starts, and of embedding how much of how much is done.
    """
    from summarize.languages import main_language, suited, told
    from summarize.text.tongues.force import speaking

    articles = told(articles)
    with speaking(main_language(articles)):
        return _grouped(articles, suited(encoder), watch)


def _grouped(
    articles: Sequence[Article], encoder: Encoder, watch: Watch | None
) -> tuple[Event, ...]:
    """Return the events of articles whose language is in force."""
    from summarize.clean import clean
    from summarize.events.merge import merge
    from summarize.events.portrait import portray
    from summarize.segment import segment
    from summarize.text.typography import plainly

    if not articles:
        return ()
    tell = watch or _silent
    order = sorted(range(len(articles)), key=lambda number: _key(articles[number]))
    pile = plainly(articles[number] for number in order)
    tell("clean", 0, 0)
    cleaned = clean(pile)
    tell("segment", 0, 0)
    sentences = segment(pile, cleaned.kept)
    tell("trace", 0, 0)
    together = _copies(pile, sentences)
    pieces = _pieces(pile, sentences)
    tell("embed", 0, 0)
    portraits = portray(
        pieces, [_day(article) for article in pile], encoder, partial(tell, "embed")
    )
    tell("group", 0, 0)
    members = defaultdict(list)
    for number, event in enumerate(merge(portraits, together).tolist()):
        members[event].append(number)
    found = [
        Event(_title(portraits, pieces, pile, own), tuple(sorted(order[number] for number in own)))
        for own in members.values()
    ]
    return tuple(sorted(found, key=lambda event: _rank(event, articles)))


def _key(article: Article) -> tuple[str, ...]:
    facts = (article.title, article.date, article.outlet, article.wire, article.url)
    return (article.text, *(fact or "" for fact in facts), article.path)


def _copies(pile: Sequence[Article], sentences: Sequence[Sentence]) -> list[int]:
    """Return a number for each article, the same for copies of one another.

    Texts too short to be traced are copies if they are the same.
    """
    from summarize.trace import trace

    numbers = [0] * len(pile)
    same: dict[str, int] = {}
    for voice in trace(pile, sentences):
        texts = [" ".join(pile[number].text.split()) for number in voice.articles]
        known = min((same[text] for text in texts if text in same), default=len(set(same.values())))
        same.update(dict.fromkeys(texts, known))
        for number in voice.articles:
            numbers[number] = known
    return numbers


def _pieces(pile: Sequence[Article], sentences: Sequence[Sentence]) -> list[list[str]]:
    """Return the headline, if any, and the sentences of each article."""
    told: list[list[str]] = [[article.title] if article.title else [] for article in pile]
    for sentence in sentences:
        told[sentence.span.article].append(sentence.text)
    return [own or [article.text] for own, article in zip(told, pile, strict=True)]


def _day(article: Article) -> int | None:
    from summarize.text.values.absolute import published

    day = published(article.date)
    return day.toordinal() if day else None


def _title(
    portraits: Portraits,
    pieces: Sequence[Sequence[str]],
    pile: Sequence[Article],
    own: Sequence[int],
) -> str:
    """Return the headline of the most typical article, or its first sentence if none has one."""
    from summarize.events.affinity import GIST, NAMES

    gist, names = portraits.gist[own], portraits.names[own]
    alike = GIST * gist @ gist.sum(axis=0) + NAMES * (names @ names.sum(axis=0))
    best = min(
        range(len(own)), key=lambda n: (not pile[own[n]].title, -round(float(alike[n]), 6), n)
    )
    return pieces[own[best]][0]


def _rank(event: Event, articles: Sequence[Article]) -> tuple[object, ...]:
    own = [articles[number] for number in event.articles]
    dates = [article.date for article in own if article.date]
    return -len(own), min(dates, default="9999"), event.title, min(map(_key, own))


def _silent(stage: str, done: int, total: int) -> None:
    """Tell nobody."""
