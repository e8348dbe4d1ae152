"""Who says it: the source of a sentence in the article's own words, or the article itself."""

from __future__ import annotations

import importlib
import re
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from cases import load, seeds
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from summarize.attribute import attribute, rests_on
from summarize.clean import clean
from summarize.errors import ModelError
from summarize.models import attribution_weights
from summarize.records import Article, Embedded, Span, Story
from summarize.segment import segment
from summarize.speakers import LABELS, _heard, _rows, _weights
from summarize.text.attribution.claimants import core, keys
from summarize.text.attribution.clues import clues, left_open, seen, tokenized
from summarize.text.attribution.quotations import Quotations
from summarize.text.attribution.spans import tidied

if TYPE_CHECKING:
    from collections.abc import Sequence

PIECES = st.sampled_from(
    ["Kim ", "Ines Marten", "Mr. ", "he ", "who ", "said ", "according to ", ", ", "“", "”", '"',
     "''", "``", "’s ", "(KCNA) ", "(", ")", "\n\n", ". ", "The ", "a spokesman ", "\u202e",
     "東京 ", "On\u00a0Ines Marten ", "Marten ", "I ", "told AFP", "—", ": ", "\x00", "A" * 40]
)  # fmt: skip


def told(*texts: str, whole: bool = False) -> Story:
    """Return a story of articles, cleaned as usual or kept line by line."""
    articles = tuple(Article(f"{number}.txt", text) for number, text in enumerate(texts))
    lines = tuple(
        Span(number, match.start(), match.end())
        for number, text in enumerate(texts)
        for match in re.finditer(r"[^\n]*\S[^\n]*", text)
    )
    sentences = segment(articles, clean(articles).kept if whole else lines)
    return Story(articles, sentences, (), Embedded((), np.zeros((0, 1), np.float32)), ())


def sources(*texts: str) -> tuple[str | None, ...]:
    story = told(*texts)
    return attribute(story.sentences, story)


def one_each(texts: Sequence[str]) -> str | None:
    story = told(*texts)
    return rests_on(story.sentences, story)


@pytest.mark.parametrize("case", load("attribution"))
def test_case(case: dict[str, Any]) -> None:
    if "file" not in case:
        assert [who or "" for who in sources(case["text"])] == case["who"]
        return
    text = next(a.text for a in seeds() if a.path.startswith(case["file"].split("_")[0]))
    story = told(text, whole=True)
    picked = [s for s in story.sentences if s.text.startswith(case["starts"])]
    assert attribute(picked[:1], story) == (case["who"],)


@settings(deadline=None, max_examples=60)
@given(st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join)))
def test_a_source_is_a_slice_of_its_article_without_loose_marks(text: str) -> None:
    story = told(text)
    for who in attribute(story.sentences, story):
        assert who is None or (who in text and who.strip(' ,;:“"(') == who)
        assert who is None or any(char.isalnum() for char in who)


@settings(deadline=None, max_examples=60)
@given(st.lists(PIECES, max_size=30).map("".join), st.integers(0, 60), st.integers(0, 60))
def test_tidying_stays_within_what_it_was_given_or_closes_a_bracket(
    text: str, start: int, end: int
) -> None:
    place = tidied(text, start, min(end, len(text)))
    if place:
        assert start <= place[0] < place[1] <= len(text)
        assert place[1] <= end or text[place[1] - 1] in ")”]"


def test_what_is_asked_alone_is_answered_as_among_all() -> None:
    story = told(*[article.text for article in seeds()], whole=True)
    every = attribute(story.sentences, story)
    assert every == tuple(attribute([s], story)[0] for s in story.sentences)
    assert sum(who is not None for who in every) > len(every) / 3
    assert sum(who is None for who in every) > len(every) / 5


def test_articles_do_not_resolve_one_anothers_names() -> None:
    first = "Ines Marten told reporters that the wards were full."
    second = "Marten said on Friday that more beds would come."
    assert sources(first, second) == ("Ines Marten", "Marten")


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        (["KCNA said the parade was cancelled.",
          "The parade was cancelled, the North’s official Korean Central News Agency (KCNA) said.",
          "According to state media KCNA, the parade was cancelled."], "KCNA"),
        (["The Korean Central News Agency said the parade was cancelled.",
          "The parade was cancelled, KCNA reported."], "KCNA"),
        (["Ines Marten said the wards were full.", "The wards were full, Marten said."], "Marten"),
        (["KCNA said the parade was cancelled.", "Yonhap said the parade was cancelled."], None),
        (["KCNA said the parade was cancelled.", "The parade was cancelled at noon."], None),
        (["Officials said the wards were full.", "The wards were full, officials said."], None),
        (["KCNA said the parade was cancelled."], None),
        (["Ines Marten pleaded guilty on Friday.", "Aide Ines Marten pleaded guilty."], None),
        (["Mayor Tom Vries has resigned from office after a harsh report released by state"
          " Attorney General Ines Marten found he harassed 11 women, including some who worked in"
          " his office.",
          "Mayor Tom Vries resigned a week after Attorney General Ines Marten said that he harassed"
          " 11 women."], None),
        (["Ines Marten accused the bank of fraud.", "Marten accused the bank."], "Marten"),
    ],
)  # fmt: skip
def test_several_articles_may_rest_on_one_claimant(texts: list[str], name: str | None) -> None:
    assert one_each(texts) == name
    assert one_each(texts[::-1]) == name


