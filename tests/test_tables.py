"""Tables in CSV and Parquet: an article a row, what its columns hold, and every refusal's prose."""

from __future__ import annotations

import csv
import io
import json
import sys
import threading
from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner
from files import refusal, write
from hypothesis import given, settings
from hypothesis import strategies as st
from papers import FERRY, SAFE, packed
from small import SmallEncoder

from summarize.cli import main
from summarize.errors import SourceError, UsageError
from summarize.formats import columns, parquet, separated
from summarize.formats.columns import Columns
from summarize.read import read

if TYPE_CHECKING:
    from pathlib import Path

    from summarize.records import Article

HEAD = ["id", "headline", "body", "published_at", "source", "link", "author"]
ROWS = [
    ["a7", "Ferry runs aground", f"{FERRY}\n\n{SAFE}", "2024-03-05", "Harbour Post",
     "https://post.example/ferry", "Jane Roe"],
    ["a8", "", SAFE, "", "", "", ""],
]  # fmt: skip


def sheet(rows: list[list[str]], delimiter: str = ",") -> str:
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    return stream.getvalue()


def stored(**held: Any) -> bytes:
    """A Parquet file with the columns given."""
    stream = io.BytesIO()
    pq.write_table(pa.table(held), stream)
    return stream.getvalue()


def known(article: Article) -> tuple[str | None, ...]:
    return article.title, article.date, article.outlet, article.url, article.byline


def test_a_row_is_an_article_cited_by_file_and_row(tmp_path: Path) -> None:
    path = write(tmp_path / "news.csv", sheet([HEAD, *ROWS]))
    first, second = read(path)
    assert (first.path, second.path) == (f"{path}#1", f"{path}#2")
    assert (first.text, second.text) == (f"{FERRY}\n\n{SAFE}", SAFE)
    assert known(first) == (
        *("Ferry runs aground", "2024-03-05", "Harbour Post", "https://post.example/ferry"),
        "Jane Roe",
    )
    assert known(second) == (None,) * 5
    assert read(f"{path}#2").articles == (second,)
    assert refusal(f"{path}#3") == f"{path} has no row 3; it has 2, counted from 1."


@pytest.mark.parametrize(
    ("name", "delimiter", "encoding"),
    [
        *(("a.csv", mark, "utf-8") for mark in ",;\t|"),
        ("a.tsv", "\t", "utf-8-sig"), ("a.csv", ";", "cp1252"), ("A.CSV", ",", "utf-16"),
    ],
)  # fmt: skip
def test_what_separates_values_and_the_encoding_are_told(
    tmp_path: Path, name: str, delimiter: str, encoding: str
) -> None:
    text = "Die Fähre lief am Montag auf Grund, sagte die Küstenwache; verletzt wurde niemand."
    rows = [["titel", "text"], ["Fähre", text], ["Boot | Bö", f'„So“, "so"\n{text}']]
    path = write(tmp_path / name, sheet(rows, delimiter).encode(encoding))
    assert [article.text for article in read(path)] == [text, f'„So“, "so"\n{text}']


def test_columns_that_are_named_go_before_what_names_tell(tmp_path: Path) -> None:
    rows = [["text", "lede", "body", "where"], ["No.", "Ferry", SAFE, "https://post.example/1"]]
    path = write(tmp_path / "a.csv", sheet(rows))
    assert [article.text for article in read(path)] == ["No."]
    (article,) = read(path, None, Columns(text="Body", title="lede", url="where"))
    assert (article.text, article.title) == (SAFE, "Ferry")
    assert article.url == "https://post.example/1"


@pytest.mark.parametrize("part", ["text", "title", "date", "outlet", "url"])
def test_a_column_that_is_missing_is_told_with_those_there_are(tmp_path: Path, part: str) -> None:
    path = write(tmp_path / "a.csv", sheet([["id", "body", "x" * 50], ["1", SAFE, ""]]))
    with pytest.raises(SourceError) as caught:
        read(path, None, Columns(**{part: "boddy"}))
    assert str(caught.value) == (
        f"{path} has no column 'boddy'; it has id, body, {'x' * 40}…: name one of them with "
        f"--{part}-column."
    )


