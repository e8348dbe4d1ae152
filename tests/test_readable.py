"""Readability: repeats are taken back, and a denial travels with its accusation."""

from __future__ import annotations

import numpy as np
import pytest
from built import story
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize import hearing
from summarize.answers import remembering
from summarize.records import Ranked
from summarize.weighing import readable as readable_module
from summarize.weighing import unnamed
from summarize.weighing.evidence import Evidence
from summarize.weighing.pack import Problem, pack
from summarize.weighing.readable import readable

EVENT = "The ferry Aurora ran aground off Sollen island in thick fog on Monday morning."
AGAIN = "The ferry Aurora ran aground in thick fog off Sollen island."
ACCUSED = "Union leader Tom Vries accused Halden Lines of cutting bridge crews on the ferry Aurora."
DENIED = "Halden Lines denied cutting bridge crews on the ferry Aurora."
MARKED = "as the island of Sollen marked forty years since the great harbour fire"
TWO_THINGS = f"{EVENT[:-1]}, {MARKED}."
CREWS = f"Rescue crews from three harbours had reached all passengers before noon, {MARKED}."
CREWS_ALONE = "Rescue crews from three harbours reached the passengers before noon."
QUOTED = "“We had nine minutes to get all of them off the deck before it went under,” he said."
OTHER = "Environmental officials laid out floating barriers around the harbour as a precaution."


def chosen(
    texts: list[str],
    budget: int,
    worths: list[float],
    *,
    together: bool = False,
    costs: list[int] | None = None,
    barred: tuple[int, ...] = (),
) -> tuple[list[str], dict[int, str]]:
    """Return what is picked of texts with the given worths, and what is taken back and why.

    Each is an article of its own, or all are one `together`; it costs its words, or as given. What
    is `barred` may not be picked.
    """
    made = story([texts] if together else [[text] for text in texts])
    problem = Problem(
        weights=np.zeros(1),
        rows=[np.zeros(0, dtype=np.int64) for _ in texts],
        worth=np.array(worths),
        costs=np.array(costs or [len(text.split()) for text in texts], dtype=np.int64),
        allowed=np.array([item not in barred for item in range(len(texts))]),
        budget=budget,
        clash=lambda item: np.eye(len(texts), dtype=bool)[item],
    )
    ranked = [Ranked(score=worth, parts={}, worth=worth) for worth in worths]
    items, taken_back = readable(problem, list(range(len(texts))), ranked, Evidence(made))
    assert sum(problem.costs[item] for item in items) <= budget
    return [texts[item] for item in items], taken_back


def test_a_repetition_of_the_lede_is_taken_back_and_its_room_given_to_another() -> None:
    found, taken_back = chosen([EVENT, AGAIN, OTHER], 26, [9.0, 5.0, 1.0])
    assert found == [EVENT, OTHER]
    assert list(taken_back) == [1]
    assert "nothing that picked sentences do not say" in taken_back[1]


def test_where_text_is_scarce_what_adds_a_little_stays() -> None:
    little = AGAIN.replace("off Sollen island", "near Sollen, rescuers said late on Monday evening")
    found, _ = chosen([EVENT, little], 40, [9.0, 5.0])
    assert set(found) == {EVENT, little}


def test_what_was_asked_for_is_filled_to_four_fifths_with_what_brings_little() -> None:
    both = sum(len(text.split()) for text in (EVENT, OTHER))
    for budget, found in ((100, [EVENT, OTHER]), (both - 1, [EVENT])):
        assert chosen([EVENT, OTHER], budget, [9.0, -1.0])[0] == found
    enough = int(len(EVENT.split()) / 0.8)  # the lede alone comes to that
    texts, worths = [EVENT, OTHER, "Fog lay over it."], [9.0, -2.0, -1.0]
    assert chosen(texts, enough, worths)[0] == [EVENT]
    assert chosen(texts, enough + 4, worths)[0] == [EVENT, texts[2]]


def test_nothing_is_filled_up_with_what_repeats_or_leans() -> None:
    leaning = "The survey warned of it years before the crossing was opened to lorries."
    found, _ = chosen([EVENT, AGAIN, leaning], 200, [9.0, -1.0, -1.0])
    assert found == [EVENT]


def test_nothing_is_filled_up_with_what_is_told_of_nobody_but_he() -> None:
    found, _ = chosen([EVENT, QUOTED, OTHER], 200, [9.0, -1.0, -2.0])
    assert found == [EVENT, OTHER]


