"""How well a mixed pile is sorted into events, beside clusterings of article embeddings.

    python benchmarks/events.py ARTICLES.jsonl [--gold subtopic] [--cache FOLDER] [--fit]

The file has an article a line with its event in the field `--gold` and, where it has one, a wider
`topic`; or a topic a line, which then is the event of its documents. The topics, sorted, are dealt
to two halves. Each baseline is tuned on one half (the grid is below) and judged on both, once for
either half; ours has the constants it ships with. Printed are B-cubed precision, recall and F1 and
the adjusted Rand index. Baselines see one vector an article: of its headline and text as far as
the model reads, or the mean of its first six sentences, whichever is better on the tuning half.
`--fit` prints instead the log-odds that a logistic regression finds on each half.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from sklearn.cluster import HDBSCAN, AgglomerativeClustering
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import adjusted_rand_score

from summarize.cache import CachedEncoder, default_path
from summarize.clean import clean
from summarize.events.portrait import portray
from summarize.group import group
from summarize.models import load
from summarize.records import Article
from summarize.segment import segment
from summarize.settings import DEFAULT_MODEL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from summarize.records import Encoder

    Method = Callable[[Any], Sequence[int]]

CUTS = np.arange(0.10, 0.96, 0.02)


def read(path: str, gold: str) -> tuple[list[Article], list[str], list[str]]:
    """Return the articles of a file, the event of each, and its wider topic."""
    articles, events, topics = [], [], []
    for line in Path(path).read_text("utf-8").splitlines():
        row = json.loads(line)
        for item in row.get("documents", [row]):
            facts = {"title": item.get("title"), "date": item.get("date")}
            name = f"{row['id']}/{item['id']}"
            articles.append(Article(name, item["text"], outlet=item.get("source"), **facts))
            events.append(str(row["id"] if "documents" in row else row.get(gold, row["topic"])))
            topics.append(str(row.get("topic", row["id"])).rjust(9))
    return articles, events, topics


def bcubed(gold: Sequence[str], found: Sequence[int]) -> tuple[float, float, float]:
    """Return B-cubed precision, recall and F1 (Bagga and Baldwin 1998)."""
    both, own, true = Counter(zip(gold, found, strict=True)), Counter(found), Counter(gold)
    precision = sum(n * n / own[event] for (_, event), n in both.items()) / len(gold)
    recall = sum(n * n / true[event] for (event, _), n in both.items()) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def ours(articles: Sequence[Article], encoder: Encoder) -> list[int]:
    """Return the number of each article's event as `summarize group` finds it."""
    numbers = [0] * len(articles)
    for number, event in enumerate(group(articles, encoder)):
        for article in event.articles:
            numbers[article] = number
    return numbers


def pieces(articles: Sequence[Article]) -> list[list[str]]:
    """Return the headline, if any, and the sentences of each article."""
    told = [[article.title] if article.title else [] for article in articles]
    for sentence in segment(articles, clean(articles).kept):
        told[sentence.span.article].append(sentence.text)
    return [own or [article.text] for own, article in zip(told, articles, strict=True)]


def vectors(articles: Sequence[Article], encoder: Encoder) -> dict[str, Any]:
    """Return the vectors that baselines see, by how they are made."""
    leads = [own[:6] for own in pieces(articles)]
    whole = encoder.encode([f"{a.title or ''}\n{a.text}"[:2000] for a in articles])
    means = np.stack([encoder.encode(lead).mean(axis=0) for lead in leads])
    return {"text": whole, "lead": means / np.linalg.norm(means, axis=1, keepdims=True)}


