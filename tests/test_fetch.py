"""Fetching: what is asked of a server and how, what of its answers is read, and every refusal."""

from __future__ import annotations

import gzip
import json
import os
import socket
import threading
from contextlib import contextmanager
from functools import partial
from itertools import count
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from papers import FERRY, PAGE, SAFE
from serving import Handler, serving
from small import SmallEncoder

from summarize.cli import main
from summarize.errors import NothingToSummarizeError, SourceError, UsageError
from summarize.options import fetching
from summarize.read import read
from summarize.web import client as client_
from summarize.web import visit
from summarize.web.address import is_public
from summarize.web.client import Client
from summarize.web.feed import entries, is_feed
from summarize.web.header import asked_for, leads_to, typed
from summarize.web.kept import Answer, folder, keep, recall
from summarize.web.place import checked
from summarize.web.sites import Sites
from summarize.web.wishes import Web

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from summarize.records import Reading

TEXT = f"{FERRY}\n\n{SAFE}"


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZE_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(client_.time, "sleep", lambda _: None)


def fetch(*urls: str, **wishes: object) -> Reading:
    return read(urls, Web(**({"allow_private": True} | wishes)))  # type: ignore[arg-type]


def refusal(url: str, **wishes: object) -> str:
    with pytest.raises(SourceError) as caught:
        fetch(url, **wishes)
    return str(caught.value)


def why(url: str, **settings: object) -> str:
    """Why a client with these settings does not fetch an address, which the reason begins with."""
    with pytest.raises(SourceError) as caught:
        Client(**({"allow_private": True} | settings)).get(url)  # type: ignore[arg-type]
    assert str(caught.value).startswith(f"{url} ")
    return str(caught.value).removeprefix(f"{url} ")


def to(place: str, status: int = 302) -> Callable[[Handler], None]:
    return lambda handler: handler.answer(status, Location=place)


def test_an_address_is_an_article_cited_by_it() -> None:
    with serving({"/a": PAGE}) as server:
        (article,) = fetch(server.at("/a"))
        assert (article.path, article.text) == (server.at("/a"), TEXT)
        assert (article.title, article.url) == ("Ferry runs aground", server.at("/a"))
        assert server.asked == ["/robots.txt", "/a"]
        assert server.heads[1]["User-Agent"].startswith("summarize/")
        assert server.heads[1]["Accept-Encoding"] == "gzip, deflate"


def test_the_number_of_a_machine_is_no_outlet() -> None:
    with serving({"/a": PAGE}) as server:
        (article,) = fetch(server.at("/a"))
        assert article.outlet is None


def test_what_is_packed_is_unpacked_and_an_encoding_in_the_head_is_believed() -> None:
    head = {"Content_Encoding": "gzip", "Content_Type": "text/html; charset=windows-1251"}
    page = "<html><body><article><p>Паром сел на мель у острова, сообщила береговая охрана.</p>"
    body = gzip.compress(page.encode("cp1251"))
    with serving({"/a": lambda handler: handler.answer(200, body, **head)}) as server:
        (article,) = fetch(server.at("/a"))
        assert article.text == "Паром сел на мель у острова, сообщила береговая охрана."


def test_redirects_are_followed_and_where_they_end_is_the_articles_address() -> None:
    with serving({"/a": to("/b"), "/b": to("/c#x", 301), "/c": PAGE}) as server:
        (article,) = fetch(server.at("/a"))
        assert (article.path, article.url) == (server.at("/a"), server.at("/c"))


def test_redirects_that_end_nowhere_are_refused() -> None:
    chain = {f"/{n}": to(f"/{n + 1}") for n in range(9)}
    with serving({"/a": to("/b"), "/b": to("/a"), **chain}) as server:
        assert why(server.at("/a")) == (
            f"leads in a circle, back to {server.at('/a')}; check the address."
        )
        assert why(server.at("/0")) == ("leads on more than 5 times; give the address it ends at.")
        assert server.pages() == ["/a", "/b", *(f"/{n}" for n in range(6))]


@pytest.mark.parametrize("place", ["file:///etc/passwd", "ftp://x.example/a", "javascript:x"])
def test_redirects_lead_to_the_web_only(place: str) -> None:
    with serving({"/a": to(place)}) as server:
        assert why(server.at("/a")) == (
            f"leads to {place}, which is no address of http or https; only these are fetched."
        )


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://x.example/a", "gopher://x/1"])
def test_addresses_are_of_the_web_only(url: str) -> None:
    with pytest.raises(SourceError) as caught:
        read(url)
    assert str(caught.value) == f"{url} is no address of http or https; only these are fetched."


@pytest.mark.parametrize(
    "url", ["http://", "http:///a", "http://x:99999/", "http://[::1/", "http://a b/"]
)
def test_addresses_that_are_none_are_refused(url: str) -> None:
    with pytest.raises(SourceError) as caught:
        read(url)
    assert str(caught.value) == f"{url} is no web address; check it."