def test_a_denial_joins_its_accusation_where_there_is_room() -> None:
    texts, worths = [EVENT, ACCUSED, DENIED, OTHER], [9.0, 5.0, -1.0, -1.0]
    words = sum(len(text.split()) for text in (EVENT, ACCUSED, DENIED))
    assert set(chosen(texts, words, worths)[0]) == {EVENT, ACCUSED, DENIED}
    assert set(chosen(texts, words - 1, worths)[0]) == {EVENT, ACCUSED}
    # A reader who knows it already is not told it for that.
    assert set(chosen(texts, words, worths, barred=(2,))[0]) == {EVENT, ACCUSED}


def test_a_denial_of_something_else_joins_nothing() -> None:
    denial = "The mayor rejected reports that the sports hall had been too small for travellers."
    found, _ = chosen([EVENT, ACCUSED, denial], 99, [9.0, 5.0, -1.0])
    assert set(found) == {EVENT, ACCUSED}


def test_one_sentence_is_left_as_it_is() -> None:
    assert chosen([EVENT], 20, [1.0]) == ([EVENT], {})


def test_packing_alone_would_not_have_picked_the_denial() -> None:
    problem = Problem(
        weights=np.zeros(1),
        rows=[np.zeros(0, dtype=np.int64)] * 2,
        worth=np.array([1.0, -1.0]),
        costs=np.array([1, 1], dtype=np.int64),
        allowed=np.ones(2, dtype=bool),
        budget=2,
        clash=lambda item: np.eye(2, dtype=bool)[item],
    )
    assert pack(problem) == [0]


def test_a_clause_is_told_once_and_what_else_the_sentence_told_is_still_told() -> None:
    texts = [TWO_THINGS, CREWS, CREWS_ALONE, OTHER]
    words = len(f"{TWO_THINGS} {CREWS}".split())
    found, taken_back = chosen(texts, words, [20.0, 9.0, 3.0, 3.001])
    assert found[:1] == [TWO_THINGS]
    assert CREWS_ALONE in found
    assert CREWS not in found
    assert taken_back[1] == "tells again in a clause what a picked sentence tells"


def test_what_stands_in_is_found_where_exchanges_of_one_for_one_do_not_reach() -> None:
    alone = f"{CREWS_ALONE[:-1]} and led all of them one by one to the warm lifeboats."
    # The room is that of what retells: for the one that stands in, or for all of these.
    small = ["Divers saw the rudder twice.", "Fog lay over the hills."]
    long = "Anchors and old chains lie at the bottom of that bay for ever."
    texts, worths = [TWO_THINGS, CREWS, alone, *small, long], [99.0, 24.0, 13.0, 4.0, 4.0, 1.0]
    room, sizes = len(CREWS.split()), [len(text.split()) for text in (alone, *small, long)]
    assert sizes[0] <= room < sizes[0] + min(sizes[1:])
    assert sum(sizes[1:]) <= room
    found, _ = chosen(texts, len(TWO_THINGS.split()) + room, worths)
    assert set(found) == {TWO_THINGS, alone}


def test_a_clause_told_twice_stays_where_nothing_else_is_to_be_had() -> None:
    assert chosen([TWO_THINGS, CREWS], 99, [20.0, 9.0]) == ([TWO_THINGS, CREWS], {})
    assert chosen([TWO_THINGS, CREWS], 99, [20.0, 1.0])[0] == [TWO_THINGS]


def test_a_quotation_of_nobody_but_he_is_taken_back_and_its_room_given_to_another() -> None:
    room = len(f"{EVENT} {QUOTED}".split())
    found, taken_back = chosen([EVENT, QUOTED, OTHER], room, [9.0, 5.0, 1.0])
    assert found == [EVENT, OTHER]
    assert taken_back == {1: "tells no more of its speaker than “he”"}


def test_it_is_taken_back_even_if_it_would_lead_the_brief() -> None:
    found, _ = chosen([EVENT, QUOTED, OTHER], 99, [5.0, 99.0, 1.0])
    assert set(found) == {EVENT, OTHER}


def test_a_report_with_he_said_set_off_is_such_a_quotation_too() -> None:
    report = "All of them came off the deck before it went under, he said."
    assert chosen([EVENT, report], 99, [9.0, 5.0])[0] == [EVENT]


@pytest.mark.parametrize(
    "before",
    ["Mayor Tom Vries met the crews.", "“It was close,” said Tom Vries, a captain."],
)
def test_a_quotation_stays_if_its_article_tells_who_he_is(before: str) -> None:
    texts = [EVENT, before, QUOTED]
    assert QUOTED in chosen(texts, 99, [9.0, 1.0, 5.0], together=True)[0]
    assert QUOTED not in chosen(texts, 99, [9.0, 1.0, 5.0])[0]


