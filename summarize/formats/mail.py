"""mail: the article of a message (.eml), and of a page that a browser saved as one (.mhtml)."""

from __future__ import annotations

import re
from dataclasses import replace
from email import policy
from email.errors import MessageError
from email.parser import BytesParser
from email.utils import parseaddr
from typing import TYPE_CHECKING, cast

from summarize.errors import SourceError
from summarize.formats.page import page
from summarize.reading.document import Document
from summarize.text.agencies import agency
from summarize.text.page.decode import NotTextError, decode, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage

MOST_PARTS = 1000
_DEEPEST = 20
_MOST_HEADER = 4000  # characters; the library's time grows with the square of them
_POSTMARK = re.compile(rb"(?:\xef\xbb\xbf)?From [^\n]{1,300}\n")  # of a mailbox it was taken from
_NEWSLETTER = re.compile(r"^\s*(?:(?:fwd?|fw|re)\s*:\s*)+", re.IGNORECASE)
_HEADER = re.compile(rb"\s*(?:[!-9;-~]{1,76}:[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n)*+){2,}+")


def mail(data: bytes, name: str) -> Document:
    """Return the article of a message: its HTML part, else its text, with subject, sender and day.

    An HTML part that holds no article is passed over where there is a text.

    Raises:
        SourceError: it is no message, holds too many parts, or no text.
    """
    message = _message(data, name)
    given = _told(message)
    plain = ""
    for part in _parts(message, name):
        kind = part.get_content_type()
        if kind == "text/html":
            try:
                found = page(_bytes(part), name, charset=part.get_content_charset())
            except SourceError:
                if plain.strip():
                    break  # it is a picture, or asks for a browser, and the text stands before it
                raise
            return replace(found, given=found.given | given)
        if kind == "text/plain" and not plain:
            plain = _text(part, name)
    if not plain.strip():
        raise SourceError(f"{name} is a message without text; save the article's text as .txt.")
    return Document("", plain.strip("\n"), given)


def is_message(data: bytes) -> bool:
    """Tell whether bytes begin with the lines of a message's head."""
    return _HEADER.match(data[:65536].removeprefix(b"\xef\xbb\xbf")) is not None


def archived_page(data: bytes, name: str) -> Document:
    """Return the article of a page that a browser saved with all that belongs to it.

    Raises:
        SourceError: it is no such page, or holds no text for readers.
    """
    message = _message(data, name)
    home = _header(message, "Snapshot-Content-Location")
    for part in _parts(message, name):
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            url = home or _header(part, "Content-Location")
            url = url if re.match(r"https?://", url) else ""
            return page(_bytes(part), name, url or None, part.get_content_charset())
    raise SourceError(f"{name} is a saved page that holds no HTML; save the page again.")


class _Bounded(policy.EmailPolicy):
    """How messages are read whose headers are cut at a length that none needs."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """Return the name and the value of a header, the value up to its bound."""
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_MOST_HEADER]


def _message(data: bytes, name: str) -> EmailMessage:
    if postmark := _POSTMARK.match(data):
        data = data[postmark.end() :]
    if not is_message(data):
        raise SourceError(f"{name} is no message; save the article's text as .txt.")
    try:
        return cast("EmailMessage", BytesParser(policy=_Bounded()).parsebytes(data))
    except (MessageError, ValueError, LookupError, RecursionError, IndexError) as error:
        raise SourceError(
            f"{name} is a message that cannot be taken apart; save its text as .txt."
        ) from error


def _parts(message: EmailMessage, name: str) -> Iterator[EmailMessage]:
    """Give the parts that are no attachments, in order, however deep."""
    waiting, seen = [(message, 0)], 0
    while waiting:
        part, depth = waiting.pop(0)
        seen += 1
        if seen > MOST_PARTS or depth > _DEEPEST:
            raise SourceError(
                f"{name} is a message of more than {MOST_PARTS} parts or {_DEEPEST} levels; "
                "save the article's text as .txt."
            )
        if part.is_multipart():
            inside = cast("list[EmailMessage]", part.get_payload())
            waiting[:0] = [(child, depth + 1) for child in inside]
        elif _header(part, "Content-Disposition").split(";")[0].strip().lower() != "attachment":
            yield part


def _bytes(part: EmailMessage) -> bytes:
    try:
        data = part.get_payload(decode=True)
    except (ValueError, LookupError, IndexError):
        return b""
    return data if isinstance(data, bytes) else b""


def _text(part: EmailMessage, name: str) -> str:
    try:
        return decode(_bytes(part), part.get_content_charset())
    except NotTextError as error:
        raise SourceError(f"{name} is {error}; save the article's text as .txt.") from error


def _header(part: EmailMessage, key: str) -> str:
    """Return a header, empty where it is missing or too odd for the library to read."""
    try:
        return " ".join(str(part.get(key) or "").split())
    except (ValueError, LookupError, AttributeError, IndexError, TypeError):
        return ""


def _told(message: EmailMessage) -> dict[str, str]:
    """Return what a message's head says, as front matter would; of a forwarded one, no sender."""
    subject = _header(message, "Subject")
    plain = _NEWSLETTER.sub("", subject)
    sender = parseaddr(_header(message, "From"))[0] if plain == subject else ""
    date = re.sub(r"^\w+,\s*", "", _header(message, "Date"))
    day = re.match(r"\d{1,2} \w{3,9} \d{4}", date)
    given = {"title": plain, "date": day[0] if day else date}
    given["wire" if agency(sender) else "outlet"] = sender
    return {key: tidy(value) for key, value in given.items() if value}
