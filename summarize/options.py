"""The options: made from the fields of Settings, checked before any work is done."""

from __future__ import annotations

import sys
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from types import NoneType
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

import click

from summarize.errors import UsageError
from summarize.fetching import fetching
from summarize.output import check_target, refuse_inputs
from summarize.render import SUFFIXES
from summarize.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Command = Callable[..., Any]

_KNOBS = frozenset(knob.name for knob in fields(Settings))
_METAVARS = {int: "N", float: "R", str: "NAME"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the options ask for, checked; `output` None is stdout."""

    settings: Settings
    form: str
    output: Path | None
    cache: bool
    quiet: bool
    verbose: bool


def knobs(command: Command) -> Command:
    """Give `command` an option for every field of Settings."""
    hints = get_type_hints(Settings)
    for knob in reversed(fields(Settings)):
        kinds = get_args(hints[knob.name]) or (hints[knob.name],)
        kind = next(kind for kind in kinds if kind is not NoneType)
        choices = knob.metadata.get("choices")
        kept: dict[str, Any] = {"is_flag": True}
        if kind is not bool:
            kept = {
                "type": click.Choice(choices) if choices else kind,
                "default": None if knob.default is MISSING else knob.default,
                "show_default": knob.default is not None,
                "metavar": None if choices else knob.metadata.get("metavar", _METAVARS[kind]),
            }
        command = click.option(
            f"--{knob.name.replace('_', '-')}",
            knob.name,
            help=knob.metadata["help"] + _range(knob.metadata),
            **kept,
        )(command)
    return command


def _range(limits: Mapping[str, Any]) -> str:
    least, most = limits.get("least"), limits.get("most")
    if least is not None and most is not None:
        return f" From {least:g} to {most:g}."
    return "" if least is None else f" At least {least:g}."


def judging(forms: Sequence[str]) -> Callable[[Command], Command]:
    """Give a command its dataset, and the options of an evaluation."""

    def decorate(command: Command) -> Command:
        least_1 = click.IntRange(min=1)
        options: tuple[Callable[[Command], Command], ...] = (
            *_telling(forms),
            click.option(
                "--compare",
                nargs=2,
                metavar="A B",
                help="Compare two saved runs (JSON) instead of making one.",
            ),
            click.option(
                "--seed", type=click.IntRange(min=0), help="Seed of all draws (default: 0)."
            ),
            click.option("--no-baselines", is_flag=True, help="Only our own briefs."),
            click.option(
                "--worst",
                type=least_1,
                metavar="N",
                help="Show the N worst topics.",
            ),
            click.option("--limit", type=least_1, metavar="N", help="Only the first N topics."),
            click.option("--model", metavar="NAME", help=_help("model")),
            click.option(
                "--words",
                type=least_1,
                metavar="N",
                help="Length of each brief (default: the references' mean length).",
            ),
            click.argument("dataset", required=False),
        )
        for option in options:
            command = option(command)
        return command

    return decorate


def proving(forms: Sequence[str]) -> Callable[[Command], Command]:
    """Give a command the brief that it proves, its sources, and the options on output."""

    def decorate(command: Command) -> Command:
        options: tuple[Callable[[Command], Command], ...] = (
            *_telling(forms),
            click.option("--model", metavar="NAME", help="Embedding model (default: the brief's)."),
            click.argument("sources", nargs=-1, metavar="[SOURCES]..."),
            click.argument("brief", metavar="BRIEF"),
        )
        for option in options:
            command = option(command)
        return command

    return decorate


def check_judging(
    dataset: str | None, compare: tuple[str, str] | None, options: Mapping[str, Any], form: str
) -> None:
    """Refuse what is missing or would have no effect in an evaluation.

    Raises:
        UsageError: it has neither a dataset nor two runs, or both, or an option without effect.
    """
    if compare:
        making = ("words", "model", "limit", "worst", "no_baselines", "seed", "no_cache")
        # By identity, since the seed 0 equals False.
        chosen = [n for n in making if options[n] is not None and options[n] is not False]
        given = [f"--{name.replace('_', '-')}" for name in chosen]
        if dataset or given:
            extra = given[0] if given else f"the dataset {dataset}"
            raise UsageError(f"--compare reads two saved runs; leave out {extra}.")
    elif not dataset:
        raise UsageError("evaluate needs a dataset, or two saved runs with --compare.")
    if options["worst"] and options["no_baselines"]:
        raise UsageError("--worst shows what the oracle picks; leave out --no-baselines.")
    if options["worst"] and form == "json":
        raise UsageError("JSON holds every topic; leave out --worst.")


def _help(name: str) -> str:
    return str(next(knob for knob in fields(Settings) if knob.name == name).metadata["help"])


def common(forms: Sequence[str]) -> Callable[[Command], Command]:
    """Give a command its sources, and the options on output and on what is told."""

    def decorate(command: Command) -> Command:
        sources = click.argument("sources", nargs=-1, required=True, metavar="SOURCES...")
        for option in _telling(forms):
            command = option(command)
        return sources(knobs(fetching(command)))

    return decorate


def _telling(forms: Sequence[str]) -> Sequence[Callable[[Command], Command]]:
    """Return the options on output and on what is told."""
    piped = "markdown" if "markdown" in forms else "text"
    return (
        click.option("-v", "--verbose", is_flag=True, help="Tell stages and timings."),
        click.option("-q", "--quiet", is_flag=True, help="No warnings, no progress."),
        click.option("--no-cache", is_flag=True, help="Embed and fetch anew, keep nothing."),
        click.option(
            "-o",
            "--output",
            metavar="FILE",
            help="Write to FILE instead of stdout; its suffix (.md, .html, .json, .txt) "
            "gives the format unless --format does.",
        ),
        click.option(
            "--format",
            "form",
            type=click.Choice(forms),
            help=f"Format.  [default: terminal on a terminal, {piped} in a pipe]",
        ),
    )


def chosen(options: Mapping[str, Any]) -> Settings:
    """Return the settings among the options.

    Raises:
        UsageError: they contradict one another or lie outside their range.
    """
    if options.get("timeline") and options["order"] != "time":
        from click.core import ParameterSource

        # Settings cannot tell the default from one that is given.
        if click.get_current_context().get_parameter_source("order") != ParameterSource.DEFAULT:
            raise UsageError(
                f"--timeline is ordered by time; leave out --order {options['order']}."
            )
        options = {**options, "order": "time"}
    return Settings(**{name: value for name, value in options.items() if name in _KNOBS})


def request(options: Mapping[str, Any], forms: Sequence[str]) -> Request:
    """Return what the options ask for.

    Raises:
        UsageError: they contradict one another, lie outside their range or have no effect.
    """
    click.get_current_context().meta["verbose"] = options["verbose"]
    if options["quiet"] and options["verbose"]:
        raise UsageError("--quiet and --verbose contradict each other; give one of them.")
    name = options["output"]
    if name == "":
        raise UsageError("--output needs the name of a file, or - for stdout.")
    output = None if name in (None, "-") else Path(name)
    form = options["form"] or _form(output, forms)
    settings = chosen(options)
    if output:
        check_target(output)
        if settings.known:
            from summarize.asked.earlier import files

            # Its sentences would be lost to the next brief.
            refuse_inputs(output, files(settings.known))
    return Request(
        settings=settings,
        form=form,
        output=output,
        cache=not options["no_cache"],
        quiet=options["quiet"],
        verbose=options["verbose"],
    )


def _form(output: Path | None, forms: Sequence[str]) -> str:
    if output is None:
        piped = "markdown" if "markdown" in forms else "text"
        return "terminal" if sys.stdout.isatty() else piped
    form = SUFFIXES.get(output.suffix.lower(), "")
    if form not in forms:
        raise UsageError(
            f"The name {output.name} does not tell the format; give --format {'|'.join(forms)}."
        )
    return form
