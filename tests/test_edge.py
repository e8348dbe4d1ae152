"""The bar: one for work that takes long, and none for work that does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.meter import Watch

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
