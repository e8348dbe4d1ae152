"""The files that sources name: folders walked, and each file's bytes, or why there are none.

In a folder these are passed over without a word: hidden files and folders, `README*`, which
describe it, and `sources.toml`, which describes its articles. Everything else that is not read is
a drop. A file named outright is always tried.
"""

from __future__ import annotations

import os
import re
import stat
import sys
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from summarize.errors import SourceError
from summarize.reading.trouble import trouble
from summarize.records import Drop

MOST_BYTES = 64 << 20
PAGES = frozenset({".html", ".htm", ".xhtml"})
PAPERS = frozenset({".mhtml", ".mht", ".eml", ".pdf", ".docx"})
MARKDOWNS = frozenset({".md", ".markdown"})
TEXTS = frozenset({"", ".txt", ".text"}) | MARKDOWNS | PAGES | PAPERS  # an article each
TOPICS = frozenset({".json", ".jsonl", ".ndjson"})
ARCHIVES = frozenset({".zip"})
FEEDS = frozenset({".xml", ".rss", ".atom"})
TABLES = frozenset({".csv", ".tsv", ".csv.gz", ".tsv.gz"})
PARQUETS = frozenset({".parquet", ".pq"})
CRAWLS = frozenset({".warc", ".warc.gz"})
BOXES = frozenset({".mbox"})
# Many articles, named `file#article`.
PARTS = TOPICS | ARCHIVES | TABLES | PARQUETS | CRAWLS | BOXES

