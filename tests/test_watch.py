"""docs/watch.md, run: two mornings, and a third with nothing new."""

from __future__ import annotations

import re
import shlex
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from small import SmallEncoder
from stories import LOCAL, RADIO, WIRE

from summarize.cli import main
from summarize.written.reread import open_brief

PAGE = (Path(__file__).parent.parent / "docs" / "watch.md").read_text("utf-8")
MORNINGS = re.findall(r"<!-- morning: \d -->\n```\n\$ summarize (.*?)\n(.*?)```", PAGE, re.DOTALL)


def article(path: str, text: str, date: str) -> None:
    Path(path).write_text(f"---\ndate: {date}\n---\n{text}", "utf-8")


def run(arguments: str) -> Result:
    return CliRunner().invoke(main, shlex.split(arguments))


def test_the_mornings_of_the_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(import_module("summarize.pipeline"), "_encoder", lambda _: SmallEncoder())
    Path("inbox").mkdir()
    Path("briefs").mkdir()
    first, second, third = MORNINGS
    article("inbox/wire.txt", WIRE, "2024-04-08")
    assert run(first[0]).exit_code == 0
    assert "*Only what is new*" in Path("briefs/2024-04-08.md").read_text("utf-8")
    article("inbox/copy.txt", WIRE, "2024-04-08")
    article("inbox/local.txt", LOCAL + RADIO, "2024-04-09")
    assert run(second[0]).exit_code == 0
    assert "*New since 2024-04-08*" in Path("briefs/2024-04-09.md").read_text("utf-8")
    told = [open_brief(f"briefs/2024-04-0{day}.md").quotes for day in (8, 9)]
    assert not {quote.text for quote in told[0]} & {quote.text for quote in told[1]}
    result = run(third[0])
    assert result.exit_code == 1
    assert result.stderr == third[1]
    assert not Path("briefs/2024-04-09-again.md").exists()


def test_the_crontab_line_asks_for_what_the_document_shows() -> None:
    (line,) = re.findall(r"^0 7 \* \* \*  (.+)$", PAGE, re.MULTILINE)
    command = line.split("&& summarize ")[1].replace("\\%", "%")
    shown = command.replace("$(date +%F)", "2024-04-08")
    assert shlex.split(shown)[1:] == shlex.split(MORNINGS[0][0].replace("--words 60 ", ""))


@pytest.mark.parametrize("name", re.findall(r"`(--[a-z]+)", PAGE))
def test_its_options_exist(name: str) -> None:
    assert name in {flag for param in main.commands["brief"].params for flag in param.opts}