def test_passwords_are_not_sent() -> None:
    url = "http://jane:secret@x.example/a"
    with pytest.raises(SourceError, match="holds a name or a password"):
        checked(url, url)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True), ("2606:2800:220:1::1", True), ("127.0.0.1", False),
        ("10.1.2.3", False), ("172.16.0.1", False), ("192.168.1.1", False), ("0.0.0.0", False),
        ("169.254.169.254", False), ("100.64.0.1", False), ("224.0.0.1", False),
        ("255.255.255.255", False), ("::1", False), ("::", False), ("fe80::1%eth0", False),
        ("fc00::1", False), ("::ffff:127.0.0.1", False), ("::ffff:93.184.216.34", True),
        ("2002:7f00:1::", False), ("64:ff9b::7f00:1", False), ("ff02::1", False), ("", False),
        ("fec0::1", False), ("::127.0.0.1", False), ("::ffff:0:127.0.0.1", False),
        ("64:ff9b:1::7f00:1", False), ("64:ff9b::5db8:d822", True), ("5f00::1", False),
        ("2001:db8::1", False), ("192.0.0.1", False), ("127.1", False), ("2130706433", False),
    ],
)  # fmt: skip
def test_addresses_of_ones_own_network_are_told_apart(address: str, *, public: bool) -> None:
    assert is_public(address) == public


def test_ones_own_network_is_fetched_only_when_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving({"/a": PAGE}) as server:
        url = server.at("/a")
        expected = (
            f"{url} leads to 127.0.0.1, which is no public address; give --allow-private to fetch"
            " from your own network."
        )
        with pytest.raises(SourceError) as caught:
            read(url)
        assert str(caught.value) == expected
        named = url.replace("127.0.0.1", "harbour.example")
        found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 1))]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_: found)
        assert "leads to 127.0.0.1, which is no public address" in why(named, allow_private=False)
        assert server.asked == []


def test_a_redirect_into_ones_own_network_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    public = {"127.0.0.1"}
    monkeypatch.setattr("summarize.web.address.is_public", lambda address: address in public)
    with serving({"/a": to("http://127.0.0.2:1/secret")}) as server:
        assert why(server.at("/a"), allow_private=False).startswith("leads to 127.0.0.2, which")


def test_a_name_is_connected_to_as_it_was_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up: list[str] = []
    with serving({"/a": PAGE}) as server:
        port = server.server_address[1]

        def look_up(host: str, *_: object) -> list[tuple[object, ...]]:
            looked_up.append(host)
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

        real = socket.getaddrinfo
        monkeypatch.setattr(
            socket,
            "getaddrinfo",
            lambda host, *rest: look_up(host) if host == "harbour.example" else real(host, *rest),
        )
        url = f"http://harbour.example:{port}/a"
        assert Client(allow_private=True).get(url).data == PAGE.encode()
        assert looked_up == ["harbour.example"] * 2  # once for robots.txt, once for the page
        assert server.heads[-1]["Host"] == f"harbour.example:{port}"


def test_robots_are_asked_and_obeyed() -> None:
    rules = "User-agent: *\nDisallow: /no\nAllow: /no/but*.html$\nCrawl-delay: 3\n"
    routes = {"/robots.txt": rules, "/a": PAGE, "/no/x": PAGE, "/no/but-this.html": PAGE}
    with serving({**routes, "/to": to("/no/x")}) as server:
        rests: list[float] = []
        client = Client(allow_private=True, rest=rests.append)
        for path in ("/a", "/no/but-this.html"):
            client.get(server.at(path))
        assert rests == [3.0]
        for path in ("/no/x", "/to"):
            with pytest.raises(SourceError, match=r"robots\.txt of .* asks programs not to; save"):
                client.get(server.at(path))
        assert server.asked == ["/robots.txt", "/a", "/no/but-this.html", "/to"]


def test_a_site_is_waited_for_as_long_as_its_robots_ask_and_that_is_told() -> None:
    for asked, told in ((5, 0), (30, 1), (60, 1)):
        rules = f"User-agent: *\nCrawl-delay: {asked}\n"
        time = Time()
        with serving({"/robots.txt": rules, "/a": PAGE, "/b": PAGE}) as server:
            client = time.client()
            for path in ("/a", "/b"):
                client.get(server.at(path))
            assert time.rests == [asked]
            assert time.told == [(server.at("/b"), asked)] * told


def test_a_site_that_asks_for_more_is_asked_for_one_page() -> None:
    routes = {"/robots.txt": "User-agent: *\nCrawl-delay: 600\n", "/a": PAGE, "/b": PAGE}
    time = Time()
    with serving(routes) as server:
        client = time.client()
        assert client.get(server.at("/a")).data == PAGE.encode()
        with pytest.raises(
            SourceError,
            match=r"robots\.txt of .* asks for 10 minutes between two pages, where 60 seconds are "
            r"waited; fetch it by itself, or save it from a browser\.",
        ):
            client.get(server.at("/b"))
        assert (time.rests, server.pages()) == ([], ["/a"])


def test_a_site_that_cannot_say_what_its_robots_are_is_left_alone() -> None:
    with serving({"/robots.txt": lambda handler: handler.answer(503), "/a": PAGE}) as server:
        assert "cannot say whether programs may" in why(server.at("/a"))
        assert server.pages() == []
    with serving(
        {"/robots.txt": to("/r"), "/r": "User-agent: *\nDisallow: /", "/a": PAGE}
    ) as server:
        assert "asks programs not to" in why(server.at("/a"))


