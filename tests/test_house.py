"""`--template`: a brief in a house style, with an article's words kept text and mistakes told."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from json import loads
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from briefs import BRIDGE, a_brief, brief_of
from desk import Run, Stage, complaint
from hypothesis import given, settings
from marked import parsed
from test_inert import HOSTILE, texts

from summarize.errors import UsageError
from summarize.render.house import fields, furnish, house
from summarize.render.inert import inert
from summarize.render.json import json

if TYPE_CHECKING:
    from summarize.records import Brief

ROOT = Path(__file__).parent.parent
GUIDE = (ROOT / "docs" / "template.md").read_text("utf-8")
EXAMPLES = sorted((ROOT / "docs" / "templates").iterdir())


def made(tmp_path: Path, text: str, brief: Brief | None = None, name: str = "house.txt") -> str:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return furnish(house(path), brief or a_brief())


def wrong(tmp_path: Path, text: str, name: str = "house.md.j2") -> str:
    with pytest.raises(UsageError) as caught:
        made(tmp_path, text, name=name)
    message = str(caught.value)
    assert message.startswith(str(tmp_path / name))
    return message


def test_a_template_is_filled_instead_of_a_format(stage: Stage, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "house.txt"
    path.write_text("{{ title }}: {{ sentences | length }}\n")
    assert run("-q", "a.txt", "--template", path).stdout == "Bridge closed: 3\n"
    out = tmp_path / "page.anything"
    assert run("-q", "a.txt", "--template", path, "-o", out).exit_code == 0
    assert out.read_text("utf-8") == "Bridge closed: 3\n"


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["--format", "json"], "leave out --format"),
        (["-o", "x.docx"], "makes text, and x.docx is none"),
    ],
)
def test_what_has_no_effect_on_a_template_is_refused(
    stage: Stage, run: Run, tmp_path: Path, args: list[str], words: str
) -> None:
    path = tmp_path / "house.txt"
    path.write_text("x")
    assert words in complaint(run("a.txt", "--template", path, *args), 2)
    assert stage.settings is None


def test_a_broken_template_is_told_before_any_work(stage: Stage, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "house.txt"
    path.write_text("fine\n{{ title }\n")
    line = complaint(run("a.txt", "--template", path), 2)
    assert f"{path}, line 2: unexpected '}}'." in line
    assert stage.settings is None
    assert "is no file" in complaint(run("a.txt", "--template", tmp_path / "none"), 2)
    path.write_bytes(b"\xff")
    assert "UTF-8" in complaint(run("a.txt", "--template", path), 2)


def test_the_fields_are_those_of_the_json() -> None:
    told = fields(a_brief())
    plain = loads(json(a_brief()))
    assert told.keys() == {*plain, "scope"}
    for source in plain["sources"]:
        source.setdefault("language", None)  # the JSON is silent on English
    for name in ("sources", "voices", "disagreements", "drops"):
        assert [item.keys() for item in told[name]] == [item.keys() for item in plain[name]]
    assert told["sentences"][0].keys() == {*plain["sentences"][0], "day"}
    assert told["sentences"][0]["text"] == BRIDGE


def test_the_guide_names_every_field_and_no_other() -> None:
    rows = GUIDE.split("| field |")[1].split("\n\n")[0].splitlines()[2:]
    told = {name for row in rows for name in re.findall(r"`([a-z_0-9]+)`", row)}
    page = fields(a_brief())
    page["counts"]["unpicked"] = 0
    inner = {"sentences", "sources", "voices", "disagreements", "drops"}
    known = {*page, *page["counts"], "because_of"}
    for name in inner:
        known |= {key for item in page[name] for key in item}
    known |= set(page["disagreements"][0]["sides"][0]) - {"path"}
    assert told == known - {"path"} | {"path"}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a\n{{ titel }}", 2, "'titel' is undefined"),
        ("a\n\n{% for s in sentences %}\n{{ s.txt }}{% endfor %}", 4, "no attribute 'txt'"),
        ("{% for %}", 1, ""),
        ("{{ 1 / 0 }}", 1, "division by zero"),
        ("\n{% include 'other' %}", 2, "asks for other, but a template is one file"),
        ("{% import '/etc/passwd' as x %}", 1, "one file"),
        ("{{ title.__class__.__mro__ }}", 1, "unsafe"),
        ("{{ ''.__class__.__base__.__subclasses__() }}", 1, "unsafe"),
        ("{{ sentences.append(1) }}", 1, "access to attribute 'append'"),
        ("{{ cycler.__init__.__globals__ }}", 1, "unsafe"),
        ("{{ '%s' | nofilter }}", 1, "No filter named 'nofilter'"),
        ("{% macro m() %}{{ m() }}{% endmacro %}\n{{ m() }}", 1, "recursion"),
    ],
)
def test_a_mistake_is_told_with_file_and_line(
    tmp_path: Path, text: str, line: int, words: str
) -> None:
    message = wrong(tmp_path, text)
    assert f"line {line}: " in message
    assert words in message
    assert message.endswith("docs/template.md tells what a template can use.")


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", ["house.txt", "house.md", "house.html", "house"])
def test_no_template_lets_control_characters_through(tmp_path: Path, name: str, text: str) -> None:
    page = made(tmp_path, "{{ title }}\n{{ sources[0].path }}\x1b[31m", brief_of(text), name)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", page)
    page.encode("utf-8")


class Page(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_comment(self, data: str) -> None:
        self.tags.append("comment")

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.html.j2", "a.xml.jinja"])
def test_html_is_escaped_by_the_template_s_name(tmp_path: Path, name: str, text: str) -> None:
    page = Page(made(tmp_path, "<p>{{ title }}</p>", brief_of(text), name))
    assert page.tags == ["p"]
    assert page.words.strip() == inert(text)


@given(texts)
@settings(deadline=None)
def test_markdown_is_escaped_by_the_template_s_name(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    source = "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(title) }}\n\n* {{ title }} \n"
    page = made(tmp_path_factory.mktemp("t"), source, brief_of(text), "a.md.j2")
    tokens = parsed(page)
    plain = {"inline", "text", "text_special", "bullet_list_open", "bullet_list_close"}
    plain |= {"list_item_open", "list_item_close", "paragraph_open", "paragraph_close"}
    assert {token.type for token in tokens} <= plain
    seen = [token for token in tokens if token.type == "inline"]
    shown = ["".join(part.content for part in token.children or ()) for token in seen]
    assert shown == [inert(text), inert(text)]


def test_blanks_that_a_markdown_template_puts_around_a_text_stay(tmp_path: Path) -> None:
    page = made(tmp_path, '{{ title }}{{ " (*" ~ words ~ ") " }}and', name="a.md")
    assert page == "Bridge closed (\\*37) and\n"


def test_addresses_are_those_of_the_web_or_none(tmp_path: Path) -> None:
    text = "{% for s in sources %}{{ s.url }} {% endfor %}"
    assert made(tmp_path, text).split() == ["https://valley.example/bridge", *["None"] * 4]


def test_what_is_not_known_is_none(tmp_path: Path) -> None:
    text = "{{ sources[0].language }} {{ sentences[0].day }} {{ scope.focus is defined }}"
    assert made(tmp_path, text).split() == ["None", "None", "False"]


def test_text_is_one_line_each_and_filters_work_on_it(tmp_path: Path) -> None:
    brief = brief_of("one\n two\tthree < four")
    assert made(tmp_path, "{{ title }}", brief) == "one two three < four\n"
    assert made(tmp_path, "{{ title | wordwrap(8) }}", brief) == "one two\nthree <\nfour\n"


def test_citations_are_written_as_in_every_format(tmp_path: Path) -> None:
    assert made(tmp_path, "{{ sentences[0].cites | citation }}") == "[1–3, 5]\n"


def test_a_template_cannot_be_endless_or_no_file(tmp_path: Path) -> None:
    import os

    (tmp_path / "long.txt").write_text(" " * 1_000_001)
    os.mkfifo(tmp_path / "pipe")
    for name in ("long.txt", "pipe", "."):
        with pytest.raises(UsageError):
            house(tmp_path / name)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
@pytest.mark.parametrize("text", [BRIDGE, *HOSTILE])
def test_the_examples_hold_with_anything_in_them(path: Path, text: str) -> None:
    page = furnish(house(path), brief_of(text) if text != BRIDGE else a_brief())
    if path.name.startswith("card"):
        allowed = {"article", "h2", "p", "small", "ol", "li", "a"}
        assert set(Page(page).tags) <= allowed
    elif path.name.startswith("newsletter"):
        headings = [token.tag for token in parsed(page) if token.type == "heading_open"]
        assert headings == ["h2"]
        assert not {t.type for t in parsed(page)} & {"html_inline", "html_block", "image", "fence"}
    assert inert(text).split()[0].casefold() in page.casefold().replace("\\", "") or "<" in text


def test_the_examples_are_those_of_the_guide(run: Run, stage: Stage, tmp_path: Path) -> None:
    assert set(re.findall(r"\(templates/(.+?)\)", GUIDE)) == {path.name for path in EXAMPLES}
    (command,) = re.findall(r"<!-- example -->\n```sh\nsummarize (.+)\n```", GUIDE)
    args = command.replace("newsletter.md -o", "-o").replace("docs/", f"{ROOT}/docs/").split()
    args[-1] = str(tmp_path / "newsletter.md")
    assert run("-q", *args).exit_code == 0
    page = (tmp_path / "newsletter.md").read_text("utf-8")
    assert page.startswith(f"## Bridge closed\n\n- {BRIDGE} ")
    assert "**Unclear:** The day the bridge was closed: Monday or Tuesday?" in page
    assert "1. Valley Herald, <https://valley.example/bridge>\n2. Hill Times\n" in page


def test_a_brief_on_a_timeline_has_days(tmp_path: Path) -> None:
    brief = a_brief()
    picks = tuple(replace(pick, day="2024-03-04") for pick in brief.picks)
    dated = replace(brief, picks=picks, scope={"timeline": True})
    assert made(tmp_path, "{{ sentences[0].day }}", dated) == "2024-03-04\n"
    assert made(tmp_path, "{{ sentences[0].day }}", brief) == "None\n"
