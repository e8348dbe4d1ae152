"""What comes out: its format, where it goes, and what is told meanwhile."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from summarize.edge import show, window
from summarize.errors import UsageError
from summarize.options.completing import paths
from summarize.options.given import given
from summarize.options.knobs import chosen, knobs
from summarize.options.sources import reading
from summarize.output import check_target, refuse_inputs, write
from summarize.render import BINARY, SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from summarize.settings import Settings

    Command = Callable[..., Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the options ask for, checked; `output` None is stdout."""

    settings: Settings
    form: str
    output: Path | None
    cache: bool
    quiet: bool
    verbose: bool
    template: Path | None = None

    @property
    def canvas(self) -> tuple[int, bool]:
        """The width of the page and whether it has colour; a file is 80 wide and has none."""
        return (80, False) if self.output else window()

    def deliver(self, page: str | bytes) -> None:
        """Put the page where it was asked for."""
        if self.output:
            write(self.output, page)
        else:
            show(page)


def common(forms: Sequence[str]) -> Callable[[Command], Command]:
    """Give a command its sources, and the options on a brief, its output and what is told."""

    def decorate(command: Command) -> Command:
        for option in telling(forms):
            command = option(command)
        sources = click.argument(
            "sources", nargs=-1, required=True, metavar="SOURCES...", shell_complete=paths
        )
        return sources(knobs(reading(command)))

    return decorate


def telling(forms: Sequence[str]) -> Sequence[Callable[[Command], Command]]:
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
            shell_complete=paths,
            help=f"Write to FILE instead of stdout; its suffix ({_suffixes(forms)}) "
            "gives the format unless --format does.",
        ),
        click.option(
            "--format",
            "form",
            type=click.Choice(forms),
            help=f"Format (default: terminal on a terminal, {piped} in a pipe).",
        ),
    )


def _suffixes(forms: Sequence[str]) -> str:
    first = {form: suffix for suffix, form in reversed(SUFFIXES.items()) if form in forms}
    return ", ".join(suffix for suffix in SUFFIXES if suffix in first.values())


def styling(command: Command) -> Command:
    """Give a command the option on a house style."""
    return click.option(
        "--template",
        metavar="FILE",
        shell_complete=paths,
        help="Fill the brief into a Jinja template of your own, instead of a --format.",
    )(command)


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
    template = options.get("template")
    form = _templated(output) if template is not None else _form(output, options["form"], forms)
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
        template=None if template is None else Path(template),
    )


def _form(output: Path | None, form: str | None, forms: Sequence[str]) -> str:
    """Return the format: as given, else by the file's name, else as files with settings say."""
    if output is None:
        if (form in BINARY) and sys.stdout.isatty():
            raise UsageError(f"--format {form} is not for a terminal; name a file with --output.")
        piped = "markdown" if "markdown" in forms else "text"
        return form or ("terminal" if sys.stdout.isatty() else piped)
    named = SUFFIXES.get(output.suffix.lower(), "")
    if form and (given("form") or named not in forms):
        return form
    if output.is_dir():
        raise UsageError(f"{output} is a folder; name a file for --output.")
    if named not in forms:
        raise UsageError(
            f"The name {output.name} does not tell the format; give --format {'|'.join(forms)}."
        )
    return named


def _templated(output: Path | None) -> str:
    """Return the format of a brief with a template, which is whatever the template makes."""
    if given("form"):
        raise UsageError("--template says what the brief looks like; leave out --format.")
    if output and SUFFIXES.get(output.suffix.lower()) in BINARY:
        raise UsageError(f"A template makes text, and {output.name} is none; name another file.")
    return "template"
