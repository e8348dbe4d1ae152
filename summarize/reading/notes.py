"""`sources.toml`: what an editor notes about the files beside it.

One table a file, such as `["story.txt"]`, with any of title, outlet, wire, byline, date and url.
An empty string says that there is none, where inference would find one. `original` is the file or
address that the text was taken from, and is what is cited; `extracted = true` says that it was
taken out of a web page, without what surrounds it there.
"""

from __future__ import annotations

import datetime
import os
import tomllib
from pathlib import Path
from typing import Any

from summarize.errors import SourceError
from summarize.reading.called import STDIN
from summarize.reading.sources import content, is_address, shown
from summarize.reading.undated import is_amiss, no_day
from summarize.records import Drop
from summarize.text.page.decode import NotTextError, decode
from summarize.text.page.front import KEYS

NAME = "sources.toml"
ORIGINAL, EXTRACTED = "original", "extracted"
_KNOWN = (*KEYS, ORIGINAL, EXTRACTED)

Notes = dict[str, dict[str, str]]


def load(folder: Path) -> tuple[Notes, list[Drop]]:
    """Return what the `sources.toml` of a folder says a file, and what of it cannot be used."""
    path = folder / NAME
    name = shown(path)
    try:
        if not path.exists():
            return {}, []
        tables = tomllib.loads(decode(content(path, name)))
    except SourceError as error:
        return {}, [Drop("read", name, str(error))]
    except (ValueError, OSError, RecursionError) as error:
        why = "no text" if isinstance(error, NotTextError) else f"no valid TOML: {error}"
        return {}, [Drop("read", name, f"{name} is {why}; mend it, it is left out until then.")]
    notes: Notes = {}
    drops: list[Drop] = []
    for file, table in tables.items():
        where = f'["{file}"] in {name}'
        if not isinstance(table, dict):
            reason = f'{name} sets {file} outside a table; put it under ["file.txt"].'
        elif not os.path.exists(folder / file):  # noqa: PTH110 - a name may be too long
            reason = f"{where} is about a file that is not there; {_meant(folder, file, table)}."
        else:
            notes[file], reasons = _table(table, where)
            drops += [Drop("read", name, reason) for reason in reasons]
            continue
        drops.append(Drop("read", name, reason))
    return notes, drops


def noted(path: str, folder: Path) -> str:
    """Return how `sources.toml` in a folder names an original: seen from there, or its address."""
    file, mark, part = path.partition("#")
    if is_address(path) or file == STDIN or Path(file).is_absolute():
        return path
    return os.path.relpath(file, folder) + mark + part


def cited(name: str, given: dict[str, str]) -> str:
    """Return what is cited for a file: its name, or its original as seen from where the name is."""
    original = given.get(ORIGINAL, "")
    file, mark, part = original.partition("#")
    if not original or is_address(original) or file == STDIN:
        return original or name
    return os.path.normpath(Path(name).parent / file) + mark + part


def _meant(folder: Path, file: str, table: dict[str, Any]) -> str:
    """Return how to mend a table for no file: TOML takes `[a.txt]` for a table within a table."""
    for inner in (key for key, value in table.items() if isinstance(value, dict)):
        if os.path.exists(folder / f"{file}.{inner}"):  # noqa: PTH110 - a name may be too long
            return f'write ["{file}.{inner}"], in quotation marks'
    return "check its name"


def _table(table: dict[str, Any], where: str) -> tuple[dict[str, str], list[str]]:
    """Return what a table of `sources.toml` gives about a file, and what is wrong with it."""
    given: dict[str, str] = {}
    reasons = []
    for key, value in table.items():
        text = value.isoformat() if isinstance(value, datetime.date) else value
        if key not in _KNOWN:
            reasons.append(f"{where} has the unknown key {key}; known are {', '.join(_KNOWN)}.")
        elif key == EXTRACTED:
            given |= {key: "true"} if value is True else {}
            if not isinstance(value, bool):
                reasons.append(f"{where} gives {key} as something else than true or false.")
        elif not isinstance(text, str):
            reasons.append(f"{where} gives {key} as no text; put it in quotes.")
        elif key == "date" and is_amiss(text):
            reasons.append(no_day(where, text))
        else:
            given[key] = text
    return given, reasons
