"""reread: a brief that was written as JSON or Markdown, as a record of what it tells.

Nothing of it is believed: what has the form of a brief is read, whatever it says.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarize.errors import SourceError
from summarize.reading.called import STDIN, called
from summarize.reading.sources import content, standard_input
from summarize.records import Span
from summarize.written.told import ListedSource, Quote, Told

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarize.written.shape import Page, Place, Sentence, Source

SCHEMA = "summarize/brief/1"
_SEVERAL = "holds several briefs, one a line; give one of them, in a file or as standard input"
_GIVE = "give a brief that summarize wrote as JSON or Markdown"


def open_brief(name: str) -> Told:
    """Return what the brief in a file, or in standard input (`-`), tells.

    Raises:
        SourceError: it cannot be read, or is no brief.
    """
    data = standard_input() if name == STDIN else content(Path(name), name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(f"{called(name)} is no text in UTF-8; {_GIVE}.") from error
    return reread(text, name)


def reread(text: str, name: str) -> Told:
    """Return what a brief in JSON or Markdown tells; `name` is that of its file, or `-`.

    Raises:
        SourceError: the text is no brief in either.
    """
    if not text.strip():
        raise SourceError(f"{called(name)} is empty; {_GIVE}.")
    if text.lstrip().startswith(("{", "[")):
        return _json(text, name)
    from summarize.written.unmark import unmark

    told = unmark(text, name)
    if told is None:
        raise SourceError(f"{called(name)} is no brief; {_GIVE}.")
    return told


def _is_json(line: str) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def _json(text: str, name: str) -> Told:
    """Return what a brief in JSON tells, once its schema and its shape are checked."""
    import msgspec

    from summarize.written.shape import Kind, Page

    try:
        value = json.loads(text)
        schema = msgspec.convert(value, Kind).schema
    except (ValueError, RecursionError) as error:
        several = SCHEMA in text.partition("\n")[0] and _is_json(text.partition("\n")[0])
        why = _SEVERAL if several else f"is no brief; {_GIVE}"
        raise SourceError(f"{called(name)} {why}.") from error
    if schema != SCHEMA:
        raise SourceError(
            f"{called(name)} has the schema {schema}, and {SCHEMA} is read here; {_GIVE}."
        )
    try:
        page = msgspec.convert(value, Page)
    except (ValueError, RecursionError) as error:
        what = str(error).replace(" - at `$.", " at `").replace("`$", "`the brief")
        raise SourceError(f"{called(name)} is no whole brief ({what}); make it anew.") from error
    if [source.id for source in page.sources] != list(range(1, len(page.sources) + 1)):
        raise SourceError(f"{called(name)} does not count its sources 1, 2, 3, …; make it anew.")
    return _told(page, value, name)


def _told(page: Page, value: Any, name: str) -> Told:
    return Told(
        name=name,
        form="json",
        page=value,
        title=page.title,
        signature=page.signature,
        entries=tuple(map(_entry, page.sources)),
        voices=tuple(f"{voice.id} {voice.name} {sorted(voice.sources)}" for voice in page.voices),
        quotes=tuple(map(_quote, page.sentences)),
        sides=tuple(
            Quote(text=side.text, cites=(side.source - 1,), span=_span(side))
            for point in page.disagreements
            for side in point.sides
        ),
        counts={**page.counts, "words": page.words},
        scope=value.get("scope"),
    )


def _entry(source: Source) -> ListedSource:
    facts: Mapping[str, str | None] = {
        "title": source.title,
        "outlet": source.outlet,
        "wire": source.wire,
        "date": source.date,
        "url": source.url,
        "voice": source.voice,
    }
    return ListedSource(source.path, facts, source.sha256)


def _quote(sentence: Sentence) -> Quote:
    evidence = sentence.evidence
    return Quote(
        text=sentence.text,
        cites=_from_0(sentence.cites),
        span=_span(sentence),
        voices=tuple(sentence.voices),
        attributed_to=sentence.attributed_to,
        evidence=None if evidence is None else tuple(map(_span, evidence)),
    )


def _span(place: Place) -> Span:
    return Span(place.source - 1, place.start, place.end)


def _from_0(numbers: Sequence[int]) -> tuple[int, ...]:
    return tuple(number - 1 for number in numbers)