def test_a_table_without_a_column_of_texts_asks_for_one(tmp_path: Path) -> None:
    many = [f"c{number}" for number in range(30)]
    path = write(tmp_path / "a.csv", sheet([many, [SAFE] * 30]))
    said = refusal(path)
    assert said.startswith(f"{path} has no column whose name tells that it holds the articles'")
    assert said.endswith("it has c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, …: name one "
                         "with --text-column.")  # fmt: skip
    assert [article.text for article in read(write(path, f"whatever\n{SAFE}\n"))] == [SAFE]
    twice = write(path, sheet([["a", "a"], [SAFE, SAFE]]))
    with pytest.raises(SourceError, match="has 2 columns 'a'; rename all but one"):
        read(twice, None, Columns(text="a"))


def test_rows_that_are_no_articles_say_why(tmp_path: Path) -> None:
    rows = [["title", "text"], ["1", ""], ["2", FERRY, "and", "more"], ["3"], ["4", SAFE, "", ""]]
    path = write(tmp_path / "a.csv", sheet(rows) + "\n\n")
    reading = read(path)
    assert [article.path for article in reading] == [f"{path}#4"]
    assert {str(drop.item): drop.reason for drop in reading.drops} == {
        f"{path}#1": f"{path}#1 has no text in the column 'text'; mend or remove the row.",
        f"{path}#2": f"{path}#2 has 4 values and the head 2, as where a text with commas is not in"
        " quotation marks; mend or remove the row.",
        f"{path}#3": f"{path}#3 has no text in the column 'text'; mend or remove the row.",
    }
    assert refusal(write(path, "title,text\n")) == f"{path} has a head and no rows; leave it out."
    assert refusal(write(path, "title,text\nx,\n")).startswith(f"{path}#1 has no text")


def test_of_many_rows_without_texts_only_some_are_told(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "title,text\n" + "x,\n" * 30 + f"x,{SAFE.replace(',', '')}\n")
    drops = read(path).drops
    assert len(drops) == 21
    assert drops[-1].reason == (f"{path} has 10 more rows without an article; mend or remove them.")


def test_a_value_longer_than_the_library_likes_is_read(tmp_path: Path) -> None:
    long = f"{FERRY} " * 3000
    assert len(long) > csv.field_size_limit()
    before = csv.field_size_limit()
    (article,) = read(write(tmp_path / "a.csv", sheet([["title", "text"], ["Ferry", long]])))
    assert article.text == long
    assert csv.field_size_limit() == before


