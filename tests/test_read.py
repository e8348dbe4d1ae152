"""Reading: which files are read, in which order, and every refusal's prose."""

from __future__ import annotations

import io
import os
import sys
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from files import refusal, write
from hypothesis import given
from hypothesis import strategies as st

from summarize.errors import NothingToSummarizeError
from summarize.read import read
from summarize.reading import sources
from summarize.text.page.quoted import unquoted

MARKED = st.sampled_from(
    ["> ", ">", ">> ", ">>> ", "\n", "\n\n", "word ", "The ", "300 ", ".", "- ", " ", "\t", "=",
     "    > ", "> \t> ", ">\u00a0> ", "\r"]
)  # fmt: skip


@given(st.lists(MARKED, max_size=25).map("".join))
def test_what_was_quoted_is_put_together_once_and_loses_no_word(text: str) -> None:
    meant = unquoted(text)
    assert unquoted(meant) == meant
    assert meant.replace(">", " ").split() == text.replace(">", " ").split()


def test_marks_of_a_quotation_go_all_at_once_however_far_apart() -> None:
    assert unquoted("> \t> The boat sank.\n> \t> All are dry.") == "The boat sank.\nAll are dry."
    indented = "> The boat sank.\n> It was new.\n>\n     > All are dry.\n     > Ada, too."
    meant = "The boat sank.\nIt was new.\n\nAll are dry.\nAda, too."
    assert unquoted(indented) == unquoted(meant) == meant


def test_one_source_may_be_a_text_a_path_or_a_list(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    assert read(path) == read(str(path)) == read([path]) == read((str(path),))
    assert read(path).articles[0].path == str(path)


def test_a_folder_is_read_in_natural_order_without_what_is_hidden(tmp_path: Path) -> None:
    seen = ["10.txt", "9.md", "B/2.txt", "b/10", "a/1.markdown", "U.S. talks"]
    for name in (*seen, ".hidden", ".git/x.txt", "README.md", "a/Readme", "sources.toml"):
        write(tmp_path / name, "" if name == "sources.toml" else "A story.")
    reading = read(tmp_path)
    expected = ["9.md", "10.txt", "a/1.markdown", "B/2.txt", "b/10", "U.S. talks"]
    assert [os.path.relpath(a.path, tmp_path) for a in reading] == expected
    assert reading.drops == ()


def test_what_a_folder_holds_besides_texts_is_dropped_with_a_reason(tmp_path: Path) -> None:
    for name in ("a.txt", "b.odt", "LICENSE", "empty.txt"):
        write(tmp_path / name, "" if name == "empty.txt" else "A story.")
    reading = read(tmp_path)
    assert len(reading) == 1
    found = {Path(str(drop.item)).name: drop.reason for drop in reading.drops}
    at = f"{tmp_path}/"
    assert found == {
        "b.odt": f"{at}b.odt is no text by its name (.odt); name it outright, or save its text"
        " as .txt.",
        "LICENSE": f"{at}LICENSE is no article by its name; name it outright to have it read.",
        "empty.txt": f"{at}empty.txt is empty; give a file with the article's text.",
    }
    assert {drop.stage for drop in reading.drops} == {"read"}


@pytest.mark.parametrize("name", ["README.md", ".hidden", "story.odt", "LICENSE", "sources.toml"])
def test_a_file_named_outright_is_read_whatever_its_name(tmp_path: Path, name: str) -> None:
    assert len(read(write(tmp_path / name, "title = 1\n# A story."))) == 1


def test_refusals_name_the_file_and_the_next_step(tmp_path: Path) -> None:
    at = str(tmp_path)
    assert refusal(f"{at}/no.txt") == f"There is no file or folder {at}/no.txt; check the path."
    for meant in ("www.example.com/a", "example.com", "news.example.co.uk/2024/ferry"):
        told = f"check the path, or give https://{meant} if it is on the web."
        assert refusal(meant) == f"There is no file or folder {meant}; {told}"
    for name in ("no.txt", "notes.md", "stories.v2/a.txt", "no/www.example.com", "a.b"):
        assert refusal(name) == f"There is no file or folder {name}; check the path."
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
    page = write(tmp_path / "x.html", "<title>A story</title><script>tell()</script>")
    assert refusal(page) == (
        f"{page} is a page without text for readers, as pages are whose text a script brings;"
        " save the article's text as .txt."
    )
    name_too_long = "x" * 5000
    assert "File name too long".lower() in refusal(name_too_long)


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
    expected = (
        f"{pipe} is a pipe, a socket or a device, not a file;"
        " save its text to a file or pipe it to -."
    )
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
    assert "broken.txt is a link to what is not there" in reading.drops[0].reason


def test_links_out_of_a_folder_are_followed_only_outright(tmp_path: Path) -> None:
    secret = write(tmp_path / "secret/key.txt")
    write(tmp_path / "pile/a.txt")
    (tmp_path / "pile/in").symlink_to("a.txt")
    (tmp_path / "pile/key.txt").symlink_to(secret)
    (tmp_path / "pile/root").symlink_to("/")
    (tmp_path / "pile2").symlink_to("pile")
    for folder in ("pile", "pile2"):
        reading = read(tmp_path / folder)
        assert len(reading) == 1
        told = "is a link out of its folder; name it outright to have it read."
        reasons = {str(drop.item): drop.reason for drop in reading.drops}
        for name in ("key.txt", "root"):
            path = f"{tmp_path / folder / name}"
            assert reasons[path] == f"{path} {told}"
    assert len(read(tmp_path / "pile/key.txt")) == 1


def test_a_file_that_changes_while_it_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "a.txt")
    fstat = os.fstat

    def growing(file: int) -> os.stat_result:
        found = fstat(file)
        with path.open("a") as more:
            more.write("And more.")
        return found

    monkeypatch.setattr(sources.os, "fstat", growing)
    assert refusal(path) == f"{path} changes while it is read; give a copy of it, or wait."


