"""ROUGE agrees with the library that everybody quotes; how a brief reads is counted rightly."""

from __future__ import annotations

import sys

import pytest
from datasets import FERRY, MARKET
from hypothesis import given, settings
from hypothesis import strategies as st
from rouge_score.rouge_scorer import RougeScorer
from small import SmallEncoder
from stories import WIRE, copied, reports

from summarize.errors import UsageError
from summarize.evaluate import lcs
from summarize.evaluate.scores import METRICS, STEMS, bigrams, rouge, style
from summarize.pipeline import understand
from summarize.records import Reading, Story

WORDS = st.sampled_from("ferries running cities said the THE U.S. don't café 1994 – a fog".split())
SENTENCES = st.lists(st.lists(WORDS, min_size=1, max_size=9).map(" ".join), max_size=4)


def library(reference: str, sentences: list[str], kind: str) -> dict[str, tuple[float, ...]]:
    scorer = RougeScorer(list(METRICS), use_stemmer=kind == "stemmed")
    found = scorer.score(reference, "\n".join(sentences))
    return {metric: tuple(found[metric]) for metric in METRICS}


@settings(deadline=None)
@given(SENTENCES.filter(bool), SENTENCES)
def test_every_number_is_that_of_the_library(reference: list[str], brief: list[str]) -> None:
    found = rouge(["\n".join(reference)], brief)
    for kind in STEMS:
        expected = library("\n".join(reference), brief, kind)
        for metric in METRICS:
            assert found[kind][metric] == pytest.approx(expected[metric], abs=1e-12)


def test_running_text_is_scored_as_the_library_does_sentence_by_sentence() -> None:
    brief = [line.strip() for line in WIRE.split("\n\n")[:4]]
    by_sentence = FERRY[0].replace(". ", ".\n")
    found = rouge([FERRY[0]], brief)
    for kind in STEMS:
        for metric, score in library(by_sentence, brief, kind).items():
            assert found[kind][metric] == pytest.approx(score)


def test_several_references_count_by_their_mean() -> None:
    one, other = (rouge([reference], [MARKET])["stemmed"]["rouge1"] for reference in FERRY)
    both = rouge(list(FERRY), [MARKET])["stemmed"]["rouge1"]
    assert both == pytest.approx([(a + b) / 2 for a, b in zip(one, other, strict=True)])


def test_an_empty_brief_scores_nothing() -> None:
    assert set(rouge([MARKET], [])["stemmed"].values()) == {(0.0, 0.0, 0.0)}


def test_stems_make_inflections_equal() -> None:
    found = rouge(["ferries running"], ["ferry runs"])
    assert found["stemmed"]["rouge2"][2] == 1.0
    assert found["unstemmed"]["rouge2"][2] == 0.0
    assert bigrams("Ferries running") == bigrams("ferry runs")


@settings(deadline=None)
@given(st.text("abc", max_size=12), st.text("abc", max_size=12))
def test_the_common_subsequence_is_as_long_as_the_table_says(one: str, other: str) -> None:
    table = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i, a in enumerate(one):
        for j, b in enumerate(other):
            table[i + 1][j + 1] = (
                table[i][j] + 1 if a == b else max(table[i][j + 1], table[i + 1][j])
            )
    assert lcs.length(one, other) == table[-1][-1]


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    from summarize.evaluate import scores

    scores._remembering.cache_clear()
    monkeypatch.setitem(sys.modules, "rouge_score.tokenizers", None)
    with pytest.raises(UsageError, match=r"summarize\[evaluate\]"):
        rouge([MARKET], [MARKET])


@pytest.fixture(scope="module")
def story() -> Story:
    wire, *others = reports()
    return understand(Reading((wire, copied(wire), *others)), SmallEncoder())[0]


def number(story: Story, text: str) -> int:
    count = len(story.embedded.statements)
    return next(n for n in range(count) if text in story.sentence(n).text)


def test_a_sentence_beside_itself_is_as_similar_as_can_be(story: Story) -> None:
    ferry, sports = number(story, "ran aground"), number(story, "sports hall")
    apart, twice = style([ferry, sports], story), style([ferry, ferry], story)
    assert twice.cosine == pytest.approx(1.0)
    assert twice.shared == 1.0
    assert apart.cosine < 0.5
    assert apart.shared < 0.5
    assert (style([ferry], story).cosine, style([ferry], story).shared) == (0.0, 0.0)


def test_voices_lengths_and_dangling_openers_are_counted(story: Story) -> None:
    assert len(story.voices) == 3
    found = style([number(story, "ran aground"), number(story, "It had passed")], story)
    assert found.voices == pytest.approx(1 / 3)  # a copy is no second voice
    assert found.lengths == (26, 9)
    assert found.dangling == 1
    assert style([], story).voices == 0.0