def test_tables_that_are_read_side_by_side_leave_the_limit_as_it_was(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = csv.field_size_limit()
    table = sheet([["text"], ["A ferry ran aground. " * before]]).encode()
    done = threading.Event()
    second = threading.Thread(target=lambda: made.append(separated.separated(table, "b.csv")))
    held, made = separated.held, []

    def meeting(*asked: Any) -> Any:
        if not made and not second.ident:
            second.start()
            second.join(0.2)  # as long as it takes to come in, if it is let in
        else:
            assert done.wait(20)
        return held(*asked)

    monkeypatch.setattr(separated, "held", meeting)
    made.append(separated.separated(table, "a.csv"))
    done.set()
    second.join(20)
    assert [len(articles) for articles, _ in made] == [1, 1]
    assert csv.field_size_limit() == before


def test_a_value_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_ended = f'title,text\nOne,"{FERRY}"\nTwo,"{SAFE}\nThree,{SAFE}\n'
    path = write(tmp_path / "a.csv", open_ended)
    said = (
        f"{path} has a value without end in {{}}, where a quotation mark is opened and not closed;"
        " mend that."
    )
    assert refusal(path) == said.format("row 2")
    assert refusal(write(path, f'title,"text\nOne,{SAFE}\n')) == said.format("its head")
    monkeypatch.setattr(separated, "MOST_FIELD", 40)
    assert refusal(write(path, f'title,text\nOne,Two\nOne,"{FERRY}"\n')) == said.format("row 2")


def test_tables_without_bounds_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a.csv", sheet([["text"], *([SAFE] for _ in range(9))]))
    monkeypatch.setattr(columns, "MOST_ROWS", 8)
    assert refusal(path) == f"{path} holds more than 8 rows; keep the rows of one story."
    monkeypatch.setattr(columns, "MOST_TEXT", 3 * len(SAFE))
    assert "holds more than 0 million characters" in refusal(path)
    wide = write(path, "text" + "," * 6_000)
    assert refusal(wide) == f"{wide} has more than 5000 columns; keep those of articles."
    nameless = write(path, ",,\na,b,c\n")
    assert refusal(nameless).endswith("does not name its columns; give it a first row that does.")
    assert "PNG image" in refusal(write(path, b"\x89PNG\r\n\x1a\n"))


@given(st.lists(st.lists(st.text(max_size=30), min_size=3, max_size=3), min_size=1, max_size=6),
       st.sampled_from(",;\t|"))  # fmt: skip
@settings(deadline=None, max_examples=100)
def test_what_a_table_holds_is_read_as_it_was_written(
    rows: list[list[str]], delimiter: str
) -> None:
    plain = [[value.encode("ascii", "ignore").decode().strip() for value in row] for row in rows]
    keep = [[*("".join(filter(str.isprintable, v)) for v in row[:2]), FERRY] for row in plain]
    data = sheet([["title", "outlet", "text"], *keep], delimiter).encode()
    found, drops = separated.separated(data, "a.csv")
    assert drops == []
    assert [document.text for document in found] == [FERRY] * len(rows)
    assert [document.given.get("title", "") for document in found] == [row[0] for row in keep]


@given(st.text(st.sampled_from("a\"'\n\r,;\t|\\\x00 é"), max_size=60))
@settings(deadline=None, max_examples=200)
def test_any_table_is_read_or_refused(told: str) -> None:
    with suppress(SourceError):
        found, _ = separated.separated(f"title,text\n{told}".encode(), "a.csv")
        assert all(document.text.strip() for document in found)


def test_parquet_is_read_by_its_columns(tmp_path: Path) -> None:
    data = stored(
        headline=["Ferry", None],
        content=[FERRY, SAFE],
        date=[date(2024, 3, 5), None],
        publisher=pa.array(["Harbour Post", None]).dictionary_encode(),
        tags=[["a"], []],
    )
    path = write(tmp_path / "news.parquet", data)
    first, second = read(path)
    assert (first.path, first.text, first.title) == (f"{path}#1", FERRY, "Ferry")
    assert (first.date, first.outlet) == ("2024-03-05", "Harbour Post")
    assert (second.path, second.text, second.title) == (f"{path}#2", SAFE, None)
    assert read(f"{path}#2").articles == (second,)
    assert [article.text for article in read(write(tmp_path / "nameless", data))] == [FERRY, SAFE]
    (one,) = read(write(path, stored(a=[SAFE], b=[datetime(2024, 3, 5, 8)], c=[b"Post"])), None,
                  Columns(text="a", date="b", outlet="c"))  # fmt: skip
    assert (one.text, one.date, one.outlet) == (SAFE, "2024-03-05", "Post")
    with pytest.raises(SourceError, match=r"has no column 'd'; it has a, b, c: name one of them"):
        read(path, None, Columns(text="d"))


@pytest.mark.parametrize(
    ("number", "kind", "day"),
    [
        (1_709_625_600_000_000_001, pa.timestamp("ns"), "2024-03-05"),
        (-62_135_596_800, pa.timestamp("s", tz="America/New_York"), None),
        (253_402_300_799, pa.timestamp("s", tz="Asia/Tokyo"), None),
        (10**15, pa.timestamp("s"), None),
        (1_709_625_600, pa.timestamp("s", tz="No/Where"), None),
        (10**8, pa.date32(), None),
    ],
)
def test_a_time_that_is_none_in_python_costs_no_table(
    tmp_path: Path, number: int, kind: Any, day: str | None
) -> None:
    times = pa.array([number], pa.int32() if kind == pa.date32() else pa.int64()).cast(kind)
    (article,) = read(write(tmp_path / "a.parquet", stored(text=[SAFE], date=times)))
    assert (article.text, article.date) == (SAFE, day)


def test_dates_without_hyphens_are_dates(tmp_path: Path) -> None:
    rows = [["text", "date"], [SAFE, "20240305"], [FERRY, "20240305T081500Z"], ["Ay.", "20241399"]]
    path = write(tmp_path / "a.csv", sheet(rows))
    assert [article.date for article in read(path)] == ["2024-03-05", "2024-03-05", None]
    (article,) = read(write(tmp_path / "a.parquet", stored(text=[SAFE], date=[20240305])))
    assert article.date == "2024-03-05"


def test_parquet_files_that_are_none_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = stored(text=[FERRY, SAFE])
    path = write(tmp_path / "a.pq", whole[:-20])
    assert refusal(path) == f"{path} is a Parquet file that is damaged; save it anew."
    assert refusal(write(path, stored(text=pa.array([], pa.string())))).endswith(
        "and no rows; leave it out."
    )
    monkeypatch.setattr(parquet, "MOST_TEXT", 10)
    assert refusal(write(path, whole)) == (
        f"{path} holds more than 0 MiB once unpacked; keep the rows of one story."
    )
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    assert refusal(path) == (
        f"{path} is a table in Parquet; to read it, pip install 'summarize[parquet]'."
    )


def test_a_value_that_repeats_without_end_fills_no_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    # Stored once, and named in each of forty thousand rows: 80 GB, were it written out.
    text = pa.array([FERRY * 20_000])
    rows = pa.DictionaryArray.from_arrays(pa.array([0] * 40_000, pa.int32()), text)
    data = stored(text=rows)
    assert len(data) < 8 << 20
    monkeypatch.setattr(columns, "MOST_TEXT", 8 << 20)
    before = pa.total_allocated_bytes()
    with pytest.raises(SourceError, match="holds more than 8 million characters"):
        parquet.parquet(data, "a.parquet")
    assert pa.total_allocated_bytes() - before < 64 << 20


@given(st.binary(max_size=200), st.integers(0, 600))
@settings(deadline=None, max_examples=60)
def test_any_damage_to_a_parquet_file_is_refused_or_harmless(noise: bytes, at: int) -> None:
    data = stored(text=[FERRY, SAFE], title=["a", "b"])
    with suppress(SourceError):
        parquet.parquet(data[:at] + noise + data[at + len(noise) :], "a.parquet")


def test_tables_in_an_archive_and_in_a_folder_are_read(tmp_path: Path) -> None:
    files = {"a.csv": sheet([HEAD, *ROWS]), "in/b.parquet": stored(text=[FERRY])}
    path = write(tmp_path / "a.zip", packed(files))
    write(tmp_path / "c.tsv", sheet([["text"], [SAFE]], "\t"))
    found = [article.path.removeprefix(str(tmp_path)) for article in read(tmp_path)]
    assert found == ["/a.zip#a.csv#1", "/a.zip#a.csv#2", "/a.zip#in/b.parquet#1", "/c.tsv#1"]
    (article,) = read(f"{path}#a.csv#2")
    assert (article.path, article.text) == (f"{path}#a.csv#2", SAFE)
    with pytest.raises(SourceError, match="has no column 'x'"):
        read(path, None, Columns(text="x"))


def test_columns_are_named_for_tables_only(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", SAFE)
    with pytest.raises(UsageError, match=r"--date-column is for tables \(CSV, Parquet\), and no"):
        read(path, None, Columns(date="when"))
    assert len(read(path, None, Columns(date="when", idle=True))) == 1


def test_columns_are_named_on_the_command_line_and_to_those_who_prove(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from summarize import models, pipeline

    monkeypatch.setattr(pipeline, "_encoder", lambda _: SmallEncoder())
    monkeypatch.setattr(models, "load", lambda *_: SmallEncoder())
    rows = [["a", "b", "c"], ["Ferry runs aground", f"{FERRY} {SAFE}", "Harbour Post"]]
    path, out = write(tmp_path / "a.csv", sheet(rows)), tmp_path / "brief.json"
    naming = ["--text-column", "b", "--title-column", "a", "--outlet-column", "c"]
    result = CliRunner().invoke(main, [str(path), *naming, "-o", str(out)])
    assert result.exit_code == 0, result.stderr
    (source,) = json.loads(out.read_text())["sources"]
    assert source["path"] == f"{path}#1"
    assert (source["title"], source["outlet"]) == ("Ferry runs aground", "Harbour Post")
    proof = CliRunner().invoke(main, ["verify", str(out), *naming, "--no-cache"])
    assert proof.exit_code == 0, proof.stdout + proof.stderr
    result = CliRunner().invoke(main, [str(path)])
    assert "it has a, b, c: name one with --text-column." in result.stderr
    pile = CliRunner().invoke(main, ["group", str(path), *naming, "--format", "json"])
    assert json.loads(pile.stdout)["events"], pile.stderr
