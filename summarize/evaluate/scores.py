"""scores: how close a brief is to its references, and how it reads.

ROUGE as the library rouge-score computes it, from the library's own tokens: each word is tokenized
once, and the longest common subsequences are ours, since the library's take most of an hour on a
dataset. A test holds every number to the library's.

The library knows the letters a to z. Where another language is in force its words are cut by
Unicode instead, a sign of Chinese or Japanese being a word, and stemmed by that language.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise
from statistics import fmean
from typing import TYPE_CHECKING, Any, NamedTuple

from summarize import counted
from summarize.errors import UsageError
from summarize.evaluate.lcs import length, summary_hits
from summarize.text.boundaries import sentence_starts
from summarize.text.openers import unresolved
from summarize.text.terms import content
from summarize.text.tongues import sentences as foreign
from summarize.text.tongues.force import in_force
from summarize.text.tongues.words import stem, units

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarize.records import Story

METRICS = ("rouge1", "rouge2", "rougeL", "rougeLsum")
STEMS = ("stemmed", "unstemmed")


class Score(NamedTuple):
    """What ROUGE says of a brief: how much of it is in the references, of them in it, and both."""

    precision: float
    recall: float
    f: float


@dataclass(frozen=True, slots=True)
class Style:
    """How a brief reads, apart from what it says.

    `cosine` and `shared` are the largest similarity of two sentences, by vectors and as the share
    of the shorter one's content words; `voices` the share of the story's voices that carry any of
    it, `lengths` the words of each sentence, `dangling` how many lean on one that is not there.
    """

    cosine: float
    shared: float
    voices: float
    lengths: tuple[int, ...]
    dangling: int


def rouge(references: Sequence[str], sentences: Sequence[str]) -> dict[str, dict[str, Score]]:
    """Return ROUGE of a brief by "stemmed" or "unstemmed" and metric, the mean over references.

    Raises:
        UsageError: the library is not installed; names the extra that brings it.
    """
    return {
        kind: _mean([_rouge(_by_sentence(one), sentences, kind) for one in references])
        for kind in STEMS
    }


def mean(scores: Sequence[Mapping[str, Mapping[str, Score]]]) -> dict[str, dict[str, Score]]:
    """Return the mean of several scores, such as those of several random draws."""
    return {kind: _mean([one[kind] for one in scores]) for kind in STEMS}


def _mean(scores: Sequence[Mapping[str, Score]]) -> dict[str, Score]:
    return {
        metric: Score(
            precision=fmean(one[metric].precision for one in scores),
            recall=fmean(one[metric].recall for one in scores),
            f=fmean(one[metric].f for one in scores),
        )
        for metric in METRICS
    }


def _rouge(reference: Sequence[str], sentences: Sequence[str], kind: str) -> dict[str, Score]:
    tokenizer = _tokenizer(stemmed=kind == "stemmed")
    wanted = [tokenizer.tokenize(sentence) for sentence in reference]
    given = [tokenizer.tokenize(sentence) for sentence in sentences]
    whole, brief = list(chain.from_iterable(wanted)), list(chain.from_iterable(given))
    pairs, own = Counter(pairwise(whole)), Counter(pairwise(brief))
    words, said = Counter(whole), Counter(brief)
    return {
        "rouge1": _score((words & said).total(), len(brief), len(whole)),
        "rouge2": _score((pairs & own).total(), own.total(), pairs.total()),
        "rougeL": _score(length(whole, brief), len(brief), len(whole)),
        "rougeLsum": _score(summary_hits(wanted, given), len(brief), len(whole)),
    }


def _score(hits: int, given: int, wanted: int) -> Score:
    precision, recall = hits / max(1, given), hits / max(1, wanted)
    both = precision + recall
    return Score(precision, recall, 2 * precision * recall / both if both else 0.0)


def bigrams(text: str) -> list[tuple[str, str]]:
    """Return the pairs of neighbouring stems that ROUGE-2 counts."""
    words = _tokenizer(stemmed=True).tokenize(text)
    return list(pairwise(words))


def library_version() -> str:
    """Return the version of rouge-score, which a score depends on."""
    from importlib.metadata import version

    _library()
    return version("rouge-score")


def style(picked: Sequence[int], story: Story) -> Style:
    """Return how statements of a story read together."""
    texts = [story.sentence(number).text for number in picked]
    words = [set(content(text)) for text in texts]
    shared = 0.0
    for one in range(len(words)):
        for other in range(one):
            fewer = min(len(words[one]), len(words[other]))
            shared = max(shared, len(words[one] & words[other]) / fewer if fewer else 0.0)
    carried = {v for c in story.clusters for v in c.voices if not set(picked).isdisjoint(c.members)}
    return Style(
        cosine=_closest(picked, story),
        shared=shared,
        voices=len(carried) / max(1, len(story.voices)),
        lengths=tuple(counted.words(text) for text in texts),
        dangling=sum(unresolved(text) is not None for text in texts),
    )


def _closest(picked: Sequence[int], story: Story) -> float:
    import numpy as np

    vectors = story.embedded.vectors[list(picked)].astype(np.float64)
    if len(vectors) < 2:
        return 0.0
    cosines = np.round(vectors @ vectors.T, 6)
    return float(cosines[np.triu_indices(len(vectors), 1)].max())


def _by_sentence(reference: str) -> tuple[str, ...]:
    """Return the sentences of a reference, whose borders ROUGE-Lsum needs."""
    return _sentences(reference, in_force())


@lru_cache(maxsize=4096)
def _sentences(reference: str, language: str | None) -> tuple[str, ...]:
    found = []
    for block in filter(None, map(str.strip, reference.splitlines())):
        own = foreign.sentence_starts(block, language) if language else sentence_starts(block, {})
        starts = [*own, len(block)]
        found += [block[a:b].strip() for a, b in pairwise(starts)]
    return tuple(found)


def _tokenizer(*, stemmed: bool) -> _Remembering:
    return _remembering(in_force(), stemmed=stemmed)


@lru_cache(maxsize=8)
def _remembering(language: str | None, *, stemmed: bool) -> _Remembering:
    if language:
        return _Remembering(_Unicode(language, stemmed=stemmed))
    return _Remembering(_library().tokenizers.DefaultTokenizer(stemmed))


@dataclass(frozen=True)
class _Unicode:
    """A tokenizer of the form that the library's has, for another language than English."""

    language: str
    stemmed: bool

    def tokenize(self, text: str) -> list[str]:
        found = units(text, self.language)
        return [stem(word, self.language) for word in found] if self.stemmed else found


class _Remembering:
    """A tokenizer that looks at one word at a time, the library's or ours, asked once a word."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner
        self._known: dict[str, list[str]] = {}

    def tokenize(self, text: str) -> list[str]:
        found: list[str] = []
        for word in text.split():
            if word not in self._known:
                self._known[word] = self._inner.tokenize(word)
            found += self._known[word]
        return found


def _library() -> Any:
    try:
        import rouge_score.tokenizers
    except ImportError as problem:
        raise UsageError(
            "evaluate needs the library rouge-score, which the extra brings: "
            "pip install 'summarize[evaluate]'."
        ) from problem
    return rouge_score