def test_a_busy_server_is_asked_again_later_each_time() -> None:
    answers = iter([429, 503])

    def busy(handler: Handler) -> None:
        status = next(answers, 200)
        handler.answer(status, PAGE, **({"Retry_After": "7"} if status == 503 else {}))

    with serving({"/a": busy}) as server:
        rests: list[float] = []
        Client(allow_private=True, rest=rests.append).get(server.at("/a"))
        assert rests == [1.0, 7.0]
        assert server.pages() == ["/a"] * 3


class Time:
    """A clock that only waiting moves, and what was waited."""

    def __init__(self) -> None:
        self.now = 0.0
        self.rests: list[float] = []
        self.told: list[tuple[str, float]] = []

    def rest(self, seconds: float) -> None:
        self.rests.append(seconds)
        self.now += seconds

    def client(self) -> Client:
        told = self.told
        return Client(
            allow_private=True,
            clock=lambda: self.now,
            rest=self.rest,
            pause=lambda url, seconds: told.append((url, seconds)),
        )


def asking(*waits: object, status: int = 429) -> Callable[[Handler], None]:
    """A server that asks to wait, once for each of these, and then answers."""
    left = list(waits)

    def answer(handler: Handler) -> None:
        if left:
            handler.answer(status, Retry_After=str(left.pop(0)))
        else:
            handler.answer(200, PAGE)

    return answer


@pytest.mark.parametrize("waits", [[30], [30, 30], [60], [0, 45], [1, "Retry"]])
def test_what_a_server_asks_to_wait_is_waited(waits: list[object]) -> None:
    time = Time()
    with serving({"/robots.txt": "User-agent: *\nAllow: /", "/a": asking(*waits)}) as server:
        assert time.client().get(server.at("/a")).data == PAGE.encode()
        assert server.pages() == ["/a"] * (len(waits) + 1)
        asked = [(server.at("/a"), float(w)) for w in waits if isinstance(w, int) and w]
    assert time.told == asked  # also what is no longer than our own pause
    assert [rest for rest in time.rests if rest > 2] == [w for _, w in asked if w > 2]


def test_waiting_for_robots_does_not_shorten_the_time_of_the_page() -> None:
    time = Time()
    routes = {"/robots.txt": asking(30, status=503), "/a": asking(30)}
    with serving(routes) as server:
        assert time.client().get(server.at("/a")).data == PAGE.encode()
        places = [server.at("/robots.txt"), server.at("/a")]
    assert time.told == [(place, 30.0) for place in places]
    assert time.now == 60.0


@pytest.mark.parametrize(
    ("waits", "status", "said", "waited"),
    [
        (
            [61],
            429,
            "answers too many readers at once and asks to wait 61 seconds, where 60 seconds in all "
            "are waited; try again after that, or save it from a browser.",
            0,
        ),
        (
            [40, 40],
            503,
            "fails (status 503) and asks to wait 40 seconds, where 60 seconds in all are waited; "
            "try again after that, or save it from a browser.",
            40,
        ),
        (
            [5400],
            503,
            "fails (status 503) and asks to wait 90 minutes, where 60 seconds in all are waited; "
            "try again after that, or save it from a browser.",
            0,
        ),
        (
            [9, 9, 9],
            429,
            "answers too many readers at once and asks to wait 9 seconds; try again after that, or "
            "save it from a browser.",
            18,
        ),
    ],
)
def test_a_server_that_asks_to_wait_for_long_is_not_asked_before(
    waits: list[int], status: int, said: str, waited: float
) -> None:
    time = Time()
    with serving({"/a": asking(*waits, status=status)}) as server:
        with pytest.raises(SourceError) as caught:
            time.client().get(server.at("/a"))
        assert str(caught.value) == f"{server.at('/a')} {said}"
        assert len(server.pages()) == len(waits)
    assert time.now == waited


def test_nothing_is_hung_up_while_it_is_waited(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []

    class Timer:
        def __init__(self, seconds: float, _: object) -> None:
            assert seconds == 60.0

        def start(self) -> None:
            done.append("set")

        def cancel(self) -> None:
            done.append("stopped")

    client = Client(allow_private=True, rest=lambda seconds: done.append(f"waited {seconds:.0f}"))
    with serving({"/robots.txt": asking(), "/a": asking(30)}) as server:
        monkeypatch.setattr(visit.threading, "Timer", Timer)
        client.get(server.at("/a"))
        monkeypatch.undo()
    robots, page = done[:2], done[2:]
    assert robots == ["set", "stopped"]
    assert page == ["set", "stopped", "waited 30", "set", "stopped"]


def test_what_is_hung_up_on_was_too_late() -> None:
    alarm = visit.Alarm(60.0, lambda: None)
    alarm.stop()
    assert not alarm.rang
    alarm._ring()
    assert alarm.rang


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (404, "does not exist; check the address."),
        (410, "does not exist any more; check the address."),
        (401, "asks for a password; save it from a browser."),
        (403, "refuses programs; save it from a browser."),
        (418, "answers with status 418 and no page; save it from a browser."),
        (500, "fails (status 500); try again later."),
        (429, "answers too many readers at once; try again later."),
        (304, "answers with status 304 and no page; save it from a browser."),
    ],
)
def test_answers_without_a_page_say_what_to_do(status: int, said: str) -> None:
    with serving({"/a": lambda handler: handler.answer(status)}) as server:
        assert why(server.at("/a")) == said


