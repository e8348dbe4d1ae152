"""Filing: the events of a pile on disk, as a folder an event or as a topic file.

Texts are copied as they were read; what is known of an article besides goes into the fields of the
topic file, or into the `sources.toml` of its folder.
"""

from __future__ import annotations

import os
import re
import shutil
from json import dumps
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from summarize.errors import SummarizeError, UsageError
from summarize.output import write
from summarize.reading.notes import EXTRACTED, ORIGINAL, noted
from summarize.reading.sources import is_address, passed_over, unfit
from summarize.render.inert import well_formed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.group import Event
    from summarize.records import Article

LINES = (".jsonl", ".ndjson")
_FIELDS = ("title", "outlet", "wire", "byline", "date", "url")
_TEXTS = (".txt", ".text", ".md", ".markdown")
_WORD = re.compile(r"[^\W_]+")
_LONGEST = 48  # characters of a name


def check_folder(target: Path) -> None:
    """Refuse a folder that is no place for events, before any work is done.

    Raises:
        UsageError: `target` holds something, is a file, or its own folder does not exist.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise UsageError(f"{target} exists and is no empty folder; name another for --output.")
    if not target.parent.is_dir():
        raise UsageError(f"The folder {target.parent} does not exist; create it first.")


def file_events(target: Path, events: Sequence[Event], articles: Sequence[Article]) -> None:
    """Put a folder an event into the folder `target`, all of them or none.

    Raises:
        SummarizeError: it could not be written; nothing is left behind.
    """
    draft = target.with_name(f".{target.name[:200]}.{os.getpid()}.part")
    try:
        draft.mkdir()
        for name, event in zip(names(events), events, strict=True):
            folder = draft / name
            folder.mkdir()
            _fill(folder, target / name, [articles[number] for number in event.articles])
        if target.is_dir():
            target.rmdir()
        draft.replace(target)
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        raise SummarizeError(
            f"{target} could not be written ({reason}); mend that or name another --output."
        ) from problem
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def topic_lines(events: Sequence[Event], articles: Sequence[Article]) -> str:
    """Return the events as JSON Lines, a topic a line, as `batch` reads them."""
    rows = (
        {
            "id": name,
            "title": event.title,
            "documents": [_document(articles[number]) for number in event.articles],
            "references": [],
        }
        for name, event in zip(names(events), events, strict=True)
    )
    return "".join(well_formed(dumps(row, ensure_ascii=False)) + "\n" for row in rows)


def names(events: Sequence[Event]) -> list[str]:
    """Return a name for each event that sorts as they do: `07-ferry-runs-aground`."""
    digits = len(str(len(events)))
    return [f"{n:0{digits}}-{_slug(event.title)}" for n, event in enumerate(events, start=1)]


def _slug(text: str) -> str:
    return "-".join(_WORD.findall(text.lower()))[:_LONGEST].strip("-") or "event"


def _document(article: Article) -> dict[str, Any]:
    return {
        "id": article.path,
        "title": article.title,
        "date": article.date,
        "source": article.outlet,
        "wire": article.wire,
        "byline": article.byline,
        "url": article.url,
        "text": article.text,
        **({"extracted": True} if article.extracted else {}),
    }


def _fill(folder: Path, target: Path, articles: Sequence[Article]) -> None:
    """Put articles into a folder that will be `target`, with what is known of them."""
    notes = []
    for name, article in zip(_files(articles), articles, strict=True):
        write(folder / name, article.text)
        known = {key: getattr(article, key) for key in _FIELDS if getattr(article, key)}
        if not _is_text(article.path):  # the file has only what was taken out of another
            known[ORIGINAL] = noted(article.path, target)
        lines = [f"[{_quoted(name)}]", *(f"{key} = {_quoted(known[key])}" for key in known)]
        lines += [f"{EXTRACTED} = true"] if article.extracted else []
        notes += ["\n".join(lines)] if len(lines) > 1 else []
    if notes:
        write(folder / "sources.toml", "\n\n".join(notes) + "\n")


def _is_text(path: str) -> bool:
    """Whether a path is a text file's, which is copied as it is."""
    plain = not is_address(path) and "#" not in path
    return plain and PurePath(path).suffix.lower() in _TEXTS


def _is_hidden(name: str) -> bool:
    """Whether a file of that name would not be read where it stands in a folder."""
    return passed_over(name) or unfit(name, name) is not None


def _files(articles: Sequence[Article]) -> Iterator[str]:
    """Give each article a file name: its own where it has one, and none twice."""
    taken: set[str] = set()
    for article in articles:
        path, _, part = article.path.partition("#")
        own = PurePath(path).name
        if part or Path(own).suffix.lower() not in _TEXTS or _is_hidden(own):
            own = f"{_slug(part or own)}.txt"
        stem, suffix = own[: -len(Path(own).suffix)], Path(own).suffix
        name, again = own, 1
        while name.lower() in taken or _is_hidden(name):
            again += 1
            name = f"{stem}-{again}{suffix}" if name.lower() in taken else f"article-{name}"
        taken.add(name.lower())
        yield name


def _quoted(text: str) -> str:
    """Return a TOML string; what does not print is written as an escape."""
    return f'"{"".join(map(_escaped, well_formed(text)))}"'


def _escaped(letter: str) -> str:
    plain = letter.isprintable() and letter not in '"\\'
    return letter if plain else f"\\U{ord(letter):08X}"
