"""embed: each statement becomes a unit vector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.records import Embedded

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from summarize.arrays import Vectors
    from summarize.records import Encoder, Sentence, Statement, Story

_CHUNK = 128  # texts encoded, kept and reported at a time, unless the encoder takes more at once
_MOST_CHARS = 2000  # models read 256 tokens and cut the rest; they need not be given megabytes


def expect(sentences: Sequence[Sentence], encoder: Encoder) -> None:
    """Tell an encoder that can prepare itself which sentences some may come of, as they stand."""
    prepare = getattr(encoder, "expect", None)
    if prepare:
        prepare([sentence.text[:_MOST_CHARS] for sentence in sentences])


def embed(
    sentences: Sequence[Sentence],
    statements: Sequence[Statement],
    encoder: Encoder,
    watch: Callable[[int, int], None] | None = None,
) -> Embedded:
    """Return the statements with one unit vector each, row i for statement i.

    Near-copies are one statement already; what several voices say word for word is encoded once.
    `watch` is told how many of how many are done, after each chunk; what an interrupted run
    has encoded by then is kept by a caching encoder.
    """
    import numpy as np

    said = [sentences[statement.sentence].text[:_MOST_CHARS] for statement in statements]
    first: dict[str, int] = {}
    same = np.array([first.setdefault(text, row) for row, text in enumerate(said)], dtype=np.int64)
    texts, places = list(first), list(first.values())
    vectors = np.zeros((0, 1), dtype=np.float32)
    size: int = min(getattr(encoder, "at_once", _CHUNK), max(1, len(texts)))
    for start in range(0, len(texts), size):
        part = slice(start, start + size)
        rows = encoder.encode(texts[part])
        if not start:  # in place, since vectors are most of the memory of a large story
            vectors = np.empty((len(said), rows.shape[1]), dtype=np.float32)
        vectors[places[part]] = rows
        if watch:
            watch(min(start + size, len(texts)), len(texts))
    again = np.flatnonzero(same != np.arange(len(said)))
    vectors[again] = vectors[same[again]]
    return Embedded(tuple(statements), vectors)


class Reusing:
    """An encoder that gives the statements of a story the vectors that they have already.

    A story that is made again without some of its articles then asks for hardly any new ones.
    """

    def __init__(self, story: Story, encoder: Encoder) -> None:
        self.revision = encoder.revision
        self.at_once: int = getattr(encoder, "at_once", _CHUNK)
        self._encoder = encoder
        self._vectors = story.embedded.vectors
        told = (story.sentence(number).text for number in range(len(story.embedded.statements)))
        self._row_of = {text[:_MOST_CHARS]: row for row, text in enumerate(told)}

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector a text, n × d, float32, made anew only where none is known."""
        import numpy as np

        missing = [text for text in texts if text not in self._row_of]
        made = dict(zip(missing, self._encoder.encode(missing), strict=True)) if missing else {}
        rows = [made[t] if t in made else self._vectors[self._row_of[t]] for t in texts]
        return np.stack(rows)
