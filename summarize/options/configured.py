"""Commands whose defaults come from files: what a file may say, and what gives way to what.

The command line wins over the file of the folder, and that over the reader's own. A file that is
found only because one works in its folder may be a stranger's; it can shape a brief, and nothing
else: it names no place to write to, nothing to fetch or to connect to, and no file outside its
folder.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from summarize.edge import list_options, tell
from summarize.errors import UsageError
from summarize.options.completing import paths
from summarize.options.keys import check, values

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from summarize.config import Config

# Of each row, what is nearer to the reader takes the place of the others.
_RIVALS = (
    ("words", "sentences", "chars", "ratio"),
    ("quiet", "verbose"),
    ("timeline", "order"),
    ("template", "form"),
    ("worst", "no_baselines"),
)

# What one context tells another.
_GIVEN, _FILES = "summarize.given", "summarize.config.files"
_NAMED, _NONE = "summarize.config.named", "summarize.config.none"


class Configured(click.Command):
    """A command that takes defaults from files; an `heir` takes those of the brief too."""

    def __init__(self, *args: Any, heir: bool = False, **more: Any) -> None:
        super().__init__(*args, **more)
        self.heir = heir
        self.params += _options()

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse, with what stands in files where the command line says nothing."""
        try:
            on_the_line, _, _ = self.make_parser(ctx).parse_args(args=list(args))
        except click.UsageError as problem:
            problem.ctx = problem.ctx or ctx  # whose help says how it goes
            raise
        ctx.meta[_GIVEN] = frozenset(on_the_line)
        rest = super().parse_args(ctx, args)
        if ctx.params.get("verbose"):
            for path in ctx.meta.get(_FILES, ()):
                tell(f"defaults from {path}")
        return rest

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the options in the words of all other helps."""
        list_options(self.get_params(ctx), ctx, formatter)


def _options() -> list[click.Parameter]:
    """Return the options on where defaults come from; both are seen to before any other."""
    return [
        click.Option(
            ["--config"],
            metavar="FILE",
            is_eager=True,
            expose_value=False,
            callback=_configure,
            shell_complete=paths,
            help="Take defaults from FILE and no other file.",
        ),
        click.Option(
            ["--no-config"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_forgo,
            help="Take no defaults from files.",
        ),
    ]


def _forgo(ctx: click.Context, _param: click.Parameter, value: bool) -> None:  # noqa: FBT001
    if not value:
        return
    if ctx.meta.get(_NAMED):
        raise UsageError("--config and --no-config contradict each other; give one of them.")
    ctx.meta[_NONE] = True


def _configure(ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
    from summarize.config import found, named

    if value is not None and ctx.meta.get(_NONE):
        raise UsageError("--config and --no-config contradict each other; give one of them.")
    if ctx.resilient_parsing or ctx.meta.get(_NONE):
        return
    ctx.meta[_NAMED] = value is not None
    configs = found() if value is None else (named(Path(value)),)
    ctx.meta[_FILES] = [config.path for config in configs]
    ctx.default_map = _defaults(ctx, configs)


def _defaults(ctx: click.Context, configs: Sequence[Config]) -> dict[str, Any]:
    """Return the defaults of the command that runs, by the names of its parameters."""
    group = ctx.find_root().command
    assert isinstance(group, click.Group)  # noqa: S101 - what every command stands in
    commands = {n: c for n, c in group.commands.items() if isinstance(c, Configured)}
    laid: dict[str, Any] = {}
    for config in configs:
        check(config, commands)
        for layer in values(config, commands, ctx.command.name or ""):
            laid = _without_rivals(laid, layer.keys()) | layer
    return _without_rivals(laid, ctx.meta[_GIVEN])


def _without_rivals(laid: dict[str, Any], nearer: AbstractSet[str]) -> dict[str, Any]:
    gone = {name for row in _RIVALS if nearer & set(row) for name in row}
    return {name: value for name, value in laid.items() if name not in gone}
