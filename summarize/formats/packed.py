"""packed: what was packed with gzip, as it was before."""

from __future__ import annotations

import zlib
from gzip import BadGzipFile, GzipFile
from io import BytesIO

from summarize.errors import SourceError

MAGIC = b"\x1f\x8b"
_PIECE = 1 << 20


def unpacked(data: bytes, called: str, most: int, keep: str) -> bytes:
    """Return bytes as they were before they were packed, in one piece or several; others as is.

    At most `most` bytes; `keep` tells of what to keep less where there are more ("the rows").

    Raises:
        SourceError: they are damaged, or grow beyond that.
    """
    if not data.startswith(MAGIC):
        return data
    pieces, size = [], 0
    try:
        with GzipFile(fileobj=BytesIO(data)) as file:
            while piece := file.read(_PIECE):
                pieces.append(piece)
                size += len(piece)
                if size > most:
                    raise SourceError(
                        f"{called} holds more than {most >> 20} MiB once unpacked; keep {keep} of "
                        "one story."
                    )
    except (BadGzipFile, EOFError, zlib.error) as error:
        raise SourceError(f"{called} is a packed file that is damaged; fetch it anew.") from error
    return b"".join(pieces)