def test_what_is_no_article_is_refused_by_its_type() -> None:
    head = {"Content_Type": "image/png"}
    routes = {"/a": lambda handler: handler.answer(200, b"\x89PNG", **head)}
    with serving({**routes, "/b": b"\x89PNG\r\n\x1a\n"}) as server:
        url = server.at("/a")
        assert refusal(url) == (
            f"{url} is image/png and no article; give an article's page or a feed."
        )
        assert "is a PNG image, not a web page" in refusal(server.at("/b"))


def test_a_text_on_the_web_is_a_text() -> None:
    head = {"Content_Type": "text/plain; charset=utf-8"}
    routes = {"/a.html": lambda handler: handler.answer(200, TEXT, **head)}
    with serving(routes) as server:
        (article,) = fetch(server.at("/a.html"))
        assert (article.text, article.url) == (TEXT, server.at("/a.html"))


def test_a_body_without_end_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_, "MOST_BODY", 1 << 20)
    with serving({"/a": lambda handler: handler.endless(b"<p>more" * 1000)}) as server:
        assert why(server.at("/a")) == (
            "answers with more than 1 MiB; give an article's page, or save it and give the file."
        )


def test_a_decompression_bomb_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_, "MOST_BODY", 8 << 20)
    bomb = gzip.compress(b" " * (64 << 20))
    head = {"Content_Encoding": "gzip"}
    with serving({"/a": lambda handler: handler.answer(200, bomb, **head)}) as server:
        assert why(server.at("/a")).startswith("grows without bounds when unpacked")


def test_a_slow_drip_is_cut_off() -> None:
    clock = count(0, 10)
    with serving({"/a": lambda handler: handler.endless(b"<p>more" * 1000)}) as server:
        said = why(server.at("/a"), clock=lambda: float(next(clock)))
        assert said.startswith("takes longer than 60 seconds; try again later")


def test_a_head_that_never_ends_is_cut_off() -> None:
    def drip(handler: Handler) -> None:
        while True:
            handler.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")

    with serving({"/a": drip}) as server:
        said = why(server.at("/a"), seconds=0.5, tries=1)
        assert said.startswith(("answers too slowly", "does not answer as a web server does"))


def test_what_came_before_we_hung_up_is_not_taken_for_all() -> None:
    def never_ends(handler: Handler, *begun: bytes) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"".join(begun))
        handler.rfile.read()  # until the reader hangs up

    body = b"\r\n" + PAGE.encode()
    with serving({"/head": never_ends, "/body": lambda it: never_ends(it, body)}) as server:
        for path in ("/head", "/body"):
            said = why(server.at(path), seconds=0.3)
            assert said.startswith(("takes longer than", "answers too slowly"))


def test_a_server_that_says_nothing_is_waited_for_in_vain() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/a"
        assert why(url, patience=0.05).startswith("answers too slowly")


def test_a_wrong_certificate_is_not_trusted() -> None:
    with serving({"/a": PAGE}, secure=True) as server:
        said = why(server.at("/a"))
        assert said.startswith("has a certificate that does not hold (")
        assert said.endswith("; it is not fetched, since anybody could have sent it.")
        assert server.asked == []


