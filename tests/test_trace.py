"""Voices: copies of one wire story are one, independent reports stay several."""

from __future__ import annotations

import importlib.util
from collections import Counter
from dataclasses import replace
from itertools import cycle, permutations
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from cases import load, seeds
from hypothesis import given, settings
from hypothesis import strategies as st
from stories import EDITS, reports

from summarize.clean import clean
from summarize.records import Article, Voice
from summarize.segment import segment
from summarize.text.copies import GAP, LEAST, LEAST_OWN, RUN, Words, shared_runs
from summarize.text.likeness import Likeness
from summarize.trace import trace

if TYPE_CHECKING:
    from types import ModuleType

    Said = list[tuple[str, bool]]


def voices(articles: list[Article]) -> tuple[Voice, ...]:
    return trace(articles, segment(articles, clean(articles).kept))


def test_independent_reports_are_voices_of_their_own() -> None:
    found = voices(reports())
    assert [voice.articles for voice in found] == [(0,), (1,), (2,)]
    assert [voice.name for voice in found] == ["Reuters", "Sollen Post", "Coast Radio"]


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize("number", range(3))
def test_an_edited_copy_joins_its_origin(edit: object, number: int) -> None:
    articles = reports()
    assert callable(edit)
    found = voices([*articles, edit(articles[number])])
    assert len(found) == 3
    assert found[number].articles == (number, 3)


def test_shared_quotations_join_nothing() -> None:
    speech = (
        "“We will rebuild every house, every school and every road that the water took from this "
        "valley, and we will do it before the next winter comes to these mountains, whatever it "
        "costs and however long the nights in the ministry have to be.” "
    )
    one = Article("a", speech + "The premier spoke for an hour in the flooded town hall of Arn.")
    two = Article(
        "b", speech + "Opposition members left early because they had been given no seats."
    )
    assert len(voices([one, two])) == 2


def test_a_page_that_quotes_a_paragraph_keeps_its_own_voice() -> None:
    wire, local, _ = reports()
    quoting = replace(local, text=local.text + "\n" + wire.text.split("\n\n")[4] + "\n")
    assert len(voices([wire, quoting])) == 2


def test_the_order_of_the_articles_changes_only_the_letters() -> None:
    articles = [*reports(), EDITS[1](reports()[0])]
    groups = {
        frozenset(frozenset(shuffled[n].path for n in voice.articles) for voice in voices(shuffled))
        for shuffled in (list(order) for order in permutations(articles))
    }
    assert len(groups) == 1


def test_two_ends_of_a_story_are_of_its_voice_though_they_share_nothing() -> None:
    wire = reports()[0]
    paragraphs = parts(wire)
    head, tail = joined(paragraphs[:3]), joined(paragraphs[-4:])
    assert len(voices([head, tail])) == 2
    assert len(voices([wire, head, tail])) == 1


def test_letters_go_on_after_z() -> None:
    articles = [
        Article(str(n), f"Item {'x' * (n + 3)} is {n} and nothing else.") for n in range(28)
    ]
    names = [voice.id for voice in voices(articles)]
    assert names[:2] == ["A", "B"]
    assert names[25:] == ["Z", "AA", "AB"]


@pytest.mark.parametrize(
    ("article", "name"),
    [
        (Article("in/news.txt", "It is so.", url="https://www.example.org/x"), "www.example.org"),
        (Article("in/news.txt", "It is so."), "news.txt"),
        (Article("", "It is so."), "an unnamed source"),
    ],
)
def test_a_voice_without_outlet_is_named_by_its_place(article: Article, name: str) -> None:
    assert voices([article])[0].name == name


def test_the_seeds_are_three_voices() -> None:
    assert [voice.articles for voice in voices(seeds())] == [(0, 1, 2), (3,), (4,)]


# Paragraphs on other matters, for what a paper adds of its own.
SPARE = (
    "The town council meets on the first Tuesday of every month, and its agenda for the autumn "
    "lists a new cycle lane, the repair of the swimming pool roof and a vote on market fees.",
    "Volunteers planted four hundred young oaks on the slope above the quarry last weekend, which "
    "the forestry office says will hold the soil when heavy rain comes.",
    "The brass band of the fire brigade celebrates its centenary with a concert in the old tram "
    "depot, where instruments from its first years are on show until Christmas.",
    "A survey of shopkeepers in the pedestrian zone found that six in ten expect better sales than "
    "last winter, although rents have risen for the third year in a row.",
    "Pupils of the grammar school built a weather station that measures wind and rain at the "
    "sports ground and sends its figures to a screen in the canteen.",
    "The library stays open until nine on Thursdays from next month, after more than two thousand "
    "readers had signed a letter that asked for longer hours.",
    "Beekeepers report a good season in the valley, thanks to lime trees that flowered twice and "
    "to a spring without late frost.",
    "At the cattle fair a bull named Bruno fetched the highest price in ten years; its owner said "
    "she would spend the money on a milking robot.",
)
SAID = (
    "We owe the people of the islands an honest account of every minute of that morning.",
    "No ship of this line will leave its berth again before two officers stand on the bridge.",
    "Whoever waits for certainty at sea has already waited too long.",
)


