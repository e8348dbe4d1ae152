"""The command line: what it asks of the pipeline, and that wrong use is refused in a sentence."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

import pytest
from briefs import a_brief
from desk import Run, Stage, complaint

from summarize import models
from summarize.cli import main
from summarize.render import render
from summarize.settings import Settings


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which is worked in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_anything_that_is_no_command_is_a_source(stage: Stage, run: Run) -> None:
    short, long = run("a.txt", "models"), run("brief", "a.txt", "models")
    assert short.exit_code == long.exit_code == 0
    assert short.stdout == long.stdout == render(a_brief(), "markdown")
    assert stage.sources == ("a.txt", "models")
    assert run("--words", "90", "-").exit_code == 0
    assert stage.sources == ("-",)


def test_every_knob_is_an_option_of_both_commands(stage: Stage, run: Run) -> None:
    for command in ("brief", "explain"):
        options = {option for param in main.commands[command].params for option in param.opts}
        assert options >= {f"--{knob.name.replace('_', '-')}" for knob in fields(Settings)}
    run("a.txt", "--sentences", "3", "--order", "rank", "--model", "m")
    assert stage.settings == Settings(sentences=3, order="rank", model="m")
    run("a.txt", "--ratio", "0.25")
    assert stage.settings == Settings(ratio=0.25)
    run("a.txt")
    assert stage.settings == Settings()


def test_an_option_shows_its_default_and_its_range(run: Run) -> None:
    text = " ".join(run("--help").stdout.split())
    assert "(default: 150). At least 1." in text
    assert "From 0 to 1." in text
    assert "(default: story)." in text
    assert "first N (default: 20). At least 1." in text
    assert "a brief in JSON a line. Required." in " ".join(run("batch", "--help").stdout.split())
    assert "draws (default: 0). At least 0." in " ".join(run("evaluate", "-h").stdout.split())


@pytest.mark.parametrize("command", ["", *main.commands])
def test_help_has_one_style_and_is_not_cut_off(run: Run, command: str) -> None:
    text = run(*command.split(), "--help", env={"COLUMNS": "80"}).stdout
    assert max(map(len, text.splitlines())) <= 80
    assert not [sign for sign in ("[default", ">=", "[required", "RANGE") if sign in text]
    assert not [line for line in text.splitlines()[1:] if line.endswith("...")]
    for name, each in ({} if command else main.commands).items():
        assert f"{name} {each.get_short_help_str(200)}" in " ".join(text.split())


@pytest.mark.parametrize(
    ("typo", "meant"), [("bach", "batch"), ("Verify", "verify"), ("eval", "evaluate")]
)
def test_what_is_nearly_a_command_is_no_source(
    stage: Stage, run: Run, folder: Path, typo: str, meant: str
) -> None:
    told = complaint(run(typo, "topics.jsonl"), 2)
    assert f"{typo} is no file and no command; did you mean {meant}?" in told
    for source in (f"{typo}.txt", f"./{typo}", "story"):
        assert run(source, "b.txt").exit_code == 0
        assert stage.sources == (source, "b.txt")
    (folder / typo).mkdir()
    assert run(typo, "b.txt").exit_code == 0
    assert stage.sources == (typo, "b.txt")


def test_help_is_the_same_with_both_flags_and_needs_no_sources(run: Run) -> None:
    assert run("-h").stdout == run("--help").stdout
    assert run("-h").exit_code == 0
    assert "--find" in run("explain", "-h").stdout
    assert "--find" not in run("brief", "-h").stdout


def test_without_arguments_help_goes_to_stderr(run: Run) -> None:
    result = run()
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.strip() == run("--help").stdout.strip()


def test_version(run: Run) -> None:
    result = run("--version")
    assert result.exit_code == 0
    assert result.stdout.startswith("summarize ")


@pytest.mark.parametrize("form", ["terminal", "markdown", "json", "text"])
def test_formats_are_what_the_renderers_give(stage: Stage, run: Run, form: str) -> None:
    result = run("a.txt", "--format", form, env={"COLUMNS": "70"})
    assert result.stdout == render(a_brief(), form, 70)
    assert result.stderr.count("\n") == 1  # the source that could not be read


def test_explain_shows_rows_and_find_narrows_them(stage: Stage, run: Run) -> None:
    rows = run("explain", "a.txt").stdout.splitlines()
    assert len(rows) == 11
    found = run("explain", "a.txt", "--find", "TUESDAY").stdout.splitlines()
    assert found == [row for row in rows if "Tuesday" in row]
    made = json.loads(run("explain", "a.txt", "--format", "json").stdout)
    assert made["schema"] == "summarize/explain/1"
    page = run("explain", "a.txt", "--format", "terminal").stdout
    assert page.startswith("[1] Valley Herald")


def test_explain_says_when_nothing_is_found(stage: Stage, run: Run) -> None:
    result = run("explain", "-q", "a.txt", "--find", "nothing like it")
    assert "'nothing like it'" in complaint(result, 1)


def test_models_tells_where_weights_are_and_whether_they_are_intact(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    default = next(item for item in models.manifests() if item.name == Settings().model)
    monkeypatch.setattr(models, "locate", lambda _: Path("weights"))
    for intact, code, word in ((True, 0, "holds"), (False, 1, "FAILS")):
        monkeypatch.setattr(models, "verify", lambda _, intact=intact: intact)
        result = run("models")
        assert result.exit_code == code
        assert f"{default.sha256} ({word})" in result.stdout
        assert default.licence in result.stdout
    monkeypatch.setattr(models, "locate", lambda _: None)
    result = run("models")
    assert result.exit_code == 0
    assert "not installed" in result.stdout
    assert "\nlexical\n  weights  none, since it is built in" in result.stdout


def test_no_cache_gives_the_pipeline_a_bare_encoder(
    stage: Stage, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(models, "load", lambda name: f"encoder {name}")
    run("a.txt")
    assert stage.encoder is None
    run("a.txt", "--no-cache", "--model", "m")
    assert stage.encoder == "encoder m"


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["--words", "0"], "--words must be at least 1"),
        (["--words", "-3"], "--words must be at least 1"),
        (["--words", "9" * 400], "--words must be at most 1000000000"),
        (["--words", "many"], "'many' is not a valid integer"),
        (["--ratio", "0"], "more than 0"),
        (["--ratio", "1.5"], "at most 1"),
        (["--ratio", "nan"], "--ratio"),
        (["--words", "9", "--chars", "9"], "--words and --chars both set the length"),
        (["--order", "random"], "'random' is not one of"),
        (["--wrods", "9"], "--words"),
        (["--find", "x"], "No such option '--find'"),
        (["--format", "pdf"], "'pdf' is not one of"),
        (["-q", "-v"], "--quiet and --verbose"),
        (["-o", "brief.pdf"], "--format terminal|markdown|html|json|text"),
        (["-o", "brief"], "--format"),
        (["-o", ""], "--output needs the name of a file"),
        (["-o", "no such folder/brief.md"], "The folder no such folder does not exist"),
        (["-o", ".", "--format", "json"], "is a folder"),
        (["-o", "."], ". is a folder; name a file for --output."),
    ],
)
def test_wrong_use_is_refused_in_a_sentence(
    stage: Stage, run: Run, args: list[str], words: str
) -> None:
    assert words in complaint(run("a.txt", *args), 2)
    assert stage.settings is None


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["completion"], "Choose from: bash, zsh, fish. Type summarize completion --help for"),
        (
            ["batch", "a", "b", "-o", "c"],
            "argument (b). Type summarize batch --help for the options.",
        ),
        (["explain", "a.txt", "--wrods"], "?) Type summarize explain --help for the options."),
        (["a.txt", "--wrods"], "?) Type summarize --help for the options."),
        (["completion", "tcsh"], "Invalid value for 'SHELL': 'tcsh' is not one of"),
        (["batch", "a", "-o"], "an argument. Type summarize batch --help for the options."),
        (["evaluate", "--compare", "a"], "2 arguments. Type summarize evaluate --help for"),
        (["evaluate", "a", "--seed", "-1"], "--seed': it must be at least 0, not -1. Type"),
        (["batch", "a", "-o", "b", "--jobs", "0"], "--jobs': it must be at least 1, not 0. Type"),
    ],
)
def test_wrong_use_names_the_help_that_tells_how_it_goes(
    run: Run, args: list[str], told: str
) -> None:
    assert told in complaint(run(*args), 2)


def test_explain_refuses_what_has_no_effect_on_it(stage: Stage, run: Run) -> None:
    assert "--find" in complaint(run("explain", "a.txt", "--find", "  "), 2)
    assert "markdown" in complaint(run("explain", "a.txt", "--format", "markdown"), 2)
    assert "--format terminal|json|text" in complaint(run("explain", "a.txt", "-o", "x.md"), 2)
    assert "SOURCES" in complaint(run("explain"), 2)
