"""Clusters: statements that say the same thing, as stars that obey the laws."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from small import SmallEncoder

from summarize.cluster import cluster
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
    monkeypatch.setattr("summarize.cluster._BLOCK", 7)
    assert clustered(*texts) == whole


def test_empty_vectors_cluster_with_nothing() -> None:
    found = clustered("the of and", "but or nor")
    assert [one.members for one in found] == [(0,), (1,)]
    assert np.isfinite(SmallEncoder().encode(["the of"])).all()
