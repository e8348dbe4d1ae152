"""Segmenting: verbatim slices, nothing lost, and where sentences begin and end."""

from __future__ import annotations

import time
from collections import Counter
from typing import Any

import pytest
from cases import load, seeds
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.records import Article, Span
from summarize.segment import segment
from summarize.text import stops
from summarize.text.boundaries import sentence_starts

# The same examples every time, and no limit in wall time: machines are shared.
LAW = settings(deadline=None, derandomize=True, max_examples=300)
PIECES = st.sampled_from(
    [
        *(
            "He said",
            " “Yes.” ",
            "U.S. ",
            "the North",
            "Lee Sung Joon ",
            ". ",
            "? ",
            "\n",
            " ",
            "”",
        ),
        *(
            "3.5",
            "said.The",
            " iPhone",
            ", ",
            "…",
            "Dr. ",
            "\u00a0",
            "'",
            '"',
            "(a",
            ") ",
            "x" * 30,
        ),
        *("东京。", "سلام؟", "」", " ;", "• ", "I. ", "St. The "),
    ]
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=25).map("".join))


# Rows of plain words among all that the library looks at, with any gap between two of them.
WORDS = st.sampled_from(
    (
        "the a Kim I V. said no No Jan July 20 1953 3.5 U.S. Mr. Smith end. end.” “Hello 'so' ’ ” "
        ". ... ! ; : , (AP) (see [x] ) - don't e.g. co-op word, NorthLee … 。 ‼ ﴿x﴾ （ été. fooB! "
        "A. II. IX v. p.m. 12. 7. May Dec. the.” then-Sen. U.S.-led. mid-20. well-no. No. that.), "
        'lot.) (so. )” [a]. ‘Why? "It\'s ’so’. Jr., C3. aU.S. McCoy. \u200bend. x". A {b Sept. 7th'
    ).split(" ")
)
# Of these, what stands before each stop and behind it is sure.
PLAIN = st.sampled_from(
    "the ministers of two States met again, it’s The Seoul. it? again.” WTO. 2007. He “Yes".split()
)
GAPS = st.sampled_from([*" " * 12, "  ", "\n", "\n\n", "\u00a0", "\u200b", ""])
ROWS = st.lists(st.tuples(st.one_of(PLAIN, PLAIN, PLAIN, PLAIN, WORDS), GAPS), max_size=40).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)


def split(text: str) -> list[str]:
    return [s.text for s in segment([Article("a", text)], [Span(0, 0, len(text))])]


@pytest.mark.parametrize("case", load("segment"))
def test_case(case: dict[str, Any]) -> None:
    assert split(case["text"]) == case["sentences"]


@LAW
@given(st.lists(TEXTS, max_size=4))
def test_sentences_are_trimmed_slices_that_cover_the_kept_blocks(texts: list[str]) -> None:
    article = Article("a", "".join(texts))
    kept, position = [], 0
    for text in texts:
        kept.append(Span(0, position, position + len(text)))
        position += len(text)
    sentences = segment([article], kept)
    seen = [False] * len(article.text)
    for sentence in sentences:
        assert sentence.text == article.text[sentence.span.start : sentence.span.end]
        assert sentence.text == sentence.text.strip() != ""
        for place in range(sentence.span.start, sentence.span.end):
            assert not seen[place]
            seen[place] = True
    assert all(seen[i] or char.isspace() for i, char in enumerate(article.text))
    assert [s.position for s in sentences] == list(range(len(sentences)))
    assert all(kept[s.paragraph].start <= s.span.start < kept[s.paragraph].end for s in sentences)
    assert [s.span for s in sentences] == sorted(s.span for s in sentences)


@settings(LAW, max_examples=1500)
@given(st.one_of(ROWS, TEXTS))
def test_the_library_finds_the_same_starts_in_the_whole_text(text: str) -> None:
    from syntok import segmenter

    whole = [sentence[0].offset for part in segmenter.analyze(text) for sentence in part]
    assert list(stops.library_starts(text)) == whole


def test_the_library_is_not_asked_where_stops_are_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stops, "_asked", pytest.fail)
    text = "The U.S. Navy met again. “Why?” It is in Seoul, Mr. Kim said. In 2007. The WTO."
    starts = [text.index(start) for start in ("The U", "“Why", "It is", "In 2", "The W")]
    assert list(stops.library_starts(text)) == starts


def test_the_library_reads_only_the_words_around_marks() -> None:
    short, cuts = stops.shortened(
        "All of the plain words are left out. But (such as these) they count."
    )
    assert short == "All left out. But (such as these) they count."
    assert cuts == [(4, 23)]


def test_positions_and_paragraphs_are_numbered_within_each_article() -> None:
    articles = [
        Article("a", "One is here. Two is here."),
        Article("b", "Three is here.\nFour is here."),
    ]
    kept = [Span(0, 0, 25), Span(1, 0, 14), Span(1, 15, 28)]
    numbers = [(s.span.article, s.paragraph, s.position) for s in segment(articles, kept)]
    assert numbers == [(0, 0, 0), (0, 0, 1), (1, 0, 0), (1, 1, 1)]


def test_words_glued_without_a_mark_part_only_if_the_story_knows_the_halves() -> None:
    text = "The ministers met again in the CityTalks went on until late at night there."
    start = text.index("Talks")
    known = Counter(["City", "Talks"])
    assert sentence_starts(text, known) == [0, start]
    assert sentence_starts(text, Counter(["City"])) == [0]
    assert sentence_starts(text, known + Counter({"CityTalks": 2})) == [0]


def test_seed_sentences_that_were_glued_come_apart() -> None:
    articles = seeds()
    text = articles[2].text
    sentences = [s.text for s in segment(articles, [Span(2, 0, len(text))])]
    assert any(s.endswith("military matters that were discussed.") for s in sentences)
    assert any(s.startswith("North Korea has been aligning") for s in sentences)
    assert any(s.endswith("publicly announced by the North") for s in sentences)
    assert any(s.startswith("Lee Sung Joon, a spokesperson") for s in sentences)


@pytest.mark.parametrize(
    "text",
    ["a" * 5_000_000, "a" + " " * 2_000_000 + "b", "(" * 500_000, "." * 500_000, "AaBb" * 200_000],
    ids=["one word", "white space", "brackets", "full stops", "capitals"],
)
def test_hostile_text_is_split_in_seconds(text: str) -> None:
    began = time.process_time()
    assert "".join("".join(split(text)).split()) == "".join(text.split())
    assert time.process_time() - began < 20
