"""verify: what of a brief holds, asked of its articles claim by claim.

Every claim is proved by itself, so that a brief of another version or model can be proved too, and
so that what fails is named. Only if all claims hold, and the brief is of this version and model, is
it made again from its signature: that proves what no claim tells, such as order and scores.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from summarize.encoders.lexical import NAME as LEXICAL
from summarize.errors import NothingToSummarizeError
from summarize.languages import AUTO, main_language
from summarize.languages import told as spoken
from summarize.models import manifests
from summarize.pipeline import understand
from summarize.records import Brief, Pick, Reading, Sentence, Span, Story
from summarize.render import render
from summarize.settings import DEFAULT_MODEL
from summarize.text.tongues.force import speaking
from summarize.verify.again import made_again, why_not
from summarize.verify.proof import Finding, Proof
from summarize.verify.reunite import name_of, reunite
from summarize.verify.signature import signature
from summarize.verify.statements import added, sources, wholes
from summarize.verify.testimony import Testimony
from summarize.verify.witness import Witness
from summarize.weighing.blank import blank
from summarize.weighing.off_topic import off_topic
from summarize.written.reread import reread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from summarize.records import Article, Drop, Encoder
    from summarize.written.told import ListedSource, Told

    Watch = Callable[[str, int, int], None]


def verify(told: Told, reading: Reading, encoder: Encoder, watch: Watch | None = None) -> Proof:
    """Return what of a brief holds by its articles, which are looked for in `reading`.

    Raises:
        ModelError: the encoder's model is missing or fails its checksum.
    """
    signed = signature(told.signature)
    given = signed.settings.language if signed and signed.settings else AUTO
    reading = replace(reading, articles=spoken(reading, given))
    with speaking(main_language(reading)):
        return _proof(told, reading, encoder, watch)


def _proof(told: Told, reading: Reading, encoder: Encoder, watch: Watch | None) -> Proof:
    """Prove a brief claim by claim, with the language of its articles in force."""
    found = reunite(told, reading.articles)
    articles = tuple(map(_under, found, told.entries))
    signed = signature(told.signature)
    story, drops = _understood(articles, encoder, watch)
    if watch:
        watch("prove", 0, 0)
    witness = Witness(told, articles)
    testimony = Testimony(witness, story)
    now = _now(told, story) if story else None
    findings = [
        *_sentences(told, testimony, now),
        *_sides(told, witness),
        *sources(told, now, articles, witness),
        *wholes(told, now, articles, signed),
        *added(told),
        *_idle(story),
    ]
    notes = [*_moved(found, told.entries)]
    if not articles or None in articles:
        notes.append(
            "Citations and voices were not proved, since that takes all of the articles: "
            "name where they are, summarize verify BRIEF SOURCES."
        )
    elif story is None:
        notes.append("No citation was proved: without page furniture, no sentence is left.")
    if story and all(finding.holds for finding in findings):
        made = made_again(told, story, drops, encoder)
        findings += [made] if made else []
    if signed and signed.known:
        notes.append(
            "It leaves out what its reader knew, of which it has but a digest; so it was not made "
            "again, and what it left out was not proved."
        )
    if signed and why_not(signed, encoder):
        notes.append(f"The brief was made {why_not(signed, encoder)}; it is judged by these rules.")
    return Proof(told.name, told.signature, tuple(findings), tuple(notes))


def model_of(told: Told) -> str:
    """Return the model that a brief was made with, if it is one known by name, else the default.

    No folder or repository is taken from a brief: whoever wrote it would choose what is loaded.
    """
    signed = signature(told.signature)
    known = {manifest.name for manifest in manifests()} | {LEXICAL}
    return signed.model if signed and signed.model in known else DEFAULT_MODEL


def _sides(told: Told, witness: Witness) -> Iterator[Finding]:
    """Give of each side of a disagreement whether it is word for word where it is said to be."""
    for number, quote in enumerate(told.sides, 1):
        place, fault = witness.place(quote)
        proofs = (witness.where(place),) if place else ()
        yield Finding("side", number, proofs, (fault,) if fault else ())


def _idle(story: Story | None) -> Iterator[Finding]:
    """Give the sources of a brief that are none: nothing is told there, or something else."""
    idle = {**off_topic(story), **blank(story.articles, story.sentences)} if story else {}
    for number, why in idle.items():
        name = PurePath(story.articles[number].path).name if story else ""
        yield Finding("source", number + 1, (), (f"{name} {why.partition(', so it is')[0]}",))


def _under(article: Article | None, entry: ListedSource) -> Article | None:
    """Return an article under the path that the brief has, which may name a voice."""
    path = article and name_of(entry, article)
    return replace(article, path=path) if article and path else article


def _moved(found: Sequence[Article | None], entries: Sequence[ListedSource]) -> Iterator[str]:
    """Say which articles have another name than the brief has for them."""
    for article, entry in zip(found, entries, strict=True):
        path = article and name_of(entry, article)
        if article and path:
            told, now = PurePath(path).name, PurePath(article.path).name
            if told != now:
                yield f"{told} was found as {now}."


def _understood(
    articles: Sequence[Article | None], encoder: Encoder, watch: Watch | None
) -> tuple[Story | None, tuple[Drop, ...]]:
    """Return the story of all articles, or None where one is missing or nothing is left of them."""
    whole = tuple(article for article in articles if article)
    if len(whole) < len(articles) or not whole:
        return None, ()
    try:
        return understand(Reading(whole), encoder, watch, whole=True)
    except NothingToSummarizeError:
        return None, ()


def _now(told: Told, story: Story) -> Told:
    """Return the brief as it would be told now, if it chose and cited as it says."""
    voice_of = story.voice_of
    picks = []
    for quote in told.quotes:
        cites = tuple(number for number in quote.cites if number in voice_of)
        voices = {voice_of[number] for number in cites}
        span = quote.span if quote.span and quote.span.article in voice_of else Span(0, 0, 0)
        sentence = Sentence(span, quote.text, 0, 0)
        carried = tuple(voice.id for voice in story.voices if voice.id in voices)
        picks.append(Pick(sentence, 0.0, {}, cites, carried, quote.attributed_to))
    signed = signature(told.signature)
    brief = Brief(
        told.title, told.signature, story.articles, story.voices, tuple(picks), drops=(), counts={}
    )
    brief = replace(brief, scope=signed.scope if signed else {})
    return reread(render(brief, told.form), told.name)


def _sentences(told: Told, testimony: Testimony, now: Told | None) -> Iterator[Finding]:
    """Give what holds of each sentence."""
    for number, quote in enumerate(told.quotes):
        as_told = now.quotes[number] if now and number < len(now.quotes) else None
        yield testimony.sentence(number + 1, quote, as_told.voices if as_told else None)
