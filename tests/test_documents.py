"""Pages, mail, papers and archives: what is read of them, and every refusal's prose."""

from __future__ import annotations

import gzip
import io
import json
import stat
import sys
import tomllib
import zipfile
from contextlib import suppress
from dataclasses import replace
from html import escape
from textwrap import wrap
from typing import TYPE_CHECKING, Any

import pytest
from cases import load
from files import refusal, write
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from papers import FERRY, SAFE, docx, packed, pdf, word
from small import SmallEncoder

from summarize.errors import SourceError
from summarize.formats import archive, mail, page
from summarize.formats.columns import Columns
from summarize.formats.page import extract
from summarize.formats.recognized import recognized
from summarize.formats.selfsaid import headline
from summarize.pipeline import summarize
from summarize.read import read
from summarize.render import render
from summarize.text.page.quoted import unquoted
from summarize.text.page.unwrap import unwrap
from summarize.verify.reunite import reread_articles, reunite
from summarize.written.reread import reread

if TYPE_CHECKING:
    from pathlib import Path

    from summarize.records import Article

PAGE = f"<html><body><article><p>{FERRY}</p><p>{SAFE}</p></article></body></html>"


def only(path: str | Path) -> Article:
    """The only article of a source that is read without a drop."""
    reading = read(path)
    assert reading.drops == ()
    (article,) = reading.articles
    return article


@pytest.mark.parametrize("case", load("pages"))
def test_page(case: dict[str, Any], tmp_path: Path) -> None:
    data = case["page"].encode(case.get("encoding", "utf-8"))
    article = only(write(tmp_path / "a.html", data))
    assert article.text == case.get("text", article.text)
    for key, value in case.get("known", {}).items():
        assert (getattr(article, key) or "") == value, key


def test_what_an_editor_notes_goes_before_what_the_page_says(tmp_path: Path) -> None:
    path = write(tmp_path / "a.html", f"<title>As told</title>{PAGE}")
    note = {"title": "As noted", "outlet": "Harbour Post"}
    lines = "\n".join(f'{key} = "{value}"' for key, value in note.items())
    assert tomllib.loads(lines) == note
    write(tmp_path / "sources.toml", f'["a.html"]\n{lines}\n')
    article = only(path)
    assert (article.title, article.outlet) == ("As noted", "Harbour Post")


@pytest.mark.parametrize("name", ["a.html", "a.htm", "a.xhtml", "story", "A.HTML"])
def test_a_page_is_known_by_its_name_or_by_its_first_bytes(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / name, PAGE)
    article = only(path)
    assert article.path == str(path)
    assert article.text == f"{FERRY}\n\n{SAFE}"


MARKED = [
    ("# Ferry aground\n\nIt **sank** in [_fog_](http://a.example/b), he\\* said.",
     "Ferry aground\n\nIt sank in fog, he* said."),
    ("Ferry aground\n===\n\n> \"All *safe*,\" he said.\n>\n> I left.\n\n***\nIt `sank` \\& rose.",
     "Ferry aground\n\n\"All safe,\" he said.\n\nI left.\n\nIt sank & rose."),
    ("![The ferry](a.jpg)\n\nIt sank.[^1]\n\n<!-- note -->\n\n[^1]: http://a.example\n",
     "It sank."),
    ("It sank.[^n]\n\n[^n]: The owner says so.", "It sank.\n\nThe owner says so."),
    ("- It sank.\n- It rose.\n\n1. One said.\n2. Two said.\n\n1999. That was the year.",
     "It sank.\n\nIt rose.\n\nOne said.\n\nTwo said.\n\n1999. That was the year."),
    ("| Port | Ships |\n|---|--:|\n| **Sollen** | 3 |\n\n```\nx * y\n```",
     "Port Ships\n\nSollen 3\n\nx * y"),
    ("<div class='x'>\nIt sank.\n</div>\n\nIt<br>rose <b>up</b>.", "It sank.\n\nIt\nrose up."),
    ("It cost $5 * 3 and 4 * 2, file_name_a, [sic] and 3 < 4.\nThat was all.",
     "It cost $5 * 3 and 4 * 2, file_name_a, [sic] and 3 < 4.\nThat was all."),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "told"), MARKED)
