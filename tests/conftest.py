"""Fixtures of several tests: the command line with a stand-in behind it, the real model."""

from __future__ import annotations

import os
import signal
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result
from desk import Run, Stage

from summarize import read
from summarize.cli import main
from summarize.models import load
from summarize.settings import DEFAULT_MODEL

if TYPE_CHECKING:
    from summarize.records import Encoder


# What runs in the background, as some CI does, is started with Ctrl-C ignored, and so are its
# children: a test that stops a program with it would wait for ever.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def _nobody_s_defaults(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may have a file with settings; no test depends on it."""
    monkeypatch.setenv("XDG_CONFIG_HOME", os.devnull)


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> Stage:
    made = Stage()
    pipeline = SimpleNamespace(summarize=made.summarize)
    monkeypatch.setitem(sys.modules, "summarize.pipeline", pipeline)
    # The package's own attribute of that name is the function, so the module is found here.
    monkeypatch.setattr(sys.modules["summarize.read"], "read", made.read)
    return made


@pytest.fixture
def run() -> Run:
    def invoke(*args: object, **more: Any) -> Result:
        return CliRunner().invoke(main, [str(arg) for arg in args], **more)

    return invoke


@pytest.fixture
def reads(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """The stand-in for the pipeline, behind the real `read`."""
    monkeypatch.setattr(sys.modules["summarize.read"], "read", read)
    return stage


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    """The default model itself, loaded once for all tests marked `model`."""
    return load(DEFAULT_MODEL)
