"""place: an address as it is asked for."""

from __future__ import annotations

import re
from urllib.parse import urlsplit, urlunsplit

from summarize.errors import SourceError


def checked(address: str, url: str) -> str:
    """Return an address as it is asked for: without a fragment, and with a host.

    Raises:
        SourceError: it is none of the web, or holds a name or a password.
    """
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise SourceError(f"{url} is no web address; check it.") from error
    if parts.scheme not in ("http", "https"):
        leads = "is" if address == url else f"leads to {address}, which is"
        raise SourceError(f"{url} {leads} no address of http or https; only these are fetched.")
    if not parts.hostname or port == 0 or re.search(r"[\s\\]", parts.netloc):
        raise SourceError(f"{url} is no web address; check it.")
    if parts.username is not None:
        raise SourceError(f"{url} holds a name or a password; leave them out of the address.")
    return urlunsplit(parts._replace(fragment="", path=parts.path or "/"))
