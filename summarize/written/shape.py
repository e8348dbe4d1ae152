"""The shape of a brief in JSON, schema `summarize/brief/1`: which fields it has, of which types.

Fields that a later version adds are passed over.
"""

from __future__ import annotations

import msgspec


class Kind(msgspec.Struct):
    """Any JSON of this program: it names its schema."""

    schema: str


class Place(msgspec.Struct):
    """A stretch of a source, counted from 1."""

    source: int
    start: int
    end: int


class Source(msgspec.Struct):
    """An article as the brief lists it."""

    id: int
    path: str
    title: str | None
    outlet: str | None
    wire: str | None
    date: str | None
    url: str | None
    voice: str | None
    sha256: str | None = None


class Voice(msgspec.Struct):
    """A voice with the sources that are its own."""

    id: str
    name: str
    sources: list[int]


class Sentence(Place, kw_only=True):
    """A sentence of the brief."""

    text: str
    cites: list[int]
    voices: list[str]
    attributed_to: str | None
    evidence: list[Place] | None = None


class Side(Place, kw_only=True):
    """One side of a disagreement."""

    value: str
    text: str


class Disagreement(msgspec.Struct):
    """A disagreement with its sides."""

    sides: list[Side]


class Page(Kind, kw_only=True):
    """A brief."""

    signature: str
    title: str
    words: int
    sources: list[Source]
    voices: list[Voice]
    sentences: list[Sentence]
    disagreements: list[Disagreement]
    counts: dict[str, int]
