"""order: the picks as a person can follow them.

The event comes first. Then the order in which the articles themselves tell things, each sentence
as far on as in the article it is taken from, with sentences on one subject kept together, and who
is named in full before what calls him by his surname; and where they were written over more than a
week, one day after the other.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from summarize.text.anaphors import anaphor, subject
from summarize.text.pointing import pointed
from summarize.text.terms import tokens
from summarize.text.values.absolute import run_over_a_week
from summarize.weighing.introduced import Introductions
from summarize.weighing.lateness import first_day
from summarize.weighing.opening import opening

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from summarize.records import Embedded, Story

# Share of an article's length that a close relation to the sentence before is worth: how far a
# sentence moves up to stand beside one on its subject. Read on the seeds and 20 briefs, 2026-11.
TOGETHER = 0.5


def order(
    scores: Mapping[int, float],
    how: str,
    story: Story,
    cites: Mapping[int, Collection[int]] | None = None,
) -> tuple[int, ...]:
    """Return the picked statements, given with their scores, in reading order.

    `cites` has the articles that state each; without it, one is as widely told as another. `how`
    is "story"; "time", by the date of the article each is taken from, undated last; or "rank", by
    falling score. Ties go by the texts, so the order of the articles has no part in it.
    """
    text = {pick: story.sentence(pick).text for pick in scores}
    ranked = sorted(scores, key=lambda pick: (-scores[pick], text[pick]))
    if how == "rank" or not ranked:
        return tuple(ranked)
    places = _places(ranked, story)
    if how == "time":

        def when(pick: int) -> tuple[str, float, str]:
            source = story.articles[story.sentence(pick).span.article]
            return source.date or "9999", places[pick], text[pick]

        return tuple(sorted(ranked, key=when))
    names = Introductions(ranked, story)
    lede = opening(ranked, scores, story, cites or {}, names)
    told, days = [lede], [*_days([pick for pick in ranked if pick != lede], story)]
    for some in days:
        told = _story(told, some, places, story.embedded, names)
    return _explained_first(told, text, by_day=len(days) > 1)


def _days(picks: Sequence[int], story: Story) -> Iterator[Sequence[int]]:
    """Give the picks day by day if they are of more than a week, else all at once.

    A day is that on which a voice was first heard, so that a late copy has no part in it; what is
    undated is told last. Within a week outlets retell one event, and their own order reads better:
    read on MultiLing 2011 and the project's own topics, 2026-11.
    """
    first = {voice.id: first_day(voice, story) for voice in story.voices}
    voice_of = story.voice_of
    day_of = {pick: first[voice_of[story.sentence(pick).span.article]] for pick in picks}
    if not run_over_a_week(day_of.values()):
        yield picks
        return
    for day in (*sorted({day for day in day_of.values() if day}), None):
        yield [pick for pick in picks if day_of[pick] == day]


def _story(
    told: Sequence[int],
    rest: Sequence[int],
    places: Mapping[int, float],
    embedded: Embedded,
    names: Introductions,
) -> list[int]:
    """Go on with the earliest sentence, or with one a little later on the subject at hand.

    Whom it calls by his surname a sentence that names him in full introduces before.
    """
    story, left = list(told), list(rest)
    while left:
        here = embedded.vectors[story[-1]].astype("float64")
        nearness = {pick: round(float(embedded.vectors[pick] @ here), 6) for pick in left}
        following = min(left, key=lambda pick: places[pick] - TOGETHER * nearness[pick])
        due = (names.owed(pick, story, left) for pick in (story[-1], following))
        story.append(next((pick for pick in due if pick is not None), following))
        left.remove(story[-1])
    return story


def _explained_first(
    told: Sequence[int], text: Mapping[int, str], *, by_day: bool
) -> tuple[int, ...]:
    """Move what opens with "The ferry", or tells of "this ferry", right behind what names a ferry.

    Of several it is the last before it, or else the first after it. "The president" may stand
    anywhere behind who is named so, and in a story told by days, where each has its day, so may
    "The ferry".
    """
    result = list(told)
    for pick in told:
        noun = anaphor(text[pick]) or subject(text[pick]) or pointed(text[pick])
        if noun is None:
            continue
        rest = [other for other in result if other != pick]
        here = result.index(pick)
        namers = [n for n, other in enumerate(rest) if noun in tokens(text[other])]
        if namers:
            before = [n for n in namers if n < here]
            if before and (by_day or anaphor(text[pick])):
                continue
            rest.insert((before[-1] if before else namers[0]) + 1, pick)
            result = rest
    return tuple(result)


def _places(picked: Sequence[int], story: Story) -> dict[int, float]:
    """Return where each pick stands in its article, 0 to 1.

    Only the sentence that stands for a statement counts: its copies are of the same voice, and a
    copy in another place must not move a sentence of the brief.
    """
    lengths = Counter(sentence.span.article for sentence in story.sentences)
    standing = {pick: story.sentence(pick) for pick in picked}
    return {
        pick: round(sentence.position / lengths[sentence.span.article], 6)
        for pick, sentence in standing.items()
    }
