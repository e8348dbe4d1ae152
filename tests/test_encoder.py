"""Vectors: those of sentence-transformers, and each a function of its text alone."""

from __future__ import annotations

import json
import random
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from threadpoolctl import threadpool_info, threadpool_limits

from summarize.encoders.encoder import NumpyEncoder
from summarize.encoders.minilm import SHEET, Network, mapped, sheets
from summarize.errors import ModelError
from summarize.models import load, locate, manifests
from summarize.settings import DEFAULT_MODEL

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarize.arrays import Vectors
    from summarize.encoders.encoder import Files
    from summarize.records import Encoder

ROOT = Path(__file__).parent.parent
(DEFAULT,) = (manifest for manifest in manifests() if manifest.name == DEFAULT_MODEL)

TEXTS = (
    "Kim met Shoigu.",
    "The ferry ran aground in thick fog off the island, and all 212 passengers were saved.",
    "“We heard a noise,” said Paul Ode.",
    "1953",
    "",
    " \n",
    "Ein Satz auf Deutsch.",
    "한국 전쟁",
    "\u202eright to left",
    "half a pair: \ud83d",
    "a " * 200,
    "word " * 400,
)


def pieces(count: int) -> list[str]:
    """Stretches of the seeds and of the project's topics, of 1 to 40 words and some of 400."""
    lines = (ROOT / "benchmarks" / "quality" / "topics.jsonl").read_text("utf-8").splitlines()
    articles = [path.read_text("utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    articles += [doc["text"] for line in lines for doc in json.loads(line)["documents"]]
    words = [article.split() for article in articles]
    rng = random.Random(0)
    found: dict[str, None] = {}
    while len(found) < count:
        one, other = rng.choice(words), rng.choice(words)
        start = rng.randrange(len(one))
        length = 400 if len(found) % 100 == 0 else rng.randint(1, 40)
        part = one[start : start + length]
        if rng.random() < 0.2:
            begin = rng.randrange(len(other))
            part += other[begin : begin + rng.randint(1, 20)]
        found[" ".join(part)] = None
    return list(found)


def in_threads(encoder: Encoder, threads: int) -> Vectors:
    with threadpool_limits(threads, "blas"):
        return encoder.encode(TEXTS)


@pytest.mark.model
def test_vectors_are_those_of_sentence_transformers(encoder: Encoder) -> None:
    from sentence_transformers import SentenceTransformer

    texts = pieces(2000)
    folder = locate(DEFAULT)
    reference = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    assert reference.max_seq_length == DEFAULT.max_tokens
    expected = reference.encode(texts, normalize_embeddings=True).astype(np.float64)
    cosines = (encoder.encode(texts) * expected).sum(axis=1)
    told = f"{len(texts)} texts: cosine at least {cosines.min():.9f}, mean {cosines.mean():.9f}"
    print(told)  # noqa: T201 - figures for the docs, shown with `pytest -s`
    assert cosines.min() > 0.999999


@pytest.mark.model
def test_vectors_are_of_unit_length_and_of_the_promised_size(encoder: Encoder) -> None:
    vectors = encoder.encode(TEXTS)
    assert vectors.shape == (len(TEXTS), DEFAULT.dimension)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors.astype(np.float64), axis=1), 1, atol=1e-6)


@pytest.mark.model
def test_what_is_beyond_the_limit_of_tokens_is_not_read(encoder: Encoder) -> None:
    end = "peace " * (DEFAULT.max_tokens - 2)
    one, other, shorter = encoder.encode([end + "war", end + "ferry", end[:-6]])
    assert one.tobytes() == other.tobytes() != shorter.tobytes()


@pytest.mark.model
def test_vectors_depend_neither_on_order_nor_on_number(encoder: Encoder) -> None:
    texts = [*TEXTS, *pieces(100)]
    whole = {text: row.tobytes() for text, row in zip(texts, encoder.encode(texts), strict=True)}
    shuffled = random.Random(1).sample(texts, len(texts))
    for batch in (shuffled, shuffled[:3], *([text] for text in TEXTS)):
        rows = encoder.encode(batch)
        assert [row.tobytes() for row in rows] == [whole[text] for text in batch]


