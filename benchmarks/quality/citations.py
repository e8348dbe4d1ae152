"""How many citations are right, by reading the articles.

    python benchmarks/quality/citations.py                  the project's own topics
    python benchmarks/quality/citations.py --data FOLDER    the development sets as well
    … --wrong                                               with each wrong citation, to read

`citations.jsonl` has a sentence a line: where it stands (set, topic, article and characters), and
which other articles of the topic state it, which state its main part and lack something that would
be news of its own, and which do neither: read without sight of what the program cites. `drawn`
tells on which of them the constants of `windows.py` and `relatedness.py` were set ("first") and
which were labelled when these were settled ("second").

A citation is right if the article states the sentence, partly right if it states the main part.
What stands word for word in an article or its copies is not asked: there nothing can go wrong.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from summarize.cache import CachedEncoder, default_path
from summarize.errors import SummarizeError
from summarize.models import load
from summarize.pipeline import understand
from summarize.read import read_topic
from summarize.settings import DEFAULT_MODEL
from summarize.weighing.evidence import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summarize.records import Encoder, Story

HERE = Path(__file__).parent
LABELS = HERE / "citations.jsonl"
OWN = HERE / "topics.jsonl"


@dataclass(frozen=True, slots=True)
class Label:
    """A sentence of a topic, and what each of some other articles says of it."""

    set: str
    topic: str
    place: tuple[int, int, int]  # article, first character, the one after the last
    drawn: str
    says: Mapping[int, str]  # "states", "partly" or "not", by article


def labels() -> list[Label]:
    """Return all labelled sentences."""
    found = []
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        says = {n: kind for kind in ("states", "partly", "not") for n in row.get(kind, ())}
        place = row["article"], row["start"], row["end"]
        found.append(Label(row["set"], row["topic"], place, row["drawn"], says))
    return found


@dataclass(frozen=True, slots=True)
class Asked:
    """A sentence and an article: what it says of it, and whether it is cited."""

    label: Label
    article: int
    cited: bool
    text: str

    @property
    def says(self) -> str:
        """What the article says of the sentence."""
        return self.label.says[self.article]


def asked(file: Path, own: Sequence[Label], encoder: Encoder) -> Iterator[Asked]:
    """Ask of each labelled sentence of a topic file which articles state it.

    Raises:
        ValueError: a labelled sentence is none any more.
    """
    wanted = defaultdict(list)
    for label in own:
        wanted[label.topic].append(label)
    for line in file.read_text(encoding="utf-8").splitlines():
        topic = json.loads(line)["id"] if line.strip() else None
        if topic not in wanted:
            continue
        # Labels number all articles, also those that a brief would not count as sources.
        story, _ = understand(read_topic(line, str(file)), encoder, whole=True)
        evidence, statement_at = Evidence(story), _statements(story)
        for label in wanted[topic]:
            if label.place not in statement_at:
                raise ValueError(f"{file.name}, {topic}: no sentence stands at {label.place}")
            number = statement_at[label.place]
            cited = evidence.supporters(number)
            for article in label.says:
                yield Asked(label, article, article in cited, story.sentence(number).text)


def _statements(story: Story) -> dict[tuple[int, int, int], int]:
    found = {}
    for number, statement in enumerate(story.embedded.statements):
        for copy in statement.copies:
            span = story.sentences[copy].span
            found[span.article, span.start, span.end] = number
    return found


def located(folder: Path, name: str) -> Path:
    """Return the file of that name in a folder or in one below it.

    Raises:
        ValueError: there is none.
    """
    file = next(iter(sorted(folder.rglob(name))), None)
    if file is None:
        raise ValueError(f"{folder} has no {name}")
    return file


def scores(pairs: Sequence[Asked]) -> dict[str, float]:
    """Return in percent how many citations are right, right in the main part, and found."""
    counts = Counter((one.says, one.cited) for one in pairs)
    cited = sum(count for (_, is_cited), count in counts.items() if is_cited)
    stating = counts["states", True] + counts["states", False]
    return {
        "right": 100 * counts["states", True] / max(1, cited),
        "mainly": 100 * (counts["states", True] + counts["partly", True]) / max(1, cited),
        "found": 100 * counts["states", True] / max(1, stating),
    }


def own(encoder: Encoder) -> tuple[str, dict[str, float]]:
    """Return the digest of the project's own topics with their labels, and the scores."""
    lines = [line for line in LABELS.read_text("utf-8").splitlines() if '"set": "own"' in line]
    digest = hashlib.sha256("\n".join(lines).encode() + OWN.read_bytes()).hexdigest()[:12]
    known = [label for label in labels() if label.set == "own"]
    return digest, scores(list(asked(OWN, known, encoder)))


def main() -> int:
    """Print a line a set, and for both draws; 1 where labels and articles do not fit."""
    parser = argparse.ArgumentParser(description="How many citations are right.")
    parser.add_argument("--data", type=Path, help="folder with the development sets")
    parser.add_argument("--wrong", action="store_true", help="print each wrong citation")
    options = parser.parse_args()
    encoder = CachedEncoder(load(DEFAULT_MODEL), default_path())
    known = defaultdict(list)
    for label in labels():
        known[label.set].append(label)
    pairs: list[Asked] = []
    try:
        for name, own in sorted(known.items()):
            files = (
                [OWN] if name == "own" else sorted((options.data or HERE).rglob(f"{name}.jsonl"))
            )
            if name == "own" or options.data:
                pairs += asked(files[0], own, encoder)
    except (SummarizeError, ValueError, IndexError) as problem:
        print(f"citations: {problem}", file=sys.stderr)
        return 1
    groups = defaultdict(list)
    for one in pairs:
        groups[one.label.set, one.label.drawn].append(one)
        groups["all", one.label.drawn].append(one)
        if options.wrong and one.cited and one.says == "not":
            print(f"{one.label.set} {one.label.topic} [{one.article}] {one.text}")
    print(f"{'set':20} {'drawn':8} pairs  cited  right %  mainly %  found %")
    for (name, drawn), some in sorted(groups.items()):
        found = scores(some)
        print(
            f"{name:20} {drawn:8} {len(some):5}  {sum(one.cited for one in some):5}  "
            + "  ".join(f"{value:7.1f}" for value in found.values())
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
