"""encoding: the lines of topics as text, in whatever encoding they are, read one at a time."""

from __future__ import annotations

import codecs
import io
from typing import TYPE_CHECKING, Any, Protocol

from summarize.text.page.decode import decoded

if TYPE_CHECKING:
    from typing import IO

_START = 4  # bytes that tell whether a file says that it is in UTF-16 or UTF-32
_MARKS = (  # the longer first, since one begins as the other
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class Lined(Protocol):
    """What gives its lines one by one."""

    def readline(self, most: int, /) -> bytes:
        """Return the next line, or the beginning of one that is longer than `most`."""


def lined(file: IO[bytes]) -> Lined:
    """Return a file whose lines end in a byte: one that says it is in UTF-16 comes in UTF-8."""
    buffered: Any = file if hasattr(file, "peek") else io.BufferedReader(file)
    start = buffered.peek(_START)[:_START]
    wide = next((name for mark, name in _MARKS if start.startswith(mark)), None)
    return _Wide(buffered, wide) if wide else buffered


def text_of(line: bytes) -> str:
    """Return what a line says: in UTF-8, or in an older encoding.

    Raises:
        NotTextError: it is no text.
    """
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError:
        return decoded(line)


class _Wide:
    """A file in UTF-16 or UTF-32, in UTF-8."""

    def __init__(self, file: IO[bytes], encoding: str) -> None:
        self._file = io.TextIOWrapper(file, encoding, "replace", newline="\n")

    def readline(self, most: int, /) -> bytes:
        """Return the next line; `most` counts characters."""
        return self._file.readline(most).encode("utf-8", "surrogatepass")
