"""Files made to exhaust whoever reads them end in a brief or in prose, in bounded time and memory.

Each is read in a process of its own under limits of the system (tests/fuzz/attacks.py), so that a
hang is a failure and a slow machine is none.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest
from cases import load
from fuzz.attacks import MADE, MEMORY, attacked, cases

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs limits of a POSIX system")


@pytest.mark.parametrize("case", load("hostile"))
def test_a_hostile_file_is_read_or_refused_within_bounds(
    case: dict[str, Any], tmp_path: Path
) -> None:
    code, said, memory = attacked(case["name"], tmp_path)
    assert code == ("says" in case), said or f"stopped by signal {-code}"
    assert memory <= MEMORY >> 20
    assert "Traceback" not in said
    assert "This is a bug" not in said
    lines = [line for line in said.splitlines() if line]
    assert all(line.startswith("summarize: ") for line in lines)
    assert (code == 1) == any("warning" not in line for line in lines)
    assert case.get("says", "") in said


def test_the_catalogue_has_what_is_made_and_each_name_once() -> None:
    every = cases()
    made = [case["made"] for case in every.values() if "made" in case]
    assert sorted(made) == sorted(MADE)
    assert len(every) == len(load("hostile"))
