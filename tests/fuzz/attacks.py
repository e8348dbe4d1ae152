"""Files made to exhaust whoever reads them, from the catalogue in `tests/cases/hostile`.

Each is read in a process of its own, under limits that a hang or a flood of memory cannot pass and
a slow machine can. `python tests/fuzz/attacks.py [NAME…]` takes those named, or all, the repeats at
5 MB each, and tells what each took.
"""

from __future__ import annotations

import gzip
import io
import os
import resource
import struct
import subprocess
import sys
import tempfile
import tomllib
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

HERE = Path(__file__).parent
CASES = HERE.parent / "cases" / "hostile"
FULL = 5_000_000  # bytes
SECONDS = 60  # of one processor; at full size the slowest attack took half of it (2026-11)
ADDRESSES = 3 << 30  # bytes of memory that may be asked for
MEMORY = 1 << 30  # bytes that may be used
FERRY = "A ferry with 212 people on board ran aground off the island of Sollen on Monday."

if TYPE_CHECKING:
    from collections.abc import Callable


def cases() -> dict[str, dict[str, Any]]:
    """Return the catalogue by name."""
    tables = [tomllib.loads(path.read_text("utf-8")) for path in sorted(CASES.glob("*.toml"))]
    return {case["name"]: case for table in tables for case in table.get("case", [])}


def material(case: dict[str, Any], *, full: bool = False) -> bytes:
    """Return the bytes of a case: its head, its unit again and again, and its tail; or as made."""
    if "made" in case:
        return MADE[case["made"]]()
    unit = case["unit"].encode("utf-8", "surrogatepass")
    size = FULL if full and case.get("grows", True) else case.get("bytes", 1_000_000)
    tail = case.get("tail", f"\n\n{FERRY}\n")
    return case.get("head", "").encode() + unit * (size // len(unit)) + tail.encode()


def names_without_end() -> bytes:
    return _packed({f"{number}.txt": b"" for number in range(100_000)}, zipfile.ZIP_STORED)


def file_without_a_name() -> bytes:
    return _named(b"", FERRY.encode(), 1)


def packed_blanks() -> bytes:
    return _packed({"a.txt": b" " * (1 << 28)})


def one_stretch_under_many_names() -> bytes:
    """A ZIP archive in which two thousand names share one stretch, 8 GB once unpacked."""
    return _named(b"a", b"a " * (1 << 21), 2000)


def packed_crawl() -> bytes:
    return gzip.compress(b"WARC/1.0\r\n" + b"a" * (300 << 20), 9)


def table_of_one_value() -> bytes:
    return b'title,text\nFerry,"' + b"a " * (50 << 20) + b'"\n'


def pdf_of_blanks() -> bytes:
    return _pdf(
        zlib.compress(zlib.compress(b"\0" * (1 << 29), 9), 9), b"[/FlateDecode /FlateDecode]"
    )


def pdf_of_marks() -> bytes:
    return _pdf(zlib.compress(b"BT /F1 11 Tf " + b"(a) Tj " * (20 << 20), 9))


def pdf_within_itself() -> bytes:
    return _pdf(b"").replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]")


def word_of_wide_cells() -> bytes:
    return _word("<w:tbl><w:tr>" + _cell(100_000_000) + "</w:tr></w:tbl>")


def word_of_nested_tables() -> bytes:
    return _word("<w:tbl><w:tr><w:tc>" * 20_000 + "<w:p/>")


def word_of_laughs() -> bytes:
    return _word("<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>", _laughs("d"))


def word_that_names_a_file() -> bytes:
    kind = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return _word(f"<w:p><w:r><w:t>&x; {FERRY}</w:t></w:r></w:p>", kind)


def word_of_sixty_three_columns() -> bytes:
    return _word(f"<w:tbl><w:tr>{_cell(63)}</w:tr></w:tbl>")


def feed_of_laughs() -> bytes:
    rest = '<rss version="2.0"><channel><title>&a9;</title><item><title>&a9;</title></item>'
    return f'<?xml version="1.0"?>{_laughs("rss")}{rest}</channel></rss>'.encode()


def page_of_laughs() -> bytes:
    return f"{_laughs('html')}<html><body><p>&a9; {FERRY}</p></body></html>".encode()


def front_matter_of_laughs() -> bytes:
    rows = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    for one, other in zip("abcdefghijkl", "bcdefghijklm", strict=True):
        rows.append(f"{other}: &{other} [{', '.join([f'*{one}'] * 9)}]")
    return "\n".join(["---", *rows, "byline: *m", "title: x", "---", FERRY, ""]).encode()


def message_of_messages() -> bytes:
    heads = [
        f'A: b\nContent-Type: multipart/mixed; boundary="x{n}"\n\n--x{n}\n' for n in range(20_000)
    ]
    return "".join([*heads, "A: b\n\n", FERRY]).encode()


