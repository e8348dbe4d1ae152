"""Other people's extractive summarizers beside ours, on the sentences and lengths that ours gets.

    pip install -e '.[peers]'
    python benchmarks/peers.py DATASET.jsonl --words 250 [--limit N] [-o RUN.json]

Each peer is given the sentences as they are after cleaning and folding, so that none has to split
text or fight with menus. Where it ranks sentences, they are taken in its order as long as they fit;
where it chooses one after another, in that order. All settings are the peer's own defaults.
"""

from __future__ import annotations

import argparse
import re
from dataclasses import replace
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarize.cache import CachedEncoder, default_path
from summarize.evaluate.dataset import dataset
from summarize.evaluate.judge import Plan, evaluate
from summarize.evaluate.runs import as_data, summary
from summarize.models import load
from summarize.render.evaluation import overview, reading
from summarize.render.json import encode
from summarize.render.tables import markdown_tables
from summarize.settings import DEFAULT_MODEL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from summarize.evaluate.runs import Run
    from summarize.records import Story

    Peer = Callable[[Story, int], list[int]]

PACKAGES = ("sumy", "summa", "lexrank")


class Words:
    """A tokenizer for sumy that needs no downloaded data."""

    def to_words(self, text: str) -> tuple[str, ...]:
        """Return the words of a text."""
        return tuple(re.findall(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*", text))


def sumy(module: str, name: str, story: Story, words: int) -> list[int]:
    """Pick with one of sumy's summarizers."""
    from importlib import import_module

    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.nlp.stemmers import Stemmer
    from sumy.utils import get_stop_words

    texts = statements(story)
    tokenizer = Words()
    sentences = [Sentence(text, tokenizer) for text in texts]
    number_of = {id(sentence): number for number, sentence in enumerate(sentences)}
    summarizer = getattr(import_module(f"sumy.summarizers.{module}"), name)(Stemmer("english"))
    summarizer.stop_words = get_stop_words("english")
    taken: list[int] = []

    def fit(ranked: Sequence[Any]) -> Sequence[Any]:
        """Stand in for the number of sentences that sumy is asked for: what fits the budget."""
        taken.extend(fill((number_of[id(info.sentence)] for info in ranked), texts, words))
        return ranked[:0]

    summarizer(ObjectDocumentModel([Paragraph(sentences)]), fit)
    return taken


def summa(story: Story, words: int) -> list[int]:
    """Pick with summa's TextRank; past its front door, which splits sentences of its own."""
    from summa import summarizer
    from summa.pagerank_weighted import pagerank_weighted_scipy
    from summa.preprocessing import textcleaner

    texts = statements(story)
    textcleaner.init_textcleanner("english", None)
    units = textcleaner.merge_syntactic_units(texts, textcleaner.filter_words(texts))
    places = {id(unit): unit.index for unit in units}
    graph = summarizer._build_graph([unit.token for unit in units])
    summarizer._set_graph_edge_weights(graph)
    summarizer._remove_unreachable_nodes(graph)
    scores = pagerank_weighted_scipy(graph) if graph.nodes() else {}
    known = [unit for unit in units if unit.token in scores]
    known.sort(key=lambda unit: (-float(scores[unit.token]), places[id(unit)]))
    return fill((places[id(unit)] for unit in known), texts, words)


def lexrank(story: Story, words: int) -> list[int]:
    """Pick with the package lexrank, its idf from the topic's articles."""
    from lexrank import STOPWORDS, LexRank

    texts = statements(story)
    articles: list[list[str]] = [[] for _ in story.articles]
    for sentence in story.sentences:
        articles[sentence.span.article].append(sentence.text)
    ranker = LexRank([one for one in articles if one], stopwords=STOPWORDS["en"])
    scores = ranker.rank_sentences(texts, threshold=None, fast_power_method=True)
    order = sorted(range(len(texts)), key=lambda number: (-float(scores[number]), number))
    return fill(order, texts, words)


def statements(story: Story) -> list[str]:
    """Return the sentences that all systems choose from."""
    return [story.sentence(number).text for number in range(len(story.embedded.statements))]


def fill(order: Iterable[int], texts: Sequence[str], words: int) -> list[int]:
    """Return sentences in the order given, each that still fits."""
    taken = []
    for number in order:
        length = len(texts[number].split())
        if length <= words:
            taken.append(number)
            words -= length
    return taken


def peers() -> dict[str, Peer]:
    """Return the peers by the name they have in the table."""
    names = {
        "sumy LexRank": ("lex_rank", "LexRankSummarizer"),
        "sumy TextRank": ("text_rank", "TextRankSummarizer"),
        "sumy LSA": ("lsa", "LsaSummarizer"),
        "sumy Luhn": ("luhn", "LuhnSummarizer"),
        "sumy SumBasic": ("sum_basic", "SumBasicSummarizer"),
        "sumy KL": ("kl", "KLSummarizer"),
    }
    found: dict[str, Peer] = {name: partial(sumy, *where) for name, where in names.items()}
    return {**found, "summa TextRank": summa, "lexrank package": lexrank}


def main() -> None:
    """Print the table of a dataset."""
    parser = argparse.ArgumentParser(description="Other summarizers beside ours.")
    parser.add_argument("dataset")
    parser.add_argument("--words", type=int, help="default: the references' mean length")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("-o", "--output", type=Path, help="save the run as JSON")
    asked = parser.parse_args()
    encoder = CachedEncoder(load(DEFAULT_MODEL), default_path())
    plan = Plan(words=asked.words, seed=asked.seed)
    run = evaluate(dataset(asked.dataset, asked.limit), plan, encoder, peers=peers())
    versions = " ".join(f"{name}:{version(name)}" for name in PACKAGES)
    run = replace(run, signature=f"{run.signature} {versions}")
    if asked.output:
        asked.output.write_text(encode(as_data(run)), encoding="utf-8")
    print(table(run), end="")


def table(run: Run) -> str:
    """Return the scores of all systems and how their briefs read, as Markdown."""
    found = {name: summary(run, name) for name in run.systems}
    title = f"{run.dataset}: {len(run.topics)} topics"
    return markdown_tables(title, [overview(found), reading(found)], run.signature)


if __name__ == "__main__":
    main()
