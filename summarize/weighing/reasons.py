"""Reasons: why each statement of a story cannot stand in any brief, whatever its length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.answers import remembering
from summarize.text.typography import plain
from summarize.weighing.fitness import unfit_at
from summarize.weighing.off_topic import off_topic

if TYPE_CHECKING:
    from summarize.records import Story

_STRAY = "its article tells of something else than all others"


def reasons(story: Story, many: int) -> dict[int, str | None]:
    """Return for each of a story's `many` statements why it is never picked, None if it may be."""
    spans = [story.sentence(number).span for number in range(many)]

    def find() -> list[str | None]:
        whole = [plain(article.text) for article in story.articles]
        return [unfit_at(whole[at.article], at) for at in spans]

    found = dict(enumerate(remembering(story).answers.ask("unfit", find)))
    if apart := off_topic(story):
        astray = (n for n, span in enumerate(spans) if span.article in apart)
        found |= {number: _STRAY for number in astray if found[number] is None}
    return found
