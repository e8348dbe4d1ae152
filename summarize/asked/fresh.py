"""fresh: how much more what came out after all that is known has to tell its reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.text.values.absolute import published
from summarize.weighing.lateness import first_day

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarize.records import Story

# Per word, against coverage with a mean weight of 1 a concept: what is told late, and, the nearer
# it stands to the beginning of its article, what that was written for. Of briefs of the first three
# and six articles of MultiLing's five topics, then of all ten for who knows that brief, 36 of 55
# later articles' news is told, by reading, and 29 without; 96 % of the picks of these and of
# MEANTIME's runs are of later articles, and 70 % without. LEAD from 2 to 8 does as well. 2026-11.
LATE, LEAD = 0.5, 4.0


def fresh(since: str | None, story: Story) -> Mapping[str, Sequence[float]]:
    """Return by its name what statements gain that a voice first told after the day `since`.

    What an earlier article told and no brief did is new to the reader, but no news, and it yields.
    That it is the voice's first day keeps a late copy from counting; what is undated gains half.
    Nothing is returned where no day is known, or no voice spoke after it.
    """
    known = published(since)
    first = {voice.id: first_day(voice, story) for voice in story.voices}
    if not known or not any(day and day > known for day in first.values()):
        return {}
    late = {voice: float(day > known) if day else 0.5 for voice, day in first.items()}
    voice_of = story.voice_of
    told = map(story.sentence, range(len(story.embedded.statements)))
    return {
        "fresh": [
            late[voice_of[one.span.article]] * (LATE + LEAD / (1 + one.position)) for one in told
        ]
    }
