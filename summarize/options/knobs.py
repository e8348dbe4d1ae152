"""The knobs: an option for every field of Settings."""

from __future__ import annotations

from dataclasses import MISSING, fields
from types import NoneType
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

import click

from summarize.errors import UsageError
from summarize.options.completing import languages, model_names, paths
from summarize.options.given import given
from summarize.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Command = Callable[..., Any]

_KNOBS = frozenset(knob.name for knob in fields(Settings))
_COMPLETED = {"known": paths, "model": model_names, "language": languages}
_METAVARS = {int: "N", float: "R", str: "NAME"}


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
                "metavar": None if choices else knob.metadata.get("metavar", _METAVARS[kind]),
            }
        if knob.name in _COMPLETED:
            kept["shell_complete"] = _COMPLETED[knob.name]
        command = click.option(
            f"--{knob.name.replace('_', '-')}",
            knob.name,
            help=told(knob.name) + _range(knob.metadata),
            **kept,
        )(command)
    return command


def _range(limits: Mapping[str, Any]) -> str:
    least, most = limits.get("least"), limits.get("most")
    if least is not None and most is not None:
        return f" From {least:g} to {most:g}."
    return "" if least is None else f" At least {least:g}."


def told(name: str) -> str:
    """Return the help of one knob, with its default."""
    knob = next(knob for knob in fields(Settings) if knob.name == name)
    text = str(knob.metadata["help"])
    if knob.default in (None, False, MISSING):
        return text
    return f"{text.removesuffix('.')} (default: {knob.default})."


def chosen(options: Mapping[str, Any]) -> Settings:
    """Return the settings among the options.

    Raises:
        UsageError: they contradict one another or lie outside their range.
    """
    if options.get("timeline") and options["order"] != "time":
        # Settings cannot tell the default from one that is given.
        if given("order"):
            raise UsageError(
                f"--timeline is ordered by time; leave out --order {options['order']}."
            )
        options = {**options, "order": "time"}
    return Settings(**{name: value for name, value in options.items() if name in _KNOBS})
