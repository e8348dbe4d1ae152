"""Hearing: an article as it is read for who says each of its sentences.

A sentence that names its source is told by `speakers`; one that only carries on a quotation has the
source of the sentence in which the quotation is named. Short names and pronouns become the fuller
name given earlier where that is certain; otherwise they stay as they stand.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING

from summarize.answers import remembering
from summarize.speakers import in_view, named_source
from summarize.text.attribution.callings import called
from summarize.text.attribution.claimants import (
    described,
    fuller,
    is_own,
    is_pronoun,
    may_be_it,
    qualified,
)
from summarize.text.attribution.clues import all_quoted
from summarize.text.attribution.doers import PRONOUNS
from summarize.text.attribution.heads import antecedent
from summarize.text.attribution.meant import Line, explained, meant
from summarize.text.attribution.persons import introduced
from summarize.text.attribution.quotations import Quotations
from summarize.text.attribution.subordinate import is_told_beside
from summarize.text.attribution.telling import is_told
from summarize.text.tongues.force import is_foreign
from summarize.text.typography import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.records import Sentence, Story
    from summarize.text.attribution.claimants import Place

_REACH = 8  # sentences that a quotation is followed,
_PARAGRAPH = 24  # and those of one paragraph
_CHAIN = 40  # sentences that a pronoun is followed from one to the next,
_GAPS = 2  # and those among them that name nobody
_WHO = re.compile(r"(?:who|which)(?= )")
_TAG = 5  # words of a sentence that may be no more than "Trump tweeted."


def sources(sentences: Sequence[Sentence], story: Story) -> Iterator[str | None]:
    """Give the source of each sentence; each article is read when it is first asked for."""
    for sentence, hearing in _heard(sentences, story):
        place = hearing.source(sentence) if hearing else None
        yield story.articles[sentence.span.article].text[slice(*place)] if place else None


def claims(sentences: Sequence[Sentence], story: Story) -> Iterator[str | None]:
    """Give the source of each sentence that tells that its source says it; else None."""
    for sentence, hearing in _heard(sentences, story):
        place = hearing.source(sentence) if hearing and hearing.tells(sentence) else None
        yield story.articles[sentence.span.article].text[slice(*place)] if place else None


def explains(sentence: Sentence, story: Story) -> bool:
    """Return whether a sentence itself tells who the pronoun is that names its source."""
    return _hearings(story).of(sentence).explains(sentence)


def _heard(
    sentences: Sequence[Sentence], story: Story
) -> Iterator[tuple[Sentence, _Hearing | None]]:
    hearings = _hearings(story)
    for sentence in sentences:
        # The words of saying are English.
        foreign = is_foreign(story.articles[sentence.span.article].language)
        yield sentence, None if foreign else hearings.of(sentence)


def _hearings(story: Story) -> _Hearings:
    hearings: _Hearings = remembering(story).answers.once("hearings", lambda: _Hearings(story))
    return hearings


class _Hearings:
    """The articles of a story; each is read when it is first asked for, and only then."""

    def __init__(self, story: Story) -> None:
        self._articles = story.articles
        self._own: dict[int, list[Sentence]] = defaultdict(list)
        for sentence in story.sentences:
            self._own[sentence.span.article].append(sentence)
        self._read: dict[int, _Hearing] = {}

    def of(self, sentence: Sentence) -> _Hearing:
        """Return the hearing of a sentence's article."""
        number = sentence.span.article
        if number not in self._read:
            self._read[number] = _Hearing(plain(self._articles[number].text), self._own[number])
        return self._read[number]