def test_connections_that_fail_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def cut(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "5000")
        handler.end_headers()
        handler.wfile.write(b"<p>")
        handler.connection.shutdown(socket.SHUT_RDWR)

    head = {"Content_Encoding": "gzip"}
    with serving({"/a": cut, "/b": lambda it: it.answer(200, b"no gzip", **head)}) as server:
        assert why(server.at("/a")) == "breaks off before its end; try again later."
        assert why(server.at("/b")) == "answers with a damaged body; try again later."
        closed = server.at("/a")
    assert why(closed) == "cannot be reached or hangs up; check address and network."

    def unknown(*_: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert why("http://harbour.example/a").startswith("has no host of that name, or there is no")


def test_what_did_not_change_is_not_sent_again(tmp_path: Path) -> None:
    def page(handler: Handler) -> None:
        if handler.headers.get("If-None-Match") == '"7"':
            handler.answer(304)
        else:
            handler.answer(200, PAGE, ETag='"7"', Last_Modified="Tue, 05 Mar 2024 10:00:00 GMT")

    with serving({"/a": page}) as server:
        first, second = fetch(server.at("/a")), fetch(server.at("/a"))
        assert first == second
        heads = [
            head for head, path in zip(server.heads, server.asked, strict=True) if path == "/a"
        ]
        assert "If-None-Match" not in heads[0]
        assert heads[1]["If-Modified-Since"] == "Tue, 05 Mar 2024 10:00:00 GMT"
        fetch(server.at("/a"), keep=False)
        assert "If-None-Match" not in server.heads[-1]
        assert str(folder()).startswith(str(tmp_path))


def test_what_is_kept_is_whole_and_its_own_or_not_taken(tmp_path: Path) -> None:
    home = tmp_path / "kept"
    with serving({"/a": lambda it: it.answer(200, PAGE, ETag='"7"')}) as server:
        url = server.at("/a")
        Client(allow_private=True, home=home).get(url)
        (file,) = home.iterdir()
        found = recall(home, url)
        assert found is not None
        assert found.data == PAGE.encode()
        whole = file.read_bytes()
        for damaged in (whole[:-1], whole.replace(b"Sollen", b"Follen"), b"", b"{}\n", b"[1]\nx"):
            file.write_bytes(damaged)
            assert recall(home, url) is None
        assert Client(allow_private=True, home=home).get(url).data == PAGE.encode()


def test_what_shall_not_be_stored_is_not(tmp_path: Path) -> None:
    route = {"/a": lambda it: it.answer(200, PAGE, ETag='"7"', Cache_Control="private, no-store")}
    with serving(route) as server:
        Client(allow_private=True, home=tmp_path / "kept").get(server.at("/a"))
    assert not (tmp_path / "kept").exists()


def rss(*items: str) -> str:
    inside = "".join(f"<item>{item}</item>" for item in items)
    return (
        '<?xml version="1.0"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>Harbour Post</title>{inside}</channel></rss>"
    )


def link(url: str, more: str = "") -> str:
    return f"<title>Ferry</title><link>{url}</link><guid>{url}</guid>{more}"


LONG = " ".join(f"This is sentence number {n} of a story that the feed holds." for n in range(30))


def test_a_feed_is_the_articles_that_it_leads_to() -> None:
    day = "<pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate>"
    routes: dict[str, object] = {f"/{n}": PAGE.replace("212", f"{n}12") for n in range(1, 5)}
    head = {"Content_Type": "application/rss+xml"}
    with serving({**routes}) as server:  # type: ignore[arg-type]
        feed = rss(*(link(f"/{n}", day) for n in range(1, 5)), link("/gone"))
        server.routes["/feed"] = lambda it: it.answer(200, feed, **head)
        reading = fetch(server.at("/feed"))
        assert [a.path for a in reading] == [server.at(f"/{n}") for n in range(1, 5)]
        assert {a.date for a in reading} == {"2024-03-05"}
        assert {a.outlet for a in reading} == {"Harbour Post"}
        assert [drop.item for drop in reading.drops] == [server.at("/gone")]
        two = fetch(server.at("/feed"), limit=2)
        assert [a.path for a in two] == [server.at("/1"), server.at("/2")]
        for kind in ("text/html; charset=utf-8", "text/plain"):  # as some servers call any text
            head = {"Content_Type": kind}
            server.routes["/feed"] = partial(Handler.answer, status=200, body=feed, **head)
            assert [a.path for a in fetch(server.at("/feed"), limit=2)] == [a.path for a in two]


def test_a_feed_that_holds_its_articles_is_not_fetched_from(tmp_path: Path) -> None:
    markup = f"&lt;p&gt;{LONG}&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;"
    body = f"<content:encoded>{markup}</content:encoded>"
    path = tmp_path / "feed.xml"
    path.write_text(rss(link("https://post.example/ferry", body), "<title>A teaser</title>"))
    reading = read(path)
    (article,) = reading
    assert article.path == f"{path}#https://post.example/ferry"
    assert (article.text, article.url) == (LONG, "https://post.example/ferry")
    assert [drop.reason for drop in reading.drops] == [
        f"{path}#2 is a teaser that leads nowhere; leave it out."
    ]
    assert read(article.path).articles == (article,)
    with pytest.raises(SourceError, match="does not list no-such"):
        read(f"{path}#no-such")


TOLD = (
    "A ferry with 212 people on board ran aground off the island of Sollen on Monday.",
    "Nobody was hurt, and all of the passengers were brought ashore before night fell.",
    "The cause is to be looked into, said a minister on Monday night.",
)
POST = "<p>The post <a href='x'>Ferry</a> appeared first on <a href='y'>Harbour Post</a>.</p>"


def lines_of(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


@pytest.mark.parametrize(
    ("held", "whole"),
    [
        (lines_of(*TOLD), True),
        (lines_of(*TOLD) + POST, True),
        (f"{TOLD[0]}<br><br>{TOLD[1]}<br><br>{TOLD[2]}", True),
        (lines_of(*TOLD[:2]), False),
        (lines_of(*TOLD[:2]) + POST, False),
        (lines_of(TOLD[0]), False),
    ],
)
def test_a_short_article_that_a_feed_holds_is_read_where_it_is_whole_or_else_cannot_be_had(
    tmp_path: Path, held: str, *, whole: bool
) -> None:
    path = tmp_path / "feed.xml"
    address = "http://127.0.0.1:1/ferry"
    path.write_text(rss(link(address, f"<description><![CDATA[{held}]]></description>")))
    reading = read(path)
    (article,) = reading
    assert article.path == f"{path}#{address}"
    assert article.text.startswith(TOLD[0])
    assert [str(drop.item) for drop in reading.drops] == [address] * (not whole)
    assert all(
        drop.reason.endswith(f"What {path} holds of it is read instead.") for drop in reading.drops
    )


@pytest.mark.parametrize(
    "teaser",
    [
        f"{TOLD[0][:-1]}…",
        f"{TOLD[0]} [...]",
        lines_of(*TOLD, "Continue reading Ferry runs aground."),
        lines_of(*TOLD, "Read more."),
        "Ferry runs aground",
    ],
)
def test_a_beginning_that_is_cut_off_is_no_article(tmp_path: Path, teaser: str) -> None:
    path = tmp_path / "feed.xml"
    body = f"<description><![CDATA[{teaser}]]></description>"
    path.write_text(rss(link("http://127.0.0.1:1/ferry", body)))
    with pytest.raises(SourceError) as caught:
        read(path)
    assert "is read instead" not in str(caught.value)


def test_atom_and_json_feeds_are_feeds(tmp_path: Path) -> None:
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Post</title><entry><id>a:1</id>'
        f'<title>Ferry</title><link href="https://post.example/1"/><content type="html">{LONG}'
        "</content><published>2024-03-05T10:00:00Z</published></entry></feed>"
    )
    item = {"id": "a:1", "url": "https://post.example/1", "title": "Ferry", "content_text": LONG}
    item["date_published"] = "2024-03-05T10:00:00Z"
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Harbour Post", "items": [item]}
    split = json.dumps(feed | {"user_comment": "One.\u2028Two."}, ensure_ascii=False)
    for name, text in (("a.atom", atom), ("a.json", json.dumps(feed)), ("b.json", split)):
        path = tmp_path / name
        path.write_text(text)
        (article,) = read(path)
        assert article.path == f"{path}#a:1"
        assert (article.text, article.title, article.outlet) == (LONG, "Ferry", "Harbour Post")
        assert (article.date, article.url) == ("2024-03-05", "https://post.example/1")


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Mon, 01 Jan 2024 23:30:00 -0500", "2024-01-01"),  # in Greenwich it was the second
        ("Tue, 02 Jan 2024 00:30:00 +0300", "2024-01-02"),
        ("2024-01-01T23:30:00-05:00", "2024-01-01"),
        ("Monday, January 1, 2024", None),
    ],
)
def test_an_article_of_a_feed_has_the_day_of_its_own_place(
    tmp_path: Path, written: str, day: str | None
) -> None:
    path = tmp_path / "feed.xml"
    body = f"<content:encoded>&lt;p&gt;{LONG}&lt;/p&gt;</content:encoded>"
    path.write_text(rss(link("https://post.example/1", f"{body}<pubDate>{written}</pubDate>")))
    (article,) = read(path)
    assert article.date == day


