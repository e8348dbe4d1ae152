"""reunite: the articles of a brief that was written, found again among what is read."""

from __future__ import annotations

import hashlib
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from summarize.brief import sign
from summarize.errors import SummarizeError, UsageError
from summarize.read import read
from summarize.reading.called import STDIN
from summarize.reading.sources import extension, is_address
from summarize.records import Drop, Reading
from summarize.render.inert import inert, well_formed
from summarize.render.phrases import outlet
from summarize.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarize.formats.columns import Columns
    from summarize.records import Article, Span
    from summarize.web.wishes import Web
    from summarize.written.told import ListedSource, Told

    Likeness = tuple[bool, bool, bool, int, float]

_FAINT = 1.0  # a title or an address tells an article; an outlet and a date do not


def reread_articles(
    told: Told,
    sources: Sequence[str] = (),
    web: Web | None = None,
    columns: Columns | None = None,
) -> Reading:
    """Read the sources given, or else the articles where the brief says they are.

    Raises:
        UsageError: none are given, and the brief does not say where its articles are, or both are
            to come from standard input, or `web` or `columns` have no effect.
        SummarizeError: sources are given, and none of them can be read.
    """
    if told.name == STDIN and STDIN in sources:
        raise UsageError("Standard input is either the brief or an article; save one to a file.")
    if sources:
        return read(sources, web, columns)
    paths = [entry.path for entry in told.entries if entry.path and entry.path != STDIN]
    if not paths:
        raise UsageError(
            "The brief does not say where its articles are; name them behind it, as in "
            "summarize verify BRIEF SOURCES."
        )
    # An article is a file: what else a brief names, such as a folder of everything, is not walked.
    found = (_beside(path, told.name) for path in dict.fromkeys(paths))
    files = [path for path in found if not _is_folder(path)]
    try:
        return read(files, web, columns)
    except UsageError:
        raise
    except SummarizeError as problem:
        reason = f"{problem} Name where they are now: summarize verify BRIEF FOLDER."
        return Reading((), (Drop("read", told.name, reason),))


def _beside(path: str, brief: str) -> str:
    """Return where an article is: as the brief has it, or else as seen from the brief's folder."""
    file, mark, part = path.partition("#")
    other = Path(brief).parent / file
    try:
        beside = not Path(file).exists() and other.exists()
    except (OSError, ValueError):
        return path
    return f"{other}{mark}{part}" if beside and not is_address(path) else path


def reunite(told: Told, articles: Sequence[Article]) -> tuple[Article | None, ...]:
    """Return for each source of the brief its article, None where it is not found.

    An article is known by its digest; by its name, if what the brief quotes of it is there; by what
    is quoted; by its name alone; or by its title or address: in this order.
    """
    pairs = []
    shown = [inert(article.text) for article in articles] if told.form == "markdown" else []
    for number, entry in enumerate(told.entries):
        spans = [(quote.span, quote.text) for quote in told.quotes if quote.span]
        own = [(span, text) for span, text in spans if span.article == number]
        for other, article in enumerate(articles):
            alike = _alike(entry, article, own)
            if shown and _alone(told, number, shown[other]):
                alike = (*alike[:4], alike[4] + 1.0)
            if any(alike[:4]) or alike[4] >= _FAINT:
                pairs.append((alike, -number, -other))
    found: dict[int, int] = {}
    for _, number, other in sorted(pairs, reverse=True):
        if -number not in found and -other not in found.values():
            found[-number] = -other
    found |= _left(told, articles, found)
    numbers = range(len(told.entries))
    return tuple(articles[found[number]] if number in found else None for number in numbers)


def _left(told: Told, articles: Sequence[Article], found: Mapping[int, int]) -> dict[int, int]:
    """Return the last article, if the digest of all shows which of those that are left it is."""
    missing = [number for number in range(len(told.entries)) if number not in found]
    if len(missing) != 1:
        return {}
    others = [articles[other] for other in found.values()]
    for other, article in enumerate(articles):
        if other not in found.values() and told.signature.endswith(texts([*others, article])):
            return {missing[0]: other}
    return {}


def name_of(entry: ListedSource, article: Article) -> str | None:
    """Return the path that a brief has for an article; where it gives none, the file's name.

    Markdown has that name where an article has no outlet. It is believed only as the name of a file
    of the same kind, so that nothing else can stand there.
    """
    line = entry.facts.get("entry")
    if line is None or article.outlet:
        return entry.path
    facts = [inert(article.title or ""), inert(article.date or ""), "source "]
    name = line.partition(", " + next(filter(None, facts)))[0]
    told, now = name.partition("#"), PurePath(article.path).name.partition("#")
    alike = told[1:] == now[1:] and extension(told[0]) == extension(now[0]) != ""
    return name if alike and PurePath(name).name == name else None


def texts(articles: Sequence[Article]) -> str:
    """Return the digest of articles' texts that signatures have."""
    return sign(articles, Settings(), "").rpartition(":")[2]


def digest(article: Article) -> str:
    """Return the SHA-256 of an article's text."""
    return hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()


def _alike(entry: ListedSource, article: Article, own: Sequence[tuple[Span, str]]) -> Likeness:
    text = article.text
    quoted = bool(own) and all(text[s.start : s.end] == words for s, words in own)
    same = entry.sha256 is not None and entry.sha256 == digest(article)
    name = _tail(entry.path, article.path)
    return same, name > 0 and quoted >= bool(own), quoted, name, _facts(entry, article)


def _alone(told: Told, number: int, shown: str) -> bool:
    """Tell whether all that a brief quotes of one source alone stands in an article's text."""
    own = [quote.text for quote in (*told.quotes, *told.sides) if quote.cites == (number,)]
    return bool(own) and all(text in shown for text in own)


def _tail(one: str | None, other: str) -> int:
    """Return how many last parts two paths share."""
    pairs = zip(PurePath(one or "").parts[::-1], PurePath(other).parts[::-1], strict=False)
    shared = 0
    for part, same in pairs:
        if part != same:
            break
        shared += 1
    return shared


def _facts(entry: ListedSource, article: Article) -> float:
    """Return how much of what is known of an article the brief says of a source."""
    line = entry.facts.get("entry")
    if line is not None:
        told = (outlet(article), inert(article.title or ""), inert(article.url or ""))
        return sum(bool(fact) and fact in line for fact in told) + 0.5 * (
            bool(article.date) and f", {article.date}, " in line
        )
    known = {"title": article.title, "url": article.url}
    known |= {"outlet": article.outlet, "date": article.date}
    same = (name for name, fact in known.items() if fact and well_formed(fact) == entry.facts[name])
    return sum(1.0 if name in ("title", "url") else 0.4 for name in same)


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False
