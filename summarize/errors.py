"""The exceptions a caller can meet: one small tree, each message a sentence with the next step."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.records import Article, Drop


class SummarizeError(Exception):
    """Something the user can mend; its text is prose that names the file and what to do."""


class SourceError(SummarizeError):
    """A source cannot be read as an article."""


class NothingToSummarizeError(SummarizeError):
    """No source yielded a sentence, or no sentence fits the length asked for.

    `drops` are what was left out before that, as far as it is known.
    """

    drops: tuple[Drop, ...] = ()


def nothing_left(articles: Sequence[Article]) -> NothingToSummarizeError:
    """Return what is told where articles have no sentence that could be picked."""
    found = f"None of the {len(articles)} articles has a sentence"
    if len(articles) < 2:
        name = articles[0].path if articles else "What is given"
        found = f"{'Standard input' if name == '-' else name} has no sentence"
    return NothingToSummarizeError(
        f"{found} left once page furniture is gone; give articles with running text."
    )


class ModelError(SummarizeError):
    """An embedding model is missing, is no model, or its weights fail their checksum."""


class UsageError(SummarizeError):
    """Settings that contradict one another or lie outside their range."""