class _Hearing:
    """One article; each of its sentences is looked at once."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self._text = text
        self._sentences = sentences
        self._number = {sentence.span.start: at for at, sentence in enumerate(sentences)}
        self._quotations = Quotations(sentences)
        self._seen: dict[int, Place | None] = {}

    def source(self, sentence: Sentence) -> Place | None:
        """Return the place in the article that names who says a sentence."""
        at = self._number[sentence.span.start]
        place, start = self._named(at), sentence.span.start
        if place and is_told_beside(sentence.text, place[0] - start, place[1] - start):
            return None
        if place and not is_own(self._words(place)):
            place = self._in_full(at, place)
        else:
            place = self._carried(at) if self._quoting(at) else None
        return qualified(self._text, place) if place else None

    def tells(self, sentence: Sentence) -> bool:
        """Return whether a sentence quotes its source, or tells that he says something."""
        at = self._number[sentence.span.start]
        place, start = self._named(at), sentence.span.start
        if self._quoting(at) or place is None:
            return True
        spot = place[0] - start, place[1] - start
        return is_told(sentence.text, *spot) and not is_told_beside(sentence.text, *spot)

    def explains(self, sentence: Sentence) -> bool:
        """Return whether a sentence tells who the pronoun is that names its source."""
        at = self._number[sentence.span.start]
        place = self._named(at)
        return not place or explained(self._text, place, next(self._lines(at)))

    def _words(self, place: Place) -> str:
        return self._text[slice(*place)]

    def _quoting(self, at: int) -> bool:
        """Tell whether a sentence is nothing but part of a quotation."""
        return all_quoted(self._sentences[at].text, quoted=self._quotations.starts_within(at))

    def _named(self, at: int) -> Place | None:
        """Return the place of the source that a sentence itself names."""
        if at not in self._seen:
            sentence = self._sentences[at]
            within = self._quotations.starts_within(at)
            opens = not self._quotations.follows(at)
            place = named_source(sentence.text, quoted=within, opens=opens)
            start = sentence.span.start
            self._seen[at] = (place[0] + start, place[1] + start) if place else None
        return self._seen[at]

    def _in_full(self, at: int, place: Place) -> Place | None:
        words = self._words(place)
        if found := _WHO.match(words):  # who in May said
            words, place = found[0], (place[0], place[0] + found.end())
        if words.lower() in PRONOUNS:
            return self._person(at, place) or place
        if is_pronoun(words):
            return self._meant(at, words.lower(), place)
        full = fuller(self._text, words, place[0]) or called(self._text, *place)
        return full or described(self._text, *place, self._sentences[at].span.end)

    def _carried(self, at: int) -> Place | None:
        """Return the speaker of the quotation that a sentence is part of."""
        ahead = at + 1
        while ahead < min(at + _REACH, len(self._sentences)) and (
            self._quotations.ends_within(ahead - 1) or self._is_tag(ahead)
        ):
            place = self._named(ahead)
            if place and not is_own(self._words(place)):
                return self._in_full(ahead, place)
            ahead += 1
        first = at
        for back in range(at - 1, max(-1, at - _PARAGRAPH), -1):
            same = self._sentences[back].paragraph == self._sentences[at].paragraph
            if back <= at - _REACH and not same:
                break
            place = self._named(back)
            if place and not is_own(self._words(place)):
                return self._in_full(back, place)
            if not self._quoting(back):
                break
            first = back
        return introduced(self._text, self._sentences[first].span.start)

    def _is_tag(self, at: int) -> bool:
        """Tell whether a sentence only says who spoke: “Yes.” Trump tweeted."""
        one, other = self._sentences[at - 1], self._sentences[at]
        closed = one.paragraph == other.paragraph and one.text[-1] in "”\"'"
        return closed and len(other.text.split()) <= _TAG

    def _person(self, at: int, place: Place) -> Place | None:
        """Return who he, she or they are, as they are named where they were last the doer."""
        found = meant(self._text, place, self._lines(at))
        if found is None:
            return None
        if found.sort == "name":
            name = self._text[found.named : found.end]
            if full := fuller(self._text, name, found.named):
                return full
        end = next(s.span.end for s in self._sentences if s.span.start <= found.start < s.span.end)
        return described(self._text, found.start, found.end, end)

    def _lines(self, at: int) -> Iterator[Line]:
        """Give a sentence and those before it, as they are read for who is meant."""
        for back in range(at, max(-1, at - _CHAIN), -1):
            sentence = self._sentences[back]
            within = self._quotations.starts_within(back)
            yield Line(sentence, within, partial(self._spoken, back))

    def _spoken(self, at: int) -> Place | None:
        """Return the place of whom a sentence names as its source or doer, not "I" or "we"."""
        sentence = self._sentences[at]
        within = self._quotations.starts_within(at)
        found = in_view(sentence.text, quoted=within, opens=not self._quotations.follows(at))
        start = sentence.span.start
        place = (found[0] + start, found[1] + start) if found else None
        return None if place and is_own(self._words(place)) else place

    def _meant(self, at: int, pronoun: str, place: Place) -> Place | None:
        """Return what it, who or which means, where only one can be meant."""
        start = self._sentences[at].span.start
        if pronoun in ("who", "which", "that"):
            return antecedent(self._text, start, place[0])
        gaps = 0
        for back in range(at - 1, max(-1, at - _CHAIN), -1):
            found = self._named(back)
            words = self._words(found).lower() if found else ""
            if found and words != pronoun and not is_own(words):
                full = self._in_full(back, found) or found
                return full if pronoun == "it" and may_be_it(self._words(full)) else None
            gaps += not found
            if gaps > _GAPS:
                break
        return None
