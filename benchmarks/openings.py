"""How a brief opens: what its first sentence has in common with how people begin.

    python benchmarks/openings.py DATASET.jsonl --words 250

Of each topic, the first sentence of the brief is held against the first forty words of each
reference (ROUGE F, stemmed, mean over references), for people begin with the event. Beside it are
the sentence of the brief with the highest rank, and the one that would have scored best.
"""

from __future__ import annotations

import argparse

from summarize.cache import CachedEncoder, default_path
from summarize.errors import NothingToSummarizeError
from summarize.evaluate.dataset import dataset
from summarize.evaluate.scores import rouge
from summarize.models import load
from summarize.pipeline import summarize
from summarize.settings import DEFAULT_MODEL, Settings

BEGINNING = 40  # words of a reference
KINDS = ("rouge1", "rouge2")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("dataset")
    parser.add_argument("--words", type=int, default=250)
    given = parser.parse_args()
    encoder = CachedEncoder(load(DEFAULT_MODEL), default_path())
    found: dict[str, list[tuple[float, ...]]] = {"brief": [], "rank": [], "best": []}
    for topic in dataset(given.dataset).topics:
        begun = [" ".join(text.split()[:BEGINNING]) for text in topic.references]
        try:
            brief = summarize(topic.reading, Settings(words=given.words), encoder)
        except NothingToSummarizeError:
            continue
        scores = [_scored(begun, pick.sentence.text) for pick in brief.picks]
        ranks = [pick.score for pick in brief.picks]
        found["brief"].append(scores[0])
        found["rank"].append(scores[ranks.index(max(ranks))])
        found["best"].append(max(scores))
    print(f"{given.dataset}, {given.words} words, {len(found['brief'])} topics: {', '.join(KINDS)}")
    for name, rows in found.items():
        means = (100 * sum(column) / len(rows) for column in zip(*rows, strict=True))
        print(f"{name:6}", *(f"{mean:6.2f}" for mean in means))


def _scored(references: list[str], text: str) -> tuple[float, ...]:
    scores = rouge(references, [text])["stemmed"]
    return tuple(scores[kind].f for kind in KINDS)


if __name__ == "__main__":
    main()
