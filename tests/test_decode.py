"""From bytes to text: encodings, line ends, mojibake, and what is no text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from cases import load
from files import refusal, write
from hypothesis import assume, given
from hypothesis import strategies as st

from summarize.read import read
from summarize.text.page.decode import _LINE_ENDS, _SUSPECT, NotTextError, decode, tidy

if TYPE_CHECKING:
    from pathlib import Path

FIELDS = ("title", "outlet", "wire", "byline", "date", "url")
LINE_ENDS = ["\n", "\r\n", "\r", "\u2028", "\f"]
PLAIN = (
    "“Yes,” it’s — café Às NÃO São £5 20° 1º «fin» Ñandú ß. é… 10€ ½ Łódź Москва Αθήνα 東京 שלום"
    " ﬁne ² naïve ’90s ‘a’"
).split()
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]


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
    assume(not any(char < " " and char not in "\t\n\r\v\f" for char in text))
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


@pytest.mark.parametrize(
    ("data", "kind"),
    [(b"\x89PNG\r\n\x1a\n", "a PNG image"),
     (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG image"),
     (b"PK\x03\x04\x14\0", "a ZIP archive or an office document"),
     (b"\x7fELF\x02\x01", "a program"), (b"\x1f\x8b\x08\0", "a gzip archive"),
     (b"{\\rtf1", "an RTF document"),
     (b"text\0" * 100 + b"\0" * 50, "a binary file"), (bytes(range(256)) * 8, "a binary file"),
     (b"\x80\x02}q\0(\x01\x02\x03\x04", "a binary file")],
)  # fmt: skip
def test_binary_files_are_refused(tmp_path: Path, data: bytes, kind: str) -> None:
    path = write(tmp_path / "x.txt", data)
    assert refusal(path) == f"{path} is {kind}; save the article's text as .txt."


SIGNS = st.text("\xc2\xc3\xc4\xf4\xf5\x80\x9f\xa0вЂ‚ÄÅ√é’a \n\r\v\u2028", max_size=6)
SUSPECT = "[\xc2-\xf4][^\x00-\x7f]|[\x80-\x9f\xc2\xc3]|вЂ|‚[ÄÅ]|√[^\x00-\x7f]"


@given(SIGNS)
def test_signs_are_the_same_as_if_each_were_looked_for_by_itself(text: str) -> None:
    assert bool(_SUSPECT.search(text)) == bool(re.search(SUSPECT, text))
    assert _LINE_ENDS.sub("|", text) == re.sub("\r\n|[\r\v\f\u2028]", "|", text)
