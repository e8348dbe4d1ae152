"""No pattern of the program takes more than its time on a text that it nearly matches."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from fuzz import patterns
from fuzz.attacks import SECONDS, limit

from summarize.records import Article, Span
from summarize.segment import MOST_CHARS, segment

PROGRAM = Path(patterns.__file__)
pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs limits of a POSIX system")


def test_every_pattern_is_done_with_a_sentence_of_repeats() -> None:
    """What grows with a power of the text, or doubles with each letter, does not end here."""
    done = subprocess.run(
        [sys.executable, str(PROGRAM), "--try", str(MOST_CHARS // 2), "40"],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: limit(2 * SECONDS),
    )
    last = done.stdout.splitlines()[-1]
    assert last == "all", f"the pattern at {last} hangs\n{done.stderr}"


def test_patterns_are_found_wherever_they_stand() -> None:
    found, others = patterns.found()
    places = {one.place.partition(":")[0] for one in found}
    assert {"summarize.config", "summarize.text.page.dates", "summarize.formats.mail"} <= places
    assert len(found) > 250
    # What is made of words that are known at run time alone; each is looked at by hand.
    assert len(others) <= 14, others


def test_a_pattern_that_doubles_is_caught() -> None:
    bad = re.compile(r"(?:\s*a\s*)*b")
    texts = list(patterns.attacks(bad, 40))
    assert any(text.startswith(("a" * 20, " " * 20)) for text in texts)


@pytest.mark.parametrize("blank", [b"\n", b" ", b"\t", b"[ "])
def test_a_foreign_file_of_blanks_is_looked_through(tmp_path: Path, blank: bytes) -> None:
    (tmp_path / "pyproject.toml").write_bytes(blank * (900_000 // len(blank)))
    told = "from summarize.config import found; print(len(found()))"
    done = subprocess.run(
        [sys.executable, "-c", told],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env={"PYTHONPATH": str(patterns.ROOT.parent), "XDG_CONFIG_HOME": os.devnull},
        preexec_fn=lambda: limit(SECONDS),
    )
    assert (done.returncode, done.stdout) == (0, "0\n"), done.stderr


@pytest.mark.parametrize("unit", ["a", "船", "word ", "A, ", "a\u0301"])
def test_no_sentence_is_longer_than_its_bound_and_nothing_is_lost(unit: str) -> None:
    text = unit * 9000
    sentences = segment([Article("a.txt", text)], [Span(0, 0, len(text))])
    assert max(len(sentence.text) for sentence in sentences) <= MOST_CHARS
    assert "".join("".join(s.text.split()) for s in sentences) == "".join(text.split())
    assert all(text[s.span.start : s.span.end] == s.text for s in sentences)
