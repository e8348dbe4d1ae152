"""Cases as data: tests/cases/<topic>/<family>.toml, each a list of [[case]] tables with a name.

Four families: in_the_wild (found on real pages), synthetic (made up to show one thing), negative
(what must be left alone) and known_failures (what is wrong today and must fail until it is mended).
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summarize.records import Article

if TYPE_CHECKING:
    from _pytest.mark.structures import ParameterSet

FOLDER = Path(__file__).parent / "cases"
FAMILIES = ("in_the_wild", "synthetic", "negative", "known_failures")


def load(topic: str) -> list[ParameterSet]:
    """Return the cases of a topic, one `pytest.param(table)` each, named `family: name`.

    Known failures are strict: a case that passes must move to another family.
    """
    params = []
    for family in FAMILIES:
        path = FOLDER / topic / f"{family}.toml"
        marks = [pytest.mark.xfail(strict=True)] if family == "known_failures" else []
        params += [
            pytest.param(case, id=f"{family}: {case['name']}", marks=marks)
            for case in tomllib.loads(path.read_text("utf-8")).get("case", [])
        ]
    return params


def seeds() -> list[Article]:
    """Return the five seed articles with nothing known about them but their text."""
    folder = Path(__file__).parent.parent / "seeds"
    return [Article(path.name, path.read_text("utf-8")) for path in sorted(folder.glob("0*.txt"))]
