"""Opening: which pick tells the event, and not what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize import counted
from summarize.text.anaphors import anaphor

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from summarize.records import Story
    from summarize.weighing.introduced import Introductions

# Words of a sentence that tells an event; a shorter one opens a brief only if it is worth more by
# as much as it is shorter. See "How a brief opens" in docs/evaluation.md, for what is weighed
# besides too; 2026-11.
WHOLE = 20
# Powers of how near an opening is to all picks, and of how many voices tell it. They were 1 and 0,
# and from there to 3 and 0.5 nearly each step is better on all development sets; 2026-11.
NEARNESS = 2
VOICES = 0.5
_QUOTES = "“\"‘'«„「"


def opening(
    ranked: Sequence[int],
    scores: Mapping[int, float],
    story: Story,
    cites: Mapping[int, Collection[int]],
    names: Introductions,
) -> int:
    """Return the pick that tells the event, of picks that fall in score; `cites` who states each.

    That is what ranks high, stands at the head of its article, is near to what all picks tell, is
    told by many voices and is long enough to tell it. What names nothing, or opens with "The
    party", does not tell which event it was; what calls by his surname whom another pick
    introduces, not of whom.
    """
    centre = story.embedded.vectors[list(ranked)].astype("float64").mean(axis=0)
    voice_of = story.voice_of

    def worth(pick: int) -> tuple[float, str]:
        sentence = story.sentence(pick)
        near = max(0.0, round(float(story.embedded.vectors[pick] @ centre), 6))
        voices = {voice_of[article] for article in cites.get(pick, ())}
        told = near**NEARNESS * max(1, len(voices)) ** VOICES
        whole = min(1, counted.words(sentence.text) / WHOLE)
        return scores[pick] * told * whole / (1 + sentence.position), sentence.text

    plain = [pick for pick in ranked if story.sentence(pick).text[0] not in _QUOTES]
    telling = [pick for pick in plain if _introduces(story.sentence(pick).text)]
    knowing = [pick for pick in telling if names.owed(pick, (), ranked) is None]
    return max(knowing or telling or plain or ranked, key=worth)


def _introduces(text: str) -> bool:
    """Return whether a text has a name or number in it, and no opening that points back."""
    named = any(word[0].isupper() or word[0].isdigit() for word in text.split()[1:])
    return named and anaphor(text) is None