def edits() -> ModuleType:
    """The generator of edits that the benchmark of voices uses."""
    path = Path(__file__).parent.parent / "benchmarks" / "edits.py"
    spec = importlib.util.spec_from_file_location("edits", path)
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


DESK = edits()
ALWAYS = settings(derandomize=True, deadline=None, max_examples=25)


def parts(article: Article) -> list[str]:
    return [" ".join(part.split()) for part in article.text.strip().split("\n\n")]


def joined(paragraphs: list[str]) -> Article:
    return Article("page.txt", "\n\n".join(paragraphs))


@ALWAYS
@given(
    seed=st.integers(0, 10**6),
    kind=st.sampled_from([*sorted(DESK.EDITS), "combined"]),
    number=st.integers(0, 2),
)
def test_what_desks_do_to_wire_copy_keeps_its_voice(seed: int, kind: str, number: int) -> None:
    edit = {**DESK.EDITS, "combined": DESK.combined}[kind]
    draw = Random(seed)
    spare = cycle(draw.sample(SPARE, len(SPARE)))
    edited = joined(edit(draw, parts(reports()[number]), spare))
    found = voices([*reports(), edited])
    assert len(found) == 3
    assert found[number].articles == (number, 3)


@ALWAYS
@given(seed=st.integers(0, 10**6), pair=st.permutations(range(3)))
def test_a_page_of_two_agencies_is_of_one_of_them_and_joins_them_not(
    seed: int, pair: list[int]
) -> None:
    one, other = pair[:2]
    stories = [parts(article) for article in reports()]
    pages = [
        joined(DESK.mixed(Random(seed), stories[one], stories[other])),
        joined(DESK.mixed(Random(seed + 1), stories[other], stories[one])),
    ]
    for articles in ([*reports(), pages[0]], [*reports(), *pages]):
        found = voices(articles)
        assert len(found) == 3
        assert all(len(set(voice.articles) & {0, 1, 2}) == 1 for voice in found)
        home = next(voice for voice in found if 3 in voice.articles)
        assert {one, other} & set(home.articles)


@ALWAYS
@given(seed=st.integers(0, 10**6), number=st.integers(0, 2))
def test_a_page_of_its_own_that_quotes_two_paragraphs_keeps_its_voice(
    seed: int, number: int
) -> None:
    draw = Random(seed)
    host = draw.sample(SPARE, len(SPARE))
    page = DESK.quoting(draw, host, parts(reports()[number]))
    assert page is None or len(voices([*reports(), joined(page)])) == 4


@ALWAYS
@given(seed=st.integers(0, 10**6))
def test_a_passage_or_a_speech_that_all_print_joins_no_reports(seed: int) -> None:
    for put in (DESK.passage, DESK.speech):
        draw = Random(seed)
        shared = [joined(put(draw, parts(article), SAID)) for article in reports()]
        assert len(voices(shared)) == 3


@pytest.mark.parametrize("case", load("voices"))
def test_cases(case: dict[str, Any]) -> None:
    articles = [Article(f"{n}.txt", **given) for n, given in enumerate(case["articles"])]
    found = voices(articles)
    assert [list(voice.articles) for voice in found] == case["voices"]
    if "names" in case:
        assert [voice.name for voice in found] == case["names"]


@pytest.mark.parametrize("marks", ["“”", '""', "‘’", "«»", "''"])
def test_a_quotation_of_several_sentences_joins_nothing(marks: str) -> None:
    quoted = f"{marks[0]}{' '.join(SAID)}{marks[1]}"
    one = Article(
        "a", f"Minister Ann Bell was brief. {quoted} Then she left the hall by a side door."
    )
    two = Article("b", f"{quoted} It was a speech that nobody in Port Halden will forget so soon.")
    assert len(voices([one, two])) == 2
    assert len(voices([one, Article("c", one.text)])) == 1


def test_credit_to_one_agency_joins_what_shares_some_text_and_nothing_else() -> None:
    wire = parts(reports()[0])
    later = joined([*SPARE[:4], *wire[1:3]])
    for credit, expected in [(None, 2), ("Reuters", 1), ("Associated Press", 2)]:
        assert len(voices([reports()[0], replace(later, wire=credit)])) == expected
    _, local, radio = (replace(article, wire="Reuters") for article in reports())
    assert len(voices([local, radio])) == 2


