"""Word, made of the Markdown by pandoc, where that is installed.

It takes two runs. The first parses the Markdown, and what it finds is looked at: no picture and
nothing raw may be among it, since that is what has pandoc open files and addresses. (Its own
`--sandbox` would forbid that too, but cannot make Word documents in Debian's build.) Both read
standard input, write standard output, and are started with a list of arguments: no shell sees a
word of an article.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

from summarize.errors import SummarizeError
from summarize.render.markdown import markdown

if TYPE_CHECKING:
    from summarize.records import Brief

_SECONDS = 60.0  # a long brief takes one
# The first second that a ZIP archive can hold: the same brief gives the same bytes.
_EPOCH = "315532800"
_PARSE = ("--from=commonmark", "--to=json", "--shift-heading-level-by=-1")  # its title is H1
_WRITE = ("--from=json", "--to=docx", "--output=-")
_OPENING = frozenset({"Image", "RawInline", "RawBlock"})


def pandoc() -> str:
    """Return where pandoc is.

    Raises:
        SummarizeError: it is not installed.
    """
    program = shutil.which("pandoc")
    if program is None:
        raise SummarizeError(
            "Word documents are made by pandoc, which is not installed; "
            "get it from https://pandoc.org/installing.html, or choose another --format."
        )
    return program


def docx(brief: Brief) -> bytes:
    """Return the brief as a Word document.

    Raises:
        SummarizeError: pandoc is not installed, is too old, fails, or takes too long.
    """
    program = pandoc()
    tree = _run([program, *_PARSE], markdown(brief).encode("utf-8"))
    if opening := _kinds(tree) & _OPENING:
        raise SummarizeError(
            f"The brief holds what pandoc would obey ({', '.join(sorted(opening))}), so no "
            "document was made. This is a bug; please report it."
        )
    return _run([program, *_WRITE], tree)


def _kinds(tree: bytes) -> set[str]:
    """Return the kinds of elements in pandoc's tree of a document."""
    kinds: set[str] = set()

    def note(node: dict[str, Any]) -> None:
        kinds.add(str(node.get("t")))

    json.loads(tree, object_hook=note)
    return kinds


def _run(command: list[str], given: bytes) -> bytes:
    """Return what pandoc makes of `given`.

    Raises:
        SummarizeError: it cannot be run, fails, or takes too long.
    """
    try:
        done = subprocess.run(  # noqa: S603 - our own arguments, and no shell
            command,
            input=given,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            env={"SOURCE_DATE_EPOCH": _EPOCH, **os.environ},
        )
    except subprocess.TimeoutExpired as problem:
        raise SummarizeError(
            f"{command[0]} was stopped after {_SECONDS:.0f} seconds; choose another --format."
        ) from problem
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        raise SummarizeError(
            f"{command[0]} could not be run ({reason}); mend it, or choose another --format."
        ) from problem
    if done.returncode or not done.stdout:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise SummarizeError(
            f"{command[0]} made no document ({said[0] if said else done.returncode}); "
            "it must be version 2.8 or newer."
        )
    return done.stdout
