"""A real web server on loopback, for as long as a test runs."""

from __future__ import annotations

import ssl
import threading
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Route = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers what the routes of its server say, and writes down what was asked."""

    server: Server

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.server.heads.append(dict(self.headers))
        route = self.server.routes.get(self.path)
        with suppress(OSError):  # the reader hangs up, which is what some tests are about
            if route is None:
                self.answer(404)
            elif callable(route):
                route(self)
            else:
                self.answer(200, route)

    def answer(self, status: int, body: str | bytes = b"", **head: str) -> None:
        data = body.encode() if isinstance(body, str) else body
        self.send_response(status)
        head = {"Content_Type": "text/html; charset=utf-8", "Content_Length": str(len(data))} | head
        for key, value in head.items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def endless(self, piece: bytes, **head: str) -> None:
        """Answer with a body that never ends."""
        self.send_response(200)
        for key, value in ({"Content_Type": "text/html"} | head).items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        while True:
            self.wfile.write(piece)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        pass


class Server(ThreadingHTTPServer):
    """A server with its routes, and what it was asked for."""

    daemon_threads = True

    def __init__(self, routes: dict[str, str | bytes | Route]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.routes = routes
        self.asked: list[str] = []
        self.heads: list[dict[str, str]] = []
        self.scheme = "http"

    def at(self, path: str) -> str:
        return f"{self.scheme}://127.0.0.1:{self.server_address[1]}{path}"

    def pages(self) -> list[str]:
        """What was asked for besides robots.txt."""
        return [path for path in self.asked if path != "/robots.txt"]

    def handle_error(self, request: object, client_address: object) -> None:
        pass


@contextmanager
def serving(routes: dict[str, str | bytes | Route], *, secure: bool = False) -> Iterator[Server]:
    server = Server(routes)
    if secure:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(Path(__file__).parent / "certificate.pem")
        server.socket = context.wrap_socket(server.socket, server_side=True)
        server.scheme = "https"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
