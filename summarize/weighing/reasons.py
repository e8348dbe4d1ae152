"""Reasons: why each statement of a story cannot stand in any brief, whatever its length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.answers import remembering
from summarize.text.typography import plain
from summarize.weighing.fitness import unfit_at

if TYPE_CHECKING:
    from summarize.records import Story


def reasons(story: Story, many: int) -> dict[int, str | None]:
    """Return for each of a story's `many` statements why it is never picked, None if it may be."""
    spans = [story.sentence(number).span for number in range(many)]

    def find() -> list[str | None]:
        whole = [plain(article.text) for article in story.articles]
        return [unfit_at(whole[at.article], at) for at in spans]

    return dict(enumerate(remembering(story).answers.ask("unfit", find)))
