"""Many news articles on one story in, one attributed brief of verbatim sentences out.

`summarize(read("seeds/"))` returns the brief as a record. Of each of its `picks`,
`pick.sentence.text` is the sentence, `pick.cites` the numbers of the articles that state it.
"""

from __future__ import annotations

from summarize.begun import loaded  # isort: split

from typing import TYPE_CHECKING, Any

from summarize.display import register
from summarize.read import read

if TYPE_CHECKING:
    from summarize.pipeline import summarize
    from summarize.records import Article, Brief, Encoder, Pick, Reading
    from summarize.settings import Settings

__version__ = "0.1.0"
__all__ = [
    "Article",
    "Brief",
    "Encoder",
    "Pick",
    "Reading",
    "Settings",
    "read",
    "summarize",
]

register()
loaded()

_HOMES = {"summarize": "summarize.pipeline", "Settings": "summarize.settings"}


def __getattr__(name: str) -> Any:
    """Import on first use, so that the command's help does not wait for the pipeline."""
    if name not in __all__:
        raise AttributeError(f"module 'summarize' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES.get(name, "summarize.records")), name)
