"""JSON, schema `summarize/brief/1`: verbatim strings, so that offsets and texts agree.

Characters that steer a terminal are written as JSON escapes: a program reads them unchanged, and
a person who prints the file is safe.
"""

from __future__ import annotations

import hashlib
import re
from json import dumps
from typing import TYPE_CHECKING, Any

from summarize.records import Span
from summarize.render.inert import STEERING, well_formed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarize.records import Article, Brief, Disagreement, Drop, Pick

SCHEMA = "summarize/brief/1"
_STEERING = re.compile(f"[{STEERING}\u200c\u200d\x85\u2028\u2029]")


def json(brief: Brief) -> str:
    """Return the brief as JSON with articles counted from 1, ending with a new line."""
    ids = {number: voice.id for voice in brief.voices for number in voice.articles}
    sources = enumerate(brief.articles)
    return encode(
        {
            "schema": SCHEMA,
            "signature": brief.signature,
            "title": brief.title,
            "words": brief.words,
            **({"scope": dict(brief.scope)} if brief.scope else {}),
            "sources": [_source(number, item, ids.get(number)) for number, item in sources],
            "voices": [
                {"id": voice.id, "name": voice.name, "sources": [n + 1 for n in voice.articles]}
                for voice in brief.voices
            ],
            "sentences": [_sentence(pick, brief.scope) for pick in brief.picks],
            "disagreements": [_disagreement(point) for point in brief.disagreements],
            "drops": [_drop(drop) for drop in brief.drops],
            "counts": {name: int(value) for name, value in brief.counts.items()},
        }
    )


def encode(value: Any) -> str:
    """Return `value` as JSON text that is valid UTF-8 and inert, ending with a new line."""
    written = dumps(value, ensure_ascii=False, indent=2, allow_nan=False)
    # Nothing that steers is printable, nor half a pair; to look for them takes as long as to write.
    if written.replace("\n", "").isprintable():
        return written + "\n"
    return _STEERING.sub(lambda match: dumps(match[0])[1:-1], well_formed(written)) + "\n"


def place(span: Span) -> dict[str, int]:
    """Return a span as the schema writes it, its article counted from 1."""
    return {"source": span.article + 1, "start": span.start, "end": span.end}


def rounded(number: float) -> float:
    """Return a score as it is published: to four places, and never as minus zero."""
    return round(float(number), 4) + 0.0


def _source(number: int, article: Article, voice: str | None) -> dict[str, Any]:
    return {
        "id": number + 1,
        "path": article.path,
        "title": article.title,
        "outlet": article.outlet,
        "wire": article.wire,
        "date": article.date,
        "url": article.url,
        **({"language": article.language} if article.language else {}),
        "sha256": hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest(),
        "voice": voice,
    }


def _sentence(pick: Pick, scope: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "text": pick.sentence.text,
        **place(pick.sentence.span),
        "cites": [number + 1 for number in pick.cites],
        "voices": list(pick.voices),
        "evidence": [place(span) for span in pick.evidence],
        "attributed_to": pick.attributed_to,
        "rests_on": pick.rests_on,
        **({"day": pick.day} if "timeline" in scope else {}),
        "score": rounded(pick.score),
        "parts": {name: rounded(value) for name, value in pick.parts.items()},
    }


def _disagreement(point: Disagreement) -> dict[str, Any]:
    sides = [{"value": side.value, **place(side.span), "text": side.text} for side in point.sides]
    return {"about": point.about, "kind": point.kind, "sides": sides}


def _drop(drop: Drop) -> dict[str, Any]:
    because_of = place(drop.because_of) if drop.because_of else None
    row: dict[str, Any] = {"stage": drop.stage, "reason": drop.reason}
    if isinstance(drop.item, Span):
        return {**row, **place(drop.item), "because_of": because_of}
    nowhere = {"source": None, "start": None, "end": None, "path": drop.item}
    return {**row, **nowhere, "because_of": because_of}
