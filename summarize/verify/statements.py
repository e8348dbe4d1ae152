"""statements: what a brief says of its articles and of itself, against what is found now."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from summarize import __version__
from summarize.counted import words as counted_words
from summarize.render.inert import inert, well_formed
from summarize.render.phrases import scope
from summarize.text.difference import difference
from summarize.verify.proof import Finding
from summarize.verify.reunite import digest, texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summarize.records import Article
    from summarize.verify.signature import Signature
    from summarize.verify.witness import Witness
    from summarize.written.told import Told

_SHOWN = 80  # characters of what was added
_CALLED = {"wire": "agency", "url": "address"}


def sources(
    told: Told, now: Told | None, articles: Sequence[Article | None], witness: Witness
) -> Iterator[Finding]:
    """Give of each source whether it is there, is unchanged, and is what the brief says it is."""
    for number, (entry, article) in enumerate(zip(told.entries, articles, strict=True)):
        name = witness.names[number]
        if article is None:
            yield Finding("source", number + 1, (), (f"{name} was not found",))
            continue
        faults = []
        if entry.sha256 is not None and entry.sha256 != digest(article):
            own = [q for q in told.quotes if q.span and q.span.article == number]
            same = all(witness.place(quote)[0] for quote in own)
            rest = "what the brief quotes of it is the same" if same else "also what is quoted"
            faults.append(f"{name} has changed since the brief was made ({rest})")
        if now:
            faults += _false(entry.facts, now.entries[number].facts, name)
        yield Finding("source", number + 1, () if faults else (f"{name} is as told",), (*faults,))


def _false(told: Mapping[str, str | None], now: Mapping[str, str | None], name: str) -> list[str]:
    """Say what the brief tells otherwise of a source than is found."""
    faults = []
    for fact, found in now.items():
        said, called = told[fact], _CALLED.get(fact, fact)
        if said != found:
            ours, theirs = difference(said, found) if said and found else (said, found)
            faults.append(f"its {called} is {quoted(ours)} where {name} gives {quoted(theirs)}")
    return faults


def wholes(
    told: Told,
    now: Told | None,
    articles: Sequence[Article | None],
    signed: Signature | None,
) -> Iterator[Finding]:
    """Give whether signature, title, voices and counts are those of the articles."""
    signature = _signature(told, articles, signed)
    if signature.proofs or signature.faults:
        yield signature
    if now:
        yield _title(told, articles)
        yield _voices(told.voices, now.voices)
    yield _counts(told)


def added(told: Told) -> Iterator[Finding]:
    """Give what was added to a brief, within it or below its end, which no brief has."""
    faults = [f"{_begun(text)} stands in it and is no part of a brief" for text in told.strange]
    faults += [f"{_begun(text)} stands below its end and is no part of it" for text in told.added]
    if faults:
        yield Finding("brief", None, (), tuple(faults))


def _begun(text: str) -> str:
    text = " ".join(text.split())
    return quoted(text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…")


def _signature(told: Told, articles: Sequence[Article | None], signed: Signature | None) -> Finding:
    """Tell what holds of a signature: its form, its settings, and what it says of the articles."""
    if signed is None:
        fault = f"the signature {quoted(told.signature)} is not of the form that summarize writes"
        return Finding("signature", None, (), (fault,))
    faults = []
    if signed.settings is None and signed.version == __version__:
        faults.append(f"the signature {quoted(told.signature)} has settings that do not exist")
    present = [article for article in articles if article]
    digest_ = texts(present) if len(present) == len(articles) else None
    if digest_ and digest_ != signed.texts:
        which = "" if any(entry.sha256 for entry in told.entries) else " (it does not tell which)"
        faults.append(
            f"an article has changed since the brief was made{which}: "
            f"the digest of all is {digest_} where the signature has {signed.texts}"
        )
    faults += [*_too_long(told, signed), *_otherwise(told, signed)]
    proofs = (f"the articles' texts have the digest {digest_}",) if digest_ else ()
    return Finding("signature", None, () if faults else proofs, tuple(faults))


def _too_long(told: Told, signed: Signature) -> Iterator[str]:
    unit, size = signed.settings.length if signed.settings else ("", 0)
    words = sum(counted_words(quote.text) for quote in told.quotes)
    length = {"words": words, "sentences": len(told.quotes)}.get(unit, 0)
    if length > size:
        yield f"the brief has {length} {unit} where its signature allows {size:g}"


def _otherwise(told: Told, signed: Signature) -> Iterator[str]:
    """Say if a brief was asked for something else than it says."""
    asked: Any = dict(signed.scope) if told.form == "json" else scope(signed.scope)
    if signed.settings and (told.scope or None) != (asked or None):
        said = quoted(told.scope) if told.form == "markdown" else "what it tells"
        asked = quoted(scope(signed.scope)) if asked else "nothing of that"
        yield f"it says that it was asked for {said} where its signature has {asked}"


def _title(told: Told, articles: Sequence[Article | None]) -> Finding:
    shown = well_formed if told.form == "json" else inert
    titles = {shown(article.title) for article in articles if article and article.title}
    first = told.quotes[0].text if told.quotes else ""
    begun = told.title.removesuffix("…").rstrip()
    own = not titles and bool(begun) == bool(first) and first.startswith(begun)
    if told.title in titles or own:
        return Finding("title", None, ("the title is one of the articles'",))
    fault = f"the title {quoted(told.title)} is none of the articles' titles"
    return Finding("title", None, (), (fault,))


def _voices(told: Sequence[str], now: Sequence[str]) -> Finding:
    for said, found in zip_longest(told, now, fillvalue=""):
        if said != found:
            ours, theirs = difference(said, found)
            fault = f"the voices are told as {quoted(ours)} where there is {quoted(theirs)}"
            return Finding("voices", None, (), (fault,))
    return Finding("voices", None, ("the voices are those of the articles",))


def _counts(told: Told) -> Finding:
    """Return whether the counts are those of the brief, and add up."""
    parts = ("picked", "merged", "unpicked", "dropped")
    counted = {
        "words": sum(counted_words(quote.text) for quote in told.quotes),
        "picked": len(told.quotes),
        "articles": len(told.entries),
    }
    if told.form == "json":
        counted["voices"] = len(told.voices)
        counted["sentences"] = sum(told.counts.get(part, 0) for part in parts)
    faults = [
        f"the count of {name} is {told.counts.get(name)} where it should be {number}"
        for name, number in counted.items()
        if name in told.counts and told.counts[name] != number
    ]
    return Finding("counts", None, () if faults else ("the counts add up",), tuple(faults))


def quoted(value: Any) -> str:
    """Return a value of a brief as prose quotes it."""
    if isinstance(value, str):
        return f"‘{value}’"
    if isinstance(value, (int, float)):
        return str(value)
    return "null" if value is None else "a list or an object"
