"""The options: made from the fields of Settings, checked before any work is done."""

from __future__ import annotations

import sys
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from types import NoneType
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

import click

from summarize.errors import UsageError
from summarize.output import check_target
from summarize.render import SUFFIXES
from summarize.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Command = Callable[..., Any]

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
        command = click.option(
            f"--{knob.name.replace('_', '-')}",
            knob.name,
            type=click.Choice(choices) if choices else kind,
            default=None if knob.default is MISSING else knob.default,
            show_default=knob.default is not None,
            metavar=None if choices else _METAVARS[kind],
            help=knob.metadata["help"] + _range(knob.metadata),
        )(command)
    return command


def _range(limits: Mapping[str, Any]) -> str:
    least, most = limits.get("least"), limits.get("most")
    if least is not None and most is not None:
        return f" From {least:g} to {most:g}."
    return "" if least is None else f" At least {least:g}."


def common(forms: Sequence[str]) -> Callable[[Command], Command]:
    """Give a command its sources, and the options on output and on what is told."""

    def decorate(command: Command) -> Command:
        piped = "markdown" if "markdown" in forms else "text"
        for option in (
            click.option("-v", "--verbose", is_flag=True, help="Tell stages and timings."),
            click.option("-q", "--quiet", is_flag=True, help="No warnings, no progress."),
            click.option("--no-cache", is_flag=True, help="Embed everything anew, keep nothing."),
            click.option(
                "-o",
                "--output",
                metavar="FILE",
                help="Write to FILE instead of stdout; its suffix (.md, .json, .txt) gives the "
                "format unless --format does.",
            ),
            click.option(
                "--format",
                "form",
                type=click.Choice(forms),
                help=f"Format.  [default: terminal on a terminal, {piped} in a pipe]",
            ),
            knobs,
            click.argument("sources", nargs=-1, required=True, metavar="SOURCES..."),
        ):
            command = option(command)
        return command

    return decorate


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
    if output:
        check_target(output)
    return Request(
        settings=Settings(**{knob.name: options[knob.name] for knob in fields(Settings)}),
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
