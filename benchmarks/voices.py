"""How well copies of one wire story are told from independent reports, whatever a desk did to them.

    python benchmarks/voices.py TOPICS.jsonl… [--copies benchmarks/voices.toml] [--seed 0]
    python benchmarks/voices.py TOPICS.jsonl… --unedited

A topics file has a topic a line, or an article a line with its `topic`. Every topic becomes piles
of articles: the reports as they are, and beside them edited versions of each (`edits.py`), a pile
for each kind of edit, and piles in which any versions meet without their origin. All pairs within
a pile are asked: one voice? Printed are precision and recall over these pairs.

A page of two agencies is right in the voice of either, and wrong in a third or alone; that it
joins the two to each other is wrong, and every pair so joined counts. A page of its own text that
quotes two paragraphs, marked or not, is a voice of its own, and so are reports into which the same
passage of a release or sentences of a speech are put. `--copies` names a file that lists which
reports are copies of one another as they stand; with `--unedited`, what is joined as it stands is
printed to read.
"""

from __future__ import annotations

import argparse
import tomllib
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from piles import Piles, topics

from summarize.clean import clean
from summarize.segment import segment
from summarize.trace import trace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from piles import Topic, Version

    from summarize.records import Article


def voices(articles: Sequence[Article]) -> list[int]:
    """Return the number of each article's voice."""
    numbers = [0] * len(articles)
    for index, voice in enumerate(trace(articles, segment(articles, clean(articles).kept))):
        for number in voice.articles:
            numbers[number] = index
    return numbers


def judge(pile: Sequence[Version]) -> Counter[str]:
    """Count the pairs of a pile: joined rightly or wrongly, missed, and kept apart rightly.

    A page of two stories is expected in the voice in which it finds most of their other pages.
    """
    found = voices([version.article for version in pile])
    counts: Counter[str] = Counter()
    for one, other in combinations(range(len(pile)), 2):
        same, both = found[one] == found[other], pile[one].origins & pile[other].origins
        single = len(pile[one].origins) == len(pile[other].origins) == 1
        if same:
            counts["right" if both else "wrong"] += 1
        elif both and single:
            counts["missed"] += 1
        elif not both:
            counts["apart"] += 1
    for number, version in enumerate(pile):
        if len(version.origins) > 1:
            near = Counter(
                (origin, found[n] == found[number])
                for n, other in enumerate(pile)
                for origin in version.origins & other.origins
                if len(other.origins) == 1
            )
            misses = [near[o, False] for o in version.origins if near[o, True]]
            counts["missed"] += min(misses or [min(near[o, False] for o in version.origins)])
    return counts


def report(counts: Counter[str]) -> str:
    """Return precision, recall and the number of pairs in a line."""
    right, wrong, missed = counts["right"], counts["wrong"], counts["missed"]
    precision = f"{right / (right + wrong):.4f}" if right + wrong else "     –"
    recall = f"{right / (right + missed):.4f}" if right + missed else "     –"
    return f"{precision}  {recall}  {right:7} {wrong:6} {missed:6} {counts['apart']:7}"


def unedited(topic: Topic) -> None:
    """Print the reports of a topic that are one voice as they stand."""
    groups: dict[int, list[int]] = defaultdict(list)
    for number, voice in enumerate(voices(topic.articles)):
        groups[voice].append(number)
    for group in groups.values():
        if len(group) > 1:
            stories = {topic.stories[number] for number in group}
            outlets = ", ".join(f"{n} {topic.articles[n].outlet or ''}".strip() for n in group)
            print(f"{topic.id}: {outlets}{'' if len(stories) == 1 else '  (not known as copies)'}")


def main() -> None:
    """Print precision and recall for each kind of edit and overall, or what is joined unedited."""
    parser = argparse.ArgumentParser(description="Pairwise precision and recall of “one voice”.")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--copies", type=Path, help="TOML: file → topic → groups of copies")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--limit", type=int, help="only the first N topics of each file")
    parser.add_argument("--unedited", action="store_true")
    asked = parser.parse_args()
    known = tomllib.loads(asked.copies.read_text("utf-8")) if asked.copies else {}
    total: dict[str, Counter[str]] = defaultdict(Counter)
    for path in asked.files:
        found = topics(path, known.get(path.stem, {}))
        for number, topic in enumerate(found[: asked.limit]):
            if asked.unedited:
                unedited(topic)
                continue
            others = [found[(number + step) % len(found)] for step in range(1, min(9, len(found)))]
            for kind, pile in Piles(topic, others, asked.seed).all():
                total[kind] += judge(pile)
    if total:
        print(f"{'':16}precision  recall    right  wrong missed   apart")
        total["overall"] = sum(total.values(), Counter())
        for kind, counts in total.items():
            print(f"{kind:16}   {report(counts)}")


if __name__ == "__main__":
    main()
