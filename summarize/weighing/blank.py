"""Blank: articles that have nothing to tell, such as a page's menu, a notice or one word of a scan.

Cleaning leaves something of every article, lest it guess wrong. Where all that it left is no
sentence of anybody's, the article bears nothing out and is no source.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from summarize import counted
from summarize.text.complete import is_complete
from summarize.text.page.furniture import furniture
from summarize.text.page.walls import wall
from summarize.text.predicates import has_verb
from summarize.text.tongues.force import in_force
from summarize.weighing.fitness import LEAST_ABROAD, LEAST_WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarize.records import Article, Sentence

_SHOWN = 60  # characters of what an article begins with


def blank(articles: Sequence[Article], sentences: Sequence[Sentence]) -> Mapping[int, str]:
    """Return the articles that tell nothing, by number, each with what to say of it.

    Where that is so of all of them none is returned: the best of what there is beats nothing.
    """
    found = {
        number: reason
        for number, own in groupby(sentences, key=lambda each: each.span.article)
        if (reason := _blank(articles[number], [each.text for each in own]))
    }
    return found if len(found) < len(articles) else {}


def _blank(article: Article, texts: Sequence[str]) -> str | None:
    if asked := wall(article.text):
        return (
            f"holds no article but a notice (“{asked}”), so it is left out; save the article from "
            "a browser."
        )
    if any(map(_tells, texts)):
        return None
    begun = " ".join(article.text.split())
    shown = begun if len(begun) <= _SHOWN else f"{begun[:_SHOWN].rstrip()}…"
    return (
        f"has no sentence left once page furniture is gone (“{shown}”), so it is left out; look "
        "whether its text was saved."
    )


def _tells(text: str) -> bool:
    """Tell whether a text may be a sentence of an article: long enough, or short and whole."""
    if not in_force() and furniture(text, ended=True) is not None:
        return False
    if counted.span(text) >= (LEAST_ABROAD if in_force() else LEAST_WORDS):
        return True
    return is_complete(text) and (in_force() is not None or has_verb(text))
