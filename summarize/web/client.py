"""client: one polite client for pages and feeds.

It asks robots.txt first, takes what it kept where the server says that it is unchanged, tries again
where a server is busy, when that asks it to, and stops whatever is too long, too slow, or leads
nowhere.
"""

from __future__ import annotations

import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from summarize import __version__
from summarize.errors import SourceError
from summarize.web.header import asked_for, conditions, leads_to, typed
from summarize.web.kept import Answer, keep, recall
from summarize.web.place import checked
from summarize.web.prose import is_private, refused, told, too_slow
from summarize.web.sites import Sites
from summarize.web.visit import MOST_WAIT, Alarm, Visit

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from urllib3 import BaseHTTPResponse, PoolManager

AGENT = f"summarize/{__version__}"
MOST_BODY = 20 << 20
MOST_HOPS = 5
_BUSY = frozenset({429, 500, 502, 503, 504})
_PIECE = 1 << 16
_TOLD = 5.0  # seconds between two pages of a site; who waits longer is told why


@dataclass(slots=True)
class Client:
    """Fetches one address after the other; `home` is where answers are kept, if anywhere.

    Clients that go side by side share their `sites`. `pause` is told which address asks to wait
    and for how many seconds. `clock` and `rest` are the time and the waiting, for tests that need
    neither.
    """

    allow_private: bool = False
    home: Path | None = None
    seconds: float = 60.0  # for one address, all told but what is waited
    patience: float = 15.0  # for a server to say anything
    tries: int = 3
    pause: Callable[[str, float], None] = field(default=lambda *_: None)
    clock: Callable[[], float] = time.monotonic
    rest: Callable[[float], None] = field(default_factory=lambda: time.sleep)
    sites: Sites = field(default_factory=Sites)
    _sockets: list[socket.socket] = field(default_factory=list)
    _pools: PoolManager | None = None

    def get(self, url: str) -> Answer:
        """Return what an address answers, after redirects.

        Raises:
            SourceError: it may not be fetched, cannot be, or answers with what no article is.
        """
        here = checked(url, url)
        seen = [here]
        visit = Visit(url, self.clock() + self.seconds)
        while True:
            with self.sites.turn(here, self.clock) as waited:
                visit.deadline += waited
                self._permitted(here, visit)
                answer = self._asked(here, visit)
            if isinstance(answer, Answer):
                return answer
            here = answer
            if here in seen:
                raise SourceError(f"{url} leads in a circle, back to {here}; check the address.")
            seen.append(here)
            if len(seen) > MOST_HOPS + 1:
                raise SourceError(
                    f"{url} leads on more than {MOST_HOPS} times; give the address it ends at."
                )

    def _permitted(self, here: str, visit: Visit) -> None:
        """Ask the site's robots.txt, and wait as long as it wishes between two pages.

        Raises:
            SourceError: it asks not to fetch the page, or to wait longer than is waited.
        """
        from summarize.web.robots import rules

        parts = urlsplit(here)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self.sites.rules:
            self.sites.rules[site] = rules(self, site, visit)
        wishes = self.sites.rules[site]
        if not wishes.can_fetch(here, AGENT):
            raise SourceError(
                f"{visit.url} is not fetched, since robots.txt of {parts.netloc} asks programs "
                "not to; save the page from a browser."
            )
        if site in self.sites.visited:
            wish = float(wishes.crawl_delay(AGENT) or 0.5)
            if wish > MOST_WAIT:
                raise too_slow(visit, parts.netloc, wish)
            if wish > _TOLD:
                self.pause(here, wish)
            self._wait(wish, visit)
        self.sites.visited.add(site)

    def _asked(self, here: str, visit: Visit) -> Answer | str:
        """Return the answer of one address, or where it leads."""
        known = recall(self.home, here) if self.home else None
        with self.asked(here, visit, conditions(known)) as response:
            status, head = response.status, response.headers
            if status == 304 and known:
                return known
            if place := leads_to(status, head, here):
                return checked(place, visit.url)
            if status != 200:
                raise refused(visit, status, asked_for(head))
            kind, charset = typed(head.get("Content-Type") or "")
            answer = Answer(
                url=here,
                kind=kind,
                charset=charset,
                etag=head.get("ETag"),
                modified=head.get("Last-Modified"),
                data=b"".join(self.pieces(response, visit)),
            )
            if self.home and "no-store" not in head.get("Cache-Control", ""):
                keep(self.home, here, answer)
            return answer

    @contextmanager
    def asked(self, here: str, visit: Visit, head: dict[str, str]) -> Iterator[BaseHTTPResponse]:
        """Give an answer whose body is not read yet, after as many tries as it takes.

        Raises:
            SourceError: there is none.
        """
        from urllib3.exceptions import HTTPError

        head = {"User-Agent": AGENT, "Accept-Encoding": "gzip, deflate"} | head
        alarm = Alarm(self.seconds, self._hang_up)
        try:
            response = self._tried(here, head, visit, alarm)
            try:
                yield response
            finally:
                response.close()
        except (HTTPError, OSError, ValueError) as error:
            late = self.clock() > visit.deadline or alarm.rang
            raise told(visit.url, error, late=late) from error
        finally:
            alarm.stop()
            self._sockets.clear()

    def _tried(
        self, here: str, head: dict[str, str], visit: Visit, alarm: Alarm
    ) -> BaseHTTPResponse:
        """Ask for a page till it answers, `tries` times at most, with longer and longer pauses.

        A server that is busy is asked again when it wishes, unless that is longer than is waited.
        """
        from urllib3 import Timeout
        from urllib3.exceptions import NewConnectionError, ProtocolError

        from summarize.web.address import pools

        if self._pools is None:
            self._pools = pools(allow_private=self.allow_private, opened=self._sockets.append)
        limit = Timeout(connect=self.patience, read=self.patience)
        for number in range(1, self.tries + 1):
            pause, wish = 0.5 * 2**number, 0.0
            try:
                response = self._pools.request(
                    "GET", here, headers=head, redirect=False, preload_content=False, timeout=limit
                )
            except (NewConnectionError, ProtocolError) as error:
                if number == self.tries or self.clock() > visit.deadline or is_private(error):
                    raise
            else:
                wish = asked_for(response.headers)
                last = number == self.tries or self.clock() > visit.deadline
                if response.status not in _BUSY or last or wish > visit.waits:
                    return response
                response.close()
            if wish:
                self.pause(here, max(pause, wish))
            visit.waits -= wish
            alarm.stop()
            self._wait(max(pause, wish), visit)
            alarm.set()
        raise AssertionError("the last try returns or raises")

    def _wait(self, seconds: float, visit: Visit) -> None:
        """Wait, and give an address as much longer."""
        start = self.clock()
        self.rest(seconds)
        visit.deadline += self.clock() - start

    def pieces(self, response: BaseHTTPResponse, visit: Visit) -> Iterator[bytes]:
        """Give a body piece by piece.

        Raises:
            SourceError: it is too long, a bomb, or comes too slowly.
        """
        total = 0
        while piece := response.read(_PIECE, decode_content=True):
            total += len(piece)
            if total > MOST_BODY:
                if total > 50 * max(1, response.tell()):
                    raise SourceError(
                        f"{visit.url} grows without bounds when unpacked, as answers do that are "
                        "made to fill a memory; leave it out."
                    )
                raise SourceError(
                    f"{visit.url} answers with more than {MOST_BODY >> 20} MiB; give an article's "
                    "page, or save it and give the file."
                )
            self._in_time(visit)
            yield piece
        self._in_time(visit)  # we hung up ourselves, and what came is not all

    def _in_time(self, visit: Visit) -> None:
        if self.clock() > visit.deadline:
            raise SourceError(
                f"{visit.url} takes longer than {self.seconds:.0f} seconds; try again later, or "
                "save the page from a browser."
            )

    def _hang_up(self) -> None:
        import socket

        for one in self._sockets:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
