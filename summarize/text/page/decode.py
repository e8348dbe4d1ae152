"""From bytes to text: which encoding, which line ends, and repair of what went wrong before.

Strict UTF-8 decides almost always. Detection by statistics comes last: it is weak on short
texts. Before it, a Latin text is asked in which encoding it has the letters of its language; where
that is not sure, it is Windows-1252, as nearly all English news in a legacy encoding.
"""

from __future__ import annotations

import re
from contextlib import suppress

from summarize.text.page.alphabets import encoding_by_letters

SAMPLE = 1 << 16  # bytes that an encoding is judged by

_KINDS = (  # how files that are no text begin
    (b"%PDF-", "a PDF document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x7fELF", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
_CONTROLS = bytes(sorted({*range(32)} - {8, 9, 10, 11, 12, 13, 27}))
_ASCII = bytes([9, 10, 13, *range(32, 127)])
_LINE_ENDS = re.compile("[\r\v\f\u2028](?:(?<=\r)\n)?")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SEPARATORS = re.compile("[\x1c-\x1f]")  # they end a line for Python but not for a reader
# Where mojibake is possible at all: what the first bytes of UTF-8's commonest sequences become in
# Windows-1252, Windows-1251 and Mac Roman, and C1 controls. Whether it is, ftfy says; asking it of
# every line would take a second a megabyte. What begins with a set of signs is looked for quickest.
_SUSPECT = re.compile(
    "[\x80-\x9f\xc2-\xf4в‚√]"
    "(?:(?<=[\x80-\x9f\xc2\xc3])|(?<=[\xc2-\xf4√])[^\x00-\x7f]|(?<=в)Ђ|(?<=‚)[ÄÅ])"
)
_UNDECODED = re.compile("[\udc80-\udcff]+")  # runs of bytes that are no UTF-8
_DECLARED = re.compile(
    rb"""<(?:meta\b[^>]{0,200}?\bcharset|\?xml\b[^>]{0,100}?\bencoding)\s*=\s*["']?\s*([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_MEANT = {  # labels that the web uses for a larger encoding (encoding.spec.whatwg.org)
    **dict.fromkeys(("iso-8859-1", "latin1", "us-ascii", "ascii", "iso8859-1"), "cp1252"),
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "shift-jis": "cp932",
    "euc-kr": "cp949",
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
}
_SYMBOL_IN_WORD = re.compile(
    rb"[a-z][\x80-\x89\x8b\x8d\x8f\x90\x95\x98-\x9d\x9f\xa1-\xb3\xb5-\xbf][a-z]"
)


class NotTextError(ValueError):
    """The bytes are no text; the message says what they are, as in "a PNG image"."""


def decode(data: bytes, declared: str | None = None) -> str:
    """Return the text of a file: decoded, with line feeds as its only line ends, and tidied.

    `declared` is as of `decoded`.

    Raises:
        NotTextError: these are the bytes of an image, an archive, a program, ….
    """
    return tidy(decoded(data, declared))


def decoded(data: bytes, declared: str | None = None) -> str:
    """Return the text of a file as it stands, for whoever asks its own ends of lines of it.

    `declared` is the encoding that the file or its sender names; UTF-8 goes before it, since a
    text that is none hardly ever passes for it.

    Raises:
        NotTextError: these are the bytes of an image, an archive, a program, ….
    """
    data = data.removeprefix(b"\xef\xbb\xbf")
    wide = _wide(data)
    if wide is not None:
        return wide
    for magic, kind in _KINDS:
        if data.startswith(magic):
            raise NotTextError(kind)
    controls = _controls(data)
    text = None
    try:
        # A few stray controls are dirt; half a file of them is none of a reader's business.
        if controls <= 0.05 or (controls <= 0.3 and len(data) < 160):
            text = data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        if controls <= 0.005:
            text = _as_declared(data, declared) or _by_nuls(data, 0.005)
            text = text or _damaged(data) or _legacy(data)
    # UTF-16 in another script: NULs at its spaces and line ends, and much else that looks binary.
    text = (_by_nuls(data, 0.005) or _by_stops(data)) if text is None else text
    if text is None:
        raise NotTextError("a binary file")
    return text


def declared(data: bytes) -> str | None:
    """Return the encoding that a page or a feed names in its head, if it does."""
    found = _DECLARED.search(data[:4096])
    return found[1].decode("ascii") if found else None


def tidy(text: str) -> str:
    """Return the text with line feeds as line ends, mojibake repaired, and fit to be encoded.

    Lone surrogates become U+FFFD and NULs go. All other characters stay, also those that direct
    or hide text: making them harmless is the renderers' work.
    """
    if _SURROGATE.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = _lines(text).removeprefix("\ufeff")
    if text.isascii() or not _SUSPECT.search(text):
        return text
    text = "\n".join(_repair(x) if _SUSPECT.search(x) else x for x in text.split("\n"))
    return _lines(text).replace("\x85", "\n")


def _as_declared(data: bytes, name: str | None) -> str | None:
    """Decode what is in the declared encoding throughout; what browsers take its name for."""
    if not name:
        return None
    plain = name.lower().replace("_", "-")
    with suppress(LookupError, UnicodeError, ValueError):
        return data.decode(_MEANT.get(plain, plain))
    return None


def _lines(text: str) -> str:
    text = _SEPARATORS.sub(" ", text.replace("\0", ""))
    return _LINE_ENDS.sub("\n", text).replace("\u2029", "\n\n")


def _repair(line: str) -> str:
    import ftfy

    return ftfy.fix_encoding(line)


def _controls(data: bytes) -> float:
    """Return the share of control characters, of the beginning or of all, whichever is more."""
    parts = (data[:SAMPLE], data)
    return max((len(x) - len(x.translate(None, _CONTROLS))) / max(1, len(x)) for x in parts)


def _wide(data: bytes) -> str | None:
    if data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        try:
            return data.decode("utf-32")
        except UnicodeDecodeError:  # UTF-16 that begins with a NUL
            pass
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    return _by_nuls(data, 0.15)  # Latin script: nearly every other byte is NUL


def _by_nuls(data: bytes, least: float) -> str | None:
    """Decode UTF-16 without its mark: NULs are a share of the bytes, at even or at odd places."""
    sample = data[: SAMPLE & ~1]
    # Few NULs mean something only in a file of some length, and none at all in ASCII.
    plain = len(sample) - len(sample.translate(None, _ASCII))
    weak = least < 0.1 and (len(sample) < 32 or plain > 0.7 * len(sample))
    if b"\0" not in sample or len(sample) < 4 or weak:
        return None
    even, odd = sample[::2].count(0) / len(sample), sample[1::2].count(0) / len(sample)
    if max(even, odd) < least or min(even, odd) > 0.25 * max(even, odd):
        return None
    try:
        text = data[: len(data) & ~1].decode("utf-16-be" if even > odd else "utf-16-le")
    except UnicodeDecodeError:
        return None
    strange = sum(not (char.isprintable() or char.isspace()) for char in text[:SAMPLE])
    return text if strange <= 0.01 * min(len(text), SAMPLE) else None


def _by_stops(data: bytes) -> str | None:
    """Decode UTF-16 without its mark and without blanks: its stops are no text in any other way."""
    for encoding in ("utf-16-le", "utf-16-be"):
        sample = data[: SAMPLE & ~1].decode(encoding, "replace")
        if sum(map(sample.count, "、。，")) >= max(1, len(sample) / 100) and "\ufffd" not in sample:
            return data[: len(data) & ~1].decode(encoding, "replace")
    return None


def _damaged(data: bytes) -> str | None:
    """Decode UTF-8 with some bytes that are not: a cut-off end, or a quote pasted from Windows."""
    text = data.decode("utf-8", "surrogateescape")
    bad = _UNDECODED.findall(text)
    good = len(re.findall("[^\x00-\x7f\udc80-\udcff]", text))
    cut_off = len(bad) == 1 and len(bad[0]) > 1 and text.endswith(bad[0])
    if good < 2 * len(bad) and not cut_off:
        return None

    def mend(match: re.Match[str]) -> str:
        byte = match.group().encode("utf-8", "surrogateescape")
        return byte.decode("cp1252", "replace") if byte <= b"\x9f" and len(byte) == 1 else "\ufffd"

    return _UNDECODED.sub(mend, text)


def _legacy(data: bytes) -> str:
    """Decode a single-byte or East Asian encoding from before Unicode."""
    first = re.search(rb"[\x80-\xff]", data)
    start = max(0, (first.start() if first else 0) - 1024)
    sample = data[start : start + SAMPLE]
    runs = re.findall(rb"[\x80-\xff]+", sample)
    # Western text has its accents and quotes one at a time, among ASCII letters.
    in_a_row = sum(map(len, runs)) / max(1, len(runs))
    if in_a_row < 2 and (told := encoding_by_letters(sample)):
        return data.decode(told, "replace")
    if in_a_row < 1.5 and not _SYMBOL_IN_WORD.search(sample.lower()):
        return data.decode("cp1252", "replace")
    from charset_normalizer import from_bytes

    # Not in the middle of a character: from white space to white space.
    whole = sample if len(sample) == len(data) else sample[: sample.rfind(b"\n") + 1] or sample
    best = from_bytes(whole).best()
    if best is None:
        raise NotTextError("in no encoding that can be told")
    return data.decode(best.encoding, "replace")