_PASSED_OVER = re.compile(r"\.|readme(?![a-z])|sources\.toml$", re.IGNORECASE)
_ABOUT = re.compile(
    r"(licen[cs]e|copying|changelog|contributing|makefile)(\.[a-z]+)*$", re.IGNORECASE
)
_EXTENSION = re.compile(r"(?:\.(?:csv|tsv|warc)\.gz|\.[a-z][a-z0-9]{0,9})$", re.IGNORECASE)
_NUMBER = re.compile(r"(\d+)")
_TOPIC = re.compile(
    rf"(.+?(?:{'|'.join(map(re.escape, sorted(PARTS | FEEDS)))}))#(.+)", re.IGNORECASE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: how it is called in a brief, and for a topic file which topic of it."""

    path: Path
    name: str
    topic: str | None = None

    @property
    def extension(self) -> str:
        """`.txt`, `.md`, …; empty where the name has none."""
        return extension(self.path.name)


def extension(name: str) -> str:
    """Return what a file's name says its kind is: `.txt`, or nothing for `story` and `2.5`."""
    match = _EXTENSION.search(name)
    return match.group().lower() if match and match.start() else ""


def is_address(source: str) -> bool:
    """Tell whether a source is an address and no path; whether it can be fetched is seen later."""
    return re.match(r"[a-z][a-z0-9+.-]{1,20}://", source, re.IGNORECASE) is not None


def find(source: str | Path) -> tuple[list[Found], list[Drop]]:
    """Return the files that a source stands for, in natural order, and what was left out.

    Raises:
        SourceError: there is nothing by that name, or it is a folder with nothing to read.
    """
    if not str(source):
        raise SourceError(
            "A source has an empty name; name a file, a folder or - (standard input)."
        )
    path, name, topic = Path(source), shown(source), None
    part = _TOPIC.fullmatch(str(source))
    if part and not _exists(path):
        path, topic = Path(part[1]), part[2]
    mode = _mode(path, shown(path))
    if not stat.S_ISDIR(mode):
        return [Found(path, shown(path), topic)], []
    found, drops = _walk(path)
    if not found:
        why = f" ({drops[0].reason.rstrip('.')})" if drops else ""
        raise SourceError(
            f"{name} holds no file that can be read as an article{why}; "
            "put .txt, .md, .json or .jsonl files in it."
        )
    return found, drops


def listing(folder: Path) -> list[Path]:
    """Return what is in a folder in natural order, without what is passed over."""
    inside = sorted(path for path in folder.iterdir() if not passed_over(path.name))
    return sorted(inside, key=_natural)


def passed_over(name: str) -> bool:
    """Tell whether a file of that name in a folder is passed over without a word."""
    return _PASSED_OVER.match(name) is not None


def unfit(file: str, name: str) -> str | None:
    """Return why a file of a folder or an archive is not read, judged by its name alone.

    `name` is how it is called in a brief.
    """
    last = file.rpartition("/")[2]
    if _ABOUT.match(last):
        return f"{name} is no article by its name; name it outright to have it read."
    kind = extension(last)
    if kind in TEXTS or kind in PARTS:
        return None
    return f"{name} is no text by its name ({kind}); name it outright, or save its text as .txt."


def content(path: Path, name: str) -> bytes:
    """Return a file's bytes.

    Raises:
        SourceError: it is no file, may not be read, changes meanwhile, or is larger than an article
            can be.
    """
    _check_kind(_mode(path, name), name)
    try:
        with open(path, "rb", opener=_unblocked) as file:
            before = os.fstat(file.fileno())
            _check_kind(before.st_mode, name)  # it may have become another since
            data = file.read(MOST_BYTES + 1)
            after = os.fstat(file.fileno())
    except (OSError, ValueError) as error:
        raise trouble(name, error) from error
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise SourceError(f"{name} changes while it is read; give a copy of it, or wait.")
    return _bounded(data, name)


def _unblocked(path: str, flags: int) -> int:
    """Open a file without waiting for somebody to write to it, should it have become a pipe."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _check_kind(mode: int, name: str) -> None:
    if not stat.S_ISREG(mode):
        if stat.S_ISDIR(mode):
            raise SourceError(f"{name} is a folder, and a file is wanted here; name one in it.")
        raise SourceError(
            f"{name} is a pipe, a socket or a device, not a file; save its text to a file or pipe "
            "it to -."
        )


def standard_input() -> bytes:
    """Return what is piped into the program.

    Raises:
        SourceError: there is no standard input, or it is larger than an article can be.
    """
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise SourceError("There is no standard input to read; name a file or a folder.")
    return _bounded(stream.read(MOST_BYTES + 1), "standard input")


def shown(path: str | Path) -> str:
    """Return a path as text that can be printed, whatever bytes the file's name is made of."""
    return os.fsencode(path).decode("utf-8", "replace")


def _bounded(data: bytes, name: str) -> bytes:
    if len(data) > MOST_BYTES:
        raise SourceError(
            f"{name} is larger than {MOST_BYTES >> 20} MiB, more than any article; "
            "split it into one file an article."
        )
    return data


def _exists(path: Path) -> bool:
    try:
        path.stat()
    except (OSError, ValueError):
        return False
    return True


def _mode(path: Path, name: str) -> int:
    try:
        return path.stat().st_mode
    except (OSError, ValueError) as error:
        raise trouble(name, error) from error


def _walk(folder: Path) -> tuple[list[Found], list[Drop]]:
    """List a folder and the folders in it, each once however often links lead to it.

    A link out of the folder is not followed: who packed the folder may not be who reads it.
    """
    found: list[Found] = []
    drops: list[Drop] = []
    seen: set[tuple[int, int]] = set()
    waiting, home = [folder], Path(os.path.realpath(folder))
    while waiting:
        path = waiting.pop()
        name = shown(path)
        try:
            status = path.stat()
            out = path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(home)
            if path != folder and out:
                why = f"{name} is a link out of its folder; name it outright to have it read."
                drops.append(Drop("read", name, why))
                continue
            if not stat.S_ISDIR(status.st_mode):
                reason = unfit(path.name, name)
                drops += [Drop("read", name, reason)] if reason else []
                found += [] if reason else [Found(path, name)]
                continue
            if (status.st_dev, status.st_ino) in seen:
                continue
            seen.add((status.st_dev, status.st_ino))
            waiting += listing(path)[::-1]
        except OSError as error:
            drops.append(Drop("read", name, str(trouble(name, error))))
    return found, drops


def _natural(path: Path) -> list[str | int]:
    """Return words and numbers in turn, so that 2.txt goes before 10.txt."""
    parts = _NUMBER.split(unicodedata.normalize("NFD", path.name).casefold())
    return [int(part) if place % 2 else part for place, part in enumerate(parts)]
