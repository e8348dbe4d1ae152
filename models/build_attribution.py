"""Build models/attribution.npz: the weights by which speakers.py finds who says a sentence.

    python models/build_attribution.py polnear-train.jsonl

The data are articles in PolNeAR's layout (`text`, and `attributions` with `source`, `cue` and
`content` spans). Only weights of clues that are met MENTIONS times and matter are kept; names
and numbers are never clues.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch

from summarize.records import Article, Span
from summarize.segment import segment
from summarize.speakers import LABELS, place
from summarize.text.attribution.clues import clues, left_open, tokenized
from summarize.text.cues import kind
from summarize.text.terms import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

HERE = Path(__file__).parent
MENTIONS = 3
# DECAY was the better of two on thirds of the articles that the weights had not seen, 2026-11; the
# others were not searched.
EPOCHS, RATE, DECAY, DROPPED, BATCH = 8, 0.05, 1e-4, 0.2, 64
LEAST = 0.05  # a clue whose largest weight is smaller is left out
_LINE = re.compile(r"[^\n]*\S[^\n]*")

Example = tuple[list[list[str]], list[int]]


def examples(row: Mapping[str, Any]) -> Iterator[Example]:
    """Give each sentence of an article as the clues and the labels of its tokens."""
    text, seen, inside = row["text"], -1, False
    kept = [Span(0, match.start(), match.end()) for match in _LINE.finditer(text)]
    for sentence in segment([Article(row["id"], text)], kept):
        opens = sentence.paragraph != seen
        quoted = inside and not opens
        seen, inside = sentence.paragraph, left_open(sentence.text, quoted=quoted)
        tokens = tokenized(sentence.text, quoted=quoted)
        spots = [(sentence.span.start + t.start, sentence.span.start + t.end) for t in tokens]
        if spots:
            rows = clues(tokens, opening=place(quoted=quoted, opens=opens))
            yield rows, labels(spots, row["attributions"])


def labels(spots: list[tuple[int, int]], attributions: list[Mapping[str, Any]]) -> list[int]:
    """Return the label of each token; where attributions overlap, the widest here is the main."""

    def within(spot: tuple[int, int], spans: list[Mapping[str, int]]) -> bool:
        return any(span["start"] < spot[1] and spot[0] < span["end"] for span in spans)

    def width(one: Mapping[str, Any]) -> int:
        first, last = spots[0][0], spots[-1][1]
        return sum(max(0, min(s["end"], last) - max(s["start"], first)) for s in one["content"])

    ordered = sorted(attributions, key=width)
    found = [0] * len(spots)
    for part in ("content", "cue"):
        for one in ordered:
            for number, spot in enumerate(spots):
                if within(spot, one[part]):
                    found[number] = LABELS.index(part)
    speaking = [one for one in ordered if any(within(spot, one["source"]) for spot in spots)]
    for one in speaking:
        label = LABELS.index("source" if one is speaking[-1] else "other")
        for number, spot in enumerate(spots):
            if within(spot, one["source"]):
                begun = number > 0 and within(spots[number - 1], one["source"])
                found[number] = label + begun
    return found


class Chain(torch.nn.Module):
    """A linear-chain conditional random field over sums of clue weights."""

    def __init__(self, size: int) -> None:
        """Start with all weights zero; row 0 stands for clues that are not known."""
        super().__init__()
        count = len(LABELS)
        self.clues = torch.nn.EmbeddingBag(size + 1, count, mode="sum", padding_idx=0)
        torch.nn.init.zeros_(self.clues.weight)
        self.moves = torch.nn.Parameter(torch.zeros(count, count))
        self.first = torch.nn.Parameter(torch.zeros(count))
        self.last = torch.nn.Parameter(torch.zeros(count))

    def loss(self, rows: Any, gold: Any, real: Any) -> Any:
        """Return the mean negative log likelihood of the labels, with the decay of the weights."""
        flat = self.clues(rows.reshape(-1, rows.shape[-1]))
        seen = flat.reshape(*gold.shape, len(LABELS))
        sums = self.first + seen[:, 0]
        score = self.first[gold[:, 0]] + seen[:, 0].gather(1, gold[:, :1])[:, 0]
        for at in range(1, gold.shape[1]):
            more = torch.logsumexp(sums[:, :, None] + self.moves, 1) + seen[:, at]
            sums = torch.where(real[:, at, None], more, sums)
            step = self.moves[gold[:, at - 1], gold[:, at]]
            step = step + seen[:, at].gather(1, gold[:, at : at + 1])[:, 0]
            score = score + real[:, at] * step
        end = gold.gather(1, real.sum(1, keepdim=True) - 1)[:, 0]
        score = score + self.last[end]
        total = torch.logsumexp(sums + self.last, 1)
        return (total - score).mean() + DECAY * (self.clues.weight**2).sum()


def batches(data: list[Example], known: Mapping[str, int], rng: random.Random) -> Iterator[Any]:
    """Give the examples in groups of like length, in random order, as tensors."""
    ordered = sorted(data, key=lambda example: len(example[1]))
    groups = [ordered[at : at + BATCH] for at in range(0, len(ordered), BATCH)]
    rng.shuffle(groups)
    for group in groups:
        longest = len(group[-1][1])
        rows = np.zeros((len(group), longest, len(group[0][0][0])), np.int64)
        gold = np.zeros((len(group), longest), np.int64)
        real = np.zeros((len(group), longest), bool)
        for number, (given, labelled) in enumerate(group):
            rows[number, : len(given)] = [[known.get(clue, 0) for clue in row] for row in given]
            gold[number, : len(labelled)] = labelled
            real[number, : len(labelled)] = True
        yield torch.from_numpy(rows), torch.from_numpy(gold), torch.from_numpy(real)


def learn(data: list[Example]) -> tuple[dict[str, int], Chain]:
    """Return the known clues with their rows, and the trained field."""
    counts = Counter(clue for rows, _ in data for row in rows for clue in row)
    names = sorted(clue for clue, count in counts.items() if count >= MENTIONS)
    known = {clue: row for row, clue in enumerate(names, 1)}
    rng = random.Random(0)  # noqa: S311 - it shuffles
    torch.manual_seed(0)
    torch.set_num_threads(1)  # the same weights on every machine
    field = Chain(len(known))
    optimizer = torch.optim.Adam(field.parameters(), lr=RATE)
    schedule = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.05, EPOCHS)
    for _ in range(EPOCHS):
        for rows, gold, real in batches(data, known, rng):
            heard = rows * (torch.rand(rows.shape) > DROPPED)
            loss = field.loss(heard, gold, real)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        schedule.step()
    return known, field


def name_words(texts: list[str]) -> set[str]:
    """Return the words that are mostly written with a capital: names even where they are not."""
    written = Counter(word for text in texts for word in re.findall(r"[^\W\d_]{4,}", text))
    capital = Counter[str]()
    for word, count in written.items():
        if not word.islower():
            capital[word.lower()] += count
    return {word for word, count in capital.items() if count > written[word] and not kind(word)}


def main() -> None:
    """Learn from the file named, write the weights, and print what belongs into the manifest."""
    source = Path(sys.argv[1])
    rows = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    known, field = learn([example for row in rows for example in examples(row)])
    weights = field.clues.weight.detach().numpy()[1:]
    names = np.array(list(known))
    people = name_words([row["text"] for row in rows]) - FUNCTION_WORDS
    bare = np.array([people.isdisjoint(re.split(r"[\W_]+", name)) for name in names])
    kept = (np.abs(weights).max(axis=1) >= LEAST) & bare
    scale = np.abs(weights).max() / 127
    np.savez_compressed(
        HERE / "attribution.npz",
        # As one text, which is read ten times as fast as an array of strings.
        clues=np.frombuffer("\n".join(names[kept].tolist()).encode(), dtype=np.uint8),
        weights=np.round(weights[kept] / scale).astype(np.int8),
        scale=scale,
        **{
            name: getattr(field, name).detach().numpy().astype(np.float32)
            for name in ("moves", "first", "last")
        },
    )
    for name, path in (("sha256", HERE / "attribution.npz"), ("data_sha256", source)):
        print(f'{name} = "{hashlib.sha256(path.read_bytes()).hexdigest()}"')
    print(f"clues = {int(kept.sum())}")


if __name__ == "__main__":
    main()
