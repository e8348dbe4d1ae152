"""Completion in bash as a reader expects it: names of commands and of files side by side.

click's own script for bash offers files only where nothing else fits, and takes `--format=ma` for
three words. Its scripts for zsh and fish do both, and are used as they are.
"""

from __future__ import annotations

from click.shell_completion import BashComplete, add_completion_class, get_completion_class

_SCRIPT = """\
%(complete_func)s() {
    local IFS=$'\\n' response completion type value
    COMPREPLY=()
    response=$(env COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD=$COMP_CWORD \\
        %(complete_var)s=bash_complete "$1")
    while IFS=',' read -r type value; do
        case $type in
            plain) COMPREPLY+=("$value") ;;
            file | dir)
                compopt -o filenames
                mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen "-${type:0:1}" -- "$value")
                ;;
        esac
    done <<< "$response"
}

complete -o nosort -F %(complete_func)s %(prog_name)s
"""


class Bash(BashComplete):
    """click's completion for bash, with files among what is offered."""

    source_template = _SCRIPT

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the cursor and the one at it; `=` belongs to its option."""
        words, incomplete = super().get_completion_args()
        if incomplete == "=":
            return words, ""
        if words and words[-1] == "=":
            words = words[:-1]
        return words, incomplete


def register() -> None:
    """Have click use what stands here."""
    add_completion_class(Bash, "bash")


def script(shell: str, program: str, variable: str) -> str:
    """Return what a shell that is known here has to run to complete a program."""
    import click

    register()
    completion = get_completion_class(shell)
    assert completion is not None  # noqa: S101 - the command line takes no other
    return completion(click.Command(program), {}, program, variable).source()
