"""The edge to the shell: the product to stdout, failures as prose and exit codes.

Exit codes: 0 done, 1 nothing could be summarized or something failed, 2 wrong use, 130 stopped
with Ctrl-C.
"""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING, Any, TextIO

import click

from summarize.errors import SummarizeError, UsageError
from summarize.render.inert import inert

if TYPE_CHECKING:
    from collections.abc import Iterable

    from click.shell_completion import CompletionItem

NOTHING, WRONG_USE, STOPPED = 1, 2, 130
COMPLETION = "_SUMMARIZE_COMPLETE"  # by this variable a shell's script asks what to offer


def tell(message: str) -> None:
    """Put a line on stderr: what it quotes is inert, and it says who speaks.

    That nobody reads it any more, or that it has no room, stops no work.
    """
    try:
        click.echo(f"summarize: {inert(message)}", err=True)
    except OSError:
        _forget(sys.stderr)


def show(page: str | bytes) -> None:
    """Print; text in UTF-8, except to a terminal, which has its own encoding."""
    encoding = sys.stdout.encoding if sys.stdout.isatty() else "utf-8"
    if isinstance(page, str):
        page = page.encode(encoding or "utf-8", "replace")
    try:
        click.echo(page, nl=False)
    except OSError as problem:
        problem.filename = "stdout"
        raise


def window() -> tuple[int, bool]:
    """Return how wide stdout is, and whether it takes colour."""
    environment = os.environ
    plain = environment.get("NO_COLOR") or environment.get("TERM") == "dumb"
    return shutil.get_terminal_size((80, 24)).columns, sys.stdout.isatty() and not plain


def record(option: click.Option, ctx: click.Context) -> tuple[str, str] | None:
    """Return an option and its help, with its default, its range and its need in words."""
    known = option.get_help_record(ctx)
    if known is None:
        return None
    told, extra = option.help or "", option.get_help_extra(ctx)
    if "default" in extra:
        told = f"{told.removesuffix('.')} (default: {extra['default']})."
    if isinstance(option.type, click.IntRange) and option.type.min is not None:
        told += f" At least {option.type.min}."
    return known[0], f"{told} Required." if option.required else told


def list_options(
    params: Iterable[click.Parameter], ctx: click.Context, formatter: click.HelpFormatter
) -> None:
    """Put options into a help."""
    records = [record(param, ctx) for param in params if isinstance(param, click.Option)]
    with formatter.section("Options"):
        formatter.write_dl([each for each in records if each])


class Edge(click.Group):
    """A group whose default command is `brief`, and whose failures are sentences."""

    default = "brief"

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the default command in front of anything that is no command."""
        own = {*self.commands, *ctx.help_option_names, "--version"}
        if args and args[0] not in own:
            if not ctx.resilient_parsing:
                self._refuse_typo(args[0])
            args = [self.default, *args]
        return super().parse_args(ctx, args)

    def _refuse_typo(self, name: str) -> None:
        """Refuse what is nearly a command's name and no source: with others it would be left out.

        Raises:
            click.UsageError: it is.
        """
        if not name.isalpha() or os.path.lexists(name):
            return  # an option, an address, standard input, a path
        from difflib import get_close_matches

        near = get_close_matches(name.lower(), self.commands, n=1)
        if near:
            raise click.UsageError(f"{name} is no file and no command; did you mean {near[0]}?")

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        """Read the command line; who has seen enough of a help is no failure."""
        try:
            return super().make_context(info_name, args, parent, **extra)
        except BrokenPipeError:
            _forget(sys.stdout)
            raise click.exceptions.Exit(0) from None

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[Any]]:
        """Offer the commands, and what the default command takes: its options, and files."""
        default = self.commands[self.default]
        inner = click.Context(default, parent=ctx, resilient_parsing=True)
        offered = [
            *super().shell_complete(ctx, incomplete),
            *default.shell_complete(inner, incomplete),
        ]
        if not incomplete.startswith("-"):
            for param in default.params:
                if isinstance(param, click.Argument):
                    offered += param.shell_complete(inner, incomplete)
        return list({item.value: item for item in reversed(offered)}.values())[::-1]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the default command's options, then the commands."""
        known = (*self.commands[self.default].params, *self.get_params(ctx))
        list_options(known, ctx, formatter)
        self.format_commands(ctx, formatter)

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run, and leave with an exit code; wrong use is told in a sentence."""
        extra["standalone_mode"] = False
        if COMPLETION in os.environ:
            from summarize.shells import register

            register()
        try:
            code = super().main(*args, **extra)
        except click.exceptions.NoArgsIsHelpError as help_:
            click.echo(help_.format_message(), err=True)
            code = WRONG_USE
        except click.Abort:
            tell("Stopped; nothing was written.")
            code = STOPPED
        except click.ClickException as problem:
            tell(_misuse(problem))
            code = problem.exit_code
        except OSError as problem:  # the help finds no room
            code = _outcome(problem, verbose=False)
        sys.exit(code or 0)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command and return its exit code, whatever happens."""
        try:
            return super().invoke(ctx)
        except (click.exceptions.Exit, click.ClickException):
            raise
        except KeyboardInterrupt:
            tell("Stopped; nothing was written.")
            return STOPPED
        except Exception as problem:  # noqa: BLE001 - the one place that turns bugs into prose
            return _outcome(problem, verbose=bool(ctx.meta.get("verbose")))


def _misuse(problem: click.ClickException) -> str:
    """Tell what is wrong with a command line, and whose help says how it goes."""
    told = problem.format_message().strip()
    context = getattr(problem, "ctx", None)
    name = context.info_name if context and context.parent else Edge.default
    command = "summarize" if name == Edge.default else f"summarize {name}"
    stop = "" if told.endswith((".", "?", "!", "?)")) else "."
    return f"{told}{stop} Type {command} --help for the options."


def _outcome(problem: Exception, *, verbose: bool) -> int:
    """Tell what went wrong and return the exit code."""
    if isinstance(problem, SummarizeError):
        tell(str(problem))
        return WRONG_USE if isinstance(problem, UsageError) else NOTHING
    if isinstance(problem, BrokenPipeError):
        _forget(sys.stdout)  # the reader has seen enough, as in `summarize … | head`
        return 0
    if isinstance(problem, OSError):
        _forget(sys.stdout)
        where = f"{problem.filename}: " if problem.filename else ""
        tell(f"{where}{problem.strerror or type(problem).__name__}; nothing more was written.")
    else:
        _confess(problem, verbose=verbose)
    return NOTHING


def _confess(problem: Exception, *, verbose: bool) -> None:
    if verbose:
        import traceback

        click.echo("".join(traceback.format_exception(problem)), err=True)
        tell(f"This is a bug ({type(problem).__name__}); please report it with the lines above.")
    else:
        tell(
            f"This is a bug ({type(problem).__name__}); please report it with what --verbose shows."
        )


def _forget(stream: TextIO) -> None:
    """Keep the interpreter from failing once more when it flushes a stream on its way out."""
    from contextlib import suppress

    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
