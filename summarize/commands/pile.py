"""What `batch --group` does first: a mixed pile becomes a topic file, an event a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summarize.edge import tell
from summarize.errors import UsageError
from summarize.output import refuse_inputs, write

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from summarize.meter import Watch


def sort_pile(pile: str, output: Path, options: Mapping[str, Any], watch: Watch) -> str:
    """Return the topic file that a pile is sorted into: `OUT.topics.jsonl`, beside the output.

    It is kept, since the briefs name it as where their articles are, and so that --resume goes on
    with the events that the run before had.

    Raises:
        UsageError: the file is there, and neither --resume nor --force is given.
    """
    from summarize.filing import topic_lines
    from summarize.group import group
    from summarize.read import read_pile

    kept = output.with_name(f"{output.name}.topics.jsonl")
    if kept.exists():
        if options["resume"]:
            return str(kept)
        if not options["force"]:
            raise UsageError(
                f"{kept} is there from an earlier run; go on with --resume, start anew with "
                "--force, or name another --output."
            )
    reading = read_pile([pile])
    refuse_inputs(kept, [pile, *(article.path for article in reading)])
    for drop in () if options["quiet"] else reading.drops:
        tell(f"warning: {drop.reason}")
    with watch:
        events = group(reading.articles, _encoder(options), watch)
    write(kept, topic_lines(events, reading.articles))
    return str(kept)


def _encoder(options: Mapping[str, Any]) -> Any:
    from summarize.cache import CachedEncoder, default_path
    from summarize.models import load

    plain = load(options["model"])
    return plain if options["no_cache"] else CachedEncoder(plain, default_path())
