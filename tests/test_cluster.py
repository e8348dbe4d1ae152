"""Clusters: statements that say the same thing, as stars that obey the laws."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small import SmallEncoder

from summarize.cells import HOMES, _largest, cells
from summarize.cluster import cluster
from summarize.neighbours import ALIKE, MILLION, SHARED, neighbours
from summarize.records import Article, Cluster, Embedded, Sentence, Span, Statement, Voice
from summarize.text.terms import content


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
    monkeypatch.setattr("summarize.cells.WHOLE", 150)
    monkeypatch.setattr("summarize.cells.CELL", 12)
    texts = [f"{subject} {n}" for n in range(60) for subject in TALES]
    vectors = SmallEncoder().encode(texts)
    groups = list(cells(texts, vectors))
    assert len(groups) > 4
    asking = [int(row) for rows, asks in groups for row in rows[asks]]
    assert sorted(asking) == sorted([*range(len(texts))] * HOMES)
    # Each is held against fewer than half of the others; those of its own tale are all found.
    assert sum(len(rows) * len(asks) for rows, asks in groups) < len(texts) ** 2 / 2
    starts, others, alike = neighbours(texts, vectors)
    assert set(np.diff(starts).tolist()) == {59}
    assert len(others) == len(alike) == len(texts) * 59


def test_what_no_sample_tells_apart_is_in_groups_of_a_limited_size(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("summarize.cells.WHOLE", 150)
    texts = [*[TALES[0]] * 400, *TALES[1:]]
    groups = list(cells(texts, SmallEncoder().encode(texts)))
    assert max(len(rows) for rows, _ in groups) == 150
    assert {int(row) for rows, asks in groups for row in rows[asks]} == set(range(len(texts)))


@settings(max_examples=25, deadline=None)
@given(st.randoms(), st.integers(1, 90))
def test_cells_do_not_depend_on_the_order_of_the_statements(random: object, block: int) -> None:
    texts = [f"{subject} {n} {n % 7}x" for n in range(30) for subject in TALES]
    shuffled = list(texts)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    found = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("summarize.cells.WHOLE", 100)
        for given_ in (texts, shuffled):
            groups = list(cells(given_, SmallEncoder().encode(given_)))
            found.append([([given_[n] for n in rows], asks.tolist()) for rows, asks in groups])
            patch.setattr("summarize.cells._BLOCK", block)
    assert found[0] == found[1]


def plain(texts: list[str], vectors: np.ndarray) -> dict[tuple[int, int], float]:
    """Return how alike each pair is, pair by pair and word by word."""
    words = [set(content(text)) for text in texts]
    found = {}
    for one, other in permutations(range(len(texts)), 2):
        fewer = min(len(words[one]), len(words[other]))
        shared = len(words[one] & words[other]) / fewer if fewer else 0.0
        cosine = round(float(vectors[one].astype(float) @ vectors[other].astype(float)), 6)
        alike = round(cosine + SHARED * shared, 6)
        if alike >= ALIKE:
            found[one, other] = alike
    return found


@settings(max_examples=60, deadline=None)
@given(texts_, st.integers(1, 5), st.integers(2, 40))
def test_blocks_shelves_and_rows_give_the_pairs_of_all_with_all(
    texts: list[str], block: int, whole: int
) -> None:
    vectors = SmallEncoder().encode(texts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("summarize.neighbours._BLOCK", block)
        starts, others, alike = neighbours(texts, vectors)
        # One cell of all, kept on as many buckets as there are statements at most.
        patch.setattr("summarize.neighbours.WHOLE", whole)
        patch.setattr("summarize.neighbours._AT_ONCE", whole)
        own = np.arange(len(texts))
        patch.setattr("summarize.neighbours.cells", lambda *_: [(own, own[1:]), (own, own[:1])])
        bucketed = neighbours(texts, vectors)
    one = np.repeat(np.arange(len(texts)), np.diff(starts))
    found = list(zip(one.tolist(), others.tolist(), strict=True))
    assert found == sorted(found)
    assert dict(zip(found, (alike / MILLION).round(6).tolist(), strict=True)) == plain(
        texts, vectors
    )
    for own, same in zip((starts, others, alike), bucketed, strict=True):
        np.testing.assert_array_equal(own, same)


@settings(max_examples=60, deadline=None)
@given(texts_, st.lists(st.integers(0, 3), min_size=12, max_size=12))
def test_support_counts_voices_and_members_go_to_who_they_are_most_alike_to(
    texts: list[str], voice_of: list[int]
) -> None:
    sentences = [Sentence(Span(n, 0, len(text)), text, 0, 0) for n, text in enumerate(texts)]
    statements = tuple(Statement(number, (number,)) for number in range(len(texts)))
    embedded = Embedded(statements, SmallEncoder().encode(texts))
    spoken = sorted(set(voice_of[: len(texts)]))
    voices = [
        Voice(f"{own}", "", tuple(n for n in range(len(texts)) if voice_of[n] == own))
        for own in spoken
    ]
    near = plain(texts, embedded.vectors)
    of = {n: [o for m, o in near if m == n] for n in range(len(texts))}
    support = {n: len({voice_of[o] for o in (n, *of[n])}) for n in of}
    weight = {n: round(sum(near[n, o] for o in of[n]), 6) for n in of}
    leaders: list[int] = []
    for n in sorted(of, key=lambda n: (-support[n], -weight[n], texts[n])):
        if not set(of[n]) & set(leaders):
            leaders.append(n)
    expected = {
        n: min((-near[n, o], texts[o], o) for o in of[n] if o in leaders)[2]
        if n not in leaders
        else n
        for n in of
    }
    found = cluster(sentences, embedded, voices)
    assert {m: one.leader for one in found for m in one.members} == expected
    for one in found:
        assert one.voices == tuple(sorted({f"{voice_of[m]}" for m in one.members}))


def test_comparisons_grow_with_the_statements_and_not_with_their_pairs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("summarize.cells.WHOLE", 200)
    met: list[int] = []

    def counting(values: np.ndarray, most: int) -> np.ndarray:
        met.append(values.size)
        return _largest(values, most)

    monkeypatch.setattr("summarize.cells._largest", counting)

    def compared(count: int) -> int:
        vectors = np.random.default_rng(5).standard_normal((count, 24)).astype(np.float32)
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        texts = [f"{number:05}" for number in range(count)]
        met.clear()
        beside = sum(len(rows) * len(asks) for rows, asks in cells(texts, vectors))
        return beside + sum(met)

    assert compared(8000) < 2.5 * compared(4000)


@settings(max_examples=60, deadline=None)
@given(texts_, st.integers(1, 6))
def test_of_many_neighbours_the_nearest_of_either_are_looked_at(
    texts: list[str], nearest: int
) -> None:
    vectors = SmallEncoder().encode(texts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("summarize.neighbours._NEAREST", nearest)
        starts, others, _ = neighbours(texts, vectors)
    one = np.repeat(np.arange(len(texts)), np.diff(starts))
    cosines = vectors.astype(float) @ vectors.astype(float).T
    # The row itself is the first of its nearest; what is as near as the last is looked at too.
    last = np.sort(cosines, axis=1)[:, -min(nearest, len(texts))] - 3e-6
    looked = (cosines >= last[:, None]) | (cosines >= last)
    wanted = {pair for pair in plain(texts, vectors) if looked[pair]}
    assert set(zip(one.tolist(), others.tolist(), strict=True)) == wanted