@pytest.mark.parametrize(
    "told",
    ["Captain Tom Vries left last because, as he said, “somebody had to count all of them.”",
     "Before he left, Tom Vries told “all of them” that the deck was going under.",
     "The captain left last because, as he said, “somebody had to count all of them.”"],
)  # fmt: skip
def test_a_quotation_stays_if_it_tells_itself_who_he_is(told: str) -> None:
    assert told in chosen([EVENT, told], 99, [9.0, 5.0])[0]


def test_such_quotations_stay_where_there_is_nothing_else() -> None:
    assert chosen([QUOTED], 99, [5.0]) == ([QUOTED], {})
    other = QUOTED.replace("nine", "ten")
    assert set(chosen([QUOTED, other], 99, [5.0, 4.0])[0]) <= {QUOTED, other}


def test_a_denial_of_nobody_but_he_joins_nothing() -> None:
    denial = "Halden Lines denied cutting bridge crews on the ferry Aurora, he said."
    found, _ = chosen([EVENT, ACCUSED, denial], 99, [9.0, 5.0, -1.0])
    assert set(found) == {EVENT, ACCUSED}


@pytest.mark.parametrize(
    ("told", "pronoun"),
    [("Doctors cleared him on Tuesday only to walk and climb stairs.", "him"),
     ("The nature of his agreement with the harbour is not clear.", "his"),
     ("No day has been set on which she must appear before the ECC.", "she"),
     ("The deck gave way when the waves reached her.", "her"),
     ("Neighbours had not heard of his quarrel with the neighbours.", "his")],
)  # fmt: skip
def test_a_sentence_of_nobody_but_he_is_taken_back(told: str, pronoun: str) -> None:
    found, taken_back = chosen([EVENT, told, OTHER], 99, [9.0, 5.0, 1.0])
    assert found == [EVENT, OTHER]
    assert taken_back == {1: f"tells no more of a person than “{pronoun}”"}


@pytest.mark.parametrize(
    "told",
    ["Doctors cleared Tom Vries on Tuesday, and told him to climb stairs.",
     "Vries had hurt his left knee when the deck gave way.",  # who knows what a first word is
     "The inmate hid the key that his brothers had sent.",
     "A 42-year-old was asleep when the deck gave way below his bed.",
     "The engineer denied that the deck had given way because of her advice.",
     "Everybody left his coat and bags behind on the deck.",
     "The harbour paid for what the storm had taken from them."],
)  # fmt: skip
def test_a_sentence_stays_if_it_tells_of_somebody_or_may(told: str) -> None:
    assert told in chosen([EVENT, told], 99, [9.0, 5.0])[0]


def test_a_first_word_is_a_name_where_its_article_has_it_amid_a_sentence() -> None:
    told = "Rose fell behind with her payments in the spring."
    other = "The rose garden had been sold to Rose in May."
    assert told in chosen([EVENT, told, other], 99, [9.0, 5.0, 1.0], together=True)[0]
    assert told in chosen([EVENT, told], 99, [9.0, 5.0])[0]
    other = "The rose garden had been sold in May."
    assert told not in chosen([EVENT, told, other], 99, [9.0, 5.0, 1.0], together=True)[0]


def quotations(count: int) -> list[str]:
    """Return as many quotations of nobody but he, none longer than another."""
    words = ("minutes", "lifeboats", "seamen", "ropes", "lanterns", "blankets", "flares", "dogs")
    first = [f"{number} {words[number % len(words)]}" for number in range(2, count + 2)]
    return [QUOTED.replace("nine minutes", some) for some in first]


def packings(texts: list[str], worths: list[float], monkeypatch: pytest.MonkeyPatch) -> int:
    """Return how often it is packed for a brief of EVENT and OTHER."""
    asked: list[Problem] = []

    def packed(problem: Problem) -> list[int]:
        asked.append(problem)
        return pack(problem)

    with monkeypatch.context() as patched:
        patched.setattr(readable_module, "pack", packed)
        found, taken_back = chosen(texts, len(f"{EVENT} {OTHER}".split()), worths)
    assert set(found) == {EVENT, OTHER}
    assert sorted(taken_back) == list(range(2, len(texts)))
    return len(asked)


def test_many_quotations_of_nobody_but_he_are_taken_back_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    counts = [
        packings([EVENT, OTHER, *quotations(many)], [1.0, 1.0, *[9.0] * many], monkeypatch)
        for many in (unnamed.MANY - 1, 2 * unnamed.MANY, 4 * unnamed.MANY)
    ]
    assert counts[1] == counts[2]
    # Fewer are looked for only where they are picked, one or two at a time.
    assert counts[0] > unnamed.MANY / 2


