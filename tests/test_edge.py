"""The bar: one for work that takes long, and none for work that does not; and warnings."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

from summarize.commands.asked import warn
from summarize.meter import Watch
from summarize.records import Drop

if TYPE_CHECKING:
    import pytest


def test_quick_work_draws_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with Watch(bar=True, timings=False) as watch:
        watch("clean", 0, 0)
    assert capsys.readouterr().err == ""


def test_long_work_shows_its_stage_its_rate_and_the_time_left(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("summarize.meter._PATIENCE", 0.0)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "100")
    with Watch(bar=True, timings=False) as watch:
        watch("embed", 0, 400)
        watch("embed", 200, 400)
    drawn = capsys.readouterr().err
    assert "embed" in drawn
    assert "a second" in drawn
    assert "left:" in drawn


def test_what_is_met_again_and_again_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    """As where each of a topic's articles is read by itself, to prove a brief."""
    drops = [Drop("read", f"a.jsonl:{n}", f"Line {1 + n % 2} is not JSON.") for n in range(6)]
    warn(SimpleNamespace(quiet=False), drops)  # type: ignore[arg-type]
    told = ["summarize: warning: Line 1 is not JSON.", "summarize: warning: Line 2 is not JSON."]
    assert capsys.readouterr().err.splitlines() == told
    warn(SimpleNamespace(quiet=True), drops)  # type: ignore[arg-type]
    assert capsys.readouterr().err == ""
