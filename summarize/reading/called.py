"""What sources are called: standard input by a dash, and in words where a reader is told of it."""

from __future__ import annotations

STDIN = "-"


def called(name: str) -> str:
    """Return what messages call a source by."""
    return "Standard input" if name == STDIN else name
