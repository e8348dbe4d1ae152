"""document: what a reader of files, pages or feeds hands over before it is an article."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Document:
    """A document of a file: its name in it (`topic/document`), its text, and what is given.

    `extracted` is whether the text was taken out of a web page, without what surrounds it there.
    """

    name: str
    text: str
    given: dict[str, str] = field(default_factory=dict)
    extracted: bool = False