@pytest.mark.parametrize("name", ["a.md", "b.markdown"])
def test_a_markdown_file_is_read_without_its_marks(
    tmp_path: Path, name: str, marked: str, told: str
) -> None:
    path = write(tmp_path / name, f"---\ntitle: As *given*\n---\n{marked}\n")
    article = only(path)
    assert (article.text, article.title) == (told, "As *given*")
    assert only(write(tmp_path / "a.txt", marked)).text == unquoted(marked)


def test_what_is_too_long_for_markdown_is_a_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("summarize.formats.markdown.MOST_CHARACTERS", 10)
    assert only(write(tmp_path / "a.md", "It **sank** fast.")).text == "It **sank** fast."


def piped(monkeypatch: pytest.MonkeyPatch, data: str | bytes) -> None:
    stream = io.BytesIO(data if isinstance(data, bytes) else data.encode())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(stream))


def test_standard_input_may_be_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    piped(monkeypatch, PAGE)
    assert only("-").text == f"{FERRY}\n\n{SAFE}"


def rss_of(*bodies: str) -> str:
    """A feed that holds its articles."""
    items = "".join(
        f"<item><title>Ferry</title><guid>{number}</guid><description>{escape(body)}</description>"
        "</item>"
        for number, body in enumerate(bodies, 1)
    )
    return f'<?xml version="1.0"?>\n<rss version="2.0"><channel>{items}</channel></rss>'


TOPIC = json.dumps({"id": "t", "documents": [{"id": "a", "text": FERRY}]})
NAMED = {
    "feed.xml": (rss_of(f"<p>{FERRY}</p><p>{SAFE}</p>" * 6), "#1"),
    "t.jsonl": (f"{TOPIC}\nnot JSON", "#t/a"),
    "t.json": (json.dumps([json.loads(TOPIC)], indent=2), "#t/a"),
    "t.csv": (f'title,"date",text\nFerry,2024-03-05,"{FERRY}"\n', "#1"),
    "u.csv": (f"source;body\nPost;{FERRY}\n".encode("utf-16"), "#1"),
    "t.csv.gz": (gzip.compress(f"title\ttext\nFerry\t{FERRY}\n".encode()), "#1"),
    "a.eml": (f"From: A <a@b.example>\nSubject: Ferry\nMIME-Version: 1.0\n\n{FERRY}\n", ""),
    "a.docx": (docx(FERRY), ""),
    "a.zip": (packed({"a.txt": FERRY}), "#a.txt"),
}


@pytest.mark.parametrize("name", NAMED)
def test_what_is_read_as_a_file_is_read_the_same_from_standard_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    data, part = NAMED[name]
    (article,) = read(write(tmp_path / name, data))
    for source in ("-", str(write(tmp_path / "story", data))):
        piped(monkeypatch, data)
        (same,) = read(source)
        assert same == replace(article, path=f"{source}{part}")


