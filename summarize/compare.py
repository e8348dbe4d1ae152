"""compare: where independent sources state different values for one point.

Precision goes first: what is shown is for an editor to print, and a difference that is none costs
more trust than one that is missed. `points` reads the values, `contrast` tells which disagree.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from summarize.differing.contrast import Contrast
from summarize.differing.laid_out import SIDES, as_side, laid_out
from summarize.differing.points import Points
from summarize.differing.tolls import of_all, rising, toll
from summarize.records import Disagreement
from summarize.text.tongues.force import in_force, is_foreign
from summarize.text.values.fates import TOLLS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.differing.points import Point
    from summarize.records import Story

    Pair = tuple[float, Point, Point]
    _Found = tuple[int, float, list[str], Disagreement]

_TOLL, _RISING = "Toll", "Toll as it rose"
MOST = 5  # disagreements shown


def compare(story: Story) -> tuple[Disagreement, ...]:
    """Return the points on which voices disagree, at most MOST, most widely supported first.

    Only between voices: what one voice says otherwise later is its update, and so is a number in
    an article of a later day, but for the tolls of an event, of which all are told. A point is told
    by what it is about, in words of the articles, and has a side for each value. Time grows with
    the points of the story, not with their pairs.
    """
    if in_force():
        return ()
    points = Points(story)
    slots: dict[str, list[Point]] = defaultdict(list)
    for point in points.each():
        if is_foreign(story.articles[story.sentence(point.statement).span.article].language):
            continue
        slots[point.value.slot].append(point)
    found: list[_Found] = []
    for name in sorted(slots):
        # A slot's points go when it is done with: of a large story they take much memory.
        members = slots.pop(name)
        if len({point.voice for point in members}) > 1:
            found += _differing(points, name, sorted(members, key=points.place))
    chosen: list[Disagreement] = []
    for *_, shown in sorted(found, key=lambda row: row[:3]):
        texts = {side.text for side in shown.sides}
        # Two sentences may differ in a day and a number; a reader is shown them once.
        if not any(texts <= {side.text for side in other.sides} for other in chosen):
            chosen.append(shown)
    return tuple(chosen[:MOST])


def _differing(points: Points, slot: str, members: Sequence[Point]) -> Iterator[_Found]:
    """Give what a slot's points disagree on, each with its voices and how sure it is."""
    contrast = Contrast(points, members)
    if slot in TOLLS and (told := toll(points, members)):
        sides = tuple(as_side(points, contrast, point) for point in told[-SIDES:])
        label = _RISING if rising(told[-SIDES:]) else _TOLL
        yield _row(told, 1.0, Disagreement(f"{label}: {slot}", "number", sides))
        contrast = Contrast(points, [point for point in members if not of_all(point)])

    def order(pair: Pair) -> tuple[float, str, str]:
        return -pair[0], points.texts[pair[1].statement], points.texts[pair[2].statement]

    for sure, group in _groups(sorted(contrast.pairs(), key=order)):
        yield _row(group, sure, laid_out(points, contrast, group))


def _row(group: Sequence[Point], sure: float, shown: Disagreement) -> _Found:
    voices = {point.voice for point in group}
    return -len(voices), -sure, [side.text for side in shown.sides], shown


def _groups(pairs: Sequence[Pair]) -> list[tuple[float, list[Point]]]:
    """Join pairs that share a point, surest first; each group with how sure its first pair is."""
    groups: list[tuple[float, dict[Point, None]]] = []
    first: dict[Point, int] = {}  # the first group that a point is in
    for sure, one, other in pairs:
        home = min(first.get(one, len(groups)), first.get(other, len(groups)))
        if home == len(groups):
            groups.append((sure, {}))
        groups[home][1].update({one: None, other: None})
        for point in (one, other):
            first[point] = min(home, first.get(point, home))
    return [(sure, list(group)) for sure, group in groups]
