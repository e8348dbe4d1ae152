"""trouble: why a name cannot be read, and what to do then."""

from __future__ import annotations

import re
from pathlib import Path

from summarize.errors import SourceError
from summarize.reading.called import STDIN

# What is meant for the web, as browsers take it: no file is called so.
_HOST = re.compile(
    r"(?:www\.(?=[^./])|[a-z\d-]+(?:\.[a-z\d-]+){0,5}\.(?:(?:com|org|net|info|news|edu|gov)(?:/|$)"
    r"|[a-z]{2}/))",
    re.IGNORECASE,
)
_ADDRESS = re.compile("(https?):/+", re.IGNORECASE)  # a path has one slash where it had two


def trouble(name: str, error: OSError | ValueError) -> SourceError:
    """Return what to tell of a file or folder that cannot be opened."""
    if isinstance(error, PermissionError):
        return SourceError(f"{name} may not be read; change its permissions or leave it out.")
    if isinstance(error, (FileNotFoundError, NotADirectoryError, ValueError)):
        return SourceError(_missing(name))
    reason = (error.strerror or str(error)).lower()
    return SourceError(f"{name} cannot be read ({reason}); check the file or leave it out.")


def _missing(name: str) -> str:
    if found := _ADDRESS.match(name):
        address = f"{found[1]}://{name[found.end() :]}"
        return f"{address} is an address, and a file is wanted here; save it as one."
    if name == STDIN:
        return "A file is wanted here, not standard input; save it as one."
    if Path(name).is_symlink():
        return f"{name} is a link to what is not there; mend it or leave it out."
    where = f", or give https://{name} if it is on the web" if _HOST.match(name) else ""
    return f"There is no file or folder {name}; check the path{where}."
