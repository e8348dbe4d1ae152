"""Recall: what was found out about the same articles before, so that a new length costs little.

Nearly all that a brief takes to make does not depend on its length. So a story is kept on disk with
the answers to what was asked of it, under a digest of all that these depend on: the articles, the
settings but those of the brief itself, the model and this very program. Texts are kept as places in
the articles, and what cannot be read back is found out anew.
"""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from summarize.answers import Recalled
from summarize.cache import CachedEncoder, Records, stories_path
from summarize.languages import in_its_language, suited
from summarize.program import program
from summarize.records import Cluster, Drop, Sentence, Span, Statement, Voice
from summarize.text.typography import plainly

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarize.records import Article, Encoder, Reading, Story
    from summarize.settings import Settings

    Understood = tuple["Recalled", tuple[Drop, ...]]

_FORM = "summarize/story/1"
# What is asked of the brief alone, or has had its effect on the articles before.
_LATE = frozenset(
    "words sentences chars ratio since until focus known min_voices order timeline".split()
)
MOST_SENTENCES = 4000  # of larger stories nothing is kept: to read them back takes long too


def key(reading: Reading, settings: Settings, encoder: Encoder) -> bytes:
    """Return a digest of all that the understanding of a reading depends on."""
    import hashlib

    asked = [(f.name, getattr(settings, f.name)) for f in fields(settings) if f.name not in _LATE]
    digest = hashlib.sha256(repr((_FORM, program(), encoder.revision, asked)).encode())
    for article in reading.articles:
        own = repr(article).encode("utf-8", "surrogatepass")
        digest.update(len(own).to_bytes(8) + own)
    return digest.digest()


class Memory:
    """What is kept of one reading, if anything, and where; without records nothing is kept."""

    def __init__(
        self,
        records: Records | None = None,
        place: bytes = b"",
        understood: Understood | None = None,
        articles: Sequence[Article] = (),
    ) -> None:
        self._records = records
        self._place = place
        self._articles = articles
        self.understood = understood

    def keeps(self, story: Story) -> bool:
        """Tell whether a story will be kept."""
        return self._records is not None and len(story.sentences) <= MOST_SENTENCES

    def keep(self, story: Recalled, drops: Sequence[Drop]) -> None:
        """Keep a story that was understood with these drops, if there is more to keep."""
        if self._records is not None and story.answers.kept and story.answers.fresh:
            written = _written(story, drops) | {"articles": _numbers(story, self._articles)}
            packed = json.dumps(written, separators=(",", ":"))
            self._records.put(self._place, packed.encode())


@in_its_language
def recall(reading: Reading, settings: Settings, encoder: Encoder, *, own: bool) -> Memory:
    """Return what was kept of a reading, with the story and its drops if they can be read back.

    The drops are those of understanding it, without the reading's own. Stories are kept beside the
    vectors of the program's `own` encoder; beside one that is given, or keeps nothing, none are.
    """
    if not own or not isinstance(encoder, CachedEncoder) or program() is None:
        return Memory()
    records = Records(stories_path(encoder.folder))
    suiting = suited(encoder)
    place = key(reading, settings, suiting)
    kept = records.get(place)
    understood = _read(json.loads(kept), reading, suiting) if kept else None
    return Memory(records, place, understood, reading.articles)


def _written(story: Recalled, drops: Sequence[Drop]) -> dict[str, Any]:
    return {
        "sentences": [
            [s.span.article, s.span.start, s.span.end, s.position, s.paragraph]
            for s in story.sentences
        ],
        "voices": [[v.id, v.name, v.articles] for v in story.voices],
        "statements": [[s.sentence, s.copies] for s in story.embedded.statements],
        "clusters": [[c.leader, c.members, c.voices] for c in story.clusters],
        "drops": [
            [d.stage, _place(d.item), d.reason, d.because_of and _place(d.because_of)]
            for d in drops
        ],
        "answers": story.answers.known,
    }


def _read(kept: Mapping[str, Any], reading: Reading, encoder: Encoder) -> Understood:
    """Return the story and the drops that `_written` put down; vectors come of the encoder."""
    from summarize.embed import embed

    articles = tuple(reading.articles[number] for number in kept["articles"])
    read = plainly(articles)
    sentences = tuple(
        Sentence(Span(article, start, end), read[article].text[start:end], *where)
        for article, start, end, *where in kept["sentences"]
    )
    statements = [Statement(number, tuple(copies)) for number, copies in kept["statements"]]
    story = Recalled(
        articles,
        sentences,
        tuple(Voice(name, called, tuple(own)) for name, called, own in kept["voices"]),
        embed(sentences, statements, encoder),
        tuple(Cluster(lead, tuple(all_), tuple(by)) for lead, all_, by in kept["clusters"]),
    )
    story.answers.known.update(kept["answers"])
    story.answers.kept = True
    drops = tuple(
        Drop(stage, _item(item), reason, Span(*because) if because else None)
        for stage, item, reason, because in kept["drops"]
    )
    return story, drops


def _numbers(story: Story, articles: Sequence[Article]) -> list[int]:
    """Return which of the articles read a story has: those that tell something, in order."""
    own = iter(story.articles)
    wanted, found = next(own, None), []
    for number, article in enumerate(articles):
        if article == wanted:
            found.append(number)
            wanted = next(own, None)
    return found


def _place(item: Span | str) -> list[int] | str:
    return item if isinstance(item, str) else [item.article, item.start, item.end]


def _item(place: list[int] | str) -> Span | str:
    return place if isinstance(place, str) else Span(*place)