@pytest.mark.model
def test_vectors_depend_not_on_the_number_of_threads(
    encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = threadpool_info()
    found = {in_threads(encoder, threads).tobytes() for threads in (1, 2)}
    for cores in (1, 5):
        monkeypatch.setattr("os.cpu_count", lambda cores=cores: cores)
        found.add(encoder.encode(TEXTS).tobytes())
    with ThreadPoolExecutor(4) as pool:
        found |= {rows.tobytes() for rows in pool.map(encoder.encode, [TEXTS] * 4)}
    assert len(found) == 1
    assert threadpool_info() == before


@pytest.mark.model
def test_a_model_that_is_loaded_ahead_gives_the_same_vectors(encoder: Encoder) -> None:
    ahead = load(DEFAULT_MODEL)
    assert isinstance(ahead, NumpyEncoder)
    ahead.expect(TEXTS)
    np.testing.assert_array_equal(ahead.encode(TEXTS), encoder.encode(TEXTS))


def test_a_model_that_cannot_be_loaded_ahead_says_so_when_it_is_needed() -> None:
    tried = Event()

    def files() -> Files:
        tried.set()
        raise ModelError("no weights")

    missing = NumpyEncoder("missing@1", 8, files)
    missing.expect(())
    assert not tried.is_set()
    missing.expect(TEXTS)
    assert tried.wait(30)
    with pytest.raises(ModelError, match="no weights"):
        missing.encode(TEXTS)


@pytest.mark.model
def test_where_rows_lean_on_their_places_each_text_has_a_sheet(
    encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Network, "steady", lambda _: False)
    read: list[int] = []
    inner = Network.read

    def count(self: Network, sheet: list[list[int]]) -> Vectors:
        read.append(len(sheet))
        return inner(self, sheet)

    monkeypatch.setattr(Network, "read", count)
    alone = load(DEFAULT_MODEL).encode(TEXTS)
    assert read == [1] * len(TEXTS)
    np.testing.assert_allclose(alone, encoder.encode(TEXTS), atol=1e-6)


@pytest.mark.parametrize("leaning", [lambda _: SHEET // 2, lambda rows: SHEET - rows])
def test_a_library_whose_rows_lean_on_their_places_is_found_out(
    leaning: Callable[[int], int],
) -> None:
    class Leaning(np.ndarray):
        """Weights whose products differ in the last digit from one row on, or by their height."""

        def __array_ufunc__(self, ufunc: np.ufunc, _: str, *inputs: Vectors) -> Vectors:
            found = ufunc(*(np.asarray(one) for one in inputs))
            if ufunc is np.matmul:
                found[leaning(len(found)) :] *= np.float32(1 + 1e-6)
            return found

    def network(kind: type[np.ndarray]) -> Network:
        names = ("attention.self.query", "intermediate.dense", "output.dense")
        rng = np.random.default_rng(0)
        return Network(
            {
                f"encoder.layer.0.{name}.weight": rng.random((96, 96), dtype=np.float32).view(kind)
                for name in names
            }
        )

    assert network(np.ndarray).steady()
    assert not network(Leaning).steady()


lengths = st.lists(st.integers(min_value=2, max_value=256), max_size=60)


@given(sizes=lengths, shared=st.booleans())
def test_every_text_stands_on_one_sheet_that_holds_it(sizes: list[int], *, shared: bool) -> None:
    texts = [[0] * size for size in sizes]
    made = sheets(texts, shared=shared)
    assert sorted(chain.from_iterable(made)) == list(range(len(texts)))
    assert all(sum(sizes[number] for number in sheet) <= SHEET for sheet in made)
    if not shared:
        assert all(len(sheet) == 1 for sheet in made)


@given(lengths)
def test_what_begins_a_sheet_fits_on_none_before_it(sizes: list[int]) -> None:
    made = sheets([[0] * size for size in sizes], shared=True)
    used = [sum(sizes[number] for number in sheet) for sheet in made]
    for number, sheet in enumerate(made):
        assert all(own + sizes[sheet[0]] > SHEET for own in used[:number])


def test_sheets_are_filled_with_short_texts_after_long_ones() -> None:
    sizes = [SHEET // 3, SHEET // 3 * 2] * 20
    assert len(sheets([[0] * size for size in sizes], shared=True)) == 20


def test_tensors_are_views_of_their_file(tmp_path: Path) -> None:
    from safetensors.numpy import save_file

    stored = {
        "one": np.arange(6, dtype=np.float32).reshape(2, 3),
        "two": np.array([0.5], dtype=np.float32),
        "places": np.arange(4),
    }
    save_file(stored, tmp_path / "some.safetensors")
    found = mapped(tmp_path / "some.safetensors")
    assert set(found) == {"one", "two"}
    for name, tensor in found.items():
        np.testing.assert_array_equal(tensor, stored[name])
        assert not tensor.flags.owndata
        assert not tensor.flags.writeable
