"""Languages of a story: which each article is in, which one is in force, what can embed it.

The language of most text is the story's. Stages that compare words get it as a context (see
`text.tongues.force`); an article of another language among them is read with its own sentences, but
its words are taken as the story's are.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from summarize.records import Drop
from summarize.text.tongues.detect import NAMES, language
from summarize.text.tongues.force import ENGLISH, in_force, is_foreign, speaking

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from summarize.models import Manifest
    from summarize.records import Article, Encoder, Reading, Story

    P = ParamSpec("P")
    T = TypeVar("T")
    Told = TypeVar("Told", Reading, Story)

STAGE = "language"
AUTO = "auto"
_FEW = 3  # articles in another language than most, which are named
_ANY = "multilingual"  # the language of a model that knows many


def told(articles: Iterable[Article], given: str = AUTO) -> tuple[Article, ...]:
    """Return the articles, each with its language: the one given, or else what its text shows.

    English that nobody gave, and what cannot be told, stays without.
    """
    return tuple(_told(article, given) for article in articles)


def _told(article: Article, given: str) -> Article:
    if given != AUTO:
        return article if article.language == given else replace(article, language=given)
    if article.language is not None:
        return article
    found = language(article.text)
    return replace(article, language=found) if is_foreign(found) else article


def main_language(articles: Iterable[Article]) -> str:
    """Return the language of most text, in characters; of equals the first by its code."""
    sizes: Counter[str] = Counter()
    for article in articles:
        sizes[article.language or ENGLISH] += len(article.text)
    return min(sizes, key=lambda code: (-sizes[code], code), default=ENGLISH)


def in_its_language(
    stage: Callable[Concatenate[Told, P], T],
) -> Callable[Concatenate[Told, P], T]:
    """Return a function of a reading or a story that has its language in force while it runs."""

    @wraps(stage)
    def spoken(given: Told, /, *rest: P.args, **named: P.kwargs) -> T:
        articles = told(given.articles)
        if any(one is not other for one, other in zip(articles, given.articles, strict=True)):
            given = replace(given, articles=articles)
        with speaking(main_language(articles)):
            return stage(given, *rest, **named)

    return spoken


def suited(encoder: Encoder) -> Encoder:
    """Return an encoder for the language in force: the one given where it knows that language.

    Else it is a multilingual model, if its weights are on this machine, or vectors of words.
    """
    from summarize.cache import CachedEncoder
    from summarize.encoders.lexical import NAME as LEXICAL
    from summarize.encoders.lexical import LexicalEncoder
    from summarize.models import load

    name = encoder.revision.rpartition("@")[0]
    if name == LEXICAL:
        return LexicalEncoder()  # keeping what it makes would take longer than making it
    if not in_force() or not is_english_only(name):
        return encoder
    model = at_hand()
    if model is None:
        return LexicalEncoder()
    other = load(model.name)
    return encoder.behind(other) if isinstance(encoder, CachedEncoder) else other


def noted(reading: Reading, given: str, revision: str) -> Reading:
    """Return the reading, its articles with their languages, and what a reader must know of them.

    That is a mixed set, and a language that the model does not know; each is said once.
    """
    articles = told(reading.articles, given)
    notes = tuple(_notes(articles, revision.partition("@")[0]))
    if any(drop.stage == STAGE for drop in reading.drops):
        return replace(reading, articles=articles)
    drops = (*reading.drops, *notes)
    return replace(reading, articles=articles, drops=drops) if notes or given != AUTO else reading


def is_english_only(name: str) -> bool:
    """Return whether a model is known by name to know no language but English."""
    from summarize.models import manifests

    return any(known.name == name and known.language == "English" for known in manifests())


def multilingual() -> Manifest:
    """Return the manifest of the model for languages besides English."""
    from summarize.models import manifests

    return next(manifest for manifest in manifests() if manifest.language == _ANY)


def at_hand() -> Manifest | None:
    """Return the manifest of the multilingual model if it is on this machine, else None."""
    from summarize.models import locate

    manifest = multilingual()
    return manifest if locate(manifest) else None


def _notes(articles: Sequence[Article], model: str) -> Iterable[Drop]:
    """Give notes for the reader: on several languages, and on one that the model does not know."""
    if not any(is_foreign(article.language) for article in articles):
        return
    counts = Counter(article.language or ENGLISH for article in articles)
    main = main_language(articles)
    path = min(article.path for article in articles if (article.language or ENGLISH) == main)
    if len(counts) > 1:
        order = sorted(counts, key=lambda code: (-counts[code], code))
        listed = "; ".join(_listed(articles, code) for code in order)
        yield Drop(
            STAGE,
            path,
            f"The articles are in several languages ({listed}); what they say is compared "
            f"within one, so give those of each language a brief of their own.",
        )
    missing = _unknown(main, model)
    if missing:
        yield Drop(STAGE, path, missing)


def _listed(articles: Sequence[Article], code: str) -> str:
    """Return how many articles are in a language, and which, if they are few."""
    paths = sorted(a.path for a in articles if (a.language or ENGLISH) == code)
    told = f"{len(paths)} in {NAMES.get(code, code)}"
    few = len(paths) <= _FEW and len(paths) < len(articles) / 2
    return f"{told}: {', '.join(paths)}" if few else told


def _unknown(main: str, model: str) -> str:
    """Return what to say where no model at hand knows the story's language; mostly nothing."""
    if not is_foreign(main) or not is_english_only(model) or at_hand():
        return ""
    return (
        f"The articles are in {NAMES.get(main, main)}, which the model {model} does not know, so "
        "sentences are compared by their words; for their meaning, name a model that knows it: "
        f"--model {multilingual().name}."
    )
