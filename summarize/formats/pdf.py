"""pdf: the text of a PDF document, its paragraphs put together again. Needs the extra `pdf`."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from summarize.errors import SourceError
from summarize.reading.document import Document
from summarize.text.page.decode import tidy
from summarize.text.page.unwrap import unwrap

if TYPE_CHECKING:
    from collections.abc import Iterator

# How a font draws letters that stand side by side; who searches or reads words looks for letters.
_LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
    | {"\ufb05": "st", "\ufb06": "st"}
)
MOST_PAGES = 500
MOST_CHARACTERS = 4_000_000


def pdf(data: bytes, name: str) -> Document:
    """Return the text of a PDF document with the title and author that it gives.

    Raises:
        SourceError: the extra is missing, or the document is damaged, locked, too long or without
            text.
    """
    try:
        import pypdf
    except ImportError as error:
        raise SourceError(
            f"{name} is a PDF document; to read it, pip install 'summarize[pdf]'."
        ) from error
    from io import BytesIO

    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    try:
        reader = pypdf.PdfReader(BytesIO(data))
        _check(reader, name)
        text = "\n\n".join(_pages(reader, name))
        given = _told(reader.metadata)
    except SourceError:
        raise
    except Exception as error:  # a damaged document fails in ways that the library does not list
        raise SourceError(f"{name} is a PDF document that is damaged; save it anew.") from error
    if not any(map(str.isalnum, text)):
        raise SourceError(
            f"{name} holds pictures of text and no text; run a text recognition over it first."
        )
    return Document("", text, given)


def _check(reader: Any, name: str) -> None:
    if reader.is_encrypted and not reader.decrypt(""):
        raise SourceError(f"{name} is locked with a password; save it without one.")
    if len(reader.pages) > MOST_PAGES:
        raise SourceError(
            f"{name} has {len(reader.pages)} pages, and at most {MOST_PAGES} are read; "
            "save the pages of the article."
        )


def _pages(reader: Any, name: str) -> Iterator[str]:
    total = 0
    for page in reader.pages:
        text = _lettered(page.extract_text() or "")
        total += len(text)
        if total > MOST_CHARACTERS:
            raise SourceError(
                f"{name} holds more than {MOST_CHARACTERS // 1_000_000} million characters; "
                "save the pages of the article."
            )
        yield unwrap(text)


def _told(facts: Any) -> dict[str, str]:
    """Return what the document's head says; not its day, which is that of printing."""
    from summarize.text.page.heads import people

    if not facts:
        return {}
    title = str(facts.title or "")
    if "." in title[-5:] or title.lower().startswith("microsoft"):
        title = ""  # the name of a file, which word processors put there
    given = {"title": title, "byline": people(str(facts.author or ""))[0]}
    return {key: _lettered(value) for key, value in given.items() if value and value.strip()}


def _lettered(text: str) -> str:
    return tidy(text).translate(_LIGATURES)
