"""Voices: copies of one wire story are one, independent reports stay several."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from cases import seeds
from stories import EDITS, reports

from summarize.clean import clean
from summarize.records import Article, Voice
from summarize.segment import segment
from summarize.trace import trace


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
