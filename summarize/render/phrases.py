"""The phrases that every format shares: citations, support, names of sources."""

from __future__ import annotations

import re
from datetime import date
from itertools import takewhile
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from summarize.render.inert import inert
from summarize.render.messages import message
from summarize.text.agencies import short_name
from summarize.text.quoting import unquoted
from summarize.text.values.absolute import published, run_over_a_week

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from summarize.records import Article, Brief, Pick, Span, Voice


_WORD = re.compile(r"\w+")
_ADDED = 2  # words of a name that a sentence lacks, from which on naming it tells more


def citation(articles: Iterable[int]) -> str:
    """Return article numbers (from 0) as the reader's citation (from 1): `[1–3, 5]`."""
    return f"[{numbers(articles)}]"


def numbers(articles: Iterable[int]) -> str:
    """Return article numbers (from 0) counted from 1, three or more in a row as a range."""
    runs: list[list[int]] = []
    for number in sorted(set(articles)):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(_run(run) for run in runs)


def _run(run: list[int]) -> str:
    if len(run) > 2:
        return f"{run[0] + 1}–{run[-1] + 1}"
    return ", ".join(str(number + 1) for number in run)


def scope(told: Mapping[str, Any], shown: Callable[[str], str] = inert) -> str:
    """Return what a brief is asked to tell, in a line; empty where that is all there is.

    Such as `About “drones”; new since 2023-07-27; articles since 2023-07-26`.
    """
    parts = []
    if "focus" in told:
        parts.append(message("about", text=shown(told["focus"])))
    if "new_since" in told:
        day = told["new_since"]
        parts.append(message("new since", day=day) if day else message("only new"))
    days = [message(name, day=told[name]) for name in ("since", "until") if name in told]
    parts += [message("articles", days=" ".join(days))] if days else []
    line = "; ".join(parts)
    return line[:1].upper() + line[1:]


def headings(brief: Brief) -> Iterator[str]:
    """Give for each pick the day to print above it: where a block of a timeline begins, or nothing.

    Such as `2023-07-26, Wednesday`, and `Undated` at the end.
    """
    before: str | None = ""
    for pick in brief.picks:
        begins = "timeline" in brief.scope and pick.day != before
        yield _day(pick.day) if begins else ""
        before = pick.day


def _day(day: str | None) -> str:
    if not day:
        return message("undated")
    # Not by strftime, which speaks the language of the machine.
    return f"{day}, {message('weekdays').split()[date.fromisoformat(day).weekday()]}"


def count(number: int, noun: str) -> str:
    """Return `1 word`, `2 words`."""
    return message(noun, number)


def size(brief: Brief) -> str:
    """Return `148 words in 6 sentences`."""
    words, sentences = count(brief.words, "word"), count(len(brief.picks), "sentence")
    return message("size", words=words, sentences=sentences)


def support(brief: Brief, pick: Pick) -> str:
    """Return how many independent sources carry the sentence; empty where all is one voice.

    Such as `2 independent sources, all citing KCNA; [5] says Wednesday`: what a source states
    instead of a value in the sentence is told beside it, be the source cited for the rest or not.
    Of a story that ran for more than a week, it tells the day of the sentence's article besides.
    """
    if len(brief.voices) < 2:
        return ""
    lone = len(pick.voices) == 1
    sources = count(len(pick.voices), "source" if lone else "independent source")
    who = "" if lone else inert(pick.rests_on or "")
    carried = message("all citing", sources=sources, who=who) if who else sources
    return "; ".join([carried, *_otherwise(brief, pick), *_as_of(brief, pick)])


def _as_of(brief: Brief, pick: Pick) -> Iterator[str]:
    """Give when a sentence was told, where "today" and "on Thursday" would leave it open."""
    day, *days = (
        published(brief.articles[one.sentence.span.article].date) for one in (pick, *brief.picks)
    )
    if day and run_over_a_week(days):
        yield message("as of", day=day.isoformat())


def _otherwise(brief: Brief, pick: Pick) -> Iterator[str]:
    """Give what others state, `[5] says Wednesday`, where the sentence is a side of a disagreement.

    An accusation and its denial are no two values: a sentence may tell both.
    """
    for point in brief.disagreements:
        own = {side.value for side in point.sides if _within(side.span, pick.sentence.span)}
        if not own or point.kind == "polarity":
            continue
        for side in point.sides:
            if side.value not in own:
                # A number may begin its sentence there, and stands amid one here.
                opens = point.kind == "number" and not side.value[:2].isupper()
                start = side.value[:1].lower() if opens else side.value[:1]
                value = inert(start + side.value[1:])
                yield message("says", source=citation([side.span.article]), value=value)


def _within(one: Span, other: Span) -> bool:
    return one.article == other.article and one.start < other.end and other.start < one.end


def said_by(brief: Brief, pick: Pick) -> str:
    """Return who says the sentence where it does not tell that itself, else nothing.

    "Trump" tells as much as "President Trump" does, and not as much as a first name with an office.
    Whoever is called by the last of his names before the brief has named him is named in full. What
    the article leaves at "he" would tell a reader nothing.
    """
    who = " ".join((pick.attributed_to or "").split())
    name = who.split()
    # Whom the words in quotation marks name does not say them.
    text = _words(unquoted(pick.sentence.text))
    added = [word for word in name if (own := _words(word)) and not text & own]  # no dash alone
    told = len(added) < min(_ADDED, len(name)) or who.casefold() in ("he", "she", "they")
    return "" if told and not _introduces(added, name, brief, pick) else who


def _introduces(added: Sequence[str], name: Sequence[str], brief: Brief, pick: Pick) -> bool:
    """Tell whether names stand before one that the brief has here for the first time, and bare."""
    if not added or name[-1] in added or not all(word.istitle() for word in name):
        return False
    before = takewhile(lambda other: other is not pick, brief.picks)
    if any(_words(name[-1]) <= _words(other.sentence.text) for other in before):
        return False
    return not re.search(rf"[A-Z][\w.]*\s+{re.escape(name[-1])}\b", unquoted(pick.sentence.text))


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def voices(
    brief: Brief,
    shown: Callable[[str], str] = inert,
    cite: Callable[[Iterable[int]], str] = citation,
) -> str:
    """Return the voices in a line.

    Such as `2 independent sources (A: AP in 3 outlets [1–3]; B: El Periódico [4])`.
    """
    names = "; ".join(
        f"{shown(voice.id)}: {shown(short_name(voice.name))}{_spread(brief, voice)} "
        f"{cite(voice.articles)}"
        for voice in brief.voices
    )
    kind = "source" if len(brief.voices) == 1 else "independent source"
    return f"{count(len(brief.voices), kind)} ({names})" if names else ""


def _spread(brief: Brief, voice: Voice) -> str:
    """Return ` in 3 outlets` for a voice that several carry; without a name, each file is one."""
    articles = (brief.articles[number] for number in voice.articles)
    outlets = {article.outlet or article.path for article in articles}
    several = count(len(outlets), "outlet")
    return " " + message("in outlets", outlets=several) if len(outlets) > 1 else ""


def outlet(article: Article) -> str:
    """Return who published the article, or else the name of its file."""
    file = message("standard input") if article.path == "-" else PurePath(article.path).name
    return inert(article.outlet or "") or inert(file or article.path)


def voice_ids(brief: Brief) -> dict[int, str]:
    """Return the id of the voice that each article belongs to."""
    return {number: inert(voice.id) for voice in brief.voices for number in voice.articles}