def test_feeds_tell_dates_and_authors_in_the_ways_of_their_versions() -> None:
    last = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><updated>2024-03-05T10:00:00Z</updated>'
    )
    names = 'xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    core = f"<rdf:RDF {names}><item><dc:date>2024-03-05</dc:date>"
    version = {"version": "https://jsonfeed.org/version/1.1"}
    items = (
        {
            "date_modified": "2024-03-05T10:00:00Z",
            "authors": [{"name": "Jane Roe"}, {"name": "A B"}],
        },
        {"date_published": "2024-03-05", "author": {"name": "Jane Roe"}},
        {"date_published": "2024-03-05", "author": "Jane Roe", "authors": 5},
    )
    told = [json.dumps(version | {"items": [item]}) for item in items]
    found = [entries(text, "feed")[0].given for text in (last, core, *told)]
    assert {given["date"] for given in found} == {"2024-03-05"}
    assert [given.get("byline") for given in found[2:]] == ["Jane Roe and A B", "Jane Roe", None]


def test_a_feed_in_a_language_without_blanks_may_hold_its_articles(tmp_path: Path) -> None:
    said = "船が岩に座礁したが、乗客は全員無事だった。" * 30
    path = tmp_path / "feed.xml"
    path.write_text(rss(link("http://127.0.0.1:1/", f"<description>{said}</description>")), "utf-8")
    (article,) = read(path)
    assert article.path == f"{path}#http://127.0.0.1:1/"


