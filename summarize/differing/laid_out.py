"""How a disagreement is laid out: its sides, and what it is about, in words of the articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.differing.rules import rule
from summarize.records import Disagreement, Side
from summarize.text.values.gist import gist
from summarize.text.values.polarity import matter
from summarize.text.values.value import agree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.differing.contrast import Contrast
    from summarize.differing.points import Point, Points

SIDES = 4  # values shown of one point
_LABELS = {
    "day": "Day",
    "month": "Month",
    "year": "Year",
    "number": "Number",
    "fate": "Number",
    "age": "Age",
    "name": "Name",
    "designation": "Name",
    "place": "Place",
    "polarity": "Yes or no",
    "dispute": "Accused and denied",
    "part": "Name",
    "hour": "Time",
    "vote": "Vote",
    "score": "Score",
    "outcome": "Outcome",
}


def laid_out(points: Points, contrast: Contrast, group: Sequence[Point]) -> Disagreement:
    """Return what a group of points looks like: a side a value, the surest first."""
    kept: list[Point] = []
    for point in group:
        if not any(
            point.statement == other.statement or agree(point.value, other.value) for other in kept
        ):
            kept.append(point)
    kept = kept[:SIDES]
    sides = tuple(as_side(points, contrast, point) for point in kept)
    kind = kept[0].value.kind
    # A heading says what is at issue, so a denial does not make one.
    heads = [p for p in kept if kind != "polarity" or p.value.ranges[0][0]] or kept
    values = [side.value for side in sides]
    about = max((_about(points, point) for point in heads), key=lambda a: _reads(a, values))
    return Disagreement(f"{_LABELS[rule(kept[0].value)]}: {about}", kind, sides)


def as_side(points: Points, contrast: Contrast, point: Point) -> Side:
    """Return what a point is as one side of a disagreement: its value, and who says it where."""
    text, span = points.told(point)
    # An article that shows two rockets of one family names both.
    family = rule(point.value) == "designation"
    values = [p.value for p in contrast.together(point)] if family else [point.value]
    words = points.texts[point.statement]
    shown = dict.fromkeys(words[value.start : value.end] for value in values)
    return Side(" and ".join(shown), span, text)


def _about(points: Points, point: Point) -> str:
    """Return what a point is about, in the words of its sentence."""
    text, value, of = points.texts[point.statement], point.value, rule(point.value)
    if of == "age":
        return points.called(point)
    if of == "dispute":
        return gist(matter(text, value), (0, 0), (0, len(text)))
    if point.behind is not None:
        return gist(points.texts[point.behind], (0, 0), (0, len(points.texts[point.behind])))
    cut = (value.start, value.start) if of == "polarity" else (value.start, value.end)
    near = gist(text, cut, (0, value.end) if of == "designation" else point.where)
    return near if len(near.split()) > 2 else gist(text, cut, (0, len(text)))


def _reads(about: str, values: Sequence[str]) -> tuple[bool, bool, bool, int, str]:
    """Order headings: those that give no value away, begin a sentence, are whole, and say much."""
    given = any(part in about for value in values for part in value.split(" and "))
    whole = not about.startswith("…") and not about.endswith("…")
    return not given, about[:1].isupper(), whole, len(about), about
