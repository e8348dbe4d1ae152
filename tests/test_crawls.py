"""Archives of the web (WARC): an article a page that was fetched, and every refusal's prose."""

from __future__ import annotations

import gzip
import io
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from files import refusal, write
from hypothesis import given, settings
from hypothesis import strategies as st
from papers import FERRY, PAGE, SAFE, packed

from summarize.errors import SourceError
from summarize.formats import warc
from summarize.read import read

if TYPE_CHECKING:
    from pathlib import Path

HOME = "https://post.example/ferry?page=1"


def crawl(
    *answers: tuple[str, str | bytes, dict[str, str]], status: str = "200 OK", whole: bool = True
) -> bytes:
    """An archive of answers: address, body, and heads besides that of HTML; packed or plain."""
    records = [("warcinfo", "", b"software: a test\r\n")]
    for url, body, more in answers:
        data = body.encode() if isinstance(body, str) else body
        head = {"Content-Type": "text/html; charset=utf-8"} | more
        lines = [f"HTTP/1.1 {status}", *(f"{key}: {value}" for key, value in head.items())]
        records.append(("request", url, b"GET / HTTP/1.1\r\nHost: post.example\r\n\r\n"))
        records.append(("response", url, "\r\n".join([*lines, "", ""]).encode() + data))
    made = b""
    for kind, url, block in records:
        record = (
            f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
            f"WARC-Date: 2024-03-05T10:00:00Z\r\nContent-Length: {len(block)}\r\n\r\n"
        ).encode() + block + b"\r\n\r\n"  # fmt: skip
        made += gzip.compress(record) if whole else record
    return made


@pytest.mark.parametrize("name", ["a.warc.gz", "a.WARC", "a.warc"])
def test_a_page_that_was_fetched_is_an_article_cited_by_its_address(
    tmp_path: Path, name: str
) -> None:
    path = write(tmp_path / name, crawl((HOME, PAGE, {}), whole=name.endswith("gz")))
    reading = read(path)
    (article,) = reading.articles
    assert reading.drops == ()
    assert (article.path, article.url) == (f"{path}#{HOME}", HOME)
    assert (article.text, article.title) == (f"{FERRY}\n\n{SAFE}", "Ferry runs aground")
    assert article.extracted
    assert read(article.path).articles == (article,)
    assert "holds no page https://post.example/ that can be read" in refusal(
        f"{path}#https://post.example/"
    )


def test_what_servers_packed_and_in_which_encoding_is_undone(tmp_path: Path) -> None:
    told = "Паром сел на мель у острова, сообщила береговая охрана."
    page = f"<html><body><article><p>{told}</p></article></body></html>".encode("cp1251")
    cyrillic = {"Content-Type": "text/html; Charset=windows-1251"}
    chunk = gzip.compress(page)
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(chunk), chunk)
    both = cyrillic | {"Content-Encoding": "gzip", "Transfer-Encoding": "chunked"}
    data = crawl(
        ("https://post.example/1", page, cyrillic), ("https://post.example/2", chunked, both)
    )
    assert [article.text for article in read(write(tmp_path / "a.warc.gz", data))] == [told] * 2


def test_what_is_no_page_is_counted_and_a_page_without_text_named(tmp_path: Path) -> None:
    picture = ("https://post.example/a.png", b"\x89PNG", {"Content-Type": "image/png"})
    blank = ("https://post.example/blank", "<html><body></body></html>", {})
    twice = (HOME, PAGE.replace("212", "213"), {})
    path = write(tmp_path / "a.warc.gz", crawl((HOME, PAGE, {}), picture, blank, twice))
    reading = read(path)
    assert [article.text[:24] for article in reading] == ["A ferry with 212 people "]
    reasons = [drop.reason for drop in reading.drops]
    assert reasons[0].startswith(f"{path}#https://post.example/blank is a page without text for")
    assert reasons[1:] == [
        f"What is no page in {path} is passed over (1 of its answers).",
        f"{path}#{HOME} is named twice; it is read once.",
    ]
    gone = write(tmp_path / "b.warc", crawl((HOME, PAGE, {}), status="404 Not Found"))
    assert refusal(gone) == f"{gone} holds no page that can be read as an article; leave it out."


def test_an_archive_of_the_web_in_an_archive_and_from_standard_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = crawl((HOME, PAGE, {}), whole=False)
    path = write(tmp_path / "a.zip", packed({"in/a.warc": data, "b.txt": SAFE}))
    found = [article.path for article in read(path)]
    assert found == [f"{path}#b.txt", f"{path}#in/a.warc#{HOME}"]
    assert len(read(found[1])) == 1
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert [article.path for article in read("-")] == [f"-#{HOME}"]


def test_archives_that_are_none_or_without_bounds_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = crawl((HOME, PAGE, {}))
    path = write(tmp_path / "a.warc.gz", whole[:-30])
    assert refusal(path) == f"{path} is a packed file that is damaged; fetch it anew."
    assert refusal(write(path, "no archive")).endswith(
        "is an archive of the web that is damaged; fetch it anew."
    )
    short = crawl((HOME, PAGE, {}), whole=False).replace(b"Content-Length: ", b"Content-Length: 1")
    with suppress(SourceError):
        read(write(path, short))
    assert capsys.readouterr() == ("", "")
    write(path, whole)
    with monkeypatch.context() as small:
        small.setattr(warc, "MOST_PAGES", 0)
        assert refusal(path) == f"{path} holds more than 0 pages; keep those of a story."
    monkeypatch.setitem(sys.modules, "warcio.archiveiterator", None)
    assert refusal(path) == (
        f"{path} is an archive of the web; to read it, pip install 'summarize[warc]'."
    )


def test_an_archive_made_to_exhaust_is_cut_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warc, "MOST_UNPACKED", 8 << 20)
    path = write(tmp_path / "a.warc.gz", gzip.compress(b"WARC/1.0\r\n" + b"a" * (32 << 20)))
    assert refusal(path) == (
        f"{path} holds more than 8 MiB once unpacked; keep the pages of one story."
    )
    monkeypatch.setattr(warc, "_MOST_PAGE", 1 << 20)
    bomb = gzip.compress(b" " * (32 << 20))
    packed_ = {"Content-Encoding": "gzip"}
    path = write(path, crawl((HOME, bomb, packed_)))
    assert "is larger than 1 MiB, more than any page" in refusal(path)


@given(st.binary(max_size=60), st.integers(0, 900))
@settings(deadline=None, max_examples=60)
def test_any_damage_to_an_archive_is_refused_or_harmless(noise: bytes, at: int) -> None:
    data = crawl((HOME, PAGE, {}), whole=False)
    with suppress(SourceError):
        found, _ = warc.warc(data[:at] + noise + data[at + len(noise) :], "a.warc")
        assert all(document.text for document in found)
