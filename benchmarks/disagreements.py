"""Print all disagreements that are shown for the stories of a file, for a reader to judge.

    python benchmarks/disagreements.py DATASET.jsonl [--first N] [--by FIELD]

A line of the file is a topic with documents, or a document; `--by` names the field by which
documents are put together into stories. The share that is right is counted by reading.
"""

from __future__ import annotations

import argparse
import json
import textwrap
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarize.cache import CachedEncoder, default_path
from summarize.compare import compare
from summarize.errors import NothingToSummarizeError, SourceError
from summarize.models import load
from summarize.pipeline import understand
from summarize.read import read_topic
from summarize.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarize.records import Disagreement, Encoder, Story


def topics(path: Path, by: str | None) -> Iterator[dict[str, Any]]:
    """Give the topics of a file; documents of one value of `by` make one."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    together: dict[str, list[Any]] = {}
    for row in rows:
        if "documents" in row:
            yield row
        else:
            together.setdefault(str(row.get(by or "", "all")), []).append(row)
    for name, documents in together.items():
        yield {"id": name, "documents": documents}


def show(story: Story, found: tuple[Disagreement, ...]) -> None:
    """Print disagreements with the outlet and the day of each side."""
    for point in found:
        print(f"  [{point.kind}] {point.about}")
        for side in point.sides:
            article = story.articles[side.span.article]
            where = f"{article.outlet or article.path}, {article.date or 'no date'}"
            line = f"{side.value} | {' '.join(side.text.split())} [{where}]"
            print(textwrap.fill(line, 110, initial_indent="    - ", subsequent_indent="      "))
        print()


def understood(topic: dict[str, Any], file: str, encoder: Encoder) -> Story | None:
    """Return the story of a topic, None where nothing is left of it."""
    try:
        return understand(read_topic(json.dumps(topic), file), encoder)[0]
    except (NothingToSummarizeError, SourceError):
        return None


def main() -> None:
    """Print what is shown for each story, and how many there are in how much time."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("dataset", type=Path)
    parser.add_argument("--first", type=int, default=None, help="stories to look at")
    parser.add_argument("--by", help="field by which documents make stories")
    asked = parser.parse_args()
    encoder = CachedEncoder(load(Settings().model), default_path())
    stories = shown = sentences = 0
    seconds = 0.0
    for topic in list(topics(asked.dataset, asked.by))[: asked.first]:
        story = understood(topic, asked.dataset.name, encoder)
        if story is None:
            continue
        start = time.perf_counter()
        found = compare(story)
        seconds += time.perf_counter() - start
        stories, shown = stories + 1, shown + len(found)
        sentences += len(story.embedded.statements)
        if found:
            print(f"{topic['id']}: {len(story.articles)} articles, {len(story.voices)} voices")
            show(story, found)
    print(
        f"{shown} disagreements in {stories} stories of {sentences} statements; "
        f"comparing took {seconds:.1f} s"
    )


if __name__ == "__main__":
    main()
