"""parsed: what a text in JSON says, or why it says nothing."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

# JSON may hold all other signs that divide lines, such as U+2028, within a value.
_LINE = re.compile(r"\r\n?|\n")


def lines(text: str) -> Iterator[tuple[int, str]]:
    """Give the lines of a file in JSON Lines that are not blank, with their numbers."""
    return ((number, line) for number, line in enumerate(_LINE.split(text), 1) if line.strip())


def parsed(text: str) -> tuple[Any, str | None]:
    """Return what a text says, and None; or None, and what keeps it from being read."""
    try:
        return json.loads(text.removeprefix("\ufeff")), None
    except RecursionError:
        return None, "is nested too deeply to be read as JSON"
    except json.JSONDecodeError:
        return None, "is not JSON"
    except ValueError:
        return None, "holds a number of too many digits to be read as JSON"
