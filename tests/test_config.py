"""Defaults from files: which file holds, what wins over what, and what a stranger's may not say."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import click
import pytest
from briefs import a_brief
from desk import Run, Stage, complaint

from summarize.cli import main
from summarize.options.configured import Configured
from summarize.render import render
from summarize.settings import DEFAULT_MODEL, Settings

DOCUMENT = Path(__file__).parent.parent / "docs" / "config.md"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The reader's own file, and a folder to work in."""
    own = tmp_path / "own" / "summarize.toml"
    own.parent.mkdir()
    monkeypatch.setattr("summarize.config.own_path", lambda: own)
    monkeypatch.setattr("summarize.options.keys.own_path", lambda: own)
    (tmp_path / "desk" / "inner").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "desk" / "inner")
    return own


@pytest.fixture
def here(home: Path) -> Path:
    """The file of the folder above the one that is worked in."""
    return home.parent.parent / "desk" / "summarize.toml"


def test_without_files_nothing_changes(stage: Stage, run: Run, home: Path) -> None:
    run("a.txt")
    assert stage.settings == Settings()


def test_a_file_gives_what_the_command_line_leaves_open(stage: Stage, run: Run, here: Path) -> None:
    here.write_text('words = 90\nmin-voices = 2\norder = "rank"\nsince = 2024-03-01\n')
    run("a.txt")
    assert stage.settings == Settings(words=90, min_voices=2, order="rank", since="2024-03-01")
    run("a.txt", "--min-voices", "3", "--words", "40")
    assert stage.settings == Settings(words=40, min_voices=3, order="rank", since="2024-03-01")


def test_the_nearest_file_wins_over_the_reader_s_own_key_by_key(
    stage: Stage, run: Run, home: Path, here: Path
) -> None:
    home.write_text("words = 200\nmin-voices = 2\n")
    here.write_text("words = 90\n")
    (here.parent.parent / "summarize.toml").write_text("words = 10\nmin-voices = 9\n")
    run("a.txt")
    assert stage.settings == Settings(words=90, min_voices=2)


@pytest.mark.parametrize(
    "header",
    [
        "[tool.summarize]\n",
        '[tool."summarize"]\n',
        "[ tool . summarize ]\n",
        "[tool]\nsummarize.",
        "tool.summarize.",
        "tool = { ruff = {}, summarize = { words = 90 } }\n#",
    ],
)
def test_a_table_of_pyproject_is_such_a_file(
    stage: Stage, run: Run, here: Path, header: str
) -> None:
    (here.parent / "pyproject.toml").write_text(f"{header}words = 90\n")
    run("a.txt")
    assert stage.settings == Settings(words=90)


def test_a_pyproject_without_the_table_is_passed_over(stage: Stage, run: Run, here: Path) -> None:
    here.write_text("words = 90\n")
    inner = Path("pyproject.toml")
    inner.write_text('[project.scripts]\nsummarize = "summarize.__main__:run"\n[tool.ruff]\n')
    run("a.txt")
    assert stage.settings == Settings(words=90)
    inner.write_text("[tool.ruff\n")  # not ours to complain about
    run("a.txt")
    assert stage.settings == Settings(words=90)


def test_summarize_toml_comes_before_pyproject(stage: Stage, run: Run, here: Path) -> None:
    here.write_text("words = 90\n")
    (here.parent / "pyproject.toml").write_text("[tool.summarize]\nwords = 10\n")
    run("a.txt")
    assert stage.settings == Settings(words=90)


def test_no_config_reads_none_and_config_reads_one(
    stage: Stage, run: Run, home: Path, here: Path, tmp_path: Path
) -> None:
    home.write_text("min-voices = 2\n")
    here.write_text("words = 90\n")
    run("a.txt", "--no-config")
    assert stage.settings == Settings()
    other = tmp_path / "other.toml"
    other.write_text("sentences = 4\n")
    run("--config", other, "a.txt")
    assert stage.settings == Settings(sentences=4)
    for order in (["--config", other, "--no-config"], ["--no-config", "--config", other]):
        assert "contradict" in complaint(run("a.txt", *order), 2)
    assert "no file" in complaint(run("a.txt", "--config", "nowhere.toml"), 2)


