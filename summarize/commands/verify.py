"""The command `verify`."""

from __future__ import annotations

from typing import Any

import click

from summarize.commands.asked import encoder, spare, warn, watching
from summarize.edge import NOTHING
from summarize.options.columns import named
from summarize.options.configured import Configured
from summarize.options.fetching import wished
from summarize.options.page import request
from summarize.options.proving import proving
from summarize.render import ROW_FORMATS
from summarize.settings import DEFAULT_MODEL


@click.command(cls=Configured, short_help="Prove a brief by its articles.")
@proving(ROW_FORMATS)
def verify(brief: str, sources: tuple[str, ...], **options: Any) -> int:
    """Prove BRIEF, a file in JSON or Markdown (or -), by its articles: sentence by sentence.

    The articles are read where the brief says they are, or from SOURCES, which Markdown needs.
    Exit code 1 if anything fails; with --quiet, only what fails is printed.
    """
    from summarize.render.proof import render_proof
    from summarize.verify.prove import model_of
    from summarize.verify.prove import verify as verify_
    from summarize.verify.reunite import reread_articles
    from summarize.written.reread import open_brief

    asked = request(options | {"model": options["model"] or DEFAULT_MODEL}, ROW_FORMATS)
    told = open_brief(brief)
    reading = reread_articles(told, sources, wished(), named())
    spare(asked, [brief, *sources], reading)
    warn(asked, reading.drops)
    with watching(asked) as watch:
        proof = verify_(told, reading, encoder(asked, options["model"] or model_of(told)), watch)
    width, colour = asked.canvas
    asked.deliver(render_proof(proof, asked.form, width, colour=colour, quiet=asked.quiet))
    return 0 if proof.holds else NOTHING
