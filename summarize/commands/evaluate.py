"""The command `evaluate`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from summarize.commands.asked import encoder, warn, watching
from summarize.options.configured import Configured
from summarize.options.judging import check_judging, judging
from summarize.options.page import Request, request
from summarize.output import refuse_inputs
from summarize.render import EVALUATION_FORMATS
from summarize.settings import DEFAULT_MODEL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarize.evaluate.runs import Run


@click.command(cls=Configured, short_help="Score the briefs of a dataset against references.")
@judging(EVALUATION_FORMATS)
def evaluate(dataset: str | None, compare: tuple[str, str] | None, **options: Any) -> None:
    """Score the briefs of DATASET's topics against their references, beside baselines.

    DATASET is JSON Lines: {"id", "documents": [{"text", …}], "references": ["…"]}, a topic a line.
    """
    from summarize.render.evaluation import render_comparison, render_run

    asked = request(options | {"model": options["model"] or DEFAULT_MODEL}, EVALUATION_FORMATS)
    check_judging(dataset, compare, options, asked.form)
    width, colour = asked.canvas
    if compare:
        runs = _load(compare[0], asked), _load(compare[1], asked)
        asked.deliver(render_comparison(runs, asked.form, width, colour=colour))
    else:
        run = _judge(str(dataset), asked, options)
        asked.deliver(render_run(run, asked.form, options["worst"] or 0, width, colour=colour))


def _judge(name: str, asked: Request, options: Mapping[str, Any]) -> Run:
    """Read a dataset, say which of its documents could not be read, and evaluate."""
    from summarize.evaluate.dataset import dataset
    from summarize.evaluate.judge import Plan, evaluate

    if asked.output:
        refuse_inputs(asked.output, [name])
    topics = dataset(name, options["limit"])
    for topic in topics.topics:
        warn(asked, topic.reading.drops)
    plan = Plan(
        words=asked.settings.words,
        model=asked.settings.model,
        baselines=not options["no_baselines"],
        seed=options["seed"] or 0,
    )
    with watching(asked) as watch:
        return evaluate(topics, plan, encoder(asked), watch=watch)


def _load(name: str, asked: Request) -> Run:
    from summarize.evaluate.runs import load
    from summarize.reading.sources import content
    from summarize.text.page.decode import decode

    if asked.output:
        refuse_inputs(asked.output, [name])
    return load(decode(content(Path(name), name)), name)