@pytest.mark.parametrize(
    ("text", "args", "settings"),
    [
        ("words = 90", ["--sentences", "2"], Settings(sentences=2)),
        ("timeline = true", ["--order", "rank"], Settings(order="rank")),
        ('order = "rank"', ["--timeline"], Settings(timeline=True)),
        ('order = "time"', ["--timeline"], Settings(timeline=True)),
        ("verbose = true", ["-q"], Settings()),
        ("[brief]\nchars = 90", ["--words", "2"], Settings(words=2)),
        ("words = 90\n[brief]\nchars = 70", [], Settings(chars=70)),
    ],
)
def test_the_command_line_puts_rivals_of_a_file_aside(
    *, stage: Stage, run: Run, here: Path, text: str, args: list[str], settings: Settings
) -> None:
    here.write_text(text)
    assert run("a.txt", *args).exit_code == 0
    assert stage.settings == settings


def test_a_nearer_file_puts_rivals_of_the_other_aside(
    stage: Stage, run: Run, home: Path, here: Path
) -> None:
    home.write_text("words = 90\n")
    here.write_text("ratio = 0.5\n")
    run("a.txt")
    assert stage.settings == Settings(ratio=0.5)


def test_a_format_of_a_file_gives_way_to_a_name_and_to_the_command_line(
    stage: Stage, run: Run, here: Path, tmp_path: Path
) -> None:
    here.write_text('format = "text"\n')
    assert run("a.txt").stdout == render(a_brief(), "text")
    assert run("a.txt", "--format", "json").stdout == render(a_brief(), "json")
    run("-q", "a.txt", "-o", tmp_path / "brief.md")
    assert (tmp_path / "brief.md").read_text("utf-8") == render(a_brief(), "markdown")
    run("-q", "a.txt", "-o", tmp_path / "brief")
    assert (tmp_path / "brief").read_text("utf-8") == render(a_brief(), "text")


def test_explain_takes_what_it_knows_of_the_top_and_its_own_table(
    stage: Stage, run: Run, here: Path
) -> None:
    here.write_text('words = 90\nformat = "markdown"\n[explain]\nmin-voices = 2\n')
    assert run("explain", "a.txt").exit_code == 0
    assert stage.settings == Settings(words=90, min_voices=2)
    run("a.txt")
    assert stage.settings == Settings(words=90)
    here.write_text('words = 90\n[explain]\nformat = "json"\n')
    assert run("explain", "a.txt").stdout.startswith("{")


def test_an_evaluation_takes_its_own_table_alone() -> None:
    heirs = {name for name, command in main.commands.items() if getattr(command, "heir", False)}
    assert heirs == {"explain", "batch", "group"}
    assert isinstance(main.commands["evaluate"], Configured)


def test_paths_are_relative_to_their_file(stage: Stage, run: Run, home: Path, here: Path) -> None:
    (here.parent / "briefs").mkdir()
    here.write_text('known = "briefs"\n')
    run("a.txt")
    assert stage.settings == Settings(known=str(here.parent / "briefs"))
    home.write_text('known = "../desk/briefs"\n')
    here.unlink()
    run("a.txt")
    assert stage.settings == Settings(known=str(home.parent / "../desk/briefs"))


def test_a_template_of_a_file_is_filled_and_a_format_puts_it_aside(
    stage: Stage, run: Run, here: Path
) -> None:
    here.write_text('template = "house.md"\n')
    (here.parent / "house.md").write_text("House: {{ title }}\n")
    assert run("a.txt").stdout == "House: Bridge closed\n"
    assert run("a.txt", "--format", "text").stdout == render(a_brief(), "text")
    assert run("explain", "a.txt").exit_code == 0  # it has no templates, and takes none


