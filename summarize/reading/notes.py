"""`sources.toml`: what an editor notes about the files beside it.

One table a file, such as `["story.txt"]`, with any of title, outlet, wire, byline, date and url.
An empty string says that there is none, where inference would find one.
"""

from __future__ import annotations

import datetime
import tomllib
from typing import TYPE_CHECKING, Any

from summarize.errors import SourceError
from summarize.reading.sources import content, shown
from summarize.records import Drop
from summarize.text.dates import day
from summarize.text.decode import NotTextError, decode
from summarize.text.front import KEYS

if TYPE_CHECKING:
    from pathlib import Path

NAME = "sources.toml"

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
        elif not (folder / file).exists():
            reason = f"{where} is about a file that is not there; check its name."
        else:
            notes[file], reasons = _table(table, where)
            drops += [Drop("read", name, reason) for reason in reasons]
            continue
        drops.append(Drop("read", name, reason))
    return notes, drops


def _table(table: dict[str, Any], where: str) -> tuple[dict[str, str], list[str]]:
    given, reasons = {}, []
    for key, value in table.items():
        text = value.isoformat() if isinstance(value, datetime.date) else value
        if key not in KEYS:
            reasons.append(f"{where} has the unknown key {key}; known are {', '.join(KEYS)}.")
        elif not isinstance(text, str):
            reasons.append(f"{where} gives {key} as no text; put it in quotes.")
        elif key == "date" and text.strip() and day(text) is None:
            reasons.append(f"{where} gives a date that is none ({text}); write it 2023-07-27.")
        else:
            given[key] = text
    return given, reasons
