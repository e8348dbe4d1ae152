"""Which options are given, and which are only defaults."""

from __future__ import annotations

import click
from click.core import ParameterSource


def given(name: str) -> bool:
    """Return whether an option stands on the command line."""
    source = click.get_current_context().get_parameter_source(name)
    return source is ParameterSource.COMMANDLINE
