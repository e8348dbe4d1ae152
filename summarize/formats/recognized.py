"""recognized: what a file is whose name does not say it, such as standard input, by its beginning.

Only what no article begins with is taken for more than a text.
"""

from __future__ import annotations

import re
import zlib

from summarize.formats.packed import MAGIC

_LOOKED_AT = 1 << 16  # bytes
_FIRST = {b"%PDF-": ".pdf", b"PAR1": ".parquet", b"WARC/": ".warc"}
_ARCHIVE = b"PK\x03\x04"
_BOM = b"\xef\xbb\xbf"
_JSON = re.compile(rb'\s*\[?\s*\{\s*"(?:[^"\\\n]|\\.){0,200}"\s*:')
# A message tells who sent it and, as no text does that somebody wrote, how it came.
_SENT = re.compile(rb"^from\s*:", re.IGNORECASE | re.MULTILINE)
_CAME = re.compile(
    rb"^(?:mime-version|message-id|received|return-path|content-type)\s*:",
    re.IGNORECASE | re.MULTILINE,
)
_SAVED = re.compile(rb"^content-type\s*:\s*multipart/related", re.IGNORECASE | re.MULTILINE)


def recognized(data: bytes) -> str:
    """Return the extension that a file with these bytes should have; empty for a text."""
    if data.startswith(MAGIC):
        try:
            inside = recognized(zlib.decompressobj(31).decompress(data, _LOOKED_AT))
        except zlib.error:
            return ""
        return f"{inside}.gz" if inside in (".warc", ".csv") else ""
    for first, kind in _FIRST.items():
        if data.startswith(first):
            return kind
    if data.startswith(_ARCHIVE):
        from summarize.formats.archive import is_word

        return ".docx" if is_word(data) else ".zip"
    return _of_text(_beginning(data))


def _beginning(data: bytes) -> bytes:
    """Return the beginning of a text as UTF-8."""
    start = data[:_LOOKED_AT]
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = start.decode("utf-16", "ignore").encode("utf-8", "ignore")
    return start.removeprefix(_BOM).replace(b"\r\n", b"\n")


def _of_text(start: bytes) -> str:
    """Return the extension of what begins with such text, empty if nothing of it tells."""
    from summarize.formats.page import is_page

    if start.lstrip()[:1] == b"<":
        from summarize.web.feed import is_feed

        if is_feed(start.decode("utf-8", "ignore")):
            return ".xml"
        return ".html" if is_page(start) else ""
    if _JSON.match(start):
        return ".json"
    from summarize.formats.box import is_box
    from summarize.formats.columns import is_head
    from summarize.formats.mail import is_message

    if is_box(start):
        return ".mbox"
    head = start.partition(b"\n\n")[0] + b"\n"
    if is_message(start) and _SENT.search(head) and _CAME.search(head):
        return ".mhtml" if _SAVED.search(head) else ".eml"
    return ".csv" if is_head(start.partition(b"\n")[0].decode("utf-8", "ignore")) else ""
