"""Findings: the costly questions about a story, each asked once and remembered.

Who supports whom, what each statement is worth, who says it and where sources disagree: none of it
depends on how long a brief is to be. What a story that was recalled knows is not asked again, and
what answers is not even imported.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from summarize.parallel import begin, each
from summarize.records import Disagreement, Ranked, Side, Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarize.answers import Recalled
    from summarize.records import Pick, Sentence, Story
    from summarize.weighing.concepts import Concepts
    from summarize.weighing.evidence import Evidence


def prepare() -> None:
    """Load what the answers need whatever the story is, so that they come sooner."""
    from numpy import ma  # for which `numpy.unique` waits at its first call

    from summarize import brief, rank, select, speakers
    from summarize.weighing import concepts, evidence

    _ = ma, brief, rank, select, concepts, evidence
    speakers.prepare()


class RememberedEvidence:
    """Evidence that answers from memory, and is gathered when it is first asked anything new.

    What it is asked and what it answers is what `Evidence` is asked and answers.
    """

    def __init__(self, story: Recalled) -> None:
        self.story = story

    def supporters(self, number: int) -> dict[int, tuple[int, ...]]:
        """Return the articles that state what a statement states, with the sentences."""

        def find() -> list[Any]:
            found = self._evidence.supporters(number)
            return [[int(article), [int(n) for n in window]] for article, window in found.items()]

        known = self.story.answers.ask(f"supporters {number}", find)
        return {article: tuple(window) for article, window in known}

    def near(self, number: int) -> frozenset[int]:
        """Return the articles that state a statement or come near to it."""
        return frozenset(
            self.story.answers.ask(f"near {number}", lambda: sorted(self._evidence.near(number)))
        )

    def repeated(self, number: int, others: Sequence[int], limits: tuple[float, float]) -> bool:
        """Return whether one or two of the others state nearly all that the statement states."""
        question = f"repeated {number} {[int(other) for other in others]} {limits}"
        return bool(
            self.story.answers.ask(
                question, lambda: bool(self._evidence.repeated(number, others, limits))
            )
        )

    def __getattr__(self, name: str) -> Any:
        """Have all else that evidence has, which is not remembered."""
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self._evidence, name)

    @cached_property
    def _evidence(self) -> Evidence:
        from summarize.weighing.evidence import Evidence

        return Evidence(self.story)


def evidence(story: Recalled) -> Evidence:
    """Return what tells who supports whom in a story."""
    return cast("Evidence", RememberedEvidence(story))


def concepts(story: Recalled) -> Concepts:
    """Return the concepts of a story, as the module of that name does."""
    import numpy as np

    from summarize.weighing.concepts import Concepts

    def fresh() -> Concepts:
        from summarize.weighing.concepts import concepts

        return concepts(story)

    def find() -> list[Any]:
        known = fresh()
        return [known.weights.tolist(), [row.tolist() for row in known.rows]]

    if not story.answers.kept:
        return fresh()
    weights, rows = story.answers.ask("concepts", find)
    return Concepts(
        np.array(weights, dtype=np.float64), tuple(np.array(row, dtype=np.int64) for row in rows)
    )


def ranked(
    story: Recalled, known: Concepts, evidence: Evidence, more: Mapping[str, Sequence[float]]
) -> tuple[Ranked, ...]:
    """Return what each statement is worth, as `rank` does."""

    def find() -> tuple[Ranked, ...]:
        from summarize.rank import rank

        return rank(story, known, evidence, more)

    if more or not story.answers.kept:
        return find()
    rows = story.answers.ask("rank", lambda: [[r.score, dict(r.parts), r.worth] for r in find()])
    return tuple(Ranked(*row) for row in rows)


def disagreements(story: Recalled) -> tuple[Disagreement, ...]:
    """Return where the sources of a story disagree, as `compare` does."""

    def find() -> list[Any]:
        return each(_compared, [story], [_size(story)])[0]

    return tuple(
        Disagreement(about, kind, tuple(Side(v, Span(*span), text) for v, span, text in sides))
        for about, kind, sides in story.answers.ask("disagreements", find)
    )


def begin_to_compare(story: Recalled) -> None:
    """Have `disagreements` found out elsewhere meanwhile, where there is somebody to do so."""
    if "disagreements" not in story.answers.known:
        begin(_compared, [story], [_size(story)])


def _compared(story: Story) -> list[Any]:
    from summarize.compare import compare

    return [[p.about, p.kind, [_side(side) for side in p.sides]] for p in compare(story)]


def _size(story: Story) -> int:
    return sum(len(article.text) for article in story.articles)


def attributed(chosen: Sequence[Pick], story: Recalled) -> tuple[Pick, ...]:
    """Return the picks with who says each, and who all of several voices have it from."""
    told = _sources([pick.sentence for pick in chosen], story)
    sentence_at = {sentence.span: sentence for sentence in story.sentences}
    return tuple(
        replace(
            pick,
            attributed_to=source,
            rests_on=_ground([sentence_at[span] for span in pick.evidence], story)
            if len(pick.voices) > 1
            else None,
        )
        for pick, source in zip(chosen, told, strict=True)
    )


def _sources(sentences: Sequence[Sentence], story: Recalled) -> list[str | None]:
    """Return for each sentence who says it, as `attribute` does."""
    from summarize.answers import who_says

    asked = {who_says(sentence): sentence for sentence in sentences}
    new = [question for question in asked if question not in story.answers.known]
    if new:
        from summarize.attribute import attribute

        found = attribute([asked[question] for question in new], story)
        story.answers.learn(zip(new, found, strict=True))
    return [story.answers.known[question] for question in asked]


def _ground(sentences: Sequence[Sentence], story: Recalled) -> str | None:
    """Return who all of several sentences rest on, as `rests_on` does."""

    def find() -> str | None:
        from summarize.attribute import rests_on

        return rests_on(sentences, story)

    question = " ".join(f"{one.span.article}:{one.span.start}" for one in sentences)
    found: str | None = story.answers.ask(f"rests on {question}", find)
    return found


def _side(side: Side) -> list[Any]:
    return [side.value, [side.span.article, side.span.start, side.span.end], side.text]
