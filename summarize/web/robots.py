"""robots: what a site asks of programs (RFC 9309), as Protego reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarize.errors import SourceError
from summarize.web.header import leads_to
from summarize.web.place import checked

if TYPE_CHECKING:
    from protego import Protego

    from summarize.web.client import Client
    from summarize.web.visit import Visit

_MOST = 500 << 10  # bytes of robots.txt that RFC 9309 asks to be read


def rules(client: Client, site: str, visit: Visit) -> Protego:
    """Return the rules of a site; a site without robots.txt has none.

    Raises:
        SourceError: the site cannot say, since it fails or cannot be reached.
    """
    from protego import Protego

    here = f"{site}/robots.txt"
    for _ in range(6):  # redirects, of which the RFC asks that five be followed
        with client.asked(here, visit, {}) as response:
            if response.status >= 500:
                raise SourceError(
                    f"{visit.url} is not fetched, since its site cannot say whether programs may "
                    f"(robots.txt answers with {response.status}); try again later."
                )
            if place := leads_to(response.status, response.headers, here):
                here = checked(place, visit.url)
                continue
            if response.status != 200:
                break
            data = b""
            for piece in client.pieces(response, visit):
                data += piece
                if len(data) > _MOST:
                    break
            return Protego.parse(data[:_MOST].decode("utf-8", "replace"))
    return Protego.parse("")