@pytest.mark.parametrize(
    ("words", "name"),
    [("President Yoon Suk Yeol", ("Yoon", "Suk", "Yeol")), ("Yoon’s spokesman Lee", ("Lee",)),
     ("a spokesman", ()), ("Mr. Park", ("Park",)), ("The Biden administration", ("Biden",))],
)  # fmt: skip
def test_a_name_is_without_titles_and_owners(words: str, name: tuple[str, ...]) -> None:
    assert core(words) == name


def test_different_agencies_share_no_key() -> None:
    assert not keys("Xinhua News Agency") & keys("the Korean Central News Agency (KCNA)")
    assert not keys("Central News Agency") & keys("the Korean Central News Agency")


def test_nobodys_name_is_a_clue() -> None:
    text = "On Monday Ines Marten and KCNA said that 30 of Ode’s pupils left Sollen."
    found = {clue for row in clues(tokenized(text), opening="first") for clue in row}
    for name in ("ines", "marten", "kcna", "ode", "sollen", "30"):
        assert not [clue for clue in found if re.search(rf"\b{name}\b", clue.lower())]
    assert "r0=say" in found
    known = " ".join(sight for numbers in _weights().numbers for sight in numbers)
    assert not re.search(r"\b(?:trump|clinton|obama|sanders|cruz|rubio|putin)\b", known)


def test_a_name_begins_behind_little_words_whatever_the_space() -> None:
    text = "On\u00a0Ines Marten fell the blame. Marten said it was so."
    assert sources(text)[-1] == "Ines Marten"
    text = "At\u00a0The\u00a0Marten. On\u00a0Ines\u00a0Marten. Marten said it was so."
    assert sources(text)[-1] == "Ines\u00a0Marten"


def test_quotations_open_and_close() -> None:
    assert left_open("“The wards are full.")
    assert not left_open("Nobody will be turned away.”", quoted=True)
    assert not left_open("``Come in,'' he said.")
    assert left_open('He said: "Come in.')


@settings(deadline=None, max_examples=60)
@given(st.lists(PIECES, max_size=30).map("".join), st.data())
def test_a_quotation_is_followed_whatever_sentence_is_asked_first(
    text: str, data: st.DataObject
) -> None:
    sentences = told(text).sentences
    inside, starts = False, [*map(Quotations(sentences).starts_within, range(len(sentences)))]
    for at, (before, sentence) in enumerate(zip([None, *sentences], sentences, strict=False)):
        follows = before is not None and before.paragraph == sentence.paragraph
        assert not starts[at] or (inside and follows)
        inside = left_open(sentence.text, quoted=starts[at])
    read = Quotations(sentences)
    for at in data.draw(st.permutations(range(len(sentences)))):
        assert read.starts_within(at) == starts[at]


@settings(deadline=None, max_examples=60)
@given(st.lists(PIECES, min_size=1, max_size=30).map("".join), st.sampled_from(["first", "later"]))
def test_each_clue_is_weighed_by_its_name(text: str, opening: str) -> None:
    tokens = tokenized(text)
    assume(tokens)
    with np.load(attribution_weights()) as stored:
        names = stored["clues"].tobytes().decode().split("\n")
        weighed = dict(zip(names, stored["weights"], strict=True))
    rows = clues(tokens, opening=opening)
    expected = [sum(weighed.get(clue, np.zeros(7, int)).astype(int) for clue in r) for r in rows]
    weights = _weights()
    heard = weights.emissions.take(_rows(seen(tokens, opening=opening), weights), axis=0)
    np.testing.assert_array_equal(heard.sum(axis=0, dtype=int), expected)


def test_the_weights_are_those_that_are_vouched_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _weights().emissions.shape[1] == len(LABELS)
    for name in ("attribution.toml", "attribution.npz"):
        (tmp_path / name).write_bytes((attribution_weights().parent / name).read_bytes())
    monkeypatch.setattr("summarize.models._folder", lambda: tmp_path)
    assert attribution_weights() == tmp_path / "attribution.npz"
    (tmp_path / "attribution.npz").write_bytes(b"else")
    with pytest.raises(ModelError, match=r"attribution\.toml vouches"):
        attribution_weights()
    (tmp_path / "attribution.toml").unlink()
    with pytest.raises(ModelError, match="missing"):
        attribution_weights()


def test_the_benchmark_counts_what_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parent.parent / "benchmarks"))
    bench = importlib.import_module("attribution")
    text = "The dam is closed, the ministry of water said.\n\nTrains stopped at noon."
    spans = {
        "source": [{"start": 19, "end": 40}],
        "cue": [{"start": 41, "end": 45}],
        "content": [{"start": 0, "end": 17}],
    }
    row = {"id": "x", "text": text, "attributions": [spans]}
    assert text[19:40] == "the ministry of water"
    assert bench.head("the ministry of water") == "ministry"
    assert bench.counts(row) == ([1, 1, 1, 1, 1], [2, 1, 0, 0])
    assert bench.counts({**row, "attributions": []})[0] == [0, 1, 0, 0, 0]
    assert bench.figures(np.array([1.0, 2.0, 1.0, 1.0, 0.0]))[:3] == [
        0.5,
        1.0,
        pytest.approx(2 / 3),
    ]


def test_time_grows_with_the_text_and_no_faster() -> None:
    _heard.cache_clear()
    start = time.perf_counter()
    for text in (
        "said " * 20_000,
        "“" * 20_000,
        "(" * 20_000 + "Kim said",
        "Kim " * 20_000 + "said so.",
        "He said that it was so. " * 400,
        "“It was so.” " * 400,
        "Mr. A.B. " * 5_000,
        "Kim Roe, a " + "professor " * 5_000 + ", said so. Roe said so.",
        " , " * 20_000 + "according to him",
    ):
        sources(text)
    assert time.perf_counter() - start < 20
