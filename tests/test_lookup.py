"""Looking points up: what the index and the sieve find is what slow and plain words find."""

from __future__ import annotations

from collections import Counter
from itertools import chain, combinations, pairwise, product
from typing import TYPE_CHECKING

import pytest
from built import story
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.differing.deeds import deeds
from summarize.differing.distinct import distinct
from summarize.differing.lookup import likely, sharing, words_of
from summarize.differing.naming import fixed
from summarize.differing.points import Points
from summarize.differing.stems import Stems
from summarize.records import Article
from summarize.text.values.polarity import denied
from summarize.text.values.value import agree
from summarize.words import terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarize.words import Terms


def plainly(words: Sequence[frozenset[str]], room: int) -> list[tuple[int, int]]:
    """Return the pairs that share two words, row by row, with a bucket a word."""
    buckets: dict[str, list[int]] = {}
    found = []
    for row, own in enumerate(words):
        held = [buckets.setdefault(word, []) for word in own]
        shared = Counter(chain.from_iterable(held))
        found += [(other, row) for other, count in sorted(shared.items()) if count > 1]
        for bucket in held:
            if len(bucket) < room:
                bucket.append(row)
    return found


rows = st.lists(st.frozensets(st.sampled_from("abcdefgh"), max_size=6), max_size=24)