def _laughs(name: str) -> str:
    """A document type whose last entity is two billion characters, if anybody wrote it out."""
    rows = ['<!ENTITY a "ha">', f'<!ENTITY a0 "{"&a;" * 10}">']
    rows += [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)]
    return f"<!DOCTYPE {name} [{''.join(rows)}]>"


def _packed(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def _named(name: bytes, plain: bytes, times: int) -> bytes:
    """Return a ZIP archive that holds a file once and lists it so many times, under any name."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = packer.compress(plain) + packer.flush()
    facts = (zlib.crc32(plain), len(data), len(plain), len(name), 0)
    local = struct.pack("<4s5H3L2H", b"PK\3\4", 20, 0, 8, 0, 0, *facts) + name + data
    entry = struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, 0, 8, 0, 0, *facts, 0, 0, 0, 0, 0) + name
    size = times * len(entry)
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, times, times, size, len(local), 0)
    return local + entry * times + end


def _cell(columns: int) -> str:
    told = f"<w:p><w:r><w:t>{FERRY}</w:t></w:r></w:p>"
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{columns}"/></w:tcPr>{told}</w:tc>'


def _word(body: str, kind: str = "") -> bytes:
    """A Word document of the body given, after a document type."""
    import docx

    stream = io.BytesIO()
    docx.Document().save(stream)
    with zipfile.ZipFile(stream) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    text = files["word/document.xml"].decode()
    start = text.partition("<w:body>")[0].replace("<w:document", f"{kind}<w:document", 1)
    files["word/document.xml"] = f"{start}<w:body>{body}</w:body></w:document>".encode()
    return _packed(files)


def _pdf(stream: bytes, filters: bytes = b"/FlateDecode") -> bytes:
    """A PDF document of one page with the stream given."""
    head = b"<< /Length %d /Filter %s >>\nstream\n" % (len(stream), filters)
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        head + stream + b"\nendstream",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R"
        b" /Resources << /Font << /F1 %s >> >> >>" % font,
    ]
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + (
        b"xref\n0 5\n0000000000 65535 f \n%strailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%d\n"
        b"%%%%EOF\n" % (table, len(data))
    )


MADE: dict[str, Callable[[], bytes]] = {
    made.__name__: made
    for made in (
        *(
            names_without_end,
            file_without_a_name,
            packed_blanks,
            one_stretch_under_many_names,
            packed_crawl,
        ),
        *(table_of_one_value, pdf_of_blanks, pdf_of_marks, pdf_within_itself, word_of_wide_cells),
        *(word_of_nested_tables, word_of_laughs, word_that_names_a_file, feed_of_laughs),
        *(word_of_sixty_three_columns, page_of_laughs, front_matter_of_laughs),
        message_of_messages,
    )
}


def attacked(name: str, folder: Path, *, full: bool = False) -> tuple[int, str, int]:
    """Have a process of its own, under limits, read a case; return its exit code, errors and MiB.

    The file is made here, so that the memory which that takes is not the other's.
    """
    case = cases()[name]
    path = folder / case["file"]
    path.write_bytes(material(case, full=full))
    done = subprocess.run(
        [sys.executable, __file__, "--read", str(path)], capture_output=True, check=False
    )
    *told, used = done.stderr.decode().splitlines() or ["0"]
    return done.returncode, "\n".join(told), int(used) if used.isdecimal() else 0


def limit(seconds: int = SECONDS) -> None:
    """Put this process under limits; a hang ends it, and too much memory is an error in it."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, ADDRESSES))


def used() -> int:
    """Return the most MiB that this process ever used; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) >> 10 for line in lines if line.startswith("VmHWM")), 0)


def _read(path: Path) -> int:
    """Read a file by the command line, with a small model behind it, and return its exit code."""
    sys.path[:0] = [str(HERE.parent), str(HERE.parent.parent)]
    os.environ["SUMMARIZE_CACHE"] = str(path.parent)
    os.environ["XDG_CONFIG_HOME"] = os.devnull
    limit()
    from small import SmallEncoder

    import summarize.pipeline  # noqa: F401 - so that its encoder can be replaced
    from summarize.cli import main

    sys.modules["summarize.pipeline"]._encoder = lambda _: SmallEncoder()  # type: ignore[attr-defined]
    try:
        main([str(path), "--words", "400", "--format", "text"])
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def main() -> int:
    """Attack with all that the catalogue has, or with what is named."""
    if sys.argv[1:2] == ["--read"]:
        code = _read(Path(sys.argv[2]))
        sys.stderr.write(f"{used()}\n")
        return code
    for name in sys.argv[1:] or cases():
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        with tempfile.TemporaryDirectory() as folder:
            code, said, memory = attacked(name, Path(folder), full=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        took = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        said = said.replace(folder, "").replace("\n", " ")[-90:]
        sys.stdout.write(f"{took:5.1f} s {memory:4} MiB, exit {code}: {name}. {said}\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
