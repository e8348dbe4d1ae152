"""Clusters: statements that say the same thing, as stars that obey the laws."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from small import SmallEncoder

from summarize.cluster import cluster
from summarize.neighbours import cells, neighbours
from summarize.records import Article, Cluster, Embedded, Sentence, Span, Statement, Voice

if TYPE_CHECKING:
    import pytest


def clustered(*texts: str) -> tuple[Cluster, ...]:
    """Cluster one statement an article, each article a voice."""
    articles = [Article(f"{number}", text) for number, text in enumerate(texts)]
    sentences = [Sentence(Span(n, 0, len(text)), text, 0, 0) for n, text in enumerate(texts)]
    statements = tuple(Statement(number, (number,)) for number in range(len(texts)))
    embedded = Embedded(statements, SmallEncoder().encode(texts))
    voices = [Voice(f"{n:04}", article.path, (n,)) for n, article in enumerate(articles)]
    return cluster(sentences, embedded, voices)


SAME = (
    "Rescuers took all passengers off the stranded ferry within hours.",
    "All passengers were taken off the stranded ferry by rescuers within hours.",
)
OTHER = "Divers will inspect the hull before sailings resume."


def test_the_same_in_other_words_is_one_cluster_with_both_voices() -> None:
    found = clustered(*SAME, OTHER)
    assert [one.members for one in found] == [(0, 1), (2,)]
    assert found[0].voices == ("0000", "0001")


def test_a_chain_of_small_steps_is_not_one_blob() -> None:
    pool = [f"word{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"]
    texts = [" ".join(pool[start : start + 8]) for start in range(18)]
    sizes = [len(one.members) for one in clustered(*texts)]
    assert max(sizes) < 9
    assert sum(sizes) == 18


pool = st.sampled_from("ferry hull fog diver captain island harbour school tide tug".split())
texts_ = st.lists(
    st.lists(pool, min_size=1, max_size=6).map(" ".join), min_size=1, max_size=12, unique=True
)


@settings(max_examples=60, deadline=None)
@given(texts_)
def test_every_statement_is_in_exactly_one_cluster(texts: list[str]) -> None:
    found = clustered(*texts)
    assert sorted(member for one in found for member in one.members) == list(range(len(texts)))
    assert all(one.leader in one.members for one in found)


@settings(max_examples=60, deadline=None)
@given(texts_)
def test_clustering_the_survivors_merges_nothing_more(texts: list[str]) -> None:
    leaders = [texts[one.leader] for one in clustered(*texts)]
    assert all(len(one.members) == 1 for one in clustered(*leaders))


@settings(max_examples=60, deadline=None)
@given(texts_, st.randoms())
def test_the_order_of_the_articles_changes_nothing(texts: list[str], random: object) -> None:
    shuffled = list(texts)
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    def groups(given_: list[str]) -> set[tuple[str, frozenset[str]]]:
        found = clustered(*given_)
        return {(given_[one.leader], frozenset(given_[m] for m in one.members)) for one in found}

    assert groups(texts) == groups(shuffled)


def test_blocks_of_the_similarity_matrix_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [f"{SAME[n % 2]} {'abc'[n % 3]}{n % 7}x {n % 5}y" for n in range(40)]
    whole = clustered(*texts)
    monkeypatch.setattr("summarize.neighbours._BLOCK", 7)
    assert clustered(*texts) == whole


def test_empty_vectors_cluster_with_nothing() -> None:
    found = clustered("the of and", "but or nor")
    assert [one.members for one in found] == [(0,), (1,)]
    assert np.isfinite(SmallEncoder().encode(["the of"])).all()


TALES = [
    "The ferry Aurora ran aground on a sandbank off Sollen in fog",
    "Prosecutors charged the former treasurer with forging invoices",
    "Voters in the valley rejected a dam by a margin of twelve",
    "A telescope in the desert recorded a comet breaking apart",
    "The orchestra cancelled its tour after a strike by porters",
]


def test_cells_keep_what_is_alike_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarize.neighbours.WHOLE", 150)
    monkeypatch.setattr("summarize.neighbours.CELL", 40)
    texts = [f"{subject} {n}" for n in range(60) for subject in TALES]
    vectors = SmallEncoder().encode(texts)
    groups = list(cells(texts, vectors))
    assert len(groups) > 4
    assert {int(row) for rows in groups for row in rows} == set(range(len(texts)))
    assert [len(own) for own in neighbours(texts, vectors)] == [len(texts) * 59] * 3


def test_comparisons_grow_with_the_statements_and_not_with_their_pairs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("summarize.neighbours.WHOLE", 200)
    monkeypatch.setattr("summarize.neighbours.CELL", 20)

    def compared(count: int) -> int:
        vectors = np.random.default_rng(5).standard_normal((count, 24)).astype(np.float32)
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        texts = [f"{number:05}" for number in range(count)]
        return sum(len(rows) ** 2 for rows in cells(texts, vectors))

    assert compared(4000) < 3 * compared(2000)


def test_one_sentence_over_and_over_is_cut_into_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarize.neighbours.WHOLE", 50)
    monkeypatch.setattr("summarize.neighbours.CELL", 10)
    vectors = np.tile(np.float32([[1, 0]]), (120, 1))
    groups = list(cells(["the same"] * 120, vectors))
    assert all(len(rows) <= 50 for rows in groups)