# A quarter of a story of two hundred words stands in a page of about as many; how, decides.
@pytest.mark.parametrize(
    ("shorter", "longer", "found"),
    [
        ((50,), (50,), False),  # a passage that both print
        ((10, 10, 10, 10, 10), (10, 10, 10, 10, 10), False),  # phrases, no sentences
        ((25, 25), (25, 25), False),  # two sentences of a release
        ((17, 17, 16), (17, 17, 16), True),  # sentences in three places
        ((50,), (17, 17, 16), True),
        ((17, 17, 16), (50,), True),
        ((25, 25), (50,), True),  # torn by new text
        ((50,), (25, 25), True),
        ((24, 26), (30, 8, 12), False),  # cut a little otherwise, but not torn
        ((70,), (70,), True),
    ],
)
def test_where_shared_words_stand_tells_a_version_from_a_quotation(
    shorter: tuple[int, ...], longer: tuple[int, ...], *, found: bool
) -> None:
    assert Likeness(shorter, longer, (190, 200)).copied(credited=False) is found


def test_a_voice_without_agency_is_named_by_the_outlet_that_had_it_first() -> None:
    _, local, _ = reports()
    copy = replace(local, path="x.txt", outlet="Another Daily", date="2024-04-10")
    assert [voice.name for voice in voices([copy, local])] == ["Sollen Post"]
    third = replace(copy, path="y.txt")
    assert [voice.name for voice in voices([copy, local, third])] == ["Another Daily"]


def test_comparisons_grow_with_the_articles_and_not_with_their_pairs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    alike = Words.alike
    asked = 0

    def counted(own: Words, other: Words) -> Likeness:
        nonlocal asked
        asked += 1
        return alike(own, other)

    monkeypatch.setattr(Words, "alike", counted)
    made = [
        joined(
            DESK.combined(
                Random(n), parts(reports()[n % 3]), cycle(SPARE[n % 8 :] + SPARE[: n % 8])
            )
        )
        for n in range(120)
    ]
    voices(made)
    assert asked < 20 * len(made)


def stretches(own: Said, other: Said) -> tuple[int, ...]:
    """Return the stretches of one text that stand in another, by the rule as it is told."""

    def runs(words: Said) -> list[tuple[str, ...]]:
        return [
            tuple(word for word, _ in words[at : at + RUN]) for at in range(len(words) - RUN + 1)
        ]

    def quoted(words: Said) -> set[tuple[str, ...]]:
        return {
            run
            for at, run in enumerate(runs(words))
            if any(said for _, said in words[at : at + RUN])
        }

    not_counted = quoted(own) | quoted(other)
    shared = [at for at, run in enumerate(runs(own)) if run in runs(other)]
    found: list[list[int]] = []
    for at in shared:
        if found and at - found[-1][-1] <= RUN + GAP:
            found[-1].append(at)
        else:
            found.append([at])
    sizes = []
    for places in found:
        size = places[-1] + RUN - places[0]
        count = sum(runs(own)[at] not in not_counted for at in places)
        sizes += [size] if count >= max(LEAST, LEAST_OWN * size) else []
    return tuple(sizes)


TOLD = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from([False] * 9 + [True])), max_size=60
)


@settings(deadline=None, derandomize=True, max_examples=200)
@given(TOLD, TOLD, st.integers(0, 40), st.integers(0, 40))
def test_likeness_is_what_its_rule_tells(own: Said, other: Said, start: int, end: int) -> None:
    other = [*other, *own[start:end], *other[:3]]
    found = Words(own).alike(Words(other))
    shorter, longer = sorted((own, other), key=len)
    assert found == Likeness(
        stretches(shorter, longer), stretches(longer, shorter), (len(shorter), len(longer))
    )


@settings(deadline=None, derandomize=True, max_examples=200)
@given(st.lists(TOLD, min_size=1, max_size=6), st.integers(1, 3), st.integers(1, 9))
def test_runs_are_shared_with_the_first_articles_that_have_them(
    said: list[Said], most: int, least: int
) -> None:
    ranked = [Words(own) for own in said]
    runs = [own.runs.tolist() for own in ranked]
    for rank, shared in enumerate(shared_runs(ranked, most, least)):
        had = [[n for n in range(rank) if run in runs[n]][:most] for run in runs[rank]]
        counts = Counter(other for others in had for other in others)
        enough = min(least, len(runs[rank]))
        assert shared == {other: count for other, count in counts.items() if count >= enough}
