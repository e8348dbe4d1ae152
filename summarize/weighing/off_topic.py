"""Off topic: articles that tell of something else than all the others of a story.

A page that says "enable cookies", or a report that came into the folder by mistake, is no source of
the story, however well it is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.text.tongues.force import in_force
from summarize.weighing.relatedness import Relatedness

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarize.records import Story

# Cosine of how articles begin: a stray is nowhere as near as that to one of another voice, and half
# of the others are nearer than that. Read on Multi-News, MultiLing 2011 and AllSides, 2026-11: of
# 899 articles seven are strays, notices of archives and sites all of them; the farthest report of
# its story has 0.31.
FAR = 0.25
NEAR = 0.5
FEWEST = 4  # voices: of three, two say little on what the story is
MOST = 1000  # articles; of more, each has something near to it


def off_topic(story: Story) -> Mapping[int, str]:
    """Return the articles that are no reports of the story, as far as is sure, and what to say."""
    import numpy as np

    count = len(story.articles)
    if in_force() or len(story.voices) < FEWEST or count > MOST:
        return {}
    voice_of = story.voice_of
    voices = np.array([voice_of[number] for number in range(count)])
    alike = np.where(voices[:, None] == voices, 0.0, Relatedness(story).likeness())
    nearest = np.round(alike.max(axis=1), 6)
    if np.median(nearest) < NEAR:
        return {}
    why = "tells of something else than all the others, so it is left out; brief it by itself."
    return dict.fromkeys(np.flatnonzero(nearest < FAR).tolist(), why)
