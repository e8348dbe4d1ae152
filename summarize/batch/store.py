"""store: where the briefs of a batch are put, each whole or not at all, in the order given."""

from __future__ import annotations

import json
from pathlib import Path
from typing import IO, TYPE_CHECKING, Protocol

from summarize.batch.journal import Done
from summarize.batch.names import is_taken, stem
from summarize.errors import SummarizeError
from summarize.output import sweep, write
from summarize.render import SUFFIXES
from summarize.render.json import encode

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarize.batch.make import Made

LINES = ".jsonl"
FOLDER_FORMS = ("markdown", "html", "json", "text")
_SUFFIX = {form: next(s for s in SUFFIXES if SUFFIXES[s] == form) for form in FOLDER_FORMS}


class Store(Protocol):
    """One place for all briefs of a batch."""

    journal: Path

    def filled(self) -> bool:
        """Return whether something is here."""

    def ready(self) -> None:
        """Make what the journal goes into."""

    def clear(self, done: Iterable[Done]) -> None:
        """Take away what an earlier batch wrote, of which `done` is the journal."""

    def resume(self, done: Sequence[Done]) -> int:
        """Return how many topics, from the first, have what is told of them; take the rest away."""

    def put(self, made: Made) -> Done:
        """Put a page here and return what the journal tells of it."""

    def close(self, done: Iterable[Done]) -> list[Path]:
        """Write what is told of all: an index, the failures; return the pages that it has not."""


class Lines:
    """All briefs in one file, a JSON object a line with the topic's id in front."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[bytes] | None = None
        self.journal = path.with_name(f"{path.stem}.journal.jsonl")
        self._failures = path.with_name(f"{path.stem}.failures.jsonl")

    def filled(self) -> bool:
        """Return whether the file has something in it."""
        return self._path.exists() and self._path.stat().st_size > 0

    def ready(self) -> None:
        """Open the file."""
        self._open()

    def clear(self, done: Iterable[Done]) -> None:
        """Empty the file."""
        self._open().truncate(0)

    def resume(self, done: Sequence[Done]) -> int:
        """Cut the file behind the last line that the journal vouches for."""
        file = self._open()
        size = self._path.stat().st_size
        good, end = 0, 0
        for topic in done:
            if topic.end is not None and topic.end > size:
                break
            good, end = good + 1, topic.end or end
        file.truncate(end)
        return good

    def put(self, made: Made) -> Done:
        """Add a line."""
        if made.page is None:
            return _done(made)
        file = self._open()
        try:
            file.write(line(made.page, made.id).encode())
            file.flush()
            end = file.tell()
        except OSError as problem:
            raise _full(self._path, problem) from problem
        return _done(made, end=end)

    def close(self, done: Iterable[Done]) -> list[Path]:
        """Write the failures, if there are any; in a file there is no page that is not told."""
        if self._file:
            self._file.close()
        _tell_failures(self._failures, done)
        return []

    def _open(self) -> IO[bytes]:
        if self._file is None:
            try:
                self._file = self._path.open("ab")
            except OSError as problem:
                raise _full(self._path, problem) from problem
        return self._file


class Folder:
    """A file a brief, with an index of all."""

    def __init__(self, path: Path, form: str) -> None:
        self._path = path
        self._form = form
        self._taken: set[str] = set()
        self.journal = path / "journal.jsonl"
        self._failures = path / "failures.jsonl"
        self._index = path / ("index.html" if form == "html" else "index.md")

    def filled(self) -> bool:
        """Return whether the folder has anything in it."""
        return self._path.is_dir() and any(self._path.iterdir())

    def ready(self) -> None:
        """Make the folder."""
        try:
            self._path.mkdir(exist_ok=True)
        except OSError as problem:
            raise _full(self._path, problem) from problem

    def clear(self, done: Iterable[Done]) -> None:
        """Take away the files of an earlier batch, and no others."""
        try:
            for topic in done:
                if topic.file and Path(topic.file).name == topic.file:
                    (self._path / topic.file).unlink(missing_ok=True)
            for path in (self._failures, *(self._path / f"index{x}" for x in (".md", ".html"))):
                path.unlink(missing_ok=True)
            sweep(self._path)
        except OSError as problem:
            raise _full(self._path, problem) from problem

    def resume(self, done: Sequence[Done]) -> int:
        """Take the names of all files that are there, and away what was half written."""
        try:
            sweep(self._path)
        except OSError as problem:
            raise _full(self._path, problem) from problem
        for number, topic in enumerate(done):
            if topic.file and not (self._path / topic.file).is_file():
                return number
            if topic.file:
                stem(topic.id, self._taken)
        return len(done)

    def put(self, made: Made) -> Done:
        """Write a file."""
        if made.page is None:
            return _done(made)
        name = stem(made.id, self._taken) + _SUFFIX[self._form]
        write(self._path / name, made.page)
        return _done(made, file=name)

    def close(self, done: Iterable[Done]) -> list[Path]:
        """Write the index, and the failures if there are any; return the pages of none of these.

        So are pages of topics that were given once and are not any more. They are left as they are.
        """
        from summarize.render.index import Listing, index

        told = list(done)
        listed = [
            Listing(topic.id, topic.title, topic.articles, topic.voices, topic.file, topic.reason)
            for topic in told
        ]
        write(self._index, index(listed, "html" if self._form == "html" else "markdown"))
        _tell_failures(self._failures, told)
        own = {topic.file for topic in told}
        pages = sorted(self._path.glob(f"*{_SUFFIX[self._form]}"))
        return [path for path in pages if path.name not in own and not _is_other(path.name)]


def _is_other(name: str) -> bool:
    return name.startswith(".") or is_taken(name)


def line(page: str, id_: str) -> str:
    """Return a brief in JSON as one line with the topic's id in front; all else is unchanged.

    A string in JSON has no line end, so what is at the start of a line is indentation.
    """
    rest = "".join(part.lstrip(" ") for part in page.split("\n")).removeprefix("{")
    return f'{{"id": {encode(id_).strip()},{rest}\n'


def _done(made: Made, file: str | None = None, end: int | None = None) -> Done:
    return Done(
        id=made.id,
        where=made.where,
        digest=made.digest,
        reason=made.reason,
        file=file,
        end=end,
        title=made.title,
        articles=made.articles,
        voices=made.voices,
    )


def _tell_failures(path: Path, done: Iterable[Done]) -> None:
    """Write a line a failure: the topic's id, where it stands and why; no file without any."""
    told = [
        {"id": topic.id, "where": topic.where, "reason": topic.reason}
        for topic in done
        if topic.reason
    ]
    if told:
        write(path, "".join(json.dumps(one) + "\n" for one in told))
    else:
        path.unlink(missing_ok=True)


def _full(path: Path, problem: OSError) -> SummarizeError:
    reason = problem.strerror or type(problem).__name__
    return SummarizeError(
        f"{path} could not be written ({reason}); mend that and go on with --resume."
    )
