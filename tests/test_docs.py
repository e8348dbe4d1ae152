"""The documents agree with the program: options, stages, exit codes, the brief of the seeds."""

from __future__ import annotations

import ast
import re
from dataclasses import fields
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from summarize import __version__, edge
from summarize.cli import main
from summarize.options.batching import FORMS
from summarize.render import BINARY, EVALUATION_FORMATS, FORMATS, ROW_FORMATS
from summarize.render.pile import SCHEMA as PILE
from summarize.render.proof import SCHEMA
from summarize.settings import DEFAULT_WORDS, Settings

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CHANGES = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


EVERYWHERE = {"--help", "--config", "--no-config"}


def section(title: str) -> str:
    return README.split(f"\n## {title}\n")[1].split("\n## ")[0]


def table(title: str) -> list[list[str]]:
    """The rows of a section's table, without its head; `\\|` is a bar inside a cell."""
    rows = [line for line in section(title).splitlines() if line.startswith("|")]
    cells = [re.split(r"(?<!\\)\|", row.strip("|")) for row in rows[2:]]
    return [[cell.strip().replace("\\|", "|") for cell in row] for row in cells]


def options(*commands: click.Command) -> dict[str, click.Option]:
    """Every option that the commands show in their help, by its long name."""
    found = {}
    for command in commands:
        for param in command.get_params(click.Context(command, help_option_names=["-h", "--help"])):
            if isinstance(param, click.Option):
                found[max(param.opts, key=len)] = param
    return found


def documented() -> dict[str, list[str]]:
    return {re.findall(r"--[a-z-]+", row[0])[0]: row for row in table("Options")}


def test_the_table_of_options_is_that_of_the_help() -> None:
    shown = options(main.commands["brief"], main)
    assert set(documented()) == set(shown)
    help_ = CliRunner().invoke(main, ["--help"]).stdout
    for name, row in documented().items():
        assert name in help_
        flags = re.findall(r"(?<![\w-])-{1,2}[a-z][a-z-]*", row[0])
        assert set(flags) == set(shown[name].opts)
    assert set(options(main.commands["explain"])) - set(options(main.commands["brief"])) == {
        "--find"
    }
    assert "`--find TEXT`" in section("Options")


def test_the_options_of_evaluate_are_told() -> None:
    told = README.split("`summarize evaluate` scores")[1].split("\n## ")[0]
    shown = options(main.commands["evaluate"])
    shared = set(options(main.commands["brief"])) | {"--help"}
    for name in set(shown) - shared:
        assert f"`{name}" in told
    assert ", ".join(EVALUATION_FORMATS[:-1]) + f" and {EVALUATION_FORMATS[-1]}" in told


def test_the_options_of_verify_are_told() -> None:
    told = section("Proof")
    for name, param in options(main.commands["verify"]).items():
        assert any(f"`{flag}" in told for flag in param.opts) or name in EVERYWHERE
    formats = f"{', '.join(ROW_FORMATS[:-1])} (schema `{SCHEMA}`) and {ROW_FORMATS[-1]}"
    assert formats in " ".join(told.split())  # wherever a line ends


def test_the_options_of_batch_are_told() -> None:
    told = section("Many stories")
    shown = options(main.commands["batch"])
    own = set(shown) - set(options(main.commands["brief"]))
    assert own == {"--engine", "--address", "--group", "--resume", "--force"}
    for name, param in shown.items():
        assert any(f"`{flag}" in told for flag in param.opts) or name in {"--help", "--output"}
    assert set(re.findall(r"--[a-z-]+", told)) <= set(shown)
    assert f"--format {'|'.join(FORMS)}" in told


def test_the_options_of_group_are_told() -> None:
    told = section("A mixed pile")
    for name, param in options(main.commands["group"]).items():
        assert any(f"`{flag}" in told for flag in param.opts) or name in {*EVERYWHERE, "--format"}
    assert f"{', '.join(ROW_FORMATS[:-1])} (schema `{PILE}`) and {ROW_FORMATS[-1]}" in told


def test_every_knob_is_in_the_table_with_its_default_and_its_choices() -> None:
    for knob in fields(Settings):
        row = documented()[f"--{knob.name.replace('_', '-')}"]
        if knob.default not in (None, False):
            assert row[2] == f"`{knob.default}`"
        for choice in knob.metadata.get("choices", ()):
            assert choice in row[0]
    assert documented()["--words"][2] == str(DEFAULT_WORDS)


def test_the_formats_are_those_of_the_program() -> None:
    assert [row[0].strip("`") for row in table("Formats")] == [*FORMATS, *BINARY]
    assert "|".join([*FORMATS, *BINARY]) in documented()["--format"][0]
    *others, last = ROW_FORMATS
    assert f"its formats are {', '.join(others)} and {last}" in section("Options")