def test_so_many_are_taken_back_with_the_reason_of_each() -> None:
    texts = [EVENT, OTHER, *quotations(60), "Doctors cleared him on Tuesday only to climb stairs."]
    _, taken_back = chosen(texts, 26, [1.0, 1.0, *[9.0] * 60, 0.5])
    # What would never have been picked has its reason too: it was not to be had.
    assert taken_back[62] == "tells no more of a person than “him”"
    assert {taken_back[item] for item in range(2, 62)} == {"tells no more of its speaker than “he”"}


@pytest.mark.parametrize("many", [1, 99])
def test_ever_so_many_such_quotations_stay_where_there_is_nothing_else(
    many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unnamed, "MANY", many)
    texts = quotations(5)
    found, taken_back = chosen(texts, 20, [5.0, 4.0, 3.0, 2.0, 1.0])
    assert (found, sorted(taken_back)) == (texts[4:], [0, 1, 2, 3])


NAMED = [EVENT, OTHER, ACCUSED, "Divers of the navy searched the wreck for its log on Friday."]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.integers(1, 99).map(float), min_size=9, max_size=9, unique=True),
    st.integers(1, 5),
)
def test_from_how_many_on_all_are_taken_back_changes_no_pick_of_equal_cost(
    worths: list[float], budget: int
) -> None:
    texts, picked = [*NAMED, *quotations(5)], []
    for many in (1, 3, 99):
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(unnamed, "MANY", many)
            picked.append(chosen(texts, budget, worths, costs=[1] * len(texts))[0])
    assert picked[0] == picked[1] == picked[2]


def test_an_article_is_heard_once_however_many_of_its_sentences_are_asked_about(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = remembering(story([["Mayor Tom Vries met the crews.", *quotations(6)], [EVENT, QUOTED]]))
    heard: list[str] = []

    class Counted(hearing._Hearing):
        def __init__(self, text: str, *rest: object) -> None:
            heard.append(text)
            super().__init__(text, *rest)

    monkeypatch.setattr(hearing, "_Hearing", Counted)
    numbers = range(len(made.sentences))
    assert [unnamed.speaker(number, made) for number in numbers] == [None] * 8 + ["he"]
    assert heard == [article.text for article in made.articles]


def test_the_lede_gives_way_to_two_others_only_if_the_brief_is_worth_more_by_a_hundredth() -> None:
    room = len(f"{EVENT} {OTHER}".split())
    for worth, led in ((9.05, EVENT), (9.2, AGAIN)):
        assert set(chosen([EVENT, AGAIN, OTHER], room, [9.0, worth, 1.0])[0]) == {led, OTHER}


def test_nothing_is_filled_up_with_what_retells_a_clause() -> None:
    found, _ = chosen([TWO_THINGS, CREWS, OTHER], 200, [20.0, -1.0, -2.0])
    assert found == [TWO_THINGS, OTHER]


def test_what_leaned_on_a_sentence_that_came_in_later_returns() -> None:
    named = "Officials of the state put up a lighthouse there in May."
    leaning = "The lighthouse was without any lamp for most of winter."
    assert len(named.split()) == len(AGAIN.split())
    room = sum(len(text.split()) for text in (EVENT, named, leaning))
    texts, worths = [EVENT, AGAIN, leaning, named], [9.0, 6.0, 4.0, 3.0]
    found, taken_back = chosen(texts, room, worths)
    assert set(found) == {EVENT, leaning, named}
    assert list(taken_back) == [1]


def test_of_two_denials_the_nearest_joins_and_of_equally_near_ones_the_first() -> None:
    far = "Halden Lines denied that the ferry Aurora had been late, or that its crews had known."
    texts = [EVENT, ACCUSED, far, DENIED]
    words = sum(len(text.split()) for text in (EVENT, ACCUSED, far))
    assert set(chosen(texts, words, [9.0, 5.0, -1.0, -1.0])[0]) == {EVENT, ACCUSED, DENIED}
    twice = [EVENT, ACCUSED, f"{DENIED} ", DENIED]
    assert chosen(twice, words, [9.0, 5.0, -1.0, -1.0])[0][2:] == [f"{DENIED} "]


def test_no_denial_joins_where_one_is_told() -> None:
    other = "Halden Lines rejected claims of cutting bridge crews on the ferry Aurora on Friday."
    texts = [EVENT, ACCUSED, other, DENIED]
    found, _ = chosen(texts, len(" ".join(texts).split()), [9.0, 5.0, 4.0, -1.0])
    assert set(found) == {EVENT, ACCUSED, other}
