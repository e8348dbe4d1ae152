"""What a brief that was written to a file tells, before anything of it is believed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarize.records import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A text that a brief says is an article's; articles are numbered from 0, as told.

    `span` is None where the format has no offsets (Markdown). `voices` are the ids of the voices
    that are said to carry it, or as Markdown has it their number in words. `evidence` are the
    places said to state it, None where the brief does not name them.
    """

    text: str
    cites: tuple[int, ...]
    span: Span | None = None
    voices: tuple[str, ...] = ()
    attributed_to: str | None = None
    evidence: tuple[Span, ...] | None = None


@dataclass(frozen=True, slots=True)
class ListedSource:
    """A source as the brief lists it; `facts` are what it says of it, by name.

    Markdown lists a source in one line, which is then its only fact, and gives no path.
    """

    path: str | None
    facts: Mapping[str, str | None]
    sha256: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A brief as it was written: `form` is `json` or `markdown`.

    `page` is the whole of it, in JSON as a value. `voices` are lines that name them. `sides` are
    the quotations of its disagreements. `counts` are the numbers it gives, as far as the format
    gives any. `scope` is what it says that it was asked to tell, in Markdown as a line. Of a
    page in Markdown `strange` is what stands among its parts and is none of them, and `added` what
    stands below its end.
    """

    name: str
    form: str
    page: Any
    title: str
    signature: str
    entries: tuple[ListedSource, ...]
    voices: tuple[str, ...]
    quotes: tuple[Quote, ...]
    sides: tuple[Quote, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    scope: Any = None
    strange: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