def test_a_file_that_becomes_a_pipe_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "a.txt")
    status, open_ = path.stat(), os.open

    def swapped(name: str, flags: int) -> int:
        path.unlink()
        os.mkfifo(path)
        return open_(name, flags)

    monkeypatch.setattr(sources.os, "open", swapped)
    assert status.st_size
    assert "is a pipe, a socket or a device, not a file" in refusal(path)


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


@pytest.mark.parametrize(
    ("error", "prose"),
    [
        (OSError(5, "Input/output error"), "cannot be read (input/output error); check the file"),
        (PermissionError(13, "no"), "may not be read; change its permissions"),
    ],
)
def test_trouble_with_a_disk_is_prose(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, prose: str
) -> None:
    path = write(tmp_path / "a.txt")

    def fail(*_: Any, **__: Any) -> Any:
        raise error

    monkeypatch.setattr(sources.os, "open", fail)
    assert refusal(path) == f"{path} {prose} or leave it out."


def test_a_file_larger_than_any_article_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "MOST_BYTES", 1 << 20)
    path = write(tmp_path / "a.txt", b"a" * ((1 << 20) + 1))
    assert (
        refusal(path)
        == f"{path} is larger than 1 MiB, more than any article; split it into one file an article."
    )
    assert len(read(write(path, b"a " * (1 << 19)))) == 1


@pytest.mark.parametrize("text", ["a b" * 7_000_000, "short\n" * 1_000_000, "é“" * 500_000])
def test_large_files_are_read_in_seconds(tmp_path: Path, text: str) -> None:
    path = write(tmp_path / "a.txt", text)
    start = time.perf_counter()
    assert read(path).articles[0].text == text
    assert time.perf_counter() - start < 10


def test_a_string_without_a_blank_is_refused_in_seconds(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "a" * 20_000_000)
    start = time.perf_counter()
    assert refusal(path).startswith(f"{path} is one string of 20000000 characters without a blank")
    assert time.perf_counter() - start < 10
    short, signs = write(tmp_path / "b.txt", "a" * 999), write(tmp_path / "c.txt", "会" * 2000)
    assert len(read([short, signs])) == 2


def test_a_file_of_nothing_but_addresses_is_no_article(tmp_path: Path) -> None:
    path = write(tmp_path / "urls", "https://a.example/1\n\n<HTTP://b.example/2>\n")
    assert refusal(path) == (
        f"{path} holds nothing but web addresses; give these themselves, or a file with the "
        "article's text."
    )
    write(tmp_path / "story", "The bridge fell, says https://a.example/1\n")
    assert [article.path for article in read(tmp_path)] == [str(tmp_path / "story")]


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
        assert reading.drops[0].reason == "Standard input is named twice; it is read once."
