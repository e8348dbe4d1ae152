"""A brief of a made-up story with a wire copy, as it is written, and ways to change it."""

from __future__ import annotations

import json
from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING, Any

from small import SmallEncoder
from stories import copied, reports

from summarize.pipeline import summarize
from summarize.records import Reading
from summarize.render import render
from summarize.settings import Settings
from summarize.verify.prove import verify
from summarize.written.reread import reread

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarize.records import Article, Brief
    from summarize.verify.proof import Proof

WORDS = 90


def articles() -> tuple[Article, ...]:
    """Three voices; the first has a copy, which is the last."""
    own = reports()
    return (*own, copied(own[0]))


@cache
def made(words: int = WORDS) -> Brief:
    return summarize(Reading(articles()), Settings(words=words), encoder=SmallEncoder())


@cache
def page(form: str) -> str:
    return render(made(), form)


def value() -> Any:
    """The brief in JSON, to be changed at will."""
    return deepcopy(json.loads(page("json")))


def proved(told: str | dict[str, Any], own: Iterable[Article] | None = None) -> Proof:
    """What holds of a brief, by its articles or by others."""
    text = told if isinstance(told, str) else json.dumps(told)
    chosen = articles() if own is None else tuple(own)
    return verify(reread(text, "brief"), Reading(chosen), SmallEncoder())


def faults(proof: Proof) -> list[str]:
    """All that fails, each with what it is about: `sentence 3: says …`."""
    return [
        f"{finding.about} {finding.number}: {fault}" if finding.number else fault
        for finding in proof.findings
        for fault in finding.faults
    ]
