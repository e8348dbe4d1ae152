"""What was worked out before, on disk: vectors by model revision and text, and other records.

SQLite files hold them: written in transactions, so shared by any number of processes and never
half written; bounded in size, the oldest go first. A cache that is damaged, locked or read-only is
a miss, never an error and never a wrong value: each row carries a digest of its own. Only their
owner may read the files.
"""

from __future__ import annotations

import hashlib
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from summarize.arrays import Vectors
    from summarize.records import Encoder

_MOST_ROWS = 150_000  # about 270 MB at 384 dimensions
_PATIENCE = 10.0  # seconds to wait for another process's transaction
_CHUNK = 500  # keys in one query; SQLite allows 999 in its oldest builds
_CHECK = 8  # bytes of digest in front of each value
_MOST_BYTES = 64 << 20  # of all records together
_MOST_OF_ONE = 4 << 20  # of one record: a larger story takes long for other reasons
# No write waits for the disk, which takes 25 ms (2026-11): a process that is killed leaves to the
# system what it wrote, and what goes with a machine's power leaves a damaged cache, as others do.
_UNAWAITED = "PRAGMA synchronous=OFF"


def default_path() -> Path:
    """Return where vectors are kept: SUMMARIZE_CACHE, or the user's cache folder."""
    import os

    folder = os.environ.get("SUMMARIZE_CACHE")
    if not folder:
        from platformdirs import user_cache_dir

        folder = user_cache_dir("summarize")
    return Path(folder) / "vectors.sqlite3"


def stories_path(folder: Path | None = None) -> Path:
    """Return where stories and what articles say of themselves are kept: beside the vectors."""
    return (folder or default_path().parent) / "stories.sqlite3"


class CachedEncoder:
    """An encoder that looks its vectors up before it asks the encoder behind it.

    With every text known the encoder behind is never called, so it never loads its model.
    """

    def __init__(self, encoder: Encoder, path: Path, most_rows: int = _MOST_ROWS) -> None:
        self.revision = encoder.revision
        self._encoder = encoder
        self._path = path
        self._most_rows = most_rows

    def behind(self, encoder: Encoder) -> CachedEncoder:
        """Return another encoder, kept in the same file."""
        return CachedEncoder(encoder, self._path, self._most_rows)

    @property
    def folder(self) -> Path:
        """Where its file is, and other files of the cache."""
        return self._path.parent

    def expect(self, texts: Sequence[str]) -> None:
        """Let the encoder behind prepare itself where it can, if none of the texts is known."""
        prepare = getattr(self._encoder, "expect", None)
        if prepare and not self._read([_key(self.revision, text) for text in texts[:_CHUNK]]):
            prepare(texts)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector a text, n × d, float32, and keep the new ones on disk."""
        import numpy as np

        keys = [_key(self.revision, text) for text in texts]
        known = self._read(keys)
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        if missing:
            new = self._encoder.encode(list(missing.values()))
            fresh = {
                key: row.astype("<f4").tobytes() for key, row in zip(missing, new, strict=True)
            }
            self._write(fresh)
            known |= fresh
        if not keys:
            return np.zeros((0, 0), dtype=np.float32)
        return np.stack([np.frombuffer(known[key], dtype="<f4") for key in keys]).astype(np.float32)

    def _read(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        import sqlite3

        found: dict[bytes, bytes] = {}
        if not self._path.is_file():
            return found
        with suppress(sqlite3.Error, OSError), closing(_connect(self._path)) as database:
            for chunk in _chunks(keys):
                marks = ",".join("?" * len(chunk))
                query = f"SELECT key, vector FROM vectors WHERE key IN ({marks})"  # noqa: S608 - marks
                for key, value in database.execute(query, chunk):
                    if _intact(key, value):
                        found[key] = value[_CHECK:]
        return found

    def _write(self, vectors: Mapping[bytes, bytes]) -> None:
        _written(self._path, lambda: self._store(vectors))

    def _store(self, vectors: Mapping[bytes, bytes]) -> None:
        with closing(_connect(self._path)) as database, database:
            database.execute(_UNAWAITED)
            database.execute("CREATE TABLE IF NOT EXISTS vectors (key BLOB UNIQUE, vector BLOB)")
            rows = ((key, _digest(key, value) + value) for key, value in vectors.items())
            database.executemany("REPLACE INTO vectors (key, vector) VALUES (?, ?)", rows)
            database.execute(
                "DELETE FROM vectors WHERE rowid <= (SELECT max(rowid) FROM vectors) - ?",
                (self._most_rows,),
            )


class Records:
    """Values by key in one file, the latest written kept, up to `most` bytes in all."""

    def __init__(self, path: Path, most: int = _MOST_BYTES) -> None:
        self._path = path
        self._most = most

    def get(self, key: bytes) -> bytes | None:
        """Return what was put under a key; None if nothing was, or it is damaged or gone."""
        import sqlite3

        if not self._path.is_file():
            return None
        with suppress(sqlite3.Error, OSError), closing(_connect(self._path)) as database:
            row = database.execute("SELECT value FROM records WHERE key = ?", (key,)).fetchone()
            if row and _intact(key, row[0]):
                return bytes(row[0][_CHECK:])
        return None

    def put(self, key: bytes, value: bytes) -> None:
        """Keep a value under a key if that can be; too large a one is not kept."""
        if len(value) <= min(_MOST_OF_ONE, self._most):
            _written(self._path, lambda: self._store(key, value))

    def _store(self, key: bytes, value: bytes) -> None:
        with closing(_connect(self._path)) as database, database:
            database.execute(_UNAWAITED)
            database.execute("CREATE TABLE IF NOT EXISTS records (key BLOB UNIQUE, value BLOB)")
            row = key, _digest(key, value) + value
            database.execute("REPLACE INTO records (key, value) VALUES (?, ?)", row)
            sizes = "SELECT rowid, length(value) FROM records ORDER BY rowid DESC"
            room = self._most + _CHECK
            for number, size in database.execute(sizes).fetchall():
                room -= size
                if room < 0:
                    database.execute("DELETE FROM records WHERE rowid = ?", (number,))


def _written(path: Path, store: Callable[[], None]) -> None:
    """Write to a file of the cache if that can be; one that is no database is made anew."""
    import os
    import sqlite3

    with suppress(sqlite3.Error, OSError):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        try:
            store()
        except sqlite3.OperationalError:
            pass  # locked, read-only or full: the brief does not need the cache
        except sqlite3.DatabaseError:
            path.unlink(missing_ok=True)
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
            store()


def _connect(path: Path) -> sqlite3.Connection:
    import sqlite3

    return sqlite3.connect(path, timeout=_PATIENCE)


def _chunks(keys: Sequence[bytes]) -> Iterator[Sequence[bytes]]:
    for start in range(0, len(keys), _CHUNK):
        yield keys[start : start + _CHUNK]


def _key(revision: str, text: str) -> bytes:
    return hashlib.sha256(f"{revision}\0{text}".encode("utf-8", "surrogatepass")).digest()


def _digest(key: bytes, value: bytes) -> bytes:
    return hashlib.blake2b(key + value, digest_size=_CHECK).digest()


def _intact(key: bytes, value: object) -> bool:
    return isinstance(value, bytes) and value[:_CHECK] == _digest(key, value[_CHECK:])
