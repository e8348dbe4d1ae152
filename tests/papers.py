"""A story of two sentences, and making small PDF and Word documents, archives and messages."""

from __future__ import annotations

import io
import zipfile
import zlib

FERRY = (
    "A ferry with 212 people on board ran aground off the island of Sollen on Monday, the coast"
    " guard said."
)
SAFE = "Nobody was hurt, and all of the passengers were brought ashore in boats before night fell."
PAGE = (
    "<html><head><title>Ferry runs aground</title></head><body><article>"
    f"<p>{FERRY}</p><p>{SAFE}</p></article></body></html>"
)


def pdf(*pages: list[str], title: str = "") -> bytes:
    """A PDF document with the lines given, each page's beneath one another.

    Its font has ligatures, of ff, fi, fl and ffi, as the signs 1 to 4.
    """
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    kids = []
    for lines in pages:
        shown = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
        stream = zlib.compress(f"BT /F1 11 Tf 60 780 Td {shown} ET".encode("latin-1"))
        head = b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(stream)
        objects.append(head + stream + b"\nendstream")
        number = len(objects)
        kids.append(b"%d 0 R" % (number + 1))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources "
            b"<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding "
            b"<< /BaseEncoding /WinAnsiEncoding /Differences [1 /ff /fi /fl /ffi] >> >> >> >> >>"
            % number
        )
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    objects.append(f"<< /Title ({title}) /CreationDate (D:20240305101500Z) >>".encode("latin-1"))
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (size, table, size, len(objects), len(data))
    )


def docx(*paragraphs: str, title: str = "", author: str = "") -> bytes:
    """A Word document."""
    import docx as library

    document = library.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.core_properties.title = title
    document.core_properties.author = author
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def word(body: str) -> bytes:
    """A Word document of that markup, which holds no styles and says nothing of itself."""
    kinds = "http://schemas.openxmlformats.org/package/2006/content-types"
    links = "http://schemas.openxmlformats.org/package/2006/relationships"
    of_office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    of_word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{kinds}"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{links}"><Relationship Id="r1" Type='
            f'"{of_office}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/document.xml": f'<w:document xmlns:w="{of_word}"><w:body>{body}</w:body>'
            "</w:document>",
        }
    )


def packed(files: dict[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()
