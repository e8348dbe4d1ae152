"""order: the picks as a person can follow them.

The event comes first. Then the order in which the articles themselves tell things, each sentence
as far on as in the article it is taken from, with sentences on one subject kept together.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from summarize.text.openers import subject
from summarize.text.terms import tokens

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarize.records import Embedded, Story

# Share of an article's length that a close relation to the sentence before is worth: how far a
# sentence moves up to stand beside one on its subject. Read on the seeds and 20 briefs, 2026-11.
TOGETHER = 0.5
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
    # The event: what ranks high and stands at the head of its article, before what is said of it.
    plain = [pick for pick in ranked if text[pick][0] not in _QUOTES] or ranked
    lede = max(plain, key=lambda pick: (scores[pick] * (1 - places[pick]), text[pick]))
    told = _story(lede, [pick for pick in ranked if pick != lede], places, story.embedded)
    return _explained_first(told, text)


def _story(
    lede: int, rest: Sequence[int], places: Mapping[int, float], embedded: Embedded
) -> tuple[int, ...]:
    """Go on with the earliest sentence, or with one a little later on the subject at hand."""
    story, left = [lede], list(rest)
    while left:
        here = embedded.vectors[story[-1]].astype("float64")
        nearness = {pick: round(float(embedded.vectors[pick] @ here), 6) for pick in left}
        story.append(min(left, key=lambda pick: places[pick] - TOGETHER * nearness[pick]))
        left.remove(story[-1])
    return tuple(story)


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
