"""order: the picks as a person can follow them.

The event comes first. Then the order in which the articles themselves tell things, each sentence
as far on as in the article it is taken from, with sentences on one subject kept together; and where
they were written over more than a week, one day after the other.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from summarize import counted
from summarize.text.openers import anaphor, subject
from summarize.text.terms import tokens
from summarize.weighing.lateness import first_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summarize.records import Embedded, Story

# Share of an article's length that a close relation to the sentence before is worth: how far a
# sentence moves up to stand beside one on its subject. Read on the seeds and 20 briefs, 2026-11.
TOGETHER = 0.5
# Words of a sentence that tells an event; a shorter one opens a brief only if it is worth more by
# as much as it is shorter. See "How a brief opens" in docs/evaluation.md, for what `_opening`
# weighs besides too; 2026-11.
WHOLE = 20
# Days over which articles were written; over more of them, what came later is told later. Read on
# MultiLing 2011 and the project's own topics, 2026-11: within a week outlets retell one event, and
# their own order reads better.
WEEK = 7
_QUOTES = "“\"‘'«„「"


def order(scores: Mapping[int, float], how: str, story: Story) -> tuple[int, ...]:
    """Return the picked statements, given with their scores, in reading order.

    `how` is "story"; "time", by the date of the article each is taken from, undated last; or
    "rank", by falling score. Ties go by the texts, so the order of the articles has no part in it.
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
    lede = _opening(ranked, scores, story)
    told = [lede]
    for some in _days([pick for pick in ranked if pick != lede], story):
        told = _story(told, some, places, story.embedded)
    return _explained_first(told, text)


def _opening(ranked: Sequence[int], scores: Mapping[int, float], story: Story) -> int:
    """Return the pick that tells the event, and not what is said of it.

    That is what ranks high, stands at the head of its article, is near to what all picks tell and
    is long enough to tell it. What names nothing, or opens with "The party", does not tell which
    event it was.
    """
    centre = story.embedded.vectors[list(ranked)].astype("float64").mean(axis=0)

    def worth(pick: int) -> tuple[float, str]:
        sentence = story.sentence(pick)
        near = round(float(story.embedded.vectors[pick] @ centre), 6)
        whole = min(1, counted.words(sentence.text) / WHOLE)
        return scores[pick] * near * whole / (1 + sentence.position), sentence.text

    plain = [pick for pick in ranked if story.sentence(pick).text[0] not in _QUOTES]
    telling = [pick for pick in plain if _introduces(story.sentence(pick).text)]
    return max(telling or plain or ranked, key=worth)


def _introduces(text: str) -> bool:
    """Return whether a text has a name or number in it, and no opening that points back."""
    named = any(word[0].isupper() or word[0].isdigit() for word in text.split()[1:])
    return named and anaphor(text) is None


def _days(picks: Sequence[int], story: Story) -> Iterator[Sequence[int]]:
    """Give the picks day by day if they are of more than a week, else all at once.

    A day is that on which a voice was first heard, so that a late copy has no part in it; what is
    undated is told last.
    """
    first = {voice.id: first_day(voice, story) for voice in story.voices}
    voice_of = story.voice_of
    day_of = {pick: first[voice_of[story.sentence(pick).span.article]] for pick in picks}
    days = sorted({day for day in day_of.values() if day})
    if not days or (days[-1] - days[0]).days <= WEEK:
        yield picks
        return
    for day in (*days, None):
        yield [pick for pick in picks if day_of[pick] == day]


def _story(
    told: Sequence[int], rest: Sequence[int], places: Mapping[int, float], embedded: Embedded
) -> list[int]:
    """Go on with the earliest sentence, or with one a little later on the subject at hand."""
    story, left = list(told), list(rest)
    while left:
        here = embedded.vectors[story[-1]].astype("float64")
        nearness = {pick: round(float(embedded.vectors[pick] @ here), 6) for pick in left}
        story.append(min(left, key=lambda pick: places[pick] - TOGETHER * nearness[pick]))
        left.remove(story[-1])
    return story


def _explained_first(told: Sequence[int], text: Mapping[int, str]) -> tuple[int, ...]:
    """Move a sentence that opens with "The ferry" right behind another one that names a ferry.

    Of several it is the last before it, or else the first after it.
    """
    result = list(told)
    for pick in told:
        noun = subject(text[pick])
        if noun is None:
            continue
        rest = [other for other in result if other != pick]
        here = result.index(pick)
        namers = [n for n, other in enumerate(rest) if noun in tokens(text[other])]
        if namers:
            before = [n for n in namers if n < here]
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
