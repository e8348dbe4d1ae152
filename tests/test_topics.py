"""Topic files: one story's documents out of JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from files import refusal, write

from summarize.read import read

if TYPE_CHECKING:
    from pathlib import Path

ONE = {
    "id": "t1",
    "documents": [
        {
            "id": "a",
            "title": "Bridge",
            "date": "2023-08-01T10:00:00Z",
            "source": "BBC",
            "url": None,
            "text": "One.\r\n",
        },
        {"id": "b", "text": "Two.", "wire": "ap"},
    ],
    "references": ["x"],
}
TWO = {"id": "t/2", "documents": [{"text": "Three."}, {"id": 7, "text": "Four."}]}


def lines(path: Path, *values: Any) -> Path:
    return write(path, "\n".join(json.dumps(value) for value in values))


def test_one_topic_is_read_with_what_is_given(tmp_path: Path) -> None:
    path = lines(tmp_path / "x.jsonl", ONE)
    first, second = read(path)
    assert (first.path, first.text, first.title) == (f"{path}#t1/a", "One.\n", "Bridge")
    assert (first.date, first.outlet, first.url) == ("2023-08-01", "BBC", None)
    assert (second.path, second.wire, second.title) == (
        f"{path}#t1/b",
        "Associated Press",
        None,
    )


def test_an_address_tells_the_day_where_nothing_else_does(tmp_path: Path) -> None:
    url = "https://herald.example/2024/03/05/bridge"
    documents = [
        {"id": "a", "url": url, "text": "One."},
        {"id": "b", "url": url, "date": "2024-03-04", "text": "Two."},
        {"id": "c", "url": url, "text": "Published: 3 March 2024\n\nThree."},
    ]
    path = lines(tmp_path / "x.jsonl", {"id": "t", "documents": documents})
    assert [article.date for article in read(path)] == ["2024-03-05", "2024-03-04", "2024-03-03"]


def test_json_of_any_of_the_shapes(tmp_path: Path) -> None:
    for name, value in (
        ("topic", ONE),
        ("list", ONE["documents"]),
        ("topics", [ONE]),
    ):
        path = write(tmp_path / f"{name}.json", json.dumps(value, indent=2))
        assert [article.text for article in read(path)] == ["One.\n", "Two."]
    single = write(tmp_path / "single.json", json.dumps({"text": "One."}))
    assert [article.path for article in read(single)] == [f"{single}#1"]
    several = lines(tmp_path / "documents.jsonl", {"id": "a", "text": "A."}, {"text": "B."})
    assert [article.path for article in read(several)] == [f"{several}#a", f"{several}#2"]


def test_one_of_several_topics_is_named(tmp_path: Path) -> None:
    path = lines(tmp_path / "x.jsonl", ONE, TWO)
    assert refusal(path) == (
        f"{path} holds 2 topics and a brief tells one story; name one of them, such as {path}#t1."
    )
    assert [a.path for a in read(f"{path}#t/2")] == [f"{path}#t/2/1", f"{path}#t/2/7"]
    assert [a.text for a in read(f"{path}#t/2/7")] == ["Four."]
    assert [a.text for a in read([f"{path}#t1", f"{path}#t1/b"])] == ["One.\n", "Two."]
    assert refusal(f"{path}#t3") == f"{path} has no topic or document t3; it has t1, t/2."
    assert refusal(f"{path}#t1/z") == f"{path} has no topic or document t1/z; it has t1, t/2."


def test_documents_of_one_id_that_differ_are_all_read(tmp_path: Path) -> None:
    first = {"id": "t", "documents": [{"id": "a", "text": "One."}, {"id": "b", "text": "Two."}]}
    again = {
        "id": "t",
        "documents": [{"id": "a", "text": x} for x in ("Three.", "One.", "Four.", "Three.")]
        + [{"text": "Five."}, {"id": "a-2", "text": "Six."}],
    }
    path = lines(tmp_path / "x.jsonl", first, again)
    reading = read(f"{path}#t")
    told = {article.path.rpartition("/")[2]: article.text for article in reading}
    assert sorted(told.values()) == ["Five.", "Four.", "One.", "Six.", "Three.", "Two."]
    assert (told["a"], told["b"], told["a-2"]) == ("One.", "Two.", "Six.")
    for name, text in told.items():
        assert [article.text for article in read(f"{path}#t/{name}")] == [text]
    reasons = [drop.reason for drop in reading.drops]
    assert f"{path} has several documents 'a' that differ; one is read as t/a-3." in reasons
    assert sum("is named twice; it is read once." in reason for reason in reasons) == 2


def test_a_path_with_a_hash_is_a_path_where_it_exists(tmp_path: Path) -> None:
    path = lines(tmp_path / "x.json#1.txt", "not a topic")
    assert read(path).articles[0].text == '"not a topic"'


def test_what_is_no_document_is_a_drop(tmp_path: Path) -> None:
    path = write(tmp_path / "x.jsonl", json.dumps(ONE) + "\n{oops\n")
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
    path = lines(tmp_path / "y.jsonl", {"id": "t", "documents": documents})
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
     ("[" * 100_000, "is nested too deeply to be read as JSON; give topics"),
     ('{"documents": []}', "holds no document with a text;"),
     ("1" * 5000, "holds a number of too many digits to be read as JSON; give topics"),
     ("{}", "holds no documents; give topics")],
    ids=["broken", "numbers", "nested", "empty", "digits", "nothing"],
)  # fmt: skip
def test_refusals(tmp_path: Path, text: str, reason: str) -> None:
    path = write(tmp_path / "x.json", text)
    assert reason in refusal(path)
    assert refusal(path).startswith(str(path))


def test_surrogates_in_json_can_be_encoded(tmp_path: Path) -> None:
    path = write(
        tmp_path / "x.json",
        '{"id": "\\ud800", "title": "\\udfff x", "text": "a \\ud83d\\ude00 \\ud800 b"}',
    )
    (article,) = read(path)
    assert article.text == "a 😀 \ufffd b"
    assert (article.path, article.title) == (f"{path}#\ufffd", "\ufffd x")


def test_a_given_id_stands_and_a_topic_without_one_has_a_number_that_none_is_called(
    tmp_path: Path,
) -> None:
    bare = {"documents": [{"id": "a", "text": "One."}]}
    named = {"id": "1", "documents": [{"id": "a", "text": "Two."}]}
    doubtful = {"id": False, "documents": [{"id": "a", "text": "Three."}]}
    path = lines(tmp_path / "x.jsonl", bare, named, doubtful)
    for name, text in (("1", "Two."), ("2", "One."), ("3", "Three.")):
        assert [article.text for article in read(f"{path}#{name}")] == [text]


def test_signs_that_divide_lines_elsewhere_divide_no_line_of_json(tmp_path: Path) -> None:
    """JSON may hold them in a value as they are, and many programs write them so."""
    text = "One.\u2028Two.\x85Three.\u2029Four."
    line = json.dumps({"text": text}, ensure_ascii=False)
    for end in ("\n", "\r\n", "\r"):
        path = write(tmp_path / "x.jsonl", f"{line}{end}{line.replace('One', 'Once')}{end}")
        reading = read(path)
        assert reading.drops == ()
        assert [article.text.split("\n")[0] for article in reading] == ["One.", "Once."]
    path = write(tmp_path / "a.json", json.dumps([{"text": text, "id": "é\u2028"}]))
    assert read(path).drops == ()


def test_lines_that_are_no_topic_and_no_document_are_told(tmp_path: Path) -> None:
    """A text under another name would be missed without a word else."""
    other = {"title": "Bridge", "body": "The bridge is closed."}
    path = lines(tmp_path / "x.jsonl", {"text": "One."}, other, None, 3, [[{"text": "Two."}], 4])
    reading = read(path)
    assert [article.text for article in reading] == ["One.", "Two."]
    assert [drop.item for drop in reading.drops] == [f"{path}:{number}" for number in (2, 3, 4, 5)]
    assert {drop.reason.partition("; ")[0] for drop in reading.drops} == {
        f"Line {number} of {path} is no topic and no document" for number in (2, 3, 4, 5)
    }
    path = write(tmp_path / "a.json", json.dumps([other, {"text": "One."}]))
    (drop,) = read(path).drops
    assert drop.reason.startswith(f"Item 1 of {path} is no topic and no document; give topics")


def test_of_many_lines_that_are_left_out_the_first_are_told_and_how_many_more(
    tmp_path: Path,
) -> None:
    path = write(tmp_path / "x.jsonl", "{oops\n" * 25 + '{"text": "One."}')
    drops = read(path).drops
    assert len(drops) == 21
    assert drops[-1].reason == f"{path} has 5 more such places; mend or remove them."


@pytest.mark.parametrize("depth", [*range(900, 1010, 10), 100_000])
def test_what_is_nested_deeply_is_read_or_told_as_that(tmp_path: Path, depth: int) -> None:
    deep = "[" * depth + json.dumps({"text": "One."}) + "]" * depth
    path = write(tmp_path / "x.jsonl", deep + '\n{"text": "Two."}\n')
    reading = read(path)
    assert [article.text for article in reading][-1] == "Two."
    assert len(reading) == 2 or [drop.reason for drop in reading.drops] == [
        f"Line 1 of {path} is nested too deeply to be read as JSON; mend it or remove it."
    ]


def test_a_document_may_be_described_as_front_matter_does(tmp_path: Path) -> None:
    known = {"publisher": "Post", "author": "Jo Roe", "published": 1709626500, "agency": "ap"}
    path = lines(tmp_path / "x.jsonl", {"text": "One.", "link": "https://post.example/1", **known})
    (article,) = read(path)
    assert (article.outlet, article.byline, article.date) == ("Post", "Jo Roe", "2024-03-05")
    assert (article.wire, article.url) == ("Associated Press", "https://post.example/1")
    path = lines(tmp_path / "y.jsonl", {"text": "One.", "source": "Herald", "outlet": "Post"})
    assert read(path).articles[0].outlet == "Herald"
