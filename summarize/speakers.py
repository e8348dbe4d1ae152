"""Speakers: the words of a sentence that name whose words it tells.

A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over legible clues
labels each token: outside, source, cue or content of an attribution, as PARC and PolNeAR define
them (Pareti 2016; Newell, Margolin and Ruths 2018). Its weights are in models/attribution.npz,
with what they were learned from in models/attribution.toml.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, repeat
from typing import TYPE_CHECKING

from summarize.errors import ModelError
from summarize.text.attribution.clues import (
    EDGE,
    SHAPED,
    SHAPES,
    TEMPLATES,
    is_english,
    seen,
    tokenized,
)
from summarize.text.attribution.extent import in_full
from summarize.text.attribution.reported import agree, aside, is_settled, laid_to
from summarize.text.attribution.spans import tidied, widened
from summarize.text.attribution.telling import says, tells

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from summarize.arrays import Bytes, Doubles, Longs
    from summarize.text.attribution.claimants import Place
    from summarize.text.attribution.extent import Range

# Outside; the first and further tokens of the main source; cue; content; those of other sources.
LABELS = ("outside", "source", "source+", "cue", "content", "other", "other+")
_SILENT = [0, 3, 4]  # the labels of a sentence that names no source
_SOURCES = ((1, 2, 1.0), (5, 6, 0.9))  # of two as likely, the main one
_STARTS = 3  # starts of a source that are looked at, the likeliest
_ASIDE = 0.3  # set by hand on a sentence of the seeds
# On thirds of polnear-train that the weights had not seen (2026-11), 0.3 detects best (F1 0.839,
# 0.831 at 0.4, 0.826 at 0.5); 0.5 errs least of them, and a wrong name is worse than none.
SURE = 0.5
# Where the likeliest does not say it, who does may be it; on the thirds 0.03 to 0.1 name alike.
LEAST = 0.05
# Who somebody else met or talks with does not say it.
_MET = re.compile(r"\bwith (?:the |an? )?$")


@dataclass(frozen=True, slots=True)
class _Weights:
    numbers: Sequence[Mapping[str, int]]  # of each shape, of what it may see, from 1 on
    emissions: Bytes  # int8, rows × labels; a template's row 0 is that of an unknown clue
    templates: Longs  # the shape of each, where it starts, and its row 0
    scale: float  # of the emissions
    moves: Doubles  # labels × labels, as factors
    last: Doubles
    start: Doubles  # the factors of the first token, as in the blocks of the steps
    steps: Doubles  # the moves forward, forward among silent labels, and backward, in blocks


def prepare() -> None:
    """Read the weights, for which the first sentence would wait otherwise."""
    _weights()


def named_source(text: str, *, quoted: bool = False, opens: bool = True) -> Place | None:
    """Return the words of a sentence that name its source, or None where it likely names none.

    `quoted` says that the sentence starts within a quotation, `opens` that it opens a paragraph.
    Of several sources it is the one to whom the whole is laid, else the one to whom most is.
    English only: of a sentence in another language nothing is said.
    """
    place, told = _heard(text, quoted, opens)
    return place if told else None


def in_view(text: str, *, quoted: bool = False, opens: bool = True) -> Place | None:
    """Return what `named_source` does, or else who only does what a sentence tells."""
    return _heard(text, quoted, opens)[0]


@lru_cache(maxsize=1 << 14)
def _heard(text: str, quoted: bool, opens: bool) -> tuple[Place | None, bool]:  # noqa: FBT001 - for the cache
    """Return the likeliest source of a sentence, and whether the sentence tells that he says it."""
    tokens = tokenized(text, quoted=quoted)
    if len(tokens) < 2 or not is_english(tokens):
        return None, False
    sights = seen(tokens, opening=place(quoted=quoted, opens=opens))
    sure, likely = _likely(sights, aside(tokens))
    whole = laid_to(tokens)
    if whole and (sure < SURE or not agree(likely[0], whole, tokens)):
        return tidied(text, tokens[whole[0]].start, tokens[whole[1] - 1].end), True
    doer = None
    for number, one in enumerate(likely if sure >= SURE else ()):
        found = in_full(tokens, one, whole)
        if found is None:
            continue
        start, end = widened(text, tokens[found[0]].start, tokens[found[1] - 1].end)
        if _MET.search(text, 0, start):
            continue
        if says(tokens, *found) if number else is_settled(tokens, whole) or tells(tokens, *found):
            return tidied(text, start, end), True
        doer = doer or tidied(text, start, end)
    return doer, False


def place(*, quoted: bool, opens: bool) -> str:
    """Return the clue that tells where a sentence stands."""
    return ("within " if quoted else "") + ("first" if opens else "later")


@dataclass(frozen=True, slots=True)
class _Chain:
    """The sums over all labellings before and after each token (Rabiner 1989).

    They are not scaled: each move multiplies by 0.009 to 14, so that those of the longest sentence
    that is looked at stay between 1e-250 and 1e150.
    """

    seen: list[list[float]]
    forward: Doubles
    backward: Doubles
    silent: Doubles  # the sums before the end over labellings without a source


def _likely(sights: list[list[str]], conceded: int) -> tuple[float, list[Range]]:
    """Return the probability of any source, and the likeliest sources as ranges of tokens.

    From token `conceded` on a source weighs less: the sentence as a whole is another's.
    """
    weights = _weights()
    sums = _chain(sights, weights)
    likely = (sums.forward * sums.backward).T
    forward, backward, seen = sums.forward.tolist(), sums.backward.tolist(), sums.seen
    moves, last = weights.moves.tolist(), weights.last.tolist()
    every: list[tuple[float, int, int]] = []
    for begin, inside, worth in _SOURCES:
        for start in (-likely[begin]).argsort(kind="stable")[:_STARTS].tolist():
            best = (LEAST * max(every)[0] if every else 0.0, start, start)
            mass = worth * forward[start][begin] * (_ASIDE if start > conceded else 1)
            label, at = begin, start
            while at < len(seen) and mass * backward[at][label] > best[0]:
                more = 0.0
                if at + 1 < len(seen):
                    more = mass * moves[label][inside] * seen[at + 1][inside]
                    ending = mass * backward[at][label] - more * backward[at + 1][inside]
                else:
                    ending = mass * last[label]
                best = max(best, (ending, start, at + 1))
                mass, label, at = more, inside, at + 1
            if best[2] > start:
                every.append(best)
    silent = float(sums.silent @ weights.last[_SILENT])
    total = float(sums.forward[-1] @ weights.last)
    every.sort(key=lambda one: -one[0])
    ranges = [one[1:] for one in every if one is every[0] or one[0] >= LEAST * total]
    return 1 - silent / total, ranges


def _chain(sights: list[list[str]], weights: _Weights) -> _Chain:
    """Return the sums over all labellings of a sentence, in one pass over its tokens."""
    import numpy as np

    scores = weights.emissions.take(_rows(sights, weights), axis=0).sum(axis=0, dtype=np.int32)
    scores = scores * weights.scale
    seen = np.exp(scores - scores.max(axis=1, keepdims=True))
    # Side by side: forward, forward without a source, and backward from the end.
    both = np.hstack([seen, seen[:, _SILENT], seen[::-1]])
    sums = np.empty_like(both)
    sums[0] = weights.start * both[0]
    for before, here, own in zip(sums, sums[1:], both[1:], strict=False):
        np.dot(before, weights.steps, out=here)
        np.multiply(here, own, out=here)
    forward, after = sums[:, : len(LABELS)], sums[:, -len(LABELS) :]
    backward = np.vstack([after[-2::-1] @ weights.moves.T, weights.last])
    return _Chain(seen.tolist(), forward, backward, sums[-1, len(LABELS) : -len(LABELS)])


def _rows(sights: list[list[str]], weights: _Weights) -> Longs:
    """Return the rows of the weights by what is seen, templates × tokens."""
    import numpy as np

    known = map(_looked_up, weights.numbers, sights)
    width = len(sights[0])
    numbers = np.fromiter(chain.from_iterable(known), np.int64, len(sights) * width)
    tokens = np.arange(width - 2 * EDGE)
    shapes, starts, firsts = weights.templates
    return firsts + numbers.reshape(-1, width)[shapes, starts + tokens]


def _looked_up(numbers: Mapping[str, int], sights: list[str]) -> Iterable[int]:
    return map(numbers.get, sights, repeat(0))


@lru_cache(maxsize=1)
def _weights() -> _Weights:
    """Return the weights of the field, read once and laid out for `_chain`."""
    import numpy as np

    from summarize.models import attribution_weights

    path = attribution_weights()
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
            names = stored["clues"].tobytes().decode("utf-8").split("\n")
            emissions, scale = stored["weights"], float(stored["scale"])
            moves, first, last = (
                np.exp(stored[name].astype(np.float64)) for name in ("moves", "first", "last")
            )
    except Exception as problem:  # a damaged archive fails in many ways
        raise ModelError(f"{path} cannot be read; reinstall summarize.") from problem
    numbers, emissions, templates = _by_shape(names, emissions)
    steps = np.zeros((2 * len(LABELS) + len(_SILENT),) * 2)
    at = 0
    for block in (moves, moves[np.ix_(_SILENT, _SILENT)], moves.T):
        steps[at : at + len(block), at : at + len(block)] = block
        at += len(block)
    start = np.concatenate([first, first[_SILENT], last])
    return _Weights(numbers, emissions, templates, scale, moves, last, start, steps)


def _by_shape(
    clues: Sequence[str], weights: Bytes
) -> tuple[Sequence[Mapping[str, int]], Bytes, Longs]:
    """Return the numbers of what the shapes may see, and the weights template by template.

    The clues are sorted, so that those of a template stand together.
    """
    import numpy as np

    numbers: list[dict[str, int]] = [{} for _ in SHAPES]
    places = []
    for name, (shape, _) in zip(TEMPLATES, SHAPED, strict=True):
        own = numbers[shape]
        start, end = bisect_left(clues, f"{name}="), bisect_left(clues, f"{name}>")
        lead = len(name) + 1
        known = [own.setdefault(clue[lead:], len(own) + 1) for clue in clues[start:end]]
        places.append((start, end, known))
    sizes = [len(numbers[shape]) + 1 for shape, _ in SHAPED]
    firsts = np.cumsum([0, *sizes])
    emissions = np.zeros((firsts[-1], len(LABELS)), dtype=weights.dtype)
    for first, (start, end, known) in zip(firsts, places, strict=False):
        emissions[first + np.array(known, dtype=np.int64)] = weights[start:end]
    return numbers, emissions, np.array([*zip(*SHAPED, strict=True), firsts[:-1]])[:, :, None]