def test_verbose_tells_which_files_were_read(
    stage: Stage, run: Run, home: Path, here: Path
) -> None:
    home.write_text("words = 9\n")
    here.write_text("words = 90\n")
    told = run("a.txt", "-v").stderr
    assert f"defaults from {home}" in told
    assert f"defaults from {here}" in told
    assert "defaults" not in run("a.txt").stderr


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("wrods = 9", "there is no setting wrods; did you mean words?"),
        ("min_voices = 2", "did you mean min-voices?"),
        ("[batsh]\njobs = 1", "there is no table [batsh]; did you mean batch?"),
        ("[models]\nx = 1", "there is no table [models]"),
        ("zzz = 9", "there is no setting zzz; there are "),
        ("[batch]\ntimelin = true", "no setting timelin in [batch]; did you mean timeline?"),
        ('words = "9"', "words needs a number, not '9'"),
        ("words = 1.5", "words needs a number, not 1.5"),
        ("words = true", "words needs a number, not True"),
        ("timeline = 1", "timeline needs true or false, not 1"),
        ("focus = ['x']", "focus needs a text in quotation marks"),
        ("words = 0", "--words must be at least 1"),
        ("words = 9\nchars = 9", "--words and --chars both set the length"),
        ('timeline = true\norder = "rank"', "--timeline is ordered by time"),
        ('order = "random"', "order: 'random' is not one of"),
        ("[batch]\njobs = 0", "jobs: "),
        ("words = ", "is not valid TOML"),
        (f"x = {'[' * 5000}", "is not valid TOML"),
        (b"words = 9 # \xff", "is not valid TOML"),
        ("#" * 1_000_001, "too large"),
    ],
)
def test_what_does_not_fit_is_told_with_its_file_and_key(
    stage: Stage, run: Run, here: Path, text: str | bytes, words: str
) -> None:
    here.write_bytes(text if isinstance(text, bytes) else text.encode())
    line = complaint(run("a.txt"), 2)
    assert str(here) in line
    assert words in line
    assert stage.settings is None
    assert run("a.txt", "--no-config").exit_code == 0


@pytest.mark.parametrize(
    "text",
    [
        'output = "x.md"',
        '[batch]\noutput = "x"',
        "[batch]\nforce = true",
        "[batch]\nresume = true",
        '[explain]\nfind = "x"',
        '[evaluate]\ncompare = ["a", "b"]',
        'config = "x"',
        "no-config = true",
        "help = true",
    ],
)
def test_what_is_written_or_asked_once_is_in_no_file(
    stage: Stage, run: Run, home: Path, here: Path, text: str
) -> None:
    for file in (home, here):
        file.write_text(text)
        assert "is said on the command line" in complaint(run("a.txt"), 2)
        file.unlink()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("allow-private = true", "allow-private"),
        ('[batch]\nengine = "ray"', "engine"),
        ('[batch]\naddress = "evil.example:6379"', "address"),
        ('model = "owner/name"', "model"),
        ('model = "weights"', "model"),
        ('known = "../../own"', "known"),
        ('known = "/etc"', "known"),
        ('template = "../x.md"', "template"),
        ('template = "link.md"', "template"),
        ('[explain]\nknown = "~/.ssh"', "known"),
    ],
)
def test_a_file_that_is_only_found_neither_fetches_nor_leaves_its_folder(
    *, stage: Stage, run: Run, home: Path, here: Path, text: str, word: str
) -> None:
    (here.parent / "weights").mkdir()
    (here.parent / "link.md").symlink_to(home.parent / "secret.md")
    (here.parent / "~").mkdir()
    here.write_text(text)
    if "~" in text:  # no home is meant, and a folder of that name is inside
        assert run("explain", "a.txt").exit_code == 0
        assert stage.settings is not None
        assert stage.settings.known == str(here.parent / "~/.ssh")
        return
    line = complaint(run("a.txt"), 2)
    assert str(here) in line
    assert word in line
    assert stage.settings is None


