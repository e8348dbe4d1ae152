"""The phrases that every format shares: citations, support, names of sources."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from summarize.render.inert import inert

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from summarize.records import Article, Brief, Pick


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


def count(number: int, noun: str) -> str:
    """Return `1 word`, `2 words`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def support(brief: Brief, pick: Pick) -> str:
    """Return how many independent sources carry the sentence; empty where all is one voice."""
    if len(brief.voices) < 2:
        return ""
    if len(pick.voices) == 1:
        return "1 source"
    return count(len(pick.voices), "independent source")


def voices(
    brief: Brief,
    shown: Callable[[str], str] = inert,
    cite: Callable[[Iterable[int]], str] = citation,
) -> str:
    """Return the voices in a line: `2 independent sources: A Associated Press [1–3], B … [4]`."""
    names = ", ".join(
        f"{shown(voice.id)} {shown(voice.name)} {cite(voice.articles)}" for voice in brief.voices
    )
    kind = "source" if len(brief.voices) == 1 else "independent source"
    return f"{count(len(brief.voices), kind)}: {names}" if names else ""


def outlet(article: Article) -> str:
    """Return who published the article, or else the name of its file."""
    file = "standard input" if article.path == "-" else PurePath(article.path).name
    return inert(article.outlet or "") or inert(file or article.path)


def voice_ids(brief: Brief) -> dict[int, str]:
    """Return the id of the voice that each article belongs to."""
    return {number: inert(voice.id) for voice in brief.voices for number in voice.articles}
