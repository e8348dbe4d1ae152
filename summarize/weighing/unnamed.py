"""Unnamed speakers: quotations that say no more of who speaks than "he said"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from summarize.answers import remembering, who_says
from summarize.hearing import PERSONAL, explains, sources
from summarize.text.cues import TAGS, kind
from summarize.text.openers import quoted_share, unquoted
from summarize.text.patterns import pattern

if TYPE_CHECKING:
    from summarize.records import Story

_SAID = pattern(r"\b(?:[Hh]e|[Ss]he|[Tt]hey) (?:(?:also|had|has|have|later|then|\w+ly) )?(\w+)")
_SET_OFF = pattern(rf", (?:he|she|they) (?:also )?({'|'.join(TAGS)})\b")


def speaker(number: int, story: Story) -> str | None:
    """Return the pronoun that is all a statement and its article tell of who says it, else None.

    Only statements that quote, or set off a "he said", are asked.
    """
    sentence = story.sentence(number)
    if not _may_hang(sentence.text):
        return None
    answers = remembering(story).answers
    source: str | None = answers.ask(who_says(sentence), lambda: next(sources([sentence], story)))
    if source is None or source.lower() not in PERSONAL:
        return None
    told: bool = answers.ask(f"explained {number}", lambda: explains(sentence, story))
    return None if told else source.lower()


@lru_cache(maxsize=1 << 10)  # what may be picked is asked of every brief that is packed
def _may_hang(text: str) -> bool:
    """Tell whether a text quotes and has a "he said", or sets one off; most have not."""
    found = (_SAID if quoted_share(text) else _SET_OFF).finditer(unquoted(text))
    return any(kind(match[1]) for match in found)
