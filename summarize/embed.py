"""embed: each statement becomes a unit vector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.records import Embedded

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from summarize.records import Encoder, Sentence, Statement

_CHUNK = 128  # texts encoded, kept and reported at a time
_MOST_CHARS = 2000  # models read 256 tokens and cut the rest; they need not be given megabytes


def embed(
    sentences: Sequence[Sentence],
    statements: Sequence[Statement],
    encoder: Encoder,
    watch: Callable[[int, int], None] | None = None,
) -> Embedded:
    """Return the statements with one unit vector each, row i for statement i.

    `watch` is told how many of how many are done, after each chunk; what an interrupted run
    has encoded by then is kept by a caching encoder.
    """
    import numpy as np

    texts = [sentences[statement.sentence].text[:_MOST_CHARS] for statement in statements]
    rows = []
    for start in range(0, len(texts), _CHUNK):
        rows.append(encoder.encode(texts[start : start + _CHUNK]))
        if watch:
            watch(min(start + _CHUNK, len(texts)), len(texts))
    vectors = np.concatenate(rows) if rows else np.zeros((0, 1), dtype=np.float32)
    return Embedded(tuple(statements), vectors)
