"""The command line: stdout is the product, stderr everything else."""

from __future__ import annotations

import os

import click

from summarize import __version__
from summarize.commands.batch import batch
from summarize.commands.brief import brief, explain
from summarize.commands.completion import completion
from summarize.commands.evaluate import evaluate
from summarize.commands.group import group
from summarize.commands.models import models
from summarize.commands.verify import verify
from summarize.edge import Edge


@click.group(
    cls=Edge,
    context_settings={"help_option_names": ["-h", "--help"]},
    subcommand_metavar="[COMMAND] SOURCES...",
    options_metavar="",
    epilog="Exit codes: 0 done, 1 nothing could be summarized, or a topic or a proof failed, "
    "2 wrong use, 130 stopped.",
)
@click.version_option(__version__, prog_name="summarize", message="%(prog)s %(version)s")
def main() -> None:
    """Many news articles on one story in, one attributed brief out.

    SOURCES are files, folders, addresses of pages or feeds, or - for standard input. The brief is
    made of verbatim sentences, each with the articles that say it and how many independent sources
    carry it.
    """
    # Before numpy is imported: products of one brief are small, and threads that wait for work
    # cost twice what the work does. Measured on the seeds, 2026-11.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


for command in (batch, brief, completion, evaluate, explain, group, models, verify):
    main.add_command(command)
