"""The options of `evaluate`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from summarize.errors import UsageError
from summarize.options.completing import model_names, paths
from summarize.options.counting import AtLeast
from summarize.options.given import given
from summarize.options.knobs import told
from summarize.options.page import telling

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Command = Callable[..., Any]


def judging(forms: Sequence[str]) -> Callable[[Command], Command]:
    """Give a command its dataset, and the options of an evaluation."""

    def decorate(command: Command) -> Command:
        least_1 = AtLeast(1)
        options: tuple[Callable[[Command], Command], ...] = (
            *telling(forms),
            click.option(
                "--compare",
                nargs=2,
                metavar="A B",
                shell_complete=paths,
                help="Compare two saved runs (JSON) instead of making one.",
            ),
            click.option(
                "--seed",
                type=AtLeast(0),
                metavar="N",
                help="Seed of all draws (default: 0).",
            ),
            click.option("--no-baselines", is_flag=True, help="Only our own briefs."),
            click.option("--worst", type=least_1, metavar="N", help="Show the N worst topics."),
            click.option("--limit", type=least_1, metavar="N", help="Only the first N topics."),
            click.option("--model", metavar="NAME", shell_complete=model_names, help=told("model")),
            click.option(
                "--words",
                type=least_1,
                metavar="N",
                help="Length of each brief (default: the references' mean length).",
            ),
            click.argument("dataset", required=False, shell_complete=paths),
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
        extras = [f"--{name.replace('_', '-')}" for name in making if given(name)]
        if dataset or extras:
            extra = extras[0] if extras else f"the dataset {dataset}"
            raise UsageError(f"--compare reads two saved runs; leave out {extra}.")
    elif not dataset:
        raise UsageError("evaluate needs a dataset, or two saved runs with --compare.")
    if options["worst"] and options["no_baselines"]:
        raise UsageError("--worst shows what the oracle picks; leave out --no-baselines.")
    if given("worst") and form == "json":
        raise UsageError("JSON holds every topic; leave out --worst.")
