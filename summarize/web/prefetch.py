"""prefetch: readers that fetch ahead, each at a host of its own; answers are taken in order."""

from __future__ import annotations

from collections import deque
from concurrent.futures import Future
from threading import Lock, Thread
from typing import TYPE_CHECKING

from summarize.web.sites import host

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from summarize.web.kept import Answer

    Get = Callable[[str], Answer]
    Order = tuple[str, Future[Answer]]


class Prefetch:
    """Up to `jobs` readers; `reader` makes one, which goes through the addresses of one host."""

    def __init__(self, jobs: int, reader: Callable[[], Get]) -> None:
        self._jobs = jobs
        self._reader = reader
        self._own: Get | None = None
        self._lock = Lock()
        self._busy = 0
        self._waiting: deque[list[Order]] = deque()
        self._coming: dict[str, Future[Answer]] = {}

    def ahead(self, urls: Iterable[str]) -> None:
        """Begin to fetch what will be asked for, where there is more than one host to ask."""
        queues: dict[str, list[Order]] = {}
        for url in dict.fromkeys(urls):
            if url not in self._coming:
                queues.setdefault(host(url), []).append((url, Future()))
        if self._jobs < 2 or len(queues) < 2:
            return
        with self._lock:
            for queue in queues.values():
                self._coming.update(queue)
                self._waiting.append(queue)
            more = min(self._jobs - self._busy, len(queues))
            self._busy += more
        for _ in range(more):
            # Not a pool, which would wait at the end of the program for what nobody wants any more.
            Thread(target=self._read, args=(self._reader(),), daemon=True).start()

    def get(self, url: str) -> Answer:
        """Return what an address answers, as soon as it does.

        Raises:
            SourceError: it may not be fetched, cannot be, or answers with what no article is.
        """
        coming = self._coming.pop(url, None)
        if coming is not None:
            return coming.result()
        self._own = self._own or self._reader()
        return self._own(url)

    def _read(self, get: Get) -> None:
        while True:
            with self._lock:
                if not self._waiting:
                    self._busy -= 1
                    return
                queue = self._waiting.popleft()
            for url, future in queue:
                try:
                    future.set_result(get(url))
                except BaseException as error:  # noqa: BLE001 - who asks for the answer gets it
                    future.set_exception(error)