def methods() -> dict[str, list[Method]]:
    """Return the baselines, each with its grid of settings."""

    def cut(link: str, distance: float) -> Method:
        return lambda rows: AgglomerativeClustering(
            n_clusters=None, metric="cosine", linkage=link, distance_threshold=distance
        ).fit_predict(rows)

    def dense(size: int, least: int, how: str) -> Method:
        return lambda rows: alone(
            HDBSCAN(
                min_cluster_size=size,
                min_samples=least,
                cluster_selection_method=how,
                copy=True,
            ).fit_predict(rows)
        )

    grids = {
        f"agglomerative, {link}": [cut(link, float(distance)) for distance in CUTS]
        for link in ("average", "complete", "single")
    }
    grids["HDBSCAN"] = [
        dense(size, least, how)
        for size in (2, 3, 4, 5, 8)
        for least in (1, 2, 3, 5)
        for how in ("eom", "leaf")
    ]
    return grids


def alone(labels: Any) -> list[int]:
    """Return labels in which what HDBSCAN calls noise is an event by itself."""
    top = int(labels.max()) + 1
    return [int(label) if label >= 0 else top + n for n, label in enumerate(labels)]


def row(name: str, gold: Sequence[str], found: Sequence[int]) -> str:
    """Return a line of the table."""
    shown = "  ".join(f"{value:.3f}" for value in bcubed(gold, found))
    rand = adjusted_rand_score(gold, found)
    return f"{name:58} {shown}  {rand:.3f}  {len(set(found)):4} of {len(set(gold))}"


def compare(sets: dict[str, tuple[list[Article], list[str]]], encoder: Encoder) -> Iterator[str]:
    """Give the lines of the table: ours, then each baseline tuned on either half."""
    yield f"{'':58} {'P':5}  {'R':5}  {'F1':5}  {'ARI':5}  events"
    for half, (articles, gold) in sets.items():
        yield row(f"ours, on {half}", gold, ours(articles, encoder))
    seen = {half: vectors(articles, encoder) for half, (articles, _) in sets.items()}
    for name, grid in methods().items():
        for tuned in sets if len(sets) == 1 else list(sets)[:2]:
            _, best, kind = max(
                (bcubed(sets[tuned][1], list(method(seen[tuned][kind])))[2], number, kind)
                for kind in ("text", "lead")
                for number, method in enumerate(grid)
            )
            for half, (_, gold) in sets.items():
                label = f"{name} of {kind} tuned on {tuned}, on {half}"
                yield row(label, gold, list(grid[best](seen[half][kind])))


def fit(articles: Sequence[Article], gold: Sequence[str], encoder: Encoder) -> str:
    """Return the log-odds by cosine of gist and of names over all pairs of articles."""
    made = portray(pieces(articles), [None] * len(articles), encoder)
    one, other = np.triu_indices(len(articles), 1)
    gist = (made.gist @ made.gist.T)[one, other]
    names = (made.names @ made.names.T).toarray()[one, other]
    same = np.asarray(gold)[one] == np.asarray(gold)[other]
    found = LogisticRegression(C=10, max_iter=1000).fit(np.stack([gist, names], axis=1), same)
    weights = ", ".join(f"{value:.1f}" for value in (*found.coef_[0], found.intercept_[0]))
    return f"gist, names, bias: {weights}"


def main() -> None:
    """Read the file, deal its topics to two halves, and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file")
    parser.add_argument("--gold", default="subtopic")
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--fit", action="store_true")
    asked = parser.parse_args()
    articles, gold, topics = read(asked.file, asked.gold)
    cache = asked.cache / "vectors.sqlite3" if asked.cache else default_path()
    encoder = CachedEncoder(load(DEFAULT_MODEL), cache)
    order = sorted(set(topics))
    sets = {
        half: (
            [a for a, topic in zip(articles, topics, strict=True) if order.index(topic) % 2 == odd],
            [g for g, topic in zip(gold, topics, strict=True) if order.index(topic) % 2 == odd],
        )
        for odd, half in enumerate(("half 1", "half 2"))
    }
    if asked.fit:
        for half, (own, events) in sets.items():
            print(f"{half}: {fit(own, events, encoder)}")
        return
    sets["all"] = (articles, gold)
    for line in compare(sets if len(order) > 5 else {"all": sets["all"]}, encoder):
        print(line, flush=True)


if __name__ == "__main__":
    main()