def test_of_several_topics_in_standard_input_one_is_to_be_saved(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    piped(monkeypatch, f"{TOPIC}\n{TOPIC.replace('t', 'u', 1)}\n")
    assert refusal("-") == (
        "Standard input holds 2 topics and a brief tells one story; save it to a file and name one "
        "of them, such as topics.json#t."
    )
    piped(monkeypatch, '{"headline": "Ferry"}')
    assert refusal("-").startswith("Standard input holds no documents; give topics")


def test_a_feed_without_a_name_in_a_folder_is_not_fetched_from(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", FERRY)
    write(tmp_path / "feed", rss_of(FERRY))
    assert "is a feed, which is read only when it is named" in read(tmp_path).drops[0].reason


@pytest.mark.parametrize(
    "told",
    [
        f"[Sollen] {FERRY}",
        f"{{sic}} {FERRY}",
        f"Title, text, and date: what {FERRY}",
        f"From the harbour at 10:30 on Monday\nSollen: {FERRY}",
        f"From: Jane Roe\nSubject: the ferry\n\n{FERRY}",
        f"Received: a letter\nSubject: the ferry\n\n{FERRY}",
        f"This came to the paper.\nFrom: Jane Roe\nReceived: on Monday\n\n{FERRY}",
        f"<b>{FERRY}</b>",
    ],
)
def test_an_article_is_not_taken_for_something_else(
    monkeypatch: pytest.MonkeyPatch, told: str
) -> None:
    piped(monkeypatch, told)
    article = only("-")
    assert article.path == "-"
    assert told.endswith(article.text)
    assert recognized(told.encode()) == ""


def test_a_named_column_says_that_standard_input_is_a_table(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    piped(monkeypatch, f"paper,told\nPost,{FERRY.replace(',', '')}\n")
    (article,) = read("-", columns=Columns(text="told"))
    assert article.path == "-#1"


def test_a_text_about_markup_is_a_text(tmp_path: Path) -> None:
    assert only(write(tmp_path / "a.txt", PAGE)).text == PAGE


def test_a_page_of_scripts_and_one_without_bounds_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for blank in ("<html><head><title>T</title></head><body></body></html>", "<style>a{}</style>"):
        path = write(tmp_path / "a.html", blank)
        assert refusal(path).startswith(f"{path} is a page without text for readers")
    assert refusal(write(path, b"\x89PNG\r\n\x1a\n")) == (
        f"{path} is a PNG image, not a web page; save the page itself."
    )
    monkeypatch.setattr(page, "MOST_CHARACTERS", 100)
    assert "more than any article" in refusal(write(path, PAGE))


def test_an_address_that_is_damaged_is_no_harm() -> None:
    assert extract(PAGE, "a.html", "https://[post.example/ferry").text == f"{FERRY}\n\n{SAFE}"


def test_pictures_inside_a_page_do_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "MOST_CHARACTERS", 2000)
    picture = f'<img src="data:image/png;base64,{"iVBORw0KGgo" * 400}">'
    path = write(tmp_path / "a.html", PAGE.replace("</article>", f"{picture}</article>"))
    assert only(path).text == f"{FERRY}\n\n{SAFE}"


def test_of_a_huge_page_the_paragraphs_are_read(tmp_path: Path) -> None:
    menu = "<nav><p>Home and sport and more</p></nav>"
    hidden = "<script>alert('x')</script><style>p{}</style>"
    hidden += "<p hidden>The mayor fled to Peru with the money, said a note in the page.</p>"
    rows = "<i></i>" * (page.MOST_ELEMENTS + 1)
    body = (
        f"<html><body>{menu}<p>{FERRY}{hidden}</p>{rows}<div><p>{SAFE}<p>{SAFE}</div></body></html>"
    )
    assert only(write(tmp_path / "a.html", body)).text == f"{FERRY}\n\n{SAFE}"


def test_articles_of_a_brief_are_found_again_in_files_of_every_kind(tmp_path: Path) -> None:
    write(tmp_path / "a.html", PAGE)
    write(tmp_path / "b.eml", letter(f"{SAFE}\r\n\r\nThe harbour is closed until Friday.\r\n"))
    write(tmp_path / "c.zip", packed({"in/d.htm": PAGE.replace("212", "312")}))
    reading = read(tmp_path)
    assert len(reading) == 3
    brief = summarize(reading, encoder=SmallEncoder())
    told = reread(render(brief, "json", 80, colour=False), "brief.json")
    again = reread_articles(told)
    assert again.drops == ()
    assert reunite(told, again.articles) == reading.articles


def test_a_title_that_ends_a_script_is_inert_on_every_page(tmp_path: Path) -> None:
    hostile = "</script></title><script>alert(1)</script><img src=x onerror=alert(2)>"
    title = f'<meta property="og:title" content="{hostile.replace("<", "&lt;")} and a ferry">'
    body = PAGE.replace("<body>", f"<head>{title}</head><body>")
    article = only(write(tmp_path / "a.html", body))
    assert "alert" in (article.title or "")
    brief = summarize([article], encoder=SmallEncoder())
    for form in ("html", "markdown"):
        shown = render(brief, form, 80, colour=False)
        assert "alert(1" in shown
        assert "<script>alert" not in shown
        assert "<img" not in shown


def test_a_page_says_the_same_on_every_day(tmp_path: Path) -> None:
    when = '<meta property="article:published_time" content="2031-05-06T08:00:00Z">'
    path = write(tmp_path / "a.html", PAGE.replace("<body>", f"<head>{when}</head><body>"))
    assert only(path).date == "2031-05-06"


TAGS = "a b article blockquote body br div form h1 head html li main p q script style svg table td"
MARKUP = st.lists(
    st.one_of(
        st.sampled_from([f"<{tag}>" for tag in TAGS.split()]),
        st.sampled_from([f"</{tag}>" for tag in TAGS.split()]),
        st.sampled_from(["<!--", "-->", "<![CDATA[", "]]>", "&lt;", "&#0;", "&#x110000;", "<?xml"]),
        st.sampled_from(["<p class='", '<a href="', "<meta charset=utf-7>", "<title>", "</title>"]),
        st.text(max_size=20),
        st.sampled_from([FERRY, SAFE, "2024-03-05", "By Jane Roe"]),
    ),
    max_size=60,
)


@given(MARKUP, st.integers(1, 400))
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_markup_is_read_or_refused_in_prose(parts: list[str], depth: int) -> None:
    markup = "".join(parts[: len(parts) // 2]) + "<div>" * depth + "".join(parts)
    try:
        document = extract(markup, "a.html")
    except SourceError:
        return
    assert document.text.strip() == document.text != ""
    assert extract(markup, "a.html") == document


@given(st.text(st.characters(categories=["L", "N", "P", "Z"]), max_size=80))
@settings(max_examples=40, deadline=None)
def test_scripts_and_styles_never_reach_an_article(told: str) -> None:
    secret = "zqxj"
    inside = f"{told.replace('<', '')}{secret}"
    hidden = f"<script>{inside}</script><style>{inside}</style><template>{inside}</template>"
    markup = PAGE.replace("<p>", f"{hidden}<p>").replace("</article>", f"{hidden}</article>")
    assert secret not in extract(markup, "a.html").text


@pytest.mark.parametrize(
    "bomb",
    ["<div>", "<table><tr><td>", "<ul><li>x", "<b><i>", "<blockquote><p>", "<!--", "<p class='",
     "<script>", "<form><input>", "<section><article><h2>x</h2>", "<td>a", "<p><span>a</span>",
     '<script type="application/ld+json">{"a":', "&#", "<svg><p>", "a<br>"],
)  # fmt: skip
def test_a_bomb_of_tags_ends(bomb: str) -> None:
    markup = f"<html><body><p>{FERRY}</p>" + bomb * (400_000 // len(bomb))
    assert "ferry" in extract(markup, "a.html").text


def test_a_page_that_a_browser_saved_as_one_file(tmp_path: Path) -> None:
    message = (
        "From: <Saved by a browser>\r\n"
        "Snapshot-Content-Location: https://www.bbc.co.uk/news/world-1\r\n"
        "Subject: Ferry\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="x"\r\n\r\n--x\r\n'
        "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        f"{PAGE.replace('=', '=3D')}\r\n--x\r\nContent-Type: image/png\r\n\r\nxx\r\n--x--\r\n"
    )
    article = only(write(tmp_path / "a.mhtml", message))
    assert article.text == f"{FERRY}\n\n{SAFE}"
    assert (article.outlet, article.url) == ("BBC News", "https://www.bbc.co.uk/news/world-1")
    path = write(tmp_path / "b.mht", message.replace("text/html", "text/css"))
    assert refusal(path) == f"{path} is a saved page that holds no HTML; save the page again."


def letter(body: str, kind: str = "text/plain", **more: str) -> str:
    head = {"From": "Harbour Post <news@post.example>", "Subject": "Ferry runs aground"}
    head |= {"Date": "Tue, 05 Mar 2024 10:00:00 +0000", "Content-Type": f"{kind}; charset=utf-8"}
    lines = "".join(f"{key}: {value}\r\n" for key, value in (head | more).items())
    return f"{lines}\r\n{body}"


def test_a_message_is_its_text_with_subject_sender_and_day(tmp_path: Path) -> None:
    article = only(write(tmp_path / "a.eml", letter(f"{FERRY}\r\n\r\n{SAFE}\r\n")))
    assert article.text == f"{FERRY}\n\n{SAFE}"
    assert (article.title, article.outlet) == ("Ferry runs aground", "Harbour Post")
    assert article.date == "2024-03-05"
    article = only(write(tmp_path / "b.eml", letter(PAGE, "text/html")))
    assert article.text == f"{FERRY}\n\n{SAFE}"


@pytest.mark.parametrize("shown", ['<img src="cid:1">', "<p>Enable JavaScript to go on.</p>"])
def test_a_message_whose_page_holds_no_article_is_its_text(tmp_path: Path, shown: str) -> None:
    page = f"<html><body>{shown}</body></html>"
    kinds = ("text/plain", FERRY), ("text/html", page)
    parts = "".join(f"--x\r\nContent-Type: {kind}\r\n\r\n{body}\r\n" for kind, body in kinds)
    head = "From: a@b.example\r\nSubject: Fog\r\nMIME-Version: 1.0\r\n"
    head += 'Content-Type: multipart/alternative; boundary="x"\r\n\r\n'
    assert only(write(tmp_path / "a.eml", f"{head}{parts}--x--\r\n")).text == FERRY
    alone = f"{head}{parts[parts.index('--x', 3) :]}--x--\r\n"
    assert "b.eml" in refusal(write(tmp_path / "b.eml", alone))


def test_what_a_message_quotes_is_read_as_paragraphs(tmp_path: Path) -> None:
    broken = "\r\n".join(f"> {line}" for line in wrap(FERRY, 60))
    article = only(write(tmp_path / "a.eml", letter(f"{broken}\r\n>\r\n> {SAFE}\r\n")))
    assert article.text == f"{FERRY}\n\n{SAFE}"


def test_who_forwards_a_message_is_not_its_outlet(tmp_path: Path) -> None:
    path = write(tmp_path / "a.eml", letter(FERRY, Subject="Fwd: Re: Ferry runs aground"))
    article = only(path)
    assert (article.title, article.outlet) == ("Ferry runs aground", None)


BOX = (
    f"From a@b.example Tue Mar  5 10:00:00 2024\n{letter(FERRY)}"
    "\n\n>From the harbour it was an hour.\n\nFrom a distance the fog hid it.\n\n"
    f"From c@d.example Tue Mar  5 11:00:00 2024\n{letter(PAGE, 'text/html', Subject='Fog')}\n\n"
    f"From c@d.example Tue Mar  5 12:00:00 2024\n{letter('', Subject='Nothing')}\n\n"
)


@pytest.mark.parametrize("name", ["box.mbox", "box"])
def test_a_mailbox_is_its_messages_each_by_its_number(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / name, BOX)
    reading = read(path)
    told = f"{FERRY}\n\nFrom the harbour it was an hour.\n\nFrom a distance the fog hid it."
    assert [article.path for article in reading] == [f"{path}#1", f"{path}#2"]
    assert [article.text for article in reading] == [told, f"{FERRY}\n\n{SAFE}"]
    assert [article.title for article in reading] == ["Ferry runs aground", "Fog"]
    assert [(str(drop.item), drop.reason) for drop in reading.drops] == [
        (f"{path}#3", f"{path}#3 is a message without text; save the article's text as .txt.")
    ]
    if name == "box.mbox":
        assert read(f"{path}#2").articles == reading.articles[1:]
        assert refusal(f"{path}#9") == f"{path} has no message 9; it has 3, counted from 1."


def test_a_message_of_a_mailbox_whose_date_is_none_is_told(tmp_path: Path) -> None:
    late = letter(FERRY, Date="in the evening")
    path = write(tmp_path / "box.mbox", BOX + f"From a@b.example Tue Mar  5 13:00:00 2024\n{late}")
    told = f"{path}#4 gives a date that is none (in the evening); write it 2023-07-27."
    assert [drop.reason for drop in read(path).drops][1:] == [told]
    article = only(write(tmp_path / "a.eml", letter(FERRY, Date="2024-03-05 10:00:00")))
    assert article.date == "2024-03-05"


def test_mailboxes_that_are_none_or_too_large_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "box.mbox", FERRY)
    assert refusal(path) == f"{path} is no mailbox; save each message as .eml."
    monkeypatch.setattr("summarize.formats.box.MOST_MESSAGES", 2)
    assert "holds more than 2 messages" in refusal(write(path, BOX))


def test_a_message_that_was_taken_out_of_a_mailbox_as_it_stood_there(tmp_path: Path) -> None:
    text = letter(FERRY)
    told = only(write(tmp_path / "a.eml", f"From a@b.example Tue Mar  5 13:00:00 2024\n{text}"))
    plain = only(write(tmp_path / "b.eml", text))
    assert (told.text, told.title, told.date) == (plain.text, plain.title, plain.date)


def test_messages_that_hold_no_article_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "a.eml", "Dear all,\nthis is no message.")
    assert refusal(path) == f"{path} is no message; save the article's text as .txt."
    attached = letter(FERRY, **{"Content-Disposition": "attachment; filename=a.txt"})
    assert "is a message without text" in refusal(write(path, attached))
    monkeypatch.setattr(mail, "MOST_PARTS", 3)
    parts = "".join(f"--x\r\nContent-Type: text/css\r\n\r\n{n}\r\n" for n in range(9))
    bomb = letter(f"{parts}--x--\r\n", 'multipart/mixed; boundary="x"')
    assert "is a message of more than 3 parts" in refusal(write(path, bomb))


@given(st.binary(max_size=400))
@settings(max_examples=60, deadline=None)
def test_any_message_is_read_or_refused(data: bytes) -> None:
    for head in (b"A: 1\nB: 2\n", b'Content-Type: multipart/mixed; boundary="x"\nA: b\n\n--x\n'):
        with suppress(SourceError):
            assert mail.mail(head + data, "a.eml").text


def test_a_pdf_is_its_paragraphs(tmp_path: Path) -> None:
    first = [
        "A ferry with 212 people on board ran aground off the island of Sollen on Monday,",
        "and the coast guard brought all of them ashore in boats, said the inter-",
        "national agency.",
        "Nobody was hurt, and the cause is to be looked into, a minister said on Monday",
        "night.",
    ]
    path = write(tmp_path / "a.pdf", pdf(first, title="Ferry runs aground"))
    article = only(path)
    assert article.text == (
        "A ferry with 212 people on board ran aground off the island of Sollen on Monday, and the"
        " coast guard brought all of them ashore in boats, said the international agency.\n\nNobody"
        " was hurt, and the cause is to be looked into, a minister said on Monday night."
    )
    assert (article.title, article.date) == ("Ferry runs aground", None)


def test_letters_that_a_font_draws_as_one_are_letters(tmp_path: Path) -> None:
    line = "\x02ve people died in a \x02re o\x01 Sollen, two o\x04cials con\x02rmed. A \x03ight"
    article = only(write(tmp_path / "a.pdf", pdf([line])))
    told = "five people died in a fire off Sollen, two officials confirmed. A flight"
    assert article.text == told


def test_pdfs_that_hold_no_article_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.pdf"
    assert refusal(write(path, pdf([]))).startswith(f"{path} holds pictures of text and no text")
    assert refusal(write(path, b"%PDF-1.7\n1 0 obj")).endswith("is damaged; save it anew.")
    monkeypatch.setattr("summarize.formats.pdf.MOST_PAGES", 1)
    assert "has 2 pages, and at most 1 are read" in refusal(write(path, pdf(["One."], ["Two."])))
    monkeypatch.setitem(sys.modules, "pypdf", None)
    assert refusal(path) == f"{path} is a PDF document; to read it, pip install 'summarize[pdf]'."


def test_a_word_document_is_its_paragraphs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a.docx", docx(FERRY, "", SAFE, title="Ferry", author="Jane Roe"))
    article = only(path)
    assert article.text == f"{FERRY}\n\n{SAFE}"
    assert (article.title, article.byline, article.date) == ("Ferry", "Jane Roe", None)
    monkeypatch.setitem(sys.modules, "docx", None)
    assert refusal(path) == f"{path} is a Word document; to read it, pip install 'summarize[docx]'."


def runs(*texts: str, style: str = "", mark: str = "") -> str:
    """A paragraph in a Word document: texts as runs, markup as it is."""
    pieces = (one if one.startswith("<") else f"<w:r><w:t>{one}</w:t></w:r>" for one in texts)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}<w:rPr>{mark}</w:rPr></w:pPr>{''.join(pieces)}</w:p>"


NEW = "<w:r><w:t>in dense fog </w:t></w:r>"
OLD = "<w:r><w:delText>in bright sun </w:delText></w:r>"
PROMPT = (
    f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{runs('x')}</w:sdtContent></w:sdt>"
)
MARK = "<w:del/>"


@pytest.mark.parametrize(
    "body",
    [
        runs("It sank ", f"<w:ins>{NEW}</w:ins>", "off Sollen."),
        runs("It sank ", f"<w:ins><w:hyperlink>{NEW}</w:hyperlink></w:ins>", "off Sollen."),
        runs("It sank ", f"<w:del>{OLD}</w:del><w:ins>{NEW}</w:ins>", "off Sollen."),
        runs("It sank ", f"<w:moveFrom>{NEW}</w:moveFrom>", "in dense fog ", "off Sollen."),
        runs("It sank ", f"<w:moveTo>{NEW}</w:moveTo>", "off Sollen."),
        runs("It sank ", f"<w:sdt><w:sdtContent>{NEW}</w:sdtContent></w:sdt>", "off Sollen."),
        runs("It sank ", f"<w:fldSimple>{NEW}</w:fldSimple>", "off Sollen."),
        PROMPT
        + f"<w:sdt><w:sdtContent>{runs('It sank ', NEW, 'off Sollen.')}</w:sdtContent></w:sdt>",
        f"{runs('It sank ', mark=MARK)}{runs(NEW, 'off Sollen.')}",
        f"<w:tbl><w:tr><w:trPr>{MARK}</w:trPr><w:tc>{runs('Old.')}</w:tc></w:tr><w:sdt><w:sdtContent>"
        f"<w:tr><w:tc>{runs('It sank ', NEW, 'off Sollen.')}</w:tc></w:tr></w:sdtContent></w:sdt>"
        "</w:tbl>",
    ],
)
def test_a_word_document_is_read_with_its_changes_made(tmp_path: Path, body: str) -> None:
    path = write(tmp_path / "a.docx", word(f"{runs(FERRY)}{body}{runs(SAFE)}"))
    assert only(path).text == f"{FERRY}\n\nIt sank in dense fog off Sollen.\n\n{SAFE}"


def test_a_word_document_that_says_nothing_of_itself_has_the_title_in_it(tmp_path: Path) -> None:
    head = "Ferry runs aground off Sollen"
    assert only(write(tmp_path / "a.docx", word(runs(head) + runs(FERRY)))).title == head
    styled = runs("MORNING PAPER") + runs("Ferry: what we know", style="Title") + runs(FERRY)
    assert only(write(tmp_path / "b.docx", word(styled))).title == "Ferry: what we know"


def test_word_documents_that_hold_no_article_are_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "a.docx", docx(""))
    assert refusal(path) == f"{path} is a Word document without text; give the article's text."
    assert refusal(write(path, b"PK\x03\x04 cut off")).endswith("that is damaged; save it anew.")
    broken = packed({"word/document.xml": "<a>", "[Content_Types].xml": "<b>"})
    assert refusal(write(path, broken)).endswith("that is damaged; save it anew.")


def test_an_archive_is_its_files_each_by_its_name(tmp_path: Path) -> None:
    files = {
        "b/a.html": PAGE,
        "b/2.txt": SAFE,
        ".hidden.txt": FERRY,
        "README.md": FERRY,
        "__MACOSX/x.txt": FERRY,
        "t.jsonl": '{"id": "7", "text": "A story."}',
    }
    path = write(tmp_path / "a.zip", packed(files))
    reading = read(path)
    names = [article.path.removeprefix(str(path)) for article in reading]
    assert names == ["#b/2.txt", "#b/a.html", "#t.jsonl#7"]
    assert reading.drops == ()
    for article in reading:
        assert only(article.path) == article
    assert f"{path} holds no file b/no.txt that can be read" in refusal(f"{path}#b/no.txt")


def test_files_of_an_archive_that_are_not_read_say_why(tmp_path: Path) -> None:
    stream = io.BytesIO(packed({"a.txt": FERRY, "../../up.txt": SAFE, "/etc/x.txt": SAFE}))
    with zipfile.ZipFile(stream, "a") as file:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        file.writestr(link, "/etc/passwd")
        for kind in (stat.S_IFIFO, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFSOCK):
            special = zipfile.ZipInfo(f"special-{kind:o}.txt")
            special.external_attr = (kind | 0o644) << 16
            file.writestr(special, FERRY)
        file.writestr("..\\..\\up.txt", SAFE)
        file.writestr("C:/up.txt", SAFE)
        file.writestr("in.zip", packed({"a.txt": FERRY}))
        file.writestr("in", packed({"a.txt": FERRY}))
        file.writestr("picture.png", b"\x89PNG")
        file.writestr("empty.txt", "")
    path = write(tmp_path / "a.zip", stream.getvalue())
    reading = read(path)
    assert [article.path for article in reading] == [f"{path}#a.txt"]
    reasons = {str(drop.item).partition("#")[2]: drop.reason for drop in reading.drops}
    for name in ("../../up.txt", "/etc/x.txt", "..\\..\\up.txt", "C:/up.txt"):
        assert reasons[name].endswith("lies outside of its archive by its name; it is not read.")
    assert reasons["link.txt"].endswith("is a link and no file; pack the file itself.")
    for name in ("in.zip", "in"):
        assert reasons[name].endswith("is an archive in an archive; unpack it first.")
    assert "is no text by its name (.png)" in reasons["picture.png"]
    assert "is empty" in reasons["empty.txt"]
    special_ = [reason for name, reason in reasons.items() if name.startswith("special-")]
    assert len(special_) == 4
    assert all("is a pipe, a socket or a device, not a file" in reason for reason in special_)
    assert len(reasons) == 13


def test_archives_made_to_exhaust_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "a.zip", packed({"a.txt": b" " * (8 << 20)}))
    assert "would grow more than 250-fold when unpacked" in refusal(path)
    monkeypatch.setattr(archive, "MOST_UNPACKED", 1 << 20)
    monkeypatch.setattr(archive, "MOST_MEMBERS", 2)
    assert "holds 3 files, and at most 2 are read" in refusal(
        write(path, packed({"a.txt": "a", "b.txt": "b", "c.txt": "c"}))
    )
    lying = bytearray(packed({"a.txt": FERRY}))
    lying[lying.rindex(b"PK\x01\x02") + 16] ^= 1  # its checksum
    assert "is damaged; pack it anew" in refusal(write(path, bytes(lying)))
    assert refusal(write(path, b"PK\x03\x04")) == (
        f"{path} is a ZIP archive that is damaged; pack it anew."
    )


