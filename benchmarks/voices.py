"""How well copies of one wire story are told from independent reports, whatever a desk did to them.

    python benchmarks/voices.py TOPICS.jsonl… [--copies benchmarks/voices.toml] [--seed 0] [--pairs]
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
printed to read. With `--pairs`, recall is told for each two edits, and wrong joins besides; a
version with several edits counts for each of them. `--half even` or `odd` asks every second topic.
"""

from __future__ import annotations

import argparse
import tomllib
from collections import Counter, defaultdict
from itertools import combinations, product
from pathlib import Path
from typing import TYPE_CHECKING

from piles import Piles, topics

from summarize.clean import clean
from summarize.segment import segment
from summarize.trace import trace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from piles import Topic, Version

    from summarize.records import Article


def voices(articles: Sequence[Article]) -> list[int]:
    """Return the number of each article's voice."""
    numbers = [0] * len(articles)
    for index, voice in enumerate(trace(articles, segment(articles, clean(articles).kept))):
        for number in voice.articles:
            numbers[number] = index
    return numbers


def judge(pile: Sequence[Version], found: Sequence[int]) -> Counter[str]:
    """Count the pairs of a pile: joined rightly or wrongly, missed, and kept apart rightly.

    A page of two stories is expected in the voice in which it finds most of their other pages.
    """
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


def by_edits(pile: Sequence[Version], found: Sequence[int]) -> Counter[tuple[str, str, str]]:
    """Count the pairs of a pile by what was done to the one and to the other."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for one, other in combinations(range(len(pile)), 2):
        same, both = found[one] == found[other], pile[one].origins & pile[other].origins
        single = len(pile[one].origins) == len(pile[other].origins) == 1
        if same != bool(both) and (same or single):
            outcome = "wrong" if same else "missed"
        elif same and single:
            outcome = "right"
        else:
            continue
        edits = product(pile[one].edits or ("as it was",), pile[other].edits or ("as it was",))
        for first, second in {(min(pair), max(pair)) for pair in edits}:
            counts[first, second, outcome] += 1
    return counts


def table(counts: Counter[tuple[str, str, str]]) -> None:
    """Print recall for each two edits, from the worst, with what was missed and joined wrongly."""
    pairs = {(one, other) for one, other, _ in counts}

    def recall(pair: tuple[str, str]) -> float:
        right, missed = counts[*pair, "right"], counts[*pair, "missed"]
        return right / (right + missed) if right + missed else 1.0

    print(f"\n{'':24}recall  right missed  wrong")
    for pair in sorted(pairs, key=lambda pair: (recall(pair), pair)):
        right, missed, wrong = (counts[*pair, name] for name in ("right", "missed", "wrong"))
        print(f"{' + '.join(pair):24}{recall(pair):.4f} {right:6} {missed:6} {wrong:6}")


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
    parser.add_argument("--half", choices=["even", "odd"], help="only every second topic")
    parser.add_argument("--pairs", action="store_true", help="recall for each two edits besides")
    parser.add_argument("--unedited", action="store_true")
    asked = parser.parse_args()
    total: dict[str, Counter[str]] = defaultdict(Counter)
    pairs: Counter[tuple[str, str, str]] = Counter()
    for topic, others in chosen(asked):
        if asked.unedited:
            unedited(topic)
            continue
        for kind, pile in Piles(topic, others, asked.seed).all():
            found = voices([version.article for version in pile])
            total[kind] += judge(pile, found)
            pairs += by_edits(pile, found)
    if total:
        print(f"{'':16}precision  recall    right  wrong missed   apart")
        total["overall"] = sum(total.values(), Counter())
        for kind, counts in total.items():
            print(f"{kind:16}   {report(counts)}")
    if asked.pairs:
        table(pairs)


def chosen(asked: argparse.Namespace) -> Iterator[tuple[Topic, list[Topic]]]:
    """Give the topics that are asked for, each with others that spare text is taken from."""
    known = tomllib.loads(asked.copies.read_text("utf-8")) if asked.copies else {}
    for path in asked.files:
        found = topics(path, known.get(path.stem, {}))
        for number, topic in enumerate(found[: asked.limit]):
            if asked.half is None or number % 2 == ("even", "odd").index(asked.half):
                steps = range(1, min(9, len(found)))
                yield topic, [found[(number + step) % len(found)] for step in steps]


if __name__ == "__main__":
    main()
