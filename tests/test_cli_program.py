"""The program in a process of its own: imports, terminals, pipes, full disks."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from briefs import a_brief

from summarize.render import render

HEAVY = ("numpy", "torch", "sentence_transformers", "transformers", "rich", "yaml", "ftfy")

PROGRAM = f"""
import sys, types
sys.path.insert(0, {str(Path(__file__).parent)!r})
import briefs
def fake(reading, settings, encoder=None, watch=None):
    from summarize import meter
    meter._PATIENCE = 0.0  # the second is not waited for
    watch("embed", 1, 2)
    return briefs.a_brief()
sys.modules["summarize.pipeline"] = types.SimpleNamespace(summarize=fake)
sys.modules["summarize.read"] = types.SimpleNamespace(read=lambda *_: briefs.a_reading())
from summarize.cli import main
main()
"""


def program(*args: str, **more: Any) -> subprocess.CompletedProcess[bytes]:
    environment = {"PATH": os.environ["PATH"], "TERM": "xterm", **more.pop("env", {})}
    if "stdout" not in more:
        more["stdout"] = subprocess.PIPE
    if "stderr" not in more:
        more["stderr"] = subprocess.PIPE
    command = [sys.executable, *args]
    return subprocess.run(command, env=environment, check=False, timeout=60, **more)


@pytest.mark.parametrize(
    "args", [["--help"], ["--version"], ["--wrods"], ["--words", "0", "x"], ["/no/such/file.txt"]]
)
def test_help_version_and_errors_import_nothing_heavy(args: list[str]) -> None:
    code = (
        "import sys, atexit; from summarize.cli import main\n"
        f"atexit.register(lambda: print([m for m in {HEAVY!r} if m in sys.modules]))\n"
        f"main({args!r})"
    )
    result = program("-c", code)
    assert result.stdout.decode().splitlines()[-1] == "[]"
    assert b"Traceback" not in result.stderr


def test_python_m_is_the_command() -> None:
    assert program("-m", "summarize", "--version").stdout.startswith(b"summarize ")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_stdout_on_a_full_disk() -> None:
    with Path("/dev/full").open("wb") as full:
        result = program("-c", PROGRAM, "-q", "a.txt", stdout=full)
    assert result.returncode == 1
    assert result.stderr.decode().splitlines() == [
        "summarize: stdout: No space left on device; nothing more was written."
    ]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("args", [["--help"], ["--version"], ["explain", "--help"]])
def test_a_help_that_finds_no_room(args: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        result = program("-m", "summarize", *args, stdout=full)
    told = "summarize: No space left on device; nothing more was written.\n"
    assert (result.returncode, result.stderr.decode()) == (1, told)


@pytest.mark.skipif(os.name != "posix", reason="closes streams as a POSIX shell does")
def test_closed_streams_are_no_bug(tmp_path: Path) -> None:
    story, away = tmp_path / "a.txt", tmp_path / "away"
    story.write_text("A ferry ran aground off Sollen on Monday, the coast guard said.", "utf-8")
    command = f"{sys.executable} -m summarize {story} --model lexical --no-cache --format text"
    for closed, stdout, code in (
        (f"{away} 2>&-", b"ferry ran aground", 0),  # there is more to tell than stdout
        ("2>&-", b"ferry ran aground", 0),
        (">&-", b"", 1),
        (f"-o {tmp_path / 'brief.txt'} >&- 2>&- <&-", b"", 0),
    ):
        shell = ["sh", "-c", f"{command} {closed}"]
        result = program("-c", f"import os; os.execvp('sh', {shell!r})")
        assert result.returncode == code, closed
        assert stdout in result.stdout
        told = b"summarize: stdout: Bad file descriptor; nothing more was written.\n"
        assert result.stderr == (told if code else b"")
    assert "ferry ran aground" in (tmp_path / "brief.txt").read_text("utf-8")


def test_stderr_whose_reader_is_gone_stops_no_work() -> None:
    read, write = os.pipe()
    os.close(read)
    told = PROGRAM.replace("def fake", "from summarize.edge import tell\ndef fake").replace(
        'watch("embed", 1, 2)', 'tell("one"); tell("two")'
    )
    try:
        result = program("-c", told, "-q", "a.txt", stderr=write)
    finally:
        os.close(write)
    assert (result.returncode, result.stdout.decode()) == (0, render(a_brief(), "markdown"))


def test_stdout_whose_reader_is_gone() -> None:
    read, write = os.pipe()
    os.close(read)
    try:
        result = program("-c", PROGRAM, "-q", "a.txt", stdout=write)
    finally:
        os.close(write)
    assert (result.returncode, result.stderr) == (0, b"")


@pytest.mark.parametrize("args", [["--help"], ["--version"], ["batch", "--help"]])
def test_a_help_whose_reader_is_gone(args: list[str]) -> None:
    read, write = os.pipe()
    os.close(read)
    try:
        result = program("-m", "summarize", *args, stdout=write)
    finally:
        os.close(write)
    assert (result.returncode, result.stderr) == (0, b"")


@pytest.mark.skipif(os.name != "posix", reason="sends a POSIX signal")
def test_ctrl_c_during_the_work(tmp_path: Path) -> None:
    busy = "print('busy', file=sys.stderr, flush=True); import signal; signal.pause()"
    waiting = PROGRAM.replace("return briefs.a_brief()", busy)
    command = [sys.executable, "-c", waiting, "-q", "a.txt", "-o", str(tmp_path / "brief.md")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stderr is not None
        assert running.stderr.readline() == b"busy\n"
        running.send_signal(signal.SIGINT)
        stdout, stderr = running.communicate(timeout=60)
    assert running.returncode == 130
    assert (stdout, stderr.decode()) == (b"", "summarize: Stopped; nothing was written.\n")
    assert list(tmp_path.iterdir()) == []


def test_ctrl_c_while_the_program_is_loaded() -> None:
    stopped = (
        "import sys\nfrom summarize.__main__ import run\nclass Stopped:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'summarize.cli': raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Stopped())\nrun()"
    )
    result = program("-c", stopped)
    told = "summarize: Stopped; nothing was written.\n"
    assert (result.returncode, result.stdout, result.stderr.decode()) == (130, b"", told)


STOPPED = b"summarize: Stopped; nothing was written.\n"


@pytest.mark.parametrize("module", ["summarize.display", "summarize.read", "dataclasses", "click"])
@pytest.mark.parametrize("name", ["-m", "/usr/bin/summarize", "summarize.exe"])
def test_ctrl_c_in_the_first_moment(module: str, name: str) -> None:
    """It comes while a module is imported, of the package or of what it needs."""
    pressed = (
        f"import os, signal, sys\nsys.argv = [{name!r}, '--version']\n"
        "sys.orig_argv = ['python', '-m', 'summarize']\nclass Pressed:\n"
        "    def find_spec(self, name, *_):\n"
        f"        if name == {module!r}: os.kill(os.getpid(), signal.SIGINT)\n"
        f"for name in [{module!r}]: sys.modules.pop(name, None)\n"
        "sys.meta_path.insert(0, Pressed())\nfrom summarize.__main__ import run\nrun()"
    )
    result = program("-c", pressed)
    assert (result.returncode, result.stdout, result.stderr) == (130, b"", STOPPED)


@pytest.mark.parametrize("name", ["-c", "/home/me/news.py", "", "summarize.py"])
def test_importing_the_package_leaves_ctrl_c_alone(name: str) -> None:
    code = (
        f"import signal, sys\nsys.argv = [{name!r}]\nbefore = signal.getsignal(signal.SIGINT)\n"
        "import summarize\nassert signal.getsignal(signal.SIGINT) is before"
    )
    assert program("-c", code).returncode == 0
    ignored = code.replace("\nbefore", "\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nbefore")
    assert program("-c", ignored.replace(repr(name), "'summarize'")).returncode == 0


def test_a_package_that_imports_this_one_keeps_its_ctrl_c(tmp_path: Path) -> None:
    package = tmp_path / "desk"
    package.mkdir()
    (package / "__init__.py").write_text("import summarize\n")
    (package / "__main__.py").write_text(
        "import signal\nassert signal.getsignal(signal.SIGINT) is signal.default_int_handler\n"
    )
    result = program("-m", "desk", cwd=tmp_path)
    assert (result.returncode, result.stderr) == (0, b"")


def on_terminal(stream: str, *args: str, **env: str) -> tuple[str, str]:
    """Run with `stream` on a terminal; return what the terminal and the other stream got."""
    pty = pytest.importorskip("pty")
    primary, secondary = pty.openpty()
    try:
        result = program("-c", PROGRAM, *args, env=env, **{stream: secondary})
        os.close(secondary)
        seen = b""
        while chunk := _read(primary):
            seen += chunk
    finally:
        os.close(primary)
    assert result.returncode == 0
    other = result.stderr if stream == "stdout" else result.stdout
    return seen.decode().replace("\r\n", "\n"), other.decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that the other end is closed
        return b""


def test_a_terminal_gets_the_page_in_colour_and_no_color_is_honoured() -> None:
    page, _ = on_terminal("stdout", "a.txt", COLUMNS="72")
    assert page == render(a_brief(), "terminal", 72, colour=True)
    for plain in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        page, _ = on_terminal("stdout", "a.txt", COLUMNS="72", **plain)
        assert page == render(a_brief(), "terminal", 72)


def test_progress_is_drawn_on_a_terminal_only() -> None:
    drawn, product = on_terminal("stderr", "a.txt")
    assert "embed" in drawn
    assert product == render(a_brief(), "markdown")
    quiet, _ = on_terminal("stderr", "-q", "a.txt")
    assert quiet == ""
    assert program("-c", PROGRAM, "a.txt").stderr.decode().count("\n") == 1


def ended(last: str) -> subprocess.CompletedProcess[str]:
    """Return how the program ended that was asked for its version, in a process of its own."""
    code = (
        "import atexit, sys; atexit.register(print, 'taken apart')\n"
        f"from summarize.__main__ import run\nsys.argv[1:] = ['--version']\n{last}\nrun()"
    )
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


def test_the_program_ends_without_being_taken_apart() -> None:
    result = ended("")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith("summarize ")
    assert "apart" not in result.stdout


@pytest.mark.parametrize(
    "last",
    [
        "import multiprocessing.popen_fork",
        "sys.stderr.flush = lambda: open('')",
        "sys.stderr = None",
    ],
)
def test_the_program_ends_as_python_ends_where_something_is_left_to_see_to(last: str) -> None:
    result = ended(last)
    assert result.stdout.startswith("summarize ")
    assert "taken apart" in result.stdout
