"""Vectors and records on disk: found again, shared, bounded, never trusted when damaged."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from small import SmallEncoder

from summarize.cache import CachedEncoder, Records, default_path, stories_path

if TYPE_CHECKING:
    from collections.abc import Sequence

TEXTS = ["Kim met Shoigu.", "The talks failed.", "A parade was held."]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "vectors.sqlite3"


def test_a_text_is_encoded_once(path: Path) -> None:
    first, second = SmallEncoder(), SmallEncoder()
    fresh = CachedEncoder(first, path).encode(TEXTS)
    again = CachedEncoder(second, path).encode([*TEXTS[::-1], "New."])
    assert first.encoded == TEXTS
    assert second.encoded == ["New."]
    np.testing.assert_array_equal(fresh, again[2::-1])


def test_a_text_twice_in_a_call_is_encoded_once(path: Path) -> None:
    encoder = SmallEncoder()
    vectors = CachedEncoder(encoder, path).encode([TEXTS[0], TEXTS[0]])
    assert encoder.encoded == [TEXTS[0]]
    np.testing.assert_array_equal(vectors[0], vectors[1])


def test_revisions_do_not_mix(path: Path) -> None:
    CachedEncoder(SmallEncoder(), path).encode(TEXTS)
    other = SmallEncoder()
    other.revision = "small@2"
    CachedEncoder(other, path).encode(TEXTS)
    assert other.encoded == TEXTS


def test_the_encoder_behind_prepares_itself_where_no_text_is_known(path: Path) -> None:
    class Preparing(SmallEncoder):
        told: tuple[str, ...] = ()

        def expect(self, texts: Sequence[str]) -> None:
            self.told = tuple(texts)

    new, known = Preparing(), Preparing()
    cached = CachedEncoder(new, path)
    cached.expect(TEXTS)
    assert new.told == tuple(TEXTS)
    cached.encode(TEXTS[:1])
    CachedEncoder(known, path).expect(TEXTS)
    assert known.told == ()
    CachedEncoder(SmallEncoder(), path).expect(["New."])  # which cannot prepare itself


@pytest.mark.parametrize("damage", [b"", b"not a database" * 500])
def test_a_damaged_file_is_a_miss_and_is_replaced(path: Path, damage: bytes) -> None:
    good = CachedEncoder(SmallEncoder(), path).encode(TEXTS)
    path.write_bytes(damage)
    again, after = SmallEncoder(), SmallEncoder()
    np.testing.assert_array_equal(good, CachedEncoder(again, path).encode(TEXTS))
    assert again.encoded == TEXTS
    CachedEncoder(after, path).encode(TEXTS)
    assert after.encoded == []


def test_a_truncated_file_gives_the_right_vectors(path: Path) -> None:
    good = CachedEncoder(SmallEncoder(), path).encode(TEXTS)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    np.testing.assert_array_equal(good, CachedEncoder(SmallEncoder(), path).encode(TEXTS))


def test_a_damaged_vector_is_a_miss(path: Path) -> None:
    good = CachedEncoder(SmallEncoder(), path).encode(TEXTS)
    with sqlite3.connect(path) as database:
        rows = database.execute("SELECT key, vector FROM vectors").fetchall()
        for key, value in rows:
            flipped = value[:-1] + bytes([value[-1] ^ 1])
            database.execute("UPDATE vectors SET vector = ? WHERE key = ?", (flipped, key))
    database.close()
    again = SmallEncoder()
    np.testing.assert_array_equal(good, CachedEncoder(again, path).encode(TEXTS))
    assert again.encoded == TEXTS


def test_a_vector_under_another_texts_key_is_a_miss(path: Path) -> None:
    good = CachedEncoder(SmallEncoder(), path).encode(TEXTS)
    with sqlite3.connect(path) as database:
        (value,) = database.execute("SELECT vector FROM vectors LIMIT 1").fetchone()
        database.execute("UPDATE vectors SET vector = ?", (value,))
    database.close()
    np.testing.assert_array_equal(good, CachedEncoder(SmallEncoder(), path).encode(TEXTS))


def test_the_oldest_vectors_go_first(path: Path) -> None:
    for text in "abcdef":
        CachedEncoder(SmallEncoder(), path, most_rows=3).encode([text])
    late = SmallEncoder()
    CachedEncoder(late, path).encode(list("abcdef"))
    assert late.encoded == ["a", "b", "c"]


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("in the way")
    vectors = CachedEncoder(SmallEncoder(), blocker / "vectors.sqlite3").encode(TEXTS)
    assert vectors.shape[0] == len(TEXTS)


def test_runs_at_once_share_the_cache(path: Path) -> None:
    texts = [f"sentence {number}" for number in range(40)]

    def run(start: int) -> None:
        CachedEncoder(SmallEncoder(), path).encode(texts[start : start + 10])

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(run, [*range(31)] * 2))
    last = SmallEncoder()
    CachedEncoder(last, path).encode(texts)
    assert last.encoded == []


def test_a_record_is_found_again_under_its_key_alone(path: Path) -> None:
    records = Records(path)
    assert records.get(b"one") is None
    records.put(b"one", b"first")
    records.put(b"two", b"second")
    records.put(b"one", b"third")
    assert (records.get(b"one"), records.get(b"two")) == (b"third", b"second")
    assert Records(path).get(b"three") is None


@pytest.mark.parametrize("damage", [b"", b"not a database" * 500])
def test_records_in_a_damaged_file_are_gone_and_it_is_made_anew(path: Path, damage: bytes) -> None:
    Records(path).put(b"one", b"first")
    path.write_bytes(damage)
    assert Records(path).get(b"one") is None
    Records(path).put(b"one", b"second")
    assert Records(path).get(b"one") == b"second"


@pytest.mark.parametrize("left", [0.25, 0.5, 0.75])
def test_a_truncated_file_gives_the_record_or_none(path: Path, left: float) -> None:
    for number in range(20):
        Records(path).put(b"%d" % number, b"%d" % number * 5000)
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * left)])
    for number in range(20):
        assert Records(path).get(b"%d" % number) in (None, b"%d" % number * 5000)


def test_a_damaged_record_is_none(path: Path) -> None:
    Records(path).put(b"one", b"first")
    with sqlite3.connect(path) as database:
        (value,) = database.execute("SELECT value FROM records").fetchone()
        database.execute("UPDATE records SET value = ?", (value[:-1] + b"x",))
    database.close()
    assert Records(path).get(b"one") is None


def test_a_record_under_anothers_key_is_none(path: Path) -> None:
    Records(path).put(b"one", b"first")
    with sqlite3.connect(path) as database:
        database.execute("UPDATE records SET key = ?", (b"two",))
    database.close()
    assert Records(path).get(b"two") is None


def test_the_oldest_records_go_first_and_what_is_too_large_is_not_kept(path: Path) -> None:
    records = Records(path, most=3000)
    for name in (b"a", b"b", b"c"):
        records.put(name, name * 900)
    records.put(b"a", b"a" * 900)  # the latest now
    records.put(b"d", b"d" * 900)
    records.put(b"e", b"e" * 4000)
    kept = [name for name in (b"a", b"b", b"c", b"d", b"e") if records.get(name)]
    assert kept == [b"a", b"c", b"d"]


def test_a_record_may_have_four_mebibytes(path: Path) -> None:
    records = Records(path)
    records.put(b"fits", bytes(4 << 20))
    records.put(b"does not", bytes((4 << 20) + 1))
    assert records.get(b"fits") == bytes(4 << 20)
    assert records.get(b"does not") is None


def test_records_that_cannot_be_written_are_no_error(tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("in the way")
    records = Records(blocker / "stories.sqlite3")
    records.put(b"one", b"first")
    assert records.get(b"one") is None


def test_only_their_owner_may_read_what_is_kept(path: Path) -> None:
    CachedEncoder(SmallEncoder(), path).encode(TEXTS)
    stories = stories_path(path.parent)
    Records(stories).put(b"one", b"first")
    modes = [place.stat().st_mode & 0o777 for place in (path.parent, path, stories)]
    assert modes == [0o700, 0o600, 0o600]


def test_writers_at_once_keep_all_records(path: Path) -> None:
    names = [b"%d" % number for number in range(24)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda name: Records(path).put(name, name * 100), names))
    assert [Records(path).get(name) for name in names] == [name * 100 for name in names]


def test_no_write_waits_for_the_disk(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    levels: list[int] = []

    class Watched(sqlite3.Connection):
        def close(self) -> None:
            levels.extend(self.execute("PRAGMA synchronous").fetchone())
            super().close()

    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", partial(connect, factory=Watched))
    CachedEncoder(SmallEncoder(), path).encode(TEXTS)
    Records(path.with_name("records")).put(b"one", b"first")
    assert levels == [0, 0]


def test_the_variable_moves_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZE_CACHE", str(tmp_path))
    assert default_path() == tmp_path / "vectors.sqlite3"


@pytest.mark.model
def test_a_cold_cache_imports_no_torch_and_a_warm_one_no_model(tmp_path: Path) -> None:
    program = (
        "import sys; from summarize import read, summarize;"
        "summarize(read('seeds'));"
        "print(sorted({'torch', 'sentence_transformers', 'tokenizers', 'summarize.encoders.minilm',"
        " 'summarize.clean', 'summarize.weighing.evidence'} & set(sys.modules)))"
    )
    root = Path(__file__).parent.parent
    runs = [
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            check=True,
            cwd=root,
            env={"SUMMARIZE_CACHE": str(tmp_path), "PATH": ""},
        ).stdout.strip()
        for _ in range(2)
    ]
    cold = ("clean", "encoders.minilm", "weighing.evidence")
    assert runs == [str([*(f"summarize.{name}" for name in cold), "tokenizers"]), "[]"]
