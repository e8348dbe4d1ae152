"""The command `completion`."""

from __future__ import annotations

import click

from summarize.edge import COMPLETION, show

_SHELLS = ("bash", "zsh", "fish")


@click.command(short_help="Print a script that completes commands, options and files.")
@click.argument("shell", type=click.Choice(_SHELLS), metavar="SHELL")
def completion(shell: str) -> None:
    """Print what SHELL (bash, zsh or fish) has to run to complete commands, options and files.

    Such as, in ~/.bashrc: eval "$(summarize completion bash)"
    """
    from summarize.shells import script

    show(script(shell, "summarize", COMPLETION))
