"""What several commands do alike with what is asked of them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from summarize.edge import tell
from summarize.meter import Watch
from summarize.output import refuse_inputs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarize.options.page import Request
    from summarize.records import Drop, Encoder, Reading


def spare(asked: Request, sources: Sequence[str], reading: Reading) -> None:
    """Refuse to write over anything that was read or tried.

    Raises:
        UsageError: the output is one of them.
    """
    if asked.output:
        refuse_inputs(asked.output, _files(sources, reading))


def warn(asked: Request, drops: Sequence[Drop]) -> None:
    """Tell what could not be read, each reason once, unless nothing is to be told."""
    # Who proves a brief opens a file for each of its articles, and meets what ails it each time.
    for reason in () if asked.quiet else dict.fromkeys(drop.reason for drop in drops):
        tell(f"warning: {reason}")


def watching(asked: Request) -> Watch:
    """Return what follows the stages: a bar on a terminal, timings with --verbose."""
    return Watch(bar=sys.stderr.isatty() and not asked.quiet, timings=asked.verbose)


def encoder(asked: Request, model: str | None = None) -> Encoder:
    """Return the encoder asked for, with its cache unless that is not wanted."""
    from summarize.cache import CachedEncoder, default_path
    from summarize.models import load

    plain = load(model or asked.settings.model)
    return CachedEncoder(plain, default_path()) if asked.cache else plain


def _files(sources: Sequence[str], reading: Reading) -> Iterator[str]:
    """Give the names of all files that were read or tried; of `topics.jsonl#7`, the file too."""
    yield from sources
    for item in [*(article.path for article in reading), *(drop.item for drop in reading.drops)]:
        if isinstance(item, str):
            yield item
            yield item.rpartition("#")[0]