def test_an_archive_too_large_once_unpacked_is_refused() -> None:
    data = packed({"a.txt": "abcdefgh" * 200}, zipfile.ZIP_STORED)
    with pytest.raises(SourceError, match="holds more than 0 MiB once unpacked"):
        archive.checked(data, "a.zip", 1000)


@given(st.lists(st.text(st.characters(exclude_categories=["C"]), max_size=60), max_size=12))
def test_unwrapping_loses_nothing_but_hyphens_and_is_done_once(lines: list[str]) -> None:
    text = "\n".join(lines)
    joined = unwrap(text)
    for mark in "-\u00ad\u2010":
        text, joined = text.replace(mark, ""), joined.replace(mark, "")
    assert "".join(joined.split()) == "".join(text.split())


def test_a_compound_keeps_its_hyphen_at_the_end_of_a_line() -> None:
    text = "A long-\nterm plan for the pros-\necutor, aged 40, and a 12-year-\nold boy"
    assert unwrap(text) == "A long-term plan for the prosecutor, aged 40, and a 12-year-old boy"


@pytest.mark.parametrize(
    ("title", "heads", "found"),
    [
        ("Ferry Daily Herald", ["Crews reached Sollen"], 0),  # a third, and two thirds
        ("Ferry crews and other news", ["Crews reached passengers"], None),
        ("Sollen Daily Herald", ["Crews of Sollen reached Arn with boats"], None),
        ("Sollen Daily Herald", ["Weather and sport today", "Crews reached passengers"], 1),
        ("Sollen Daily Herald", ["sollen daily herald", "Crews reached passengers"], None),
        ("", ["Crews reached passengers"], None),
    ],
)
def test_a_heading_is_the_headline_if_the_text_has_its_words_and_hardly_any_of_the_titles(
    title: str, heads: list[str], found: int | None
) -> None:
    text = "Crews of the ferry reached all passengers before night fell over the bay."
    assert headline(heads, title, text) == ("" if found is None else heads[found])
