"""Files on the web that hold several articles: tables, crawls, archives; packed, or badly named."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from papers import FERRY, PAGE, SAFE, packed
from serving import Handler, serving
from small import SmallEncoder
from test_crawls import HOME, crawl
from test_fetch import fetch, refusal
from test_tables import HEAD, ROWS, sheet, stored

from summarize.cli import main
from summarize.errors import UsageError
from summarize.formats import separated, warc
from summarize.formats.columns import Columns
from summarize.read import read
from summarize.web import client as client_
from summarize.web.kept import folder
from summarize.web.wishes import Web

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CSV = sheet([HEAD, *ROWS])
TSV = sheet([HEAD, *ROWS], "\t")
PARQUET = stored(text=[row[2] for row in ROWS], title=[row[1] for row in ROWS])
CRAWL = crawl((HOME, PAGE, {}), whole=False)


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZE_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(client_.time, "sleep", lambda _: None)


def sends(body: str | bytes, kind: str, **head: str) -> Callable[[Handler], None]:
    return lambda handler: handler.answer(200, body, Content_Type=kind, **head)


@pytest.mark.parametrize(
    ("path", "body", "kind"),
    [
        ("/a.csv", CSV, "text/csv; charset=utf-8"),
        ("/export?as=table", CSV, "text/csv"),
        ("/a.csv", CSV, "text/plain; charset=utf-8"),
        ("/a.csv", CSV, "application/octet-stream"),
        ("/a.tsv", TSV, "text/tab-separated-values"),
        ("/a.csv.gz", gzip.compress(CSV.encode()), "application/gzip"),
        ("/a.csv.gz", gzip.compress(CSV.encode()), "text/csv; charset=utf-8"),
        ("/a.csv.gz?v=2", gzip.compress(CSV.encode()), "application/octet-stream"),
        ("/a.parquet", PARQUET, "application/vnd.apache.parquet"),
        ("/a.parquet", PARQUET, "binary/octet-stream"),
        ("/download/7", PARQUET, "application/octet-stream"),
    ],
)
def test_a_table_is_an_article_a_row_cited_by_address_and_row(
    path: str, body: str | bytes, kind: str
) -> None:
    with serving({path: sends(body, kind)}) as server:
        url = server.at(path)
        told = fetch(url).articles
        assert [article.text for article in told] == [f"{FERRY}\n\n{SAFE}", SAFE]
        assert told[0].title == "Ferry runs aground"
        assert all(article.path.startswith(f"{url}#") for article in told)
        assert fetch(told[1].path).articles == (told[1],)
        assert "no row 9" in refusal(f"{url}#9")


def test_a_row_has_the_address_that_the_table_gives_it_and_no_other() -> None:
    with serving({"/a.csv": sends(CSV, "text/csv")}) as server:
        one, other = fetch(server.at("/a.csv")).articles
    assert (one.url, one.outlet) == ("https://post.example/ferry", "Harbour Post")
    assert (other.url, other.outlet) == (None, None)


def test_a_packed_answer_and_an_encoding_in_its_head_are_undone() -> None:
    text = "Der Bürgermeister von Söllen sagte am Montag, die Brücke über den Fluß sei zu."
    body = gzip.compress(sheet([["text"], [text]]).encode("iso-8859-1"))
    head = sends(body, "text/csv; charset=iso-8859-1", Content_Encoding="gzip")
    with serving({"/a.csv": head, "/a.csv.gz": head}) as server:
        for path in ("/a.csv", "/a.csv.gz"):
            (article,) = fetch(server.at(path)).articles
            assert article.text == text


def test_where_an_address_leads_may_have_no_name() -> None:
    routes = {
        "/a.csv": lambda handler: handler.answer(302, Location="/blob/7"),
        "/blob/7": sends(CSV, "application/octet-stream"),
    }
    with serving(routes) as server:
        assert len(fetch(server.at("/a.csv"))) == 2


@pytest.mark.parametrize(
    ("path", "body", "kind"),
    [
        ("/a.warc", CRAWL, "application/warc"),
        ("/a.warc.gz", crawl((HOME, PAGE, {})), "application/gzip"),
        ("/a.warc.gz", crawl((HOME, PAGE, {})), "application/octet-stream"),
        ("/crawls/7", CRAWL, "application/octet-stream"),
    ],
)
def test_a_crawl_is_an_article_a_page(path: str, body: bytes, kind: str) -> None:
    with serving({path: sends(body, kind)}) as server:
        (article,) = fetch(server.at(path)).articles
        assert (article.path, article.url) == (f"{server.at(path)}#{HOME}", HOME)
        assert (article.text, article.extracted) == (f"{FERRY}\n\n{SAFE}", True)


@pytest.mark.parametrize("kind", ["application/zip", "application/octet-stream"])
def test_an_archive_is_the_articles_of_its_files(kind: str) -> None:
    body = packed({"in/a.html": PAGE, "b.txt": SAFE, "c.csv": CSV, "../d.txt": SAFE, "e.exe": "x"})
    with serving({"/a.zip": sends(body, kind)}) as server:
        url = server.at("/a.zip")
        reading = fetch(url)
        names = ["b.txt", "c.csv#1", "c.csv#2", "in/a.html"]
        assert [article.path for article in reading] == [f"{url}#{name}" for name in names]
        assert [str(drop.item) for drop in reading.drops] == [f"{url}#../d.txt", f"{url}#e.exe"]
        (page,) = fetch(f"{url}#in/a.html").articles
        assert (page.title, page.extracted, page.url) == ("Ferry runs aground", True, None)


def test_columns_are_named_for_tables_on_the_web(monkeypatch: pytest.MonkeyPatch) -> None:
    from summarize import pipeline

    monkeypatch.setattr(pipeline, "_encoder", lambda _: SmallEncoder())
    rows = sheet([["a", "b"], ["Ferry runs aground", f"{FERRY} {SAFE}"]])
    with serving({"/x": sends(rows, "text/csv"), "/p": PAGE}) as server:
        asked = [server.at("/x"), "--allow-private", "--no-cache", "--format", "json"]
        result = CliRunner().invoke(main, [*asked, "--text-column", "b", "--title-column", "a"])
        assert result.exit_code == 0, result.stderr
        (source,) = json.loads(result.stdout)["sources"]
        assert (source["path"], source["title"]) == (f"{server.at('/x')}#1", "Ferry runs aground")
        assert "name one with --text-column." in refusal(server.at("/x"))
        with pytest.raises(UsageError, match="--text-column is for tables"):
            read(server.at("/p"), Web(allow_private=True), Columns(text="b"))


def test_files_without_bounds_or_damaged_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = gzip.compress(b"text\n" + b"a" * (32 << 20))
    routes = {
        "/bomb.csv.gz": sends(bomb, "application/gzip"),
        "/bomb.warc.gz": sends(bomb, "application/gzip"),
        "/cut.csv.gz": sends(gzip.compress(CSV.encode())[:-12], "application/gzip"),
        "/a.parquet": sends(PARQUET[:-9], "application/octet-stream"),
        "/a.zip": sends(packed({"a.txt": SAFE})[:40], "application/zip"),
        "/long.csv": lambda handler: handler.endless(b"a,b\n" * 1000, Content_Type="text/csv"),
        "/none.csv": sends("", "text/csv"),
    }
    monkeypatch.setattr(separated, "MOST_BYTES", 8 << 20)
    monkeypatch.setattr(warc, "MOST_UNPACKED", 8 << 20)
    with serving(routes) as server:
        at = server.at
        many = "holds more than 8 MiB once unpacked; keep the"
        assert refusal(at("/bomb.csv.gz")).endswith(f"{many} rows of one story.")
        assert refusal(at("/bomb.warc.gz")).endswith(f"{many} pages of one story.")
        assert refusal(at("/cut.csv.gz")).endswith(
            "is a packed file that is damaged; fetch it anew."
        )
        assert "is a Parquet file that is damaged" in refusal(at("/a.parquet"))
        assert "is a ZIP archive that is damaged" in refusal(at("/a.zip"))
        assert at("/none.csv") in refusal(at("/none.csv"))
        monkeypatch.setattr(client_, "MOST_BODY", 1 << 20)
        assert "answers with more than 1 MiB" in refusal(at("/long.csv"))


def test_what_a_feed_leads_to_is_one_article() -> None:
    feed = (
        '<rss version="2.0"><channel><title>Post</title><item><title>A table</title>'
        "<link>{}</link></item></channel></rss>"
    )
    with serving({"/a.csv": sends(CSV, "text/csv")}) as server:
        listed = feed.format(server.at("/a.csv"))
        server.routes["/feed"] = sends(listed, "application/rss+xml")
        assert "may hold several articles; name it as a source of its own." in refusal(
            server.at("/feed")
        )


def test_a_packed_table_is_read_from_a_file_too(tmp_path: Path) -> None:
    for name, body in {"a.csv.gz": CSV, "b.tsv.gz": TSV}.items():
        (tmp_path / name).write_bytes(gzip.compress(body.encode()))
    told = read(tmp_path)
    assert [article.path.removeprefix(f"{tmp_path}/") for article in told] == [
        "a.csv.gz#1", "a.csv.gz#2", "b.tsv.gz#1", "b.tsv.gz#2",
    ]  # fmt: skip
    (row,) = read(f"{tmp_path}/a.csv.gz#2").articles
    assert row.text == SAFE


def test_a_pile_and_a_proof_are_fetched_as_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("summarize.models.load", lambda _name: SmallEncoder())
    run = CliRunner().invoke
    items = "".join(f"<item><title>{n}</title><link>/{n}</link></item>" for n in "ab")
    feed = f'<rss version="2.0"><channel><title>Bay</title>{items}</channel></rss>'
    with serving({"/a": PAGE, "/b": PAGE, "/feed": sends(feed, "application/rss+xml")}) as server:
        private = [server.at("/feed"), "--allow-private", "--no-cache"]
        result = run(main, ["group", *private])
        assert (result.exit_code, result.stdout.split("\t")[:2]) == (0, ["1", "2"]), result.stderr
        result = run(main, ["group", *private, "--limit", "1"])
        assert (result.exit_code, result.stdout.split("\t")[:2]) == (0, ["1", "1"])
        brief = tmp_path / "brief.json"
        run(main, [server.at("/a"), *private[1:], "-o", str(brief)])
        result = run(main, ["verify", str(brief), *private[1:]])
        assert result.exit_code == 0, result.stdout
        assert not folder().exists()  # of what is fetched, nothing is kept
        result = run(main, ["verify", str(brief)])
        assert (result.exit_code, "give --allow-private" in result.stderr) == (1, True)
    for command in (["group", "."], ["verify", str(brief), "."]):
        (tmp_path / "a.txt").write_text(f"{FERRY} {SAFE}", "utf-8")
        command[-1] = str(tmp_path / "a.txt")
        result = run(main, [*command, "--limit", "3"])
        assert (result.exit_code, "--limit counts" in result.stderr) == (2, True)
