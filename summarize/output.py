"""Writes a page to a file, whole or not at all."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from summarize.errors import SummarizeError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable


_DRAFT = re.compile(r"\..+\.\d+\.part", re.DOTALL)


def check_target(path: Path) -> None:
    """Refuse what cannot be written to, before any work is done.

    Raises:
        UsageError: `path` is a folder, or its folder does not exist.
    """
    if path.is_dir():
        raise UsageError(f"{path} is a folder; name a file for --output.")
    if not path.parent.is_dir():
        raise UsageError(f"The folder {path.parent} does not exist; create it first.")


def refuse_inputs(path: Path, inputs: Iterable[str]) -> None:
    """Refuse to write over something that was read.

    Raises:
        UsageError: `path` is one of `inputs`, or the `sources.toml` beside one of them.
    """
    for name in filter(None, inputs):
        for read in (Path(name), Path(name).parent / "sources.toml"):
            if _same(path, read):
                raise UsageError(
                    f"{path} is one of the sources and would be overwritten; "
                    "name another file for --output."
                )


def write(path: Path, page: str | bytes) -> None:
    """Put a page into `path`, text as UTF-8; whatever happens, never a part of it.

    It is written to a hidden file in the same folder, which then takes the place of `path`; where
    `path` is a link, of what it leads to. Devices and pipes are written to directly.

    Raises:
        SummarizeError: it could not be written; a file that was there before is unchanged.
    """
    content = page.encode("utf-8", "replace") if isinstance(page, str) else page
    try:
        # Asked of the path as it is given: what /dev/stdout leads to may have no name.
        if path.exists() and not path.is_file():
            path.write_bytes(content)
        else:
            _replace(path.resolve(), content)
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        raise SummarizeError(
            f"{path} could not be written ({reason}) and is as it was before; "
            "mend that or name another file for --output."
        ) from problem


def sweep(folder: Path) -> None:
    """Take away the hidden files that writers of a folder left when they were killed.

    Raises:
        OSError: one of them cannot be taken away.
    """
    for path in folder.glob(".*.part"):
        if _DRAFT.fullmatch(path.name):
            path.unlink(missing_ok=True)


def _replace(target: Path, content: bytes) -> None:
    # By a number of its own: a writer of before, or in another thread, may have left its draft.
    number = int.from_bytes(os.urandom(6), "big")
    draft = target.with_name(f".{target.name[:200]}.{number}.part")
    file = draft.open("xb")  # what is there already is another's, and stays
    try:
        with file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            draft.chmod(stat.S_IMODE(target.stat().st_mode))
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
