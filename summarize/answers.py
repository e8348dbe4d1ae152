"""Answers: what was found out about a story that does not depend on the length of its brief.

A story that was recalled from disk knows the answers to what was asked of it before; asked anything
new, it finds out and knows it then.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from summarize.records import Story

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from summarize.records import Sentence


class Answers:
    """Questions about a story with their answers, which are what JSON can hold."""

    def __init__(self) -> None:
        self.known: dict[str, Any] = {}
        self._made: dict[str, Any] = {}
        self.fresh = False  # whether there is more to keep
        self.kept = False  # whether it will be, so that to remember is worth its while

    def ask(self, question: str, find: Callable[[], Any]) -> Any:
        """Return the answer to a question, found out if it was not asked before."""
        if question not in self.known:
            self.learn([(question, find())])
        return self.known[question]

    def once(self, name: str, make: Callable[[], Any]) -> Any:
        """Return what is made of the story when it is first asked for, and is never kept."""
        if name not in self._made:
            self._made[name] = make()
        return self._made[name]

    def learn(self, found: Iterable[tuple[str, Any]]) -> None:
        """Take questions with the answers that were found out."""
        self.known.update(found)
        self.fresh = True


@dataclass(frozen=True, slots=True)
class Recalled(Story):
    """A story with what is known of it already."""

    # Not for __init__, so that a copy with other articles starts with none.
    answers: Answers = field(default_factory=Answers, init=False, compare=False, repr=False)


def remembering(story: Story, *, kept: bool = False) -> Recalled:
    """Return a story that remembers the answers to what is asked of it, to be `kept` or not."""
    if isinstance(story, Recalled):
        return story
    made = Recalled(*(getattr(story, own.name) for own in fields(Story)))
    made.answers.kept = kept
    return made


def who_says(sentence: Sentence) -> str:
    """Return the question who says a sentence, so that all who ask it ask the same."""
    return f"source {sentence.span.article} {sentence.span.start}"
