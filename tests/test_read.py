"""Reading: which files, in which encoding, with what known of them, and every refusal's prose."""

from __future__ import annotations

import io
import json
import os
import sys
import time
from dataclasses import asdict
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from cases import load
from hypothesis import assume, given
from hypothesis import strategies as st

from summarize import sources
from summarize.errors import NothingToSummarizeError, SourceError
from summarize.read import read
from summarize.text.decode import NotTextError, decode, tidy
from summarize.text.front import split

FIELDS = ("title", "outlet", "wire", "byline", "date", "url")
LINE_ENDS = ["\n", "\r\n", "\r", "\u2028", "\f"]
PLAIN = ["“Yes,”", "it’s", "—", "café", "Às", "NÃO", "São", "£5", "20°", "1º", "«fin»", "Ñandú", "ß.",
         "é…", "10€", "½", "Łódź", "Москва", "Αθήνα", "東京", "שלום", "ﬁne", "²", "naïve", "’90s",
         "‘a’"]  # fmt: skip
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]


def write(path: Path, data: str | bytes = "A story.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def refusal(*given_sources: str | Path) -> str:
    with pytest.raises(SourceError) as caught:
        read(list(given_sources))
    return str(caught.value)


def names(*given_sources: str | Path, below: Path) -> list[str]:
    return [os.path.relpath(article.path, below) for article in read(list(given_sources))]


@pytest.mark.parametrize("case", load("read"))
def test_case(case: dict[str, Any], tmp_path: Path) -> None:
    data = case["file"].encode(case.get("encoding", "utf-8")) if "file" in case else b""
    (article,) = read(write(tmp_path / "a.txt", data or bytes.fromhex(case["hex"])))
    assert article.text == case["text"]
    for field in FIELDS:
        assert getattr(article, field) == case.get("fields", {}).get(field), field


@pytest.mark.parametrize("line_end", LINE_ENDS, ids=ascii)
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_encoding_with_every_line_end(encoding: str, line_end: str) -> None:
    text = "“It’s over,” she said — at the café.\n\nNobody answered; they’d left.\n" * 3
    if encoding == "cp1252" and line_end == "\u2028":
        line_end = "\n"
    assert decode(text.replace("\n", line_end).encode(encoding)) == text


@given(st.text(), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_what_was_encoded_in_unicode_is_read_back(text: str, encoding: str) -> None:
    # With many controls it may be taken for a binary file, or NULs for the other half of UTF-16.
    assume(not any(char < " " and not char.isspace() for char in text))
    assert decode(text.encode(encoding)) == tidy(text.removeprefix("\ufeff"))


@given(st.lists(st.sampled_from(PLAIN), max_size=12).map(" ".join))
def test_plain_western_text_is_never_changed(text: str) -> None:
    assert tidy(text) == text


@given(st.text(st.characters(exclude_categories=())))
def test_tidy_text_can_be_encoded_and_is_tidy(text: str) -> None:
    tidied = tidy(text)
    assert tidied.encode().decode() == tidied
    assert tidy(tidied) == tidied
    assert not set(tidied) & set("\0\r\v\f\x1c\x1d\x1e\x1f\u2028\u2029")


@given(st.binary())
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        decode(data).encode()
    except NotTextError as error:
        assert str(error)  # noqa: PT017 - whether it is raised is the data's choice


@given(st.text(st.sampled_from("-.\n:title[]{}&*!'\"|> #%@`")))
def test_front_matter_never_fails_and_never_invents(text: str) -> None:
    found, body = split(f"---\n{text}")
    assert f"---\n{text}".endswith(body)
    assert set(found) <= set(FIELDS)


def test_deeply_nested_yaml_is_text() -> None:
    text = f"---\ntitle: {'[' * 9000}\n---\nText.\n"
    assert split(text)[1] in (text, "Text.\n")


def test_one_source_may_be_a_text_a_path_or_a_list(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    assert read(path) == read(str(path)) == read([path]) == read((str(path),))
    assert read(path).articles[0].path == str(path)


def test_a_folder_is_read_in_natural_order_without_what_is_hidden(tmp_path: Path) -> None:
    for name in ("10.txt", "9.md", "B/2.txt", "b/10", "a/1.markdown", ".hidden", ".git/x.txt", "README.md",
                 "a/Readme", "sources.toml", "U.S. talks"):  # fmt: skip
        write(tmp_path / name, "" if name == "sources.toml" else "A story.")
    reading = read(tmp_path)
    expected = ["9.md", "10.txt", "a/1.markdown", "B/2.txt", "b/10", "U.S. talks"]
    assert [os.path.relpath(a.path, tmp_path) for a in reading] == expected
    assert reading.drops == ()


def test_what_a_folder_holds_besides_texts_is_dropped_with_a_reason(tmp_path: Path) -> None:
    for name in ("a.txt", "b.docx", "LICENSE", "empty.txt"):
        write(tmp_path / name, "" if name == "empty.txt" else "A story.")
    reading = read(tmp_path)
    assert len(reading) == 1
    found = {Path(str(drop.item)).name: drop.reason for drop in reading.drops}
    at = f"{tmp_path}/"
    assert found == {
        "b.docx": f"{at}b.docx is no text by its name (.docx); name it outright, or save its text as .txt.",
        "LICENSE": f"{at}LICENSE is no article by its name; name it outright to have it read.",
        "empty.txt": f"{at}empty.txt is empty; give a file with the article's text.",
    }
    assert {drop.stage for drop in reading.drops} == {"read"}


@pytest.mark.parametrize("name", ["README.md", ".hidden", "story.docx", "LICENSE", "sources.toml"])
def test_a_file_named_outright_is_read_whatever_its_name(tmp_path: Path, name: str) -> None:
    assert len(read(write(tmp_path / name, "title = 1\n# A story."))) == 1


def test_refusals_name_the_file_and_the_next_step(tmp_path: Path) -> None:
    at = str(tmp_path)
    assert refusal(f"{at}/no.txt") == f"There is no file or folder {at}/no.txt; check the path."
    assert refusal(f"{at}/\0") == f"There is no file or folder {at}/\0; check the path."
    assert refusal("") == "A source has an empty name; name a file, a folder or - (standard input)."
    for blank in (
        b"",
        b" \n\t ",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        "\u200b\n".encode(),
        b"---\ntitle: x\n---\n",
    ):
        empty = write(tmp_path / "x.txt", blank)
        assert refusal(empty) == f"{empty} is empty; give a file with the article's text."
    page = write(tmp_path / "x.html", "<p>A story.")
    assert refusal(page) == f"{page} is an HTML page; save the article's text as .txt."
    name_too_long = "x" * 5000
    assert "File name too long".lower() in refusal(name_too_long)


@pytest.mark.parametrize(
    ("data", "kind"),
    [(b"%PDF-1.7\n1 0 obj", "a PDF document"), (b"\x89PNG\r\n\x1a\n", "a PNG image"),
     (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG image"), (b"PK\x03\x04\x14\0", "a ZIP archive or an office document"),
     (b"\x7fELF\x02\x01", "a program"), (b"\x1f\x8b\x08\0", "a gzip archive"), (b"{\\rtf1", "an RTF document"),
     (b"text\0" * 100 + b"\0" * 50, "a binary file"), (bytes(range(256)) * 8, "a binary file"),
     (b"\x80\x02}q\0(\x01\x02\x03\x04", "a binary file")],
)  # fmt: skip
def test_binary_files_are_refused(tmp_path: Path, data: bytes, kind: str) -> None:
    path = write(tmp_path / "x.txt", data)
    assert refusal(path) == f"{path} is {kind}; save the article's text as .txt."


def test_a_folder_with_nothing_readable_says_why(tmp_path: Path) -> None:
    refused = refusal(tmp_path)
    assert refused.startswith(f"{tmp_path} holds no file that can be read as an article; put .txt")
    write(tmp_path / "a.png", b"\x89PNG\r\n")
    assert f"{tmp_path}/a.png is no text by its name (.png)" in refusal(tmp_path)
    write(tmp_path / "a.txt", "")
    assert f"{tmp_path}/a.txt is empty" in refusal(tmp_path)


def test_one_bad_source_among_good_ones_is_a_drop(tmp_path: Path) -> None:
    good = write(tmp_path / "good.txt")
    reading = read([tmp_path / "no.txt", good])
    assert [article.path for article in reading] == [str(good)]
    (drop,) = reading.drops
    assert (drop.stage, drop.item) == ("read", f"{tmp_path}/no.txt")
    assert drop.reason == f"There is no file or folder {tmp_path}/no.txt; check the path."


def test_several_bad_sources_are_nothing_to_summarize() -> None:
    with pytest.raises(
        NothingToSummarizeError, match=r"No source can be read\. .*a.*b.*c.* And 1 more"
    ):
        read(["no/a", "no/b", "no/c", "no/d"])
    with pytest.raises(NothingToSummarizeError, match="No source is given; name files"):
        read([])


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    (tmp_path / "b.txt").symlink_to(path)
    reading = read([path, tmp_path, f"{tmp_path}/./a.txt"])
    assert len(reading) == 1
    assert [drop.reason for drop in reading.drops] == [
        f"{path} is named twice; it is read once.",
        f"{tmp_path}/b.txt is named also as {path}; it is read once.",
        f"{path} is named twice; it is read once.",
    ]


def test_pipes_are_refused_and_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    expected = f"{pipe} is a pipe, a socket or a device, not a file; save its text to a file or pipe it to -."
    assert refusal(pipe) == expected
    write(tmp_path / "a.txt")
    assert [drop.reason for drop in read(tmp_path).drops] == [expected]
    assert "a device" in refusal("/dev/null")


def test_folder_links_are_followed_once(tmp_path: Path) -> None:
    write(tmp_path / "a/1.txt")
    (tmp_path / "a/loop").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to("self")
    (tmp_path / "broken.txt").symlink_to("gone.txt")
    reading = read(tmp_path)
    assert len(reading) == 1
    assert [Path(str(drop.item)).name for drop in reading.drops] == ["broken.txt", "self"]


def test_what_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "locked/a.txt")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    assert refusal(path) == f"{path} may not be read; change its permissions or leave it out."
    path.parent.chmod(0)
    try:
        assert "locked may not be read; change its permissions" in refusal(tmp_path)
    finally:
        path.parent.chmod(0o700)


def test_trouble_with_a_disk_is_prose(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a.txt")

    def fail(*_: Any, **__: Any) -> Any:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", fail)
    assert (
        refusal(path)
        == f"{path} cannot be read (input/output error); check the file or leave it out."
    )


def test_a_file_larger_than_any_article_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "MOST_BYTES", 1 << 20)
    path = write(tmp_path / "a.txt", b"a" * ((1 << 20) + 1))
    assert (
        refusal(path)
        == f"{path} is larger than 1 MiB, more than any article; split it into one file an article."
    )
    assert len(read(write(path, b"a" * (1 << 20)))) == 1


@pytest.mark.parametrize("text", ["a" * 20_000_000, "short\n" * 1_000_000, "é“" * 5_000_000])
def test_large_files_are_read_in_seconds(tmp_path: Path, text: str) -> None:
    path = write(tmp_path / "a.txt", text)
    start = time.perf_counter()
    assert read(path).articles[0].text == text
    assert time.perf_counter() - start < 10


@pytest.mark.skipif(sys.platform != "linux", reason="names of files may be any bytes there")
def test_names_of_any_bytes_can_be_printed(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("A story.")
    (article,) = read(tmp_path)
    assert article.path == f"{tmp_path}/caf\ufffd.txt"


class TestStandardInput:
    @pytest.fixture(autouse=True)
    def piped(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.pipe = lambda data: monkeypatch.setattr(
            "sys.stdin", SimpleNamespace(buffer=io.BytesIO(data))
        )

    def test_it_is_read_as_bytes(self) -> None:
        self.pipe("---\ntitle: Bridge\n---\nIt’s over.\r\n".encode("utf-16"))
        (article,) = read("-")
        assert (article.path, article.title, article.text) == ("-", "Bridge", "It’s over.\n")

    def test_refusals(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.pipe(b" \n")
        assert refusal("-") == "Standard input is empty; give a file with the article's text."
        self.pipe(b"\x89PNG\r\n")
        assert refusal("-") == "Standard input is a PNG image; save the article's text as .txt."
        monkeypatch.setattr("sys.stdin", None)
        assert refusal("-") == "There is no standard input to read; name a file or a folder."

    def test_it_is_read_once(self) -> None:
        self.pipe(b"A story.")
        reading = read(["-", "-"])
        assert len(reading) == 1
        assert len(reading.drops) == 1


class TestWhatIsKnown:
    """`sources.toml`, then the file's own front matter, then inference."""

    TEXT = "Bridge closes for two years\n\nHARBOURTON (AP) — The bridge closes for two years, the council said.\n"

    def test_precedence(self, tmp_path: Path) -> None:
        path = write(tmp_path / "a.txt", self.TEXT)
        known = asdict(read(path).articles[0])
        assert (known["title"], known["wire"]) == (
            "Bridge closes for two years",
            "Associated Press",
        )
        write(path, f"---\ntitle: From the file\noutlet: Herald\n---\n{self.TEXT}")
        known = asdict(read(path).articles[0])
        assert (known["title"], known["outlet"], known["wire"]) == (
            "From the file",
            "Herald",
            "Associated Press",
        )
        assert known["text"] == self.TEXT
        write(
            tmp_path / "sources.toml", '["a.txt"]\ntitle = "Noted"\nwire = ""\ndate = 2023-08-01\n'
        )
        known = asdict(read(path).articles[0])
        assert (known["title"], known["outlet"]) == ("Noted", "Herald")
        assert (known["wire"], known["date"]) == (None, "2023-08-01")

    def test_it_is_found_beside_each_file_of_a_folder(self, tmp_path: Path) -> None:
        for folder in ("one", "two"):
            write(tmp_path / folder / "a.txt")
            write(
                tmp_path / folder / "sources.toml", f'["a.txt"]\noutlet = "{folder}"\nwire = "afp"'
            )
        assert [(a.outlet, a.wire) for a in read(tmp_path)] == [
            ("one", "Agence France-Presse"),
            ("two", "Agence France-Presse"),
        ]

    @pytest.mark.parametrize(
        ("toml", "reason"),
        [
            ("[", "sources.toml is no valid TOML: "),
            ("x = 1", 'sets x outside a table; put it under ["file.txt"].'),
            (
                '["a.txt"]\noutlte = "x"',
                "has the unknown key outlte; known are title, outlet, wire",
            ),
            ('["b.txt"]\noutlet = "x"', "is about a file that is not there; check its name."),
            ('["a.txt"]\noutlet = 3', "gives outlet as no text; put it in quotes."),
            ('["a.txt"]\ndate = "soon"', "gives a date that is none (soon); write it 2023-07-27."),
            ("\x89PNG\r\n", "sources.toml is no"),
        ],
    )
    def test_what_of_it_cannot_be_used_is_a_drop(
        self, tmp_path: Path, toml: str, reason: str
    ) -> None:
        path = write(tmp_path / "a.txt")
        write(tmp_path / "sources.toml", toml)
        reading = read([path, path])
        assert len(reading) == 1
        drop = reading.drops[0]
        assert drop.item == f"{tmp_path}/sources.toml"
        assert reason in drop.reason
        assert f"{tmp_path}/sources.toml" in drop.reason


class TestTopics:
    """Topic files: one story's documents out of JSON."""

    ONE = {"id": "t1", "documents": [
        {"id": "a", "title": "Bridge", "date": "2023-08-01T10:00:00Z", "source": "BBC", "url": None, "text": "One.\r\n"},
        {"id": "b", "text": "Two.", "wire": "ap"},
    ], "references": ["x"]}  # fmt: skip
    TWO = {"id": "t/2", "documents": [{"text": "Three."}, {"id": 7, "text": "Four."}]}

    def lines(self, path: Path, *values: Any) -> Path:
        return write(path, "\n".join(json.dumps(value) for value in values))

    def test_one_topic_is_read_with_what_is_given(self, tmp_path: Path) -> None:
        path = self.lines(tmp_path / "x.jsonl", self.ONE)
        first, second = read(path)
        assert (first.path, first.text, first.title) == (f"{path}#t1/a", "One.\n", "Bridge")
        assert (first.date, first.outlet, first.url) == ("2023-08-01", "BBC", None)
        assert (second.path, second.wire, second.title) == (
            f"{path}#t1/b",
            "Associated Press",
            None,
        )

    def test_json_of_any_of_the_shapes(self, tmp_path: Path) -> None:
        for name, value in (
            ("topic", self.ONE),
            ("list", self.ONE["documents"]),
            ("topics", [self.ONE]),
        ):
            path = write(tmp_path / f"{name}.json", json.dumps(value, indent=2))
            assert [article.text for article in read(path)] == ["One.\n", "Two."]
        single = write(tmp_path / "single.json", json.dumps({"text": "One."}))
        assert [article.path for article in read(single)] == [f"{single}#1"]
        several = self.lines(
            tmp_path / "documents.jsonl", {"id": "a", "text": "A."}, {"text": "B."}
        )
        assert [article.path for article in read(several)] == [f"{several}#a", f"{several}#2"]

    def test_one_of_several_topics_is_named(self, tmp_path: Path) -> None:
        path = self.lines(tmp_path / "x.jsonl", self.ONE, self.TWO)
        assert refusal(path) == (
            f"{path} holds 2 topics and a brief tells one story; name one of them, such as {path}#t1."
        )
        assert [a.path for a in read(f"{path}#t/2")] == [f"{path}#t/2/1", f"{path}#t/2/7"]
        assert [a.text for a in read(f"{path}#t/2/7")] == ["Four."]
        assert [a.text for a in read([f"{path}#t1", f"{path}#t1/b"])] == ["One.\n", "Two."]
        assert refusal(f"{path}#t3") == f"{path} has no topic or document t3; it has t1, t/2."
        assert refusal(f"{path}#t1/z") == f"{path} has no topic or document t1/z; it has t1, t/2."

    def test_a_path_with_a_hash_is_a_path_where_it_exists(self, tmp_path: Path) -> None:
        path = self.lines(tmp_path / "x.json#1.txt", "not a topic")
        assert read(path).articles[0].text == '"not a topic"'

    def test_what_is_no_document_is_a_drop(self, tmp_path: Path) -> None:
        path = write(tmp_path / "x.jsonl", json.dumps(self.ONE) + "\n{oops\n")
        reading = read(path)
        assert len(reading) == 2
        assert [d.reason for d in reading.drops] == [
            f"Line 2 of {path} is not JSON; mend it or remove it."
        ]
        documents = [
            {"id": "a", "text": None},
            {"id": "b", "text": " "},
            "c",
            {"id": "d", "text": "D."},
        ]
        path = self.lines(tmp_path / "y.jsonl", {"id": "t", "documents": documents})
        reading = read(path)
        assert [article.text for article in reading] == ["D."]
        assert [d.reason for d in reading.drops] == [
            f"{path}#t/a has no text; give it one, or remove it.",
            f"{path}#t/3 has no text; give it one, or remove it.",
            f"{path}#t/b is empty; give a file with the article's text.",
        ]

    @pytest.mark.parametrize(
        ("text", "reason"),
        [("{oops", "is not JSON; give topics"), ("[1, 2]", "holds no documents; give topics"),
         ("[" * 100_000, "is not JSON; give topics"), ('{"documents": []}', "holds no document with a text;"),
         ("1" * 5000, "is not JSON; give topics"), ("{}", "holds no documents; give topics")],
        ids=["broken", "numbers", "nested", "empty", "digits", "nothing"],
    )  # fmt: skip
    def test_refusals(self, tmp_path: Path, text: str, reason: str) -> None:
        path = write(tmp_path / "x.json", text)
        assert reason in refusal(path)
        assert refusal(path).startswith(str(path))

    def test_surrogates_in_json_can_be_encoded(self, tmp_path: Path) -> None:
        path = write(
            tmp_path / "x.json",
            '{"id": "\\ud800", "title": "\\udfff x", "text": "a \\ud83d\\ude00 \\ud800 b"}',
        )
        (article,) = read(path)
        assert article.text == "a 😀 \ufffd b"
        assert (article.path, article.title) == (f"{path}#\ufffd", "\ufffd x")
