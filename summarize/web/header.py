"""header: what the header fields of an answer of the web say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarize.web.kept import Answer

_MOVED = frozenset({301, 302, 303, 307, 308})
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)


def typed(written: str) -> tuple[str, str | None]:
    """Return the content type that a field gives, in small letters, and its charset."""
    found = _CHARSET.search(written)
    return written.partition(";")[0].strip().lower(), found[1] if found else None


def leads_to(status: int, head: Mapping[str, str], here: str) -> str | None:
    """Return the address that an answer leads on to; None where it does not."""
    place = head.get("Location")
    return urljoin(here, place) if status in _MOVED and place else None


def conditions(before: Answer | None) -> dict[str, str]:
    """Return the fields that ask only for what has changed since an answer."""
    facts = {
        "If-None-Match": before and before.etag,
        "If-Modified-Since": before and before.modified,
    }
    return {key: value for key, value in facts.items() if value}


def asked_for(head: Mapping[str, str]) -> float:
    """Return for how many seconds a busy server asks to wait, also where it names a time."""
    from email.utils import parsedate_to_datetime

    asked = head.get("Retry-After") or ""
    if re.fullmatch(r"\d{1,9}", asked):
        return float(asked)
    try:  # by the server's own clock
        until = parsedate_to_datetime(asked) - parsedate_to_datetime(head.get("Date") or "")
    except (ValueError, TypeError, OverflowError):
        return 0.0
    return max(0.0, until.total_seconds())
