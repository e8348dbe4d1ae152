"""Stories made of sentences given outright, past reading, cleaning, tracing and folding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from small import SmallEncoder

from summarize.cluster import cluster
from summarize.records import Article, Embedded, Sentence, Span, Statement, Story, Voice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarize.records import Encoder


def story(
    articles: Sequence[Sequence[str]],
    *,
    voices: str = "",
    copies: Mapping[int, int] | None = None,
    known: Sequence[Article] = (),
    encoder: Encoder | None = None,
) -> Story:
    """Return the story of articles given as their sentences.

    `voices` letters the articles, by default each its own; `copies` says which sentence (counted
    through the story) is a copy of which; `known` gives titles and dates, its texts are replaced.
    """
    blank = [Article(f"{number:03}.txt", "") for number in range(len(articles))]
    made, sentences = [], []
    for number, (texts, about) in enumerate(zip(articles, known or blank, strict=True)):
        made.append(Article(about.path, " ".join(texts), title=about.title, date=about.date))
        at = 0
        for position, text in enumerate(texts):
            sentences.append(Sentence(Span(number, at, at + len(text)), text, position, position))
            at += len(text) + 1
    groups: dict[int, list[int]] = {}
    for number in range(len(sentences)):
        groups.setdefault((copies or {}).get(number, number), []).append(number)
    statements = tuple(Statement(first, tuple(group)) for first, group in groups.items())
    texts_ = [sentences[statement.sentence].text for statement in statements]
    embedded = Embedded(statements, (encoder or SmallEncoder()).encode(texts_))
    letters = voices or [f"{number:03}" for number in range(len(articles))]
    known_voices = tuple(
        Voice(letter, letter, tuple(n for n, own in enumerate(letters) if own == letter))
        for letter in sorted(set(letters))
    )
    clusters = cluster(sentences, embedded, known_voices)
    return Story(tuple(made), tuple(sentences), known_voices, embedded, clusters)
