"""Completion as a shell does it: the script is run in the shell, with words at its cursor."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from desk import Run, complaint

from summarize.cli import main
from summarize.render import FORMATS

if TYPE_CHECKING:
    from pathlib import Path

SHELLS = ("bash", "zsh", "fish")


def needs(shell: str) -> None:
    if not shutil.which(shell):
        pytest.skip(f"No {shell} here, so its completion is not tested; install {shell}.")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with something to complete, and beside it the program on the path."""
    for name in ("seeds/one.txt", "seeds/two words.txt", "briefs.json", "explained.txt"):
        (tmp_path / "desk" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "desk" / name).write_text("x")
    program = tmp_path / "bin" / "summarize"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m summarize "$@"\n')
    program.chmod(0o755)
    return tmp_path / "desk"


def shell(folder: Path, *command: str) -> str:
    path = f"{folder.parent / 'bin'}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "PATH": path, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


BASH = """
eval "$(summarize completion bash)"
compopt() { :; }
while read -r -a COMP_WORDS; do
    COMP_WORDS=("${COMP_WORDS[@]//@/}")
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _summarize_completion summarize
    (IFS='|'; echo "${COMPREPLY[*]}")
done <<< "$1"
"""

# What stands before the cursor, as bash splits it; @ is the word at the cursor if that is empty.
TYPED = {
    "summarize ver": {"verify"},
    "summarize exp": {"explain", "explained.txt"},
    "summarize se": {"seeds"},
    "summarize seeds/o": {"seeds/one.txt"},
    "summarize seeds/t": {"seeds/two words.txt"},
    "summarize --form": {"--format"},
    "summarize --format @": {*FORMATS, "docx"},
    "summarize --format mark": {"markdown"},
    "summarize --format = mark": {"markdown"},
    "summarize --format =": {*FORMATS, "docx"},
    "summarize seeds/ --ord": {"--order"},
    "summarize seeds/ --order @": {"story", "time", "rank"},
    "summarize seeds/ --known bri": {"briefs.json"},
    "summarize seeds/ --template expl": {"explained.txt"},
    "summarize seeds/ --config br": {"briefs.json"},
    "summarize seeds/ -o br": {"briefs.json"},
    "summarize seeds/ --language f": {"fa", "fi", "fr"},
    "summarize seeds/ --model all-": {"all-MiniLM-L6-v2"},
    "summarize seeds/ --model lex": {"lexical"},
    "summarize brief --timel": {"--timeline"},
    "summarize explain --fin": {"--find"},
    "summarize --fin": set(),
    "summarize explain --format @": {"terminal", "json", "text"},
    "summarize batch se": {"seeds"},
    "summarize verify br": {"briefs.json"},
    "summarize evaluate br": {"briefs.json"},
    "summarize completion @": set(SHELLS),
}


def test_bash_completes_commands_options_values_and_files(folder: Path) -> None:
    needs("bash")
    told = shell(folder, "bash", "--norc", "-c", BASH, "bash", "\n".join(TYPED)).splitlines()
    offered = [set(filter(None, line.split("|"))) for line in told]
    assert dict(zip(TYPED, offered, strict=True)) == TYPED


def test_bash_offers_commands_and_files_where_nothing_is_typed(folder: Path) -> None:
    needs("bash")
    told = shell(folder, "bash", "--norc", "-c", BASH, "bash", "summarize @").strip().split("|")
    assert sorted(told) == sorted([*main.commands, "seeds", "briefs.json", "explained.txt"])


def test_fish_completes_the_same(folder: Path) -> None:
    needs("fish")
    lines = [line for line in TYPED if " = " not in line and not line.endswith("=")]
    asked = "; ".join(f"echo :; complete -C '{line.replace('@', '')}'" for line in lines)
    told = shell(
        folder, "fish", "--no-config", "-c", f"summarize completion fish | source; {asked}"
    )
    offered = [
        {row.split("\t")[0].rstrip("/").replace("\\", "") for row in part.splitlines() if row}
        for part in told.split(":\n")[1:]
    ]
    assert dict(zip(lines, offered, strict=True)) == {line: TYPED[line] for line in lines}


ZSH = """
zmodload zsh/zpty
zpty z zsh -f -i
zpty -w z 'PS1=; autoload -Uz compinit; compinit -u -D; eval "$(summarize completion zsh)"'
zpty -w z 'tell-line() { print -r -- "<$BUFFER>"; BUFFER=; zle accept-line }; zle -N tell-line'
zpty -w z 'bindkey "^X" tell-line; print rea""dy'
zpty -r -m z x '*ready*'
for line in "$@"; do
    zpty -w -n z "$line"$'\\t\\x18'
    zpty -r -m z x '*<*>*'
    print -r -- "${${x##*<}%%>*}"
done
zpty -d z
"""


def test_zsh_completes_the_same(folder: Path) -> None:
    needs("zsh")
    lines = [line for line, found in TYPED.items() if len(found) == 1 and "=" not in line][::3]
    told = shell(folder, "zsh", "-f", "-c", ZSH, "zsh", *lines).splitlines()
    for line, completed in zip(lines, told, strict=True):
        (found,) = TYPED[line]
        assert (
            completed.strip().rstrip("/").replace("\\", "") == f"{line.rpartition(' ')[0]} {found}"
        )


@pytest.mark.parametrize("name", SHELLS)
def test_the_script_is_printed_by_the_command_and_by_the_variable(run: Run, name: str) -> None:
    needs(name)
    script = run("completion", name).stdout
    asked = {"_SUMMARIZE_COMPLETE": f"{name}_source"}
    assert run(env=asked, prog_name="summarize").stdout == script
    checked = subprocess.run([name, "-n"], input=script.encode(), check=False, timeout=60)
    assert checked.returncode == 0


def test_another_shell_is_refused(run: Run) -> None:
    assert "'tcsh' is not one of" in complaint(run("completion", "tcsh"), 2)


def test_a_folder_s_settings_are_not_read_to_complete(folder: Path) -> None:
    needs("bash")
    (folder / "summarize.toml").write_text("wrods = 9\n")
    assert shell(folder, "bash", "--norc", "-c", BASH, "bash", "summarize ver") == "verify\n"
