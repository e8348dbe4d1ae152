"""What the tests of the command line share: a stand-in for the pipeline, and how failures look."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from briefs import a_brief, a_reading
from click.testing import Result

if TYPE_CHECKING:
    from summarize.records import Brief, Reading
    from summarize.settings import Settings

Run = Callable[..., Result]


class Stage:
    """Stands for the pipeline: notes what it is given, returns a brief made by hand."""

    def __init__(self) -> None:
        self.reading = a_reading()
        self.problem: BaseException | None = None
        self.settings: Settings | None = None
        self.encoder: object = None

    def read(self, sources: tuple[str, ...], *_how: object) -> Reading:
        self.sources = sources
        return self.reading

    def summarize(self, _reading: Reading, settings: Settings, **more: Any) -> Brief:
        self.settings, self.encoder = settings, more["encoder"]
        more["watch"]("embed", 0, 2)
        if self.problem:
            raise self.problem
        more["watch"]("embed", 2, 2)
        return a_brief()


def complaint(result: Result, code: int) -> str:
    """The one line on stderr of a run that failed with `code` and gave no product."""
    assert result.exit_code == code
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    (line,) = result.stderr.splitlines()
    assert line.startswith("summarize: ")
    return line
