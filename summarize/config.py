"""Defaults from files: what a reader, or a project, always wants of its briefs.

Two files are looked for: the reader's own, and that of the nearest folder at or above the one that
is worked in, `summarize.toml` or a `pyproject.toml` with a table `[tool.summarize]`. The reader's
own is trusted. The other one may be a stranger's, who put it beside the articles; what it may not
say is told where its keys are checked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarize.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME = "summarize.toml"
_PROJECT = "pyproject.toml"
_MOST = 1_000_000  # bytes; a larger file holds no settings

# Every way to write the table [tool.summarize], and a few others: most projects have none, and
# reading them would cost each run some milliseconds.
_PERHAPS = re.compile(
    rb"""tool["'\s]*\.["'\s]*summarize|^[ \t]*+\[?[ \t]*+["']?tool["']?\s*[]=]""", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Config:
    """A file's settings, as they stand in it; `own` if the reader wrote or named it."""

    path: Path
    table: Mapping[str, Any]
    own: bool


def found() -> tuple[Config, ...]:
    """Return the files that hold here, the reader's own before the nearer one.

    Raises:
        UsageError: one of them cannot be read.
    """
    home = own_path()
    mine = named(home) if home.is_file() else None
    near = _nearest()
    if near is not None and mine is not None and near.path.samefile(mine.path):
        near = None
    return tuple(config for config in (mine, near) if config is not None)


def named(path: Path) -> Config:
    """Return the settings of a file that the reader wrote or named.

    Raises:
        UsageError: it cannot be read, or has no table `[tool.summarize]` where it needs one.
    """
    content = _parsed(path, _content(path))
    table = _tool(path, content) if path.name == _PROJECT else content
    if table is None:
        raise UsageError(f"{path} has no table [tool.summarize]; name another --config.")
    return Config(path, table, own=True)


def own_path() -> Path:
    """Return where the reader's own file is looked for."""
    from platformdirs import user_config_path

    return user_config_path("summarize") / NAME


def _nearest() -> Config | None:
    try:
        here = Path.cwd()
    except OSError:  # the folder is gone
        return None
    for folder in (here, *here.parents):
        config = _of(folder)
        if config is not None:
            return config
    return None


def _of(folder: Path) -> Config | None:
    path = folder / NAME
    if path.is_file():
        return Config(path, _parsed(path, _content(path)), own=False)
    path = folder / _PROJECT
    try:
        content = _start(path) if path.is_file() else b""
    except OSError:  # a project that keeps its file to itself
        return None
    if len(content) > _MOST or not _PERHAPS.search(content):
        return None
    table = _tool(path, _parsed(path, content))
    return None if table is None else Config(path, table, own=False)


def _content(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise UsageError(f"{path} is no file with settings; name another --config.")
        content = _start(path)
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        raise UsageError(f"{path} cannot be read ({reason}); mend that or give --no-config.") from (
            problem
        )
    if len(content) > _MOST:
        raise UsageError(f"{path} is too large for settings; give --no-config.")
    return content


def _start(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_MOST + 1)


def _parsed(path: Path, content: bytes) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as problem:  # not TOML, or not UTF-8
        reason = "it is nested too deeply" if isinstance(problem, RecursionError) else str(problem)
        raise UsageError(
            f"{path} is not valid TOML: {reason}. Mend it or give --no-config."
        ) from problem


def _tool(path: Path, content: Mapping[str, Any]) -> dict[str, Any] | None:
    tools = content.get("tool")
    table = tools.get("summarize") if isinstance(tools, dict) else None
    if table is not None and not isinstance(table, dict):
        raise UsageError(f"{path}: tool.summarize is no table; write [tool.summarize].")
    return table
