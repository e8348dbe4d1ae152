"""fold: near-copies of one sentence, by words alone, become one statement.

A voice says a thing once, however many articles carry it. Folding before embedding keeps a copy
from changing any vector, rank or count, and spares the encoder all repeats.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from summarize import counted
from summarize.parallel import each
from summarize.records import Statement
from summarize.text.terms import content
from summarize.versions import CROWD, SAME_WORDS, Printed, fits, gathered, repeats

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.records import Article, Sentence, Voice

FULLER = 3  # content words by which one version must exceed another to be the fuller
ODD = 0.1  # share of a crowd's versions; of less, and of one, a word is an editor's or an error
HANDY = 40  # words; a longer version stands for all only where there is no shorter one


def fold(
    articles: Sequence[Article], sentences: Sequence[Sentence], voices: Sequence[Voice]
) -> tuple[Statement, ...]:
    """Return the statements: every sentence is a copy in exactly one, in order of first copy.

    Only sentences of one voice are folded, and only if they agree in numbers and negations. The
    version that stands for all is the fullest of up to 40 words; among versions about as full,
    the one most articles print, then the earliest dated, then the first by path. Of five versions
    and more, what hardly any but one has counts against that one.
    """
    voice_of = {number: voice.id for voice in voices for number in voice.articles}
    said: dict[str, list[int]] = defaultdict(list)
    for number, sentence in enumerate(sentences):
        said[voice_of[sentence.span.article]].append(number)
    whole = [[_printed(sentences[number], articles) for number in own] for own in said.values()]
    sizes = [sum(len(printed.text) for printed in own) for own in whole]
    statements = [
        Statement(own[standing], tuple([own[copy] for copy in copies]))
        for own, folded in zip(said.values(), each(_folded, whole, sizes), strict=True)
        for standing, copies in folded
    ]
    return tuple(sorted(statements, key=lambda statement: statement.copies))


def _printed(sentence: Sentence, articles: Sequence[Article]) -> Printed:
    article = articles[sentence.span.article]
    where = sentence.span.article, sentence.position
    return Printed(sentence.text, *where, article.date or "9999", article.path)


def _folded(said: Sequence[Printed]) -> list[tuple[int, list[int]]]:
    """Return the statements of a voice: of each the version that stands for it, and all."""
    words = [frozenset(content(printed.text)) for printed in said]
    groups = _copies(said, words)
    return [(_fullest(copies, said, words), sorted(copies)) for copies in groups]


def _copies(sentences: Sequence[Printed], words: Sequence[frozenset[str]]) -> list[list[int]]:
    """Group a voice's sentences: the longest first, each joins the version it repeats best."""
    counts = Counter(chain.from_iterable(words))
    # The rarest first, and of words as rare the first by the alphabet.
    order = {word: at for at, word in enumerate(sorted(sorted(counts), key=counts.__getitem__))}
    groups: dict[int, list[int]] = {}
    index: dict[str, list[int]] = defaultdict(list)
    for number in sorted(range(len(sentences)), key=lambda i: (-len(words[i]), sentences[i].text)):
        own, text = words[number], sentences[number].text
        # If 80 % of the words are shared, so is one of any 20 % and one more: look up the rarest.
        probes = sorted(own, key=order.__getitem__)
        probes = probes[: len(own) - math.ceil(SAME_WORDS * len(own)) + 1]
        found = {other for probe in probes for other in index[probe]}
        # The most alike first: to ask of two versions what they give takes longer than to sort.
        alike = sorted(
            (other for other in found if repeats(own, words[other])),
            key=lambda other: (-len(own & words[other]), sentences[other].text, other),
        )
        leader = next((other for other in alike if fits(text, sentences[other].text)), None)
        if leader is not None:
            groups[leader].append(number)
            continue
        groups[number] = [number]
        for word in own or {text}:
            index[word].append(number)
    return gathered(groups, sentences, words)


def _fullest(
    copies: Sequence[int], said: Sequence[Printed], words: Sequence[frozenset[str]]
) -> int:
    """Return the copy that stands for all of them, as `fold` tells."""
    if len(copies) == 1:
        return copies[0]
    handy = [c for c in copies if counted.span(said[c].text) <= HANDY] or [
        min(copies, key=lambda c: (counted.span(said[c].text), said[c].text))
    ]
    odd = _odd(copies, words)
    sizes = {copy: len(words[copy] - odd) for copy in handy}
    most = max(sizes.values())
    full = [copy for copy in handy if sizes[copy] > most - FULLER]
    printed = Counter(said[copy].text for copy in full)

    def preference(copy: int) -> tuple[int, int, str, str, str, int]:
        text, _, position, date, path = said[copy]
        return len(words[copy] & odd), -printed[text], date, path, text, position

    return min(full, key=preference)


def _odd(copies: Sequence[int], words: Sequence[frozenset[str]]) -> frozenset[str]:
    """Return the words of a crowd's versions that hardly any but one has: they make none fuller."""
    if len(copies) < CROWD:
        return frozenset()
    counts = Counter(chain.from_iterable(words[copy] for copy in copies))
    least = max(2.0, ODD * len(copies))
    return frozenset(word for word, count in counts.items() if count < least)