def told(functions: dict[str, ast.FunctionDef], name: str) -> list[str]:
    """The stages that a function of the pipeline tells its watcher, in the order of its calls."""
    calls = [node for node in ast.walk(functions[name]) if isinstance(node, ast.Call)]
    stages = []
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        called = call.func.id if isinstance(call.func, ast.Name) else ""
        if called == "tell" and isinstance(call.args[0], ast.Constant):
            stages.append(str(call.args[0].value))
        elif called in functions:
            stages += told(functions, called)
    return list(dict.fromkeys(stages))


def functions_of(module: str) -> dict[str, ast.FunctionDef]:
    tree = ast.parse((ROOT / "summarize" / f"{module}.py").read_text(encoding="utf-8"))
    return {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_the_stages_are_those_of_the_pipeline_in_its_order() -> None:
    stages = ["read", *told(functions_of("pipeline"), "summarize")]
    assert [row[0].strip("`") for row in table("How it works")] == stages
    assert all(stage in functions_of(stage) for stage in stages)


def test_exit_codes_are_those_of_the_program() -> None:
    codes = [int(row[0]) for row in table("Exit codes")]
    assert codes == [0, edge.NOTHING, edge.WRONG_USE, edge.STOPPED]
    help_ = " ".join(CliRunner().invoke(main, ["--help"]).stdout.split())
    told = help_.split("Exit codes: ")[1]
    assert [int(code) for code in re.findall(r"\b\d+\b", told)] == codes
    meanings = {row[0]: row[1] for row in table("Exit codes")}
    assert "topic of `batch` failed" in meanings[str(edge.NOTHING)]
    assert "`batch` keeps what is done" in meanings[str(edge.STOPPED)]


def test_commands_of_the_readme_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"`?make (\w+)", README):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)
    for command in re.findall(r"^summarize (\w+)(?: +SOURCES|  )", README, re.MULTILINE):
        assert command in main.commands
    assert set(main.commands) == {
        *("batch", "brief", "completion", "explain", "evaluate", "group", "models", "verify"),
    }


def test_files_that_the_documents_name_exist() -> None:
    for name in ("constraints.txt", "docs/design.md", "LICENSE"):
        assert (ROOT / name).exists()
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    linked = {
        name: re.findall(r"\]\((?!https?:)([^)#]+)\)", text)
        for name, text in (("README", README), ("CONTRIBUTING", guide))
    }
    assert {"docs/design.md", "tests/test_layers.py"} <= set(linked["CONTRIBUTING"])
    assert not [name for names in linked.values() for name in names if not (ROOT / name).exists()]
    named = re.findall(r"`(\w+\.txt)`", (ROOT / "seeds" / "README.md").read_text(encoding="utf-8"))
    assert sorted(named) == sorted(path.name for path in (ROOT / "seeds").glob("*.txt"))


@pytest.mark.parametrize("page", sorted((ROOT / "docs").glob("*.md")), ids=lambda path: path.name)
def test_modules_that_the_documents_name_exist(page: Path) -> None:
    known = {
        path.name
        for top in ("summarize", "models", "tests", "benchmarks")
        for path in (ROOT / top).rglob("*.py")
    }
    named = re.findall(r"`(?:\w+/)*(\w+\.py)`", page.read_text(encoding="utf-8"))
    assert not set(named) - known


def test_the_changelog_keeps_its_form() -> None:
    assert CHANGES.startswith("# Changelog\n")
    versions = re.findall(r"^## (.+)$", CHANGES, re.MULTILINE)
    assert versions[0] == "[Unreleased]"
    for version in versions[1:]:
        assert re.fullmatch(r"\[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d", version)
    kinds = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
    assert set(re.findall(r"^### (.+)$", CHANGES, re.MULTILINE)) <= kinds
    for part in re.split(r"^### .+$", CHANGES, flags=re.MULTILINE)[1:]:
        entries = part.split("\n## ")[0].strip()
        assert entries
        assert all(line.startswith(("- ", "  ")) for line in entries.splitlines() if line)
    assert len(versions) == 1 or f"[{__version__}]" in versions[1]


@pytest.mark.model
def test_the_brief_in_the_readme_is_what_the_program_prints(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)
    found = re.findall(r"<!-- brief: summarize (.+) -->\n```text\n(.*?)```", README, re.DOTALL)
    assert found
    for arguments, printed in found:
        result = CliRunner().invoke(main, arguments.split(), env={"COLUMNS": "80"})
        assert result.exit_code == 0, result.stderr
        assert result.stdout == printed


@pytest.mark.model
def test_the_python_example_runs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    exec(compile(example, "README.md", "exec"), {})
    assert "seeds/" in capsys.readouterr().out
