"""make: one topic into one page, or the reason why there is none; what every engine runs."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summarize.batch.task import content_digest
from summarize.errors import ModelError, SummarizeError

if TYPE_CHECKING:
    from pathlib import Path

    from summarize.batch.task import Task
    from summarize.records import Brief, Encoder
    from summarize.settings import Settings


@dataclass(frozen=True, slots=True)
class Recipe:
    """How every topic of a batch is made; `cache` is where vectors are kept, if anywhere."""

    settings: Settings
    form: str
    cache: Path | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """What became of a task: a page with what an index tells of it, or the reason of a failure."""

    id: str
    where: str
    digest: str
    page: str | None = None
    reason: str | None = None
    title: str = ""
    articles: int = 0
    voices: int = 0
    words: int = 0
    warnings: tuple[str, ...] = ()
    seconds: float = field(default=0.0, compare=False)


def load(recipe: Recipe) -> Encoder:
    """Return the encoder that a recipe names, with its cache if it has one.

    Raises:
        ModelError: there is no such model.
    """
    from summarize import models
    from summarize.cache import CachedEncoder

    encoder = models.load(recipe.settings.model)
    return CachedEncoder(encoder, recipe.cache) if recipe.cache else encoder


def make(task: Task, recipe: Recipe, encoder: Encoder) -> Made:
    """Return what becomes of a topic; whatever is wrong with it is a reason, not an exception.

    Raises:
        ModelError: the model fails, as it would for every topic.
    """
    start = time.perf_counter()
    if task.problem:
        return failed(task, task.problem)
    try:
        brief = _brief(task, recipe, encoder)
        page = _page(brief, recipe.form)
    except ModelError:
        raise
    except SummarizeError as problem:
        return failed(task, str(problem))
    except Exception as problem:  # noqa: BLE001 - a bug that one topic shows must not stop the rest
        told = f"{type(problem).__name__}: {problem}"
        return failed(task, f"This is a bug ({told}); please report it.")
    return Made(
        task.id,
        task.where,
        content_digest(task),
        page=page,
        title=brief.title,
        articles=len(brief.articles),
        voices=len(brief.voices),
        words=brief.words,
        warnings=tuple(drop.reason for drop in brief.drops if isinstance(drop.item, str)),
        seconds=time.perf_counter() - start,
    )


def failed(task: Task, reason: str) -> Made:
    """Return a task as a failure."""
    return Made(task.id, task.where, content_digest(task), reason=reason)


def _brief(task: Task, recipe: Recipe, encoder: Encoder) -> Brief:
    from summarize.pipeline import summarize
    from summarize.read import read, read_topic

    reading = read([task.path]) if task.text is None else read_topic(task.text, task.where)
    return summarize(reading, recipe.settings, encoder=encoder)


def _page(brief: Brief, form: str) -> str:
    from summarize.render import render

    return render(brief, form)
