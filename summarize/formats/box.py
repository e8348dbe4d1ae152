"""box: the messages in a mailbox (.mbox, RFC 4155), each read as a message is that lies alone."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from summarize.errors import SourceError
from summarize.formats.mail import mail
from summarize.reading.undated import undated
from summarize.records import Drop

if TYPE_CHECKING:
    from summarize.reading.document import Document

MOST_MESSAGES = 5000
# The line above each message; what it says is told by the message's own head. The library's
# `mailbox` reads files alone, not bytes, and takes a paragraph that begins with "From " for one.
_ABOVE = re.compile(
    rb"(?:\A(?:\xef\xbb\xbf)?\s{0,20}|(?<=\n)\r?\n)From [^\n]{1,300}\n(?=>?[!-9;-~]{1,76}:)"
)
_QUOTED = re.compile(rb"^>(?=>*From )", re.MULTILINE)  # so that it is not taken for one
_BEGINS = re.compile(
    rb"From \S{1,200} +\w{3} +\w{3} +\d{1,2} \d\d:\d\d[^\n]{0,80}\n>?[!-9;-~]{1,76}:"
)


def is_box(data: bytes) -> bool:
    """Tell whether bytes begin as a mailbox does."""
    return _BEGINS.match(data[:1024].removeprefix(b"\xef\xbb\xbf")) is not None


def box(data: bytes, called: str, part: str | None = None) -> tuple[list[Document], list[Drop]]:
    """Return an article for each message, named by its number from 1, and what was left out.

    Raises:
        SourceError: it is no mailbox, holds too many messages, none with a text, or not the one.
    """
    pieces = _ABOVE.split(data)[1:]
    if not pieces:
        raise SourceError(f"{called} is no mailbox; save each message as .eml.")
    if len(pieces) > MOST_MESSAGES:
        raise SourceError(
            f"{called} holds more than {MOST_MESSAGES} messages; keep those of a story."
        )
    found: list[Document] = []
    drops: list[Drop] = []
    for number, piece in enumerate(pieces, 1):
        if part not in (None, str(number)):
            continue
        name = f"{called}#{number}"
        try:
            made = mail(_QUOTED.sub(b"", piece), name)
            found.append(replace(made, name=str(number)))
        except SourceError as error:
            drops.append(Drop("read", name, str(error)))
    if part is not None and not found and not drops:
        raise SourceError(f"{called} has no message {part}; it has {len(pieces)}, counted from 1.")
    if not found:
        raise SourceError(drops[0].reason)
    return found, drops + undated(found, called)
