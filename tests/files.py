"""Writing a file, and being refused one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarize.errors import SourceError
from summarize.read import read

if TYPE_CHECKING:
    from pathlib import Path


def write(path: Path, data: str | bytes = "A story.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def refusal(*sources: str | Path) -> str:
    with pytest.raises(SourceError) as caught:
        read(list(sources))
    return str(caught.value)
