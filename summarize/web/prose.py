"""prose: what went wrong with an address, as a sentence with the next step."""

from __future__ import annotations

import ssl

from summarize.errors import SourceError
from summarize.web.address import PrivateAddressError

_SLOW = "answers too slowly; try again later, or save it from a browser"
_STATUS = {
    401: "asks for a password",
    402: "asks for payment",
    403: "refuses programs",
    404: "does not exist",
    410: "does not exist any more",
    429: "answers too many readers at once",
    451: "is withheld for legal reasons",
}


def refused(url: str, status: int) -> SourceError:
    """Return what an answer without a page says."""
    said = _STATUS.get(status)
    if said is None and status >= 500:
        said = f"fails (status {status})"
    said = said or f"answers with status {status} and no page"
    step = "try again later" if status >= 500 or status == 429 else "save it from a browser"
    return SourceError(f"{url} {said}; {'check the address' if status in (404, 410) else step}.")


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
