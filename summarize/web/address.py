"""address: connections that lead to public addresses only, decided by the address connected to.

A name is looked up once, and what was looked up is what is connected to: a name server that answers
differently the second time gains nothing, and neither does a redirect.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
from typing import TYPE_CHECKING

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import NameResolutionError
from urllib3.util.connection import allowed_gai_family, create_connection

if TYPE_CHECKING:
    from collections.abc import Callable

_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")  # IPv4 behind IPv6 (RFC 6052)
# All that is handed out (RFC 4291); the rest is of one's own site or link, or wraps something.
_UNICAST = ipaddress.ip_network("2000::/3")


class PrivateAddressError(OSError):
    """A name leads to an address that is not public; `args` are the name and the address."""


def is_public(address: str) -> bool:
    """Tell whether an IP address belongs to the public internet, whatever it is wrapped in."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo or (None, None))[1]
        if found in _TRANSLATED:
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None and not is_public(str(inner)):
            return False
        if found.ipv4_mapped or found in _TRANSLATED:
            return True
        if found not in _UNICAST:
            return False
    return found.is_global and not found.is_multicast


def pools(*, allow_private: bool, opened: Callable[[socket.socket], None]) -> PoolManager:
    """Return connection pools; `opened` is told each connection as it is made."""

    def connect(connection: HTTPConnection) -> socket.socket:
        made = _connected(connection, allow_private=allow_private)
        opened(made)
        return made

    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return connect(self)

    class Secure(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return connect(self)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    manager = PoolManager(retries=False, ssl_context=_trust())
    manager.pool_classes_by_scheme = {"http": PlainPool, "https": SecurePool}
    return manager


def _trust() -> ssl.SSLContext:
    """Return whose certificates hold: those that the system trusts."""
    context = ssl.create_default_context()
    if not context.cert_store_stats()["x509_ca"]:  # a system without a store of its own
        import certifi

        context.load_verify_locations(certifi.where())
    return context


def _connected(connection: HTTPConnection, *, allow_private: bool) -> socket.socket:
    """Look a name up, and connect to an address that it has; if any is private, to none."""
    host, limit = connection.host.strip("[]"), connection.timeout
    try:
        found = socket.getaddrinfo(host, connection.port, allowed_gai_family(), socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError) as error:
        unknown = error if isinstance(error, socket.gaierror) else socket.gaierror(str(error))
        raise NameResolutionError(host, connection, unknown) from error
    places = list(dict.fromkeys(str(info[4][0]) for info in found))
    for place in places:
        if not allow_private and not is_public(place):
            raise PrivateAddressError(host, place)
    problem = OSError(f"{host} has no address")
    for place in places:
        try:
            return create_connection((place, connection.port), limit)
        except OSError as error:
            problem = error
    raise problem
