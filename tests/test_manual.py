"""docs/summarize.1 is what the program says of itself, and a manual page that man can print."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
from pathlib import Path

import click
import pytest

from summarize.cli import main

DOCS = Path(__file__).parent.parent / "docs"
PAGE = DOCS / "summarize.1"


def manual() -> str:
    """What `make man` writes."""
    spec = importlib.util.spec_from_file_location("manual", DOCS / "manual.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return str(module.manual())


def test_the_manual_page_is_that_of_the_program() -> None:
    assert PAGE.read_text("utf-8") == manual(), "the help has changed; run: make man"


def test_it_has_every_command_and_option() -> None:
    text = PAGE.read_text("utf-8").replace("\\-", "-")
    for name, command in main.commands.items():
        assert f'.SS "summarize {name} ' in text
        part = text.split(f'.SS "summarize {name} ')[1].split("\n.S")[0]
        for param in command.params:
            if isinstance(param, click.Option) and name != main.default:
                assert rf"\fB{max(param.opts, key=len)}\fR" in part
    options = text.split(".SH OPTIONS")[1].split(".SH")[0]
    for param in main.commands[main.default].params:
        if isinstance(param, click.Option):
            assert rf"\fB{max(param.opts, key=len)}\fR" in options
    assert re.findall(r"\\fB(\d+)\\fR", text.split(".SH EXIT STATUS")[1]) == ["0", "1", "2", "130"]


@pytest.mark.parametrize(
    "command",
    [
        ["groff", "-man", "-ww", "-z", "-Tutf8"],
        ["mandoc", "-T", "lint", "-W", "error"],
        ["man", "--warnings=w", "-l"],
    ],
    ids=lambda command: str(command[0]),
)
def test_it_is_printed_without_a_warning(command: list[str]) -> None:
    if not shutil.which(command[0]):
        pytest.skip(f"No {command[0]} here, so it does not check the manual page.")
    done = subprocess.run(
        [*command, str(PAGE)], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    if command[0] == "mandoc":
        assert done.stdout == ""
    if command[0] == "man":
        assert "attributed brief" in done.stdout