def test_a_feed_in_a_folder_is_not_fetched_from(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A story.")
    (tmp_path / "feed.xml").write_text(rss(link("http://127.0.0.1:1/")))
    reading = read(tmp_path)
    assert len(reading) == 1
    assert "feed.xml is no text by its name (.xml); name it outright" in reading.drops[0].reason


def test_feeds_that_list_nothing_or_too_much_are_refused() -> None:
    for empty in (rss(), "<rss>", "<rss", '{"version": "https://jsonfeed.org/version/1"}'):
        assert is_feed(empty) or empty == "<rss"
        with pytest.raises(SourceError, match="is a feed that lists nothing"):
            entries(empty, "feed")
    with pytest.raises(SourceError, match="holds more than 50000 elements, more than any feed"):
        entries("<rss><channel>" + "<b>" * 200_000, "feed")


def test_a_feed_reads_no_files_and_no_entities() -> None:
    text = rss(link("https://post.example/1")).replace(
        "<rss", '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hosts">]><rss', 1
    )
    for entry in entries(text.replace("<title>Ferry", "<title>&x;Ferry"), "feed"):
        assert "localhost" not in str(entry)


def test_wishes_without_effect_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("A story.")
    with pytest.raises(UsageError, match="--limit counts the articles of a feed, and no source"):
        read(path, Web(limit=3))
    for wish, option in ({"allow_private": True}, "--allow-private"), ({"jobs": 2}, "--jobs"):
        with pytest.raises(UsageError, match=f"{option} is for addresses, and no source is one"):
            read(path, Web(**wish))  # type: ignore[arg-type]


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every host whose name ends in `.example` is this machine."""
    real = socket.getaddrinfo

    def look_up(host: str, *rest: Any) -> Any:
        return real("127.0.0.1" if host.endswith(".example") else host, *rest)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)


@pytest.mark.usefixtures("names")
def test_hosts_are_asked_side_by_side_and_answers_keep_the_order_of_the_addresses() -> None:
    met = threading.Barrier(2, timeout=20)  # broken, if one host were asked after the other
    later = threading.Event()

    def first(handler: Handler) -> None:
        met.wait()
        assert later.wait(20)
        handler.answer(200, PAGE)

    def second(handler: Handler) -> None:
        met.wait()
        handler.answer(200, PAGE.replace("212", "312"))
        later.set()

    told: list[str] = []
    with serving({"/a": first, "/b": second, "/c": PAGE.replace("212", "412")}) as server:
        port = server.server_address[1]
        urls = [f"http://{host}.example:{port}/{host}" for host in "abc"]
        reading = fetch(urls[0], urls[1], f"{urls[2]}#x", tell=told.append, jobs=2)
        assert [article.path for article in reading] == urls
        assert sorted(told) == urls
        assert server.asked.count("/robots.txt") == 3


@pytest.mark.usefixtures("names")
def test_with_one_job_or_one_host_everything_is_asked_in_turn() -> None:
    pages = {f"/{n}": PAGE.replace("212", f"{n}12") for n in range(1, 4)}
    with serving({**pages}) as server:
        port = server.server_address[1]
        for hosts, jobs in ("aaa", 4), ("abc", 1):
            urls = [f"http://{host}.example:{port}/{n}" for n, host in enumerate(hosts, 1)]
            told: list[tuple[str, str]] = []

            def tell(url: str, told: list[tuple[str, str]] = told) -> None:
                told.append((url, threading.current_thread().name))

            assert [article.path for article in fetch(*urls, tell=tell, jobs=jobs)] == urls
            assert told == [(url, threading.main_thread().name) for url in urls]


@pytest.mark.usefixtures("names")
def test_a_host_is_never_asked_twice_at_once() -> None:
    at_work: dict[str, int] = {}
    most: list[int] = []
    lock = threading.Lock()

    def page(handler: Handler) -> None:
        host = handler.headers["Host"]
        with lock:
            at_work[host] = at_work.get(host, 0) + 1
            most.append(at_work[host])
        with lock:  # before the answer, behind which the next may ask
            at_work[host] -= 1
        if handler.path == "/to":
            handler.answer(302, Location=f"http://b.example:{handler.server.server_address[1]}/x")
        else:
            handler.answer(200, PAGE)

    with serving(dict.fromkeys(["/to", "/x", "/1", "/2", "/3"], page)) as server:
        port = server.server_address[1]
        places = ["a.example/to", "b.example/1", "b.example/2", "c.example/to", "b.example/3"]
        urls = [f"http://{place.replace('/', f':{port}/')}" for place in places]
        assert [article.path for article in fetch(*urls, jobs=4)] == urls
        assert len(most) == 7
        assert set(most) == {1}


def test_whose_turn_it_is_not_waits_and_is_not_late_for_that() -> None:
    sites, entered, clock = Sites(), threading.Event(), count(0, 10)
    waits: list[float] = []

    def visit() -> None:
        with sites.turn("https://post.example:8080/b", lambda: float(next(clock))) as waited:
            entered.set()
            waits.append(waited)

    visitor = threading.Thread(target=visit)
    with sites.turn("https://POST.example./a", lambda: 0.0) as waited:
        assert waited == 0
        visitor.start()
        assert not entered.wait(0.1)
    visitor.join(20)
    assert waits == [10.0]
    with sites.turn("https://other.example/a", lambda: 0.0):
        pass


@pytest.mark.usefixtures("names")
def test_what_a_feed_leads_to_is_fetched_side_by_side() -> None:
    met = threading.Barrier(2, timeout=20)

    def page(handler: Handler) -> None:
        met.wait()
        handler.answer(200, PAGE.replace("212", handler.path[1:]))

    head = {"Content_Type": "application/rss+xml"}
    with serving({"/1": page, "/2": page}) as server:
        urls = [f"http://{n}.example:{server.server_address[1]}/{n}" for n in (1, 2)]
        server.routes["/feed"] = lambda it: it.answer(200, rss(*map(link, urls)), **head)
        assert [article.path for article in fetch(server.at("/feed"))] == urls


def test_a_time_to_come_back_is_told_by_the_servers_own_clock() -> None:
    when = {"Date": "Tue, 05 Mar 2024 10:00:00 GMT", "Retry-After": "Tue, 05 Mar 2024 10:00:09 GMT"}
    assert asked_for(when) == 9.0
    assert asked_for(when | {"Retry-After": "Wed, 06 Mar 2024 10:00:09 GMT"}) == 86409.0
    assert asked_for(when | {"Retry-After": "Mon, 04 Mar 2024 10:00:09 GMT"}) == 0.0
    assert asked_for(when | {"Retry-After": "soon"}) == 0.0
    assert asked_for(when | {"Date": "never"}) == 0.0
    assert asked_for({}) == 0.0


def test_where_an_answer_leads_is_told_by_its_status_and_its_place() -> None:
    here = "https://post.example/a/b"
    assert leads_to(308, {"Location": "../c"}, here) == "https://post.example/c"
    assert leads_to(303, {}, here) is None
    assert leads_to(304, {"Location": "/c"}, here) is None


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Text/HTML; Charset='windows-1251'", ("text/html", "windows-1251")),
        ('text/html;level=1; charset="utf-8"', ("text/html", "utf-8")),
        ("text/html; charset=", ("text/html", None)),
        ("", ("", None)),
    ],
)
def test_a_content_type_tells_its_charset(written: str, said: tuple[str, str | None]) -> None:
    assert typed(written) == said


def test_defaults_may_have_no_effect(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from summarize import pipeline

    monkeypatch.setattr(pipeline, "_encoder", lambda _: SmallEncoder())
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    wishes = {"jobs": 2, "limit": 3, "text_column": "body"}
    given = CliRunner().invoke(main, [str(path)], default_map={"brief": wishes})
    assert given.exit_code == 0, given.stderr
    assert len(read(path, Web(jobs=2, limit=3, idle=frozenset({"jobs", "limit"})))) == 1


def test_one_address_among_others_may_fail() -> None:
    with serving({"/a": PAGE}) as server:
        reading = fetch(server.at("/gone"), server.at("/a"))
        assert [article.path for article in reading] == [server.at("/a")]
        assert [drop.item for drop in reading.drops] == [server.at("/gone")]
        with pytest.raises(NothingToSummarizeError, match="does not exist"):
            fetch(server.at("/gone"), server.at("/gone2"))


def test_the_command_makes_a_brief_of_addresses_that_verifies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from summarize import pipeline

    monkeypatch.setattr(pipeline, "_encoder", lambda _: SmallEncoder())
    with serving({"/a": PAGE}) as server:
        out = tmp_path / "brief.json"
        result = CliRunner().invoke(main, [server.at("/a"), "--allow-private", "-o", str(out)])
        assert result.exit_code == 0, result.stderr
        (source,) = json.loads(out.read_text())["sources"]
        assert (source["path"], source["url"]) == (server.at("/a"), server.at("/a"))
        result = CliRunner().invoke(main, [server.at("/a"), "--allow-private"])
        assert "fetching" not in result.stderr
        watched = SimpleNamespace(stderr=SimpleNamespace(isatty=lambda: True))
        monkeypatch.setattr(fetching, "sys", watched)
        result = CliRunner().invoke(main, [server.at("/a"), "--allow-private", "--jobs", "2"])
        assert result.stderr.count(f"fetching {server.at('/a')}\n") == 1
        for quiet in ([], ["-q"]):
            for wait, words in ((30, "30 seconds"), (1, "a second")):
                server.routes["/a"] = asking(wait)
                args = [server.at("/a"), "--allow-private", "--no-cache", *quiet]
                told = f"{server.at('/a')} is asked in {words}, since its site asks to wait.\n"
                assert (told in CliRunner().invoke(main, args).stderr) is (not quiet)
        result = CliRunner().invoke(main, [server.at("/a"), "--allow-private", "-q"])
        assert result.stderr == ""
        result = CliRunner().invoke(main, [server.at("/a")])
        assert result.exit_code != 0
        assert "give --allow-private to fetch" in result.stderr


def test_of_what_is_kept_the_oldest_go_where_it_is_too_many_or_too_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kept(most_files: int, most_bytes: int) -> list[str]:
        for old in tmp_path.iterdir():
            old.unlink()
        monkeypatch.setattr("summarize.web.kept.MOST_FILES", most_files)
        monkeypatch.setattr("summarize.web.kept.MOST_BYTES", most_bytes)
        for second, url in enumerate("abc"):
            before = set(tmp_path.iterdir())
            keep(tmp_path, url, Answer(url, "text/html", None, None, None, b"x"))
            (new,) = set(tmp_path.iterdir()) - before
            os.utime(new, (second, second))
        return [url for url in "abc" if recall(tmp_path, url)]

    assert kept(9, 1 << 20) == ["a", "b", "c"]
    size = sum(file.stat().st_size for file in tmp_path.iterdir())
    assert kept(3, size) == ["a", "b", "c"]
    assert kept(2, size) == ["b", "c"]
    assert kept(3, size - 1) == ["b", "c"]
    assert kept(3, 2 * size // 3 - 1) == ["c"]
    # Several go at once where one that is kept is as large as they are.
    assert kept(9, size) == ["a", "b", "c"]
    keep(tmp_path, "d", Answer("d", "text/html", None, None, None, b"x" * (size // 2)))
    assert [url for url in "abcd" if recall(tmp_path, url)] == ["d"]


def test_what_is_kept_of_one_address_is_not_taken_for_another(tmp_path: Path) -> None:
    keep(tmp_path, "a", Answer("a", "text/html", None, None, None, b"x"))
    (file,) = tmp_path.iterdir()
    keep(tmp_path, "b", Answer("b", "text/html", None, None, None, b"y"))
    (other,) = set(tmp_path.iterdir()) - {file}
    other.write_bytes(file.read_bytes())
    assert recall(tmp_path, "a") is not None
    assert recall(tmp_path, "b") is None


def test_the_time_until_a_host_is_free_is_not_an_address_s_own() -> None:
    now = [0.0]

    class Busy(Sites):
        @contextmanager
        def turn(self, url: str, clock: Callable[[], float]) -> Iterator[float]:
            start = clock()
            now[0] += 100
            yield clock() - start

    with serving({"/a": PAGE}) as server:
        mine = {"allow_private": True, "clock": lambda: now[0]}
        assert Client(**mine, sites=Busy()).get(server.at("/a")).data == PAGE.encode()
