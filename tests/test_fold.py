"""Statements: a voice says a thing once, however many articles carry it."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stories import EDITS, reports

from summarize.clean import clean
from summarize.fold import fold
from summarize.records import Article, Sentence, Span, Statement, Voice
from summarize.segment import segment
from summarize.trace import trace
from summarize.versions import agreed


def statements(articles: list[Article]) -> tuple[tuple[Sentence, ...], tuple[Statement, ...]]:
    sentences = segment(articles, clean(articles).kept)
    return sentences, fold(articles, sentences, trace(articles, sentences))


def folded(*texts: str, voices: str = "") -> tuple[Statement, ...]:
    """Fold one sentence an article; `voices` letters them, by default all one voice."""
    articles = [Article(f"{number}.txt", text) for number, text in enumerate(texts)]
    sentences = [Sentence(Span(n, 0, len(text)), text, 0, 0) for n, text in enumerate(texts)]
    letters = voices or "A" * len(texts)
    known = [
        Voice(letter, letter, tuple(n for n, own in enumerate(letters) if own == letter))
        for letter in sorted(set(letters))
    ]
    return fold(articles, sentences, known)


STRAY = "harvest violin ledger orchard cinema tariff glacier pension museum quarry".split()
TWICE = "Three soldiers were killed in an ambush near the harbour town on Monday, the army said."
BASE = "The coastguard said all 212 passengers of the ferry were safe on Monday evening."


def test_a_number_in_words_is_another_as_one_in_figures_is() -> None:
    assert len(folded(TWICE, TWICE.replace("Three", "Five"))) == 2
    assert len(folded(TWICE, TWICE.replace("Three", "3"))) == 1
    money = (
        "The shipyard lost 3.2 million euros in the first quarter of the year, it said on Monday."
    )
    assert len(folded(money, money.replace("million", "billion"))) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The bridge was closed in March after divers had found cracks in its piers.",
            "The bridge was closed in May after divers had found cracks in its piers.",
        ),
        (
            "A crane killed one person at the bridge in Skarvoy on Monday.",
            "A crane killed two people at the bridge in Skarvoy on Monday.",
        ),
        (
            "The third victim was a fisherman from the harbour of Halden.",
            "The fourth victim was a fisherman from the harbour of Halden.",
        ),
        (
            "Norway beat Sweden in the final of the cup off Skarvoy.",
            "Sweden beat Norway in the final of the cup off Skarvoy.",
        ),
    ],
)
def test_another_month_rank_or_doer_and_one_person_more_stay_apart(one: str, other: str) -> None:
    assert len(folded(one, other)) == 2
    assert len(folded(one, f"{one[:-1]}, he said.")) == 1


@pytest.mark.parametrize(
    "version",
    [
        BASE,
        BASE.replace("The coastguard said a", "A").replace("on Monday evening", "on Monday"),
        "After a long night, the coastguard said all 212 passengers of the Aurora ferry were safe "
        "on Monday evening.",
        BASE.replace("coastguard", "Coastguard").replace("safe", "safe,"),
    ],
)
def test_versions_of_a_sentence_are_one_statement(version: str) -> None:
    assert len(folded(BASE, version)) == 1


@pytest.mark.parametrize(
    "other",
    [
        BASE.replace("212", "211"),
        BASE.replace("were safe", "were not safe"),
        "The coastguard said divers would inspect the hull of the ferry on Tuesday morning.",
        "Safe.",
    ],
)
def test_other_numbers_denials_and_subjects_stay_apart(other: str) -> None:
    assert len(folded(BASE, other)) == 2


def test_voices_are_not_folded_into_one_another() -> None:
    assert len(folded(BASE, BASE, voices="AB")) == 2


def test_the_fullest_version_stands_for_all() -> None:
    full = BASE.replace("evening.", "evening, after lifeboats from four villages had reached it.")
    assert folded(BASE, full)[0].sentence == 1
    assert folded(full, BASE)[0].sentence == 0


def test_of_versions_about_as_full_the_one_printed_most_stands_for_all() -> None:
    rare = BASE.replace("safe", "rescued")
    assert folded(rare, BASE, BASE)[0].sentence == 1


@pytest.mark.parametrize(("fewer", "stands"), [(2, 1), (3, 0)])
def test_a_version_is_about_as_full_with_up_to_two_words_fewer(fewer: int, stands: int) -> None:
    dropped = ("ashore", "together", "slowly")[:fewer]
    full = BASE.replace("evening.", "evening, after boats brought them ashore together slowly.")
    short = full
    for word in dropped:
        short = short.replace(f" {word}", "")
    assert folded(full, short, short)[0].sentence == stands


def test_of_versions_printed_as_often_the_earliest_stands_and_then_the_first_by_path() -> None:
    texts = (BASE, BASE.replace("safe", "rescued"))
    sentences = [Sentence(Span(n, 0, len(text)), text, 0, 0) for n, text in enumerate(texts)]

    def stands(*articles: tuple[str, str | None]) -> int:
        known = [
            Article(path, text, date=day) for (path, day), text in zip(articles, texts, strict=True)
        ]
        return fold(known, sentences, [Voice("A", "A", (0, 1))])[0].sentence

    assert stands(("a", "2024-04-09"), ("b", "2024-04-08")) == 1
    assert stands(("b", "2024-04-08"), ("a", "2024-04-09")) == 0
    assert stands(("a", None), ("b", "2024-04-09")) == 1
    assert stands(("b", "2024-04-08"), ("a", "2024-04-08")) == 1
    assert stands(("a", "2024-04-08"), ("b", "2024-04-08")) == 0


@pytest.mark.parametrize(("count", "stands"), [(40, 1), (41, 0)])
def test_of_versions_the_fullest_of_up_to_forty_words_stands_for_all(
    count: int, stands: int
) -> None:
    more = "after the night lifeboats of four large villages on the northern coast of the island "
    more += "near Sollen had brought all of them ashore"
    short = f"{BASE[:-1]}, {more}."
    long = f"{short[:-1]}, {' '.join(STRAY)}"
    words = long.split()[: count - 1]
    version = f"{' '.join(words)} today."
    assert len(version.split()) == count
    assert folded(short, version)[0].sentence == stands


LONG = (
    "The coastguard said all 212 passengers of the ferry Aurora were safe on Monday evening after "
    "lifeboats from four villages had brought them ashore through thick fog near Sollen."
)


def changed(text: str, number: int) -> str:
    """Return the text with some of its long words replaced, others for each number."""
    parts = text.split()
    places = [n for n, part in enumerate(parts) if len(part) > 3 and part.isalpha()]
    for step in range(2 + number % 2):
        place = places[(number + 5 * step) % len(places)]
        parts[place] = STRAY[(number + step) % len(STRAY)]
    return " ".join(parts)


def test_many_versions_that_each_have_other_words_changed_are_one_statement() -> None:
    versions = [changed(LONG, number) for number in range(12)]
    # Of two alone nobody can tell what was there.
    assert any(len(folded(*two)) == 2 for two in combinations(versions, 2))
    assert [one.copies for one in folded(*versions)] == [tuple(range(12))]


def test_what_hardly_any_version_has_does_not_make_it_stand_for_all() -> None:
    odd = LONG.replace("were", "harvest").replace("through", "violin tariff")
    assert folded(odd, *[LONG] * 9)[0].sentence == 1
    assert folded(odd, LONG)[0].sentence == 0


def test_of_many_versions_the_one_that_nobody_changed_stands_for_all() -> None:
    long = [word for word in LONG.split() if len(word) > 5 and word.isalpha()]
    versions = [LONG.replace(*pair, 1) for pair in zip(long, STRAY, strict=False)]
    assert len(set(versions)) == len(versions) > 5
    assert folded(*versions, LONG)[0].sentence == len(versions)


def test_half_of_the_versions_are_not_most_of_them() -> None:
    one, other = frozenset({"ferry", "fog"}), frozenset({"ferry", "hull"})
    assert agreed([one, other]) == {"ferry"}
    assert agreed([one, one, other]) == {"ferry", "fog"}


@pytest.mark.parametrize(
    "other",
    [
        LONG.replace("212", "211"),
        LONG.replace("were safe", "were not safe"),
        "The coastguard said divers would inspect the hull of the ferry Aurora near Sollen.",
    ],
)
def test_no_crowd_takes_in_other_numbers_denials_and_subjects(other: str) -> None:
    versions = [changed(LONG, number) for number in range(12)]
    assert sorted(len(one.copies) for one in folded(*versions, other)) == [1, 12]


def test_an_article_says_a_sentence_once() -> None:
    """Two thirds of the words are enough for an article without the sentence, and no other."""
    versions = [LONG] * 6
    close = LONG.replace("safe", "violin").replace("villages", "tariff").replace("four", "ledger")
    close = close.replace("lifeboats", "glacier").replace("thick", "quarry")
    assert len(folded(*versions, close)) == 1
    articles = [Article(f"{n}.txt", LONG) for n in range(6)]
    sentences = [Sentence(Span(n, 0, len(LONG)), LONG, 0, 0) for n in range(6)]
    sentences.append(Sentence(Span(5, 0, len(close)), close, 1, 0))
    assert len(fold(articles, sentences, [Voice("A", "A", tuple(range(6)))])) == 2


@pytest.mark.parametrize("edit", EDITS)
def test_a_copy_adds_no_statement_but_its_own_words(edit: object) -> None:
    assert callable(edit)
    articles = reports()
    _, before = statements(articles)
    sentences, after = statements([*articles, edit(articles[0])])
    texts = {sentences[statement.sentence].text for statement in after}
    own = [text for text in texts if "sheriff" in text]
    assert len(after) == len(before) + len(own)


words = st.sampled_from("ferry hull fog diver captain 12 40 not island harbour the of".split())
sentence_texts = st.lists(words, min_size=1, max_size=8).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(st.lists(sentence_texts, min_size=1, max_size=12))
def test_every_sentence_is_a_copy_in_exactly_one_statement(texts: list[str]) -> None:
    found = folded(*texts)
    assert sorted(copy for one in found for copy in one.copies) == list(range(len(texts)))
    assert all(one.sentence in one.copies for one in found)


@settings(max_examples=60, deadline=None)
@given(st.lists(sentence_texts, min_size=1, max_size=8), st.randoms())
def test_the_order_of_the_articles_changes_nothing(texts: list[str], random: object) -> None:
    shuffled = list(texts)
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    def groups(given_: list[str]) -> Counter[tuple[str, ...]]:
        return Counter(tuple(sorted(given_[c] for c in one.copies)) for one in folded(*given_))

    assert groups(texts) == groups(shuffled)
