"""Strangers: whom a brief calls by his surname is introduced by what names him in full."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from built import story

from summarize.records import Ranked
from summarize.text.tongues.force import speaking
from summarize.weighing.evidence import Evidence
from summarize.weighing.pack import Problem
from summarize.weighing.readable import readable

EVENT = "The ferry Aurora ran aground off Sollen island in thick fog on Monday morning."
SHORT = "Marten has steered ships of that size through the channel for thirty years."
SAYS = "Marten said the channel had been too shallow for ships of that size."
FULL = "Ines Marten, the captain, was taken to the hospital of Arn in the evening."
OTHER = "Environmental officials laid out floating barriers around the harbour as a precaution."
DENIED = "Halden Lines denied that bridge crews had been cut to save money in the winter."
WORTHS = {EVENT: 9.0, SHORT: 5.0, SAYS: 5.0, OTHER: 1.2, DENIED: 1.0}


def told(
    texts: list[str], room: list[str], *, title: str | None = None, worth: float = 0.5
) -> set[str]:
    """Return what is picked of an article's sentences in the room of some of them."""
    made = story([texts])
    if title:
        made = replace(made, articles=tuple(replace(one, title=title) for one in made.articles))
    worths = [WORTHS.get(text, worth) for text in texts]
    problem = Problem(
        weights=np.zeros(1),
        rows=[np.zeros(0, dtype=np.int64) for _ in texts],
        worth=np.array(worths),
        costs=np.array([len(text.split()) for text in texts], dtype=np.int64),
        allowed=np.array([True for _ in texts]),
        budget=sum(len(text.split()) for text in room),
        clash=lambda item: np.eye(len(texts), dtype=bool)[item],
    )
    ranked = [Ranked(score=one, parts={}, worth=one) for one in worths]
    items, _ = readable(problem, list(range(len(texts))), ranked, Evidence(made))
    return {texts[item] for item in items}


def test_who_goes_by_his_surname_is_introduced_in_the_room_of_the_weakest() -> None:
    assert told([EVENT, SHORT, OTHER, FULL], [EVENT, SHORT, FULL]) == {EVENT, SHORT, FULL}


def test_who_is_known_need_not_be() -> None:
    picked = {EVENT, SHORT, OTHER}
    texts, room = [EVENT, SHORT, OTHER, FULL], [EVENT, SHORT, FULL]
    assert told(texts, room, title="Captain Marten in hospital") == picked
    other = FULL.replace("Ines Marten", "The master")  # nobody is named
    assert told([EVENT, SHORT, OTHER, other], room) == picked
    second = "Olaf Marten, a pilot, watched it from the mole."  # there are two
    assert told([EVENT, SHORT, OTHER, FULL, second], room, worth=0.1) == picked
    with speaking("fr"):
        assert told(texts, room) == picked


def test_who_says_it_is_named_beside_it() -> None:
    texts = [EVENT, FULL, SAYS, OTHER]
    assert told(texts, [EVENT, SAYS, FULL]) == {EVENT, SAYS, OTHER}


@pytest.mark.parametrize("room", [[EVENT, SHORT], [EVENT, SHORT, "one"]])
def test_where_there_is_no_room_nobody_is_introduced(room: list[str]) -> None:
    assert told([EVENT, SHORT, OTHER, FULL], room) == {EVENT, SHORT}


def test_an_introduction_costs_no_denial_and_little_else() -> None:
    assert DENIED in told([EVENT, SHORT, DENIED, FULL], [EVENT, SHORT, DENIED])
    assert told([EVENT, SHORT, OTHER, FULL], [EVENT, SHORT, FULL], worth=-2.0) == {
        EVENT,
        SHORT,
        OTHER,
    }
