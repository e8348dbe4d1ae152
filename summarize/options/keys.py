"""The keys of a file with settings: which there are, what they may hold, which are refused."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from summarize.config import own_path
from summarize.errors import UsageError
from summarize.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from summarize.config import Config
    from summarize.options.configured import Configured

    Commands = Mapping[str, Configured]

_TOP = "brief"  # the command whose options stand at the top of a file
_KNOBS = frozenset(knob.name for knob in fields(Settings))
_FILES = ("known", "template")
_NOT_INHERITED = ("format", "template", "jobs")  # by these names commands have things of their own

# What is asked of one run, or is written: nobody wants it of every run.
_ONCE = ("output", "force", "resume", "find", "compare", "config", "no-config", "help")
# What fetches, or connects to other machines: a stranger's file must not decide it.
_TRUSTED = ("allow-private", "engine", "address")


def check(config: Config, commands: Commands) -> None:
    """Refuse what a file may not say, in any of its tables.

    Raises:
        UsageError: a key or a table does not exist, is refused there, or its value does not fit.
    """
    for name, table in _tables(config, commands):
        told: dict[str, Any] = {}
        for key, value in table.items():
            option = _option(config, key, name, commands)
            checked = _value(config, key, value, option)
            if str(option.name) in _KNOBS:
                told[str(option.name)] = checked
        try:
            Settings(**told)
        except UsageError as problem:
            raise UsageError(f"{config.path}: {problem}") from problem


def values(config: Config, commands: Commands, name: str) -> Iterator[dict[str, Any]]:
    """Give what a checked file says for one command, by parameter: first in common, then alone."""
    for table_name, table in _tables(config, commands):
        own = table_name == name
        if not own and not (table_name == _TOP and commands[name].heir):
            continue
        options = _options_of(commands[name])
        yield {
            str(options[key].name): _value(config, key, value, options[key])
            for key, value in table.items()
            if key in options and (own or key not in _NOT_INHERITED)
        }


def _tables(config: Config, commands: Commands) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Give each command's settings, those at the top of the file first."""
    table = config.table
    yield _TOP, {key: value for key, value in table.items() if not isinstance(value, dict)}
    for key, value in table.items():
        if isinstance(value, dict):
            if key not in commands:
                raise UsageError(f"{config.path}: there is no table [{key}]{_near(key, commands)}")
            yield key, value


def _options_of(command: click.Command) -> dict[str, click.Option]:
    return {
        max(param.opts, key=len).removeprefix("--"): param
        for param in command.params
        if isinstance(param, click.Option)
    }


def _option(config: Config, key: str, name: str, commands: Commands) -> click.Option:
    options = _options_of(commands[name])
    if key in _ONCE:
        raise UsageError(f"{config.path}: {key} is said on the command line; leave it out here.")
    if key not in options:
        offered = [option for option in options if option not in _ONCE]
        where = "" if name == _TOP else f" in [{name}]"
        raise UsageError(f"{config.path}: there is no setting {key}{where}{_near(key, offered)}")
    if key in _TRUSTED and not config.own:
        raise UsageError(
            f"{config.path}: {key} is not for a file that is found in a folder; "
            f"put it into {own_path()}, or name the file with --config."
        )
    return options[key]


def _value(config: Config, key: str, value: Any, option: click.Option) -> Any:
    """Return a value as the command line would give it.

    Raises:
        UsageError: it is of another kind, out of range, or leads out of the file's folder.
    """
    if isinstance(value, date) and key in ("since", "until"):
        value = value.isoformat()
    if option.is_flag:
        fits, wanted = isinstance(value, bool), "true or false"
    elif isinstance(option.type, (click.types.IntParamType, click.types.FloatParamType)):
        number = int if isinstance(option.type, click.types.IntParamType) else (int, float)
        fits, wanted = isinstance(value, number) and not isinstance(value, bool), "a number"
    else:
        fits, wanted = isinstance(value, str), "a text in quotation marks"
    if not fits:
        raise UsageError(f"{config.path}: {key} needs {wanted}, not {value!r}.")
    if key in _FILES:
        return _placed(config, key, value)
    if key == "model":
        return _model(config, value)
    try:
        return option.type.convert(value, option, None)
    except click.BadParameter as problem:
        raise UsageError(f"{config.path}: {key}: {problem.message}") from problem


def _placed(config: Config, key: str, value: str) -> str:
    """Return a path from the file's own folder."""
    folder = config.path.parent.resolve()
    path = folder / (Path(value).expanduser() if config.own else value)
    if not config.own and not path.resolve().is_relative_to(folder):
        raise UsageError(
            f"{config.path}: {key} leads out of the folder, which a file that is found in it may "
            "not; name the file with --config."
        )
    return str(path)


def _model(config: Config, value: str) -> str:
    """Return a model's name, or its folder from that of the file.

    A file that is found in a folder names one of ours that is here: others would be fetched, or
    lie in the folder.
    """
    if config.own:
        folder = config.path.parent / Path(value).expanduser()
        return str(folder) if folder.is_dir() else value
    from summarize.models import here

    names = here()
    if value not in names:
        raise UsageError(
            f"{config.path}: a file that is found in a folder can name the model "
            f"{' or '.join(names)}, not {value!r}; put it into {own_path()}."
        )
    return value


def _near(key: str, names: Any) -> str:
    from difflib import get_close_matches

    near = get_close_matches(key.replace("_", "-").lower(), names, n=1)
    return f"; did you mean {near[0]}?" if near else f"; there are {', '.join(sorted(names))}."
