"""embed: statements become vectors, a chunk at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from small import SmallEncoder

from summarize.cache import CachedEncoder
from summarize.embed import embed
from summarize.records import Sentence, Span, Statement

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from summarize.arrays import Vectors

TEXTS = [f"Sentence number {number} tells of ferry {number}." for number in range(150)]
SENTENCES = [Sentence(Span(0, n, n + 1), text, n, n) for n, text in enumerate(TEXTS)]
STATEMENTS = [Statement(n, (n,)) for n in range(len(TEXTS))]


def test_row_i_is_the_vector_of_statement_i() -> None:
    mixed = [Statement(7, (3, 7)), Statement(1, (1,)), Statement(149, (148, 149))]
    embedded = embed(SENTENCES, mixed, SmallEncoder())
    assert embedded.statements == tuple(mixed)
    expected = SmallEncoder().encode([TEXTS[7], TEXTS[1], TEXTS[149]])
    np.testing.assert_array_equal(embedded.vectors, expected)


def test_each_text_is_encoded_once_and_in_chunks() -> None:
    class Counting(SmallEncoder):
        sizes: tuple[int, ...] = ()

        def encode(self, texts: Sequence[str]) -> Vectors:
            self.sizes += (len(texts),)
            return super().encode(texts)

    encoder = Counting()
    embedded = embed(SENTENCES, STATEMENTS, encoder)
    assert encoder.encoded == TEXTS
    assert len(encoder.sizes) > 1
    assert embedded.vectors.shape[0] == len(TEXTS)
    np.testing.assert_array_equal(embedded.vectors, SmallEncoder().encode(TEXTS))


def test_an_encoder_that_takes_more_at_once_is_given_all() -> None:
    class Whole(SmallEncoder):
        at_once = 1000
        sizes: tuple[int, ...] = ()

        def encode(self, texts: Sequence[str]) -> Vectors:
            self.sizes += (len(texts),)
            return super().encode(texts)

    encoder = Whole()
    embedded = embed(SENTENCES, STATEMENTS, encoder)
    assert encoder.sizes == (len(TEXTS),)
    np.testing.assert_array_equal(embedded.vectors, SmallEncoder().encode(TEXTS))
    assert embed(SENTENCES, [], encoder).vectors.shape[0] == 0


def test_what_several_voices_say_word_for_word_is_encoded_once() -> None:
    again = [Sentence(Span(1, n, n + 1), text, n, n) for n, text in enumerate(TEXTS)]
    both = [*STATEMENTS, *(Statement(len(TEXTS) + n, (len(TEXTS) + n,)) for n in range(150))]
    encoder = SmallEncoder()
    embedded = embed([*SENTENCES, *again], both, encoder)
    assert encoder.encoded == TEXTS
    np.testing.assert_array_equal(embedded.vectors[150:], embedded.vectors[:150])
    np.testing.assert_array_equal(embedded.vectors[:150], SmallEncoder().encode(TEXTS))


def test_progress_grows_to_the_whole() -> None:
    told: list[tuple[int, int]] = []
    embed(SENTENCES, STATEMENTS, SmallEncoder(), lambda done, total: told.append((done, total)))
    assert [total for _, total in told] == [150] * len(told)
    done = [done for done, _ in told]
    assert done == sorted(set(done))
    assert len(done) > 1
    assert done[-1] == 150


def test_no_statements_are_no_vectors() -> None:
    assert len(embed(SENTENCES, [], SmallEncoder()).vectors) == 0


def test_what_was_encoded_before_an_interruption_is_kept(tmp_path: Path) -> None:
    class Interrupted(SmallEncoder):
        def encode(self, texts: Sequence[str]) -> Vectors:
            if len(self.encoded) >= 64:
                raise KeyboardInterrupt
            return super().encode(texts)

    path = tmp_path / "vectors.sqlite3"
    broken = Interrupted()
    with pytest.raises(KeyboardInterrupt):
        embed(SENTENCES, STATEMENTS, CachedEncoder(broken, path))
    again = SmallEncoder()
    embedded = embed(SENTENCES, STATEMENTS, CachedEncoder(again, path))
    assert broken.encoded
    assert again.encoded == TEXTS[len(broken.encoded) :]
    np.testing.assert_array_equal(embedded.vectors, SmallEncoder().encode(TEXTS))
