"""Measure briefs in other languages: ROUGE without stemming, ours beside the baselines.

    python benchmarks/languages.py DATASET.jsonl… --words 250

Words are cut by Unicode where a topic is not in English, as `summarize evaluate` does.
"""

from __future__ import annotations

import argparse
from statistics import fmean

from summarize.evaluate.dataset import dataset
from summarize.evaluate.judge import Plan, evaluate
from summarize.models import load
from summarize.settings import DEFAULT_MODEL

SHOWN = ("summarize", "lead", "random", "centroid", "lexrank", "oracle")


def main() -> None:
    """Print a table, a row for each dataset and a column for each system: R-2, R-1 in brackets."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("datasets", nargs="+")
    parser.add_argument("--words", type=int, default=250)
    parser.add_argument("--model", default=DEFAULT_MODEL)
    asked = parser.parse_args()
    encoder = load(asked.model)
    print("| F, unstemmed: R-2 (R-1) | " + " | ".join(SHOWN) + " |")
    print("| --- |" + " ---: |" * len(SHOWN))
    signatures = []
    for name in asked.datasets:
        run = evaluate(dataset(name), Plan(words=asked.words, model=asked.model), encoder)
        cells = []
        for system in SHOWN:
            two, one = (
                100 * fmean(run.values(system, metric, "unstemmed"))
                for metric in ("rouge2", "rouge1")
            )
            cells.append(f"{two:.2f} ({one:.2f})")
        print(f"| {run.dataset} | " + " | ".join(cells) + " |", flush=True)
        signatures.append(run.signature)
    print("\n" + "\n".join(f"`{signature}`" for signature in signatures))


if __name__ == "__main__":
    main()
