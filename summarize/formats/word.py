"""word: the text of a Word document (.docx). Needs the extra `docx`."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from summarize.errors import SourceError
from summarize.formats.archive import checked
from summarize.reading.sources import MOST_BYTES
from summarize.reading.topics import Document
from summarize.text.decode import tidy

_MOST_COLUMNS = 63  # of a table in Word


def word(data: bytes, name: str) -> Document:
    """Return the paragraphs of a Word document with the title and author that it gives.

    Raises:
        SourceError: the extra is missing, or the document is damaged, a bomb or without text.
    """
    try:
        import docx
    except ImportError as error:
        raise SourceError(
            f"{name} is a Word document; to read it, pip install 'summarize[docx]'."
        ) from error
    _whole(data, name)
    try:
        document = docx.Document(BytesIO(data))
        _check(document)
        blocks = [_text(block) for block in document.iter_inner_content()]
        given = _told(document.core_properties)
    except Exception as error:  # a damaged document fails in ways that the library does not list
        raise SourceError(f"{name} is a Word document that is damaged; save it anew.") from error
    text = tidy("\n\n".join(filter(None, blocks)))
    if not any(map(str.isalnum, text)):
        raise SourceError(f"{name} is a Word document without text; give the article's text.")
    return Document("", text, given)


def _whole(data: bytes, name: str) -> None:
    try:
        checked(data, name, MOST_BYTES).close()
    except SourceError as error:
        if error.__cause__ is None:  # a bomb
            raise
        raise SourceError(f"{name} is a Word document that is damaged; save it anew.") from error


def _check(document: Any) -> None:
    """Refuse a table cell that stands over more columns than Word has: each would be a copy."""
    from docx.oxml.ns import qn

    for span in document.part.element.iter(qn("w:gridSpan")):
        if not 0 < int(span.get(qn("w:val"), "1")) <= _MOST_COLUMNS:
            raise ValueError


def _text(block: Any) -> str:
    """Return a paragraph's text, or that of a table, a row a line."""
    if not hasattr(block, "rows"):
        return str(block.text).strip()
    rows = (" ".join(cell.text.strip() for cell in row.cells) for row in block.rows)
    return "\n".join(row for row in rows if row.strip())


def _told(facts: Any) -> dict[str, str]:
    """Return what the document's head says; not its day, which is the file's or a template's."""
    from summarize.text.heads import people

    given = {"title": facts.title, "byline": people(facts.author or "")[0]}
    return {key: tidy(value) for key, value in given.items() if value and value.strip()}
