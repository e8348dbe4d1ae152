"""prose: what went wrong with an address, as a sentence with the next step."""

from __future__ import annotations

import math
import ssl
from typing import TYPE_CHECKING

from summarize.errors import SourceError
from summarize.web.address import PrivateAddressError
from summarize.web.visit import MOST_WAIT

if TYPE_CHECKING:
    from summarize.web.visit import Visit

_SLOW = "answers too slowly; try again later, or save it from a browser"
_LATER = "try again later"
_UNITS = (("day", 86400), ("hour", 3600), ("minute", 60), ("second", 1))
_STATUS = {
    401: "asks for a password",
    402: "asks for payment",
    403: "refuses programs",
    404: "does not exist",
    410: "does not exist any more",
    429: "answers too many readers at once",
    451: "is withheld for legal reasons",
}


def refused(visit: Visit, status: int, wish: float = 0.0) -> SourceError:
    """Return what an answer without a page says; `wish` is for how long it asks to wait."""
    said = _STATUS.get(status)
    if said is None and status >= 500:
        said = f"fails (status {status})"
    said = said or f"answers with status {status} and no page"
    step = _LATER if status >= 500 or status == 429 else "save it from a browser"
    if wish and step == _LATER:
        said += f" and asks to wait {_span(wish)}"
        said += f", where {MOST_WAIT:.0f} seconds in all are waited" if wish > visit.waits else ""
        step = "try again after that, or save it from a browser"
    step = "check the address" if status in (404, 410) else step
    return SourceError(f"{visit.url} {said}; {step}.")


def too_slow(visit: Visit, site: str, wish: float) -> SourceError:
    """Return what it means that a site asks for so many seconds between two of its pages."""
    return SourceError(
        f"{visit.url} is not fetched, since robots.txt of {site} asks for {_span(wish)} between "
        f"two pages, where {MOST_WAIT:.0f} seconds are waited; fetch it by itself, or save it "
        "from a browser."
    )


def _span(seconds: float) -> str:
    """Return a time in words, in a unit that is not too small for it, rounded up."""
    unit, size = next((one for one in _UNITS if seconds > 2 * one[1]), _UNITS[-1])
    number = math.ceil(seconds / size)
    return f"{number} {unit}{'s' * (number != 1)}"


def told(url: str, error: Exception, *, late: bool) -> SourceError:
    """Return what an error of the connection means to a reader."""
    from urllib3 import exceptions as web

    causes = causes_of(error)
    if is_private(error):
        address = next(one.args[1] for one in causes if isinstance(one, PrivateAddressError))
        return SourceError(
            f"{url} leads to {address}, which is no public address; give --allow-private to fetch "
            "from your own network."
        )
    why = next((one for one in causes if isinstance(one, ssl.SSLCertVerificationError)), None)
    fault = (
        f"has a certificate that does not hold ({why.verify_message})" if why else "fails at TLS"
    )
    meanings: tuple[tuple[tuple[type[BaseException], ...], str], ...] = (
        (
            (web.SSLError, ssl.SSLError),
            f"{fault}; it is not fetched, since anybody could have sent it",
        ),
        (
            (web.NameResolutionError,),
            "has no host of that name, or there is no network; check both",
        ),
        ((web.TimeoutError, TimeoutError), _SLOW),
        ((web.DecodeError,), "answers with a damaged body; try again later"),
        ((web.IncompleteRead,), "breaks off before its end; try again later"),
        ((OSError, web.ProtocolError), "cannot be reached or hangs up; check address and network"),
    )
    for kinds, meaning in meanings:
        if any(isinstance(one, kinds) for one in causes):
            return SourceError(f"{url} {_SLOW if late else meaning}.")
    return SourceError(f"{url} does not answer as a web server does; check the address.")


def is_private(error: Exception) -> bool:
    """Tell whether an error is that an address is not public."""
    return any(isinstance(one, PrivateAddressError) for one in causes_of(error))


def causes_of(error: BaseException | None) -> list[BaseException]:
    """Return an error and all that led to it."""
    found: list[BaseException] = []
    while error is not None and error not in found:
        found.append(error)
        inner = [arg for arg in error.args if isinstance(arg, BaseException)]
        error = error.__cause__ or error.__context__ or (inner[0] if inner else None)
    return found
