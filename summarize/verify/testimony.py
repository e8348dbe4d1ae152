"""testimony: what the articles of a brief bear out of all that it says of a sentence."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from summarize.render.phrases import citation
from summarize.verify.proof import Finding
from summarize.weighing.evidence import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.records import Span, Story
    from summarize.verify.witness import Place, Witness
    from summarize.written.told import Quote


class Testimony:
    """The articles of a brief and, unless one is missing, the story that they tell."""

    def __init__(self, witness: Witness, story: Story | None) -> None:
        self._witness = witness
        self._texts, self._names = witness.texts, witness.names
        self._story = story

    def sentence(self, number: int, quote: Quote, voices: tuple[str, ...] | None) -> Finding:
        """Return what holds of a sentence of the brief; `voices` are those of what it cites."""
        witness = self._witness
        place, fault = witness.place(quote)
        proofs, faults = [], [fault] if fault else []
        if place:
            proofs.append(witness.where(place))
            faults += [] if self._whole(quote, place) else witness.cut(place)
        faults += self._misplaced(quote)
        if place and self._story:
            wrong = list(self._miscited(quote, place))
            faults += wrong
            proofs += [] if wrong else [f"stated by {citation(quote.cites)}"]
        if voices is not None and voices != quote.voices:
            said, found = (", ".join(some) or "none" for some in (quote.voices, voices))
            faults.append(f"is said to have ‘{said}’ for voices, and its citations give ‘{found}’")
        elif voices:
            proofs.append(("" if quote.span is None else "voices: ") + ", ".join(voices))
        faults += [*self._misattributed(quote, place), *self._unevident(quote)]
        return Finding("sentence", number, tuple(proofs), tuple(faults))

    def _whole(self, quote: Quote, place: Place) -> bool:
        """Return whether it is a sentence; one that is glued to the next ends within a word."""
        if self._story is None:
            return True
        own = [s for s in self._story.sentences if s.span.article == place.article]
        if quote.span is None:
            return any(self._shown(sentence.span) == quote.text for sentence in own)
        return any(sentence.span == quote.span for sentence in own)

    def _shown(self, at: Span) -> str:
        """Return what stands at a place of the story as the brief's format shows it."""
        return self._witness.shown(self._story.verbatim(at)) if self._story else ""

    def _misplaced(self, quote: Quote) -> Iterator[str]:
        for number in quote.cites:
            if not 0 <= number < len(self._texts):
                yield f"cites source {number + 1}, and the brief lists {len(self._texts)}"

    def _miscited(self, quote: Quote, place: Place) -> Iterator[str]:
        """Say which articles are cited and do not state the sentence, or state it and are not."""
        supporters = self._supporters(quote, place)
        if supporters is None:
            yield f"is page furniture in {self._names[place.article]}, which is no evidence"
            return
        stated = {number for number in quote.cites if 0 <= number < len(self._texts)}
        if stated - supporters:
            yield f"cites {self._witness.called(sorted(stated - supporters))} without support there"
        if supporters - stated:
            lacking = self._witness.called(sorted(supporters - stated))
            yield f"does not cite {lacking}, where it is stated too"

    def _supporters(self, quote: Quote, place: Place) -> set[int] | None:
        """Return the articles that state all that the sentence states; None for page furniture.

        What another version took for a sentence may be several, or a part of one, to this one;
        then it takes an article that states each of those that it touches.
        """
        story = self._story
        if story is None:
            return None
        article, start, end = place
        if quote.span is None:
            cited = [(n, s) for n, s in enumerate(story.sentences) if s.span.article in quote.cites]
            shown = [(n, self._shown(s.span), s.span.article) for n, s in cited]
            same = [self._supporting([n]) for n, text, _ in shown if text == quote.text]
            if same:  # the same words in several articles may be weighed one by one
                return set(quote.cites) if set(quote.cites) in same else same[0]
            touched = [n for n, t, own in shown if own == article and _within(t, quote.text)]
        else:
            here = [(n, s.span) for n, s in enumerate(story.sentences) if s.span.article == article]
            touched = [n for n, span in here if span.start < end and start < span.end]
        return self._supporting(touched) | {article} if touched else None

    def _supporting(self, numbers: Sequence[int]) -> set[int]:
        """Return the articles that state each of some sentences of the story."""
        statements = [self._statement_of[number] for number in numbers]
        return set.intersection(*(set(self._evidence.supporters(one)) for one in statements))

    def _misattributed(self, quote: Quote, place: Place | None) -> Iterator[str]:
        who = " ".join((quote.attributed_to or "").split()).casefold()
        if quote.attributed_to is None or not place:
            return
        if not who or who not in " ".join(self._texts[place.article].split()).casefold():
            name = self._names[place.article]
            yield f"is attributed to ‘{quote.attributed_to}’, which are no words of {name}"

    def _unevident(self, quote: Quote) -> Iterator[str]:
        """Say what is wrong with the places that are named as evidence."""
        if quote.evidence is None:
            return
        for span in quote.evidence:
            if span.article not in quote.cites:
                yield f"names evidence in source {span.article + 1}, which it does not cite"
            elif not self._holds(span):
                where = self._witness.called([span.article])
                at = f"characters {span.start} to {span.end} of {where}"
                yield f"names evidence at {at}, where there is none"
        bare = set(quote.cites) - {span.article for span in quote.evidence}
        if bare:
            yield f"names no evidence in {self._witness.called(sorted(bare))}"

    def _holds(self, span: Span) -> bool:
        """Return whether there is text at a place."""
        if not 0 <= span.article < len(self._texts):
            return False
        if self._witness.lacks(span.article):
            return True  # it cannot be told, and that it is missing is told elsewhere
        text = self._texts[span.article]
        within = 0 <= span.start < span.end <= len(text)
        return within and not text[span.start : span.end].isspace()

    @cached_property
    def _evidence(self) -> Evidence:
        assert self._story is not None  # noqa: S101 - asked only where there is one
        return Evidence(self._story)

    @cached_property
    def _statement_of(self) -> dict[int, int]:
        statements = self._story.embedded.statements if self._story else ()
        return {copy: number for number, one in enumerate(statements) for copy in one.copies}


def _within(one: str, other: str) -> bool:
    return one in other or other in one
