"""Other people's summarizers as commands, for speed.py: from starting Python to the printed text.

    pip install -e '.[peers]'
    python benchmarks/contenders.py sumy|summa|centroid|centroid-syntok TEXT_FILE

Each imports what it needs and no more. Of sumy only the splitting into sentences and words is
replaced, by two patterns: its own asks for data that is fetched from the network. `centroid` takes
each stop and each end of a line for the end of a sentence, so that "U.S." is two; with syntok it
cuts sentences as one has to that shows them to readers.
"""

from __future__ import annotations

import re
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
WORDS = 150  # our default length
SENTENCES = "6"  # as many as our brief of the seeds has


def sumy(path: str) -> None:
    """Run the command `sumy lex-rank`."""
    from sumy.__main__ import main
    from sumy.nlp import tokenizers

    class Split:
        def tokenize(self, text: str) -> list[str]:
            return [part for part in _SENTENCE.split(text) if part]

    class Words:
        def tokenize(self, text: str) -> list[str]:
            return _WORD.findall(text)

    tokenizers.Tokenizer._get_sentence_tokenizer = lambda *_: Split()
    tokenizers.Tokenizer._get_word_tokenizer = lambda *_: Words()
    main(["lex-rank", f"--length={SENTENCES}", f"--file={path}"])


def summa(path: str) -> None:
    """Run the command `textrank` of summa."""
    from summa.textrank import main

    sys.argv = ["textrank", "--text", path, "--words", str(WORDS)]
    main()


def by_marks(text: str) -> Iterator[str]:
    """Give what stands between stops and ends of lines."""
    yield from filter(None, _SENTENCE.split(text))


def by_syntok(text: str) -> Iterator[str]:
    """Give the sentences of each line that a library finds."""
    from syntok import segmenter

    for line in filter(None, text.splitlines()):
        for paragraph in segmenter.analyze(line):
            for sentence in paragraph:
                end = sentence[-1].offset + len(sentence[-1].value)
                yield line[sentence[0].offset : end]


def centroid(path: str, cut: Callable[[str], Iterator[str]] = by_marks) -> None:
    """Print the sentences whose TF-IDF vectors are closest to the mean of all (Radev et al. 2004).

    One that repeats three quarters of the words of one already taken is passed over.
    """
    from sklearn.feature_extraction.text import TfidfVectorizer

    text = Path(path).read_text(encoding="utf-8")
    sentences = list(dict.fromkeys(cut(text)))
    rows = TfidfVectorizer(stop_words="english").fit_transform(sentences)
    scores = (rows @ rows.mean(axis=0).T).A1 if hasattr(rows, "A1") else rows @ rows.mean(axis=0).T
    order = sorted(range(len(sentences)), key=lambda number: -float(scores[number, 0]))
    room, taken = WORDS, []
    for number in order:
        words = sentences[number].split()
        seen = any(len(set(words) & other) > 0.75 * len(set(words)) for other in taken)
        if len(words) <= room and not seen:
            print(sentences[number])
            taken.append(set(words))
            room -= len(words)


CONTENDERS: dict[str, Callable[[str], None]] = {
    "sumy": sumy,
    "summa": summa,
    "centroid": centroid,
    "centroid-syntok": partial(centroid, cut=by_syntok),
}

if __name__ == "__main__":
    CONTENDERS[sys.argv[1]](sys.argv[2])
