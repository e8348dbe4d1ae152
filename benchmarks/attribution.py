"""How well sources are found and named, on a file in PolNeAR's layout.

    python benchmarks/attribution.py polnear-dev.jsonl

Detection asks for each sentence whether it names a source: the gold does where a source span
touches the sentence. Naming asks besides that the head of the gold source (of any gold source of
the sentence; strictly, of the one with the most content there) is among the words found in the
sentence. Sentences are ours, paragraph by paragraph. What `attribute` then adds, quotations
carried on and pronouns resolved, has no gold there and is only counted. Intervals are 95 %, from
1000 bootstrap samples of articles.
"""

from __future__ import annotations

import json
import re
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from summarize.attribute import attribute
from summarize.records import Article, Embedded, Span, Story
from summarize.segment import segment
from summarize.speakers import named_source
from summarize.text.attribution.claimants import is_pronoun
from summarize.text.attribution.clues import left_open
from summarize.text.typography import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from summarize.records import Sentence

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_HEAD = re.compile(
    r"\s*(?:,|\(|–|—)\s*|\s+(?:of|who|that|which|in|at|for|from|with|on|to|by|about|behalf)\s+"
)
SAMPLES = 1000


def head(words: str) -> str:
    """Return the head of a source, lower case: the last word before a comma or a preposition."""
    found = tokens(_HEAD.split(words.strip())[0]) or tokens(words)
    return found[-1] if found else words.lower()


def tokens(words: str) -> list[str]:
    """Return lower-case words without possessives and final dots."""
    found = re.findall(r"[\w'’.-]+", words.lower())
    return [re.sub(r"[’']s?$", "", word).strip(".") for word in found]


def read(row: Mapping[str, Any]) -> Story:
    """Return an article as a story of its own, split into our sentences."""
    article = Article(row["id"], plain(row["text"]))
    kept = [Span(0, match.start(), match.end()) for match in _LINE.finditer(article.text)]
    nothing = Embedded((), np.zeros((0, 1), np.float32))
    return Story((article,), segment((article,), kept), (), nothing, ())


def explicit(sentences: tuple[Sentence, ...]) -> Iterator[str | None]:
    """Give for each sentence the words in it that name its source."""
    seen, inside = -1, False
    for sentence in sentences:
        opens = sentence.paragraph != seen
        quoted = inside and not opens
        seen, inside = sentence.paragraph, left_open(sentence.text, quoted=quoted)
        place = named_source(sentence.text, quoted=quoted, opens=opens)
        yield sentence.text[slice(*place)] if place else None


def gold(sentence: Sentence, row: Mapping[str, Any]) -> list[str]:
    """Return the sources that a sentence names, the one with the most content in it first."""
    begin, end = sentence.span.start, sentence.span.end
    found = []
    for one in row["attributions"]:
        for span in one["source"]:
            if span["start"] < end and begin < span["end"]:
                width = sum(
                    max(0, min(s["end"], end) - max(s["start"], begin)) for s in one["content"]
                )
                words = row["text"][max(begin, span["start"]) : min(end, span["end"])]
                found.append((width, words))
                break
    return [words for _, words in sorted(found, key=lambda pair: -pair[0])]


def counts(row: Mapping[str, Any]) -> tuple[list[int], list[int]]:
    """Return found, ours, gold, named and strictly named; then sentences and what was resolved."""
    story = read(row)
    own = list(explicit(story.sentences))
    told = attribute(story.sentences, story)
    score = [0] * 5
    extra = [len(own), 0, 0, 0]
    for sentence, name, full in zip(story.sentences, own, told, strict=True):
        right = gold(sentence, row)
        score[1] += name is not None
        score[2] += bool(right)
        extra[1] += full is not None
        extra[2] += full is not None and name is None
        extra[3] += full is not None and is_pronoun(full)
        if name is not None and right:
            words = set(tokens(name))
            score[0] += 1
            score[3] += any(head(one) in words for one in right)
            score[4] += head(right[0]) in words
    return score, extra


def figures(table: Any) -> list[Any]:
    """Return precision, recall and F1 of detection and F1, lenient and strict, of naming."""
    both, ours, right, named, strict = np.moveaxis(table, -1, 0)
    every = np.maximum(ours + right, 1)
    share = [both / np.maximum(ours, 1), both / np.maximum(right, 1)]
    share += [named / np.maximum(ours, 1), named / np.maximum(right, 1)]
    order = [share[0], share[1], 2 * both / every, share[2], share[3], 2 * named / every]
    return [*order, 2 * strict / every]


def main() -> None:
    """Print the figures for the file named."""
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    start = time.perf_counter()
    rows = [counts(json.loads(line)) for line in lines]
    spent = time.perf_counter() - start
    table = np.array([score for score, _ in rows], dtype=float)
    extra = np.array([extra for _, extra in rows]).sum(axis=0)
    drawn = np.random.default_rng(0).integers(0, len(rows), (SAMPLES, len(rows)))
    low, high = np.percentile(np.array(figures(table[drawn].sum(axis=1))), (2.5, 97.5), axis=1)
    names = (
        *("detected: precision", "detected: recall", "detected: F1"),
        *("named: precision", "named: recall", "named: F1", "named strictly: F1"),
    )
    for name, value, least, most in zip(names, figures(table.sum(axis=0)), low, high, strict=True):
        print(f"{name:<20} {value:.3f}  ({least:.3f} to {most:.3f})")
    print(
        f"{len(rows)} articles, {extra[0]} sentences, {1000 * spent / extra[0]:.2f} ms each; "
        f"attributed {extra[1]}, of them {extra[2]} carried on; left as pronouns {extra[3]}"
    )


if __name__ == "__main__":
    main()