def test_the_reader_s_own_file_and_a_named_one_may(
    stage: Stage, run: Run, home: Path, tmp_path: Path
) -> None:
    (home.parent / "weights").mkdir()
    text = 'model = "weights"\nallow-private = true\n[batch]\nengine = "ray"\n'
    for file in (home, tmp_path / "named.toml"):
        file.write_text(text)
        args = [] if file == home else ["--config", file]
        (file.parent / "weights").mkdir(exist_ok=True)
        assert run("a.txt", *args).exit_code == 0
        assert stage.settings == Settings(model=str(file.parent / "weights"))
    home.write_text('model = "owner/name"\n')
    run("a.txt")
    assert stage.settings == Settings(model="owner/name")


def test_a_found_file_may_name_a_model_that_is_here(
    stage: Stage, run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("summarize.models.locate", lambda item: item.name == DEFAULT_MODEL or None)
    for name in (DEFAULT_MODEL, "lexical"):
        here.write_text(f'model = "{name}"\n')
        assert run("a.txt").exit_code == 0


def test_what_is_no_file_is_not_waited_for(stage: Stage, run: Run, here: Path) -> None:
    import os

    os.mkfifo(here)
    assert run("a.txt").exit_code == 0
    assert "no file" in complaint(run("a.txt", "--config", here), 2)


def test_words_of_a_file_are_inert_where_they_are_quoted(
    stage: Stage, run: Run, here: Path
) -> None:
    here.write_text('"\\u001b[31mred" = 1\n')
    assert "\x1b" not in complaint(run("a.txt"), 2)


def test_compare_is_not_disturbed_by_a_file(run: Run, here: Path) -> None:
    here.write_text("[evaluate]\nlimit = 3\nworst = 2\n")
    line = complaint(run("evaluate", "--compare", "a.json", "b.json"), 1)
    assert "a.json" in line


def test_help_needs_no_good_file(run: Run, here: Path) -> None:
    here.write_text("wrods = 9\n")
    for args in (["--help"], ["explain", "--help"], ["--version"]):
        assert run(*args).exit_code == 0


def test_the_example_of_the_document_holds(stage: Stage, run: Run, here: Path) -> None:
    text = re.findall(r"<!-- config -->\n```toml\n(.*?)```", DOCUMENT.read_text("utf-8"), re.DOTALL)
    (example,) = text
    here.write_text(example)
    (here.parent / "house.md.j2").write_text("# {{ title }}\n")
    assert run("a.txt").stdout == "# Bridge closed\n"
    assert stage.settings == Settings(words=120, min_voices=2)
    assert tomllib.loads(example)["batch"]["jobs"] == 4


def test_the_document_names_every_table_and_what_is_refused() -> None:
    from summarize.options import keys

    page = DOCUMENT.read_text("utf-8")
    configured = {name for name, item in main.commands.items() if isinstance(item, Configured)}
    assert set(re.findall(r"`\[([a-z]+)\]`", page)) == configured
    for name in {*keys._ONCE, *keys._TRUSTED} - {"config", "no-config", "help"}:
        assert f"`{name}`" in page


def test_every_option_of_a_brief_can_stand_in_a_file_or_is_refused_there() -> None:
    from summarize.options import keys

    names = {
        max(param.opts, key=len).removeprefix("--")
        for param in main.commands["brief"].params
        if isinstance(param, click.Option)
    }
    assert {"words", "language", "format", "template", "quiet"} <= names - set(keys._ONCE)


def test_the_example_of_the_readme_holds(stage: Stage, run: Run, here: Path) -> None:
    readme = (DOCUMENT.parent.parent / "README.md").read_text("utf-8")
    text = re.findall(r"```toml\n(words = .*?)```", readme, re.DOTALL)
    (example,) = text
    here.write_text(example)
    assert run("a.txt").exit_code == 0
    assert stage.settings == Settings(words=120, min_voices=2)


def test_a_pyproject_that_may_not_be_read_is_passed_over(
    stage: Stage, run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here.parent / "pyproject.toml").write_text("[tool.summarize]\nwords = 9\n")

    def refuse(path: Path, *_: object) -> None:  # file modes do not bind a superuser
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    assert run("a.txt").exit_code == 0
    assert stage.settings == Settings()