@settings(max_examples=120, deadline=None)
@given(rows, st.integers(1, 6), st.integers(1, 40), st.sampled_from([1, 1 << 31]))
def test_rows_are_brought_together_by_words_with_room_for_both(
    words: list[frozenset[str]], room: int, looks: int, narrow: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("summarize.differing.lookup._BUCKET", room)
        patch.setattr("summarize.differing.lookup._LOOKS", looks)
        patch.setattr("summarize.differing.lookup._NARROW", narrow)
        stems = Stems(words)
        pairs = sharing(stems.flat, stems.ends)
        blocks = [zip(*(side.tolist() for side in pair), strict=True) for pair in pairs]
    assert stems.found == Counter(chain.from_iterable(words))
    assert list(chain.from_iterable(blocks)) == plainly(words, room)


DAYS = ("", "2024-03-05", "2024-03-06", "2024-03-30")
TOLD = (
    "The ferry ran aground near Sollen harbour on Monday.",
    "The ferry ran aground near Sollen harbour on Tuesday.",
    "Rescuers took 40 passengers off the ferry near Dunmore harbour.",
    "Rescuers took 55 passengers off the ferry in thick fog.",
    "The captain denied having left the ferry in the fog.",
    "The captain left the ferry in the fog before the rescuers.",
    "At least 12 passengers were injured when the ferry ran aground.",
    "About 30 passengers were injured when the ferry ran aground.",
)
DENIED = ("reach", "pass", "enter", "leave", "reach", "enter", "reach")
articles_ = st.lists(
    st.tuples(st.sampled_from(DAYS), st.lists(st.sampled_from(TOLD), min_size=1, max_size=3)),
    min_size=2,
    max_size=5,
)


def test_a_point_is_looked_up_by_the_words_that_it_leans_on_too() -> None:
    told = [TOLD[2], "The rescue, which took place on Monday, was difficult."]
    points = Points(story([told, [TOLD[0]], told[:1]]))
    members = list(points.each())
    assert any(point.behind is not None for point in members)
    keys, ends = words_of(points, members)
    every = dict.fromkeys(chain(*map(points.words, range(4))))
    number_of = {word: number for number, word in enumerate(every)}
    assert [sorted(keys[a:b].tolist()) for a, b in pairwise(ends.tolist())] == [
        sorted(number_of[word] for word in points.shared(point)) for point in members
    ]


@settings(max_examples=60, deadline=None)
@given(articles_)
def test_the_sieve_refuses_only_what_is_refused_when_read(
    articles: list[tuple[str, list[str]]],
) -> None:
    known = [Article(f"{n}.txt", "", date=day or None) for n, (day, _) in enumerate(articles)]
    points = Points(story([told for _, told in articles], known=known))
    for slot in {point.value.slot for point in points.each()}:
        members = [point for point in points.each() if point.value.slot == slot]
        beside = list(likely(points, members, -1.0))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("summarize.differing.lookup._FEW", 0)
            sieved = list(likely(points, members, -1.0))
        assert [pair for pair in beside if pair in sieved] == sieved
        found = set(sieved)
        assert all(one.voice != other.voice for one, other in found)
        for one, other in combinations(members, 2):
            may = len(points.shared(one) & points.shared(other)) > 1 and one.voice != other.voice
            if may and not agree(one.value, other.value) and not distinct(points, one, other):
                assert (one, other) in found


def test_most_pairs_that_cannot_disagree_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarize.differing.lookup._FEW", 0)
    told = [[TOLD[2].replace("40", str(40 + 15 * (n % 2)))] for n in range(12)]
    dates = ["2024-03-05", "2024-03-06", "2024-03-05", "2024-03-30"]
    known = [Article(f"{n}.txt", "", date=dates[n // 3]) for n in range(12)]
    points = Points(story(told, known=known))
    members = [point for point in points.each() if point.value.kind == "number"]
    assert len(members) == 12
    pairs = list(likely(points, members, -1.0))
    assert pairs
    for one, other in pairs:
        assert one.published == other.published
        assert one.value.ranges != other.value.ranges


def test_points_that_have_a_word_of_their_names_in_common_are_not_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("summarize.differing.lookup._FEW", 0)
    towns = ("Upper Sollen", "Sollen", "Dunmore", "Upper Dunmore Bay")
    points = Points(story([[f"The ferry ran aground in {town}."] for town in towns]))
    members = [point for point in points.each() if point.value.kind == "place"]
    read = [(towns.index(a.text[25:-1]), towns.index(b.text[25:-1])) for a, b in
            likely(points, members, -1.0)]  # fmt: skip
    assert read == [(0, 2), (1, 2), (1, 3)]


def test_of_a_large_story_s_deeds_those_most_denied_are_asked_about(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    denials = [denied(f"The ferry did not {verb} the harbour.") for verb in DENIED]
    assert deeds(denials) == {"reach", "enter", "leav", "pass"}
    monkeypatch.setattr("summarize.differing.deeds.MOST", 2)
    monkeypatch.setattr("summarize.differing.deeds.WHOLE", len(DENIED))
    assert len(deeds(denials)) == 4
    monkeypatch.setattr("summarize.differing.deeds.WHOLE", len(DENIED) - 1)
    assert deeds(denials) == {"reach", "enter"}
    monkeypatch.setattr("summarize.differing.deeds.MOST", 3)
    assert deeds(denials) == deeds(denials[::-1]) == {"reach", "enter", "leav"}


def test_only_of_deeds_asked_about_it_matters_who_says_that_they_were_done(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = [["The ferry never reached the harbour."] * 2, ["The ferry never entered the harbour."]]
    told += [["The ferry reached the harbour.", "The ferry entered the harbour."]]

    def done() -> set[str]:
        every = Points(story(told)).each()
        return {point.value.slot for point in every if point.value.ranges == ((1.0, 1.0),)}

    assert done() == {"to reach", "to enter"}
    monkeypatch.setattr("summarize.differing.deeds.MOST", 1)
    monkeypatch.setattr("summarize.differing.deeds.WHOLE", 1)
    assert done() == {"to reach"}


def test_sentences_far_from_one_another_in_meaning_are_not_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("summarize.differing.lookup._FEW", 0)
    points = Points(story([[TOLD[2]], [TOLD[3]]]))
    members = [point for point in points.each() if point.value.kind == "number"]
    cosine = points.cosine(*members)
    assert list(likely(points, members, cosine)) == [tuple(members)]
    assert list(likely(points, members, cosine + 0.01)) == []


PARTS = (
    "Police", "police", "the", "France", "French", "G20", "mp3", "COVID-19", "Mr.", "U.S.", "1990s",
    "iPhone", "Obama's", "x²", "²", "4.5", "O'Hare", "harbour", "A", "ist", "Straße", "ÉTAT",
    '"', "“", "”", ".", ":", "? ", "(", "’", "12,000", "a.5", "b’7", "٣", "c٣", "Moscow", "Q.3x",
)  # fmt: skip
sentences = st.lists(
    st.lists(st.tuples(st.sampled_from(PARTS), st.sampled_from(["", " ", " "])), max_size=9).map(
        lambda parts: "".join(chain.from_iterable(parts))
    ),
    max_size=6,
)


@settings(max_examples=400, deadline=None)
@given(sentences)
def test_names_are_those_of_each_text(texts: list[str]) -> None:
    every = {word for text in texts for word in terms(text).fixed}
    assert fixed(texts) == {word for word in every if not word[0].isdigit()}


def test_a_story_s_texts_are_read_only_for_names_that_are_new(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def asking(text: str) -> Terms:
        asked.append(text)
        return terms(text)

    monkeypatch.setattr("summarize.differing.naming.terms", asking)
    towns = ("Sollen", "Dunmore", "Whitby")
    texts = [f"Fog lay over {a} and {b} at dawn." for a, b in product(towns, repeat=2)] * 3
    assert fixed(texts) == {"sollen", "dunmor", "whitbi"}
    assert len(asked) == len(towns)
