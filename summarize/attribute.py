"""attribute: who says it, in the article's own words.

How an article is read for it is told in `hearing`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.hearing import claims, sources
from summarize.text.attribution.claimants import keys

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.records import Sentence, Story


def attribute(sentences: Sequence[Sentence], story: Story) -> tuple[str | None, ...]:
    """Return for each sentence who says it, as a slice of its article, or None.

    None means that the article states it in its own voice.
    """
    return tuple(sources(sentences, story))


def rests_on(sentences: Sequence[Sentence], story: Story) -> str | None:
    """Return the one claimant on whom sentences of several articles all rest, as shortly named.

    None where one is told in the article's own voice, has another source, or nobody is named, and
    where one only tells what its source does: who pleads guilty is nobody that is cited.
    """
    if len({sentence.span.article for sentence in sentences}) < 2:
        return None
    known: list[str] = []
    shared: frozenset[str] = frozenset()
    for source in claims(sentences, story):  # the first that does not fit settles it
        named = keys(source or "")
        shared = shared & named if known else named
        if not source or not shared:
            return None
        known.append(source)
    return min(known, key=lambda source: (len(source), source))
