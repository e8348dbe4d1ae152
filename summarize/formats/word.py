"""word: the text of a Word document (.docx). Needs the extra `docx`."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from summarize.errors import SourceError
from summarize.formats.archive import checked
from summarize.reading.document import Document
from summarize.reading.sources import MOST_BYTES
from summarize.text.page.decode import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

# What stands around paragraphs, rows, cells and runs and is read through: content controls, tracked
# insertions, links, fields. What was deleted (`del`) or moved away (`moveFrom`) is not among them.
_AROUND = frozenset(
    "sdt sdtContent ins moveTo hyperlink smartTag customXml fldSimple dir bdo".split()
)
_INSTEAD = "Word Document"  # the title that the library gives a document that has none


def word(data: bytes, name: str) -> Document:
    """Return the paragraphs of a Word document with the title and author that it gives.

    They are read as the document stands with all its tracked changes accepted.

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
        blocks = list(_blocks(document.element.body))
        given = _told(document)
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


def _inside(element: Any, *kinds: str) -> Iterator[Any]:
    """Give the elements of some kinds in another, in order, also those in what is read through."""
    for child in element.iterchildren("{*}*"):
        kind = child.tag.rpartition("}")[2]
        if kind in kinds:
            yield child
        elif kind in _AROUND and child.find("{*}sdtPr/{*}showingPlcHdr") is None:  # "Enter text"
            yield from _inside(child, *kinds)


def _blocks(element: Any) -> Iterator[str]:
    """Give the text of each paragraph, and of each table, a row a line."""
    begun = ""
    for block in _inside(element, "p", "tbl"):
        if block.tag.endswith("}p"):
            begun += "".join(run.text for run in _inside(block, "r"))
            if block.find("{*}pPr/{*}rPr/{*}del") is None:  # else it goes on in the next one
                yield begun.strip()
                begun = ""
        else:
            rows = (row for row in _inside(block, "tr") if row.find("{*}trPr/{*}del") is None)
            lines = (" ".join(filter(None, _cells(row))) for row in rows)
            yield "\n".join(filter(None, lines))
    yield begun.strip()


def _cells(row: Any) -> Iterator[str]:
    """Give the text of each cell of a row, a paragraph a line."""
    for cell in _inside(row, "tc"):
        yield "\n".join(filter(None, _blocks(cell)))


def _told(document: Any) -> dict[str, str]:
    """Return what the document says of itself: the paragraph that is its title before its head.

    Its day is not told: that is the file's or a template's.
    """
    from summarize.text.page.heads import people

    facts = document.core_properties
    title = _title(document) or (facts.title if facts.title != _INSTEAD else "")
    given = {"title": title, "byline": people(facts.author or "")[0]}
    return {key: tidy(value) for key, value in given.items() if value and value.strip()}


def _title(document: Any) -> str:
    """Return the text of the first paragraph in the style of titles, in whatever language."""
    from docx.enum.style import WD_STYLE_TYPE

    for block in _inside(document.element.body, "p"):
        style = document.part.get_style(block.style, WD_STYLE_TYPE.PARAGRAPH)
        if "title" in {(block.style or "").casefold(), (style.name or "").casefold()}:
            return " ".join("".join(run.text for run in _inside(block, "r")).split())
    return ""
